"""Take a label apart: the item code in front, the years, and the words that are left."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

_HIGHEST = 48
"""No list of any year has more items."""

_LONGEST = 600
"""Characters of a label that are read."""

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_SEPARATOR = r"[\s.\-_:)–—]*"
_CODE = re.compile(
    r"^\W*(?:(?:OIT|ITA)[\s\-_.#]*[O0]?(?P<oit>\d{1,2})"
    r"|ข้อ(?:ที่)?\s*[O0]?\s*(?P<kho>\d{1,2})"
    r"|[O][\s\-_.]?(?P<letter>\d{1,2})"
    r"|0(?P<zero>[1-9]\d?)(?!-\d)"
    rf")(?!\d|[.,:/]\d){_SEPARATOR}",
    re.IGNORECASE,
)
_CODE_INSIDE = re.compile(r"(?<![A-Za-z0-9])O(?:IT)?[\s\-_]?(\d{1,2})(?!\d)", re.IGNORECASE)
_OTHER_SCHEME = re.compile(
    r"^\W*(?:MO[IO]T|E?EB|LPA|ITA-?EB)[\s\-_.]*\d+(?:\s*\(\d+\)|[.\-]\d+)*" + _SEPARATOR,
    re.IGNORECASE,
)
_ITEM_WORD = r"(?:ข้อ(?:ที่)?\s*)?"
_RANGE = re.compile(
    rf"\b{_ITEM_WORD}[O0]?\d{{1,2}}\s*(?:-|–|ถึง|to)\s*{_ITEM_WORD}[O0]\d{{1,2}}\b", re.IGNORECASE
)
_SECTION_OF_ITEMS = re.compile(r"\(\s*[Oo]\d{1,2}\s*(?:-|–|ถึง)\s*[Oo]?\d{1,2}\s*\)")
"""A heading over several items: `10. การจัดการเรื่องร้องเรียน (o26-o28)`."""

_NUMBERING = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+|\d{1,2}(?:\.\d{1,2})+[.)]?\s*|\d{1,2}[.)]\s*"
    r"|\d{1,2}(?=[ก-๎]))"
)
_LONG_MONTH = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
)
_MONTH = (
    rf"(?:{_LONG_MONTH}"
    r"|(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\.?(?=\s|\d|-|–|$|\)))"
)
_DAY = r"(?:(?<!\d)\d{1,2}\s*|เดือน\s*)?"
_YEAR = r"(?:(?:พ\.ศ\.\s*)?\d{2,4})?"
_MONTHS = re.compile(
    rf"{_DAY}(?P<first>{_MONTH})\s*{_YEAR}\s*(?:-|–|ถึง)\s*{_DAY}(?P<last>{_MONTH})"
)
_FIRST_HALF = ("ตค", "มีค"), ("ตุลาคม", "มีนาคม")
"""From October to March: the first six months of a fiscal year."""

_DATE = re.compile(
    r"(?<!\d)(?:เผยแพร่เมื่อ|โพสต์เมื่อ|วันที่|ณ วันที่)?\s*\d{1,2}\s*"
    r"(?:[ก-๎]{1,3}\.\s?[ก-๎]{1,2}\.|"
    rf"{_LONG_MONTH})"
    r"\s*(?:พ\.ศ\.\s*)?\d{2,4}(?!\d)"
)
_SUFFIX = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|html?|php|aspx?|txt|zip|rar|csv|ods|odt)\b\.?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_THAI = re.compile("[ก-๎]")
_JOINTS = re.compile(r"[_+\-]+")
_DIRT = re.compile("[‹›«»\u200b-\u200f\ufeff]+")
_PICTOGRAPHS = frozenset({"So", "Cs", "Co", "Cn", "Cc", "Sk"})
"""Unicode categories of what says nothing: emoji, arrows, private and control characters."""

_THAI_GLYPHS = range(0xF700, 0xF71B)
"""Private characters that older Thai fonts keep their marks in; folding knows them."""

_ORGANISATION = re.compile(
    r"(?:องค์การบริหารส่วนตำบล|องค์การบริหารส่วนจังหวัด|เทศบาลตำบล|เทศบาลเมือง|เทศบาลนคร"
    r"|อบต\.?|อบจ\.?|ทต\.|ทม\.|ทน\.|โรงพยาบาล|วิทยาลัย(?:การอาชีพ|เทคนิค)?|โรงเรียน|(?<!ระเบียบ)(?<!กฎ)(?<!ประกาศ)กระทรวง)"
    r"[ก-๎]{2,24}"
)


_ANNOUNCED_BY = re.compile(
    r"^ประกาศ(?:องค์การ|เทศบาล|สำนักงาน|กรม|กอง|คณะ|วิทยาลัย|โรงเรียน|โรงพยาบาล|มหาวิทยาลัย|จังหวัด"
    r"|อำเภอ|อบต|อบจ|กระทรวง|สถาบัน|ก\.)[^/|]{0,60}?\s*เรื่อง\s*(?=\S{4})"
)
"""Whose announcement it is: `ประกาศเทศบาลตำบล… เรื่อง` before what is announced."""


class LabelKind(StrEnum):
    """Where a label stands; `which` takes these as the `kind` column."""

    LINK = "link"
    MENU = "menu"
    HEADING = "heading"
    TITLE = "title"
    DOCUMENT = "document"
    FILENAME = "filename"


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart."""

    text: str
    """The words, without code, numbering, suffix and pictographs."""

    number: int | None = None
    """The item number in front, when it is written as one of this scheme."""

    other_scheme: bool = False
    """The code in front belongs to another list (MOIT, EB, LPA)."""


def read_label(raw: str, kind: LabelKind = LabelKind.LINK) -> Label:
    """Take `raw` apart. Never fails; the text may come out empty.

    >>> read_label("๐๑๒ - รายงานผลการดำเนินงานประจำปี")
    Label(text='รายงานผลการดำเนินงานประจำปี', number=12, other_scheme=False)
    >>> read_label("MOIT 15: แผนป้องกันทุจริต").other_scheme
    True
    """
    text = _plain(_without_addresses(raw))
    bare = _SUFFIX.sub("", text)
    is_file = kind is LabelKind.FILENAME or bare != text
    if is_file:
        bare = _JOINTS.sub(" ", unquote(_last_part(bare)))
    bare = _DATE.sub(" ", _MONTHS.sub(_period, bare)).strip()
    other = _OTHER_SCHEME.match(bare)
    if other:
        return Label(bare[other.end() :].strip(), None, other_scheme=True)
    if _SECTION_OF_ITEMS.search(bare):
        return Label("")
    if _RANGE.match(bare.strip(" (")):
        return Label(bare)
    return _numbered(bare, is_file=is_file) or Label(_NUMBERING.sub("", bare).strip())


def _without_addresses(raw: str) -> str:
    """Leave out addresses that are written out beside other words."""
    rest = _ADDRESS.sub(" ", raw[:_LONGEST]) if "://" in raw else ""
    return rest if rest.strip() else raw


def _last_part(path: str) -> str:
    """Return the name of the file; a slash between words is none between folders."""
    folders, _, name = path.rpartition("/")
    return path.replace("/", " ") if _THAI.search(folders) else name


def _period(months: re.Match[str]) -> str:
    """Return what a run of months is called; nothing when it has no name."""
    ends = tuple(months[end].replace(".", "") for end in ("first", "last"))
    return " รอบ 6 เดือน " if ends in _FIRST_HALF else " "


def _numbered(text: str, *, is_file: bool) -> Label | None:
    """Return the label with the item's number in front of it, or inside a file's name."""
    code = _CODE.match(text)
    if code and (number := _item_number(next(group for group in code.groups() if group))):
        rest = text[code.end() :].strip(" )]")
        return Label(_NUMBERING.sub("", rest) if rest[:1].isdigit() else rest, number)
    inside = _CODE_INSIDE.search(text) if is_file else None
    if inside and (number := _item_number(inside[1])):
        return Label(f"{text[: inside.start()]} {text[inside.end() :]}".strip(), number)
    return None


def _item_number(digits: str) -> int | None:
    number = int(digits)
    return number if 1 <= number <= _HIGHEST else None


def _plain(raw: str) -> str:
    text = _DIRT.sub("", raw[:_LONGEST]).translate(_THAI_DIGITS)
    return " ".join("".join(" " if _is_pictograph(c) else c for c in text).split())


def _is_pictograph(character: str) -> bool:
    if ord(character) in _THAI_GLYPHS:
        return False
    return unicodedata.category(character) in _PICTOGRAPHS


def without_organisations(text: str) -> str:
    """Drop the names of organisations: they say whose, not what. A label that is one name stays.

    >>> without_organisations("แผนดำเนินงาน เทศบาลตำบลหนองสมมติ ประจำปี")
    'แผนดำเนินงาน   ประจำปี'
    """
    text = _ANNOUNCED_BY.sub("ประกาศ ", text)
    return _ORGANISATION.sub(lambda m: " " if len(m[0]) < len(text) else text, text)
