"""Whose site it is, and where, as its own pages say."""

from __future__ import annotations

from collections import Counter

from oit_audit.match.graph import SiteGraph
from oit_audit.thai import fold, organisation_names, places

_TITLE = 5
"""What a name in the home page's title counts against one in its text."""

_PAGES = 200
"""Pages whose titles are asked as well."""

_SHORT = 200
"""Characters of a block that may hold the name of the site."""


def own_name(graph: SiteGraph, given: str | None) -> str:
    """Return the organisation's name: as given, else the one that the home page names most.

    Written out in full; empty when it names no local government.
    """
    if given:
        return given
    home = graph.documents.get(graph.home)
    if home is None:
        return ""
    short = [block.text for block in home.blocks if len(block.text) <= _SHORT]
    short += [page.title for page in graph.pages[1:_PAGES]]
    votes: Counter[str] = Counter()
    written: dict[str, str] = {}
    for weight, text in [(_TITLE, home.title), *((1, text) for text in short)]:
        for name in organisation_names(text):
            key = fold(name.kind + name.place)
            votes[key] += weight
            written.setdefault(key, f"{name.kind}{name.place}")
    return written[max(sorted(votes), key=votes.__getitem__)] if votes else ""


_ADDRESS = 400
"""Characters of a block that may hold an address."""

_SURE = 0.6
"""Share of the pages that name a district and province from which these are the site's."""


def own_place(graph: SiteGraph) -> tuple[str, str] | None:
    """Return the district and province that the site's pages name most; None when they differ.

    Each page has one voice: a footer repeats the address on all of them.
    """
    votes: Counter[tuple[str, str]] = Counter()
    written: dict[tuple[str, str], tuple[str, str]] = {}
    for page in graph.pages[:_PAGES]:
        named = (place for b in page.blocks if len(b.text) <= _ADDRESS for place in places(b.text))
        said = {(fold(p.district), fold(p.province)): (p.district, p.province) for p in named}
        votes.update(said.keys())
        written = said | written
    if not votes:
        return None
    best = max(sorted(votes), key=votes.__getitem__)
    return written[best] if votes[best] >= _SURE * sum(votes.values()) else None
