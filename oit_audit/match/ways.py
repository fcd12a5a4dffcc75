"""How clicks lead from the home page to an address that somebody names, however it is spelt."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import urlsplit

from oit_audit.hosts import HostKind, known
from oit_audit.match.graph import SiteGraph
from oit_audit.model import Document, host_of, without_fragment

_STEP = 80

"""Characters of a step in a click path."""


class Ways:
    """Knows the ways through one site."""

    def __init__(self, graph: SiteGraph) -> None:
        self._graph = graph

    def address(self, url: str) -> str:
        """Return the spelling of `url` under which it was seen; itself when under none."""
        bare, mark, fragment = url.partition("#")
        if bare in self._graph.aliases or bare in self._graph.skips:
            return url
        return f"{self._spellings.get(alike(bare), bare)}{mark}{fragment}"

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return {alike(url): url for url in sorted((*self._graph.skips, *self._graph.aliases))}

    def is_own(self, url: str, document: Document | None) -> bool:
        """Does an address lie on the organisation's own website?"""
        if self._graph.is_foreign(document.final_url if document is not None else url):
            return False
        home = host_of(self._graph.home).removeprefix("www.")
        host = host_of(url)
        return document is not None or host == home or host.endswith(f".{home}")

    def clicks(self, url: str, document: Document | None) -> tuple[str, ...]:
        """Return the clicks that lead to an entered link; empty when none are known."""
        paths = self._graph.paths
        if document is not None and document.final_url in paths:
            return paths[document.final_url]
        if document is not None and (twin := self._copies.get(document.sha256)):
            return paths[twin]
        return self._linked.get(alike(without_fragment(url)), ())

    @cached_property
    def _copies(self) -> dict[str, str]:
        """Return by digest an address to which clicks lead: the same page under another one."""
        paths, documents = self._graph.paths, self._graph.documents
        return {d.sha256: url for url in sorted(paths) if (d := documents.get(url)) and d.sha256}

    @cached_property
    def _linked(self) -> dict[str, tuple[str, ...]]:
        """Return the clicks to all that pages link to, seen or not."""
        found: dict[str, tuple[str, ...]] = {}
        for page in self._graph.pages:
            path = self._graph.paths.get(page.final_url)
            for link in page.links if path else ():
                label = (link.text or link.title or link.row or "…").strip()[:_STEP]
                if link.url:
                    found.setdefault(alike(without_fragment(link.url)), (*(path or ()), label))
        return found


def alike(url: str) -> str:
    """Return what the spellings of one address have in common."""
    foreign = known(url)
    if foreign is not None and foreign.export:
        return foreign.export
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("web.")
    social = foreign is not None and foreign.kind is HostKind.SOCIAL
    query = "" if social else f"?{parts.query}"
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}"
