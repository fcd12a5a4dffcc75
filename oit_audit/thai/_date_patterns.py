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
    first, last = light(_SHORT[index]).split(".")
    first = soft(first)
    dotted = rf"(?<![ก-ฮ]\.){first} ?\. ?{last}(?:\.|(?![ก-ู]))"
    bare = rf"|(?<![ก-ูเ-ไ.]){first}{last}(?![ก-ู])\.?" if loose else ""
    return rf"{soft(MONTHS[index])}|{dotted}{bare}|\b{_ENGLISH[index]}\b\.?"


LOOSE_MONTH = "(?:" + "|".join(_month(index, loose=True) for index in range(12)) + ")"
STRICT_MONTH = "(?:" + "|".join(_month(index, loose=False) for index in range(12)) + ")"
ANY_MONTH = re.compile(LOOSE_MONTH)
_EACH_MONTH = tuple(re.compile(_month(index, loose=True)) for index in range(12))

_BE = r"(?:พ ?\. ?ศ ?\.{0,3}|พศ\.?|พุทธศักราช)"
_ERA = rf"(?:{_BE}|ค ?\. ?ศ ?\.{{0,2}}|คศ\.?|\bb\.?e\.?|\ba\.?d\.?)"
_YEAR4 = r"(?:25[4-9]\d|2600|20[0-5]\d)(?!\d)"
_YEAR2 = r"(?:5[5-9]|6\d|7[0-5])(?!\d)"
_YEAR = rf"(?:{_YEAR4}|{_YEAR2})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_SP = r"[\s]{0,3}"
_PI = soft("ปี")
_BUDGET = soft("งบประมาณ")
_FISCAL_CUE = (
    rf"(?:(?:{_PI}\s?)?{_BUDGET}(?:รายจ ?าย)?(?:\s?ประจ ?า{_PI})?|{_PI}\s?งบ\.?"
    r"|\bfy|\bfiscal year)"
)
TO = rf"{_SP}(?:-|ถึง|จนถึง|\bto\b|/\s?(?=[^\d])){_SP}"
_GLUE = r"[\s.:(]{0,3}"
_MONTH_YEAR = (
    rf"{_SP}(?:[,/-]{_SP})?(?:(?:ประจ ?า)?(?P<NAME_fiscal>{_FISCAL_CUE})?|{_PI}){_GLUE}"
    rf"(?:{_ERA}{_SP})?(?P<NAME>{_YEAR})"
)
_NOT_MONEY = r"(?![.,]\d|\s?%|\s?(?:บาท|คน\b|ราย\b|ครัง|โครงการ|แห่ง|แหง|ล ?าน))"


def _dated(name: str) -> str:
    return _MONTH_YEAR.replace("NAME", name)


_BEFORE = r"(?<!\d)(?<!\d[.,/])"
_LED = soft("เดือน")
_DAY_LED = rf"(?:วันที\s?)?(?:{soft('วัน')}[ก-ฮะ-ูเ-ไ]{{3,12}}\s?ที\s?)?"
_PARTS = {
    "span": (
        rf"(?:{_BEFORE}(?P<span_day>{DAY}){_SP})?(?:{_LED}{_SP})?"
        rf"(?P<span_month>{LOOSE_MONTH})(?:{_dated('span_year')})?{TO}{_DAY_LED}"
        rf"(?:(?P<span_day2>{DAY}){_SP})?(?:{_LED}{_SP})?"
        rf"(?P<span_month2>{LOOSE_MONTH})(?:{_dated('span_year2')})?"
    ),
    "date": (
        rf"{_BEFORE}(?:(?P<date_from>{DAY}){TO}(?:วันที\s?)?)?(?P<date_day>{DAY}){_SP}"
        rf"(?:{_LED}{_SP})?(?P<date_month>{LOOSE_MONTH}){_dated('date_year')}"
    ),
    "american": (
        rf"(?P<american_month>\b(?:{'|'.join(_ENGLISH)})\.?) (?P<american_day>{DAY})(?:st|nd|rd|th)?"
        rf",? ?(?P<american_year>{_YEAR4})"
    ),
    "month": rf"(?:{_LED}{_SP})?(?P<month_month>{LOOSE_MONTH}){_dated('month_year')}",
    "iso": (
        rf"(?<![\d-])(?P<iso_year>(?:25[4-9]\d|2600|20[0-5]\d))(?P<iso_sep>[-/])"
        rf"(?P<iso_month>0?[1-9]|1[0-2])(?P=iso_sep)(?P<iso_day>{DAY})"
    ),
    "numeric": (
        rf"(?<![\d./-])(?P<numeric_day>{DAY})(?:/|(?P<numeric_sep>[-.]))(?P<numeric_month>0?[1-9]|1[0-2])"
        rf"(?:(?P=numeric_sep)|/)(?P<numeric_year>{_YEAR})(?![/-]\d)"
    ),
    "fiscal": (
        rf"(?<!วิธีการ)(?P<fiscal_cue>{_FISCAL_CUE}){_GLUE}(?:{_ERA}{_SP})?"
        rf"(?P<fiscal_year>{_YEAR}){_NOT_MONEY}"
        rf"(?:{TO}(?:(?:{_FISCAL_CUE}|{_PI}){_SP})?(?:{_ERA}{_SP})?(?P<fiscal_year2>{_YEAR}))?"
    ),
    "quarter": (
        rf"(?:{soft('ไตรมาส')}\s?(?:ที\s?)?|\bq)(?P<quarter_number>[1-4])(?!\d)"
        rf"(?:\s?/\s?(?P<quarter_year>{_YEAR}))?"
    ),
    "half": (
        rf"(?:{_BEFORE}(?:รอบ\s?)?(?:6|หก)\s?{_LED}(?:\s?(?P<half_second>หลัง))?"
        rf"|ครึง{_PI}(?:{_BUDGET})?\s?(?P<half_second2>หลัง)?)"
    ),
    "year": (
        rf"(?:(?P<year_cue>{_PI}(?:\s?(?:ปฎิทิน|การศึกษา|ภาษี|บัญชี))?){_GLUE}(?:{_ERA}{_SP})?"
        rf"|(?P<year_era>{_ERA}){_SP}[(]?)(?P<year_year>{_YEAR}){_NOT_MONEY}"
        rf"(?:{TO}(?:{_PI}{_SP})?(?:{_ERA}{_SP})?(?P<year_year2>{_YEAR}))?"
    ),
    "bare": (
        rf"(?<![\d=_#])(?<!\d[.,-])(?<!\d /)(?P<bare_year>{_YEAR4})(?![.,]\d|/\d|[a-z]|-\d{{3}}(?!\d))"
        rf"{_NOT_MONEY}(?:{TO}(?:{_ERA}{_SP})?(?P<bare_year2>{_YEAR}))?"
    ),
}
FIRST_HALF = rf"(?:รอบ\s?(?:6|หก)|(?<!\d)(?:6|หก))\s?{_LED}(?!\s?หลัง)|ครึง{_PI}\s?แรก"
MENTION = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PARTS.items()))

PHONE = re.compile(r"\d{1,3}[ -]$")
NUMBERED = re.compile(r"(?:โทร|โทรศัพท|โทรสาร|แฟกซ|รหัส|เลขที|หมายเลข|iso|tel|fax)[^ก-ฮa-z]{0,14}$")

_LAW = (
    r"พระราชบัญญัติ|พ ?\. ?ร ?\. ?บ ?\.|พรบ\.?|ระเบียบ(?!วาระ)|ข ?อบังคับ|กฎกระทรวง|พระราชกฤษฎีกา"
    r"|พ ?\. ?ร ?\. ?ฎ\.|พระราชกาหนด|รัฐธรรมนูญ|ประกาศคณะกรรมการ|ประกาศกระทรวง|ประกาศ ก\."
    r"|ข ?อบัญญัติ(?!งบ)|เทศบัญญัติ(?!งบ)|ประมวลกฎหมาย|ประมวลจริยธรรม|กฎหมายว ?าด ?วย"
)
LAW = re.compile(light(_LAW).replace("ฏ", "ฎ"))
ISSUE = re.compile(r"ฉบับที\s?\d+\s?\)?\s{0,2}$")
NO_LAW = re.compile(r"งบประมาณรายจ ?าย|ประจ ?า ?ปี|ปี ?งบ|\n\s*\n")
PUT_UP = re.compile(
    light(
        r"(?:เผยแพร่เมื่อ|เผยแพร่วันที่|วันที่เผยแพร่|วันที่ประกาศ|ประกาศเมื่อ|โพสต์?เมื่อ|โพสต์?วันที่|วันที่โพสต์?"
        r"|วันที่ลงประกาศ|ลงประกาศเมื่อ|อัปเดต|อัพเดท|อัพเดต|อัปเดท|ปรับปรุง(?:ข้อมูล)?(?:ล่าสุด|เมื่อ)|แก้ไขล่าสุด|แก้ไขเมื่อ"
        r"|วันที่ลงข้อมูล|วันที่บันทึก|สร้างเมื่อ|posted(?: on)?|published(?: on)?|(?:last )?(?:updated|modified)(?: on)?)"
    )
    + r"[^\d\n]{0,24}$"
)


@lru_cache(maxsize=512)
def month_number(word: str) -> int:
    """Return 1 to 12 for a month as `MENTION` found it."""
    return next(
        index for index, pattern in enumerate(_EACH_MONTH, start=1) if pattern.fullmatch(word)
    )
