"""Write down what was looked at for an item: every candidate, what spoke for it, where it went.

Nothing is decided here; a verdict without these notes is the same verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from oit_audit.judge import words
from oit_audit.judge.elements import Showing
from oit_audit.judge.marked_years import marked_years
from oit_audit.judge.ranking import Rank, rank
from oit_audit.judge.sift import Sieve, Sifted
from oit_audit.judge.signals import signals
from oit_audit.judge.strangers import strange
from oit_audit.model import (
    Conclusion,
    DeadEnd,
    Item,
    Tally,
    Text,
    Unopened,
    Verdict,
    Weighed,
)

MOST_CANDIDATES = 10
MOST_DEAD_ENDS = 6
"""Of one item, how many are written down."""

_TEXT = 120
"""Characters of a title, a label or a step."""

_STEPS = 8
"""Steps of a click path."""

_ELEMENTS = "elements"
_RANKED = frozenset({Conclusion.JUDGED, Conclusion.UNDATED, Conclusion.OTHER_YEAR})
"""Of what became of a candidate: it could have been the evidence but for others."""

_Placed = tuple[Sifted, Conclusion, Text | None]


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the notes on one item are made from."""

    item: Item
    fiscal_year: int
    own_name: str
    sieve: Sieve
    showing: Showing | None
    """What was found on the candidates that were judged; None when none was."""

    def behind(self, verdict: Verdict, dead: Sequence[DeadEnd]) -> Verdict:
        """Return `verdict` with what is behind it: candidates and `dead` ends."""
        if verdict.considered is None:
            return verdict
        shown = {evidence.url for evidence in verdict.evidence}
        placed = sorted(self._placed(), key=lambda each: self._order(each[0], shown))
        first = self._rank(placed[0][0]) if placed else None
        kept = placed[:MOST_CANDIDATES]
        ends = sorted(map(_unopened, dead), key=_by_weight)[:MOST_DEAD_ENDS]
        considered = replace(
            verdict.considered,
            candidates=tuple(self._weighed(each, first, shown) for each in kept),
            dead_ends=tuple(ends),
            left_out=len(placed) - len(kept) + len(dead) - len(ends),
        )
        return replace(verdict, considered=considered)

    def _placed(self) -> Iterator[_Placed]:
        """Yield every candidate once, with what became of it, those that were judged first."""
        sieve = self.sieve
        groups = (
            (sieve.right, Conclusion.JUDGED if self.showing else Conclusion.TOO_LITTLE),
            (sieve.undated, Conclusion.UNDATED),
            (sieve.unreadable, Conclusion.UNREADABLE),
            (sieve.off_site, Conclusion.OFF_SITE),
            (sieve.wrong, Conclusion.OTHER_YEAR),
            (sieve.lists, Conclusion.LIST),
        )
        for group, conclusion in groups:
            yield from ((sifted, conclusion, None) for sifted in group)
        strangers = ((each, strange(each.candidate)) for each in sieve.strangers)
        yield from ((sifted, Conclusion.STRANGER, reason) for sifted, reason in strangers)
        out = sorted(sieve.out, key=lambda each: self._rank(each[0]))
        yield from ((sifted, Conclusion.REJECTED, reason) for sifted, reason in out)

    def _order(self, sifted: Sifted, shown: set[str]) -> int:
        """Return the place of a candidate among those the verdict shows; the last for others."""
        if self.showing is not None:
            urls = [candidate.document.url for candidate in self.showing.candidates]
            url = sifted.candidate.document.url
            return urls.index(url) if url in urls and self._is_chosen(sifted, shown) else len(urls)
        return 0 if self._is_chosen(sifted, shown) else 1

    def _is_chosen(self, sifted: Sifted, shown: set[str]) -> bool:
        document = sifted.candidate.document
        if self.showing is not None:
            judged = {(c.document.url, c.document.title) for c in self.showing.candidates}
            return (document.url, document.title) in judged
        return document.address in shown

    def _rank(self, sifted: Sifted) -> Rank:
        return rank(sifted.candidate, sifted.reading, self.item, self.fiscal_year)

    def _weighed(self, placed: _Placed, first: Rank | None, shown: set[str]) -> Weighed:
        sifted, conclusion, reason = placed
        candidate, ranked = sifted.candidate, self._rank(sifted)
        document = candidate.document
        chosen = conclusion is not Conclusion.REJECTED and self._is_chosen(sifted, shown)
        ahead = first if not chosen and conclusion in _RANKED else None
        tally = self._tally(sifted)
        outside = candidate.off_site and document.links
        return Weighed(
            url=document.links[0].url if outside else document.address,
            title=(document.title or document.file_name)[:_TEXT],
            label=candidate.label[:_TEXT],
            click_path=tuple(step[:_TEXT] for step in candidate.click_path[:_STEPS]),
            hub=candidate.hub,
            conclusion=conclusion,
            chosen=chosen,
            reason=reason,
            behind=self._behind(ranked, ahead, tally) if ahead else "",
            signals=signals(sifted, ranked, self.item, self.own_name),
            years=marked_years(candidate, sifted.reading),
            elements=tally,
        )

    def _tally(self, sifted: Sifted) -> Tally | None:
        """Return what the candidate shows alone; None when it was not looked at alone."""
        if self.showing is None or not self.item.elements:
            return None
        document = sifted.candidate.document
        for tried in self.showing.tried:
            alone = tried.candidates[0].document
            if len(tried.candidates) == 1 and (alone.url, alone.title) == (
                document.url,
                document.title,
            ):
                return Tally(tried.found, tried.absent, tried.untold)
        return None

    def _behind(self, ranked: Rank, first: Rank, tally: Tally | None) -> str:
        """Return what puts a candidate behind the chosen one; empty when nothing does."""
        if self.showing is not None and tally is not None:
            alone = (-tally.absent - tally.untold, -tally.absent, tally.found)
            if alone < self.showing.merit:
                return _ELEMENTS
        names = zip(Rank._fields, ranked, first, strict=True)
        return next((name for name, own, best in names if own > best), "")


def _unopened(end: DeadEnd) -> Unopened:
    return Unopened(
        url=end.url,
        label=end.label[:_TEXT],
        weight=round(end.label_score, 2),
        source=end.source,
        click_path=tuple(step[:_TEXT] for step in end.click_path[:_STEPS]),
        kind=end.kind,
        reason=words.dead_end(end),
    )


def _by_weight(end: Unopened) -> tuple[float, str, str, str, str]:
    return (-end.weight, end.url, end.label, end.source, end.reason.en)
