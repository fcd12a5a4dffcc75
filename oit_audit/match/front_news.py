"""News that stand on the home page alone: a box of dated links under a word for news.

Where such a box has a heading of its own it is a part of the page like any other. Often it has
none: bold words in a cell, a line above a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oit_audit.match.graph import HOME_LABEL, SiteGraph
from oit_audit.match.labels import LabelKind
from oit_audit.match.lexicon import Lexicon
from oit_audit.model import Block, Candidate, Document, Link, Region
from oit_audit.thai import MentionKind, mentions

NEWS = "news"

_BLOCKS = 600
"""Blocks of a home page that are looked at."""

_LONGEST = 2_000
"""Characters of a block in which dates are sought."""

_HEADING = 60
"""Characters of the words above a box."""

_ENTRIES = 40
"""Blocks that may belong to one box."""

_LEAST = 2
"""Dated links from which it is a list of news."""

_FACE = 6
"""Characters of a link's words by which it is found in its line."""

_MARKS = " *-–—•·:|>([.\t"


def front_news(graph: SiteGraph, lexicon: Lexicon) -> Candidate | None:
    """Return the box of news on the home page, as a part of it; None when there is none."""
    home = graph.documents.get(graph.home)
    if home is None:
        return None
    blocks = [block for block in home.blocks if block.region is Region.MAIN][:_BLOCKS]
    links = [link for link in home.links if link.region is Region.MAIN and link.url]
    for index, block in enumerate(blocks):
        label = _label(block, lexicon)
        if not label:
            continue
        taken = _entries(blocks[index:], links)
        inside = [row for each in taken for row in _rows(each, links)]
        listed = tuple(link for link in links if any(_names(link, each) for each in inside))
        if sum(map(_dates, inside)) >= _LEAST and len({link.url for link in listed}) >= _LEAST:
            part = replace(
                home,
                title=label,
                blocks=tuple(inside),
                links=listed,
                tables=(),
                forms=(),
                pictures=(),
            )
            return _held_out(part, label, lexicon)
    return None


def _held_out(part: Document, label: str, lexicon: Lexicon) -> Candidate:
    score = lexicon.understand(label, LabelKind.HEADING).score(NEWS)
    return Candidate(
        NEWS,
        part,
        label,
        score,
        score,
        None,
        click_path=(HOME_LABEL, label),
        offers=len(part.links),
        live_links=len(part.links),
        is_part=True,
    )


def _label(block: Block, lexicon: Lexicon) -> str:
    """Return the word for news that a block is or begins with; empty when it does not."""
    text = block.text[:_LONGEST]
    first = next((m for m in mentions(text) if m.kind is MentionKind.DATE), None)
    head = text.partition(first.quote)[0] if first else text
    head = head.strip(_MARKS)
    if not 0 < len(head) <= _HEADING:
        return ""
    return head if NEWS in lexicon.understand(head, LabelKind.HEADING).concepts else ""


def _entries(blocks: Sequence[Block], links: Sequence[Link]) -> list[Block]:
    """Return the first block and those after it that hold a date or a link, up to the next box."""
    taken = [blocks[0]]
    for block in blocks[1:_ENTRIES]:
        if block.heading or not (_dates(block) or any(_names(link, block) for link in links)):
            break
        taken.append(block)
    return taken


def _rows(block: Block, links: Sequence[Link]) -> list[Block]:
    """Return a block with several links as the rows that end with each of them."""
    ends = sorted(block.text.find(x.text) + len(x.text) for x in links if _names(x, block))
    if len(ends) < _LEAST:
        return [block]
    starts = [0, *ends[:-1]]
    pieces = (block.text[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return [replace(block, text=piece) for piece in pieces if piece]


def _names(link: Link, block: Block) -> bool:
    return len(link.text) >= _FACE and link.text in block.text


def _dates(block: Block) -> int:
    """Return how many days a block names."""
    return sum(m.kind is MentionKind.DATE for m in mentions(block.text[:_LONGEST]))
