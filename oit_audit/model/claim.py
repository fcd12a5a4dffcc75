"""What a site says of its own papers by numbers, titles and years, and where that disagrees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Claim:
    """A place that says: this is item so and so."""

    page: str
    """Address of the page on which it stands."""

    label: str
    """The words that bear the title, as the site has them; at most 300 characters."""

    number: int
    """The item number that it bears."""

    year_be: int | None
    """The year that encloses it, as the site says; None when it names none."""

    list_year: int | None
    """The year with whose list the numbered titles of the page agree best; None for none."""

    concepts: tuple[str, ...]
    """What the title stands for, best first; empty when there is only a number."""

    also: tuple[str, ...]
    """What other words beside the number stand for, in no order that means anything; unique."""

    target: str
    """Where it leads, redirects followed; empty when nowhere."""

    click_path: tuple[str, ...] = ()
    """Labels to click from the home page to the page on which it stands."""

    target_years: tuple[int, ...] = ()
    """The fiscal years that the target's own title names (Buddhist Era), ascending."""

    untitled: bool = False
    """It says a number and no title."""


class Mismatch(StrEnum):
    """In what a claim disagrees."""

    NUMBER = "number"
    """The title is another item of that year."""

    LIST = "list"
    """The page says one year, and numbers its items as another year does."""

    TARGET = "target"
    """What it leads to names itself something else."""

    SHARED = "shared"
    """One target is given for several items."""

    UNTITLED = "untitled"
    """It bears a number and no title."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A claim, and what is the case instead."""

    kind: Mismatch
    claim: Claim
    number: int | None = None
    """What the title, or the target, is in the list of `year_be`; None when it is in none."""

    year_be: int | None = None
    says: str = ""
    """What the target names itself, in Thai; for other kinds the Thai name of the title."""

    numbers: tuple[int, ...] = ()
    """Of several claims said together, the item numbers, ascending; else the claim's own."""
