"""The patterns behind `dates`, over light text (small letters, Arabic digits, no tone marks)."""

from __future__ import annotations

import re
from functools import lru_cache

from oit_audit.thai.fiscal import MONTHS
from oit_audit.thai.light import light, soft

_SHORT = ("ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค")
_ENGLISH = (
    "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?",
    "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
)  # fmt: skip


def _month(index: int, *, loose: bool) -> str:
    """Return the pattern of a month; loose ones (`ตค65`) are months only next to a year."""
    first, last = light(_SHORT[index]).split(".")
    dotted = rf"(?<![ก-ฮ]\.){soft(first)} ?\. ?{last}(?:\.|(?![ก-ู]))"
    bare = rf"|(?<![ก-ูเ-ไ.]){soft(first)}{last}(?![ก-ู])\.?" if loose else ""
    return rf"{soft(MONTHS[index])}|{dotted}{bare}|\b{_ENGLISH[index]}\b\.?"


LOOSE_MONTH = "(?:" + "|".join(_month(index, loose=True) for index in range(12)) + ")"
STRICT_MONTH = "(?:" + "|".join(_month(index, loose=False) for index in range(12)) + ")"
ANY_MONTH = re.compile(LOOSE_MONTH)
_EACH_MONTH = tuple(re.compile(_month(index, loose=True)) for index in range(12))

_ERA = r"(?:พ ?\. ?ศ ?\.{0,3}|พศ\.?|พุทธศักราช|ค ?\. ?ศ ?\.{0,2}|คศ\.?|คริสตศักราช|\bb\.e\.?|\ba\.d\.?)"
_YEAR4 = r"(?:25[4-9]\d|2600|20[0-5]\d)(?!\d)"
_BARE = r"(?:25[4-9]\d|2600|20[1-3]\d)(?!\d)"
_YEAR2 = r"(?:5[5-9]|6\d|7[0-5])(?!\d)"
_YEAR = rf"(?:{_YEAR4}|{_YEAR2})"
_MONTH2 = r"(?:1[0-2]|0?[1-9])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_SP = r"\s{0,3}"
_PI = soft("ปี")
_BUDGET = soft("งบประมาณ")
_FISCAL_CUE = (
    rf"(?:{_PI}\s?{_BUDGET}|{_PI}\s?งบ\.?|{_BUDGET}รายจ ?าย\s?ประจ ?า{_PI}|\bfy|\bfiscal year)"
)
_BUDGET_CUE = rf"(?<!วิธีการ){_BUDGET}(?:รายจ ?าย)?"
TO = rf"{_SP}(?:-|จนถึง|ถึง|\bto\b){_SP}"
_GLUE = r"[\s.:(]{0,3}"
_LED = soft("เดือน")
_DAY_LED = r"(?:วันที\s?)?"
_UNITS = (
    "บาท|(?:ล ?าน(?:บาท)?|คน|ราย|ครัง|แหง|เมตร|ลิตร|ไร|ตัว|หลัง|ครัวเรือน|ฉบับ|เครือง|ชุด|หนวย)(?![ก-ูเ-ไ])"
)
_NO_AMOUNT = rf"(?![.]\d|,\d{{1,3}}(?!\d)|\s?%|\s?(?:{_UNITS}))"
_ALONE = r"(?<!\d)(?<!\d[.,/])"
_DAY_STARTS = rf"{_ALONE}(?<![a-z])(?<!ขร)(?<!ขร[. ])(?<!ขร\. )(?<!ครังที)(?<!ครังที )"
"""A day, not the number of a form (`สขร.1`), an item (`o1`) or a meeting."""

_LED_AFTER_DAY = rf"(?:(?:(?<=วันที\d)|(?<=วันที\d\d)|(?<=วันที \d)|(?<=วันที \d\d)){_SP}{_LED})?"
"""`วันที่ 5 เดือน มีนาคม` is a day, `แบบ 1 เดือน มีนาคม` a month."""


def _year_of(name: str) -> str:
    return (
        rf"{_SP}(?:[,/-]{_SP})?(?:(?:ประจ ?า)?(?P<{name}_fiscal>{_FISCAL_CUE})|{_PI})?{_GLUE}"
        rf"(?:{_ERA}{_SP})?(?P<{name}>{_YEAR})"
    )


_FIRST_SIX = rf"(?:6|หก)\s?{_LED}"
_SECOND = r"[\s(]{0,3}(?:หลัง|เมษายน|เม ?\. ?ย)"
_HALF = (
    rf"(?:(?:รอบ|ราย|ระยะ|ชวง)\s?{_FIRST_SIX}(?:แรก|หลัง)?|{_ALONE}{_FIRST_SIX}\s?(?:แรก|หลัง)"
    rf"|{_ALONE}{_FIRST_SIX}(?=[\s(]{{0,3}}(?:ประจ ?า|{_PI}))|ครึง{_PI}(?:{_BUDGET})?\s?(?:แรก|หลัง))"
)
_PARTS = {
    "span": (
        rf"(?:{_DAY_STARTS}(?P<span_day>{DAY}){_LED_AFTER_DAY}{_SP}|{_LED}{_SP})?"
        rf"(?P<span_month>{LOOSE_MONTH})(?:{_year_of('span_year')})?{TO}{_DAY_LED}"
        rf"(?:(?P<span_day2>{DAY}){_SP})?(?:{_LED}{_SP})?"
        rf"(?P<span_month2>{LOOSE_MONTH})(?:{_year_of('span_year2')})?"
    ),
    "date": (
        rf"{_DAY_STARTS}(?:(?P<date_from>{DAY}){TO}{_DAY_LED})?(?P<date_day>{DAY})"
        rf"{_LED_AFTER_DAY}{_SP}(?P<date_month>{LOOSE_MONTH}){_year_of('date_year')}"
    ),
    "american": (
        rf"(?P<american_month>\b(?:{'|'.join(_ENGLISH)})\.?) "
        rf"(?P<american_day>{DAY}),? ?(?P<american_year>{_YEAR4})"
    ),
    "month": rf"(?:{_LED}{_SP})?(?P<month_month>{LOOSE_MONTH}){_year_of('month_year')}",
    "iso": (
        rf"(?<![\d-])(?P<iso_year>25[4-9]\d|2600|20[0-5]\d)(?P<iso_sep>[-/])"
        rf"(?P<iso_month>{_MONTH2})(?P=iso_sep)(?P<iso_day>{DAY})"
    ),
    "slashes": (
        rf"(?<![\d./-])(?P<slashes_day>{DAY})/(?P<slashes_month>{_MONTH2})/(?P<slashes_year>{_YEAR}){TO}"
        rf"{_DAY_LED}(?P<slashes_day2>{DAY})/(?P<slashes_month2>{_MONTH2})/(?P<slashes_year2>{_YEAR})"
    ),
    "numeric": (
        rf"(?<![\d./-])(?P<numeric_day>{DAY})(?P<numeric_sep>[-./])(?P<numeric_month>{_MONTH2})"
        rf"(?P=numeric_sep)(?P<numeric_year>{_YEAR})(?![/-]\d)"
    ),
    "quarter": (
        rf"(?:{soft('ไตรมาส')}\s?(?:ที\s?)?|\bq)(?P<quarter_number>[1-4])(?!\d)"
        rf"(?:\s?/\s?(?P<quarter_year>{_YEAR}))?"
    ),
    "half": rf"{_HALF}(?=(?P<half_second>{_SECOND})?)",
    "short": rf"(?<=\()\s?(?P<short_year>{_YEAR2})\s?-\s?(?P<short_last>{_YEAR2})(?=\s?\))",
}
_YEAR_PARTS = {
    "fiscal": (
        rf"(?:{_FISCAL_CUE}{_GLUE}(?:{_ERA}{_SP})?|{_BUDGET_CUE}{_GLUE}(?:{_ERA}{_SP})?(?=\d{{4}}))"
        rf"(?P<fiscal_year>{_YEAR}){_NO_AMOUNT}"
    ),
    "year": (
        rf"(?:(?P<year_cue>{_PI}(?:\s?(?:ปฎิทิน|การศึกษา|ภาษี|บัญชี))?){_GLUE}(?:{_ERA}{_SP})?"
        rf"|{_ERA}{_SP}[(]?)(?P<year_year>{_YEAR}){_NO_AMOUNT}"
    ),
    "bare": rf"(?<![\d=#])(?<!\d\.)(?P<bare_year>{_BARE})(?![a-z]|/\d){_NO_AMOUNT}",
}


def _to_year(name: str) -> str:
    return (
        rf"(?:{TO}(?:(?:{_FISCAL_CUE}|{_PI}){_SP})?(?:{_ERA}{_SP})?(?P<{name}_last>{_YEAR}))?"
        r"(?!\s?-\s?\d{3})"
    )


_LONGEST = _PARTS | {name: part + _to_year(name) for name, part in _YEAR_PARTS.items()}
MENTION = re.compile("|".join(f"(?P<{name}>{part})" for name, part in _LONGEST.items()))
"""To be matched where `START` stands; the name of the outermost group says which part it is."""

SHORTER = tuple(re.compile(f"(?P<{name}>{part})") for name, part in (_PARTS | _YEAR_PARTS).items())
"""The parts one by one, years without ranges: for when the longest reading makes no sense."""

_MONTH_START = (
    r"[มกพสตธ] ?(?:\.| [ัิีึืุู])|[มกพสตธ] [ัิีึืุู]|ม[กีิค]|ก[ุรพคัย]|เ ?[มด]|พ[ฤยค]|ส[ิค]|ต[ุค]|ธ[ัค]"
    r"|\b[jfasonmd][aepuco]"
)
START = re.compile(
    rf"(?<!\d)(?:(?<!\d[.,])\d\d?(?=\s{{0,3}}[-/.ก-ฮเa-z])|2[056]\d\d(?!\d))|{_MONTH_START}"
    r"|พ[.ศุ]|พ [.]|ค ?[.]|ป ?ี|งบ|ไ ?ต|รอ|รา|ระ|ชว|หก|คร|คศ|\b(?:a\.d|b\.e|q[1-4]|fy|fi)"
)
"""Cheap: the first letters of every part."""

MONTH_START = re.compile(_MONTH_START)

WORDS_ALONE = re.compile("หก|ครึง")
"""What begins a part that needs no digit."""

FIRST_HALF = re.compile(rf"{_HALF}(?!{_SECOND})(?<!หลัง)")
FIRST_MONTHS = re.compile(rf"(?:รอบ|ระยะ|ชวง)\s?(?P<months>9|12)\s?{_LED}")

PART_OF_NUMBER = re.compile(
    r"(?<!\d)\d{1,3}-$|(?:ผูเขาชม|เขาชม|ผูชม|\bviews?|\bhits?|\bvisitors?|\bvisits?)[^\d\n]{0,16}$"
    r"|(?:จานวน|เปนเงิน|พืนที)\s?$|(?<!\d)0\d?\d? $|[\s/]ว\.?\s?$"
    r"|(?:โทร|โทรศัพท|โทรสาร|แฟกซ|รหัส|เลขที|หมายเลข|\biso|\btel|\bfax)[^ก-ฮa-z/]{0,14}$"
)
"""What stands before four digits that are no year: telephone, house, circular numbers."""

_LAW = (
    "พระราชบัญญัติ|พ ?[.] ?ร ?[.] ?บ ?[.]|พรบ|ระเบียบ(?!วาระ)|ข้ ?อบังคับ|กฎกระทรวง|กฎหมาย|พระราชกฤษฎีกา"
    "|พ ?[.] ?ร ?[.] ?ฎ|พระราชกำหนด|รัฐธรรมนูญ|ประกาศคณะกรรมการ|ประกาศกระทรวง|ประกาศ ก[.]"
    "|ข้ ?อบัญญัติ(?!งบ)|เทศบัญญัติ(?!งบ)|ประมวลจริยธรรม"
)
LAW = re.compile(light(_LAW))
STRONG_LAW = re.compile(light("พระราชบัญญัติ|พ ?[.] ?ร ?[.] ?บ ?[.]|พรบ|รัฐธรรมนูญ|ว่าด้วย|กฎกระทรวง"))
AMENDED = re.compile(light(r"(?:ฉบับที่\s?\d+\s?[)]?|แก้ไขเพิ่มเติม[^\d]{0,40})\s{0,2}$"))
NO_LAW = re.compile(
    light(r"งบประมาณรายจ ?่าย|ประจ ?ำ ?ปี|ปี ?งบ|\n\s*\n|\sแผน|รายงานผล|โครงการ|25\d\d|20\d\d")
)
COPYRIGHT = re.compile(light(r"(?:©|\(c\)|copyright|ลิขสิทธิ์)[^\d\n]{0,24}$"))
PUT_UP = re.compile(
    light(
        "(?:เผยแพร่(?:ข้อมูล)?เมื่อ|เผยแพร่วันที่|วันที่เผยแพร่|วันที่ประกาศ|ประกาศเมื่อ|โพสต์?เมื่อ|โพสต์?วันที่"
        "|วันที่โพสต์?|วันที่ลงประกาศ|ลงประกาศเมื่อ|อัปเดต|อัพเดท|อัพเดต|อัปเดท|ปรับปรุง(?:ข้อมูล)?(?:ล่าสุด|เมื่อ)"
        "|แก้ไข(?:ล่าสุด|เมื่อ)|วันที่ลงข้อมูล|วันที่บันทึก|วันที่พิมพ์|พิมพ์เมื่อ|พิมพ์วันที่|สร้างเมื่อ|printed|posted|published|updated|modified)"
    )
    + r"[^\d]{0,24}$"
)


@lru_cache(maxsize=512)
def month_number(word: str) -> int:
    """Return 1 to 12 for a month as `MENTION` found it."""
    return next(
        index for index, pattern in enumerate(_EACH_MONTH, start=1) if pattern.fullmatch(word)
    )
