"""What was read of the years that a candidate is about."""

from __future__ import annotations

from dataclasses import dataclass

from oit_audit.judge.years import SeenYear, YearSource

NOT_ITS_OWN = frozenset({YearSource.SIGNED, YearSource.FILE_NAME, YearSource.BODY})
"""Sources that turn nothing down while a label names the wanted year."""


@dataclass(frozen=True, slots=True)
class YearReading:
    """The fiscal years a candidate is about."""

    years: tuple[int, ...]
    """Buddhist Era, ascending; empty when it names none."""

    source: YearSource
    quote: str = ""
    """The words that say so, as the site has them."""

    against: tuple[SeenYear, ...] = ()
    """What names other years: the file name, the label; none of its years is in `years`."""

    is_range: bool = False
    """It names the years from one to another, as a plan of several years does."""

    @property
    def best(self) -> int | None:
        """Return the year to show: the newest it names."""
        return self.years[-1] if self.years else None
