"""The same bytes at many addresses: one page, and no new ways to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

_ENOUGH = 20
"""Pages that a part of the query did not change, until it is taken to change nothing. Empty
entries of one list may well be alike, so it takes more than a few."""

_MAX_REMEMBERED = 2_000
"""Addresses under one path."""

_HEIRS = 2
"""Copies found on copies of one page, until their relative links are taken to lead in circles."""

_Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Copy:
    """A page that was seen before at another address."""

    original: int
    """Entry for which it came first."""

    leads_on: bool
    """May its links, which can be relative, lead to anything new?"""


@dataclass(slots=True)
class _Path:
    seen: dict[_Pairs, None] = field(default_factory=dict)
    without: dict[tuple[str, _Pairs], str] = field(default_factory=dict)
    """By a key and the rest of the query: what came."""

    alike: Counter[str] = field(default_factory=Counter)
    matters: set[str] = field(default_factory=set)
    summary: tuple[frozenset[str], frozenset[_Pairs]] | None = None
    """What follows from the rest; None when something has come since."""

    def sum_up(self) -> tuple[frozenset[str], frozenset[_Pairs]]:
        """Return the keys that have often changed nothing, and all queries without them."""
        if self.summary is None:
            often = (key for key, count in self.alike.items() if count >= _ENOUGH)
            idle = frozenset(key for key in often if key not in self.matters)
            rests = (_without(pairs, idle) for pairs in self.seen) if idle else ()
            self.summary = (idle, frozenset(rests))
        return self.summary


class Copies:
    """Remembers the digest of every page."""

    def __init__(self) -> None:
        self._first: dict[str, int] = {}
        self._line: dict[str, tuple[str, int]] = {}
        self._paths: dict[str, _Path] = {}

    def saw(self, url: str, entry: int, digest: str, referrer: str | None) -> Copy | None:
        """Remember a page; say of which one it is a copy, None when it is new.

        Args:
            url: Canonical address of the page.
            entry: For which it came.
            digest: Of its body.
            referrer: The page on which its address was found.
        """
        self._compare(url, digest)
        parent, line = self._line.get(referrer or "", ("", 0))
        line = line + 1 if parent == digest else 0
        self._line[url] = (digest, line)
        original = self._first.setdefault(digest, entry)
        return None if original == entry else Copy(original, leads_on=line < _HEIRS)

    def differs(self, url: str, what: str) -> None:
        """Remember that no page came for `url` but `what`: a paper, or a way to say *no*.

        Of these many may be alike without any being needless.
        """
        for key, rest in _questions(url):
            path = self._paths.setdefault(_place(url), _Path())
            path.summary = None
            if path.without.setdefault((key, rest), what) != what:
                path.matters.add(key)

    def needless(self, url: str) -> str | None:
        """Say why `url` shows what was seen before; None when it may show something else."""
        path = self._paths.get(_place(url))
        idle, rests = path.sum_up() if path else (frozenset[str](), frozenset[_Pairs]())
        if not idle:
            return None
        rest = _without(_pairs(url), idle)
        if len(rest) == len(_pairs(url)) or rest not in rests:
            return None
        return f"{', '.join(sorted(idle))} in its address changes nothing"

    def _compare(self, url: str, digest: str) -> None:
        pairs = _pairs(url)
        if not pairs:
            return
        path = self._paths.setdefault(_place(url), _Path())
        if len(path.seen) >= _MAX_REMEMBERED:
            return
        path.seen[pairs] = None
        path.summary = None
        for key, rest in _questions(url):
            before = path.without.setdefault((key, rest), "")
            path.without[key, rest] = before or digest
            if before and before != digest:
                path.matters.add(key)
            elif before:  # what was seen once says nothing of the key
                path.alike[key] += 1


def _place(url: str) -> str:
    return url.partition("?")[0]


def _pairs(url: str) -> _Pairs:
    return frozenset(parse_qsl(urlsplit(url).query, keep_blank_values=True))


def _questions(url: str) -> list[tuple[str, _Pairs]]:
    """Return each key of the query with what the query is without it."""
    pairs = _pairs(url)
    keys = {key for key, _ in pairs}
    return [(key, _without(pairs, frozenset({key}))) for key in sorted(keys)]


def _without(pairs: _Pairs, keys: frozenset[str]) -> _Pairs:
    return frozenset(pair for pair in pairs if pair[0] not in keys)
