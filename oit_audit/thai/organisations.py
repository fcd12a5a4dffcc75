"""The names of local governments in text: which there are, and whether one of them is ours.

Thai writes no spaces between words, so where a foreign name ends is a guess; our own name is known.
Therefore the question `is this ours?` compares with our name and never relies on a guessed end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from oit_audit.thai.light import LightText, light, soft
from oit_audit.thai.normalize import fold

_KINDS: dict[str, tuple[str, ...]] = {
    "องค์การบริหารส่วนตำบล": ("องค์การบริหารส่วนตำบล", "อบต"),
    "องค์การบริหารส่วนจังหวัด": ("องค์การบริหารส่วนจังหวัด", "อบจ"),
    "เทศบาลตำบล": ("เทศบาลตำบล", "ทต"),
    "เทศบาลเมือง": ("เทศบาลเมือง", "ทม"),
    "เทศบาลนคร": ("เทศบาลนคร", "ทน"),
}
_TOWN = "เทศบาล"
_SHORT = re.compile(r"^[ก-ฮ]{2,3}$")


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The name of a local government as a text has it."""

    kind: str
    """Written out: `องค์การบริหารส่วนตำบล`, `เทศบาลเมือง`."""

    place: str
    """Without its kind; its end is a guess where no space follows."""

    quote: str
    position: int


def _prefix(spelling: str) -> str:
    if not _SHORT.match(spelling):
        return soft(spelling)
    dotted = r" ?\. ?".join(spelling)
    anywhere = rf"|{spelling}\." if len(spelling) == 3 else ""
    return rf"(?<![ก-ู])(?:{spelling}|{dotted})\.?{anywhere}"


_KIND = "|".join(
    f"(?P<k{index}>{'|'.join(map(_prefix, spellings))})"
    for index, spellings in enumerate(_KINDS.values())
)
_STOP_WORDS = (
    "อำเภอ จังหวัด เรื่อง ประจำ ประกาศ ปีงบ ปีพ สำนักงาน ได้รับ ได้จัด ได้ดำเนิน ขอเชิญ ขอแจ้ง ขอความ "
    "ขอประชา ขอแสดง ขอราย ขอขอบ มีความ มีนโยบาย มีหน้าที่ มีวัตถุ มีการ จึง โดย เพื่อ ตามแผน ตามพระ "
    "ตามที่ จัดทำ จัดกิจ จัดโครง ร่วมกับ ดำเนินการ โทร ว่าด้วย แผนการ แผนพัฒนา แผนปฏิบัติ รายงาน ข้อบัญญัติ "
    "เทศบัญญัติ และ ให้บริการ ต้องปฏิบัติ ต้องดำเนิน ถือปฏิบัติ กำหนดให้ มอบหมาย แต่งตั้ง "
    "ซึ่งเป็น ครั้งที่ สมัยสามัญ สมัยวิสามัญ สมัยประชุม "
)
"""What may follow a name without a space. Single short words would cut names: ขอนแก่น, ใหญ่."""

_STOPS = _STOP_WORDS.split()
_STOP = re.compile("(?:" + "|".join(map(soft, _STOPS)) + ")")
_NO_PLACE_WORDS = "ทุกแห่ง กรม กระทรวง ชุมชน ระยะ ในเขต ในพื้นที่ ในจังหวัด แห่ง หรือ ของ"
_NO_PLACE = re.compile("(?:" + "|".join(map(soft, (*_STOPS, *_NO_PLACE_WORDS.split()))) + ")")
_NAME = re.compile(rf"(?:{_KIND}) ?(?P<place>[ก-ฮะ-ูเ-ไ]{{2,60}})")
_HINT = re.compile(r"[บทตมน] ?\.|อบ[ตจ]|เทศบ|บริห")
"""Cheap: no name without one of these."""

_SUFFIXES = tuple(
    map(fold, ("ใหญ่", "น้อย", "เหนือ", "ใต้", "นอก", "ใน", "กลาง", "ตะวัน", "พัฒนา", "สามัคคี"))
)
"""What makes another name of a name: บางพลี is not บางพลีใหญ่."""

_VOWELS = re.compile("[ะัาิีึืุูเแโใไ]")
_SHORTEST = 4
"""Letters of a place from which a longer guess may be the same place."""


def organisation_names(text: str) -> tuple[OrganisationName, ...]:
    """Return the local governments that `text` names, in order.

    >>> [(n.kind, n.place) for n in organisation_names("ประกาศ อบต.หนองสมมติ เรื่อง แผน")]
    [('องค์การบริหารส่วนตำบล', 'หนองสมมติ')]
    """
    reading = LightText(text)
    if not _HINT.search(reading.text):
        return ()
    found = (_named(reading, match) for match in _NAME.finditer(reading.text))
    return tuple(name for name in found if name is not None)


def _named(reading: LightText, match: re.Match[str]) -> OrganisationName | None:
    start, end = match.span("place")
    if _NO_PLACE.match(reading.text, start):
        return None
    stop = _STOP.search(reading.text, start + 2, end)
    if stop:
        end = stop.start()
    elif reading.text.startswith(".", end):
        end -= 1  # the letter belongs to an abbreviation: อ. จ. พ.ศ.
    kind = next(kind for index, kind in enumerate(_KINDS) if match[f"k{index}"] is not None)
    return OrganisationName(
        kind,
        reading.quote(start, end),
        reading.quote(match.start(), end),
        reading.position(match.start()),
    )


def organisation_name(name: str) -> OrganisationName | None:
    """Return the name a user gave for an organisation, taken apart; None without a kind we know.

    >>> organisation_name("อบต. หนองสมมติ").place
    'หนองสมมติ'
    """
    return next(iter(organisation_names(name)), None)


def same_organisation(one: OrganisationName, other: OrganisationName) -> bool:
    """Return whether two names mean one organisation: damaged marks and guessed ends forgiven."""
    if one.kind != other.kind:
        return False
    short, long = sorted((fold(one.place), fold(other.place)), key=len)
    if short == long or _skeleton(short) == _skeleton(long):
        return True
    goes_on = long[len(short) :]
    return len(short) >= _SHORTEST and long.startswith(short) and not goes_on.startswith(_SUFFIXES)


def _skeleton(folded_name: str) -> str:
    """Return the consonants: what is left when a PDF loses its vowel marks."""
    return _VOWELS.sub("", folded_name)


def mentions_organisation(text: str, own: OrganisationName) -> bool:
    """Return whether `text` names `own`, in full or short.

    A longer name that begins like ours is not ours when it goes on as names do (`ใหญ่`, `เหนือ`).
    """
    place, haystack = fold(own.place), fold(text)
    spellings = [*_KINDS[own.kind], *((_TOWN,) if own.kind.startswith(_TOWN) else ())]
    if any(_has_whole(haystack, fold(spelling) + place) for spelling in spellings):
        return True
    bones = _skeleton(place)
    return len(bones) >= _SHORTEST and any(
        _skeleton(fold(name.place)) == bones and name.kind == own.kind
        for name in organisation_names(text)
    )


def _has_whole(haystack: str, name: str) -> bool:
    position = haystack.find(name)
    while position >= 0:
        if not haystack.startswith(_SUFFIXES, position + len(name)):
            return True
        position = haystack.find(name, position + 1)
    return False


_AUTHOR_BEFORE = re.compile(
    "(?:" + "|".join(map(soft, (
        "ประกาศ", "คำสั่ง", "แผน", "รายงาน", "ข้อบัญญัติ", "เทศบัญญัติ", "คู่มือ", "นโยบาย", "สรุป", "มาตรการ",
        "ระเบียบ", "ข้อมูล", "โครงสร้าง", "อำนาจหน้าที่", "ผู้บริหาร", "นายก", "สำนักงาน", "ปลัด", "เจตนารมณ์",
        "งบ", "สถิติ",
    ))) + r")[^\n]{0,120}$"
)  # fmt: skip
_NOT_AUTHOR_BEFORE = re.compile(
    "(?:"
    + "|".join(map(soft, ("ร่วมกับ", "ณ", "ดูงาน", "ไปยัง", "จาก", "และ", "ถึง", "ต่อ", "หรือ")))
    + r")\s?$"
)
_SUBJECT_AFTER = re.compile(rf"[^\n]{{0,60}}{soft('เรื่อง')}")
_HEAD = 400
"""Characters in which a document says whose it is."""


def is_foreign(text: str, own: OrganisationName) -> OrganisationName | None:
    """Return the other local government whose document `text` is; None when ours or unsaid.

    The other stands as author or in a title (`แผน… เทศบาลตำบลY`, `อบต.Y เรื่อง`), and ours nowhere.
    """
    if mentions_organisation(text, own) or _has_whole(fold(text), fold(own.place)):
        return None
    head = text[:_HEAD]
    for name in organisation_names(head):
        if not same_organisation(name, own) and _is_author(head, name):
            return name
    return None


def _is_author(head: str, name: OrganisationName) -> bool:
    before, after = light(head[: name.position]), light(head[name.position + len(name.quote) :])
    if _NOT_AUTHOR_BEFORE.search(before):
        return False
    return bool(not before.strip() or _AUTHOR_BEFORE.search(before) or _SUBJECT_AFTER.match(after))
