"""How many labels are understood: of our own list, and of the corpus beside the project."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

import pytest

from oit_audit.model import Sureness
from tests.match.crossval import cross_validated, read_all, together
from tests.match.labelled import (
    CORPUS,
    Labelled,
    authors,
    corpus_labels,
    figures,
    menus,
    own_labels,
    wordings,
)
from tests.match.sites import lexicon

OWN_FLOOR = 0.97
CORPUS_FLOOR = 0.98
SOURCE_FLOOR = 0.88
"""Of the labels of any one source that has enough of them to tell."""

ENOUGH = 15
PRECISION_FLOOR = 0.97
"""Of the labels that are given a concept, those that are given a right one."""

HALVES = {"dev": 0.98, "test": 0.97}
AUTHORS = {"dev": 0.98, "test": 0.95}
MENUS_FLOOR = 0.985
UNSEEN_FLOOR, STRICT_FLOOR = 0.95, 0.94
"""Of the corpus, each source read without the words that only it supports."""

SURE_FLOOR = 0.98
"""Of the labels that are read with high confidence, those that are read rightly."""

SURE_SHARE = 0.6
"""Of all labels, those that are."""

needs_corpus = pytest.mark.skipif(not CORPUS.is_file(), reason=f"no corpus of labels at {CORPUS}")


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


@needs_corpus
def test_the_labels_of_the_corpus_are_understood() -> None:
    assert share_right(corpus_labels()) >= CORPUS_FLOOR


@needs_corpus
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


@pytest.mark.parametrize("half", AUTHORS)
def test_the_labels_of_several_authors_are_understood(half: str) -> None:
    said = figures(authors(half))
    sys.stdout.write(f"{half}: {said.accuracy:.1%} of {said.labels}, named {said.precision:.1%}\n")

    assert said.accuracy >= AUTHORS[half]
    assert said.precision >= PRECISION_FLOOR


@pytest.mark.parametrize("half", ["dev", "test"])
def test_the_labels_of_menus_are_understood(half: str) -> None:
    said = figures(menus(half))
    sys.stdout.write(f"{half}: {said.accuracy:.1%} of {said.labels}, named {said.precision:.1%}\n")

    assert said.accuracy >= MENUS_FLOOR
    assert said.precision >= PRECISION_FLOOR


@needs_corpus
def test_the_labels_of_a_source_that_taught_no_words_are_understood() -> None:
    said = cross_validated()
    strict = cross_validated(strict=True)
    for wanted, read, texts in said.confusions():
        sys.stdout.write(f"{len(texts):4} {wanted} read as {read}: {texts}\n")

    assert said.accuracy >= UNSEEN_FLOOR
    assert said.precision >= PRECISION_FLOOR
    assert strict.accuracy >= STRICT_FLOOR
    assert strict.precision >= PRECISION_FLOOR


@needs_corpus
def test_of_the_labels_read_with_high_confidence_nearly_all_are_right() -> None:
    halves = [(*wordings(half), *authors(half), *menus(half)) for half in ("dev", "test")]
    lists = [label for half in halves for label in half]
    said = together(cross_validated(), read_all([*own_labels(), *lists])).calibration()
    for sure, (right, given) in said.items():
        sys.stdout.write(f"{sure}: {right} of {given} right\n")

    right, given = said[Sureness.HIGH]
    assert right / given >= SURE_FLOOR
    assert given / sum(count for _, count in said.values()) >= SURE_SHARE


@needs_corpus
def test_taking_words_away_is_felt() -> None:
    assert cross_validated().accuracy < read_all(corpus_labels()).accuracy
    assert sum(cross_validated().removed.values()) > 0
