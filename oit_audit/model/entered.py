"""The links that an office enters for its items, and what each of them shows."""

from __future__ import annotations

from dataclasses import dataclass

from oit_audit.model.candidate import Matches
from oit_audit.model.skip import SkipReason
from oit_audit.model.text import Text
from oit_audit.model.verdict import Status

ONLY_ENTERED = "only the links of the list were visited"
"""Why a look is partial that was meant to be."""


@dataclass(frozen=True, slots=True)
class EnteredLink:
    """One row of a list of links."""

    row: int
    """As a spreadsheet counts, from 1."""

    item: str
    """`o12`."""

    url: str
    """Absolute and canonical, fragment kept."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class SeenLink:
    """What came of an entered link, before anybody has judged what it shows."""

    link: EnteredLink
    matches: Matches
    """What an assessor sees who opens this link alone, for the concepts of its item."""

    opens: bool | None
    """None when we could not look."""

    final_url: str | None
    status_code: int | None
    reason: SkipReason | None
    reachable: bool | None
    """Do clicks lead there from the home page? None when the site was not seen whole."""

    click_path: tuple[str, ...]
    """Empty when no way is known."""

    is_own: bool
    """Does it lie on the organisation's own website?"""

    is_home: bool


@dataclass(frozen=True, slots=True)
class BetterPage:
    """What the visit found for an item, where it shows more than the links that were entered."""

    url: str
    status: Status
    click_path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """What one entered link shows."""

    row: int | None
    """None for an item without any link, where the visit found a page for it."""

    item: str
    url: str | None
    note: str
    opens: bool | None
    """None when we could not look."""

    final_url: str | None
    """Where it leads; None when it was not opened."""

    status_code: int | None
    reason: SkipReason | None
    """Why it was not opened."""

    reachable: bool | None
    """Do clicks lead there from the home page? None when the site was not seen whole."""

    click_path: tuple[str, ...]
    outcome: Text
    """One sentence: what it shows, or why it shows nothing."""

    better: BetterPage | None = None
