"""Find phrases in text, forgiving how they are typed, and quote the original."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ahocorasick
from rapidfuzz import fuzz

from oit_audit.thai.normalize import Folded, fold, folded

_ROUGHLY = 85.0
"""Similarity, 0 to 100, from which a short name counts as the same name misspelt."""

_FEW = 200
"""Texts up to which each is looked for by itself."""

_SHORTEST_ROUGH = 5
_LONGEST_ROUGH = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a phrase stands."""

    phrase: str
    """As the finder was given it."""

    start: int
    """In folded text."""

    end: int
    quote: str
    """The original text."""


class Finder:
    """Finds many phrases at once.

    A phrase that begins or ends in a Latin letter or a digit must begin or end a word or number
    there: `OIT` is not in `exploit`, `6 เดือน` is not in `16 เดือน`. Thai has no such borders;
    `unless` names, for a phrase, the longer words that it must not be part of.

    >>> Finder(["แผน"], unless={"แผน": ("แผนก", "แผนที่")}).has("แผนที่ตั้ง")
    False
    >>> Finder(["OIT"]).first("แบบ ＯＩＴ ๒๕๖๖").quote
    'ＯＩＴ'
    """

    def __init__(
        self, phrases: Iterable[str], *, unless: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self._automaton = ahocorasick.Automaton()
        self._phrases: dict[str, str] = {}
        self._longer: dict[str, frozenset[str]] = {}
        self._guards: frozenset[str] = frozenset()
        for phrase in phrases:
            self._phrases.setdefault(_folded_phrase(phrase), phrase)
        for phrase, longer in (unless or {}).items():
            self._longer[_folded_phrase(phrase)] = frozenset(map(_folded_phrase, longer))
        self._guards = frozenset().union(*self._longer.values())
        for key in {*self._phrases, *self._guards}:
            self._automaton.add_word(key, key)
        if self._phrases:
            self._automaton.make_automaton()

    def all(self, text: str | Folded) -> tuple[Hit, ...]:
        """Return every hit, overlapping ones too, by start and then the longest first."""
        if not self._may_have(text):
            return ()
        way_back = folded(text) if isinstance(text, str) else text
        return tuple(
            Hit(self._phrases[key], start, end, way_back.quote(start, end))
            for start, end, key in self._spans(way_back)
        )

    def first(self, text: str | Folded) -> Hit | None:
        """Return the first of `all`, or None."""
        return next(iter(self.all(text)), None)

    def has(self, text: str | Folded) -> bool:
        """Return whether one of the phrases stands in `text`."""
        return self.first(text) is not None

    def _may_have(self, text: str | Folded) -> bool:
        """Return whether any phrase stands there, borders and guards aside: cheap."""
        if not self._phrases:
            return False
        haystack = fold(text) if isinstance(text, str) else text.text
        return next(self._automaton.iter(haystack), None) is not None

    def _spans(self, text: Folded) -> list[tuple[int, int, str]]:
        found = [(end - len(key) + 1, end + 1, key) for end, key in self._automaton.iter(text.text)]
        guards = [span for span in found if span[2] in self._guards]
        kept = [
            span
            for span in found
            if span[2] in self._phrases
            and not self._is_guarded(span, guards)
            and _stands_alone(text, span[0], span[1])
        ]
        return sorted(kept, key=lambda span: (span[0], -span[1]))

    def _is_guarded(self, span: tuple[int, int, str], guards: list[tuple[int, int, str]]) -> bool:
        longer = self._longer.get(span[2])
        return longer is not None and any(
            guard[2] in longer and guard[0] <= span[0] and span[1] <= guard[1] for guard in guards
        )


class AnyOf:
    """Knows many texts, letter by letter, and finds those that stand in another.

    >>> AnyOf(["แผน", "แผนดำเนินงาน", "งบ"]).inside("แผนดำเนินงาน 2566")
    ('แผนดำเนินงาน', 'แผน')
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted({text for text in texts if text}, key=lambda text: (-len(text), text))
        self._automaton: ahocorasick.Automaton | None = None

    def inside(self, text: str) -> tuple[str, ...]:
        """Return which of them stand in `text`, the longest first."""
        if len(self._texts) <= _FEW:
            return tuple(each for each in self._texts if each in text)
        if self._automaton is None:
            self._automaton = ahocorasick.Automaton()
            for index, each in enumerate(self._texts):
                self._automaton.add_word(each, index)
            self._automaton.make_automaton()
        found = {index for _, index in self._automaton.iter(text)}
        return tuple(self._texts[index] for index in sorted(found))


def _folded_phrase(phrase: str) -> str:
    key = fold(phrase)
    if not key:
        raise ValueError(f"nothing is left of the phrase {phrase!r} when folded")
    return key


def _stands_alone(text: Folded, start: int, end: int) -> bool:
    first, last = text.origin[start], text.origin[end - 1]
    before = text.original[first - 1] if first else ""
    after = text.original[last + 1] if last + 1 < len(text.original) else ""
    if _runs_on(before, text.original[first]) or _runs_on(text.original[last], after):
        return False
    key = text.text[start:end]
    is_short = len(key) <= _SHORT_FORM and key.isascii() and key.isalpha()
    return not (is_short and any(map(str.isspace, text.original[first:last])))


_SHORT_FORM = 4
"""Letters of a short form such as `ITA`, which is not in `it a`."""


def _runs_on(left: str, right: str) -> bool:
    """Return whether both are Latin letters, or both digits: one word or number."""
    return (left.isdigit() and right.isdigit()) or (_is_latin(left) and _is_latin(right))


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and (letter < "\u0250" or "\uff21" <= letter <= "\uff5a")


def excerpt(text: str, start: int, end: int, width: int = 160) -> str:
    """Return about `width` characters of `text` around `text[start:end]`, cut at spaces, with `…`.

    >>> excerpt("แผนการจัดซื้อจัดจ้าง ประจำปี 2566 ของเทศบาล", 21, 33, width=24)
    '… ประจำปี 2566 …'
    """
    room = max(0, width - (end - start)) // 2
    left, right = max(0, start - room), min(len(text), end + room)
    if left:
        left = _next_space(text, left, start)
    if right < len(text):
        right = _last_space(text, end, right)
    words = " ".join(text[left:right].split())
    return f"{'… ' if left else ''}{words}{' …' if right < len(text) else ''}"


def _next_space(text: str, left: int, start: int) -> int:
    space = text.find(" ", left, start)
    if space >= 0:
        return space + 1
    while left < start and unicodedata.category(text[left]) == "Mn":
        left += 1
    return left


def _last_space(text: str, end: int, right: int) -> int:
    space = text.rfind(" ", end, right)
    if space >= 0:
        return space
    while right < len(text) and unicodedata.category(text[right]) == "Mn":
        right += 1
    return right


def has_roughly(phrase: str, text: str) -> bool:
    """Return whether `text` has `phrase`, a slip of the keyboard forgiven. For short names only.

    >>> has_roughly("บ้านสมมติ", "เทศบาลตำบลบ้านสมมุติ")
    True
    """
    needle, haystack = fold(phrase), fold(text)
    if not needle:
        return False
    if needle in haystack:
        return True
    if not _SHORTEST_ROUGH <= len(needle) <= _LONGEST_ROUGH or len(haystack) < len(needle) - 1:
        return False
    return fuzz.partial_ratio(needle, haystack, score_cutoff=_ROUGHLY) > 0
