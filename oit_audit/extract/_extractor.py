"""What a part of this room offers, and the values that all of them fill in alike."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from oit_audit.model import Document, Legibility, Link, Media, Resource

MAX_BLOCKS = 20_000
MAX_LINKS = 20_000
MAX_PICTURES = 5_000
MAX_CELLS = 200_000
"""Of all tables of one document together."""

MAX_CELL_TEXT = 5_000
MAX_BLOCK_TEXT = 10_000
"""Characters; a longer run is given in several blocks."""

MAX_LABEL = 300
"""Characters of a title, label, row or caption."""

_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufeff]")


@dataclass(frozen=True, slots=True)
class File:
    """A file that lies in another one."""

    name: str
    """With its folders, as the other one says it; `/` between them."""

    body: bytes = b""
    note: str = ""
    """Why there is no body, one clause in English; empty when there is one."""


Unpack = Callable[[bytes, int], Iterable[File]]
"""Gives the files that lie in a body; none may be unpacked to more than so many bytes.

They are taken one by one, so that whoever takes them can stop. May raise for a damaged body.
"""


@dataclass(frozen=True, slots=True)
class Extractor:
    """One type of file and how it is read."""

    media: Media
    media_types: tuple[str, ...]
    """The media types that mean this type."""

    suffixes: tuple[str, ...]
    """Endings of file names that mean this type, lower case, with the dot."""

    read: Callable[[Resource, bytes], Document]
    unpack: Unpack | None = None
    """For types in which other files may lie."""

    links: Callable[[Resource, bytes], tuple[Link, ...]] | None = None
    """For types whose links a visit follows: gives only these, in reading order."""


def folded(text: str) -> str:
    """Return `text` on one line: white space folded to single spaces, controls dropped."""
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
    elif "  " not in text:  # of white space, only the plain space counts as printable
        return text.strip()
    return " ".join(text.split())


def pieces(text: str) -> Iterator[str]:
    """Give `text`, which is folded, in as many pieces as blocks must hold it."""
    for start in range(0, len(text), MAX_BLOCK_TEXT):
        if piece := text[start : start + MAX_BLOCK_TEXT].strip():
            yield piece


def file_name(resource: Resource) -> str:
    """Return the name of the file: as the server gave it, else the last part of the address."""
    if resource.file_name:
        return folded(resource.file_name)[:MAX_LABEL]
    try:
        path = urlsplit(resource.final_url).path
    except ValueError:
        return ""
    return folded(unquote(posixpath.basename(path)))[:MAX_LABEL]


def blank(
    resource: Resource,
    media: Media,
    *,
    media_type: str = "",
    note: str = "",
    pages: int = 1,
) -> Document:
    """Return the document of `resource` without content: the frame that an extractor fills.

    With a `note` it is a document that nobody can read, and the note says why.
    """
    return Document(
        url=resource.url,
        final_url=resource.final_url,
        media=media,
        title="",
        legibility=Legibility.NONE if note else Legibility.GOOD,
        legibility_note=note,
        file_name=file_name(resource),
        media_type=media_type or resource.media_type,
        sha256=resource.sha256,
        fetched_at=resource.fetched_at,
        pages=pages,
    )
