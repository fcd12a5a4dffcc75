"""The sentences about links that an office enters, in Thai and English."""

from __future__ import annotations

from collections.abc import Sequence

from oit_audit.judge import words
from oit_audit.model import BetterPage, Item, SeenLink, Status, Text, readable
from oit_audit.words import joined, worded

_ADDRESS = 200
"""Characters of an address that are shown."""

_STEPS = 8
"""Clicks of a way that are shown."""

NOT_ENTERED = worded("no link was entered for this item")
SHOWS_ALL = worded("it shows what the item asks for")
SAYS_NOTHING = worded("it opens, but nothing on it says that it is about this item")
_UNASKED = worded("it was not opened, so nothing can be said")
_OUTSIDE = worded("it lies on a host of others, which was not opened")
_HOME = worded("it is the home page, no direct link to what the item asks for")
_NO_WAY = worded("no clicks lead there from the home page, so an assessor may not count it")
_FOREIGN = worded(
    "it lies outside the organisation's website and no page of that links to it, so an "
    "assessor does not count it"
)
_UNTRIED = worded("whether clicks lead there from the home page was not checked")
UNREACHED = worded("no clicks lead there from the home page")
UNTRIED = worded("not checked")


def not_opened(seen: SeenLink) -> Text:
    """Say why a link was not opened."""
    if seen.reason is not None:
        return words.why(seen.reason)
    return _UNASKED if seen.is_own else _OUTSIDE


def about(item: Item, title: Text, other: str | None) -> Text:
    """Say that a link shows something else: the item `other`, or what only has a title."""
    if other:
        return worded(
            "the link of {item} shows {other} “{title}”", item=item.id, other=other, title=title
        )
    return worded("the link of {item} shows “{title}”", item=item.id, title=title)


def place(seen: SeenLink) -> Text:
    """Say where a link leads as seen from the site; empty when clicks lead there."""
    if seen.is_home:
        return _HOME
    if seen.reachable:
        return Text("", "")
    if seen.reachable is None:
        return _UNTRIED
    return _NO_WAY if seen.is_own else _FOREIGN


def both(first: Text, second: Text) -> Text:
    """Return two clauses as one sentence; either may be empty."""
    if not (first.th and second.th):
        return first if first.th else second
    return worded("{first}; {second}", first=first, second=second)


def by_row(outcomes: Sequence[tuple[SeenLink, Text]]) -> Text:
    """Say of each link, with its row and address, what came of it."""
    said = [
        worded(
            "row {row} {url}: {outcome}",
            row=seen.link.row,
            url=readable(seen.link.url)[:_ADDRESS],
            outcome=outcome,
        )
        for seen, outcome in outcomes
    ]
    return joined(said)


def remedy(
    item: Item, better: BetterPage | None, before: Text, *, entered: bool, met: bool
) -> Text:
    """Say which address to enter instead, and what else is to be done.

    Args:
        item: Which item.
        better: What the visit found; None when nothing better.
        before: What would be said without it.
        entered: Was any link entered?
        met: Do the links show all, so that the address is only more direct?
    """
    if better is None:
        return before
    way = " › ".join(better.click_path[:_STEPS])
    if entered:
        link = worded("Change the link of {item} to {url}", item=item.id, url=better.url)
    else:
        link = worded("Set the link of {item} to {url}", item=item.id, url=better.url)
    if way:
        link = worded("{link} (by {way})", link=link, way=way)
    if met:
        return worded("{link}, which is more direct.", link=link)
    if better.status is Status.MET:
        return worded("{link}.", link=link)
    return worded("{link}. Then: {before}", link=link, before=before)


def no_way(seen: Sequence[SeenLink], before: Text) -> Text:
    """Say how to make links count to which no clicks lead."""
    urls = ", ".join(readable(each.link.url)[:_ADDRESS] for each in seen)
    said = worded(
        "Link {urls} from a page of the organisation's website. {before}", urls=urls, before=before
    )
    return Text(said.th.strip(), said.en.strip())
