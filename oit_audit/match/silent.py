"""Scans behind links that say nothing: what they are is known only to whoever reads them."""

from __future__ import annotations

from oit_audit.match.graph import SiteGraph
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.naming import speaking_label
from oit_audit.match.sheets import context_of
from oit_audit.model import Document, Legibility, Link, Media, without_fragment
from oit_audit.thai import fold


def silent_scans(graph: SiteGraph, lexicon: Lexicon, own_name: str) -> tuple[Document, ...]:
    """Return the PDFs without text whose links, and all that stands around them, are neutral.

    A heading that only names the organisation says nothing either. They come by address.
    """
    name = fold(own_name)
    scans = {
        url
        for url, document in graph.documents.items()
        if document.media is Media.PDF and document.legibility is Legibility.NONE
    }
    linked: set[str] = set()
    for page in graph.pages if scans else ():
        for link in page.links:
            target = graph.aliases.get(without_fragment(link.url)) if link.url else None
            if target not in scans:
                continue
            linked.add(target)
            if _speaks(page, link, lexicon, name):
                scans.discard(target)
    return tuple(graph.documents[url] for url in sorted(scans & linked))


def _speaks(page: Document, link: Link, lexicon: Lexicon, name: str) -> bool:
    """Does the link, or a label that encloses it, say anything?"""
    if speaking_label(link, lexicon) is not None:
        return True
    around = (label for label in context_of(page, link) if not (name and name in fold(label)))
    return any(not lexicon.is_neutral(label) for label in around)
