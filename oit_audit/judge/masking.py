"""Take numbers of people out of what is judged and told, wherever they stand.

Documents lose them before anything is judged, so that no quote, label or title can repeat one;
of an audit the addresses and what else was said of the site are looked at once more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from operator import is_
from typing import Any, TypeVar

from oit_audit.judge.accounts import masked_account
from oit_audit.judge.identities import evident
from oit_audit.model import Audit, Document
from oit_audit.thai import LightText, close_digits, masked_number, may_hold_number

_Value = TypeVar("_Value")
_ADDRESSES = frozenset({"url", "final_url", "within", "action"})
"""What leads to pages and joins them: kept while an audit is made."""

_DIGESTS = frozenset({"sha256", "checklist_digest", "snapshot_id", "anchor"})
_CHAIN = re.compile(r"[0-9](?:[ \n.-]{0,3}[0-9]){9,}")
_DIGIT = re.compile(r"\d")
_LENGTHS = (13, 12, 11, 10)
_CITIZEN = 13


def masked_documents(
    documents: Sequence[Document], numbers: frozenset[str]
) -> tuple[Document, ...]:
    """Return `documents` without `numbers`; addresses stay as they are."""
    mask = _Mask(numbers)
    return tuple(
        mask.value(document, _ADDRESSES | _DIGESTS) if numbers else document
        for document in documents
    )


def masked_audit(audit: Audit, numbers: frozenset[str]) -> Audit:
    """Return `audit` without `numbers` and without citizen numbers in what it says or leads to.

    An address that holds such a number no longer opens: the way to it is told by its labels.
    """
    return _Mask(numbers, evident_too=True).value(audit, _DIGESTS)


class _Mask:
    """Masks known numbers in values of any shape; what holds none is given back itself."""

    def __init__(self, numbers: frozenset[str], *, evident_too: bool = False) -> None:
        self._numbers = numbers
        self._evident_too = evident_too

    def value(self, value: _Value, kept: frozenset[str]) -> _Value:
        """Return `value` masked, without the fields named in `kept`."""
        return self._any(value, kept)  # type: ignore[no-any-return]  # it keeps its shape

    def _any(self, value: Any, kept: frozenset[str]) -> Any:
        if isinstance(value, str):
            return value if isinstance(value, Enum) else self.text(value)
        if isinstance(value, tuple):
            changed = tuple(self._any(each, kept) for each in value)
            return value if all(map(is_, changed, value)) else changed
        changes: dict[str, Any] = {}
        for name in _names(value.__class__):
            if name not in kept:
                before = getattr(value, name)
                after = self._any(before, kept) if before else before
                if after is not before:
                    changes[name] = after
        return replace(value, **changes) if changes else value

    def text(self, text: str) -> str:
        """Return `text` with the numbers masked."""
        if len(text) < min(_LENGTHS) or not _DIGIT.search(text):
            return text
        if self._evident_too and may_hold_number(text):
            for number in sorted(evident(text), key=lambda each: -each.start):
                text = text[: number.start] + masked_number(number.digits) + text[number.end :]
        return self._without_known(text) if self._may_hold_known(text) else text

    def _may_hold_known(self, text: str) -> bool:
        if not self._numbers:
            return False
        return any(
            run[at : at + length] in self._numbers
            for run in close_digits(text, min(_LENGTHS))
            for length in _LENGTHS
            for at in range(len(run) - length + 1)
        )

    def _without_known(self, text: str) -> str:
        reading = LightText(text)
        cuts: list[tuple[int, int, str]] = []
        for chain in _CHAIN.finditer(reading.text):
            places = [
                at for at in range(chain.start(), chain.end()) if reading.text[at].isdecimal()
            ]
            cuts += _known(reading.text, places, self._numbers)
        for start, end, masked in reversed(cuts):
            text = text[: reading.position(start)] + masked + text[reading.position(end) + 1 :]
        return text


def _known(text: str, places: list[int], numbers: frozenset[str]) -> list[tuple[int, int, str]]:
    """Return first and last place and mask of each known number in one chain of digits."""
    digits = "".join(text[at] for at in places)
    found: list[tuple[int, int, str]] = []
    at = 0
    while at <= len(digits) - min(_LENGTHS):
        fitting = (n for n in _LENGTHS if at + n <= len(digits))
        length = next((n for n in fitting if digits[at : at + n] in numbers), 0)
        ends = at + length
        begins = at == 0 or places[at] - places[at - 1] > 1
        stops = ends >= len(digits) or places[ends] - places[ends - 1] > 1
        if length and begins and stops:
            known = digits[at:ends]
            mask = masked_number if length == _CITIZEN else masked_account
            found.append((places[at], places[ends - 1], mask(known)))
            at = ends
        else:
            at += 1
    return found


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass; none of any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
