"""An audit as a short message: what a phone or a chat room shows. In: an audit. Out: a `Notice`.

The text is plain, and harmless to services that read marks in it: no mentions, no links but
addresses, no markup. It ends at a line, never within one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from oit_audit.model import (
    Audit,
    Completion,
    Language,
    Notice,
    Severity,
    Status,
    Sureness,
    Tone,
    Verdict,
    host_of,
)
from oit_audit.report import _rows
from oit_audit.report._clean import href, plain
from oit_audit.report._say import points, said
from oit_audit.report.locale import LANGUAGES, day
from oit_audit.report.locale.notifying import SAYS

MAX_TITLE = 120
"""Characters: what fits the subject of a mail and a line of a phone."""

MAX_BODY = 1_800
"""Characters: below the 2,000 at which the strictest chat rooms cut or refuse."""

MAX_ITEMS = 10
"""Items that a message names."""

_NAME = 70
_INERT = str.maketrans(
    {"@": "＠", "<": "‹", ">": "›", "`": "'", "*": "∗", "_": " ", "[": "(", "]": ")"}
)


def notice(audit: Audit, language: Language) -> Notice:
    """Return what `audit` says in a few lines: the score, the counts, what to fix first."""
    words = LANGUAGES[language]
    body = fitted(_head(audit, language), _to_fix(audit, language), words.estimate, language)
    return Notice(_title(audit, language), body, _tone(audit))


def notice_of_silence(url: str, reason: str, language: Language) -> Notice:
    """Return the message about a website whose first page never came.

    Args:
        url: Its canonical address.
        reason: Why, in one line.
        language: Of the reader.
    """
    title = SAYS["title_unreachable"].in_language(language)
    lines = (_address(url), "", SAYS["unreachable"].in_language(language), inert(reason, 200))
    return Notice(
        plain(title.format(name=inert(host_of(url), _NAME)), MAX_TITLE),
        "\n".join(lines),
        Tone.WARNING,
    )


def fitted(head: Iterable[str], items: Sequence[str], foot: str, language: Language) -> str:
    """Return `head`, as many of `items` as one message holds, and `foot`.

    Says how many are left out. `head` and `foot` are short enough by themselves.
    """
    before, after = "\n".join(head), f"\n\n{foot}"
    more = LANGUAGES[language].and_more
    room = MAX_BODY - len(before) - len(after) - len(more.format(count=len(items))) - 2
    shown: list[str] = []
    for item in items[:MAX_ITEMS]:
        room -= len(item) + 1
        if room < 0:
            break
        shown.append(item)
    if len(shown) < len(items):
        shown.append(more.format(count=len(items) - len(shown)))
    return "\n".join((before, *shown)) + after


def inert(text: str, limit: int) -> str:
    """Return strangers' `text` without what a chat room would act upon: mentions, marks, links.

    >>> inert("Town <!channel> @everyone", 60)
    'Town ‹!channel› ＠everyone'
    """
    return plain(plain(text, limit).translate(_INERT).replace("://", ":/ /"), limit)


def _title(audit: Audit, language: Language) -> str:
    key = "title" if _rows.has_score(audit) else "title_unscored"
    pattern = SAYS[key].in_language(language)
    filled = pattern.format(
        year=audit.fiscal_year, name=name_of(audit, language), points=points(audit.score.points)
    )
    return plain(filled, MAX_TITLE)


def name_of(audit: Audit, language: Language) -> str:
    """Return the name of the organisation, or the host where none is known."""
    organisation = audit.organisation
    known = inert(organisation.name or "", _NAME) or inert(host_of(organisation.url), _NAME)
    return known or LANGUAGES[language].nameless


def _address(url: str) -> str:
    clickable = href(url)
    return clickable.replace("@", "%40") if clickable and len(clickable) <= 200 else inert(url, 200)


def head_of(audit: Audit, language: Language) -> Iterator[str]:
    """Yield the lines that say whose audit it is, and of when."""
    yield name_of(audit, language)
    yield _address(audit.organisation.url)
    yield (
        SAYS["day"]
        .in_language(language)
        .format(year=audit.fiscal_year, day=day(audit.today, language))
    )


def _head(audit: Audit, language: Language) -> Iterator[str]:
    words = LANGUAGES[language]
    yield from head_of(audit, language)
    yield ""
    yield _score(audit, language)
    yield " · ".join(
        f"{words.statuses[status]} {count}"
        for status, count in _rows.counts(audit).items()
        if count
    )
    yield from _warnings(audit, language)
    if _rows.to_fix(audit):
        yield ""
        yield SAYS["fix"].in_language(language)


def _score(audit: Audit, language: Language) -> str:
    words, score = LANGUAGES[language], audit.score
    if not _rows.has_score(audit):
        return f"{words.score}: {words.score_none}"
    line = f"{words.score}: {points(score.points)} {words.score_of}"
    if score.low != score.high:
        between = words.short_range.format(low=points(score.low), high=points(score.high))
        line = f"{line} ({between})"
    if score.level:
        line = f"{line} · {words.level.format(level=inert(score.level, 20))}"
    return line


def _warnings(audit: Audit, language: Language) -> Iterator[str]:
    if audit.is_of_links:
        yield SAYS["only_links"].in_language(language)
    elif audit.reach.completion is Completion.PARTLY:
        yield SAYS["incomplete"].in_language(language)
    elif audit.reach.completion is Completion.NONE:
        yield SAYS["nothing_seen"].in_language(language)
    urgent = sum(finding.severity is Severity.HIGH for finding in audit.site_findings)
    if urgent:
        yield SAYS["urgent"].in_language(language).format(count=urgent)


def _to_fix(audit: Audit, language: Language) -> tuple[str, ...]:
    wanting = _rows.to_fix(audit)
    if not wanting:
        words = LANGUAGES[language]
        return ("", words.fix_nothing_yet if _rows.to_look_at(audit) else words.fix_nothing)
    return tuple(_line(verdict, language) for verdict in wanting)


def _line(verdict: Verdict, language: Language) -> str:
    words = LANGUAGES[language]
    status = words.statuses[verdict.status]
    if verdict.waiver is not None:
        status = f"{status} ({words.decisions[verdict.waiver.decision]})"
    if verdict.confidence is Sureness.LOW:
        status = f"{status} {SAYS['please_check'].in_language(language)}"
    return (
        SAYS["item"]
        .in_language(language)
        .format(
            item=inert(verdict.id, 8), title=inert(said(verdict.title, language), 90), status=status
        )
    )


def _tone(audit: Audit) -> Tone:
    if not audit.is_whole:
        return Tone.WARNING
    urgent = any(finding.severity is Severity.HIGH for finding in audit.site_findings)
    if urgent or any(v.status is Status.MISSING for v in _rows.to_fix(audit)):
        return Tone.BAD
    return Tone.PLAIN if _rows.to_fix(audit) or _rows.to_look_at(audit) else Tone.GOOD
