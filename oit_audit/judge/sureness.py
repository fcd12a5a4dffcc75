"""How sure we are of a status, and the conditions that made us so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from oit_audit.judge import words
from oit_audit.judge.elements import Showing
from oit_audit.judge.freshness import Fit
from oit_audit.judge.sift import Sifted
from oit_audit.judge.years import PLAIN, YearSource
from oit_audit.model import Completion, Considered, Ground, Reach, Status, Sureness, Verdict

SAYS_ITSELF = 0.62
"""From this score on a document's own names stand for the concept."""

_SHARED = 4
"""Items that rest on one address from which that address is doubtful."""

_BY_ITSELF = frozenset({YearSource.TITLE, YearSource.OPENING, YearSource.TABLE})


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure we are, and why."""

    confidence: Sureness
    grounds: tuple[Ground, ...]
    """The conditions that were asked, in order; those that do not hold too."""


UNDECIDED = Sure(Sureness.LOW, (Ground("undecided", holds=True),))
"""What a person must look at."""

UNLABELLED = Sure(Sureness.LOW, (Ground("unlabelled", holds=True),))
"""What shows all that is asked, and is called by no name of it."""


def of_showing(status: Status, first: Sifted, showing: Showing) -> Sure:
    """Return how sure the status of a showing is; recognised words are never quite sure."""
    sure = _of_words(status, first, showing)
    if not any(candidate.document.recognised for candidate in showing.candidates):
        return sure
    most = Sureness.MEDIUM if sure.confidence is Sureness.HIGH else sure.confidence
    return Sure(most, (*sure.grounds, Ground("recognised", holds=True)))


def _of_words(status: Status, first: Sifted, showing: Showing) -> Sure:
    candidate = first.candidate
    if status is Status.UNKNOWN:
        return UNDECIDED
    if candidate.is_stranger and not candidate.off_site:
        return Sure(Sureness.LOW, (Ground("stranger", holds=True),))
    says_itself = candidate.own_score >= SAYS_ITSELF
    year_is_said = first.fit is Fit.NOT_ASKED or (
        first.fit is Fit.RIGHT and first.reading.source in PLAIN
    )
    tested = any(e.binds for e in showing.elements)
    grounds = [
        Ground("says_itself", says_itself),
        Ground("year_not_asked", holds=True)
        if first.fit is Fit.NOT_ASKED
        else Ground("year_said", year_is_said),
        Ground("elements_tested", tested),
    ]
    if not tested and showing.elements:
        shows_most = 2 * showing.found >= len(showing.elements)
        grounds.append(Ground("usual_elements", shows_most))
        if not shows_most:
            return Sure(Sureness.LOW, tuple(grounds))
    if not tested:
        grounds.append(Ground("own_label", not candidate.inherited))
    if says_itself and year_is_said and (tested or not candidate.inherited):
        return Sure(Sureness.HIGH, tuple(grounds))
    either = says_itself or year_is_said
    return Sure(Sureness.MEDIUM if either else Sureness.LOW, tuple(grounds))


def of_other_year(newest: Sifted, *, binds: bool) -> Sure:
    """Return how sure it is that only another year's is there."""
    rule = Ground("year_rule", binds)
    if not binds:
        return Sure(Sureness.LOW, (rule,))
    candidate = newest.candidate
    in_opening = newest.reading.source in _BY_ITSELF
    says_itself = candidate.own_score >= SAYS_ITSELF
    recognised = candidate.document.recognised
    grounds = [rule, Ground("year_in_opening", in_opening), Ground("says_itself", says_itself)]
    if recognised:
        grounds.append(Ground("recognised", holds=True))
    sure = in_opening and says_itself and not recognised
    return Sure(Sureness.HIGH if sure else Sureness.MEDIUM, tuple(grounds))


def of_nothing(*, turned_down: bool, silent_scans: bool) -> Sure:
    """Return how sure it is that nothing is there, after a complete look."""
    grounds = [Ground("seen_whole", holds=True), Ground("turned_down", turned_down)]
    if silent_scans:
        return Sure(Sureness.LOW, (*grounds, Ground("silent_scans", holds=True)))
    return Sure(Sureness.HIGH if turned_down else Sureness.MEDIUM, tuple(grounds))


def hedged(verdict: Verdict, reach: Reach) -> Verdict:
    """Accuse of nothing that a complete look might have found: a newer paper, a fuller one."""
    if reach.completion is Completion.FULL or verdict.status is Status.MET:
        return verdict
    partly = Completion.NONE if reach.completion is Completion.NONE else Completion.PARTLY
    if verdict.status is Status.STALE:
        reason = words.perhaps_newer(verdict.reason)
        verdict = replace(verdict, status=Status.UNKNOWN, reason=reason)
        verdict = ruled(verdict, "perhaps_newer")
    return lowered(replace(verdict, completion=partly), Sureness.LOW, "seen_in_part")


def shared(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Lower the confidence where many items rest on one and the same address."""
    resting = Counter(v.evidence[0].url for v in verdicts if v.evidence)
    return tuple(
        lowered(v, Sureness.LOW, "shared_address")
        if v.evidence and resting[v.evidence[0].url] >= _SHARED
        else v
        for v in verdicts
    )


def ruled(verdict: Verdict, rule: str) -> Verdict:
    """Return `verdict` as one that another rule gave."""
    behind = verdict.considered or Considered("")
    return replace(verdict, considered=replace(behind, rule=rule))


def lowered(verdict: Verdict, confidence: Sureness, because: str) -> Verdict:
    """Return `verdict` with this confidence, and the id of the ground among its grounds."""
    behind = verdict.considered or Considered("")
    ground = Ground(because, holds=True)
    known = behind.grounds if ground in behind.grounds else (*behind.grounds, ground)
    return replace(verdict, confidence=confidence, considered=replace(behind, grounds=known))
