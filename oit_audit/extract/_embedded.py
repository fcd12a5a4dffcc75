"""Files that are embedded in an Office file, and its pictures when it has no words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_audit.extract._extractor import File
from oit_audit.extract._package import Package, PackageError

_EMBEDDED = re.compile(
    r"(?:word|ppt|xl)/embeddings/[^/]+\.(?:docx?|xlsx?|xlsm|pptx?|pdf|rtf|odt|ods)"
)
_PICTURE = re.compile(r"(?:word|ppt|xl)/media/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|webp)")


def embedded(body: bytes, most: int, texts: str, letters: bytes) -> Iterator[File]:
    """Give the files that are embedded in an Office file, and the pictures when it says nothing.

    Args:
        body: The file.
        most: Bytes to which one file may unpack.
        texts: Pattern of the names of its parts that hold its words.
        letters: What begins each run of letters in them.
    """
    try:
        package = Package(body)
        said = (package.bytes_of(name) or b"" for name in package.names if re.match(texts, name))
        wordless = not any(letters in part for part in said)
    except PackageError:
        return
    for name in package.names:
        if _EMBEDDED.fullmatch(name) or (wordless and _PICTURE.fullmatch(name)):
            yield _file(package, name, most)


def _file(package: Package, name: str, most: int) -> File:
    short = name.partition("/")[2]
    try:
        content = package.bytes_of(name, most)
    except PackageError:
        return File(short, note="the file is damaged")
    if content is None:
        return File(short, note="the file unpacks to more than we open")
    return File(short, content)
