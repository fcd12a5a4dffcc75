"""What a label stands for: aspects, readings, and which reading explains most.

In: a label and where it stands. Out: concepts, best first, each with the share of the label that it explains. The
words live in `checklists/concepts.yaml`; this file holds no Thai.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from oit_audit.match.labels import Label, LabelKind, read_label
from oit_audit.thai import Finder, Folded, fold, folded

ACCEPT = 0.62
"""From this share on a label stands for a concept."""

SURE = 0.85
_ONLY = 0.78
"""What a reading must explain when it holds only where nothing else is said."""

_LEADS = 0.7
_LEAD = 2
"""Folded characters that may stand before a leading wording."""

_FUZZY = 88.0
_NUMBERS = re.compile(r"\d+")
_ORGANISATION = re.compile(
    r"(?:องค์การบริหารส่วนตำบล|องค์การบริหารส่วนจังหวัด|เทศบาลตำบล|เทศบาลเมือง|เทศบาลนคร|อบต\.?|อบจ\.?|ทต\.|ทม\.|ทน\.|โรงพยาบาล|"
    r"วิทยาลัย(?:การอาชีพ|เทคนิค)?|โรงเรียน|กระทรวง)(?P<place>[ก-๎]{2,24})"
)
_CUT_FROM = 34
"""Characters from which a label may have been cut off by a program; systems cut at about 40 and 50."""

_SHORT_FILE = re.compile(r"^.{30,}\.\w{3,4}$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a concept is said."""

    concept: str
    all: tuple[str, ...]
    also: frozenset[str]
    """Aspects that add to what the reading explains (`with` in the file)."""

    never: frozenset[str]
    only: bool = False
    weak: bool = False
    leads: bool = False
    """A label that begins with it is it, whatever follows: `ประกาศผู้ชนะการเสนอราคา …`."""

    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Sense:
    """A concept that a label may stand for."""

    concept: str
    score: float
    """Share of the label that the concept explains, 0 to 1."""

    words: tuple[str, ...]
    """The wordings that spoke for it."""

    spans: frozenset[int] = frozenset()
    """Indexes of the folded label that it explains."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a label stands for."""

    label: Label
    senses: tuple[Sense, ...]
    """Best first, one a concept; may be empty."""

    other: str | None = None
    """The look-alike that the label stands for instead: a plan against disasters, a trial balance."""

    @property
    def concepts(self) -> tuple[str, ...]:
        """Return what the label stands for: the best, and another that explains other words as well as it does."""
        if not self.senses or self.other or self.senses[0].score < ACCEPT:
            return ()
        best = self.senses[0]
        others = [
            s.concept for s in self.senses[1:] if s.score >= 0.3 and not (s.spans & best.spans)
        ]
        return (best.concept, *others[:2])

    def score(self, concept: str) -> float:
        """Return how well `concept` explains the label; 0 when not at all."""
        return next((sense.score for sense in self.senses if sense.concept == concept), 0.0)


class Lexicon:
    """The words of all years."""

    def __init__(
        self,
        aspects: Mapping[str, tuple[str, ...]],
        hides: Mapping[str, tuple[str, ...]],
        filler: tuple[str, ...],
        silent: frozenset[str],
        readings: tuple[Reading, ...],
        titles: Mapping[str, tuple[str, ...]],
        told: tuple[tuple[str, frozenset[str]], ...],
        others: Mapping[str, str],
        digest: str = "",
    ) -> None:
        self.digest = digest
        self.concepts = tuple(titles)
        self.others = dict(others)
        """What looks like a concept and is none, with its Thai name."""

        self._readings = readings
        self._told = told
        self._aspects_of: dict[str, list[str]] = {}
        for aspect, phrases in aspects.items():
            for phrase in phrases:
                self._aspects_of.setdefault(fold(phrase), []).append(aspect)
        self._finder = Finder(self._aspects_of, unless=hides)
        self._filler = Finder(filler)
        self._silent = silent
        self._titles = [
            (fold(title), concept) for concept, names in titles.items() for title in names
        ]
        self._long = [phrase for phrase in self._aspects_of if len(phrase) >= 6]
        self._understand = lru_cache(maxsize=50_000)(self._understand_once)

    def told(self, sentence: str) -> tuple[str, ...]:
        """Return the concepts that a sentence tells of in passing: an activity in a piece of news."""
        named = set(self._hits(folded(sentence), is_cut=False))
        return tuple(dict.fromkeys(concept for concept, aspects in self._told if aspects <= named))

    def understand(self, raw: str, kind: LabelKind = LabelKind.LINK) -> Understanding:
        """Return what the label `raw` stands for."""
        return self._understand(" ".join(raw.split())[:400], kind)

    def _understand_once(self, raw: str, kind: LabelKind) -> Understanding:
        label = read_label(raw, kind)
        text = _without_names(label.text)
        words = folded(text)
        hits = self._hits(words, is_cut=_is_cut(raw))
        counted = self._counted(words, hits)
        if not counted:
            return Understanding(label, ())
        found: dict[str, Sense] = {}
        for reading in self._readings:
            sense = self._hold(reading, hits, counted)
            if sense and (
                reading.concept not in found or sense.score > found[reading.concept].score
            ):
                found[reading.concept] = sense
        if not found or max(sense.score for sense in found.values()) < ACCEPT:
            self._forgive(words.text, found)
        other = self._other(found)
        senses = sorted(
            (sense for concept, sense in found.items() if concept not in self.others),
            key=lambda sense: (-sense.score, sense.concept),
        )
        return Understanding(label, tuple(senses), other)

    def _other(self, found: Mapping[str, Sense]) -> str | None:
        """Return the look-alike that explains the label at least as well as any concept does."""
        ranked = sorted(
            found.values(), key=lambda sense: (-sense.score, sense.concept not in self.others)
        )
        best = ranked[0] if ranked else None
        return (
            best.concept if best and best.concept in self.others and best.score >= ACCEPT else None
        )

    def _counted(
        self, words: Folded, hits: Mapping[str, list[tuple[int, int, str]]]
    ) -> frozenset[int]:
        spoken = set(range(len(words.text)))
        for hit in self._filler.all(words):
            spoken -= set(range(hit.start, hit.end))
        for number in _NUMBERS.finditer(words.text):
            spoken -= set(range(number.start(), number.end()))
        for aspect, held in hits.items():
            for start, end, _ in held if aspect not in self._silent else ():
                spoken |= set(range(start, end))
        return frozenset(spoken)

    def _hits(self, words: Folded, *, is_cut: bool) -> dict[str, list[tuple[int, int, str]]]:
        """Return where each aspect is named; a wording inside a longer empty one names nothing."""
        empty = [(hit.start, hit.end) for hit in self._filler.all(words)]
        hits: dict[str, list[tuple[int, int, str]]] = {}
        reached = 0
        for hit in self._finder.all(words):
            if any(
                a <= hit.start and hit.end <= b and b - a > hit.end - hit.start for a, b in empty
            ):
                continue
            reached = max(reached, hit.end)
            for aspect in self._aspects_of[fold(hit.phrase)]:
                hits.setdefault(aspect, []).append((hit.start, hit.end, hit.phrase))
        rest = _cut_off(words.text, reached, self._long) if is_cut else None
        if rest is not None:
            position, phrase = rest
            for aspect in self._aspects_of[phrase]:
                hits.setdefault(aspect, []).append((position, len(words.text), phrase))
        return hits

    @staticmethod
    def _hold(
        reading: Reading, hits: Mapping[str, list[tuple[int, int, str]]], counted: frozenset[int]
    ) -> Sense | None:
        if any(aspect not in hits for aspect in reading.all) or any(
            a in hits for a in reading.never
        ):
            return None
        spans: set[int] = set()
        words: list[str] = []
        for aspect in (*reading.all, *(a for a in sorted(reading.also) if a in hits)):
            for start, end, phrase in hits[aspect]:
                spans.update(range(start, end))
                words.append(phrase)
        share = len(spans & counted) / len(counted)
        if reading.only and share < _ONLY:
            return None
        score = share * (0.85 if reading.weak else 1.0) + 0.02 * len(reading.all) + reading.weight
        if reading.leads and any(start <= _LEAD for start, _, _ in hits[reading.all[0]]):
            score = max(score, _LEADS)
        return Sense(
            reading.concept,
            min(1.0, round(score, 4)),
            tuple(dict.fromkeys(words)),
            frozenset(spans & counted),
        )

    def _forgive(self, text: str, found: dict[str, Sense]) -> None:
        """Forgive a slip of the pen in a label that is all but an official title."""
        if not 8 <= len(text) <= 90:
            return
        bare = self._bare(text)
        best = max(
            ((fuzz.ratio(bare, title), title, concept) for title, concept in self._titles),
            default=None,
        )
        if best and best[0] >= _FUZZY:
            spans = frozenset(range(len(text)))
            found[best[2]] = Sense(best[2], round(best[0] / 100, 4), (best[1],), spans)

    @staticmethod
    def _bare(text: str) -> str:
        return _NUMBERS.sub("", text)


def _without_names(text: str) -> str:
    """Drop the names of organisations: they say whose, not what."""
    return _ORGANISATION.sub(lambda m: " " if m.end() - m.start() < len(text) else text, text)


def _is_cut(raw: str) -> bool:
    """Does the label look as if a program had cut it off?"""
    text = raw.rstrip()
    return (
        text.endswith(("…", "...", ".."))
        or len(text) >= _CUT_FROM
        or bool(_SHORT_FILE.search(text))
    )


def _cut_off(text: str, reached: int, phrases: list[str]) -> tuple[int, str] | None:
    """Return where the label breaks off in the middle of a wording, and which; None when it does not."""
    best: tuple[int, int, str] | None = None
    for phrase in phrases:
        longest = min(len(phrase) - 1, len(text))
        for length in range(longest, max(4, len(phrase) // 2) - 1, -1):
            if best is not None and length <= best[0]:
                break
            if text.endswith(phrase[:length]):
                if len(text) > reached:
                    best = (length, len(text) - length, phrase)
                break
    return (best[1], best[2]) if best else None
