"""An archive of files: seen, not opened."""

from __future__ import annotations

from oit_audit.extract._extractor import Extractor, blank
from oit_audit.model import Document, Media, Resource


def read(resource: Resource, body: bytes) -> Document:  # noqa: ARG001 - all parts are asked alike
    """Return a document that says it is an archive."""
    return blank(resource, Media.ARCHIVE, note="an archive: the files in it were not opened")


EXTRACTOR = Extractor(
    Media.ARCHIVE,
    (
        "application/zip",
        "application/vnd.rar",
        "application/x-7z-compressed",
        "application/gzip",
        "application/x-tar",
    ),
    (".zip", ".rar", ".7z", ".gz", ".tar"),
    read,
)
