"""Addresses without end: calendars, paging, repeated segments, pages that breed pages.

An address is refused at sight only when it is absurd. For the rest, a shape (the address with its
numbers left out) is closed when pages *found on pages of their own kind* keep saying nothing new.
Pages that a menu or an index names are never closed this way, however alike they are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

MAX_LENGTH = 2_000
MAX_SEGMENTS = 16
MAX_QUERY_KEYS = 12

_PATIENCE = 12
"""Pages in a row without anything new until a shape is closed."""

_PATIENCE_FAMILY = 40
_PATIENCE_PAGING = 5
_PATIENCE_CALENDAR = 3
_MAX_CALENDAR = 24
"""Pages of a calendar that breeds, whatever they say."""

_PATIENCE_COMBINING = 20
_MAX_REMEMBERED = 20_000
_BREEDS = 3
"""Generation from which pages count as bred by their own kind; a list of brothers is no trap."""

_CALENDAR = re.compile(
    r"calend[ae]r|ปฏิทิน|ปฎิทิน|[?&](?:month|mon|mm|day|date|week|yearid|monthid)=|/events?/\d{4}",
    re.IGNORECASE,
)
_PAGING = re.compile(
    r"[?&](?:page|paged|p|pg|pageno|pagenum|start|limitstart|offset)=|/page/\d", re.IGNORECASE
)
_TOKEN = re.compile(r"^(?=.*\d)[0-9a-z+/=_-]{16,}$|^[0-9a-f]{16,}$", re.IGNORECASE)


def absurd(url: str) -> str | None:
    """Say why no sane site has such an address; None when it may be one.

    >>> absurd("http://town.example/a/b/a/b/a/b/a/b")
    'its path repeats itself'
    """
    parts = urlsplit(url)
    if len(url) > MAX_LENGTH:
        return "its address is too long"
    segments = [segment for segment in parts.path.split("/") if segment]
    if len(segments) > MAX_SEGMENTS:
        return "its path is too deep"
    if _repeats(segments):
        return "its path repeats itself"
    keys = Counter(key for key, _ in parse_qsl(parts.query, keep_blank_values=True))
    if len(keys) > MAX_QUERY_KEYS or any(count > 4 for count in keys.values()):
        return "its query has too many parts"
    return None


@lru_cache(maxsize=8_192)
def shape(url: str) -> str:
    """Return `url` with its numbers and random tokens left out; words stay."""
    parts = urlsplit(url)
    path = re.sub(r"\d+", "0", unquote(parts.path))
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = "&".join(f"{key}={_blurred(value)}" for key, value in sorted(pairs))
    return f"{parts.netloc}{path}?{query}"


@lru_cache(maxsize=8_192)
def family(url: str) -> str:
    """Return the folder and the query keys of `url`: what its brothers have in common."""
    parts = urlsplit(url)
    folder = re.sub(r"\d+", "0", unquote(parts.path)).rpartition("/")[0]
    keys = {key for key, _ in parse_qsl(parts.query, keep_blank_values=True)}
    return f"{parts.netloc}{folder}/?{'&'.join(sorted(keys))}"


def is_calendar(url: str) -> bool:
    """Does `url` look like a leaf of a calendar?"""
    return _CALENDAR.search(unquote(url)) is not None


def is_next(url: str, page: str) -> bool:
    """Is `url` another part of the list that `page` is a part of?

    >>> is_next("http://town.example/news?page=3", "http://town.example/news?page=2")
    True
    """
    return _PAGING.search(url) is not None and shape(url) == shape(page)


@dataclass(slots=True)
class _Record:
    bred: int = 0
    stale: int = 0
    seen: set[int] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Parts of queries; kept for paths alone."""


class Traps:
    """Remembers for each shape and family what their pages said."""

    def __init__(self, max_of_family: int) -> None:
        self._max_of_family = max_of_family
        self._shapes: dict[str, _Record] = {}
        self._families: dict[str, _Record] = {}
        self._paths: dict[str, _Record] = {}

    def closed(self, url: str, generation: int) -> str | None:
        """Say why `url` should no longer be asked; None when it may.

        Args:
            url: A canonical address.
            generation: How many addresses of its own family lead to it in a row.
        """
        path = self._paths.get(_path(url))
        if path and path.stale >= _PATIENCE_COMBINING and _combines(url, path):
            return "choices seen before, put together anew, say nothing new"
        if generation < _breeds(url):
            return None
        record = self._shapes.get(shape(url), _Record())
        kin = self._families.get(family(url), _Record())
        if is_calendar(url) and (kin.stale >= _PATIENCE_CALENDAR or kin.bred >= _MAX_CALENDAR):
            return "a calendar without end"
        if record.stale >= (_PATIENCE_PAGING if _PAGING.search(url) else _PATIENCE):
            return "addresses of this shape say nothing new"
        if kin.stale >= _PATIENCE_FAMILY:
            return "addresses of this folder say nothing new"
        return None

    def spent(self, url: str) -> bool:
        """Has the family of `url` had its share of the pages?"""
        kin = self._families.get(family(url))
        return kin is not None and kin.bred >= self._max_of_family

    def saw(self, url: str, generation: int, features: frozenset[int], *, leads_on: bool) -> None:
        """Remember what the page at `url` said.

        Args:
            url: A canonical address.
            generation: As in `closed`.
            features: What it says and shows, numbers left out.
            leads_on: Does it offer addresses outside its family that were not known?
        """
        for key, records in ((shape(url), self._shapes), (family(url), self._families)):
            record = records.setdefault(key, _Record())
            new = leads_on or not features <= record.seen
            if len(record.seen) < _MAX_REMEMBERED:
                record.seen |= features
            if generation >= _breeds(url):
                record.bred += 1
                record.stale = 0 if new else record.stale + 1
        self._combine(url, features)

    def _combine(self, url: str, features: frozenset[int]) -> None:
        """Remember whether a choice of known values showed anything that was not known.

        Whatever a filter lets through is known from the list without it.
        """
        pairs = _pairs(url)
        if not pairs:
            return
        path = self._paths.setdefault(_path(url), _Record())
        if _combines(url, path):
            path.stale = 0 if not features <= path.seen else path.stale + 1
        if len(path.seen) < _MAX_REMEMBERED:
            path.seen |= features
        if len(path.pairs) < _MAX_REMEMBERED:
            path.pairs.update(pairs)


def _path(url: str) -> str:
    return url.partition("?")[0]


def _pairs(url: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(url).query, keep_blank_values=True)


def _combines(url: str, path: _Record) -> bool:
    """Has every part of the query of `url` been seen at its path before?"""
    pairs = _pairs(url)
    return len(pairs) > 1 and path.pairs.issuperset(pairs)


def _breeds(url: str) -> int:
    return 1 if is_calendar(url) else _BREEDS


def _repeats(segments: list[str]) -> bool:
    """Does the same run of segments stand three times in a row? Numbers may (dates do)."""
    for size in range(1, len(segments) // 3 + 1):
        for start in range(len(segments) - 3 * size + 1):
            run = segments[start : start + size]
            again = segments[start + size : start + 2 * size]
            third = segments[start + 2 * size : start + 3 * size]
            if run == again == third and not all(segment.isdigit() for segment in run):
                return True
    return False


def _blurred(value: str) -> str:
    return "*" if _TOKEN.match(value) else re.sub(r"\d+", "0", value)
