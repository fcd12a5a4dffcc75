"""The lines of text just before a place on a page: titles that no heading or row marks as such."""

from __future__ import annotations

from bisect import bisect_right

from oit_audit.extract._extractor import MAX_LABEL, folded
from oit_audit.extract._layout import Layout
from oit_audit.extract._tree import Tree

_MOST = 4
"""Lines that are remembered."""

_LONGEST = 200
"""Characters of a line; what is longer is a paragraph. One may explain the line above it, two are
a text of their own."""

_SHORT_LINK = 24
"""Characters of a link that may stand between a line and what it heads: `ดาวน์โหลด (PDF)`."""

_FEW_WORDS = 40
"""Characters of a link from which it speaks for itself."""

_BUTTONS = frozenset({"a", "button"})


def _speaks(words: str, most: int) -> bool:
    """Has a link more than `most` characters of words? An address written out has none."""
    return len(words) > most and not words.startswith(("http://", "https://", "www."))


class Before:
    """Answers for one page, after reading it once."""

    def __init__(self, tree: Tree, layout: Layout) -> None:
        self._tree, self._layout = tree, layout
        self._at: list[int] = [-1]
        self._known: list[tuple[str, ...]] = [()]
        self._pieces: list[str] = []
        self._told = False
        """Was the last line a paragraph?"""

        self._read()

    def lines(self, index: int, words: str = "") -> tuple[str, ...]:
        """Return the lines before a link of these words, the nearest last; at most four.

        They end at a link that speaks for itself: what stands before it heads that link. Such a
        link has none.
        """
        if _speaks(words, _FEW_WORDS):
            return ()
        return self._known[bisect_right(self._at, index) - 1]

    def _read(self) -> None:
        tree, places = self._tree, self._layout.places
        block, region, inside = -1, None, -1
        for index, tag in enumerate(tree.tags):
            if index < inside:
                continue
            place = places[index]
            if place.node != block or tag == "br":
                self._end_line(index)
                block = place.node
            if place.region is not region:
                self._remember(index, ())
                region = place.region
            if tag in _BUTTONS and self._leads(index):
                self._end_line(index)
                inside = tree.ends[index]
                if _speaks(tree.words(index), _SHORT_LINK):
                    self._remember(inside, ())
            elif not tag:
                self._pieces.append(tree.texts[index])

    def _leads(self, index: int) -> bool:
        own = self._tree.attributes[index]
        return self._tree.tags[index] == "a" or "onclick" in own

    def _end_line(self, index: int) -> None:
        if self._pieces:
            text = folded("".join(self._pieces))
            self._pieces.clear()
            self._add(index, text)

    def _add(self, index: int, text: str) -> None:
        if len(text) > _LONGEST:
            if self._told:
                self._remember(index, ())
            self._told = True
        elif any(character.isalnum() for character in text):
            self._told = False
            kept = [line for line in self._known[-1] if line != text]
            self._remember(index, (*kept, text[:MAX_LABEL])[-_MOST:])

    def _remember(self, index: int, lines: tuple[str, ...]) -> None:
        if lines != self._known[-1]:
            self._at.append(index)
            self._known.append(lines)
