"""What is said of papers whose own names say nothing of the item that they are held out for."""

from __future__ import annotations

from oit_audit.model import Candidate, Text

_NAME = 100
"""Characters of a name that are quoted."""


def strange(candidate: Candidate) -> Text:
    """Say that its own name does not speak of the item."""
    document = candidate.document
    name = document.title or next((block.text for block in document.blocks), document.file_name)
    return Text(
        f"อยู่ใต้หัวข้อนี้ แต่ชื่อ “{name[:_NAME]}” ไม่ได้บอกว่าเป็นเรื่องนี้",
        f"it stands under this heading, but its name “{name[:_NAME]}” does not say that it is"
        " about it",
    )


def perhaps_strange(candidate: Candidate) -> Text:
    """Say that a person must look whether it is about the item."""
    reason = strange(candidate)
    return Text(f"{reason.th} ต้องให้คนตรวจ", f"{reason.en}; a person must look")
