"""What might be the evidence of a concept, and where a lead ended instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from oit_audit.model.claim import Claim, Disagreement
from oit_audit.model.document import Document
from oit_audit.model.skip import Skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page, a part of a page or a file that the site holds out as evidence of a concept."""

    concept: str
    document: Document
    """Without what every page of the site repeats; a part of a page carries its fragment."""

    label: str
    """The words that lead to it, as the site says them."""

    label_score: float
    """How well the label stands for the concept, 0 to 1; lower when it was inherited."""

    own_score: float
    """How well its own title and first lines stand for the concept; 0 when they say nothing."""

    rival: str | None
    """What its own title stands for instead: a concept or a look-alike; None when nothing."""

    rival_says: str = ""
    """What the rival is called, in Thai; empty when there is none."""

    is_stranger: bool = False
    """Its own names speak, and say nothing of the concept's topic, in words we do not know."""

    context: tuple[str, ...] = ()
    """Labels that enclose `label`, outermost first: years are often said there."""

    click_path: tuple[str, ...] = ()
    hub: str = ""
    """Address of the page that lists it; empty for what was not listed."""

    inherited: bool = False
    """The label itself says nothing of the concept; what stands around it does."""

    offers: int = 0
    """How many further candidates it leads to."""

    subjects: int = 0
    """How many other concepts its panels and links are labelled with.

    A page of many subjects is no evidence itself.
    """

    live_links: int = 0
    """How many of its links lead to something that was seen, or to another host."""

    dead_links: int = 0
    """How many of its links lead nowhere, as the site itself says."""

    is_part: bool = False
    """A labelled part of a page, not the whole of it."""

    is_frame: bool = False
    """The home page with its menus and footer, held out for what offices print only there."""

    numbers: tuple[int, ...] = ()
    """Item numbers in the labels around it; they count only beside words that agree."""

    off_site: bool = False
    """The link leads to somebody else's host, and what lies there was not seen.

    `document` is the link itself, as our page shows it.
    """

    skip: Skip | None = None
    """Why it was not seen, where it was asked for."""

    tells: tuple[str, ...] = ()
    """The concepts that the first lines of a page tell of in passing, whatever its title says."""

    host: str = ""
    """Of somebody else, where the document lies that was seen; empty for the site's own."""

    label_words: tuple[str, ...] = ()
    """The wordings by which the label, or what encloses it, stands for the concept."""

    own_words: tuple[str, ...] = ()
    """The wordings by which its own title and first lines stand for the concept."""


class DeadEndKind(StrEnum):
    """Why a label leads to nothing that we saw."""

    NO_ADDRESS = "no_address"
    """`#`, empty, or a script without an address."""

    NOT_SEEN = "not_seen"
    """The crawl skipped it; see the skip."""

    UNASKED = "unasked"
    """On our host, but never asked: a budget or a limit of the crawl."""


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """A label of the concept behind which nothing was seen."""

    concept: str
    kind: DeadEndKind
    url: str
    """Where it points; the page of the label when it points nowhere."""

    label: str
    label_score: float
    source: str
    """The page on which the label stands."""

    skip: Skip | None = None
    context: tuple[str, ...] = ()
    click_path: tuple[str, ...] = ()

    @property
    def is_absence(self) -> bool:
        """Does the site itself say that nothing is there?"""
        if self.kind is DeadEndKind.NO_ADDRESS:
            return True
        return self.skip is not None and self.skip.reason.is_absence


@dataclass(frozen=True, slots=True)
class Matches:
    """Everything that the site holds out as evidence, by concept."""

    candidates: tuple[Candidate, ...]
    """Best first within a concept."""

    dead_ends: tuple[DeadEnd, ...]
    own_name: str
    """The organisation's name as the caller or the site itself gives it; may be empty."""

    silent_scans: tuple[Document, ...] = ()
    """Scans of which neither their links nor anything around these says what they are."""

    own_place: tuple[str, str] | None = None
    """The organisation's district and province as its own pages give them; None when unsaid."""

    claims: tuple[Claim, ...] = ()
    """What the site says of its papers by item numbers, page by page."""

    disagreements: tuple[Disagreement, ...] = ()
    """Where year, number, title and target of the claims differ, kind by kind."""

    unclaimed: tuple[Candidate, ...] = ()
    """What nothing holds out as evidence, by what it may be evidence of, nearest to home first."""

    def of(self, concepts: tuple[str, ...]) -> tuple[Candidate, ...]:
        """Return the candidates of any of `concepts`, in order."""
        return tuple(candidate for candidate in self.candidates if candidate.concept in concepts)

    def dead_ends_of(self, concepts: tuple[str, ...]) -> tuple[DeadEnd, ...]:
        """Return the dead ends of any of `concepts`, in order."""
        return tuple(end for end in self.dead_ends if end.concept in concepts)
