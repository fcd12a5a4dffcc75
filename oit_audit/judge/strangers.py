"""What is said of papers whose own names say nothing of the item that they are held out for."""

from __future__ import annotations

from oit_audit.model import Candidate, Text
from oit_audit.words import worded

_NAME = 100
"""Characters of a name that are quoted."""


def strange(candidate: Candidate) -> Text:
    """Say that its own name does not speak of the item."""
    document = candidate.document
    name = document.title or next((block.text for block in document.blocks), document.file_name)
    return worded(
        "it stands under this heading, but its name “{name}” does not say that it is about it",
        name=name[:_NAME],
    )


def perhaps_strange(candidate: Candidate) -> Text:
    """Say that a person must look whether it is about the item."""
    reason = strange(candidate)
    return worded("{reason}; a person must look", reason=reason)
