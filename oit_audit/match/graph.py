"""The site as a graph: which address is which document, who links to whom, how one clicks there."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from oit_audit.hosts import HostKind, keeper, known
from oit_audit.model import (
    Document,
    Form,
    Link,
    Media,
    Region,
    Resource,
    Skip,
    Snapshot,
    Via,
    host_of,
    without_fragment,
)

HOME_LABEL = "หน้าหลัก"
"""What a click path begins with."""

_CHROME_PAGES = 4
"""Pages from which on we tell a site's frame by what they repeat, not by what they call it."""

_CHROME_SHARE = 0.5
"""Share of the pages that repeat what belongs to none of them."""

_LEAST_REPEATS = 3.0

_FRAME_REPEATS = 8
"""Pages that repeat a link of a menu, header or footer from which it belongs to none of them.

A site has frames of several kinds, and none of them need be on half of its pages.
"""

_LEAST_MAIN = 20
"""Characters outside menu, header and footer from which these are the frame they say they are."""

_STEP = 80
"""Characters of a step in a click path."""

_SHOWN = frozenset({Via.EMBED, Via.FRAME})
_CHROME_REGIONS = frozenset({Region.NAVIGATION, Region.HEADER, Region.FOOTER})


def _alike(text: str, region: Region) -> str:
    """Return what makes two blocks alike: a visitors' counter makes no other footer."""
    return "".join("#" if c.isdigit() else c for c in text) if region in _CHROME_REGIONS else text


def _placed(link: Link) -> tuple[str, str, str, tuple[str, ...]]:
    """Return a link with what stands around it."""
    return link.url, link.text, link.row, link.context[-1:]


def _form_key(form: Form) -> str:
    """Return what makes two forms alike: what they ask and not where they send it.

    One in which a visitor writes at length is like no other: it belongs to its page.
    """
    asked = sorted(f"{field.kind} {field.label}" for field in form.fields)
    if any(field.kind == "textarea" for field in form.fields):
        return ""
    return "\n".join(("form", *asked, *form.buttons))


@dataclass(frozen=True)
class SiteGraph:
    """Documents and the links between them."""

    home: str
    """Canonical address of the home page's document; the seed itself when it was not seen."""

    documents: dict[str, Document]
    """By canonical final address, in the order of the addresses."""

    aliases: dict[str, str]
    """Every address that leads to a document, redirects included, to its final address."""

    skips: dict[str, Skip]
    """By the address that was not seen."""

    def renewed(self, documents: Mapping[str, Document]) -> SiteGraph:
        """Return the graph with other words in some documents, by final address; links stay."""
        new = replace(self, documents={**self.documents, **documents})
        known = vars(self)
        for name in ("_repeats", "_alike_links", "_labels", "inbound", "paths"):
            if name in known:
                vars(new)[name] = known[name]
        vars(new)["_bare"] = {url: page for url, page in self._bare.items() if url not in documents}
        return new

    @cached_property
    def pages(self) -> tuple[Document, ...]:
        """Return the web pages, home first, then by address."""
        pages = [d for d in self.documents.values() if d.media is Media.WEBPAGE]
        return tuple(sorted(pages, key=lambda page: (page.final_url != self.home, page.final_url)))

    def document(self, url: str) -> Document | None:
        """Return the document that `url` leads to; a fragment is ignored."""
        final = self.aliases.get(without_fragment(url))
        return self.documents.get(final) if final else None

    def foreign_host(self, document: Document) -> str:
        """Return the host of somebody else at which the document lies; empty for the site's own."""
        if not self.is_foreign(document.final_url):
            return ""
        foreign = known(document.address)
        if foreign is not None and foreign.kind is not HostKind.SHORTENER:
            return foreign.host
        service = keeper(host_of(document.final_url))
        return service.hosts[0] if service else ""

    def is_foreign(self, url: str) -> bool:
        """Does a service of others, which is not the site's own home, keep what lies at `url`?"""
        service = keeper(host_of(url))
        return service is not None and service != keeper(host_of(self.home))

    def skip(self, url: str) -> Skip | None:
        """Return why `url` was not seen; None when it was, or was never asked."""
        return self.skips.get(without_fragment(url))

    @cached_property
    def _repeats(self) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
        """Return the links and the texts that most pages repeat."""
        links: Counter[tuple[str, str]] = Counter()
        framed: Counter[tuple[str, str]] = Counter()
        texts: Counter[str] = Counter()
        for page in self.pages:
            links.update({(link.url, link.text) for link in page.links})
            framed.update(
                {(link.url, link.text) for link in page.links if link.region in _CHROME_REGIONS}
            )
            texts.update({_alike(block.text, block.region) for block in page.blocks})
            texts.update({picture.url for picture in page.pictures})
            texts.update({_form_key(form) for form in page.forms} - {""})
        if len(self.pages) < _CHROME_PAGES:
            return frozenset(), frozenset()
        least = max(_LEAST_REPEATS, _CHROME_SHARE * len(self.pages))
        return (
            frozenset(
                key
                for key, count in links.items()
                if count >= least or framed[key] >= _FRAME_REPEATS
            ),
            frozenset(key for key, count in texts.items() if count >= least),
        )

    def is_chrome(self, link: Link) -> bool:
        """Is the link part of the frame that most pages share?"""
        repeated, _ = self._repeats
        if len(self.pages) < _CHROME_PAGES:
            return link.region in _CHROME_REGIONS
        return (link.url, link.text) in repeated

    def is_repeated(self, link: Link) -> bool:
        """Do most pages have the link just so, in the same row below the same labels?

        Unlike `is_chrome`, which a table may hold what the menu holds too.
        """
        if not self.is_chrome(link) or len(self.pages) < _CHROME_PAGES:
            return self.is_chrome(link)
        least = max(_LEAST_REPEATS, _CHROME_SHARE * len(self.pages))
        return self._alike_links[_placed(link)] >= min(least, _FRAME_REPEATS)

    @cached_property
    def _alike_links(self) -> Counter[tuple[str, str, str, tuple[str, ...]]]:
        counts: Counter[tuple[str, str, str, tuple[str, ...]]] = Counter()
        for page in self.pages:
            counts.update({_placed(link) for link in page.links if self.is_chrome(link)})
        return counts

    def without_chrome(self, page: Document) -> Document:
        """Return the page without what most pages repeat; other documents as they are."""
        if page.media is not Media.WEBPAGE:
            return page
        cached = self._bare.get(page.final_url)
        if cached is None:
            cached = self._bare[page.final_url] = self._strip(page)
        return cached

    @cached_property
    def _bare(self) -> dict[str, Document]:
        return {}

    def _strip(self, page: Document) -> Document:
        _, repeated = self._repeats
        few = len(self.pages) < _CHROME_PAGES
        main = sum(len(block.text) for block in page.blocks if block.region not in _CHROME_REGIONS)
        framed = main >= _LEAST_MAIN or bool(page.tables)

        def own(region: Region, key: str) -> bool:
            return key not in repeated and not ((few or framed) and region in _CHROME_REGIONS)

        return replace(
            page,
            blocks=tuple(
                b for b in page.blocks if own(b.region, _alike(b.text, b.region)) or b.heading == 1
            ),
            pictures=tuple(p for p in page.pictures if own(p.region, p.url)),
            links=tuple(link for link in page.links if not self.is_chrome(link)),
            forms=tuple(f for f in page.forms if own(f.region, _form_key(f))),
            tables=tuple(t for t in page.tables if not (few and t.region in _CHROME_REGIONS)),
        )

    @cached_property
    def inbound(self) -> Counter[str]:
        """Return, for each final address, how many pages link to it."""
        counts: Counter[str] = Counter()
        for page in self.pages:
            targets = {self.aliases.get(without_fragment(link.url)) for link in page.links}
            counts.update(target for target in targets if target and target != page.final_url)
        return counts

    @cached_property
    def _labels(self) -> dict[str, tuple[str, str]]:
        """Return, for each final address, the first label that leads there and its page."""
        found: dict[str, tuple[str, str]] = {}
        for page in self.pages:
            for link in page.links:
                target = self.aliases.get(without_fragment(link.url)) if link.url else None
                if target and target != page.final_url and (link.text or link.row):
                    found.setdefault(target, (link.text or link.row, page.final_url))
        return found

    def label_of(self, document: Document) -> str:
        """Return the first label that leads to the document; empty when none does."""
        return self._labels.get(without_fragment(document.final_url), ("", ""))[0]

    def hub_of(self, document: Document) -> str:
        """Return the address of the first page that links to the document; empty when none does."""
        return self._labels.get(without_fragment(document.final_url), ("", ""))[1]

    @cached_property
    def paths(self) -> dict[str, tuple[str, ...]]:
        """Return the shortest way to click to each document, as labels from the home page on."""
        found: dict[str, tuple[str, ...]] = {self.home: (HOME_LABEL,)}
        queue = deque([self.home])
        while queue:
            at = queue.popleft()
            page = self.documents.get(at)
            if page is None or not (page.media is Media.WEBPAGE or page.members):
                continue
            for link in page.links:
                target = self.aliases.get(without_fragment(link.url)) if link.url else None
                if target and target not in found:
                    found[target] = (*found[at], *_steps(link))
                    queue.append(target)
        return found


def _steps(link: Link) -> tuple[str, ...]:
    """Return what is clicked; nothing for what the page itself shows."""
    if link.via in _SHOWN and not link.text:
        return ()
    label = (link.text or link.title or link.row or "…").strip()[:_STEP]
    if link.region is Region.NAVIGATION and link.context and link.context[-1] != label:
        return (link.context[-1][:_STEP], label)
    return (label,)


def build_graph(snapshot: Snapshot, documents: Iterable[Document]) -> SiteGraph:
    """Return the graph of what was seen; the order of `documents` does not matter.

    Documents belong to the resources of their final address.
    """
    by_url = {without_fragment(document.final_url): document for document in documents}
    aliases: dict[str, str] = {}
    for resource in snapshot.resources:
        for url in _addresses(resource):
            aliases.setdefault(url, resource.final_url)
    for document in by_url.values():
        if document.within:
            aliases.setdefault(document.url, document.final_url)
            aliases.setdefault(document.final_url, document.final_url)
    skips = {skip.url: skip for skip in snapshot.reach.skipped}
    seed = without_fragment(snapshot.organisation.url)
    return SiteGraph(aliases.get(seed, seed), dict(sorted(by_url.items())), aliases, skips)


def _addresses(resource: Resource) -> tuple[str, ...]:
    return (resource.url, *resource.redirects, resource.final_url)
