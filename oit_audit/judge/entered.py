"""Judge exactly the links that an office has entered, the way an assessor does.

A link must open, lie where clicks lead from the home page, be about its item and show what that
asks for. What the visit found besides is only a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from oit_audit.judge import link_words as say
from oit_audit.judge import sureness
from oit_audit.judge.around import look_around
from oit_audit.judge.suggestions import RANK, Found, addresses_shared, better_page
from oit_audit.judge.verdicts import Case, judge_item
from oit_audit.model import (
    BetterPage,
    Candidate,
    Completion,
    DeadEnd,
    DeadEndKind,
    ElementVerdict,
    Finding,
    Item,
    LinkVerdict,
    Matches,
    Outcome,
    SeenLink,
    SkipReason,
    Status,
    Sureness,
    Text,
    Verdict,
    without_fragment,
)

_CUT = frozenset({SkipReason.BUDGET, SkipReason.INTERRUPTED})
_CLICK_PATH = "click path"
"""Where an element is found that says that clicks lead there."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a list of links."""

    verdicts: tuple[Verdict, ...]
    """In checklist order, by the links alone."""

    links: tuple[LinkVerdict, ...]
    """In the order of their rows; then what the visit found for items without a link."""


def judge_links(case: Case, seen: Sequence[SeenLink], found: Found | None = None) -> Judged:
    """Return what the links of each item show.

    Args:
        case: Checklist, day, organisation and reach; its matches are those of all links.
        seen: What came of each link, in the order of their rows.
        found: What the visit of the whole site found; None when it was not visited.
    """
    shared = addresses_shared(each.link for each in seen)
    around = look_around(case.checklist, found.matches if found else case.matches, case.reach)
    case = replace(case, around=around)
    verdicts: list[Verdict] = []
    rows: dict[int, LinkVerdict] = {}
    without: list[LinkVerdict] = []
    for item in case.checklist.items:
        places = [place for place, each in enumerate(seen) if each.link.item == item.id]
        links = [seen[place] for place in places]
        verdict, outcomes = _OfItem(case, item, links).judged()
        better = better_page(verdict, found, links, shared)
        met = verdict.status is Status.MET
        remedy = say.remedy(item, better, verdict.remedy, entered=bool(links), met=met)
        verdicts.append(replace(verdict, remedy=remedy))
        for place, outcome in zip(places, outcomes, strict=True):
            rows[place] = _row(seen[place], outcome, better)
        if better is not None and not links:
            without.append(_without_row(item, better))
    ordered = tuple(rows[place] for place in sorted(rows))
    return Judged(sureness.shared(tuple(verdicts)), (*ordered, *without))


class _OfItem:
    """The links of one item, and what they show."""

    def __init__(self, case: Case, item: Item, links: Sequence[SeenLink]) -> None:
        self._case = case
        self._item = item
        self._links = links

    def judged(self) -> tuple[Verdict, list[Text]]:
        """Return the verdict of all links together, and what each shows alone, in their order."""
        if not self._links:
            return self._nothing_entered(), []
        verdict = self._of(self._links)
        outcomes = [
            self._outcome(each, verdict if len(self._links) == 1 else self._of([each]))
            for each in self._links
        ]
        paired = list(zip(self._links, outcomes, strict=True))
        reason = verdict.reason
        if verdict.status is Status.MISSING:
            reason = say.by_row(paired)
        elif verdict.status is Status.UNKNOWN and not verdict.evidence:
            reason = say.both(reason, say.by_row(paired))
        return replace(verdict, reason=reason), outcomes

    def _nothing_entered(self) -> Verdict:
        verdict = self._judged(_NOTHING, whole=True)
        return replace(
            verdict,
            status=Status.MISSING,
            completion=Completion.FULL,
            confidence=Sureness.HIGH,
            reason=say.NOT_ENTERED,
        )

    def _judged(self, matches: Matches, *, whole: bool) -> Verdict:
        reach = self._case.reach
        if whole:
            reach = replace(reach, completion=Completion.FULL, reason=None)
        known = self._case.matches
        shown = Matches(
            matches.candidates, matches.dead_ends, known.own_name, own_place=known.own_place
        )
        return judge_item(replace(self._case, matches=shown, reach=reach), self._item)

    def _of(self, links: Sequence[SeenLink]) -> Verdict:
        """Return what some links show together."""
        matches = _joined(each.matches for each in links)
        whole = not any(map(_was_cut, matches.dead_ends))
        verdict = self._said(matches, whole=whole)
        reached = replace(matches, candidates=tuple(c for c in matches.candidates if c.click_path))
        if len(reached.candidates) < len(matches.candidates):
            again = self._said(reached, whole=whole)
            if RANK[again.status] >= RANK[verdict.status] and again.evidence:
                verdict = again
        return _at_home(self._by_clicks(verdict, links), links)

    def _said(self, matches: Matches, *, whole: bool) -> Verdict:
        """Judge; a page that says nothing of its item counts where what it shows proves it."""
        verdict = self._judged(matches, whole=whole)
        trusted = tuple(replace(c, inherited=False) if _is_unsaid(c) else c
                        for c in matches.candidates)  # fmt: skip
        if verdict.status is not Status.MISSING or trusted == matches.candidates:
            return verdict
        again = self._judged(replace(matches, candidates=trusted), whole=whole)
        binding = [e for e in again.elements if e.binds]
        shown = sum(e.finding.outcome is Outcome.FOUND for e in binding)
        if again.status is Status.PARTIAL:
            half = 2 * shown >= len(binding)
            return replace(again, confidence=Sureness.LOW) if half else verdict
        if again.status not in (Status.MET, Status.UNKNOWN):
            return verdict
        return replace(
            again,
            status=Status.UNKNOWN,
            confidence=Sureness.LOW,
            reason=say.both(say.SAYS_NOTHING, again.reason),
            remedy=self._item.remedy,
        )

    def _by_clicks(self, verdict: Verdict, links: Sequence[SeenLink]) -> Verdict:
        """Return what is left of a verdict when no clicks lead to what it rests on."""
        astray = [each for each in links if not each.reachable]
        unreached = [e for e in verdict.evidence if not e.click_path]
        if not astray or not unreached:
            return verdict
        known = all(each.reachable is False for each in astray)
        own = any(each.is_own for each in astray)
        verdict = replace(
            verdict,
            elements=tuple(_unreached(e, known=known) for e in verdict.elements),
            reason=say.both(verdict.reason, say.place(astray[0])),
        )
        if known:
            verdict = replace(verdict, remedy=say.no_way(astray, _todo(verdict)))
        if known and not own:
            return replace(
                verdict,
                status=Status.MISSING,
                completion=Completion.FULL,
                confidence=Sureness.LOW,
                evidence=(),
            )
        if verdict.status is Status.MET and (known or not own):
            remedy = verdict.remedy if known else self._item.remedy
            return replace(verdict, status=Status.UNKNOWN, confidence=Sureness.LOW, remedy=remedy)
        return replace(verdict, confidence=_at_most_medium(verdict.confidence))

    def _outcome(self, seen: SeenLink, alone: Verdict) -> Text:
        """Say what one link shows, or why it shows nothing."""
        if not seen.opens:
            said = say.not_opened(seen)
            return said if seen.opens is False or seen.reason else say.both(said, say.place(seen))
        if alone.status is Status.MET:
            said = say.SHOWS_ALL
        elif alone.status is not Status.MISSING:
            return alone.reason
        else:
            said = self._why_not(seen, alone)
        return say.both(said, say.place(seen))

    def _why_not(self, seen: SeenLink, alone: Verdict) -> Text:
        """Say why a page that opens does not show its item."""
        if seen.is_home:
            return say.SAYS_NOTHING
        for candidate in seen.matches.candidates:
            entered = without_fragment(candidate.document.final_url) == seen.final_url
            if entered and candidate.rival and candidate.rival not in self._item.concepts:
                return self._about(candidate)
        own = (r for r in alone.rejected if without_fragment(r.url) == seen.final_url)
        why = next((r.reason for r in own), None)
        if why is None and alone.rejected:
            why = alone.rejected[0].reason
        unsaid = any(map(_is_unsaid, seen.matches.candidates))
        return say.SAYS_NOTHING if why is None or unsaid else why

    def _about(self, candidate: Candidate) -> Text:
        rival = candidate.rival or ""
        for item in self._case.checklist.items:
            if rival in item.concepts:
                return say.about(self._item, item.title, item.id)
        return say.about(self._item, Text(candidate.rival_says, candidate.rival_says), None)


_NOTHING = Matches((), (), "")


def _joined(listed: Iterable[Matches]) -> Matches:
    """Return what several links show together; the same document need not come twice."""
    candidates: list[Candidate] = []
    ends: list[DeadEnd] = []
    for each in listed:
        candidates += each.candidates
        ends += each.dead_ends
    return Matches(tuple(candidates), tuple(dict.fromkeys(ends)), "")


def _is_unsaid(candidate: Candidate) -> bool:
    """Does nothing but the office's list say what a page is about?"""
    return candidate.inherited and not candidate.own_score and candidate.rival is None


def _was_cut(end: DeadEnd) -> bool:
    """Was something not looked at because the visit ended before?"""
    return end.kind is DeadEndKind.UNASKED or (end.skip is not None and end.skip.reason in _CUT)


def _unreached(element: ElementVerdict, *, known: bool) -> ElementVerdict:
    """Return an element that must not call found that clicks lead there."""
    shown = element.finding.evidence
    if shown is None or shown.where != _CLICK_PATH:
        return element
    if known:
        return replace(element, finding=Finding(Outcome.ABSENT, say.UNREACHED))
    return replace(element, finding=Finding(Outcome.CANNOT_TELL, say.UNTRIED))


def _at_home(verdict: Verdict, links: Sequence[SeenLink]) -> Verdict:
    """Return the verdict as one that rests on the home page, where it was entered."""
    if not all(each.is_home for each in links):
        return verdict
    said = verdict if verdict.status is Status.MISSING else replace(
        verdict, reason=say.both(verdict.reason, say.place(links[0]))
    )  # fmt: skip
    return replace(said, confidence=_at_most_medium(said.confidence))


def _at_most_medium(confidence: Sureness) -> Sureness:
    return Sureness.MEDIUM if confidence is Sureness.HIGH else confidence


def _todo(verdict: Verdict) -> Text:
    return Text("", "") if verdict.status is Status.MET else verdict.remedy


def _row(seen: SeenLink, outcome: Text, better: BetterPage | None) -> LinkVerdict:
    return LinkVerdict(
        seen.link.row,
        seen.link.item,
        seen.link.url,
        seen.link.note,
        seen.opens,
        seen.final_url,
        seen.status_code,
        seen.reason,
        seen.reachable,
        seen.click_path,
        outcome,
        better,
    )


def _without_row(item: Item, better: BetterPage) -> LinkVerdict:
    return LinkVerdict(
        None, item.id, None, "", None, None, None, None, None, (), say.NOT_ENTERED, better
    )
