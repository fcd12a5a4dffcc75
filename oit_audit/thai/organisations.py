"""The names of local governments in text: which there are, and whether one of them is ours.

Thai writes no spaces between words, so where a foreign name ends is a guess; our own name is known.
Therefore the question `is this ours?` compares with our name and never relies on a guessed end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from oit_audit.thai.light import LightText, light, soft
from oit_audit.thai.normalize import fold, folded

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

_CONTINUED_WORDS = (
    "ได้ มี ขอ จะ ที่ เป็น ใน ว่า ของ กับ คือ โดย ตาม เพื่อ เมื่อ พร้อม ร่วม ออก ดำเนิน รับ ไม่ แจ้ง ประ "
    "ครั้ง สมัย ปี จัด ให้ นี้ นั้น ทุก แห่ง ต่อ จาก ถึง หรือ แต่ ซึ่ง อัน จึง ส่วน กอง ฝ่าย งาน สำนัก ปลัด นาย "
    "สมาชิก สภา พนักงาน บุคลา เว็บ โครงการ กิจกรรม แผน ราย คำสั่ง เรื่อง ผ่าน ด้าน สาขา ถนน หมู่ เลข รหัส "
    "ซอย ตั้ง ลูกจ้าง ข้าราช ผู้ การ ความ สู่ อย่าง พุทธ ปลอด อำเภอ จังหวัด ตำบล และ โทร ณ ท่าน คณะ ยินดี "
    "สุจริต ต้อน ข่าว ข้อ หน้า เขต ต้อง ถือ กำหนด มอบ แต่ง ยัง ทั้ง แบบ ศูนย์ หน่วย ใช้ เปิด ลง สรุป "
    "นโยบาย มาตรการ คู่มือ งบ สถิติ เจตนา ช่อง ติดต่อ สอบ ร้อง"
)
_CONTINUED = tuple(map(fold, _CONTINUED_WORDS.split()))
"""How a sentence goes on after a name without a space between."""

_LONGEST_REST = 7
"""Folded letters up to which what goes on, and ends there, is the rest of a longer name."""

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
    begins = len(short) >= _SHORTEST and long.startswith(short)
    return begins and not _is_longer_name(long[len(short) :])


def _is_longer_name(goes_on: str) -> bool:
    """Does a name go on with these folded letters, up to the end of the word: หนองบัว, แดง?"""
    if goes_on.startswith(_SUFFIXES):
        return True
    return 0 < len(goes_on) <= _LONGEST_REST and not goes_on.startswith(_CONTINUED)


def _skeleton(folded_name: str) -> str:
    """Return the consonants: what is left when a PDF loses its vowel marks."""
    return _VOWELS.sub("", folded_name)


def mentions_organisation(text: str, own: OrganisationName) -> bool:
    """Return whether `text` names `own`, in full or short.

    A longer name that begins like ours is not ours when it goes on as names do (`ใหญ่`, `เหนือ`).
    """
    place = fold(own.place)
    spellings = [*_KINDS[own.kind], *((_TOWN,) if own.kind.startswith(_TOWN) else ())]
    if any(_has_whole(text, fold(spelling) + place) for spelling in spellings):
        return True
    bones = _skeleton(place)
    return len(bones) >= _SHORTEST and any(
        _skeleton(fold(name.place)) == bones and name.kind == own.kind
        for name in organisation_names(text)
    )


def mentions_place(text: str, own: OrganisationName) -> bool:
    """Return whether `text` names the place of `own`; a district or province of its name is none.

    >>> own = organisation_name("อบต.หนองสมมติ")
    >>> mentions_place("โรงเรียนบ้านหนองสมมติ", own), mentions_place("อำเภอหนองสมมติ", own)
    (True, False)
    """
    place = fold(own.place)
    if place not in fold(text):
        return False
    around = rf"(?:{soft('อำเภอ')}|(?<!สวน){soft('จังหวัด')}|(?<![ก-ู.])[อจ] ?\.) ?"
    return _has_whole(re.sub(around + soft(own.place), " ", light(text)), place)


def _has_whole(text: str, name: str) -> bool:
    """Does the folded `name` stand in `text` without going on as a longer name?"""
    if name not in fold(text):
        return False
    way_back = folded(text)
    position = way_back.text.find(name)
    while position >= 0:
        end = way_back.origin[position + len(name) - 1] + 1
        goes_on = _WORD.match(text, end)
        if not _is_longer_name(fold(goes_on[0]) if goes_on else ""):
            return True
        position = way_back.text.find(name, position + 1)
    return False


_WORD = re.compile("[ก-๎]{1,60}")
