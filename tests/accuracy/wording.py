"""How labels are read: lists of ours, the corpus beside the project, and each source unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.match import labelled
from tests.match.crossval import Validation, cross_validated

_MOST = 15
"""Confusions that are shown with their texts."""

_TEXTS = 3
"""Texts of each."""


def lists() -> Iterator[str]:
    """Yield a line for each list of labels: how many are read rightly, how often a named one is."""
    yield f"{'list':28}{'labels':>8}{'right':>9}{'precision':>11}"
    for name, labels in _lists():
        if labels:
            said = labelled.figures(labels)
            shares = f"{100 * said.accuracy:8.1f}%{100 * said.precision:10.1f}%"
            yield f"{name:28}{said.labels:8}{shares}"


def _lists() -> Iterator[tuple[str, list[labelled.Labelled]]]:
    yield "our own", [*labelled.own_labels()]
    for half in ("dev", "test"):
        yield f"other wordings, {half}", [*labelled.wordings(half)]
        yield f"three authors, {half}", [*labelled.authors(half)]
        yield f"real menus, {half}", [*labelled.menus(half)]
    corpus = labelled.corpus_labels() if labelled.CORPUS.is_file() else ()
    yield "corpus (its words are known)", [*corpus]


def unseen() -> Iterator[str]:
    """Yield how the corpus is read, each source by a lexicon that has not seen it."""
    if not labelled.CORPUS.is_file():
        yield f"there is no corpus of labels at {labelled.CORPUS}"
        return
    said = cross_validated()
    yield _total("all labels", said)
    yield _total("strict", cross_validated(strict=True))
    yield from _by_concept(said)
    yield f"{'confidence':10}{'labels':>8}{'right':>9}"
    for sure, (right, asked) in said.calibration().items():
        yield f"{sure:10}{asked:8}{100 * right / asked if asked else 100:8.1f}%"
    yield "worst confusions:"
    for wanted, read, texts in said.confusions()[:_MOST]:
        yield f"{len(texts):4} × {wanted} read as {read}: {_quoted(texts)}"


def _total(name: str, said: Validation) -> str:
    return f"{name}: {100 * said.accuracy:.1f}% right, {100 * said.precision:.1f}% precision"


def _by_concept(said: Validation) -> Iterator[str]:
    yield f"{'concept':28}{'precision':>11}{'recall':>9}{'F1':>8}"
    for concept, marks in sorted(said.by_concept().items()):
        shares = (marks.precision, marks.recall, marks.f1)
        yield f"{concept:28}{100 * shares[0]:10.1f}%{100 * shares[1]:8.1f}%{100 * shares[2]:7.1f}%"


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"“{text}”" for text in list(texts)[:_TEXTS])
