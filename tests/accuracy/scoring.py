"""How far an audit agrees with the truth of a site: statuses, `met`, evidence, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import parse_qsl, unquote, urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field

from oit_audit.model import Audit, Outcome, Status, Verdict, host_of

FOUND = frozenset({Status.MET, Status.PARTIAL, Status.STALE})


class _Truth(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Gap(_Truth):
    """An element that is left out, and words of which a report should use one."""

    element: str
    any: tuple[str, ...]


class Answer(_Truth):
    """What is right for one item."""

    status: Status
    also_right: tuple[Status, ...] = ()
    evidence: tuple[str, ...] = ()
    missing_elements: tuple[Gap, ...] = ()
    note: str = ""


class Truth(_Truth):
    """What is right for one site."""

    site: str
    fiscal_year: int
    today: Annotated[str, Field(pattern=r"\d{4}-\d\d-\d\d")]
    items: dict[str, Answer]

    @classmethod
    def read(cls, home: Path) -> Self:
        """Return the truth in the folder of a site; JSON is YAML too."""
        path = next(p for p in (home / "truth.yaml", home / "truth.json") if p.exists())
        return cls.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))


@dataclass
class Marks:
    """Right answers of asked ones, per question."""

    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)

    def mark(self, question: str, is_right: bool) -> None:
        self.right[question] = self.right.get(question, 0) + is_right
        self.asked[question] = self.asked.get(question, 0) + 1

    def share(self, question: str) -> float:
        """Return the share of right answers; 1 when nothing was asked."""
        asked = self.asked.get(question, 0)
        return self.right[question] / asked if asked else 1.0

    def __add__(self, other: Marks) -> Marks:
        total = Marks()
        for part in (self, other):
            for question, asked in part.asked.items():
                total.asked[question] = total.asked.get(question, 0) + asked
                total.right[question] = total.right.get(question, 0) + part.right[question]
        return total


QUESTIONS = ("exact", "precision", "recall", "evidence", "named")
"""Status right · of those called met · of those that are met · first address of those found ·
partial items whose absent elements name what is missing."""


@dataclass(frozen=True)
class Result:
    """How one site went."""

    site: str
    marks: Marks
    wrong: tuple[str, ...]
    """One line for each item whose status is wrong, `met` without reason first."""

    naive: Marks = field(default_factory=Marks)
    """How a search for the official titles does on the site."""


def compare(truth: Truth, audit: Audit) -> Result:
    """Return how far `audit` agrees with `truth`; both name the same items."""
    said = {verdict.id: verdict for verdict in audit.verdicts}
    assert said.keys() == truth.items.keys()
    marks = Marks()
    for name, answer in truth.items.items():
        _mark(marks, answer, said[name])
    lines = sorted(_wrong(truth, said), key=lambda line: " said met" not in line)
    return Result(truth.site, marks, tuple(lines))


def _mark(marks: Marks, answer: Answer, verdict: Verdict) -> None:
    right = {answer.status, *answer.also_right}
    marks.mark("exact", verdict.status in right)
    if verdict.status is Status.MET:
        marks.mark("precision", Status.MET in right)
    if answer.status is Status.MET and (
        verdict.status is Status.MET or verdict.status not in right
    ):
        marks.mark("recall", verdict.status is Status.MET)
    if answer.status in FOUND and verdict.status in FOUND:
        accepted = set(map(_place, answer.evidence))
        best = verdict.evidence[0]
        marks.mark("evidence", bool({_place(best.url), _place(best.final_url)} & accepted))
    if answer.status is Status.PARTIAL:
        told = verdict.status is Status.PARTIAL and _names_a_gap(verdict, answer.missing_elements)
        marks.mark("named", told)


def _names_a_gap(verdict: Verdict, gaps: Iterable[Gap]) -> bool:
    absent = (e for e in verdict.elements if e.finding.outcome is Outcome.ABSENT)
    said = " ".join(f"{e.id} {e.says.th} {e.finding.reason.th}" for e in absent)
    return any(word in said for gap in gaps for word in gap.any)


def _wrong(truth: Truth, said: dict[str, Verdict]) -> Iterator[str]:
    for name, answer in truth.items.items():
        verdict = said[name]
        if verdict.status not in {answer.status, *answer.also_right}:
            best = f", {_place(verdict.evidence[0].url)}" if verdict.evidence else ""
            note = f" ({answer.note})" if answer.note else ""
            yield (
                f"{truth.site} {name}: is {answer.status}{note}, said {verdict.status}{best}: "
                f"{verdict.reason.en}"
            )


def _place(url: str) -> str:
    """Return the path, query and fragment of an address of the site; another's with its host."""
    parts = urlsplit(url)
    host = "" if host_of(url) in {"", "127.0.0.1"} else parts.netloc
    query = "&".join(f"{k}={v}" for k, v in sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{host}{unquote(parts.path or '/')}?{query}#{unquote(parts.fragment)}"


NAIVE = ("exact", "precision", "recall")
"""Questions that a search for the official titles is asked too."""


def table(results: Iterable[Result]) -> str:
    """Return the results for people: a line a site, the total, then what was wrong.

    Beside them stands what a search for the official titles gets.
    """
    rows = [*results]
    marks = sum((row.marks for row in rows), Marks())
    total = Result("all", marks, (), sum((row.naive for row in rows), Marks()))
    heads = (*QUESTIONS, *(f"~{question}" for question in NAIVE))
    lines = ["  ".join(["site      ", *(f"{head:>10}" for head in heads)])]
    for row in [*rows, total]:
        shares = [row.marks.share(question) for question in QUESTIONS]
        shares += [row.naive.share(question) for question in NAIVE]
        lines.append("  ".join([f"{row.site:10}", *(f"{100 * share:9.1f}%" for share in shares)]))
    lines.append("~ a search for the official titles in links and titles of pages")
    return "\n".join([*lines, *(line for row in rows for line in row.wrong)])
