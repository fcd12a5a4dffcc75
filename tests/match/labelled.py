"""Labels with the concepts they stand for: our own, the corpus beside the project, others."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from oit_audit.checklists import available_years, load_checklist
from oit_audit.match import LabelKind, Lexicon, Understanding, understand_numbered
from tests.match.sites import ROOT, lexicon, numbering

HERE = Path(__file__).parent
CORPUS = ROOT.parent / "shared" / "corpus" / "titles-dev.csv"
NOTHING = frozenset({"none", "ita_index"})
"""What the corpus calls a label that stands for no concept."""


class Labelled(NamedTuple):
    """A label, and what it is right to read in it."""

    text: str
    kind: LabelKind
    wanted: frozenset[str]
    """Any of these is right."""

    may_be_none: bool = False
    """It is right to read nothing in it."""

    source: str = ""

    def understood(self, words: Lexicon | None = None) -> Understanding:
        """Return what a lexicon, the project's own by default, takes the label for."""
        return understand_numbered(words or lexicon(), numbering(), self.text, self.kind)

    def read(self, words: Lexicon | None = None) -> tuple[str, ...]:
        """Return the concepts that are read in it."""
        return self.understood(words).concepts

    def is_right(self, words: Lexicon | None = None) -> bool:
        """Is a right concept among those that are read, or rightly none?"""
        return self.allows(self.read(words))

    def allows(self, concepts: Iterable[str]) -> bool:
        """Is this a right reading?"""
        read = frozenset(concepts)
        return bool(self.wanted & read) if read else self.may_be_none


class Figures(NamedTuple):
    """How well some labels are read."""

    labels: int
    accuracy: float
    precision: float
    """1 when none is given a concept."""


def label(text: str, kind: str, concepts: Iterable[str], source: str = "") -> Labelled:
    """Return a label; among `concepts` may be `none` and `ita_index`, or there may be none."""
    said = frozenset(concepts)
    wanted = said - NOTHING
    return Labelled(text, LabelKind(kind), wanted, not wanted or wanted != said, source)


def figures(labels: Iterable[Labelled], words: Lexicon | None = None) -> Figures:
    """Return how well these labels are read; there must be one at least."""
    known = list(labels)
    named = [each.is_right(words) for each in known if each.read(words)]
    precision = sum(named) / len(named) if named else 1.0
    return Figures(len(known), sum(each.is_right(words) for each in known) / len(known), precision)


def own_labels() -> Iterator[Labelled]:
    """Yield our own labels, which name every concept."""
    yield from _labels(_read("labels.yaml"))


def corpus_labels() -> Iterator[Labelled]:
    """Yield the labels of the corpus, each with its source."""
    with CORPUS.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            concepts = row["concept"].split("|")
            yield label(row["text"], row["kind"], concepts, row["source_url_or_repo"])


def wordings(half: str) -> Iterator[Labelled]:
    """Yield labels in wordings that no list of ours holds: `dev` or `test`."""
    yield from _labels(_read("wordings.yaml")[half])


def authors(half: str) -> Iterator[Labelled]:
    """Yield the labels of several authors, each its own source: `dev` or `test`."""
    for author, halves in _read("authors.yaml").items():
        yield from _labels(halves[half], author)


def menus(half: str) -> Iterator[Labelled]:
    """Yield labels as public bodies have them in menus and lists, by source: `dev` or `test`."""
    for source, kinds in _read("menus.yaml")[half].items():
        yield from _labels(kinds, source)


def official_titles() -> Iterator[Labelled]:
    """Yield the title of every item of every year, in both languages."""
    for year in available_years():
        for item in load_checklist(year).items:
            for title in (item.title.th, item.title.en):
                yield label(title, LabelKind.HEADING, item.concepts, f"list of {year}")


def _read(name: str) -> Any:
    return yaml.load((HERE / name).read_bytes(), Loader=yaml.CSafeLoader)


def _labels(
    kinds: Mapping[str, Mapping[str, Iterable[str]]], source: str = ""
) -> Iterator[Labelled]:
    for kind, held in kinds.items():
        for text, concepts in held.items():
            yield label(text, kind, concepts, source)
