"""Is it this organisation's own? Another office's paper is no evidence, however well it fits."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from oit_audit.model import Document, Media
from oit_audit.thai import OrganisationName, fold, is_foreign, organisation_name

_TOP = 12
"""Blocks in which a paper names its author."""

_HEADINGS = 600
"""Characters of a page's headings in which another office may sign."""

_ALIKE = 75.0
"""Likeness, 0 to 100, from which a recognised name is ours: one wrong letter in four."""

_CIRCULAR = re.compile(
    r"(?:กรมส่งเสริมการปกครองท้องถิ่น|สำนักงานท้องถิ่นจังหวัด|กระทรวงมหาดไทย|สำนักงาน ?ป\.ป\.ช\.)"
    r"(?=\s*(?:เรื่อง|ที่\s*มท))"
    r"|ที่\s*มท\s*[\d๐-๙]{3,4}[^\n]{0,20}/\s*ว"
    r"|เรียน\s+(?:ผู้ว่าราชการจังหวัด|ท้องถิ่นจังหวัด|นายอำเภอ)[^\n]{0,20}ทุก"
)
"""A letter of the ministry to all offices."""

_NAMED = re.compile(
    r"(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)|(?:ทต|ทม|ทน|อบต|อบจ)\.)\s?"
    r"(?!และ|ทุก|ที่|เป็น|มี|ใน|ขนาด|หรือ|ได้|จะ|โดย|ตาม|แห่ง|ของ|อื่น|ต่าง|ประจำ|พ\.ศ|อย่าง|เรื่อง"
    r"|ว่า|ให้|จึง|ซึ่ง|นี้|จัด|ไม่|เพื่อ(?!น)|กับ|การ)[ก-๎]{3,40}"
)
"""Some local government by its own name, not local governments as such."""


_NATIONAL = re.compile(
    r"(?:แผน|รายงาน|ประกาศ|คู่มือ|มาตรการ|นโยบาย|ประมวล|สรุป)[^\n]{0,80}"
    r"(?:กรม[ก-๎]{4,20}|กระทรวง[ก-๎]{4,20}|สำนักงาน ?ป\.ป\.[ชท]\.|สำนักงานปลัด(?:กระทรวง|สำนักนายก))"
)
"""A paper of a ministry, a department or a national commission, by its title."""


def foreign_owner(document: Document, own_name: str) -> str | None:
    """Return who else signs the document, as it says; None when it is ours, or nobody's.

    A page of the site is ours unless another office signs it; a paper that names another office,
    and ours nowhere, is the other's. Without our own name nothing can be foreign.
    """
    own = organisation_name(own_name)
    if own is None:
        return None
    everything = " ".join(block.text for block in document.blocks)
    if document.media is Media.WEBPAGE:
        return _signed_by_heading(document, own, everything)
    top = [document.title, *(block.text for block in document.blocks[:_TOP])]
    top += [cell for table in document.tables[:1] for row in table.rows[:2] for cell in row]
    text = " \n".join(part for part in top if part)
    place = fold(own.place)
    if document.recognised and _is_alike(place, fold(text)):
        return None
    foreign = is_foreign(text, own)
    if foreign is not None or place in fold(text):
        return foreign.quote if foreign else None
    circular = _CIRCULAR.search(text)
    if circular or place in fold(everything):
        return circular[0] if circular else None
    named = _NATIONAL.search(text) or _NAMED.search(text)
    return named[0] if named else None


def _is_alike(place: str, text: str) -> bool:
    """Is the place named in `text`, but for a letter or two that were recognised wrongly?"""
    return fuzz.partial_ratio(place, text) >= _ALIKE


def _signed_by_heading(document: Document, own: OrganisationName, everything: str) -> str | None:
    """Return who else the headings of a page name as the author; the title ends in our own name."""
    text = " \n".join(block.text for block in document.blocks if block.heading)[:_HEADINGS]
    foreign = is_foreign(text, own)
    if foreign is not None:
        return foreign.quote
    national = _NATIONAL.search(text)
    return national[0] if national and fold(own.place) not in fold(everything) else None
