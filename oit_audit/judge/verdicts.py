"""One item, one verdict: status, how far the look got, how sure we are, and what shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from oit_audit.judge import hosting, words
from oit_audit.judge.around import NOTHING_AROUND, Around, look_around
from oit_audit.judge.claims import with_claims
from oit_audit.judge.elements import Bench, Showing
from oit_audit.judge.exhibits import MOST_EVIDENCE, exhibit, exhibits
from oit_audit.judge.freshness import Fit, YearSource, wanted_year
from oit_audit.judge.provisos import with_provisos
from oit_audit.judge.sift import Sieve, Sifted
from oit_audit.judge.strangers import perhaps_strange
from oit_audit.judge.unlabelled import perhaps_unlabelled, shown_unlabelled, unlabelled
from oit_audit.judge.years import PLAIN
from oit_audit.model import (
    Checklist,
    Completion,
    DeadEnd,
    ElementVerdict,
    Evidence,
    Finding,
    Item,
    Matches,
    Organisation,
    Outcome,
    Reach,
    Rejected,
    Status,
    Sureness,
    Text,
    Verdict,
)

_MOST_REJECTED = 20
_SHARED = 4
"""Items that rest on one address from which that address is doubtful."""

_SAYS_ITSELF = 0.62
"""From this score on a document's own names stand for the concept."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the verdicts of one audit have in common."""

    checklist: Checklist
    matches: Matches
    reach: Reach
    organisation: Organisation
    today: date
    around: Around = NOTHING_AROUND
    """Filled in when judging begins."""


def judge(case: Case) -> tuple[Verdict, ...]:
    """Return a verdict for every item, in checklist order."""
    case = replace(case, around=look_around(case.checklist, case.matches, case.reach))
    judged = (_judge_item(case, item) for item in case.checklist.items)
    verdicts = with_claims(judged, case.checklist, case.matches)
    return _doubt_shared(tuple(_hedged(verdict, case.reach) for verdict in verdicts))


def _hedged(verdict: Verdict, reach: Reach) -> Verdict:
    """Accuse of nothing that a complete look might have found: a newer paper, a fuller one."""
    if reach.completion is Completion.FULL or verdict.status is Status.MET:
        return verdict
    partly = Completion.NONE if reach.completion is Completion.NONE else Completion.PARTLY
    if verdict.status is Status.STALE:
        reason = words.perhaps_newer(verdict.reason)
        verdict = replace(verdict, status=Status.UNKNOWN, reason=reason)
    return replace(verdict, completion=partly, confidence=Sureness.LOW)


def _doubt_shared(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Lower the confidence where many items rest on one and the same address."""
    resting = Counter(v.evidence[0].url for v in verdicts if v.evidence)
    return tuple(
        replace(v, confidence=Sureness.LOW)
        if v.evidence and resting[v.evidence[0].url] >= _SHARED
        else v
        for v in verdicts
    )


def _judge_item(case: Case, item: Item) -> Verdict:
    sieve = case.around.sieves[item.id]
    dead = case.matches.dead_ends_of(item.concepts)
    ends = [Rejected(end.url, words.dead_end(end)) for end in dead]
    if locked := [Rejected(e.url, words.dead_end(e)) for e in dead if hosting.is_locked(e)]:
        rejected = [*locked, *sieve.rejected, *ends]
    else:
        rejected = [*sieve.rejected, *ends]
    verdict = _decided(case, item, sieve, dead, rejected)
    verdict = with_provisos(verdict, item, sieve, case.checklist.fiscal_year, case.today)
    return hosting.advised(verdict, dead, sieve)


def _decided(
    case: Case, item: Item, sieve: Sieve, dead: Sequence[DeadEnd], rejected: list[Rejected]
) -> Verdict:
    year = case.checklist.fiscal_year
    if sieve.right or (sieve.undated and not sieve.wrong and not item.fresh_basis.binds):
        verdict = _from_candidates(case, item, sieve, rejected)
        if verdict is not None:
            return verdict
    if sieve.undated or sieve.unreadable:
        return _unreadable(case, item, sieve, rejected)
    unseen = [end for end in dead if not end.is_absence]
    if sieve.wrong and not (unseen or sieve.off_site):
        return _of_another_year(item, sieve, rejected, year)
    if sieve.strangers and not dead:
        return _doubtful(case, item, sieve.strangers, rejected)
    if not (sieve.rejected or sieve.off_site or dead):
        verdict = _unlabelled(case, item)
        if verdict is not None:
            return verdict
    return _nothing(case, item, sieve.off_site, unseen, rejected)


def _unlabelled(case: Case, item: Item) -> Verdict | None:
    """Judge what no label calls by the item's name; None when nothing shows what is asked."""
    found = unlabelled(_bench(case, item), case.matches)
    if found is None:
        return None
    tested = any(element.binds for element in found.showing.elements)
    words_of = shown_unlabelled if tested else perhaps_unlabelled
    by_url = {found.sifted.candidate.document.url: found.sifted}
    return _verdict(
        item,
        Status.MET if tested else Status.UNKNOWN,
        words_of(item, found.sifted.candidate),
        evidence=exhibits(found.showing, by_url, wanted_year(item, case.checklist.fiscal_year)),
        elements=found.showing.elements,
        confidence=Sureness.LOW,
    )


def _bench(case: Case, item: Item) -> Bench:
    return Bench(item, case.organisation, case.checklist.fiscal_year, case.today, case.around)


def _doubtful(
    case: Case, item: Item, strangers: Sequence[Sifted], rejected: list[Rejected]
) -> Verdict:
    """Only their place in a list says that they are about the item: a person must look."""
    wanted = wanted_year(item, case.checklist.fiscal_year)
    shown = strangers[:MOST_EVIDENCE]
    return _verdict(
        item,
        Status.UNKNOWN,
        perhaps_strange(shown[0].candidate),
        evidence=tuple(exhibit(s.candidate, s, wanted) for s in shown),
        rejected=rejected,
        confidence=Sureness.LOW,
    )


def _from_candidates(
    case: Case, item: Item, sieve: Sieve, rejected: list[Rejected]
) -> Verdict | None:
    """Judge what may be judged; None when only the frame is left, and says too little."""
    judged = [*sieve.right, *(sieve.undated if not item.fresh_basis.binds else [])]
    bench = _bench(case, item)
    showing = bench.show([sifted.candidate for sifted in judged])
    if showing.absent and sieve.unreadable:
        hidden = [sifted.candidate for sifted in sieve.unreadable if not sifted.candidate.inherited]
        again = bench.show([*showing.candidates, *hidden]) if hidden else showing
        showing = again if again.absent < showing.absent else showing
    if showing.candidates[0].is_frame and 2 * showing.found < len(showing.elements):
        return None
    status = _status(showing)
    by_url = {sifted.candidate.document.url: sifted for sifted in judged}
    first = by_url.get(showing.candidates[0].document.url, judged[0])
    reason = words.shown(status, showing.elements, first.candidate)
    verdict = _verdict(
        item,
        status,
        reason,
        evidence=exhibits(showing, by_url, wanted_year(item, case.checklist.fiscal_year)),
        elements=showing.elements,
        rejected=[r for r in rejected if r.url not in {c.document.url for c in showing.candidates}],
        confidence=_confidence(status, first, showing),
    )
    return hosting.weaker(verdict, hosting.hosts_of(showing))


def _status(showing: Showing) -> Status:
    if showing.absent:
        return Status.PARTIAL
    if showing.untold:
        return Status.UNKNOWN
    tested = any(element.binds for element in showing.elements)
    if showing.elements and not tested and not showing.found:
        return Status.UNKNOWN
    return Status.MET


def _confidence(status: Status, first: Sifted, showing: Showing) -> Sureness:
    """Return how sure the status is; what rests on recognised words is never quite sure."""
    sure = _sure_of_words(status, first, showing)
    recognised = any(candidate.document.recognised for candidate in showing.candidates)
    return Sureness.MEDIUM if recognised and sure is Sureness.HIGH else sure


def _sure_of_words(status: Status, first: Sifted, showing: Showing) -> Sureness:
    candidate = first.candidate
    if status is Status.UNKNOWN:
        return Sureness.LOW
    if candidate.is_stranger and not candidate.off_site:
        return Sureness.LOW
    says_itself = candidate.own_score >= _SAYS_ITSELF
    year_is_said = first.fit is Fit.NOT_ASKED or (
        first.fit is Fit.RIGHT and first.reading.source in PLAIN
    )
    tested = any(e.binds for e in showing.elements)
    if not tested and 2 * showing.found < len(showing.elements):
        return Sureness.LOW
    if says_itself and year_is_said and (tested or not candidate.inherited):
        return Sureness.HIGH
    return Sureness.MEDIUM if says_itself or year_is_said else Sureness.LOW


def _unreadable(case: Case, item: Item, sieve: Sieve, rejected: list[Rejected]) -> Verdict:
    """Something is there, and a person must look: a scan, or a paper without a year."""
    found = [*sieve.undated, *sieve.unreadable]
    first = found[0]
    fit_years = [s for s in found if s.fit in (Fit.RIGHT, Fit.NOT_ASKED, Fit.UNDATED)]
    if not fit_years and sieve.wrong:
        return _of_another_year(item, sieve, rejected, case.checklist.fiscal_year)
    if not fit_years and item.fresh_basis.binds:
        return _of_another_year(item, Sieve(wrong=found), rejected, case.checklist.fiscal_year)
    reason = (
        words.undated(first.candidate)
        if first in sieve.undated
        else words.unreadable(first.candidate)
    )
    cannot = Finding(Outcome.CANNOT_TELL, reason)
    return _verdict(
        item,
        Status.UNKNOWN,
        reason,
        evidence=tuple(
            exhibit(s.candidate, s, wanted_year(item, case.checklist.fiscal_year))
            for s in found[:MOST_EVIDENCE]
        ),
        elements=tuple(
            ElementVerdict(e.id, e.says, cannot, e.basis.binds, e.remedy) for e in item.elements
        ),
        rejected=rejected,
        confidence=Sureness.LOW,
    )


def _of_another_year(item: Item, sieve: Sieve, rejected: list[Rejected], year: int) -> Verdict:
    newest = sorted(sieve.wrong, key=lambda s: (-(s.reading.best or 0), -s.candidate.own_score))
    wanted = wanted_year(item, year)
    binds = item.fresh_basis.binds
    return _verdict(
        item,
        Status.STALE if binds else Status.UNKNOWN,
        words.stale(newest[0].reading, wanted, binds=binds),
        evidence=tuple(exhibit(s.candidate, s, wanted) for s in newest[:MOST_EVIDENCE]),
        elements=(),
        rejected=[r for r in rejected if r.url != newest[0].candidate.document.url],
        confidence=hosting.doubted(
            _stale_confidence(newest[0], binds=binds), [newest[0].candidate.host]
        ),
    )


def _stale_confidence(newest: Sifted, *, binds: bool) -> Sureness:
    if not binds:
        return Sureness.LOW
    candidate = newest.candidate
    sure = newest.reading.source in (YearSource.TITLE, YearSource.OPENING, YearSource.TABLE)
    sure = sure and candidate.own_score >= _SAYS_ITSELF and not candidate.document.recognised
    return Sureness.HIGH if sure else Sureness.MEDIUM


def _nothing(
    case: Case,
    item: Item,
    off_site: Sequence[Sifted],
    unseen: Sequence[DeadEnd],
    rejected: list[Rejected],
) -> Verdict:
    if off_site:
        return _verdict(
            item,
            Status.UNKNOWN,
            words.off_site(off_site[0].candidate),
            evidence=tuple(
                exhibit(s.candidate, s, wanted_year(item, case.checklist.fiscal_year))
                for s in off_site[:3]
            ),
            rejected=rejected,
            confidence=Sureness.LOW,
        )
    complete = case.reach.completion is Completion.FULL
    if complete and not unseen:
        silent = len(case.matches.silent_scans)
        reason = words.missing(rejected, case.reach.pages, case.reach.documents)
        sure = Sureness.HIGH if rejected else Sureness.MEDIUM
        return _verdict(
            item,
            Status.MISSING,
            words.perhaps_in_scans(reason, silent) if silent else reason,
            rejected=rejected,
            confidence=Sureness.LOW if silent else sure,
        )
    completion = Completion.NONE if case.reach.completion is Completion.NONE else Completion.PARTLY
    reason = words.unseen(unseen[0]) if unseen else words.not_looked(case.reach)
    return _verdict(
        item,
        Status.UNKNOWN,
        reason,
        rejected=rejected,
        confidence=Sureness.LOW,
        completion=completion,
    )


def _verdict(
    item: Item,
    status: Status,
    reason: Text,
    *,
    evidence: tuple[Evidence, ...] = (),
    elements: tuple[ElementVerdict, ...] = (),
    rejected: Sequence[Rejected] = (),
    confidence: Sureness,
    completion: Completion = Completion.FULL,
) -> Verdict:
    return Verdict(
        id=item.id,
        concepts=item.concepts,
        title=item.title,
        sub_indicator=item.sub_indicator,
        status=status,
        completion=completion,
        confidence=confidence,
        reason=reason,
        elements=elements,
        evidence=evidence,
        rejected=tuple(sorted(set(rejected), key=lambda r: (r.url, r.reason.en))[:_MOST_REJECTED]),
        remedy=words.remedy(item, status, elements),
        unit=item.unit,
    )
