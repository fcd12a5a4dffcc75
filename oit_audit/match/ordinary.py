"""Pages and papers of the same topic that never speak of corruption: any complaint, any risk.

A form for complaints about roads stands behind a label that promises one about corruption. Its own
name is of the topic, and its words tell that it is the ordinary thing. Where we have not seen all
that it says, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oit_audit.match.graph import SiteGraph
from oit_audit.match.lexicon import Lexicon
from oit_audit.model import Document, Legibility, Link, Media, Via

_SAYS = 60
"""Characters beside its first name from which a document says what it is; a form says so too."""

_SAYS_BESIDE_PICTURES = 240
"""The same where pictures may hold the words that count."""

_LONGEST = 100_000
"""Characters of a document that are read."""

_SHOWN = frozenset({Via.EMBED, Via.FRAME})


def ordinary(
    document: Document, names: Sequence[str], concept: str, graph: SiteGraph, lexicon: Lexicon
) -> str | None:
    """Return the look-alike that a document held out for `concept` is by what it never says.

    Args:
        document: the page without its frame, the part of a page, or the paper that is held out.
        names: how it names itself.
        concept: what it is held out for.
        graph: of the site; a part of a page is told by all that the page says.
        lexicon: understands the words.
    """
    alike = next((other for other in lexicon.ordinary if concept in other.concepts), None)
    named = frozenset[str]().union(*map(lexicon.aspects, names)) if alike else frozenset[str]()
    if alike is None or named.isdisjoint(alike.when) or not named.isdisjoint(alike.unless):
        return None
    held = graph.document(document.url) if document.media is Media.WEBPAGE else None
    whole = graph.without_chrome(held) if held is not None else document
    if whole.legibility is not Legibility.GOOD or any(_is_unread(x, graph) for x in whole.links):
        return None
    said = tuple(_said(whole))
    length = sum(map(len, said)) - len(next(iter(names), ""))
    least = _SAYS_BESIDE_PICTURES if whole.pictures else 0 if whole.forms else _SAYS
    speaks = lexicon.finder(alike.unless).has
    if not least <= length <= _LONGEST or any(
        map(speaks, (*names, *said, whole.title, whole.file_name))
    ):
        return None
    return alike.name


def _said(document: Document) -> Iterator[str]:
    """Yield all that a document says, its links and forms included."""
    yield from (block.text for block in document.blocks)
    for table in document.tables:
        yield from (cell for row in table.rows for cell in row)
    for form in document.forms:
        yield from (field.label for field in form.fields)
        yield from form.buttons
    for link in document.links:
        yield from (text for text in (link.text, link.title) if text)
    yield from (picture.alt for picture in document.pictures)


def _is_unread(link: Link, graph: SiteGraph) -> bool:
    """Is what the link shows or opens unknown, or a picture of words?"""
    if not link.url:
        return False
    target = graph.document(link.url)
    if target is None:
        return link.via in _SHOWN
    return target.legibility is not Legibility.GOOD
