"""What a label stands for: aspects, readings, and which reading explains most.

In: a label and where it stands. Out: concepts, best first, each with the share of the label that it
explains. The words live in `checklists/concepts.yaml`; this file holds none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial

from rapidfuzz import fuzz

from oit_audit.match.conjoined import conjoined
from oit_audit.match.cut_labels import CutTitles, beginnings, broken_off, is_cut
from oit_audit.match.labels import Label, LabelKind, read_label, without_organisations
from oit_audit.match.neutral import Neutral
from oit_audit.match.senses import ACCEPT, SURE, Sense, Understanding
from oit_audit.match.slips import ShortForms, Slips
from oit_audit.match.weighing import LEAD, Named, Place, partly, read
from oit_audit.match.wordbook import FIRST, Ordinary, Reading, Wordbook
from oit_audit.thai import Finder, Folded, Hit, fold, folded

_ALMOST = 88.0
"""Likeness to an official title, 0 to 100, from which a label is that title misspelt."""

_ALMOST_LENGTHS = range(8, 91)
"""Folded letters of a label that may be a title misspelt."""

_WHOLE_WORDING = 6
"""Folded letters of a wording from which its beginning is recognised in a label cut off."""

_SHORT = 4
"""Folded letters of a word that may stand by chance in a longer one misspelt."""

_BY_NUMBER = 0.3
"""Share from which a reading is believed when the item's number says the same."""

_LONGEST = 400
"""Characters of a label that are read."""

_TEXTS = 8_192
"""Texts of at most `_LONGEST` characters whose words are remembered, some 30 MB."""

_NUMBERS = re.compile(r"\d+")

_SECTION = "indicator_title"
"""The aspect of the headings over several items, which are no entries of a menu."""

_PLAN = fold("แผน")
"""What is a plan and what is none are no slips of the pen for each other."""


class Lexicon:
    """Understands labels by the words of a wordbook."""

    def __init__(self, book: Wordbook) -> None:
        self._book = book
        self._aspects_of: dict[str, list[str]] = {}
        self._aspects_first: dict[str, list[str]] = {}
        for aspect, wordings in book.aspects.items():
            for wording in wordings:
                known = self._aspects_first if wording.startswith(FIRST) else self._aspects_of
                known.setdefault(fold(wording), []).append(aspect)
        self._finder = Finder((*self._aspects_of, *self._aspects_first), unless=book.hides)
        self._filler = Finder(book.filler)
        self._slips = Slips(book.mended)
        self._short_forms = ShortForms(book.short_forms)
        self._titles = [
            (fold(title), title, concept)
            for concept, titles in book.titles.items()
            for title in titles
        ]
        self._cut_titles = CutTitles(book.titles, (*self._aspects_of, *map(fold, book.filler)))
        self._begun = beginnings(
            wording for wording in self._aspects_of if len(wording) >= _WHOLE_WORDING
        )
        self._understand = lru_cache(maxsize=50_000)(partial(conjoined, read=self._understand_once))
        self.finder = lru_cache(maxsize=32)(self._finder_once)
        self._told = lru_cache(maxsize=50_000)(self._told_once)
        self._is_neutral = lru_cache(maxsize=50_000)(Neutral(book.neutral).is_all_of)
        self._words = lru_cache(maxsize=_TEXTS)(self._words_once)
        self._aspects = lru_cache(maxsize=_TEXTS)(self._aspects_once)
        self._letters = lru_cache(maxsize=_TEXTS)(self._letters_once)
        self._topics = {concept: self._topics_of(concept) for concept in book.titles}
        self._subjects = {concept: self._subjects_of(concept) for concept in book.titles}

    @property
    def digest(self) -> str:
        """Return the digest of the file that the words came from; empty when there is none."""
        return self._book.digest

    @property
    def concepts(self) -> tuple[str, ...]:
        """Return every concept, in the order of the wordbook."""
        return tuple(self._book.titles)

    @property
    def others(self) -> Mapping[str, str]:
        """Return what looks like a concept and is none, each with its Thai name."""
        return self._book.others

    def name_of(self, slug: str) -> str:
        """Return what a concept or a look-alike is called, in Thai.

        Raises:
            KeyError: there is none of that name.
        """
        return self.others[slug] if slug in self.others else self._book.titles[slug][0]

    def is_neutral(self, label: str) -> bool:
        """Does the label say nothing of what it leads to: `ดาวน์โหลด`, `2`, `ต.ค. 2564`?"""
        return self._is_neutral(label) and not self.understand(label).concepts

    def aspects(self, text: str) -> frozenset[str]:
        """Return all that a text names, whatever it stands for."""
        return self._aspects(text[:_LONGEST])

    def _aspects_once(self, text: str) -> frozenset[str]:
        return frozenset(self._named(self._words(text), cut=False))

    def letters(self, text: str) -> int:
        """Return how many folded letters of a text may say what it is about.

        Fillers, numbers and acts, which any plan or report has, do not.
        """
        return self._letters(text[:_LONGEST])

    def _letters_once(self, text: str) -> int:
        words = self._words(text)
        named = self._named(words, cut=False)
        acts = (place for aspect in self._book.acts for place in named.get(aspect, ()))
        said = {i for place in acts for i in range(place.start, place.end)}
        return len(self._counted(words, named) - said)

    def topics(self, concept: str) -> frozenset[str]:
        """Return the aspects that say what a concept is about, whatever is done about it."""
        return self._topics.get(concept, frozenset())

    def _topics_of(self, concept: str) -> frozenset[str]:
        readings = (reading for reading in self._book.readings if reading.concept == concept)
        named = (aspect for reading in readings for aspect in reading.all)
        return frozenset(named) - self._book.acts

    def subjects(self, concept: str) -> frozenset[str]:
        """Return the topics of a concept, and what may be said beside them."""
        return self._subjects.get(concept, frozenset())

    def _subjects_of(self, concept: str) -> frozenset[str]:
        readings = (reading for reading in self._book.readings if reading.concept == concept)
        named = (aspect for reading in readings for aspect in (*reading.all, *reading.also))
        return frozenset(named) - self._book.acts

    def usual(self, concept: str) -> frozenset[str]:
        """Return the aspects of what is usually done for a concept."""
        return frozenset(self._book.usual.get(concept, ()))

    @property
    def ordinary(self) -> tuple[Ordinary, ...]:
        """Return the look-alikes that are told by what is said nowhere."""
        return self._book.ordinary

    def told(self, sentence: str) -> tuple[str, ...]:
        """Return the concepts that a sentence tells of in passing: an activity in some news."""
        return self._told(sentence)

    def _finder_once(self, aspects: tuple[str, ...]) -> Finder:
        """Return what finds all wordings of some aspects, in a text of any length."""
        named = (wording for aspect in aspects for wording in self._book.aspects[aspect])
        return Finder(wording.removeprefix(FIRST) for wording in named)

    def _told_once(self, sentence: str) -> tuple[str, ...]:
        named = set(self._named(folded(sentence), cut=False))
        found = (concept for concept, aspects in self._book.told if aspects <= named)
        return tuple(dict.fromkeys(found))

    def understand(self, raw: str, kind: LabelKind = LabelKind.LINK) -> Understanding:
        """Return what the label `raw` stands for. Never fails."""
        return self._understand(" ".join(raw.split())[:_LONGEST], kind)

    def understand_among(
        self, raw: str, kind: LabelKind, concepts: frozenset[str]
    ) -> Understanding:
        """Return what the label stands for when its item's number says: one of `concepts`.

        Words that would not do alone are enough, if they speak for one of these concepts only.
        """
        understood = self.understand(raw, kind)
        if not concepts or not concepts.isdisjoint(understood.concepts):
            return understood
        _, words, named, counted = self._taken_apart(" ".join(raw.split())[:_LONGEST], kind)
        title = self._cut_titles.nearly(words.text, concepts)
        if title:
            begun = Sense(title.concept, SURE, (title.title,), counted)
            return replace(understood, senses=(begun,), other=None)
        if understood.concepts or understood.other:
            return understood
        senses = [sense for sense in understood.senses if sense.score >= _BY_NUMBER] or [
            sense
            for reading in self._book.readings
            if reading.concept in concepts and (sense := partly(reading, named, counted))
        ]
        meant = {sense.concept for sense in senses}
        best = max(senses, key=lambda sense: (sense.score, len(sense.explains)), default=None)
        if best is None or len(meant) > 1 or best.concept not in concepts:
            return understood
        return replace(understood, senses=(replace(best, score=ACCEPT),))

    def _taken_apart(
        self, raw: str, kind: LabelKind
    ) -> tuple[Label, Folded, Named, frozenset[int]]:
        label = read_label(raw, kind)
        words = self._words(without_organisations(label.text))
        named = self._named(words, cut=is_cut(raw))
        if kind is LabelKind.MENU:
            named = {aspect: places for aspect, places in named.items() if aspect != _SECTION}
        return label, words, named, self._counted(words, named)

    def _understand_once(self, raw: str, kind: LabelKind) -> Understanding:
        label, words, named, counted = self._taken_apart(raw, kind)
        if not counted:
            return Understanding(label, ())
        found: dict[str, Sense] = {}
        for reading in self._book.readings:
            if reading.all[0] not in named:
                continue
            sense = None if self._is_guess(reading, named) else read(reading, named, counted)
            known = found.get(reading.concept)
            if sense and (known is None or sense.score > known.score):
                found[reading.concept] = sense
        begun = self._cut_titles.whole(words.text)
        if begun:
            found[begun.concept] = Sense(begun.concept, 1.0, (begun.title,), counted)
        elif max((sense.score for sense in found.values()), default=0.0) < ACCEPT:
            misspelt = self._misspelt(words.text, counted)
            found |= {misspelt.concept: misspelt} if misspelt else {}
        concepts = (sense for sense in found.values() if sense.concept not in self.others)
        senses = sorted(concepts, key=lambda sense: (-sense.score, sense.concept))
        return Understanding(label, tuple(senses), self._other(found), bool(named))

    def _is_guess(self, reading: Reading, named: Named) -> bool:
        """Is it a look-alike of which a word broken off is all that speaks?"""
        places = [place for aspect in reading.all for place in named.get(aspect, ())]
        return reading.concept in self.others and any(place.guessed for place in places)

    def _words_once(self, text: str) -> Folded:
        """Return the words with short forms written out and slips of the pen mended."""
        words = folded(self._short_forms.written_out(text))
        known = (
            (hit.start, hit.end) for hit in self._finder.all(words) if hit.end - hit.start > _SHORT
        )
        return self._slips.mended(words, known)

    def _other(self, found: Mapping[str, Sense]) -> str | None:
        """Return the look-alike that explains the label at least as well as any concept does."""
        best = min(
            found.values(),
            key=lambda sense: (-sense.score, sense.concept not in self.others),
            default=None,
        )
        is_other = best is not None and best.concept in self.others and best.score >= ACCEPT
        return best.concept if best is not None and is_other else None

    def _counted(self, words: Folded, named: Named) -> frozenset[int]:
        """Return the indexes of the letters that a reading should explain."""
        spoken = set(range(len(words.text)))
        for hit in self._filler.all(words):
            spoken.difference_update(range(hit.start, hit.end))
        for number in _NUMBERS.finditer(words.text):
            spoken.difference_update(range(*number.span()))
        for aspect, places in named.items():
            for place in places if aspect not in self._book.silent else ():
                spoken.update(range(place.start, place.end))
        return frozenset(spoken)

    def _named(self, words: Folded, *, cut: bool) -> Named:
        """Return where each aspect is named; a wording inside a longer filler names nothing."""
        fillers = [(hit.start, hit.end) for hit in self._filler.all(words)]
        named: dict[str, list[Place]] = {}
        reached = 0
        for hit in self._finder.all(words):
            length = hit.end - hit.start
            if any(a <= hit.start and hit.end <= b and b - a > length for a, b in fillers):
                continue
            aspects = self._aspects_at(hit)
            reached = max(reached, hit.end) if aspects else reached
            for aspect in aspects:
                named.setdefault(aspect, []).append(Place(hit.start, hit.end, hit.quote))
        rest = broken_off(words.text, reached, self._begun) if cut else None
        if rest is not None:
            start, wording = rest
            end = len(words.text)
            for aspect in self._aspects_of[wording]:
                place = Place(start, end, words.quote(start, end), guessed=True)
                named.setdefault(aspect, []).append(place)
        return named

    def _aspects_at(self, hit: Hit) -> list[str]:
        """Return what the wording found there names: some words do so only at the beginning."""
        named = self._aspects_of.get(hit.phrase, [])
        return named + self._aspects_first.get(hit.phrase, []) if hit.start <= LEAD else named

    def _misspelt(self, text: str, counted: frozenset[int]) -> Sense | None:
        """Forgive a slip of the pen in a label that is all but an official title."""
        if len(text) not in _ALMOST_LENGTHS:
            return None
        bare = _NUMBERS.sub("", text)
        likeness, _, title, concept = max(
            (
                (fuzz.ratio(bare, key), key, title, concept)
                for key, title, concept in self._titles
                if (_PLAN in bare) == (_PLAN in key)
            ),
            default=(0.0, "", "", ""),
        )
        if likeness < _ALMOST:
            return None
        return Sense(concept, round(likeness / 100, 4), (title,), counted)
