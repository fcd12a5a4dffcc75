"""What a person says of an item, beside what the audit found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Decision(StrEnum):
    """What a person decides of an item."""

    MET = "met"
    NOT_APPLICABLE = "not_applicable"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person's word on one item. Status and score stay as they were found."""

    reason: str
    decision: Decision | None = None
    """None when the item is only excused for now."""

    author: str = ""
    decided_on: date | None = None

    expires_on: date | None = None
    """Last day on which it holds; None when it has no end."""

    @property
    def excuses(self) -> bool:
        """Is the item left in peace? Not when the person says that it is not met."""
        return self.decision is not Decision.NOT_MET

    def holds_on(self, day: date) -> bool:
        """Return whether it has not expired by `day`."""
        return self.expires_on is None or day <= self.expires_on
