"""Is what arrived the thing that was asked for, or a polite way to say *no*?"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from oit_audit.crawl import answers, notices, pages, shells
from oit_audit.crawl.answers import Fault, Known, header, media_type
from oit_audit.crawl.follow import Arrival
from oit_audit.crawl.frontier import Entry
from oit_audit.crawl.links import Kind, kind_by_type
from oit_audit.model import Exchange, Resource, SkipReason

_MAY_BE_BLOCK = frozenset({401, 403, 406, 409, 429, 503})
_SHELL_WORDS = 200
_SHELL_FEATURES = 30
_ECHOES = 12
"""Lines in which a page may name its own address."""

_BLOCK_FEATURES = 20
_BLOCK_WORDS = 1_500
"""A page that says more than this is about firewalls, not by one."""

_IS_ENTRANCE = re.compile(
    r"^/(?:th/?|en/?)?(?:(?:index|home|default|main|welcome)(?:\.\w+)?/?)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Guest:
    """An answer that was let in."""

    exchange: Exchange
    glance: pages.Glance | None
    """None for documents."""

    @property
    def is_shell(self) -> bool:
        """Is it a page that is empty until a script has run?"""
        return self.glance is not None and shells.is_shell(self.exchange.body, self.glance)

    @property
    def leads_nowhere(self) -> bool:
        """Is it a page whose only way on is a menu that a script has still to put there?"""
        return self.glance is not None and shells.leads_nowhere(self.exchange.body)


class Reception:
    """Knows how this site says *no*."""

    def __init__(self) -> None:
        self.home_url = ""
        self._home: pages.Glance | None = None
        self._home_plain: pages.Glance | None = None
        self._nothing: pages.Glance | None = None
        self._nothing_plain: pages.Glance | None = None
        """The same, with the addresses that it shows left in."""

        self._nothing_at = ""
        self._logins: set[str] = set()

    def learn_home(self, url: str, guest: Guest) -> None:
        """Remember the home page, whose last address is `url`."""
        self.home_url = url
        self._home = guest.glance
        self._home_plain = pages.glance(guest.exchange.body)

    def is_home(self, url: str, guest: Guest) -> bool:
        """Does `url`, which asks for a part of the site, show just the home page?

        A page whose words are few, or come with a script, may be any page.
        """
        home, glance = self._home_plain, guest.glance
        if home is None or glance is None or not urlsplit(url).query or guest.exchange.rendered:
            return False
        if glance.own_words < _SHELL_WORDS or len(glance.features ^ home.features) > _ECHOES:
            return False
        return pages.same(pages.glance(guest.exchange.body), home)

    def learn_nothing(self, arrival: Arrival) -> None:
        """Remember how the site answers for an address that cannot exist."""
        end = arrival.end
        if not isinstance(end, Fault) and arrival.hops:
            self._nothing_at = end.url if isinstance(end, Known) else arrival.hops[-1]
        if isinstance(end, Exchange) and _is_page(end):
            nothing = pages.glance(end.body, arrival.url, *arrival.hops)
            if not (self._is_shell(nothing) or Guest(end, nothing).is_shell):
                self._nothing = nothing
                self._nothing_plain = pages.glance(end.body)

    def receive(self, arrival: Arrival) -> Guest | Known | Fault:
        """Let in what arrived, or say what it is instead."""
        match arrival.end:
            case Fault() as fault:
                return _turned_away(arrival) or fault
            case Known() as known:
                return self._known(arrival, known)
            case exchange:
                if not _is_page(exchange):
                    return Guest(exchange, None)
                glance = pages.glance(exchange.body, arrival.url, *arrival.hops)
                return self._page(arrival, exchange, glance) or Guest(exchange, glance)

    def _page(self, arrival: Arrival, exchange: Exchange, glance: pages.Glance) -> Fault | None:
        if stands_in := _stands_in(exchange, glance):
            return stands_in
        if self._home is None and notices.is_closed(exchange.body, glance):
            return Fault(SkipReason.SERVER_ERROR, "the site says that it is closed for repairs")
        final = arrival.hops[-1] if arrival.hops else arrival.url
        if glance.asks_login(unquote(urlsplit(final).path)):
            self._logins.add(final)
            if arrival.hops:
                return Fault(SkipReason.LOGIN, f"leads to the login at {final}")
        if self._home is None or arrival.url == self.home_url:
            return None
        return self._absence(arrival, exchange, glance)

    def _absence(self, arrival: Arrival, exchange: Exchange, glance: pages.Glance) -> Fault | None:
        """Say how the page says that there is nothing at its address."""
        if arrival.hops and (lost := self._lost(arrival.url, arrival.hops[-1])):
            return lost
        if glance.says_not_found:
            return Fault(
                SkipReason.SOFT_NOT_FOUND, f"says {glance.title or glance.heading!r}"[:120]
            )
        if not _is_entrance(arrival.url) and self._is_nothing(exchange, glance):
            return Fault(SkipReason.SOFT_NOT_FOUND, "shows what the site shows for any address")
        return None

    def _is_nothing(self, exchange: Exchange, glance: pages.Glance) -> bool:
        """Is it what the site shows for any address?

        Where that is the home page, its menu names the address that was asked: left out of one of
        the two it would make them differ, so both are then looked at as they are.
        """
        if self._nothing is None or self._nothing_plain is None:
            return False
        if pages.same(glance, self._nothing):
            return True
        if len(glance.features ^ self._nothing_plain.features) > _ECHOES:
            return False
        return pages.same(pages.glance(exchange.body), self._nothing_plain)

    def _known(self, arrival: Arrival, known: Known) -> Known | Fault:
        if known.url in self._logins:
            return Fault(SkipReason.LOGIN, f"leads to the login at {known.url}")
        return self._lost(arrival.url, known.url) or known

    def _lost(self, asked: str, final: str) -> Fault | None:
        """Say whether `asked` leads where every address leads that does not exist."""
        if final != self._nothing_at or _is_entrance(asked):
            return None
        where = "the home page" if final == self.home_url else final
        return Fault(SkipReason.SOFT_NOT_FOUND, f"leads to {where}, as any address does")

    def _is_shell(self, nothing: pages.Glance) -> bool:
        """Is it the empty frame that a script fills? Then being equal to it means nothing."""
        return (
            self._home is not None
            and pages.same(nothing, self._home)
            and nothing.own_words < _SHELL_WORDS
            and len(nothing.features) < _SHELL_FEATURES
        )


def resource_of(entry: Entry, arrival: Arrival, guest: Guest) -> Resource:
    """Return what is written down of a guest that came for `entry`."""
    exchange = guest.exchange
    return Resource(
        url=entry.url,
        final_url=arrival.final,
        status=exchange.status,
        media_type=answers.media_type(exchange),
        charset=answers.charset(exchange),
        fetched_at=exchange.fetched_at,
        sha256=hashlib.sha256(exchange.body).hexdigest(),
        length=len(exchange.body),
        redirects=tuple(hop for hop in arrival.hops[:-1] if hop != entry.url),
        file_name=answers.file_name(exchange),
        depth=entry.depth,
        rendered=exchange.rendered,
    )


def is_shell(exchange: Exchange) -> bool:
    """Is the answer a page that is empty until a script has run?"""
    return _is_page(exchange) and Guest(exchange, pages.glance(exchange.body)).is_shell


def _is_page(exchange: Exchange) -> bool:
    """Is it a page, whatever the server calls it? What it calls a page may be anything else."""
    declared = media_type(exchange)
    if kind_by_type(declared) is Kind.PAGE and declared:
        return True
    return not declared.endswith("xml") and pages.looks_like_page(exchange.body)


def _is_entrance(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.query and bool(_IS_ENTRANCE.match(parts.path))


def _turned_away(arrival: Arrival) -> Fault | None:
    """Say who turned us away when it was not the site itself."""
    if not arrival.exchanges:
        return None
    last = arrival.exchanges[-1]
    if last.status not in _MAY_BE_BLOCK or not last.body:
        return None
    return _stands_in(last, pages.glance(last.body))


def _stands_in(exchange: Exchange, glance: pages.Glance) -> Fault | None:
    """Say whose page it is when it only stands where another one should be."""
    small = len(glance.features) < _BLOCK_FEATURES and glance.own_words < _BLOCK_WORDS
    if small and pages.is_block(exchange.body):
        return Fault(SkipReason.BLOCKED, f"a firewall answered {exchange.status}")
    match notices.reads_as(exchange.body, glance):
        case SkipReason.PARKED:
            return Fault(SkipReason.PARKED, f"shows {glance.title or glance.heading!r}"[:120])
        case SkipReason.NEEDS_COOKIES:
            came = bool(header(exchange, "set-cookie"))
            return Fault(SkipReason.NEEDS_COOKIES, "shows only a notice", passing=came)
        case SkipReason.SERVER_ERROR:
            return Fault(SkipReason.SERVER_ERROR, "shows only that a program failed", passing=True)
    return None
