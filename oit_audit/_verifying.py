"""The links of an office, judged alone, and beside them what the visit found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from oit_audit._reading import ReadSite
from oit_audit._recognising import Renewing, Settled, settle
from oit_audit.judge import Case, Found, Judged, found_of, judge, judge_links
from oit_audit.match import Matching
from oit_audit.model import (
    ONLY_ENTERED,
    Checklist,
    Completion,
    Document,
    EnteredLink,
    Matches,
    SeenLink,
)
from oit_audit.progress import Watcher
from oit_audit.settings import OcrSettings


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of a list of links."""

    judged: Judged
    recognised: tuple[Document, ...]
    """Documents with words that were recognised in pictures."""


def verified_links(
    site: ReadSite,
    links: Sequence[EnteredLink],
    ocr: OcrSettings | None,
    watcher: Watcher,
) -> Verified:
    """Judge `links` alone; where the site was visited, say what is better there."""
    whole = site.snapshot.reach.completion is Completion.FULL
    entered = _Entered(site.matching, links, site.case.checklist, whole=whole)
    case = replace(site.case, matches=entered.matches())
    settled = _settled(case, entered, site, ocr, watcher)
    seen = entered.seen()
    found: Found | None = None
    recognised = settled.recognised
    if site.snapshot.reach.reason != ONLY_ENTERED:
        reached = _Reached(site.matching)
        everything = replace(site.case, matches=reached.renew(()))
        of_site = _settled(everything, reached, site, ocr, watcher)
        found = found_of(of_site.verdicts, everything.matches)
        recognised = (*recognised, *of_site.recognised)
    return Verified(judge_links(case, seen, found), recognised)


def _settled(
    case: Case, matching: Renewing, site: ReadSite, ocr: OcrSettings | None, watcher: Watcher
) -> Settled:
    if ocr is None:
        return Settled(judge(case))
    return settle(case, matching, site.documents, site.snapshot, ocr, watcher)


class _Entered:
    """Gives what the links show."""

    def __init__(
        self,
        matching: Matching,
        links: Sequence[EnteredLink],
        checklist: Checklist,
        *,
        whole: bool,
    ) -> None:
        self._matching = matching
        self._links = links
        self._concepts = {item.id: item.concepts for item in checklist.items}
        self._whole = whole
        self._site = matching.matches()

    def seen(self) -> tuple[SeenLink, ...]:
        """Return what came of each link."""
        follower = self._matching.entered(whole=self._whole)
        return tuple(follower.seen(link, self._concepts[link.item]) for link in self._links)

    def matches(self) -> Matches:
        """Return what all links show together, without scans that nobody entered."""
        seen = self.seen()
        return Matches(
            tuple(candidate for each in seen for candidate in each.matches.candidates),
            tuple(end for each in seen for end in each.matches.dead_ends),
            self._site.own_name,
            own_place=self._site.own_place,
        )

    def renew(self, documents: Iterable[Document]) -> Matches:
        """Return the same with other words in some documents."""
        self._matching.renew(documents)
        return self.matches()


class _Reached:
    """Gives what the site shows to those who click."""

    def __init__(self, matching: Matching) -> None:
        self._matching = matching

    def renew(self, documents: Iterable[Document]) -> Matches:
        """Return the matches with other words in some documents."""
        return self._matching.reached(self._matching.renew(documents))
