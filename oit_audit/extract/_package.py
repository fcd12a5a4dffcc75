"""The parts of an Office file (.docx, .pptx, .xlsx): their XML, and how they hang together.

Pictures and all else that nobody asks for stay packed, so a file whose pictures are damaged or
missing is still read. Files in Strict OOXML and with macros are read like all others.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree

from oit_audit.extract._zip import DAMAGES, opened

MAX_XML = 50_000_000
"""Bytes of one part; a thousand pages of text have a tenth of it."""

MAX_MARKS = 2_500_000
"""Tags and attributes of all parts together: in memory each takes up to 150 bytes."""

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class PackageError(Exception):
    """The file cannot be read; the message is a clause for people."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says about another."""

    kind: str
    """The last word of its type: `hyperlink`, `image`, `slide`."""

    target: str
    """Name of a part; an address as written when `external`."""

    external: bool = False


class Package:
    """An Office file, whose parts are parsed when they are asked for.

    Raises:
        PackageError: it is damaged.
    """

    def __init__(self, body: bytes) -> None:
        self._marks = MAX_MARKS
        try:
            self._archive = opened(body)
        except DAMAGES as error:
            raise PackageError("the file is damaged") from error
        self._parts = {_plain(part.filename): part for part in self._archive.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in lower case, in their order."""
        return tuple(self._parts)

    def main(self, usual: str) -> str:
        """Return the name of the part with which the file begins; `usual` when it does not say."""
        kinds = (r.target for r in self.relations("").values() if r.kind == "officeDocument")
        return next(kinds, usual)

    def bytes_of(self, name: str, most: int = MAX_XML) -> bytes | None:
        """Return a part as it is; None when there is none, or more than `most` of it.

        Raises:
            PackageError: it is damaged.
        """
        part = self._parts.get(_plain(name))
        if part is None or part.file_size > most:
            return None
        try:
            with self._archive.open(part) as content:
                return content.read(most)
        except DAMAGES as error:
            raise PackageError("the file is damaged") from error

    def xml(self, name: str) -> Any:  # lxml has no types
        """Return the root of a part; None when there is none.

        Raises:
            PackageError: it is damaged, or too large to be read.
        """
        body = self.bytes_of(name)
        if body is None:
            if _plain(name) in self._parts:
                raise PackageError("the file holds more than we open")
            return None
        self._marks -= body.count(b"<") + body.count(b"=")
        if self._marks < 0:
            raise PackageError("the file holds more than we open")
        return parsed(_STRICT.sub(_USUAL, body))

    def relations(self, name: str) -> dict[str, Relation]:
        """Return what a part names, by its ids; nothing when it says nothing that can be read."""
        folder, _, file = name.strip("/").rpartition("/")
        try:
            root = self.xml(f"{folder}/_rels/{file}.rels")
        except PackageError:
            root = None
        found = root.iter(_RELATION) if root is not None else ()
        return {each.get("Id", ""): _relation(each, folder) for each in found}


def parsed(xml: bytes) -> Any:  # lxml has no types
    """Return the root of `xml`, without comments; nothing is fetched and no entity is opened.

    Raises:
        PackageError: it is damaged.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PackageError("the file is damaged") from error


def _relation(element: Any, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode", "").lower() == "external":
        return Relation(kind, target, external=True)
    return Relation(kind, posixpath.normpath(posixpath.join("/", folder, unquote(target))))


def _plain(name: str) -> str:
    r"""Return the name of a part as all spell it: some write it with `\`, capitals or a `/`."""
    return name.replace("\\", "/").strip("/").lower()
