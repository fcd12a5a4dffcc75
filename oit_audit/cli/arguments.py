"""What a user typed, read: an address, a day, statuses, numbers that are numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date

import typer

from oit_audit.cli.sentences import there_are
from oit_audit.errors import AddressError, UsageError
from oit_audit.model import Status, canonical, host_of
from oit_audit.words import worded

_HOST = re.compile(r"localhost|[a-z0-9_-]+(\.[a-z0-9_-]+)+|[0-9a-f:.]*:[0-9a-f:.]*")
"""A name with a dot, this machine, an address of four or of sixteen bytes."""

_FIRST_YEAR, _BUDDHIST_FROM = 1900, 2400
"""Years of the common era that a user may mean; from the second on it is the Buddhist Era."""


def home_address(text: str) -> str:
    """Return the canonical address that a user means; `https://` is put before a bare host.

    Raises:
        AddressError: it is no web address.
    """
    written = text.strip()
    try:
        address = canonical(written if "://" in written else f"https://{written}")
    except ValueError:
        address = ""
    if not _HOST.fullmatch(host_of(address)):
        said = repr(text[:200])
        raise AddressError(
            worded("{said} is not a web address", said=said),
            hint=worded("write it like https://www.example.go.th/"),
        )
    return address


def day_named(text: str | None) -> date:
    """Return the day that a user means; today when None.

    Raises:
        UsageError: it is no day.
    """
    if text is None:
        return date.today()  # noqa: DTZ011 - the user's own calendar is meant
    said = repr(text[:40])
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            worded("--today {said} is not a day", said=said),
            hint=worded("write it like 2023-04-20"),
        ) from error
    if not _FIRST_YEAR <= day.year < _BUDDHIST_FROM:
        raise UsageError(
            worded("--today {said} is no day of our time", said=said),
            hint=worded("its year is of the common era: 2023-04-20 for 20 April 2566"),
        )
    return day


def statuses_named(values: Iterable[str]) -> frozenset[Status]:
    """Return the statuses that `values` name, each one or several with commas between.

    Raises:
        UsageError: an unknown status.
    """
    named = [part.strip() for value in values for part in value.split(",") if part.strip()]
    known = [status.value for status in Status]
    for name in named:
        if name not in known:
            said = repr(name[:40])
            raise UsageError(
                worded("--fail-on {said} is not a status", said=said),
                hint=there_are(known),
            )
    return frozenset(map(Status, named))


def numbers_named(option: str, text: str) -> tuple[float, ...]:
    """Return the points that a user means, with commas between; none for an empty text.

    Raises:
        UsageError: one is no number from 0 to 100; names the option.
    """
    numbers: list[float] = []
    for part in (part.strip() for part in text.split(",") if text):
        try:
            number = float(part)
        except ValueError:
            number = -1.0
        if not 0 <= number <= 100:
            said = repr(part)
            raise UsageError(
                worded("{option}: {said} is no number from 0 to 100", option=option, said=said),
                hint=worded("divide them by commas"),
            )
        numbers.append(number)
    return tuple(numbers)


def finite(number: float) -> float:
    """Refuse `nan` and `inf`, which every comparison with a limit would let pass."""
    if not math.isfinite(number):
        raise typer.BadParameter("it is no number")
    return number


def for_a_header(text: str) -> str:
    """Refuse what cannot stand in a header of HTTP (RFC 9110, section 5.5)."""
    if not (text.isascii() and text.isprintable()):
        raise typer.BadParameter("it is no web or mail address")
    return text
