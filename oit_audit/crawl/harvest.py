"""What is done with each arrival: kept, written down, and its links offered to the frontier."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import urljoin

from oit_audit.crawl import answers, links, traps
from oit_audit.crawl.answers import Fault, Known
from oit_audit.crawl.borders import Priority, ReadLinks, Sink
from oit_audit.crawl.copies import Copies
from oit_audit.crawl.follow import Arrival
from oit_audit.crawl.frontier import Entry, Frontier
from oit_audit.crawl.ledger import Ledger
from oit_audit.crawl.reception import Guest, Reception
from oit_audit.crawl.urls import Site, host_key
from oit_audit.model import (
    Completion,
    Exchange,
    Link,
    Reach,
    Remark,
    RemarkKind,
    Resource,
    without_fragment,
)
from oit_audit.settings import CrawlSettings


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
    known: dict[str, tuple[Resource, int]]
    """By twin: what was seen, and the entry for which it came."""

    pages: int = 0
    documents: int = 0
    bytes: int = 0
    cut_short: bool = False
    """Had a page more links than we read?"""

    remarks: set[Remark] = field(default_factory=set)
    copies: Copies = field(default_factory=Copies)

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
        frontier = Frontier()
        return cls(
            settings=settings,
            site=Site.around(home),
            sink=sink,
            read_links=read_links,
            priority=priority,
            frontier=frontier,
            ledger=Ledger(frontier),
            traps=traps.Traps(settings.max_pages * 2 // 3),
            reception=Reception(),
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

    def take_in(self, entry: Entry, arrival: Arrival) -> Fault | None:
        """Work through one arrival; a fault is given back, for the caller to try again or skip."""
        for exchange in arrival.exchanges:
            self.keep(exchange)
        result = self.reception.receive(arrival)
        match result:
            case Fault():
                if result.reason.is_absence:
                    self.copies.differs(entry.url, result.reason.value)
                return result
            case Known():
                self.alias(entry, result.url, arrival.hops)
            case Guest():
                self._welcome(entry, arrival, result)
        return None

    def keep(self, exchange: Exchange) -> None:
        """Count one exchange, hand it on, and note what had to be overlooked to get it."""
        self.bytes += len(exchange.body)
        self.sink.store(exchange)
        if exchange.overlooked is not None:
            kind = RemarkKind(exchange.overlooked.value)
            self.remarks.add(Remark(kind, urljoin(exchange.url, "/")))

    def alias(self, entry: Entry, seen: str, hops: tuple[str, ...] = ()) -> None:
        """Write down that `entry` shows what was seen at `seen`."""
        original, first = self.known[self.site.twin(seen)]
        way = (*hops, *original.redirects)
        between = tuple(hop for hop in way if hop not in (entry.url, original.final_url))
        resource = replace(original, url=entry.url, redirects=between, depth=entry.depth)
        self.ledger.saw(entry, resource)
        self.ledger.same_links(entry, first)

    def is_known(self, url: str) -> bool:
        """Was the page of `url` seen, at this address or a twin?"""
        return self.site.twin(url) in self.known

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

    def _welcome(self, entry: Entry, arrival: Arrival, guest: Guest) -> None:
        exchange = guest.exchange
        final = arrival.hops[-1] if arrival.hops else entry.url
        resource = Resource(
            url=entry.url,
            final_url=final,
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
        self.ledger.saw(entry, resource)
        self.known.setdefault(self.site.twin(final), (resource, entry.id))
        self.known.setdefault(self.site.twin(entry.url), (resource, entry.id))
        if guest.glance is None:
            self.documents += 1
            self.copies.differs(entry.url, resource.sha256)
            return
        if entry.id == 0:
            self.reception.learn_home(final, guest)
        copy = self.copies.saw(entry.url, entry.id, resource.sha256, entry.referrer)
        self.pages += copy is None
        if copy is not None and not copy.leads_on:
            self.ledger.same_links(entry, copy.original)
            return
        found = self.read_links(resource, exchange.body)
        leads_on = self._offer_all(entry, found)
        features = guest.glance.features
        self.traps.saw(entry.url, entry.generation, features, leads_on=leads_on)

    def _offer_all(self, entry: Entry, found: tuple[Link, ...]) -> bool:
        """Offer the links of a page; say whether one leads out of its family to something new."""
        limit = self.settings.max_links_per_page
        self.cut_short = self.cut_short or len(found) > limit
        before = len(self.frontier.entries)
        targets = [self._offer_one(entry, link) for link in found[:limit]]
        self.ledger.leads(entry, [target for target in targets if target is not None])
        kin = traps.family(entry.url)
        new = (other.url for other in self.frontier.entries[before:])
        return any(traps.family(url) != kin and not traps.is_calendar(url) for url in new)

    def _offer_one(self, page: Entry, link: Link) -> int | None:
        known = self.frontier.find(without_fragment(link.url))
        if known is not None and not known.waiting:
            return known.id
        url = links.address(link)
        if url is None or not self.site.includes(url):
            return None
        priority = self.priority(link, page.url)
        if not links.is_worth_asking(url, priority):
            return None
        weight = links.weight(link, priority, from_home=page.id == 0)
        depth = page.depth + (not traps.is_next(url, page.url))
        entry = self.offer(url, weight, depth, parent=page)
        return entry.id if entry else None
