"""Anything else: named, so that a person knows what to open, but not read."""

from __future__ import annotations

from oit_audit.extract._extractor import Extractor, blank, file_name
from oit_audit.extract._types import BOMB, EMPTY, LOCKED
from oit_audit.model import Document, Media, Resource

_SPOKEN = {
    "application/x-ole-storage": "an old Office file: it cannot be read",
    LOCKED: "an Office file that is locked with a password: it cannot be read",
    BOMB: "an Office file that unpacks to more than we open: it cannot be read",
    "application/xml": "an XML file for programs: it cannot be read",
    "application/json": "a JSON file for programs: it cannot be read",
}


def read(resource: Resource, body: bytes) -> Document:  # noqa: ARG001 - all parts are asked alike
    """Return a document that says what it is."""
    if resource.media_type == EMPTY:
        return blank(resource, Media.OTHER, note="the answer is empty")
    if known := _SPOKEN.get(resource.media_type):
        return blank(resource, Media.OTHER, note=known)
    said = resource.media_type or file_name(resource) or "unknown"
    note = f"a file of a type that cannot be read: {said}"
    return blank(resource, Media.OTHER, note=note)


EXTRACTOR = Extractor(
    Media.OTHER,
    tuple(_SPOKEN),
    (".xml", ".json"),
    read,
)
