"""What can be shown, and what one check said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from oit_audit.model.text import Text


class Outcome(StrEnum):
    """The three answers of a check."""

    FOUND = "found"
    ABSENT = "absent"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something a person can open and see."""

    url: str
    where: str
    """Where on it: `h2`, `page 3`, `table 1`, `form`."""

    quote: str
    """What it says there, unchanged except for length and masked numbers of people."""

    final_url: str = ""
    title: str = ""
    anchor_text: str = ""
    """The label that leads to it."""

    click_path: tuple[str, ...] = ()
    """Labels to click, from the home page on."""

    fiscal_year: int | None = None
    """Buddhist Era; None when it names none."""

    media_type: str = ""
    fetched_at: datetime | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check said, and why."""

    outcome: Outcome
    reason: Text
    """One clause for a reader, lower case, no full stop: `names no phone number`."""

    evidence: Evidence | None = None

    def __post_init__(self) -> None:
        if self.outcome is Outcome.FOUND and self.evidence is None:
            raise ValueError("FOUND must show its evidence")
