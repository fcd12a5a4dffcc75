"""What has changed, as a short message."""

from __future__ import annotations

from collections.abc import Iterator

from oit_audit.model import Cause, ChangeKind, Changes, Language, Notice, Severity, Tone
from oit_audit.report._rows import has_score
from oit_audit.report.change._told import Told, told
from oit_audit.report.locale import LANGUAGES
from oit_audit.report.locale.notifying import SAYS
from oit_audit.report.notice import MAX_TITLE, fitted, head_of, inert, name_of

_BETTER = (ChangeKind.FIXED, ChangeKind.IMPROVED)


def notice_of_change(changes: Changes, language: Language) -> Notice:
    """Return what differs between two audits in a few lines, the most urgent first."""
    tale = told(changes, language)
    seen = has_score(changes.new)
    title = (
        SAYS["title_change"]
        .in_language(language)
        .format(
            year=changes.new.fiscal_year,
            name=name_of(changes.new, language),
            what=tale.headline if seen else tale.sides[1].reach,
        )
    )
    items = tuple(_items(tale, language)) if seen else ()
    head = [*_head(changes, tale, language), *([""] if items else [])]
    body = fitted(head, items, LANGUAGES[language].estimate, language)
    return Notice(inert(title, MAX_TITLE), body, _tone(changes))


def is_news(changes: Changes) -> bool:
    """Has anything changed beside what could only not be looked at?

    A timeout is no change of the website, and nobody wants to be told of each.
    """
    if not has_score(changes.new):
        return False
    causes = {
        *(each.cause for each in changes.items if each.kind is not ChangeKind.UNCHANGED),
        *(each.cause for each in changes.findings),
        *(each.cause for each in changes.links),
    }
    return bool(causes - {Cause.NETWORK} or changes.regrouped)


def _head(changes: Changes, tale: Told, language: Language) -> Iterator[str]:
    then, now = tale.sides
    yield from head_of(changes.new, language)
    yield ""
    yield inert(tale.headline, 200)
    scores = SAYS["scores"].in_language(language)
    yield inert(scores.format(then=then.score, now=now.score), 200)
    yield inert(tale.score, 250)
    for note in tale.loud:
        yield f"⚠ {inert(note, 200)}"
    counted = (("new_findings", changes.findings), ("new_dead_links", changes.links))
    for key, found in counted:
        if count := sum(each.is_new for each in found):
            yield SAYS[key].in_language(language).format(count=count)


def _items(tale: Told, language: Language) -> Iterator[str]:
    pattern = SAYS["changed_item"].in_language(language)
    for group in tale.groups:
        for row in group.rows:
            yield pattern.format(
                item=inert(row.item, 30),
                title=inert(row.title, 80),
                then=row.then.word,
                now=row.now.word,
                what=group.short,
            )


def _tone(changes: Changes) -> Tone:
    urgent = any(
        each.is_new and each.finding.severity is Severity.HIGH for each in changes.findings
    )
    if urgent or any(not each.is_excused for each in changes.of(ChangeKind.REGRESSED)):
        return Tone.BAD
    if changes.of(ChangeKind.NEWLY_STALE, ChangeKind.NEWLY_UNKNOWN, ChangeKind.UNCLEAR):
        return Tone.WARNING
    return Tone.GOOD if changes.of(*_BETTER) else Tone.PLAIN
