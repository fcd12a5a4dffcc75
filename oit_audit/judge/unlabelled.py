"""Where nothing else was found: pages that show what is asked, though no label says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from oit_audit.judge.elements import Bench, Showing
from oit_audit.judge.sift import Sifted, sift
from oit_audit.model import Candidate, Item, Matches, Text
from oit_audit.words import worded

_ENOUGH = 2
"""Binding elements that together show what a page is about, whatever it is called."""

_FAINT = 0.4
"""Score from which a label may mean the item."""

_MOST = 24
"""Pages that are looked at, each by itself: what nothing names is not put together."""

_NAME = 100
"""Characters of a name that are quoted."""


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """A page that nothing calls by the item's name."""

    sifted: Sifted
    showing: Showing
    """Of all elements, or of none that binds."""


def unlabelled(bench: Bench, matches: Matches) -> Unlabelled | None:
    """Return the page that shows all that binds, or whose faint label is all there is to go by.

    None when there is neither.
    """
    item = bench.item
    binding = sum(element.basis.binds for element in item.elements)
    open_to_all = binding >= _ENOUGH
    named = {c.document.url for c in matches.unclaimed if _is_faint(c)}
    looked_at = tuple(c for c in matches.unclaimed if open_to_all or c.document.url in named)
    sieve = sift(item, replace(matches, candidates=looked_at), bench.fiscal_year, {})
    faint = [each for each in sieve.right if _is_faint(each.candidate)]
    for sifted in (sieve.right if open_to_all else faint)[:_MOST]:
        showing = bench.show([sifted.candidate])
        if not (binding and (showing.absent or showing.untold)):
            return Unlabelled(sifted, showing)
    return None


def _is_faint(candidate: Candidate) -> bool:
    return max(candidate.label_score, candidate.own_score) >= _FAINT


def shown_unlabelled(item: Item, candidate: Candidate) -> Text:
    """Say that a page shows all elements under a name of its own."""
    name = candidate.label or candidate.document.title
    return worded(
        "“{name}” shows every element, though its name does not say “{title}”; please make "
        "sure, and call it by the name of the item",
        name=name[:_NAME],
        title=item.title,
    )


def perhaps_unlabelled(item: Item, candidate: Candidate) -> Text:
    """Say that a page may be meant, and that a person must look."""
    name = candidate.label or candidate.document.title
    return worded(
        "“{name}” may be “{title}”, but its name is not clear; a person must look",
        name=name[:_NAME],
        title=item.title,
    )
