"""What a shell offers after the Tab key for values that are no plain choice."""

from __future__ import annotations

from oit_audit.checklists import available_years
from oit_audit.model import Status
from oit_audit.report import FORMATS


def years(incomplete: str) -> list[str]:
    """Return the fiscal years that have a checklist, the newest first."""
    known = sorted(map(str, available_years()), reverse=True)
    return [year for year in known if year.startswith(incomplete)]


def statuses(incomplete: str) -> list[str]:
    """Return the statuses that may follow; after a comma, those not said yet."""
    said, comma, begun = incomplete.rpartition(",")
    left = (status.value for status in Status if status.value not in said.split(","))
    return [f"{said}{comma}{name}" for name in left if name.startswith(begun)]


def outputs(incomplete: str) -> list[str]:
    """Return the formats, each with its `=`; behind that a file is named."""
    return [f"{one.name}=" for one in FORMATS if f"{one.name}=".startswith(incomplete)]
