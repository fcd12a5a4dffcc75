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
CORPUS = ROOT.parent / "shared" / "corpus" / "titles-dev.csv"
OWN_FLOOR = 0.97
CORPUS_FLOOR = 0.96
NOTHING = frozenset({"none", "ita_index"})
"""What the corpus calls a label that stands for no concept."""


class Labelled(NamedTuple):
    text: str
    kind: LabelKind
    wanted: frozenset[str]
    """Any of these is right; nothing when empty."""

    def read(self) -> tuple[str, ...]:
        return lexicon().understand(self.text, self.kind).concepts

    def is_right(self) -> bool:
        read = self.read()
        return bool(self.wanted & set(read)) if self.wanted else not read


def own_labels() -> Iterator[Labelled]:
    for kind, labels in yaml.safe_load(OWN.read_text("utf-8")).items():
        for text, wanted in labels.items():
            yield Labelled(text, LabelKind(kind), frozenset(wanted))


def corpus_labels() -> Iterator[Labelled]:
    with CORPUS.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            wanted = frozenset(row["concept"].split("|")) - NOTHING
            yield Labelled(row["text"], LabelKind(row["kind"]), wanted)


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
