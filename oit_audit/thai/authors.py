"""Whose a text is: of the local governments that it names, the one that speaks in it."""

from __future__ import annotations

import re

from oit_audit.thai.light import light, soft
from oit_audit.thai.organisations import (
    OrganisationName,
    mentions_organisation,
    mentions_place,
    organisation_names,
    same_organisation,
)

_AUTHOR_BEFORE = re.compile(
    "(?:" + "|".join(map(soft, (
        "ประกาศ", "คำสั่ง", "แผน", "รายงาน", "ข้อบัญญัติ", "เทศบัญญัติ", "คู่มือ", "นโยบาย", "สรุป", "มาตรการ",
        "ระเบียบ", "ข้อมูล", "โครงสร้าง", "อำนาจหน้าที่", "ผู้บริหาร", "นายก", "สำนักงาน", "ปลัด", "เจตนารมณ์",
        "งบ", "สถิติ",
    ))) + r")[^\n]{0,120}$"
)  # fmt: skip
_NOT_AUTHOR_BEFORE = re.compile(
    "(?:"
    + "|".join(map(soft, ("ร่วมกับ", "ณ", "ดูงาน", "ไปยัง", "จาก", "และ", "ถึง", "ต่อ", "หรือ", "กับ")))
    + r")\s?$"
)
_IN_PASSING = re.compile(
    light(
        r"(?:เรียน|ถึง|เสนอ|ส่งไปยัง)\s{0,3}(?:ท่าน)?\s?(?:นายก|ปลัด|ประธาน(?:สภา)?|ผู้บริหาร|หัวหน้า)?\s{0,3}$"
        r"|(?:ทิศ|ติดกับ|ติดต่อกับ|ติดเขต|จดเขต|อาณาเขต)[^\n]{0,60}$"
    )
)
"""Before the name of whom a letter goes to, and of a neighbour beyond a border."""

_SUBJECT_AFTER = re.compile(rf"[^\n]{{0,60}}{soft('เรื่อง')}")
_HEAD = 400
"""Characters in which a document says whose it is."""


def is_foreign(text: str, own: OrganisationName) -> OrganisationName | None:
    """Return the other local government whose document `text` is; None when ours or unsaid.

    The other stands as author or in a title (`แผน… เทศบาลตำบลY`, `อบต.Y เรื่อง`), and ours nowhere.
    """
    if mentions_organisation(text, own) or mentions_place(text, own):
        return None
    head = text[:_HEAD]
    for name in organisation_names(head):
        if not same_organisation(name, own) and _is_author(head, name):
            return name
    return None


def is_in_passing(text: str, position: int) -> bool:
    """Is what stands at `position` only a recipient, or a neighbour beyond a border?"""
    return _IN_PASSING.search(light(text[max(0, position - _HEAD) : position])) is not None


def _is_author(head: str, name: OrganisationName) -> bool:
    before, after = light(head[: name.position]), light(head[name.position + len(name.quote) :])
    if _NOT_AUTHOR_BEFORE.search(before) or _IN_PASSING.search(before):
        return False
    return bool(not before.strip() or _AUTHOR_BEFORE.search(before) or _SUBJECT_AFTER.match(after))
