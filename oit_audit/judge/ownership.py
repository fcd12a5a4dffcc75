"""Is it this organisation's own? Another office's paper is no evidence, however well it fits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from oit_audit.model import Document, Media, Text
from oit_audit.thai import (
    OrganisationName,
    Place,
    fold,
    is_foreign,
    is_in_passing,
    mentions_organisation,
    mentions_place,
    organisation_name,
    organisation_names,
    places,
    same_organisation,
    same_place,
)
from oit_audit.words import worded

_TOP = 12
"""Blocks in which a paper names its author."""

_TOP_LETTERS, _LETTERS = 20_000, 200_000
"""Characters that are read for an author, and for our own name."""

_CITED_REACH = 120
"""Characters of a line before a name that say that it is only cited."""

_HEADINGS = 600
"""Characters of a page's headings in which another office may sign."""

_ALIKE = 75.0
"""Likeness, 0 to 100, from which a recognised name is ours: one wrong letter in four."""

_MISSPELT = 80.0
"""Likeness from which a name of our kind in our own district is ours, misspelt."""

_OFFICE = (
    r"(?:กรม(?!การ(?:เมือง|พรรค)|ธรรม์)[ก-๎]{4,40}|กระทรวง[ก-๎]{4,20}|สำนักงาน ?ป\.ป\.[ชท]\."
    r"|สำนักงาน(?:คณะกรรมการ|การตรวจเงิน|ท้องถิ่นจังหวัด|ปลัดกระทรวง|ปลัดสำนักนายก)[ก-๎]{2,60})"
)
_AN_OFFICE = re.compile(_OFFICE)
_CIRCULAR = re.compile(
    r"(?:กรมส่งเสริมการปกครองท้องถิ่น|สำนักงานท้องถิ่นจังหวัด|กระทรวงมหาดไทย|สำนักงาน ?ป\.ป\.ช\.)"
    r"(?=\s*(?:เรื่อง|ที่\s*มท))"
    r"|ที่\s*มท\s*[\d๐-๙]{3,4}[^\n]{0,20}/\s*ว"
    r"|เรียน\s+(?:ผู้ว่าราชการจังหวัด|ท้องถิ่นจังหวัด|นายอำเภอ)[^\n]{0,20}ทุก"
)
"""A letter of the ministry to all offices."""

_NATIONAL = re.compile(
    r"(?:แผน|รายงาน|ประกาศ|คู่มือ|มาตรการ|นโยบาย|ประมวล|สรุป|แนวทาง)[^\n]{0,80}"
    rf"{_OFFICE}|(?m:^)\s{{0,3}}{_OFFICE}(?=[\s()]{{0,3}}(?:กระทรวง[ก-๎]{{3,20}})?\s{{0,3}}(?m:$))"
)
"""A paper of a ministry, a department or a national commission, by its title or its letterhead."""

_CITES = re.compile(
    r"(?:ตาม|อ้างถึง|อ้างอิง|อาศัย|หนังสือ|ระเบียบ|กฎ|เสนอ|รายงานต่อ|ส่ง|แจ้ง|ร้องเรียนต่อ|ของ\s*อปท)[^\n]{0,80}$"
)
"""Before what a paper only cites, or whom it only goes to."""

_COMPANY = re.compile(
    r"(?m:^)[^\n]{0,20}(?:คู่มือการใช้งาน|คู่มือการใช้|นโยบาย|ข้อกำหนด|เงื่อนไข)[^\n]{0,80}"
    r"(?P<company>(?:บริษัท|ห้างหุ้นส่วนจำกัด|หจก\.)\s?[ก-๎A-Za-z][^\n]{0,60})"
)
"""A manual or the terms of who made the website."""

_NAMED = re.compile(
    r"(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)|(?:ทต|ทม|ทน|อบต|อบจ)\.)\s?"
    r"(?!และ|ทุก|ที่|เป็น|มี|ใน|ขนาด|หรือ|ได้|จะ|โดย|ตาม|แห่ง|ของ|อื่น|ต่าง|ประจำ|พ\.ศ|อย่าง|เรื่อง"
    r"|ว่า|ให้|จึง|ซึ่ง|นี้|จัด|ไม่|เพื่อ(?!น)|กับ|การ)[ก-๎]{3,40}"
)
"""Some local government by its own name, not local governments as such."""

_KIND = (
    r"(?<!ปลัด)(?<!นายก)(?<!พนักงาน)(?<!สมาชิก)(?<!สภา)"
    r"(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)|(?:อบต|อบจ|ทต|ทม|ทน)\.?|(?:ชื่อ|ของ)หน่วยงาน)"
)
_BLANK = r"(?:[.…_\-]{4,}|_{2,}|…{2,}|[xX×]{3,}|[Oo0○]{4,})(?![.…_xX-]|\s{0,3}[\d๐-๙])"
_UNFILLED = re.compile(
    rf"{_KIND}\s{{0,3}}:?\s{{0,3}}{_BLANK}"
    r"|[\[(<{«]\s{0,3}(?:โปรด|กรุณา)?(?:ใส่|ระบุ|กรอก|เติม)?\s?ชื่อ\s?(?:หน่วยงาน|องค์กร|เทศบาล|อบต|อปท|องค์การบริหาร)"
    r"[^\])>}»\n]{0,40}[\])>}»]"
)
"""Where a template waits for the name of an office."""

_OFTEN = 3
"""Times that a page names an office from which it is that office's."""

_BY_ITSELF = 20
"""Characters beside a name that stands by itself: `นายก …`, `ผู้ประกาศ`."""

_BESIDE = 80
"""Characters after a name within which its district and province stand."""


def foreign_owner(document: Document, own_name: str, home: Place | None = None) -> str | None:
    """Return who else signs the document, as it says; None when it is ours, or nobody's.

    A page of the site is ours unless another office signs it; a paper that names another office,
    and ours nowhere, is the other's. Without our own name nothing can be foreign. `home` is our
    own district and province, where the site says them: our name in another is another's.
    """
    own = organisation_name(own_name)
    if own is None:
        return None
    if document.media is Media.WEBPAGE:
        return _signed_by_heading(document, own)
    text = _top(document)
    if document.recognised and _is_alike(fold(own.place), fold(text)):
        return None
    namesake = _namesake(text, own, home) if home else None
    foreign = is_foreign(text, own)
    if namesake or (foreign is not None and not (home and _is_misspelt(text, own, home))):
        return namesake or (foreign.quote if foreign else None)
    if foreign or mentions_organisation(text, own) or mentions_place(text, own):
        return None
    return _somebody_else(text, _everything(document), own)


def _somebody_else(text: str, everything: str, own: OrganisationName) -> str | None:
    """Return who else speaks in a paper whose first lines do not name us."""
    circular = _uncited(_CIRCULAR.finditer(text), text)
    if circular or mentions_place(everything, own):
        return circular
    national = _uncited(_NATIONAL.finditer(text), text)
    company = _COMPANY.search(text)
    if national or company:
        return national or (company["company"] if company else None)
    named = (m for m in _NAMED.finditer(text) if not is_in_passing(text, m.start()))
    return next((m[0] for m in named), None)


def _top(document: Document) -> str:
    top = [document.title, *(block.text for block in document.blocks[:_TOP])]
    top += [cell for table in document.tables[:1] for row in table.rows[:2] for cell in row]
    return " \n".join(part for part in top if part)[:_TOP_LETTERS]


def _everything(document: Document) -> str:
    return " ".join(block.text for block in document.blocks)[:_LETTERS]


def _uncited(found: Iterable[re.Match[str]], text: str) -> str | None:
    """Return who is named by the first match that is not only cited in its line."""
    for match in found:
        begin = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _CITED_REACH)
        line = text[begin : match.start()]
        office = _AN_OFFICE.search(match[0])
        inside = match[0][: office.start()] if office else ""
        if not _CITES.search(line) and not _CITES.search(inside):
            return office[0] if office else match[0]
    return None


def _is_alike(place: str, text: str) -> bool:
    """Is the place named in `text`, but for a letter or two that were recognised wrongly?"""
    return fuzz.partial_ratio(place, text) >= _ALIKE


def _namesake(text: str, own: OrganisationName, home: Place) -> str | None:
    """Return an office of our name in another district; None when it is ours wherever it stands."""
    found = places(text)
    if not found or any(same_place(place, home) for place in found):
        return None
    for name in organisation_names(text):
        if same_organisation(name, own):
            end = name.position + len(name.quote)
            for place in found:
                if (
                    end <= place.position <= end + _BESIDE
                    and "\n" not in text[end : place.position]
                ):
                    return text[name.position : place.position + len(place.quote)]
    return None


def _is_misspelt(text: str, own: OrganisationName, home: Place) -> bool:
    """Is our name in our own district only written wrongly?"""
    if not any(same_place(place, home) for place in places(text)):
        return False
    return any(
        name.kind == own.kind and fuzz.ratio(fold(name.place), fold(own.place)) >= _MISSPELT
        for name in organisation_names(text)
    )


def _signed_by_heading(document: Document, own: OrganisationName) -> str | None:
    """Return who else the headings of a page name as the author; the title ends in our own name."""
    text = " \n".join(block.text for block in document.blocks if block.heading)[:_HEADINGS]
    foreign = is_foreign(text, own)
    if foreign is not None:
        return foreign.quote
    everything = _everything(document)
    if mentions_place(everything, own):
        return None
    return _uncited(_NATIONAL.finditer(text), text) or _speaks_of(document, everything)


def _speaks_of(document: Document, everything: str) -> str | None:
    """Return the office that a page, which never names ours, names again and again as its own.

    Once it must stand by itself, as under a title or a signature.
    """
    named = [
        name
        for name in organisation_names(everything)
        if not is_in_passing(everything, name.position)
    ]
    spelled = [fold(name.place) for name in named]
    often = max(set(spelled), key=lambda place: (_begun_with(place, spelled), place), default="")
    if not often or _begun_with(often, spelled) < _OFTEN:
        return None
    quotes = [name.quote for name, place in zip(named, spelled, strict=True) if place == often]
    alone = (
        quote
        for block in document.blocks
        for quote in quotes[:_OFTEN]
        if quote in block.text and len(block.text) <= len(quote) + _BY_ITSELF
    )
    return next(alone, None)


def _begun_with(place: str, spelled: list[str]) -> int:
    """Count the names that begin with a place: words may run on behind it."""
    return sum(each.startswith(place) for each in spelled)


def unfilled(document: Document, own_name: str) -> str | None:
    """Return where a template still waits for the name of an office; None when it does not.

    A form of ours may ask others for their names.
    """
    own = organisation_name(own_name)
    text = _top(document)
    blank = _UNFILLED.search(text)
    if blank is None or (own is not None and mentions_place(_everything(document), own)):
        return None
    if document.media is Media.WEBPAGE and "ชื่อ" in blank[0] and document.forms:
        return None
    return blank[0]


def disowned(document: Document, own_name: str, home: Place | None = None) -> Text | None:
    """Return why the document is not ours, as a clause; None when it may be."""
    blank = unfilled(document, own_name)
    if blank is not None:
        return worded(
            "it is a template in which no office has put its name (“{blank}”)", blank=blank
        )
    owner = foreign_owner(document, own_name, home)
    return None if owner is None else worded("it belongs to {owner}", owner=owner)
