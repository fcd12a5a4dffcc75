"""A picture or a scan in a picture file: seen, not read."""

from __future__ import annotations

from oit_audit.extract._extractor import Extractor, blank
from oit_audit.model import Document, Media, Resource


def read(resource: Resource, body: bytes) -> Document:  # noqa: ARG001 - all parts are asked alike
    """Return a document that says it is a picture."""
    return blank(resource, Media.IMAGE, note="a picture: its text cannot be read")


EXTRACTOR = Extractor(
    Media.IMAGE,
    (
        "image/jpeg",
        "image/png",
        "image/gif",
        "image/webp",
        "image/bmp",
        "image/tiff",
        "image/svg+xml",
        "image/heic",
    ),
    (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg", ".heic"),
    read,
)
