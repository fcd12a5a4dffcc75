"""What is known of a service, of its addresses and of its ways to say *no*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from oit_audit.model import Text, canonical, host_of
from oit_audit.thai import fold

_SAFE = "!*"


class HostKind(StrEnum):
    """What lies at an address."""

    FILE = "file"
    FOLDER = "folder"
    DOCUMENT = "document"
    SHEET = "sheet"
    SLIDES = "slides"
    FORM = "form"
    VIEWER = "viewer"
    """A page that shows a file which lies elsewhere."""

    FLIPBOOK = "flipbook"
    SITE = "site"
    ALBUM = "album"
    VIDEO = "video"
    MAP = "map"
    SOCIAL = "social"
    CHAT = "chat"
    SHARE = "share"
    """A button that passes our page on."""

    PORTAL = "portal"
    """A system of the government."""

    SURVEY = "survey"
    SHORTENER = "shortener"


class Answer(StrEnum):
    """What a page says that comes instead of a file."""

    NEEDS_PERMISSION = "needs_permission"
    GONE = "gone"
    QUOTA = "quota"
    """Too many have opened it today."""

    CONFIRM = "confirm"
    """It asks whether the file is wanted all the same."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of address, and what can be done with it."""

    kinds: tuple[HostKind, ...]
    """The main kind first; never empty."""

    hosts: tuple[str, ...]
    path: re.Pattern[str]
    """Of the whole path; may name the group `id`."""

    key: str = ""
    """Of the query, that holds the identifier; empty when the path does."""

    ask: str = ""
    """Address of the file itself, `{id}` to be filled in; `self`; empty when it cannot be had."""

    change: Mapping[str, str] | None = None
    """Keys of the query that `self` gets."""

    keep: tuple[str, ...] = ()
    """Keys of the query that are passed on."""

    view: str = ""
    page: bool = False
    resolve: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody with whom offices keep things."""

    id: str
    name: Text
    hosts: tuple[str, ...]
    rules: tuple[Rule, ...]
    """The first one that fits counts."""

    delivers: tuple[str, ...] = ()
    login: tuple[re.Pattern[str], ...] = ()
    """Host and path of pages that ask who one is."""

    refused: frozenset[int] = frozenset()
    """Statuses that say for sure that the public may not open it."""

    gone: frozenset[int] = frozenset()
    """Statuses that say for sure that nothing is there."""

    says: Mapping[Answer, tuple[str, ...]] | None = None
    """Folded phrases."""

    def delivers_from(self, url: str) -> bool:
        """Is the host of `url` one of the service, or one that it delivers from?"""
        return is_under(host_of(url), (*self.hosts, *self.delivers))

    def is_login(self, url: str) -> bool:
        """Does `url` lead to the page that asks who one is?"""
        place = f"{host_of(url)}{urlsplit(url).path}"
        return any(pattern.fullmatch(place) for pattern in self.login)

    def answer(self, *texts: str) -> Answer | None:
        """Return what a page says whose title and words are `texts`; None when it says nothing."""
        folded = [fold(text) for text in texts]
        for answer, phrases in (self.says or {}).items():
            if any(phrase in text for phrase in phrases for text in folded):
                return answer
        return None


@dataclass(frozen=True, slots=True)
class Foreign:
    """An address at a service that we know."""

    url: str
    """Canonical, as it was found."""

    service: Service
    rule: Rule
    export: str = ""
    """Where the file itself can be had, canonical; empty when it cannot."""

    view: str = ""
    """The page that people see, canonical; empty when it says nothing that `export` does not."""

    @property
    def kind(self) -> HostKind:
        """Return the main kind."""
        return self.rule.kinds[0]

    @property
    def host(self) -> str:
        """Return the host, as a reader knows it: without `www`."""
        return host_of(self.url).removeprefix("www.")

    def is_a(self, *kinds: HostKind) -> bool:
        """Is it of one of `kinds`, be it not the main one?"""
        return any(kind in self.rule.kinds for kind in kinds)

    @property
    def is_unread_folder(self) -> bool:
        """Is it a folder whose files only scripts show?"""
        return self.kind is HostKind.FOLDER and not self.is_readable

    @property
    def is_readable(self) -> bool:
        """Can what lies there be asked for without a login?"""
        return bool(self.export)


def is_under(host: str, names: tuple[str, ...]) -> bool:
    """Is `host` one of `names`, or does it lie below one?"""
    return any(host == name or host.endswith(f".{name}") for name in names)


def fitted(service: Service, rule: Rule, url: str) -> Foreign | None:
    """Return what `url`, a canonical address, is by `rule`; None when the rule does not fit."""
    parts = urlsplit(url)
    found = rule.path.fullmatch(parts.path)
    if found is None or not is_under(parts.hostname or "", rule.hosts):
        return None
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    name = query.get(rule.key, "") if rule.key else found.groupdict().get("id") or ""
    if rule.key and not name:
        return None
    kept = {key: query[key] for key in rule.keep if query.get(key)}
    return Foreign(
        url, service, rule, _address(rule, url, name, kept), _filled(rule.view, name, kept)
    )


def _address(rule: Rule, url: str, id: str, kept: Mapping[str, str]) -> str:
    if rule.ask != "self":
        return _filled(rule.ask, id, kept)
    bare, _, query = url.partition("?")
    change = rule.change or {}
    pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] not in change]
    pairs += change.items()
    return canonical(f"{bare}?{urlencode(pairs)}" if pairs else bare)


def _filled(address: str, id: str, kept: Mapping[str, str]) -> str:
    if not address:
        return ""
    filled = address.replace("{id}", quote(id, safe=_SAFE))
    mark = "&" if "?" in filled else "?"
    return canonical(f"{filled}{mark}{urlencode(kept)}" if kept else filled)
