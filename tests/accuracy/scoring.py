"""How far audits agree with the truth of their sites, item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import parse_qsl, unquote, urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field

from oit_audit.model import Audit, Outcome, Status, Sureness, Verdict, host_of

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
    style: str = ""
    """How the site is built."""

    fiscal_year: int
    today: Annotated[str, Field(pattern=r"\d{4}-\d\d-\d\d")]
    items: dict[str, Answer]

    @classmethod
    def read(cls, home: Path) -> Self:
        """Return the truth in the folder of a site; JSON is YAML too."""
        path = next(p for p in (home / "truth.yaml", home / "truth.json") if p.exists())
        return cls.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))


@dataclass(frozen=True)
class Row:
    """One item of one site: what is right, and what was said."""

    site: str
    style: str
    item: str
    concepts: tuple[str, ...]
    truth: Status
    right: frozenset[Status]
    """The true status, and others that are fair."""

    said: Status
    sure: Sureness
    evidence: bool | None
    """Is the first address an accepted one? None when nothing is there, or nothing was found."""

    named: bool | None
    """Do the absent elements name what is missing? None when the item is not partial."""

    words: str
    """What stands there, what was said and why."""

    naive: Status
    """What a search for the official titles says."""

    @property
    def is_right(self) -> bool:
        return self.said in self.right


def rows(truth: Truth, audit: Audit, naive: Mapping[str, Status]) -> Iterator[Row]:
    """Yield the items of a site; `truth`, `audit` and `naive` name the same ones."""
    said = {verdict.id: verdict for verdict in audit.verdicts}
    assert said.keys() == truth.items.keys() == naive.keys()
    for name, answer in truth.items.items():
        verdict = said[name]
        partial = answer.status is Status.PARTIAL
        yield Row(
            truth.site,
            truth.style,
            name,
            verdict.concepts,
            answer.status,
            frozenset({answer.status, *answer.also_right}),
            verdict.status,
            verdict.confidence,
            _shows(verdict, answer) if {answer.status, verdict.status} <= FOUND else None,
            _names_a_gap(verdict, answer.missing_elements) if partial else None,
            _told(answer, verdict),
            naive[name],
        )


def _shows(verdict: Verdict, answer: Answer) -> bool:
    best = verdict.evidence[0]
    return bool({_place(best.url), _place(best.final_url)} & set(map(_place, answer.evidence)))


def _names_a_gap(verdict: Verdict, gaps: Iterable[Gap]) -> bool:
    absent = (e for e in verdict.elements if e.finding.outcome is Outcome.ABSENT)
    said = " ".join(f"{e.id} {e.says.th} {e.finding.reason.th}" for e in absent)
    named = any(word in said for gap in gaps for word in gap.any)
    return named and verdict.status is Status.PARTIAL


def _told(answer: Answer, verdict: Verdict) -> str:
    best = f", {_place(verdict.evidence[0].url)}" if verdict.evidence else ""
    note = f" ({answer.note})" if answer.note else ""
    return f"is {answer.status}{note}, said {verdict.status}{best}: {verdict.reason.en}"


def _place(url: str) -> str:
    """Return the path, query and fragment of an address of the site; another's with its host."""
    parts = urlsplit(url)
    host = "" if host_of(url) in {"", "127.0.0.1"} else parts.netloc
    query = "&".join(f"{k}={v}" for k, v in sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{host}{unquote(parts.path or '/')}?{query}#{unquote(parts.fragment)}"


def _precise(said: Status, row: Row) -> bool | None:
    return Status.MET in row.right if said is Status.MET else None


def _recalled(said: Status, row: Row) -> bool | None:
    asked = row.truth is Status.MET and (said is Status.MET or said not in row.right)
    return said is Status.MET if asked else None


Question = Callable[[Row], bool | None]
"""Is the answer right? None when the question does not arise."""

QUESTIONS: Mapping[str, Question] = {
    "exact": lambda row: row.is_right,
    "precision": lambda row: _precise(row.said, row),
    "recall": lambda row: _recalled(row.said, row),
    "evidence": lambda row: row.evidence,
    "named": lambda row: row.named,
}
"""Status right · of those called met · of those that are met · first address of those found ·
partial items whose absent elements name what is missing."""

NAIVE: Mapping[str, Question] = {
    "exact": lambda row: row.naive in row.right,
    "precision": lambda row: _precise(row.naive, row),
    "recall": lambda row: _recalled(row.naive, row),
}
"""The same of a search for the official titles."""


def share(of: Iterable[Row], question: Question) -> float:
    """Return the share of right answers, 0 to 1; 1 when nothing was asked."""
    answers = [answer for row in of if (answer := question(row)) is not None]
    return sum(answers) / len(answers) if answers else 1.0


def f1(of: Iterable[Row], questions: Mapping[str, Question]) -> float:
    """Return the harmonic mean of precision and recall of `met`."""
    known = list(of)
    precision, recall = (share(known, questions[name]) for name in ("precision", "recall"))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
