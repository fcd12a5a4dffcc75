"""How many labels are understood: of our own list, and of the corpus beside the project."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from oit_audit.match import LabelKind
from tests.match.sites import ROOT, lexicon

OWN = Path(__file__).parent / "labels.yaml"
WORDINGS = Path(__file__).parent / "wordings.yaml"
CORPUS = ROOT.parent / "shared" / "corpus" / "titles-dev.csv"
OWN_FLOOR = 0.97
CORPUS_FLOOR = 0.975
SOURCE_FLOOR = 0.88
"""Of the labels of any one source that has enough of them to tell."""

ENOUGH = 15
PRECISION_FLOOR = 0.97
"""Of the labels that are given a concept, those that are given a right one."""

HALVES = {"dev": 0.98, "test": 0.96}
NOTHING = frozenset({"none", "ita_index"})
"""What the corpus calls a label that stands for no concept."""


class Labelled(NamedTuple):
    text: str
    kind: LabelKind
    wanted: frozenset[str]
    """Any of these is right."""

    may_be_none: bool = False
    """It is right to read nothing in it."""

    source: str = ""

    def read(self) -> tuple[str, ...]:
        return lexicon().understand(self.text, self.kind).concepts

    def is_right(self) -> bool:
        read = self.read()
        return bool(self.wanted & set(read)) if read else self.may_be_none


class Figures(NamedTuple):
    """How well some labels are read."""

    labels: int
    accuracy: float
    precision: float
    """1 when none is given a concept."""


def label(text: str, kind: str, concepts: Iterable[str], source: str = "") -> Labelled:
    said = frozenset(concepts)
    wanted = said - NOTHING
    return Labelled(text, LabelKind(kind), wanted, not wanted or wanted != said, source)


def figures(labels: Iterable[Labelled]) -> Figures:
    known = list(labels)
    named = [each.is_right() for each in known if each.read()]
    precision = sum(named) / len(named) if named else 1.0
    return Figures(len(known), sum(each.is_right() for each in known) / len(known), precision)


def own_labels() -> Iterator[Labelled]:
    for kind, labels in yaml.safe_load(OWN.read_text("utf-8")).items():
        for text, wanted in labels.items():
            yield label(text, kind, wanted)


def corpus_labels() -> Iterator[Labelled]:
    with CORPUS.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            concepts = row["concept"].split("|")
            yield label(row["text"], row["kind"], concepts, row["source_url_or_repo"])


def wordings(half: str) -> Iterator[Labelled]:
    for kind, labels in yaml.safe_load(WORDINGS.read_text("utf-8"))[half].items():
        for text, concepts in labels.items():
            yield label(text, kind, concepts)


def share_right(labels: Iterable[Labelled]) -> float:
    """Return the share that is understood, and write down the worst confusions."""
    known = list(labels)
    wrong = [label for label in known if not label.is_right()]
    confused = Counter(
        ("|".join(sorted(label.wanted)) or "–", "|".join(label.read()) or "–") for label in wrong
    )
    lines = [f"{len(known) - len(wrong)} of {len(known)} labels understood"]
    lines += [f"{n:4} {wanted} read as {read}" for (wanted, read), n in confused.most_common(10)]
    lines += [f"     {label.text!r}" for label in wrong]
    sys.stdout.write("\n".join([*lines, ""]))
    return 1 - len(wrong) / len(known)


def test_our_own_labels_are_understood() -> None:
    assert share_right(own_labels()) >= OWN_FLOOR


def test_our_own_labels_name_every_concept() -> None:
    assert frozenset().union(*(label.wanted for label in own_labels())) == set(lexicon().concepts)


@pytest.mark.skipif(not CORPUS.is_file(), reason=f"no corpus of labels at {CORPUS}")
def test_the_labels_of_the_corpus_are_understood() -> None:
    assert share_right(corpus_labels()) >= CORPUS_FLOOR


@pytest.mark.skipif(not CORPUS.is_file(), reason=f"no corpus of labels at {CORPUS}")
def test_the_labels_of_every_source_are_understood() -> None:
    by_source: dict[str, list[Labelled]] = {}
    for each in corpus_labels():
        by_source.setdefault(each.source, []).append(each)
    large = {s: figures(held) for s, held in by_source.items() if len(held) >= ENOUGH}
    large["sources with fewer labels"] = figures(
        each for held in by_source.values() if len(held) < ENOUGH for each in held
    )
    for source, said in sorted(large.items(), key=lambda held: held[1].accuracy):
        sys.stdout.write(
            f"{said.labels:4} labels, {said.accuracy:6.1%} right,"
            f" {said.precision:6.1%} of those named: {source}\n"
        )
    assert min(said.accuracy for said in large.values()) >= SOURCE_FLOOR
    assert figures(corpus_labels()).precision >= PRECISION_FLOOR


@pytest.mark.parametrize("half", HALVES)
def test_wordings_that_no_list_of_ours_holds_are_understood(half: str) -> None:
    said = figures(wordings(half))
    sys.stdout.write(f"{half}: {said.accuracy:.1%} of {said.labels}, named {said.precision:.1%}\n")

    assert said.accuracy >= HALVES[half]
    assert said.precision >= PRECISION_FLOOR
