"""What is done with each arrival: kept, written down, and its links offered to the frontier."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import urljoin

from oit_audit.crawl import abroad, links, shells, traps
from oit_audit.crawl.answers import Fault, Known
from oit_audit.crawl.borders import Priority, ReadLinks, Sink
from oit_audit.crawl.copies import Copies
from oit_audit.crawl.follow import Arrival
from oit_audit.crawl.frontier import Entry, Frontier
from oit_audit.crawl.ledger import Ledger
from oit_audit.crawl.portraits import Portraits
from oit_audit.crawl.reception import Guest, Reception, resource_of
from oit_audit.crawl.rendering import Drawn
from oit_audit.crawl.urls import Site, host_key
from oit_audit.model import (
    Completion,
    Exchange,
    Link,
    Reach,
    Remark,
    RemarkKind,
    Resource,
    SkipReason,
    without_fragment,
)
from oit_audit.settings import CrawlSettings

_HOPELESS = 20
"""Pages of a host that stayed empty, and none that did not, from which no more are asked."""

_MAX_OFFERED = 20_000
"""Links that are known when they come again: the menu is among the first."""


@dataclass(slots=True)
class Harvest:
    """Counts, and everything that one visit gathers. Used by one thread at a time."""

    settings: CrawlSettings
    site: Site
    sink: Sink
    read_links: ReadLinks
    priority: Priority
    frontier: Frontier
    ledger: Ledger
    traps: traps.Traps
    reception: Reception
    portraits: Portraits
    known: dict[str, tuple[Resource, int]]
    """By twin: what was seen, and the entry for which it came."""

    pages: int = 0
    documents: int = 0
    bytes: int = 0
    cut_short: bool = False  # had a page more links than we read?
    hidden: Counter[str] = field(default_factory=Counter)
    """By host: pages that stayed empty, for want of a browser or in spite of one."""

    plain: set[str] = field(default_factory=set)
    """Hosts with pages that need no browser."""

    routes: bool = False
    """Has a page that a browser drew links that only its scripts can follow?"""

    remarks: set[Remark] = field(default_factory=set)
    copies: Copies = field(default_factory=Copies)
    goes_on: bool = True
    """Are the links of pages followed, and not only what pages show of themselves?"""

    offered: dict[int, tuple[Link, Entry]] = field(default_factory=dict)
    """By the identity of a link, which stays alive here: what it leads to."""

    @classmethod
    def around(
        cls,
        home: str,
        settings: CrawlSettings,
        sink: Sink,
        read_links: ReadLinks,
        priority: Priority,
    ) -> Self:
        """Return an empty harvest of the site whose home page is `home`."""
        frontier, site = Frontier(), Site.around(home)
        return cls(
            settings=settings,
            site=site,
            sink=sink,
            read_links=read_links,
            priority=priority,
            frontier=frontier,
            ledger=Ledger(frontier),
            traps=traps.Traps(settings.max_pages * 2 // 3),
            reception=Reception(),
            portraits=Portraits(frontier, site),
            known={},
        )

    def bring_home(
        self, why_partly: str | None, requests: int
    ) -> tuple[tuple[Resource, ...], Reach]:
        """Return everything that was seen, and how much that is."""
        resources, skips = self.ledger.close()
        partly = Completion.PARTLY if resources else Completion.NONE
        reach = Reach(
            completion=partly if why_partly else Completion.FULL,
            reason=why_partly,
            requests=requests,
            pages=self.pages,
            documents=self.documents,
            bytes=self.bytes,
            skipped=skips,
            remarks=tuple(sorted(self.remarks, key=lambda remark: (remark.kind, remark.url))),
        )
        return resources, reach

    def keep(self, exchange: Exchange) -> None:
        """Count one exchange, hand it on, and note what had to be overlooked to get it."""
        self.bytes += 0 if exchange.rendered else len(exchange.body)
        self.sink.store(exchange)
        if exchange.overlooked is not None:
            kind = RemarkKind(exchange.overlooked.value)
            self.remarks.add(Remark(kind, urljoin(exchange.url, "/")))

    def take_in(self, entry: Entry, arrival: Arrival) -> Fault | Guest | None:
        """Work through one arrival.

        A fault is given back, for the caller to try again or skip; a guest that is empty until a
        script has run as well, for the caller to come back with what a browser made of it.
        """
        for exchange in arrival.exchanges:
            self.keep(exchange)
        foreign = entry.foreign is not None and not self.site.includes(arrival.final)
        result = abroad.received(arrival) if foreign else self.reception.receive(arrival)
        home = self.reception.home_url
        match result:
            case Fault():
                if abroad.goes_on(self.frontier, entry, arrival):
                    return None
                if result.reason.is_absence:
                    self.copies.differs(entry.url, result.reason.value)
                return result
            case Known():
                self.alias(entry, result.url, arrival.hops)
            case Guest() if result.is_shell or (entry.id == 0 and result.leads_nowhere):
                self._remark(arrival)
                return result
            case Guest() if self.reception.is_home(entry.url, result) and self.is_known(home):
                self.alias(entry, home, arrival.hops)
            case Guest():
                self._welcome(entry, arrival, result)
        return None

    def take_in_drawn(
        self, entry: Entry, arrival: Arrival, raw: Guest, drawn: Drawn | Fault
    ) -> Fault | None:
        """Work through what a browser made of the page `raw` that came with `arrival`."""
        if isinstance(drawn, Fault):
            if drawn.reason is not SkipReason.NEEDS_BROWSER:
                return drawn
            self._hide(entry, arrival, raw, drawn.detail)
            return None
        self.keep(drawn.exchange)
        whole = self.whole(arrival, drawn)
        if drawn.withheld and whole.end is drawn.exchange and shells.is_bare(drawn.exchange.body):
            self._hide(entry, whole, Guest(drawn.exchange, raw.glance), drawn.withheld[0])
            return None
        result = self.reception.receive(whole)
        match result:
            case Fault():
                return result
            case Known():
                self.alias(entry, result.url, whole.hops)
            case Guest():
                self._welcome(entry, whole, result)
        return None

    def whole(self, arrival: Arrival, drawn: Drawn) -> Arrival:
        """Return `arrival` with what a browser made of its page, or where its scripts led."""
        hops = (*arrival.hops, *drawn.hops)
        led_on = bool(drawn.hops) and self.is_known(hops[-1])
        end = Known(hops[-1]) if led_on else drawn.exchange
        return Arrival(arrival.url, (drawn.exchange,), end, hops)

    def alias(self, entry: Entry, seen: str, hops: tuple[str, ...] = ()) -> None:
        """Write down that `entry` shows what was seen at `seen`."""
        original, first = self.known[self._twin(seen)]
        way = (*hops, *original.redirects)
        between = tuple(hop for hop in way if hop not in (entry.url, original.final_url))
        resource = replace(original, url=entry.url, redirects=between, depth=entry.depth)
        self.ledger.saw(entry, resource)
        self.ledger.same_links(entry, first)

    def is_known(self, url: str) -> bool:
        """Was the page of `url` seen, at this address or a twin?"""
        return self._twin(url) in self.known

    def _twin(self, url: str) -> str:
        return self.site.twin(url if self.site.includes(url) else abroad.twin(url))

    def is_hopeless(self, host: str) -> bool:
        """Do all pages of `host` need a browser, as far as many of them can tell?"""
        return self.hidden[host] >= _HOPELESS and host not in self.plain

    def offer(self, url: str, priority: float, depth: int, *, parent: Entry | None) -> Entry | None:
        """Offer an address of the site to the frontier."""
        home = parent is None or parent.id == 0
        kin = parent is not None and traps.family(url) == traps.family(parent.url)
        return self.frontier.offer(
            url,
            (host_key(url), links.kind_by_name(url) is not links.Kind.PAGE),
            priority,
            depth=depth,
            generation=parent.generation + 1 if parent and kin and not home else 0,
            referrer=parent.url if parent else None,
        )

    def _hide(self, entry: Entry, arrival: Arrival, guest: Guest, why: str) -> None:
        """Write down a page that stays empty; where its links lead is looked at all the same."""
        self.hidden[host_key(arrival.final)] += 1
        self.ledger.skip(entry, SkipReason.NEEDS_BROWSER, why)
        if entry.id == 0:
            self.reception.learn_home(arrival.final, guest)
        self._offer_all(
            entry, self.read_links(resource_of(entry, arrival, guest), guest.exchange.body)
        )

    def _remark(self, arrival: Arrival) -> None:
        """Remark once for each host that it has pages which are empty without a browser."""
        home = urljoin(arrival.final, "/")
        kind = RemarkKind.NEEDS_BROWSER
        if host_key(home) not in {host_key(r.url) for r in self.remarks if r.kind is kind}:
            self.remarks.add(Remark(kind, home))

    def _welcome(self, entry: Entry, arrival: Arrival, guest: Guest) -> None:
        final, resource = arrival.final, resource_of(entry, arrival, guest)
        self.ledger.saw(entry, resource)
        self.known.setdefault(self._twin(final), (resource, entry.id))
        self.known.setdefault(self._twin(entry.url), (resource, entry.id))
        if guest.glance is None:
            self.documents += 1
            self.copies.differs(entry.url, resource.sha256)
            if not entry.foreign:  # at services of others nothing is followed
                self._offer_all(entry, self.read_links(resource, guest.exchange.body))
            return
        if not resource.rendered:
            self.plain.add(host_key(final))
        if entry.id == 0:
            self.reception.learn_home(final, guest)
        copy = self.copies.saw(entry.url, entry.id, resource.sha256, entry.referrer)
        self.pages += copy is None
        if copy is not None and not copy.leads_on:
            self.ledger.same_links(entry, copy.original)
            return
        found = self.read_links(resource, guest.exchange.body)
        leads_on = self._offer_all(entry, found)
        self.routes |= resource.rendered and any(links.is_route(link) for link in found)
        features = guest.glance.features
        self.traps.saw(entry.url, entry.generation, features, leads_on=leads_on)

    def _offer_all(self, entry: Entry, found: tuple[Link, ...]) -> bool:
        """Offer the links of a page; say whether one leads out of its family to something new."""
        limit = self.settings.max_links_per_page
        self.cut_short = self.cut_short or len(found) > limit
        before = len(self.frontier.entries)
        targets = [self._offer_one(entry, link) for link in found[:limit]]
        new = [other.url for other in self.frontier.entries[before:] if not other.foreign]
        targets += self.portraits.offer(entry, found)
        self.ledger.leads(entry, [target for target in targets if target is not None])
        kin = traps.family(entry.url)
        return any(traps.family(url) != kin and not traps.is_calendar(url) for url in new)

    def _offer_one(self, page: Entry, link: Link) -> int | None:
        _, known = self.offered.get(id(link), (None, None))
        if known is not None and _is_all_said(known, page):
            return known.id
        known = self.frontier.find(without_fragment(link.url))
        if known is not None and not known.waiting:
            return known.id
        url = links.address(link)
        if url is None or not (self.goes_on or link.via in links.SHOWN):
            return None
        if not self.site.includes(url):
            return abroad.offer(self.frontier, page, url, lambda: self.priority(link, page.url))
        priority = self.priority(link, page.url)
        if not links.is_worth_asking(url, priority):
            return None
        weight = links.weight(link, priority, from_home=page.id == 0)
        depth = page.depth + (not traps.is_next(url, page.url))
        entry = self.offer(url, weight, depth, parent=page)
        if entry is not None and len(self.offered) < _MAX_OFFERED:
            self.offered[id(link)] = (link, entry)
        return entry.id if entry else None


def _is_all_said(known: Entry, page: Entry) -> bool:
    """Is there nothing to add to an entry that was offered by the same link before?

    The home page says most for its links, and comes first.
    """
    near = known.generation == 0 and known.depth <= page.depth
    return not known.waiting or (near and page.id != 0)
