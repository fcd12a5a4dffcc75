"""How well labels of sources are read that the lexicon has never seen.

Nobody trains the lexicon: people write it, and they have read the labels of the corpus. So the
figure on these labels says how well it was written down, not how well it will read the next site.
Cross-validation puts each source back out of sight. For every source S

1. each wording, guard, filler, mended word and short form that *only S* supports is taken out of
   the lexicon: it stands in a label of S, and in no label of another source, no label of our own
   and no official title of any year;
2. the labels of S are read with what remains.

`strict` takes out more: what a label of our own supports only because the very same label is in S,
and each reading that holds for labels of S that it is right for, and for no such label elsewhere.

The figures are pooled over the labels of all sources. What stands in no label at all stays, since
no source can have taught it; so do official titles and what is code (numbers, dates, cut labels).
It measures how far the words of other sources carry, and so is a lower bound for a source like
these, not a promise for any other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from oit_audit.match import LabelKind, Lexicon, Reading, Understanding, Wordbook, read_label
from oit_audit.match.labels import without_organisations
from oit_audit.match.lexicon_file import read_wordbook
from oit_audit.match.slips import ShortForms
from oit_audit.model import Sureness
from oit_audit.thai import Finder, fold
from tests.match.labelled import Labelled, corpus_labels, official_titles, own_labels
from tests.match.sites import ROOT

NONE = "none"
"""The class of labels that stand for no concept."""


@dataclass(frozen=True, slots=True)
class Marks:
    """How well one concept is read; `none` counts as a concept."""

    wanted: int
    named: int
    right: int

    @property
    def precision(self) -> float:
        """Return the share of the labels given it that are right to be; 1 when none is."""
        return self.right / self.named if self.named else 1.0

    @property
    def recall(self) -> float:
        """Return the share of its labels that are given it; 1 when there are none."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both; 0 when both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A label, and what was taken for its meaning."""

    label: Labelled
    understood: Understanding

    @property
    def is_right(self) -> bool:
        """Is a right concept among those that are read, or rightly none?"""
        return self.label.allows(self.understood.concepts)

    @property
    def names(self) -> str:
        """Return the concept it is counted as: a right one where there is one."""
        read = self.understood.concepts
        return next((each for each in read if each in self.label.wanted), (*read, NONE)[0])

    @property
    def wants(self) -> str:
        """Return the concept it is counted for: the one it is given where that is right."""
        return self.names if self.is_right else min(self.label.wanted, default=NONE)


@dataclass(frozen=True)
class Validation:
    """How well labels were read."""

    answers: tuple[Answer, ...]
    removed: Mapping[str, int] = field(default_factory=dict)
    """For each source, how many wordings and readings only it supports."""

    @property
    def accuracy(self) -> float:
        """Return the share that is read rightly."""
        return sum(answer.is_right for answer in self.answers) / len(self.answers)

    @property
    def precision(self) -> float:
        """Return, of the labels that are given a concept, the share that is given a right one."""
        named = [answer.is_right for answer in self.answers if answer.understood.concepts]
        return sum(named) / len(named) if named else 1.0

    def by_concept(self) -> Mapping[str, Marks]:
        """Return how well each concept is read, those in the labels and those read in them."""
        wanted = Counter(answer.wants for answer in self.answers)
        named = Counter(answer.names for answer in self.answers)
        right = Counter(answer.names for answer in self.answers if answer.is_right)
        return {
            concept: Marks(wanted[concept], named[concept], right[concept])
            for concept in sorted({*wanted, *named})
        }

    def calibration(self) -> Mapping[Sureness, tuple[int, int]]:
        """Return, for each confidence, how many answers are right and how many there are."""
        right = Counter(a.understood.confidence for a in self.answers if a.is_right)
        given = Counter(answer.understood.confidence for answer in self.answers)
        return {sure: (right[sure], given[sure]) for sure in Sureness}

    def by_source(self) -> Mapping[str, Validation]:
        """Return the same for each source."""
        held: dict[str, list[Answer]] = defaultdict(list)
        for answer in self.answers:
            held[answer.label.source].append(answer)
        return {source: Validation(tuple(answers)) for source, answers in sorted(held.items())}

    def confusions(self) -> Sequence[tuple[str, str, tuple[str, ...]]]:
        """Return what is taken for what, with the texts; the most frequent first."""
        held: dict[tuple[str, str], list[str]] = defaultdict(list)
        for answer in self.answers:
            if not answer.is_right:
                held[answer.wants, answer.names].append(answer.label.text)
        ranked = sorted(held.items(), key=lambda found: (-len(found[1]), found[0]))
        return [(wanted, read, tuple(texts)) for (wanted, read), texts in ranked]


def read_all(labels: Iterable[Labelled], words: Lexicon | None = None) -> Validation:
    """Return how well labels are read by one lexicon, by default the project's own."""
    return Validation(tuple(Answer(label, label.understood(words)) for label in labels))


def together(*validations: Validation) -> Validation:
    """Return several as one."""
    return Validation(tuple(answer for each in validations for answer in each.answers))


@cache
def cross_validated(*, strict: bool = False) -> Validation:
    """Return how well the corpus is read, each source by a lexicon that has not seen it.

    Raises:
        OSError: the corpus is not beside the project.
    """
    path = ROOT / "checklists" / "concepts.yaml"
    book = read_wordbook(path.read_bytes(), path.name)
    beside = [*own_labels(), *official_titles()]
    return validated(book, list(corpus_labels()), beside, strict=strict)


def validated(
    book: Wordbook,
    labels: Sequence[Labelled],
    beside: Sequence[Labelled] = (),
    *,
    strict: bool = False,
) -> Validation:
    """Return how well labels are read, each source by `book` without what only it supports.

    Args:
        book: the words to measure.
        labels: each with its source.
        beside: labels that support words but are not read.
        strict: as the module says.
    """
    support = _Support(book, (*labels, *beside))
    by_source: dict[str, list[Labelled]] = defaultdict(list)
    for label in labels:
        by_source[label.source].append(label)
    answers: list[Answer] = []
    removed: dict[str, int] = {}
    for source, held in sorted(by_source.items()):
        texts = {label.text for label in held}
        rest = [label for label in (*labels, *beside) if label.source != source]
        if strict:
            rest = [label for label in rest if label.text not in texts]
        words = support.only(held, rest)
        if not strict:
            words = _Words(words.wordings, frozenset())
        removed[source] = len(words.wordings) + len(words.readings)
        answers += read_all(held, Lexicon(_without(book, words))).answers
    return Validation(tuple(answers), removed)


@dataclass(frozen=True)
class _Words:
    """Folded wordings, and readings."""

    wordings: frozenset[str]
    readings: frozenset[Reading]


class _Support:
    """Knows which words of a wordbook stand in which label."""

    def __init__(self, book: Wordbook, labels: Iterable[Labelled]) -> None:
        lists = [*book.aspects.values(), *book.hides.values(), book.filler, book.neutral]
        wordings = Finder({word for held in (*lists, book.mended) for word in held})
        forms = {form: ShortForms({form: long}) for form, long in book.short_forms.items()}
        aspects = _Aspects(book)
        self._wordings: dict[tuple[str, LabelKind], frozenset[str]] = {}
        self._readings: dict[Labelled, frozenset[Reading]] = {}
        for label in labels:
            text = without_organisations(read_label(label.text, label.kind).text)
            found = {fold(hit.phrase) for hit in wordings.all(text)}
            found |= {fold(form) for form, written in forms.items() if _writes(written, text)}
            self._wordings[label.text, label.kind] = frozenset(found)
            named = aspects.named(text)
            self._readings[label] = frozenset(
                reading for reading in book.readings if _speaks(reading, label, named, book)
            )

    def only(self, held: Iterable[Labelled], rest: Iterable[Labelled]) -> _Words:
        """Return what stands in the labels `held` and in none of the `rest`."""
        ours, theirs = self._of(held), self._of(rest)
        return _Words(ours.wordings - theirs.wordings, ours.readings - theirs.readings)

    def _of(self, labels: Iterable[Labelled]) -> _Words:
        known = list(labels)
        wordings = (self._wordings[label.text, label.kind] for label in known)
        readings = (self._readings[label] for label in known)
        return _Words(frozenset().union(*wordings), frozenset().union(*readings))


class _Aspects:
    """Knows which aspects a text names."""

    def __init__(self, book: Wordbook) -> None:
        self._of: dict[str, set[str]] = defaultdict(set)
        for aspect, wordings in book.aspects.items():
            for wording in wordings:
                self._of[fold(wording)].add(aspect)
        self._finder = Finder(self._of, unless=book.hides)

    def named(self, text: str) -> frozenset[str]:
        found = (self._of[fold(hit.phrase)] for hit in self._finder.all(text))
        return frozenset().union(*found)


def _writes(form: ShortForms, text: str) -> bool:
    return form.written_out(text) != text


def _speaks(reading: Reading, label: Labelled, named: frozenset[str], book: Wordbook) -> bool:
    """Does the reading hold for the label, and is it right?"""
    holds = named.issuperset(reading.all) and named.isdisjoint(reading.never)
    is_other = reading.concept in book.others
    return holds and (label.may_be_none if is_other else reading.concept in label.wanted)


def _without(book: Wordbook, words: _Words) -> Wordbook:
    def kept(wordings: Iterable[str]) -> tuple[str, ...]:
        return tuple(word for word in wordings if fold(word) not in words.wordings)

    hides = {wording: kept(longer) for wording, longer in book.hides.items()}
    return replace(
        book,
        aspects={aspect: kept(wordings) for aspect, wordings in book.aspects.items()},
        hides={wording: longer for wording, longer in hides.items() if longer},
        filler=kept(book.filler),
        neutral=kept(book.neutral),
        mended=kept(book.mended),
        short_forms={form: book.short_forms[form] for form in kept(book.short_forms)},
        readings=tuple(reading for reading in book.readings if reading not in words.readings),
    )
