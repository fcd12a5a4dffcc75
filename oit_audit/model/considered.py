"""What was looked at before an item was decided, and what spoke for and against it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from oit_audit.model.candidate import DeadEndKind
from oit_audit.model.text import Text


class Conclusion(StrEnum):
    """What became of a candidate."""

    JUDGED = "judged"
    """Its elements were looked for."""

    TOO_LITTLE = "too_little"
    """The home page with its frame, which alone shows too few of the elements."""

    UNDATED = "undated"
    """It names no year, and one is asked."""

    OTHER_YEAR = "other_year"
    UNREADABLE = "unreadable"
    OFF_SITE = "off_site"
    """It lies at somebody else's host and was not seen."""

    STRANGER = "stranger"
    """It stands in a list about the item, and its own name says something else."""

    LIST = "list"
    """It only leads on to the papers, which are candidates themselves."""

    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that spoke for or against a candidate."""

    id: str
    weight: float | None = None
    """What it counted: a share between 0 and 1, or a count where its id is one of a count.

    None where it only is or is not.
    """

    quote: str = ""
    """The words that spoke, as the site has them; may be empty."""


@dataclass(frozen=True, slots=True)
class YearSeen:
    """A time that a candidate names, and where."""

    source: str
    """`title`, `opening`, `signed`, `table`, `label`, `body`, `file_name` and so on."""

    kind: str
    """How it is named: `fiscal`, `half`, `range`, `date`, `law`, `upload` and so on."""

    years: tuple[int, ...]
    """The fiscal years (Buddhist Era) it touches, ascending, never empty."""

    quote: str = ""
    decides: bool = False
    """Was the year of the candidate read here?"""

    against: bool = False
    """Does it disagree with the year that was read, enough to be told?"""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many elements a candidate shows when it is looked at alone."""

    found: int
    absent: int
    """Of those that bind."""

    untold: int
    """Of those that bind."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate, what spoke for and against it, and what became of it."""

    url: str
    conclusion: Conclusion
    chosen: bool = False
    """Does the verdict show it as its evidence?"""

    title: str = ""
    label: str = ""
    """The words that lead to it."""

    click_path: tuple[str, ...] = ()
    hub: str = ""
    """Address of the page that lists it; empty for what was not listed."""

    reason: Text | None = None
    """Why it was turned down; None where it was not."""

    behind: str = ""
    """Where the chosen one is ahead of it, by the id of the signal, or `elements`."""

    signals: tuple[Signal, ...] = ()
    years: tuple[YearSeen, ...] = ()
    elements: Tally | None = None
    """None when it was not looked at alone."""


@dataclass(frozen=True, slots=True)
class Unopened:
    """A label of the item behind which nothing was seen."""

    url: str
    label: str
    weight: float
    """How well the label stands for the item, 0 to 1."""

    source: str
    """The page on which the label stands."""

    click_path: tuple[str, ...]
    kind: DeadEndKind
    reason: Text


@dataclass(frozen=True, slots=True)
class Ground:
    """A condition that was asked when the confidence was set."""

    id: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Considered:
    """All that is behind one verdict."""

    rule: str
    """Id of the rule that gave the status."""

    grounds: tuple[Ground, ...] = ()
    """What made the confidence, in the order of asking."""

    candidates: tuple[Weighed, ...] = ()
    """The chosen ones first, each group best first."""

    dead_ends: tuple[Unopened, ...] = ()
    left_out: int = 0
    """Candidates and dead ends beyond those that are listed."""
