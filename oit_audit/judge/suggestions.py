"""Which page of the visit shows more than the links that an office has entered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from oit_audit.model import (
    BetterPage,
    EnteredLink,
    Matches,
    SeenLink,
    Status,
    Verdict,
    without_fragment,
)

RANK = {
    Status.MET: 4,
    Status.NOT_APPLICABLE: 4,
    Status.PARTIAL: 3,
    Status.STALE: 2,
    Status.UNKNOWN: 1,
    Status.MISSING: 0,
}
"""How much a status is worth beside another."""

_OFFERED = frozenset({Status.MET, Status.PARTIAL, Status.STALE})
_SHARED = 4
"""Items for which one address is entered from which it is no direct one."""


def addresses_shared(links: Iterable[EnteredLink]) -> Counter[str]:
    """Return for how many items each address was entered, fragments left out."""
    return Counter(url for url, _ in {(without_fragment(link.url), link.item) for link in links})


@dataclass(frozen=True, slots=True)
class Found:
    """What the visit of the whole site found."""

    verdicts: tuple[Verdict, ...]
    """In checklist order."""

    matches: Matches
    """What they rest on."""

    hubs: Mapping[str, str]
    """By address of a page or paper: the page that lists it."""

    def of(self, item: str) -> Verdict | None:
        """Return the verdict of an item."""
        return next((verdict for verdict in self.verdicts if verdict.id == item), None)


def found_of(verdicts: Sequence[Verdict], matches: Matches) -> Found:
    """Return what the verdicts of a whole site, and the matches they rest on, suggest."""
    hubs: dict[str, str] = {}
    for candidate in matches.candidates:
        hubs.setdefault(candidate.document.address, candidate.hub)
    return Found(tuple(verdicts), matches, hubs)


def better_page(
    verdict: Verdict, found: Found | None, links: Sequence[SeenLink], shared: Counter[str]
) -> BetterPage | None:
    """Return what the visit found where that is better, or as good and more direct.

    Where several papers show it together, the page that lists them is the one to enter.
    """
    site = found.of(verdict.id) if found else None
    if found is None or site is None or site.status not in _OFFERED:
        return None
    vague = bool(links) and all(
        each.is_home
        or ("#" not in each.link.url and shared[without_fragment(each.link.url)] >= _SHARED)
        for each in links
    )
    better = RANK[site.status] > RANK[verdict.status]
    if not (better or (vague and site.status is verdict.status)):
        return None
    entered = {each.link.url for each in links} | {each.final_url for each in links}
    shown = [page for page in _pages(site, found.hubs) if page.url not in entered]
    return shown[0] if shown else None


def _pages(site: Verdict, hubs: Mapping[str, str]) -> list[BetterPage]:
    """Return the addresses that may be entered for a verdict, the best first."""
    reached = [e for e in site.evidence if e.click_path]
    pages = [BetterPage(e.url, site.status, e.click_path) for e in reached]
    listed = Counter(hubs.get(e.url, "") for e in reached)
    hub, count = listed.most_common(1)[0] if listed else ("", 0)
    if hub and count > 1 and hub not in {e.url for e in reached}:
        first = next(e for e in reached if hubs.get(e.url) == hub)
        return [BetterPage(hub, site.status, first.click_path[:-1]), *pages]
    return pages
