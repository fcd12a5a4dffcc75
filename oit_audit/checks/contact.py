"""Does the page say where the office is and how to reach it?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._pictures import content_pictures, file_of
from oit_audit.checks._reading import Hit, found, not_found, read
from oit_audit.model import Document, Finding, Scene, Text, host_of

_SEP = r"[ \t\xa0.\-–]"
NUMBER = (
    rf"(?:\+?66{_SEP}?|0)(?:\d{{8,9}}|\d{{1,2}}{_SEP}\d{{3,4}}{_SEP}?\d{{3,4}}"
    rf"|{_SEP}(?:\d{{4}}{_SEP}?\d{{4}}|\d{{2,3}}{_SEP}\d{{3}}{_SEP}?\d{{3,4}}))(?!\d)"
)
"""A Thai telephone number, in groups as offices write them or without."""

_EXTENSION = r"(?:ต่อ|ext\.?)\s*\d+"
_FAX_WORD = r"(?:โทรสาร|แฟ็?กซ์|แฟ็?ก[ซส]|\bfax)"
_GAP = r"[^\d\n]{0,30}\n?[^\d\n]{0,20}"

_NO_FAX_BEFORE = "".join(
    rf"(?<!{word}{gap})" for word in ("โทรสาร", "แฟกซ์", "แฟ็กซ์", "fax") for gap in (" ", ": ", " : ")
)
TELEPHONE = re.compile(
    rf"(?:โทร(?!สาร)|เบอร์|หมายเลข|มือถือ|สายด่วน|\btel|\bphone|\bcall){_GAP}{NUMBER}"
    rf"|{_NO_FAX_BEFORE}(?<![\d.,/-]){NUMBER}(?![.,]\d)",
    re.IGNORECASE,
)
FAX = re.compile(rf"{_FAX_WORD}{_GAP}(?:{NUMBER}|{_EXTENSION})", re.IGNORECASE)
EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\[\s?at\s?\]|\(\s?at\s?\)|\{at\})\s?[\w-]{1,63}"
    r"(?:(?:\.|\s?\[dot\]\s?|\s?\(dot\)\s?)[\w-]{2,63}){1,4}"
    r"|\[email.protected\]",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:(?:ตำบล|แขวง|ต\.)[^\n]{2,60}\s*(?:อำเภอ|เขต|อ\.)[^\n]{2,60}\s*(?:จังหวัด|จ\.|กรุงเทพ|กทม)"
    r"[^\n]{0,60}\s*)"
)
_DISTRICT = re.compile(
    r"(?:ตำบล|แขวง|ต\.)[^\n]{2,60}?(?:อำเภอ|เขต|อ\.)[^\n]{2,60}?(?<!\d)[1-9]\d{4}(?!\d)"
)
"""Sub-district, district and postcode: whole without the word for province."""

_STREET = re.compile(r"เลขที่\s*\d|หมู่(?:ที่)?\s*\d|\bม\.\s*\d|ถนน|ถ\.|\b\d{1,4}/?\d{0,4}\s+(?:หมู่|ม\.)")
_POSTCODE = re.compile(r"(?<!\d)[1-9]\d{4}(?!\d)")
_LATIN_ADDRESS = re.compile(
    r"(?:Moo|No\.?|Road|Rd)\b.{1,120}(?:Tambon|Sub-?\s?district).{1,80}District.{1,80}\d{5}",
    re.IGNORECASE | re.DOTALL,
)
_MAP_ADDRESS = re.compile(
    r"google\.[a-z.]+/maps|maps\.google|goo\.gl/maps|maps\.app\.goo\.gl|openstreetmap|longdo\.com"
)
_MAP_WORD = re.compile(
    r"แผนที่(?!ภาษี|ชุมชน)|(?<!site)(?<!site[ _-])\bmap\b|(?<![a-z])map[._-]", re.IGNORECASE
)

_CAPTION = 80
"""Characters up to which a line may be the caption of a picture."""


class Item(StrEnum):
    """What is looked for."""

    ADDRESS = "address"
    TELEPHONE = "telephone"
    FAX = "fax"
    EMAIL = "email"
    MAP = "map"


_SAYS = {
    Item.ADDRESS: Text(th="ที่อยู่", en="postal address"),
    Item.TELEPHONE: Text(th="หมายเลขโทรศัพท์", en="telephone number"),
    Item.FAX: Text(th="หมายเลขโทรสาร", en="fax number"),
    Item.EMAIL: Text(th="ที่อยู่อีเมล", en="e-mail address"),
    Item.MAP: Text(th="แผนที่ตั้ง", en="map"),
}
_PATTERNS = {Item.TELEPHONE: TELEPHONE, Item.FAX: FAX, Item.EMAIL: EMAIL}


@dataclass(frozen=True, slots=True)
class Contact(Part):
    """Look for one way to reach the office, on the page itself and then in its footer."""

    name: ClassVar[str] = "contact"

    part: Item
    """What to look for."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:  # noqa: ARG002 - asks no year
        """Answer FOUND at the first one, and quote it."""
        says = _SAYS[self.part]
        for menus in (False, True):
            for document in documents:
                if hit := self._find(document, menus=menus):
                    return found(hit, f"แสดง{says.th}", f"shows a {says.en}")
        return not_found(documents, f"ไม่พบ{says.th}", f"shows no {says.en}")

    def _find(self, document: Document, *, menus: bool) -> Hit | None:
        if self.part is Item.MAP:
            return _map(document, menus=menus)
        if self.part is Item.ADDRESS:
            return _address(document, menus=menus)
        return read(document, menus=menus).search(_PATTERNS[self.part])


def _address(document: Document, *, menus: bool) -> Hit | None:
    reading = read(document, menus=menus)
    for match in _ADDRESS.finditer(reading.plain):
        before = reading.plain[max(0, match.start() - 100) : match.end()]
        after = reading.plain[match.start() : match.end() + 30]
        if _STREET.search(before) or _POSTCODE.search(after):
            return reading.spot(match.start(), match.end())
    return reading.search(_DISTRICT) or reading.search(_LATIN_ADDRESS)


def _map(document: Document, *, menus: bool) -> Hit | None:
    for link in document.links:
        if _MAP_ADDRESS.search(link.url):
            return Hit(document, link.via.value, link.text or host_of(link.url))
    for picture in document.pictures:
        if said := next(filter(_MAP_WORD.search, (picture.alt, file_of(picture))), ""):
            return Hit(document, picture.where, said)
    if content_pictures(document):
        for line in read(document, menus=menus).lines:
            if len(line.text) <= _CAPTION and _MAP_WORD.search(line.text):
                return Hit(document, line.where, line.text)
    return None


CHECK = Contact
