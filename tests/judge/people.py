"""Invented people and numbers: valid by their checksum, and nobody's."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from oit_audit.model import Block, Document, Link, Media, Picture, Table

FIRST = ("สมมติ", "ทดลอง", "ปานวาด", "มานะ", "ปิติ", "ชูใจ", "วีระ", "จันทร์เจ้า", "ใบบัว", "ต้นกล้า")
LAST = ("ใจงาม", "นามสมมติ", "ทองทดสอบ", "ศรีตัวอย่าง", "รักเรียน", "แสนดี", "พากเพียร", "มั่นคง")
TITLES = ("นาย", "นาง", "นางสาว", "น.ส.")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_HOLE = re.compile(r"\{(\w+)\}")


def check_digit(twelve: str) -> str:
    """Return the thirteenth digit."""
    total = sum(int(digit) * weight for digit, weight in zip(twelve, range(13, 1, -1), strict=True))
    return str((11 - total % 11) % 10)


def citizen(chance: Random, first: str = "12345678") -> str:
    """Return 13 digits that are valid for a person."""
    twelve = chance.choice(first) + f"{chance.randrange(10**11):011d}"
    return twelve + check_digit(twelve)


def company(chance: Random) -> str:
    """Return 13 digits of a juristic person: valid, and beginning with 0."""
    return citizen(chance, "0")


def grouped(digits: str, gap: str = "-") -> str:
    """Return 13 digits in groups of 1, 4, 5, 2 and 1."""
    return gap.join((digits[0], digits[1:5], digits[5:10], digits[10:12], digits[12]))


def ean(chance: Random, prefix: str = "885") -> str:
    """Return a bar code that would be valid for a person as well."""
    while True:
        twelve = prefix + f"{chance.randrange(10**9):09d}"
        odd, even = sum(map(int, twelve[::2])), sum(map(int, twelve[1::2]))
        code = twelve + str(-(odd + 3 * even) % 10)
        if code[-1] == check_digit(twelve):
            return code


def person(chance: Random) -> str:
    """Return an invented name."""
    return f"{chance.choice(TITLES)}{chance.choice(FIRST)} {chance.choice(LAST)}"


class Writer:
    """Fills the holes of a case: `{dashed}`, `{plain}`, `{person}` …, each time anew."""

    def __init__(self, seed: str) -> None:
        self.chance = Random(seed)
        self.numbers: list[str] = []
        """The valid numbers it wrote, in order."""

    def fill(self, text: str) -> str:
        """Return `text` with its holes filled."""
        return _HOLE.sub(lambda hole: self._fill(hole[1]), text)

    def _fill(self, name: str) -> str:
        if name in _OTHERS:
            return _OTHERS[name](self.chance)
        if name == "account":
            digits = f"{self.chance.randrange(10**10):010d}"
            self.numbers.append(digits)
            return f"{digits[:3]}-{digits[3]}-{digits[4:9]}-{digits[9]}"
        digits = citizen(self.chance)
        self.numbers.append(digits)
        return _WRITTEN[name](digits)


def _wrong(chance: Random) -> str:
    digits = citizen(chance)
    return digits[:-1] + str((int(digits[-1]) + 1) % 10)


_OTHERS: dict[str, Callable[[Random], str]] = {
    "person": person,
    "company": company,
    "company_dashed": lambda chance: grouped(company(chance)),
    "ean": ean,
    "digits": lambda chance: str(chance.randrange(10**12, 10**13)),
    "wrong": _wrong,
    "wrong_dashed": lambda chance: grouped(_wrong(chance)),
}
_WRITTEN: dict[str, Callable[[str], str]] = {
    "plain": str,
    "dashed": grouped,
    "spaced": lambda digits: grouped(digits, " "),
    "thai": lambda digits: grouped(digits).translate(_THAI),
    "thai_plain": lambda digits: digits.translate(_THAI),
    "boxes": " ".join,
    "hidden": lambda digits: grouped(digits, "\u200b-\u200b"),
    "wide": lambda digits: grouped(digits, " - "),
    "mixed": lambda digits: (
        f"{digits[0]} {digits[1:5]}-{digits[5:10]}-{digits[10:12]} {digits[12]}"
    ),
    "odd": lambda digits: f"{digits[:3]}-{digits[3:7]}-{digits[7:]}",
    "cut": lambda digits: grouped(digits).replace(f"{digits[5:10]}-", f"{digits[5:10]}-\n"),
    "cut_plain": lambda digits: f"{digits[:8]}\n{digits[8:]}",
}
"""How a number is written, by the name of its hole."""


def document(case: dict[str, Any], writer: Writer) -> Document:
    """Return the document that a case describes, its holes filled."""
    media = Media(case.get("media", "webpage"))
    where = "page 1" if media is Media.PDF else "p"
    lines = [line for _ in range(case.get("times", 1)) for line in case.get("list", ())]
    said = "\n".join(writer.fill(line) for line in [*case.get("lines", ()), *lines])
    rows = [list(row) for row in case.get("table", ())]
    rows += rows[-1:] * (case.get("times", 1) - 1)
    table = tuple(tuple(writer.fill(str(cell)) for cell in row) for row in rows)
    place = "sheet ข้อมูล" if media is Media.SPREADSHEET else "table 1"
    return Document(
        url="https://town.example/d",
        final_url="https://town.example/d",
        media=media,
        title=writer.fill(case.get("title", "")),
        blocks=tuple(Block(line, where) for line in said.split("\n") if line),
        tables=(Table(table, place, caption=case.get("caption", "")),) if table else (),
        links=tuple(
            Link("https://town.example/x", writer.fill(text)) for text in case.get("links", ())
        ),
        pictures=tuple(
            Picture("https://town.example/i", writer.fill(text), "img")
            for text in case.get("pictures", ())
        ),
        file_name=writer.fill(case.get("file", "")),
    )
