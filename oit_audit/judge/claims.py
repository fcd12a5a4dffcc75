"""What a website says of its own papers by number, year, title and target, where that disagrees.

The title decides, never the number; the disagreement is told, for the site and for each item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from oit_audit.judge.freshness import wanted_year
from oit_audit.judge.sureness import lowered, ruled
from oit_audit.model import (
    Candidate,
    Checklist,
    Claim,
    Disagreement,
    Freshness,
    Item,
    Matches,
    Mismatch,
    Outcome,
    Rejected,
    Severity,
    SiteFinding,
    Status,
    Sureness,
    Text,
    Verdict,
    without_fragment,
)
from oit_audit.words import joined, worded

_LABEL = 80
"""Characters of a label that are shown."""

_SHOWN = 3
"""Claims of one page that are quoted in one finding."""

_NUMBERS = 12
"""Item numbers that are listed in one finding."""

_MOST = 10
"""Findings about claims in one audit."""

_ANY_YEAR = frozenset({Freshness.CURRENT, Freshness.IN_FORCE})
_LOWER = {
    Sureness.HIGH: Sureness.MEDIUM,
    Sureness.MEDIUM: Sureness.LOW,
    Sureness.LOW: Sureness.LOW,
}


def claim_findings(matches: Matches, checklist: Checklist) -> tuple[SiteFinding, ...]:
    """Return what to say of the claims for the assessed year, page by page; at most ten findings.

    What may mislead an assessor comes first, then what is only weak.
    """
    year = checklist.fiscal_year
    told = [d for d in matches.disagreements if _is_of(d.claim, year)]
    moved = {(d.claim.page, n) for d in told if d.kind is Mismatch.LIST for n in d.numbers}
    lists = [_finding(d.claim, _list(d)) for d in told if d.kind is Mismatch.LIST]
    wrong = [
        d
        for d in told
        if d.kind is Mismatch.TARGET
        or (d.kind is Mismatch.NUMBER and (d.claim.page, d.claim.number) not in moved)
    ]
    found = [
        *lists,
        *_by_page((d.claim, _instead(d)) for d in wrong),
        *_by_page(_of_other_years(matches, checklist, {d.claim for d in wrong})),
        *_weak(told),
    ]
    return tuple(found[:_MOST])


def with_claims(
    verdicts: Iterable[Verdict], checklist: Checklist, matches: Matches
) -> Iterator[Verdict]:
    """Give each verdict with what the site says wrongly of its item, and as sure as that allows.

    Args:
        verdicts: One for each item, in checklist order.
        checklist: What is asked.
        matches: What the site claims.
    """
    year = checklist.fiscal_year
    told = [d for d in matches.disagreements if _is_of(d.claim, year)]
    own = [claim for claim in matches.claims if _is_of(claim, year)]
    titles = {concept: item.title for item in checklist.items for concept in item.concepts}
    for item, verdict in zip(checklist.items, verdicts, strict=True):
        doubted = _doubted(verdict, matches.of(item.concepts), titles)
        yield _with_claims(doubted, item, told, own)


def _doubted(
    verdict: Verdict, candidates: Sequence[Candidate], titles: Mapping[str, Text]
) -> Verdict:
    """Leave to a person what lacks most of the usual, and tells of another item in its text."""
    found = sum(e.finding.outcome is Outcome.FOUND for e in verdict.elements)
    usual = any(e.binds for e in verdict.elements) or 2 * found >= len(verdict.elements)
    if verdict.status is not Status.MET or usual:
        return verdict
    shown = verdict.evidence[0].url
    first = next((c for c in candidates if c.document.url == shown), None)
    told = [c for c in first.tells if c in titles] if first is not None else []
    if not told or not {*told}.isdisjoint(verdict.concepts):
        return verdict
    other, label = titles[told[0]], verdict.evidence[0].anchor_text[:_LABEL]
    reason = worded(
        "found “{label}”, but its text tells of “{other}”; a person must look",
        label=label,
        other=other,
    )
    verdict = ruled(replace(verdict, status=Status.UNKNOWN, reason=reason), "tells_of_another")
    return lowered(verdict, Sureness.LOW, "undecided")


def _with_claims(
    verdict: Verdict, item: Item, told: Sequence[Disagreement], own: Sequence[Claim]
) -> Verdict:
    number = int(item.id[1:])
    rejected: list[Rejected] = []
    said: list[Text] = []
    doubt = False
    rightly = any(_means(c, item) and _rests_on(verdict, c) for c in own)
    for disagreement in told:
        claim, kind = disagreement.claim, disagreement.kind
        meant = _means(claim, item)
        if kind is Mismatch.NUMBER and claim.number == number and not meant:
            rejected.append(Rejected(claim.target or claim.page, _instead(disagreement)))
        elif kind is Mismatch.NUMBER and meant and _rests_on(verdict, claim):
            said.append(_numbered(claim))
            doubt = True
        elif kind is Mismatch.TARGET and meant and not rightly:
            said.append(_misled(disagreement))
            doubt = verdict.status is Status.MET
    shown = {evidence.final_url for evidence in verdict.evidence}
    kept = [r for r in rejected if r.url not in shown and r not in verdict.rejected]
    verdict = replace(
        verdict,
        reason=_with(verdict.reason, said),
        rejected=(*verdict.rejected, *dict.fromkeys(kept[:_SHOWN])),
    )
    if not doubt:
        return verdict
    return lowered(verdict, _LOWER[verdict.confidence], "claims_disagree")


def _is_of(claim: Claim, year: int) -> bool:
    return (claim.year_be or claim.list_year or year) == year


def _rests_on(verdict: Verdict, claim: Claim) -> bool:
    target = without_fragment(claim.target)
    return bool(verdict.evidence) and without_fragment(verdict.evidence[0].final_url) == target


def _means(claim: Claim, item: Item) -> bool:
    return not set(claim.concepts).isdisjoint(item.concepts)


def _with(reason: Text, said: Sequence[Text]) -> Text:
    first = next(iter(said), None)
    if first is None:
        return reason
    return worded("{reason} ({first})", reason=reason, first=first)


def _numbered(claim: Claim) -> Text:
    return worded("the site numbers it o{number}", number=claim.number)


def _misled(disagreement: Disagreement) -> Text:
    claim, says = disagreement.claim, disagreement.says[:_LABEL]
    return worded("the site's link “{label}” opens “{says}”", label=claim.label[:_LABEL], says=says)


def _instead(disagreement: Disagreement) -> Text:
    """Say what a claim is instead: `site says o12, this is o11 of B.E. 2565`."""
    claim, label = disagreement.claim, disagreement.claim.label[:_LABEL]
    number, year, says = disagreement.number, disagreement.year_be, disagreement.says[:_LABEL]
    if disagreement.kind is Mismatch.NUMBER:
        return worded(
            "the site says o{number} at “{label}”, but this is o{meant} of B.E. {year}",
            number=claim.number,
            label=label,
            meant=number,
            year=year,
        )
    instead = worded(
        "the site says o{number} “{label}”, but the link opens “{says}”",
        number=claim.number,
        label=label,
        says=says,
    )
    meant = worded("{instead} (o{meant} of B.E. {year})", instead=instead, meant=number, year=year)
    return meant if number else instead


def _list(disagreement: Disagreement) -> Text:
    said, meant = disagreement.claim.year_be, disagreement.year_be
    numbers = _listed(disagreement.numbers)
    return worded(
        "this page says B.E. {said}, but numbers its items as in B.E. {meant} ({numbers}): "
        "number them as in B.E. {said}",
        said=said,
        meant=meant,
        numbers=numbers,
    )


def _of_other_years(
    matches: Matches, checklist: Checklist, told: Collection[Claim]
) -> Iterator[tuple[Claim, Text]]:
    """Give the claims of the year whose targets are, by their own titles, of another year.

    Those that were `told` of already are left out.
    """
    year = checklist.fiscal_year
    groups: dict[int, list[Claim]] = defaultdict(list)
    for claim in matches.claims:
        if claim.year_be == year and claim.concepts and claim not in told:
            groups[claim.number].append(claim)
    for claims in groups.values():
        item = next(
            (i for i in checklist.items if not {*i.concepts}.isdisjoint(claims[0].concepts)), None
        )
        if item is None or item.fresh in _ANY_YEAR or not item.fresh_basis.binds:
            continue
        wanted = wanted_year(item, year)
        if any(not claim.target_years or wanted in claim.target_years for claim in claims):
            continue
        claim = max(claims, key=lambda c: c.target_years[-1])
        yield claim, _of_other_year(claim, year, wanted)


def _of_other_year(claim: Claim, year: int, wanted: int) -> Text:
    label, years = claim.label[:_LABEL], ", ".join(map(str, claim.target_years[-2:]))
    return worded(
        "o{number} “{label}” of B.E. {year} opens a paper of B.E. {years}; {wanted} is asked",
        number=claim.number,
        label=label,
        year=year,
        years=years,
        wanted=wanted,
    )


def _by_page(said: Iterable[tuple[Claim, Text]]) -> Iterator[SiteFinding]:
    """Give one finding a page, which quotes its first claims."""
    pages: dict[str, list[tuple[Claim, Text]]] = defaultdict(list)
    for claim, text in said:
        pages[claim.page].append((claim, text))
    for told in pages.values():
        texts = list(dict.fromkeys(text for _, text in told))
        more = len(texts) - _SHOWN
        says = joined(texts[:_SHOWN])
        if more > 0:
            says = worded("{says}; and {more} more", says=says, more=more)
        yield _finding(told[0][0], says)


def _weak(told: Sequence[Disagreement]) -> Iterator[SiteFinding]:
    for disagreement in told:
        if disagreement.kind is Mismatch.SHARED:
            numbers = _listed(disagreement.numbers)
            yield SiteFinding(
                "claim_shared",
                Severity.LOW,
                disagreement.claim.target,
                worded(
                    "one link is given for several items ({numbers}): link each to its own",
                    numbers=numbers,
                ),
            )
    pages: dict[str, list[int]] = defaultdict(list)
    for disagreement in told:
        if disagreement.kind is Mismatch.UNTITLED:
            pages[disagreement.claim.page] += disagreement.numbers
    for page, found in pages.items():
        numbers = _listed(sorted(set(found)))
        yield SiteFinding(
            "claim_untitled",
            Severity.LOW,
            page,
            worded(
                "this page shows numbers without titles ({numbers}): name every item",
                numbers=numbers,
            ),
        )


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(f"o{number}" for number in numbers[:_NUMBERS])
    return f"{shown}, …" if len(numbers) > _NUMBERS else shown


def _finding(claim: Claim, says: Text) -> SiteFinding:
    return SiteFinding("claim_disagrees", Severity.MEDIUM, claim.page, says)
