"""What the JSON leaves to the checklist, put back: which elements bind, their remedies, titles."""

from __future__ import annotations

from dataclasses import replace

from oit_audit.model import Audit, Checklist, IndicatorScore, Item, Verdict


def completed(audit: Audit, checklist: Checklist) -> Audit:
    """Return `audit` with all that its JSON does not hold.

    Args:
        audit: As it was read back.
        checklist: The one it was judged by.

    Raises:
        ValueError: `checklist` is another one.
    """
    if checklist.digest != audit.checklist_digest:
        raise ValueError("an audit is completed from the checklist it was judged by")
    items = {item.id: item for item in checklist.items}
    titles = {one.id: one.title for one in checklist.indicators}
    titles |= {sub.id: sub.title for one in checklist.indicators for sub in one.sub_indicators}

    def entitled(score: IndicatorScore) -> IndicatorScore:
        subs = (replace(sub, title=titles.get(sub.id)) for sub in score.sub_indicators)
        return replace(score, title=titles.get(score.id), sub_indicators=tuple(subs))

    return replace(
        audit,
        score=replace(audit.score, indicators=tuple(map(entitled, audit.score.indicators))),
        verdicts=tuple(
            _verdict(verdict, items[verdict.id]) if verdict.id in items else verdict
            for verdict in audit.verdicts
        ),
    )


def _verdict(verdict: Verdict, item: Item) -> Verdict:
    asked = {element.id: element for element in item.elements}
    return replace(
        verdict,
        elements=tuple(
            replace(one, binds=asked[one.id].basis.binds, remedy=asked[one.id].remedy)
            if one.id in asked
            else one
            for one in verdict.elements
        ),
    )
