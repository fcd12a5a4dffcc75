"""The 13-digit number of a Thai citizen: read it as people write it, check it, mask it.

Juristic persons have 13 digits too, and begin with 0; what begins with 9 belongs to no person.
Any thirteen digits pass the checksum one time in ten, so that a number alone proves little: whoever
asks must look at what stands around it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from oit_audit.thai.light import LightText

_DIGITS = 13
_GAP = r"(?:[ \n]?[-.][ \n]?|[ \n])"
_BEFORE = r"(?<![\da-z])(?<!\d[-./,_:])"
_NO_ADDRESS = r"(?<![=/#&@%?+])"
_AFTER = r"(?![\da-z])(?![-/,_]\d)(?!\.(?!0(?!\d))\d)"
"""It must not go on: as a longer number, an amount, an address on the web. Workbooks add `.0`."""

_WHOLE = re.compile(
    rf"{_BEFORE}(?:[0-9]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{5}}{_GAP}[0-9]{{2}}{_GAP}[0-9]"
    rf"|{_NO_ADDRESS}[0-9]{{13}}){_AFTER}"
)
_LOOSE = re.compile(
    rf"{_BEFORE}{_NO_ADDRESS}(?<!\d[ \n])[0-9](?:[ \n.-]{{0,3}}[0-9]){{12}}{_AFTER}"
)
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = [(digit, str(value)) for value, digit in enumerate(_THAI_DIGITS)]

_GAPS = b" \t\r\n.~-?"
"""What may set digits apart; the question mark stands for what is not ASCII."""

_SHAPE = bytes(n if chr(n).isdecimal() else ord(" |"[n not in _GAPS]) for n in range(256))
_ZEROS = bytes.maketrans(b"123456789", b"0" * 9)
_WIDE_GAP = b" " * 6


class Writing(StrEnum):
    """How the digits are set apart."""

    DASHED = "dashed"
    """`1-2345-67890-12-3`: hardly anything else is written so."""

    PLAIN = "plain"
    """`1234567890123`"""

    SPACED = "spaced"
    """`1 2345 67890 12 3`: columns of a table may look so."""

    LOOSE = "loose"
    """In any other groups, as in the boxes of a form."""


@dataclass(frozen=True, slots=True)
class LongNumber:
    """Thirteen digits that are not part of a longer number."""

    digits: str
    """Arabic, without what stands between."""

    start: int
    """In the original text."""

    end: int
    writing: Writing

    @property
    def is_citizen(self) -> bool:
        """May this be the number of a citizen?"""
        return is_citizen_number(self.digits)


def is_citizen_number(digits: str) -> bool:
    """Return whether 13 Arabic digits are a valid number of a person.

    The first digit, 1 to 8, says how the person was registered. The last one checks the others:
    11 less the remainder by 11 of their sum, weighted 13 down to 2; of that the last digit.
    Source: Department of Provincial Administration, structure of the citizen number.

    >>> is_citizen_number("1234567890121"), is_citizen_number("1234567890123")
    (True, False)
    """
    if len(digits) != _DIGITS or not digits.isdecimal() or not digits.isascii():
        return False
    if digits[0] in "09" or len(set(digits[:-1])) == 1:
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False)
    )
    return int(digits[-1]) == (11 - total % 11) % 10


def masked_number(digits: str) -> str:
    """Return what may be shown of 13 digits: enough to find it again, too little to use it.

    >>> masked_number("1234567890121")
    '1-xxxx-xxxxx-12-1'
    """
    return f"{digits[0]}-xxxx-xxxxx-{digits[10:12]}-{digits[12]}"


def may_hold_number(text: str, digits: int = _DIGITS) -> bool:
    """Return whether so many digits may stand close together in `text`.

    Cheap, and right when it says no.
    """
    return b"0" * digits in _squeezed(text).translate(_ZEROS)


def close_digits(text: str, digits: int) -> list[str]:
    """Return the runs of at least so many digits that stand close together, without gaps."""
    return [run.decode() for run in _squeezed(text).split(b"|") if len(run) >= digits]


def _squeezed(text: str) -> bytes:
    """Return the digits of `text`, in Arabic; `|` is where they do not stand close together."""
    for digit, arabic in _ARABIC:
        if digit in text:
            text = text.replace(digit, arabic)
    shape = text.encode("ascii", "replace").translate(_SHAPE)
    return shape.replace(_WIDE_GAP, b"|").translate(None, b" ")


def long_numbers(text: str) -> tuple[LongNumber, ...]:
    """Return every number of 13 digits, valid or not, in order; none overlap.

    >>> [(n.digits, n.writing.value) for n in long_numbers("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑")]
    [('1234567890121', 'dashed')]
    """
    reading = LightText(text)
    found = [_number(reading, match) for match in _WHOLE.finditer(reading.text)]
    found += _loose(reading, found)
    return tuple(sorted(found, key=lambda number: number.start))


def without_citizen_numbers(text: str) -> str:
    """Return `text` with every valid number masked, whatever it may be the number of: for logs.

    >>> without_citizen_numbers("skipped: /1-2345-67890-12-1.pdf")
    'skipped: /1-xxxx-xxxxx-12-1.pdf'
    """
    if may_hold_number(text):
        for number in reversed(long_numbers(text)):
            if number.is_citizen:
                text = text[: number.start] + masked_number(number.digits) + text[number.end :]
    return text


def _loose(reading: LightText, others: list[LongNumber]) -> Iterator[LongNumber]:
    """Give the numbers in other groups that share no digit with `others`."""
    starts = [number.start for number in others]
    for match in _LOOSE.finditer(reading.text):
        number = _number(reading, match, Writing.LOOSE)
        before = bisect_left(starts, number.end) - 1
        if before < 0 or others[before].end <= number.start:
            yield number


def _number(reading: LightText, match: re.Match[str], writing: Writing | None = None) -> LongNumber:
    written = match[0]
    digits = "".join(filter(str.isdecimal, written))
    if writing is None:
        dashes = written.count("-")
        plain = len(written) == _DIGITS
        writing = Writing.PLAIN if plain else Writing.DASHED if dashes > 1 else Writing.SPACED
    start = reading.position(match.start())
    return LongNumber(digits, start, reading.position(match.end() - 1) + 1, writing)
