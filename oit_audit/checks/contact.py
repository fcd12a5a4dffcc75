"""Does the page say where the office is and how to reach it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from oit_audit.checks._part import Part
from oit_audit.checks._pictures import content_pictures, file_of
from oit_audit.checks._reading import Hit, Reading, found, not_found, read
from oit_audit.model import Document, Finding, Outcome, Scene, host_of
from oit_audit.thai import is_sample_mail, is_sample_phone
from oit_audit.words import worded

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

_MAKER = re.compile(
    r"(?:ออกแบบ|พัฒนา|จัดทำ|ดูแล)(?:และ[ก-๙]{2,12})?(?:เว็บ|ระบบ|โดย)|(?:power|design|develop)ed\s+by|web\s?design",
    re.IGNORECASE,
)
"""Of whoever made the website, not of the office."""

_RESERVED = frozenset({"example", "test", "invalid"})
"""Top-level names that nobody owns; what a test town is called under them is its own."""

_THAI = re.compile(r"(?:0|66)[2-9]\d{7,8}")
_COUNTED = 7
_COUNTING = "01234567890 09876543210"
"""A number that may be somebody's is a sample only when so many last digits count up or down."""

_ALIKE = 4
"""Different digits up to which a number is nobody's."""

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
    Item.ADDRESS: worded("postal address"),
    Item.TELEPHONE: worded("telephone number"),
    Item.FAX: worded("fax number"),
    Item.EMAIL: worded("e-mail address"),
    Item.MAP: worded("map"),
}
_PATTERNS = {Item.TELEPHONE: TELEPHONE, Item.FAX: FAX, Item.EMAIL: EMAIL}


@dataclass(frozen=True, slots=True)
class Contact(Part):
    """Look for one way to reach the office, on the page itself and then in its footer.

    Samples that a theme came with, and what belongs to the maker of the website, do not count.
    """

    name: ClassVar[str] = "contact"

    part: Item
    """What to look for."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:  # noqa: ARG002 - asks no year
        """Answer FOUND at the first one, and quote it."""
        says = _SAYS[self.part]
        for menus in (False, True):
            for document in documents:
                if hit := self._find(document, menus=menus):
                    return found(hit, worded("shows a {part}", part=says))
        lacking = not_found(documents, worded("shows no {part}", part=says))
        if self.part is Item.MAP or lacking.outcome is not Outcome.ABSENT:
            return lacking
        return _drawn(documents) or _only_a_sample(documents, self.part) or lacking

    def _find(self, document: Document, *, menus: bool) -> Hit | None:
        if self.part is Item.MAP:
            return _map(document, menus=menus)
        if self.part is Item.ADDRESS:
            return _address(document, menus=menus)
        return next(
            (
                reading.spot(match.start(), match.end())
                for reading, match in _said(document, self.part, menus=menus)
                if not _sample_in(match.group())
            ),
            None,
        )


def _said(
    document: Document, part: Item, *, menus: bool
) -> Iterator[tuple[Reading, re.Match[str]]]:
    """Yield the numbers or addresses that a page gives, without those of who made the website."""
    reading = read(document, menus=menus)
    for match in _PATTERNS[part].finditer(reading.plain):
        if not _MAKER.search(reading.lines[reading.line_of(match.start())].text):
            yield reading, match


def _sample_in(said: str) -> str:
    """Return the number or mail address in `said` when it is a sample of a theme; else nothing."""
    if mail := EMAIL.search(said):
        is_reserved = mail.group().rpartition(".")[2].lower() in _RESERVED
        return mail.group() if is_sample_mail(mail.group()) and not is_reserved else ""
    number = re.search(NUMBER, said)
    if number is None or not is_sample_phone(number.group()):
        return ""
    digits = "".join(filter(str.isdigit, number.group()))
    is_somebodys = _THAI.fullmatch(digits) and len(set(digits)) > _ALIKE
    return "" if is_somebodys and digits[-_COUNTED:] not in _COUNTING else number.group()


def _drawn(documents: tuple[Document, ...]) -> Finding | None:
    """Say that it cannot be told where a page shows a picture, and hardly any words."""
    for document in documents:
        own = (line.text for line in read(document).lines if not line.heading)
        if content_pictures(document) and sum(map(len, own)) <= _CAPTION:
            return Finding(
                Outcome.CANNOT_TELL,
                worded("the page shows a picture whose words cannot be read"),
            )
    return None


def _only_a_sample(documents: tuple[Document, ...], part: Item) -> Finding | None:
    """Say that a sample is all there is; a number that may be somebody's cannot be told."""
    if part is Item.ADDRESS:
        return None
    for document in documents:
        for _, match in _said(document, part, menus=True):
            if sample := _sample_in(match.group()):
                digits = "".join(filter(str.isdigit, sample))
                may_be = _THAI.fullmatch(digits) is not None and len(set(digits)) > _ALIKE
                outcome = Outcome.CANNOT_TELL if may_be else Outcome.ABSENT
                says = worded("has only {sample}, which looks like a sample", sample=sample)
                return Finding(outcome, says)
    return None


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
