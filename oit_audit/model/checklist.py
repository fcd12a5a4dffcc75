"""What is asked in one fiscal year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from oit_audit.model.document import Document
from oit_audit.model.evidence import Finding
from oit_audit.model.site import Organisation
from oit_audit.model.text import Text


class Freshness(StrEnum):
    """Of which year the evidence must be."""

    CURRENT = "current"
    """As it is on the day of the look; no year is asked."""

    IN_FORCE = "in_force"
    """In force in the assessed year; may be older."""

    ASSESSED_YEAR = "assessed_year"
    FIRST_6_MONTHS = "first_6_months"
    """Of the assessed year, at least October to March."""

    PREVIOUS_YEAR = "previous_year"


class Basis(StrEnum):
    """Where a requirement comes from."""

    RULE = "rule"
    """The requirement was read."""

    TITLE = "title"
    """Said by the item's title."""

    PRACTICE = "practice"
    """Seen in what organisations published."""

    OTHER_YEAR = "other_year"
    """Read for another fiscal year."""

    INFERRED = "inferred"
    """Inferred from neighbouring years."""

    @property
    def binds(self) -> bool:
        """May it fail an item? Only what was read may."""
        return self in (Basis.RULE, Basis.TITLE)


class Sureness(StrEnum):
    """How sure we are."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ItemKind(StrEnum):
    """What sort of thing shows the item."""

    PAGE = "page"
    PLAN = "plan"
    REPORT = "report"
    DOCUMENT = "document"
    STATISTICS = "statistics"
    NEWS = "news"
    CHANNEL = "channel"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Scene:
    """What a check may know besides the documents."""

    organisation: Organisation
    fiscal_year: int
    """The assessed year, Buddhist Era."""

    evidence_year: int
    """The year that the evidence must be of: the assessed one or the one before."""

    today: date
    click_path: tuple[str, ...] = ()
    """Labels to click from the home page to the first document; empty for the home page itself."""

    elsewhere: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)
    """The evidence of other items by concept, the best first.

    Whom the page of executives names, what the risk assessment sets; no concept without evidence.
    """

    gone: frozenset[str] = frozenset()
    """Addresses of which the site itself says that nothing is there."""


class Check(Protocol):
    """A way of looking."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Look through `documents`, the best first, never empty, and say what was found."""
        ...


@dataclass(frozen=True, slots=True)
class Element:
    """One thing an item must show."""

    id: str
    says: Text
    check_name: str
    check: Check
    basis: Basis
    confidence: Sureness
    remedy: Text
    concept: str | None = None
    """Look only on documents of this concept; None for any of the item's."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list."""

    id: str
    """`o12`."""

    concepts: tuple[str, ...]
    title: Text
    sub_indicator: str
    fresh: Freshness
    fresh_basis: Basis
    kind: ItemKind
    unit: str
    basis: Basis
    """The strongest of its elements; `inferred` when it has none."""

    confidence: Sureness
    elements: tuple[Element, ...]
    remedy: Text
    """What to publish when nothing was found."""

    source: str = ""
    aliases: tuple[str, ...] = ()
    title_confidence: Sureness = Sureness.HIGH
    """Of title and number alone."""


@dataclass(frozen=True, slots=True)
class SubIndicator:
    """A mean of items."""

    id: str
    title: Text
    items: tuple[str, ...]
    confidence: Sureness = Sureness.HIGH
    """How sure its boundaries are."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A mean of sub-indicators."""

    id: str
    title: Text
    sub_indicators: tuple[SubIndicator, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A rating level of the whole assessment."""

    name: str
    minimum: float
    """Points from which it holds."""

    confidence: Sureness


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything that is asked in one fiscal year."""

    scheme: str
    fiscal_year: int
    """Buddhist Era."""

    digest: str
    """`sha256:` of what was read, inherited parts included."""

    indicators: tuple[Indicator, ...]
    items: tuple[Item, ...]
    """In the order of their numbers."""

    levels: tuple[Level, ...]
    """Best first; empty where the facts confirm none."""

    source: str = ""
    deadline: date | None = None
    """Last day on which evidence counted; None when not known."""

    def item(self, id: str) -> Item:
        """Return the item named `id`.

        Raises:
            KeyError: there is none.
        """
        for item in self.items:
            if item.id == id:
                return item
        raise KeyError(id)
