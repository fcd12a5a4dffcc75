"""One item, one verdict: status, how far the look got, how sure we are, and what shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from oit_audit.judge import hosting, sureness, words
from oit_audit.judge.around import NOTHING_AROUND, Around, look_around
from oit_audit.judge.claims import with_claims
from oit_audit.judge.considered import Weighing
from oit_audit.judge.elements import Bench, Showing, says_nothing_of_it
from oit_audit.judge.exhibits import MOST_EVIDENCE, exhibit, exhibits
from oit_audit.judge.freshness import Fit, wanted_year
from oit_audit.judge.provisos import with_provisos
from oit_audit.judge.sift import Sieve, Sifted
from oit_audit.judge.strangers import perhaps_strange
from oit_audit.judge.sureness import Sure
from oit_audit.judge.unlabelled import perhaps_unlabelled, shown_unlabelled, unlabelled
from oit_audit.model import (
    Checklist,
    Completion,
    Considered,
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
    Text,
    Verdict,
)

_MOST_REJECTED = 20


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
    return sureness.shared(tuple(sureness.hedged(each, case.reach) for each in verdicts))


def judge_item(case: Case, item: Item) -> Verdict:
    """Return the verdict for one item alone; `case.around` tells of the evidence of others."""
    own = look_around(case.checklist, case.matches, case.reach)
    others = {**case.around.elsewhere, **own.elsewhere}
    case = replace(case, around=replace(own, elsewhere=others))
    return sureness.hedged(_judge_item(case, item), case.reach)


def _judge_item(case: Case, item: Item) -> Verdict:
    sieve = case.around.sieves[item.id]
    dead = case.matches.dead_ends_of(item.concepts)
    ends = [Rejected(end.url, words.dead_end(end)) for end in dead]
    if locked := [Rejected(e.url, words.dead_end(e)) for e in dead if hosting.is_locked(e)]:
        rejected = [*locked, *sieve.rejected, *ends]
    else:
        rejected = [*sieve.rejected, *ends]
    year = case.checklist.fiscal_year
    shown = _shown(case, item, sieve)
    verdict = (
        _from_candidates(case, item, sieve, shown, rejected)
        if shown
        else _decided(case, item, sieve, dead, rejected)
    )
    verdict = with_provisos(verdict, item, sieve, year, case.today)
    verdict = Weighing(item, year, case.matches.own_name, sieve, shown).behind(verdict, dead)
    return hosting.advised(verdict, dead, sieve)


def _decided(
    case: Case, item: Item, sieve: Sieve, dead: Sequence[DeadEnd], rejected: list[Rejected]
) -> Verdict:
    """Decide where no candidate may be judged."""
    year = case.checklist.fiscal_year
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
        rule="unlabelled" if tested else "perhaps_unlabelled",
        elements=found.showing.elements,
        sure=sureness.UNLABELLED if tested else sureness.UNDECIDED,
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
        rule="strangers",
        evidence=tuple(exhibit(s.candidate, s, wanted) for s in shown),
        rejected=rejected,
        sure=sureness.UNDECIDED,
    )


def _may_be_judged(item: Item, sieve: Sieve) -> list[Sifted]:
    return [*sieve.right, *(sieve.undated if not item.fresh_basis.binds else [])]


def _shown(case: Case, item: Item, sieve: Sieve) -> Showing | None:
    """Look at what may be judged; None when nothing may, or only the frame, which says too little.

    The candidates that may be judged are those of the right year, and undated ones where the year
    is no rule.
    """
    if not sieve.right and (not sieve.undated or sieve.wrong or item.fresh_basis.binds):
        return None
    judged = _may_be_judged(item, sieve)
    bench = _bench(case, item)
    showing = bench.show([sifted.candidate for sifted in judged])
    if showing.absent and sieve.unreadable:
        hidden = [sifted.candidate for sifted in sieve.unreadable if not sifted.candidate.inherited]
        again = bench.show([*showing.candidates, *hidden]) if hidden else showing
        showing = again if again.absent < showing.absent else showing
    too_little = showing.candidates[0].is_frame and 2 * showing.found < len(showing.elements)
    return None if too_little else showing


def _from_candidates(
    case: Case, item: Item, sieve: Sieve, showing: Showing, rejected: list[Rejected]
) -> Verdict:
    judged = _may_be_judged(item, sieve)
    if says_nothing_of_it(showing):
        strangers = [s for s in judged if s.candidate in showing.candidates] or judged
        return _doubtful(case, item, strangers, rejected)
    status, rule = _status(showing)
    by_url = {sifted.candidate.document.url: sifted for sifted in judged}
    first = by_url.get(showing.candidates[0].document.url, judged[0])
    reason = words.shown(status, showing.elements, first.candidate)
    verdict = _verdict(
        item,
        status,
        reason,
        rule=rule,
        evidence=exhibits(showing, by_url, wanted_year(item, case.checklist.fiscal_year)),
        elements=showing.elements,
        rejected=[r for r in rejected if r.url not in {c.document.url for c in showing.candidates}],
        sure=sureness.of_showing(status, first, showing),
    )
    return hosting.weaker(verdict, hosting.hosts_of(showing))


def _status(showing: Showing) -> tuple[Status, str]:
    """Return the status of a showing and the id of the rule that gives it."""
    if showing.absent:
        return Status.PARTIAL, "elements_absent"
    if showing.untold:
        return Status.UNKNOWN, "elements_untold"
    tested = any(element.binds for element in showing.elements)
    if showing.elements and not tested and not showing.found:
        return Status.UNKNOWN, "nothing_usual"
    return Status.MET, "elements_found" if tested else "content_found"


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
        rule="undated" if first in sieve.undated else "unreadable",
        elements=tuple(
            ElementVerdict(e.id, e.says, cannot, e.basis.binds, e.remedy) for e in item.elements
        ),
        rejected=rejected,
        sure=sureness.UNDECIDED,
    )


def _of_another_year(item: Item, sieve: Sieve, rejected: list[Rejected], year: int) -> Verdict:
    newest = sorted(sieve.wrong, key=lambda s: (-(s.reading.best or 0), -s.candidate.own_score))
    wanted = wanted_year(item, year)
    binds = item.fresh_basis.binds
    verdict = _verdict(
        item,
        Status.STALE if binds else Status.UNKNOWN,
        words.stale(newest[0].reading, wanted, binds=binds),
        evidence=tuple(exhibit(s.candidate, s, wanted) for s in newest[:MOST_EVIDENCE]),
        elements=(),
        rejected=[r for r in rejected if r.url != newest[0].candidate.document.url],
        rule="other_year" if binds else "perhaps_other_year",
        sure=sureness.of_other_year(newest[0], binds=binds),
    )
    return hosting.doubted(verdict, [newest[0].candidate.host])


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
            rule="off_site",
            rejected=rejected,
            sure=sureness.UNDECIDED,
        )
    complete = case.reach.completion is Completion.FULL
    if complete and not unseen:
        silent = len(case.matches.silent_scans)
        reason = words.missing(rejected, case.reach.pages, case.reach.documents)
        return _verdict(
            item,
            Status.MISSING,
            words.perhaps_in_scans(reason, silent) if silent else reason,
            rule="nothing_there",
            rejected=rejected,
            sure=sureness.of_nothing(turned_down=bool(rejected), silent_scans=bool(silent)),
        )
    completion = Completion.NONE if case.reach.completion is Completion.NONE else Completion.PARTLY
    reason = words.unseen(unseen[0]) if unseen else words.not_looked(case.reach)
    return _verdict(
        item,
        Status.UNKNOWN,
        reason,
        rule="not_opened" if unseen else "not_looked",
        rejected=rejected,
        sure=sureness.UNDECIDED,
        completion=completion,
    )


def _verdict(
    item: Item,
    status: Status,
    reason: Text,
    *,
    rule: str,
    sure: Sure,
    evidence: tuple[Evidence, ...] = (),
    elements: tuple[ElementVerdict, ...] = (),
    rejected: Sequence[Rejected] = (),
    completion: Completion = Completion.FULL,
) -> Verdict:
    return Verdict(
        id=item.id,
        concepts=item.concepts,
        title=item.title,
        sub_indicator=item.sub_indicator,
        status=status,
        completion=completion,
        confidence=sure.confidence,
        reason=reason,
        elements=elements,
        evidence=evidence,
        rejected=tuple(sorted(set(rejected), key=lambda r: (r.url, r.reason.en))[:_MOST_REJECTED]),
        remedy=words.remedy(item, status, elements),
        unit=item.unit,
        considered=Considered(rule, sure.grounds),
    )
