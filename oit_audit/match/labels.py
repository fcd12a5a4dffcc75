"""Take a label apart: the item code in front, the years, and the words that are left."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_SEPARATOR = r"[\s.\-_:)–—]*"
_CODE = re.compile(
    rf"^\W*(?:(?:OIT|ITA)[\s\-_.#]*[O0]?(?P<oit>\d{{1,2}})|ข้อ(?:ที่)?\s*[O0]?\s*(?P<kho>\d{{1,2}})|[O][\s\-_.]?(?P<letter>\d{{1,2}})"
    rf"|0(?P<zero>[1-9]\d?))(?!\d|[.,:/]\d){_SEPARATOR}",
    re.IGNORECASE,
)
_CODE_INSIDE = re.compile(r"(?<![A-Za-z0-9])O(?:IT)?[\s\-_]?(\d{1,2})(?!\d)", re.IGNORECASE)
_OTHER_SCHEME = re.compile(
    r"^\W*(?:MO[IO]T|E?EB|LPA|ITA-?EB)[\s\-_.]*\d+(?:\s*\(\d+\)|[.\-]\d+)*" + _SEPARATOR,
    re.IGNORECASE,
)
_RANGE = re.compile(r"\b[O0]?\d{1,2}\s*(?:-|–|ถึง|to)\s*[O0]\d{1,2}\b", re.IGNORECASE)
_NUMBERING = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+|\d{1,2}(?:\.\d{1,2})+[.)]?\s*|\d{1,2}[.)]\s*|\d{1,2}(?=[ก-๎]))"
)
_SHORT_MONTH = re.compile(
    r"(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\.?(?=\s|\d|-|–|$|\))"
)
_DATE = re.compile(
    r"(?<!\d)(?:เผยแพร่เมื่อ|โพสต์เมื่อ|วันที่|ณ วันที่)?\s*\d{1,2}\s*(?:[ก-๎]{1,3}\.\s?[ก-๎]{1,2}\.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*(?:พ\.ศ\.\s*)?\d{2,4}(?!\d)"
)
_SUFFIX = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|html?|php|aspx?|txt|zip|rar|csv|ods|odt)\b\.?$",
    re.IGNORECASE,
)
_DIRT = re.compile(r"[‹›«»​-‏﻿]+")


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
    text = _plain(raw)
    suffixed = _SUFFIX.search(text) is not None
    text = _SUFFIX.sub("", text)
    if kind is LabelKind.FILENAME or suffixed:
        text = unquote(text.rpartition("/")[2])
        text = re.sub(r"[_+\-]+", " ", text)
    text = _SHORT_MONTH.sub(" ", _DATE.sub(" ", text)).strip()
    other = _OTHER_SCHEME.match(text)
    if other:
        return Label(text[other.end() :].strip(), None, other_scheme=True)
    if _RANGE.match(text.strip(" (")):
        return Label(text)
    code = _CODE.match(text)
    if code:
        number = int(next(group for group in code.groups() if group))
        if 1 <= number <= 48:
            rest = text[code.end() :].strip(" )]")
            return Label(_NUMBERING.sub("", rest) if rest[:1].isdigit() else rest, number)
    inside = _CODE_INSIDE.search(text) if kind is LabelKind.FILENAME or suffixed else None
    if inside and 1 <= int(inside[1]) <= 48:
        return Label((text[: inside.start()] + " " + text[inside.end() :]).strip(), int(inside[1]))
    return Label(_NUMBERING.sub("", text).strip())


def _plain(raw: str) -> str:
    text = _DIRT.sub("", raw[:600]).translate(_THAI_DIGITS)
    kept = (
        " "
        if unicodedata.category(c) in ("So", "Cs", "Co", "Cn", "Cc", "Sk")
        and not "\uf700" <= c <= "\uf71a"
        else c
        for c in text
    )
    return " ".join("".join(kept).split())
