"""Is what arrived the thing that was asked for, or a polite way to say *no*?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from oit_audit.crawl import pages, shells
from oit_audit.crawl.answers import Fault, Known, media_type
from oit_audit.crawl.follow import Arrival
from oit_audit.crawl.links import Kind, kind_by_type
from oit_audit.model import Exchange, SkipReason

_MAY_BE_BLOCK = frozenset({401, 403, 406, 409, 429, 503})
_SHELL_WORDS = 200
_SHELL_FEATURES = 30
_BLOCK_FEATURES = 20
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


class Reception:
    """Knows how this site says *no*."""

    def __init__(self) -> None:
        self._home_url = ""
        self._home: pages.Glance | None = None
        self._nothing: pages.Glance | None = None
        self._nothing_leads_home = False
        self._logins: set[str] = set()

    def learn_home(self, url: str, guest: Guest) -> None:
        """Remember the home page, whose last address is `url`."""
        self._home_url = url
        self._home = guest.glance

    def learn_nothing(self, arrival: Arrival) -> None:
        """Remember how the site answers for an address that cannot exist."""
        end = arrival.end
        if isinstance(end, Known):
            self._nothing_leads_home = end.url == self._home_url
        elif isinstance(end, Exchange) and _is_page(end):
            nothing = pages.glance(end.body, arrival.url, *arrival.hops)
            if not (self._is_shell(nothing) or Guest(end, nothing).is_shell):
                self._nothing = nothing

    def receive(self, arrival: Arrival) -> Guest | Known | Fault:
        """Let in what arrived, or say what it is instead."""
        match arrival.end:
            case Fault() as fault:
                return _block(arrival) or fault
            case Known() as known:
                return self._known(arrival, known)
            case exchange:
                if not _is_page(exchange):
                    return Guest(exchange, None)
                glance = pages.glance(exchange.body, arrival.url, *arrival.hops)
                return self._page(arrival, exchange, glance) or Guest(exchange, glance)

    def _page(self, arrival: Arrival, exchange: Exchange, glance: pages.Glance) -> Fault | None:
        if len(glance.features) < _BLOCK_FEATURES and pages.is_block(exchange.body):
            return Fault(SkipReason.BLOCKED, "a firewall answered")
        final = arrival.hops[-1] if arrival.hops else arrival.url
        if glance.asks_login(unquote(urlsplit(final).path)):
            self._logins.add(final)
            if arrival.hops:
                return Fault(SkipReason.LOGIN, f"leads to the login at {final}")
        if self._home is None or arrival.url == self._home_url:
            return None
        if glance.says_not_found:
            return Fault(
                SkipReason.SOFT_NOT_FOUND, f"says {glance.title or glance.heading!r}"[:120]
            )
        same = self._nothing is not None and pages.same(glance, self._nothing)
        if same and not _is_entrance(arrival.url):
            return Fault(SkipReason.SOFT_NOT_FOUND, "shows what the site shows for any address")
        return None

    def _known(self, arrival: Arrival, known: Known) -> Known | Fault:
        if known.url in self._logins:
            return Fault(SkipReason.LOGIN, f"leads to the login at {known.url}")
        home = self._nothing_leads_home and known.url == self._home_url
        if home and not _is_entrance(arrival.url):
            return Fault(SkipReason.SOFT_NOT_FOUND, "leads to the home page, as any address does")
        return known

    def _is_shell(self, nothing: pages.Glance) -> bool:
        """Is it the empty frame that a script fills? Then being equal to it means nothing."""
        return (
            self._home is not None
            and pages.same(nothing, self._home)
            and nothing.own_words < _SHELL_WORDS
            and len(nothing.features) < _SHELL_FEATURES
        )


def is_shell(exchange: Exchange) -> bool:
    """Is the answer a page that is empty until a script has run?"""
    return _is_page(exchange) and Guest(exchange, pages.glance(exchange.body)).is_shell


def _is_page(exchange: Exchange) -> bool:
    declared = media_type(exchange)
    if kind_by_type(declared) is Kind.PAGE:
        return declared != "" or pages.looks_like_page(exchange.body)
    return declared.startswith("text/") and pages.looks_like_page(exchange.body)


def _is_entrance(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.query and bool(_IS_ENTRANCE.match(parts.path))


def _block(arrival: Arrival) -> Fault | None:
    if not arrival.exchanges:
        return None
    last = arrival.exchanges[-1]
    if last.status in _MAY_BE_BLOCK and pages.is_block(last.body):
        return Fault(SkipReason.BLOCKED, f"a firewall answered {last.status}")
    return None
