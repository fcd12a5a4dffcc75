"""Tell what was looked at before a verdict: candidates, dead ends, years that do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from oit_audit.model import Conclusion, Evidence, Signal, Unopened, Verdict, Weighed, YearSeen
from oit_audit.report._say import place
from oit_audit.report._sections import Line, Section, Voice
from oit_audit.report.locale.behind import AHEAD, CONCLUSIONS, KINDS, SIGNALS, SOURCES

_MOST = 40
"""Candidates, signals, years, dead ends that are told."""

_AGAINST = frozenset(
    {
        "frame", "silent_title", "stranger", "year_none", "year_other", "other_number", "rival",
        "recognised", "no_words", "poor_words", "off_site", "host", "bare", "other_subjects",
        "dead_links",
    }
)  # fmt: skip


def candidates(verdict: Verdict, voice: Voice) -> Section:
    """Tell every candidate with its signals and years; without them, the evidence."""
    behind = verdict.considered
    if behind is None:
        found = [line for shown in verdict.evidence for line in _evidence(shown, voice)]
        return voice.section("evidence", found)
    lines = [
        line
        for number, each in enumerate(behind.candidates[:_MOST], 1)
        for line in _candidate(number, each, voice)
    ]
    if lines:
        lines.append(Line(voice.says("ranked"), 0, "dim"))
    if behind.left_out > 0:
        lines.append(Line(voice.says("left_out", count=f"{behind.left_out:,}"), 0, "dim"))
    return voice.section("candidates", lines)


def _evidence(shown: Evidence, voice: Voice) -> Iterator[Line]:
    yield Line(voice.address(shown.url), 0, "head")
    if shown.title:
        yield Line(voice.fact("title", voice.quote(shown.title)), 1)
    if shown.anchor_text:
        yield Line(voice.fact("label", voice.quote(shown.anchor_text)), 1)
    if shown.click_path:
        yield Line(voice.fact("path", _path(shown.click_path)), 1)
    if shown.quote:
        where = voice.quote(place(shown.where, voice.words))[1:-1]
        yield Line(f"{voice.quote(shown.quote)} ({where})", 1)


def _candidate(number: int, one: Weighed, voice: Voice) -> Iterator[Line]:
    became = voice.says("chosen") if one.chosen else voice.text(CONCLUSIONS[one.conclusion])
    if one.chosen and one.conclusion is not Conclusion.JUDGED:
        became = f"{became} ({voice.text(CONCLUSIONS[one.conclusion])})"
    yield Line(f"{number}. {became}: {voice.address(one.url)}", 0, "good" if one.chosen else "head")
    if one.reason is not None:
        yield Line(voice.fact("reason", voice.text(one.reason)), 1, "warn")
    if one.title:
        yield Line(voice.fact("title", voice.quote(one.title)), 1)
    if one.label:
        yield Line(voice.fact("label", voice.quote(one.label)), 1)
    if one.click_path:
        yield Line(voice.fact("path", _path(one.click_path)), 1)
    if one.hub:
        yield Line(voice.fact("hub", voice.address(one.hub)), 1)
    if one.signals:
        yield Line(f"{voice.says('signals')}:", 1)
        yield from (_signal(each, voice) for each in one.signals[:_MOST])
    yield Line(f"{voice.says('years')}:", 1)
    yield from (_year(each, voice) for each in one.years[:_MOST])
    if not one.years:
        yield Line(voice.says("no_years"), 2, "dim")
    if one.elements is not None:
        tally = one.elements
        alone = voice.says("alone", found=tally.found, absent=tally.absent, untold=tally.untold)
        yield Line(alone, 1)
    if one.behind:
        yield Line(voice.fact("behind", voice.of(AHEAD, one.behind)), 1)


def signal_says(signal: Signal, voice: Voice) -> str:
    """Return a signal in plain words, its weight among them."""
    text = voice.of(SIGNALS, signal.id)
    weight = "" if signal.weight is None else f"{round(signal.weight, 2):g}"
    if "{weight}" in text:
        text = text.replace("{weight}", weight)
    elif weight:
        text = f"{text} ({weight})"
    return f"{text}: {voice.quote(signal.quote)}" if signal.quote else text


def _signal(signal: Signal, voice: Voice) -> Line:
    against = signal.id in _AGAINST
    sign = "–" if against else "+"
    return Line(f"{sign} {signal_says(signal, voice)}", 2, "warn" if against else "")


def _year(seen: YearSeen, voice: Voice) -> Line:
    kind, source = voice.of(KINDS, seen.kind), voice.of(SOURCES, seen.source)
    text = f"{_years(seen.years)}: {source}, {kind} {voice.quote(seen.quote)}"
    if seen.decides:
        return Line(f"* {text} – {voice.says('decides')}", 2, "good")
    if seen.against:
        return Line(f"! {text} – {voice.says('against')}", 2, "warn")
    return Line(f"· {text}", 2)


def rejected(verdict: Verdict, voice: Voice) -> Section:
    """Tell what was turned down, and why."""
    lines: list[Line] = []
    for each in verdict.rejected[:_MOST]:
        lines += [Line(voice.address(each.url)), Line(voice.text(each.reason), 1, "dim")]
    if (more := len(verdict.rejected) - _MOST) > 0:
        lines.append(Line(voice.says("left_out", count=more), 0, "dim"))
    return voice.section("rejected", lines)


def dead_ends(verdict: Verdict, voice: Voice) -> Section:
    """Tell the labels behind which nothing was seen, and where they stand."""
    ends = verdict.considered.dead_ends if verdict.considered else ()
    return voice.section(
        "dead_ends", [line for end in ends[:_MOST] for line in _dead_end(end, voice)]
    )


def _dead_end(end: Unopened, voice: Voice) -> Iterator[Line]:
    yield Line(voice.text(end.reason), 0, "warn")
    yield Line(voice.address(end.url), 1)
    yield Line(voice.fact("stands_on", voice.address(end.source)), 1)
    if end.click_path:
        yield Line(voice.fact("path", _path(end.click_path)), 1)
    yield Line(signal_says(Signal("label", end.weight), voice), 1, "dim")


def conflicts(verdict: Verdict, voice: Voice) -> Section:
    """Tell where the sources of one candidate name different years."""
    behind = verdict.considered.candidates if verdict.considered else ()
    lines = [
        Line(
            voice.says(
                "conflict",
                url=voice.address(one.url),
                source=voice.of(SOURCES, other.source),
                year=_years(other.years),
                quote=voice.quote(other.quote)[1:-1],
                read=_years(read.years),
                trusted=voice.of(SOURCES, read.source),
            ),
            0,
            "warn",
        )
        for one in behind[:_MOST]
        for read, other in disagreeing(one)
    ]
    return voice.section("conflicts", lines)


def disagreeing(one: Weighed) -> Iterator[tuple[YearSeen, YearSeen]]:
    """Yield what decided the year of a candidate, with each time that disagrees with it."""
    read = next((seen for seen in one.years if seen.decides), None)
    if read is not None:
        yield from ((read, seen) for seen in one.years if seen.against)


def _years(years: tuple[int, ...]) -> str:
    """Return years as one reads them, a long run as its ends.

    >>> _years((2566,)), _years((2561, 2562, 2563, 2564, 2565))
    ('2566', '2561–2565')
    """
    if len(years) > 3 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return ", ".join(map(str, years[:12]))


def _path(steps: tuple[str, ...]) -> str:
    return " › ".join(steps[:12])
