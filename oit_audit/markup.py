"""Strangers' markup, made such that a parser takes it in good time.

HTML lets a page of a few kilobytes ask for hours of work and gigabytes of room: each level is
looked through for every element below it, and what is left open is opened again in every
paragraph. Browsers stop at 512 levels.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import accumulate
from operator import sub

MAX_DEPTH = 2_000
"""Levels. What is left unclosed counts to the end, so this is far above careless pages."""

MAX_OPENED_AGAIN = 500_000
"""Open elements such as `b`, summed over all tags of a page."""

MAX_OPTIONS = 10_000
"""Entries of all list boxes of a page together."""

_OPENED_AGAIN = re.compile(r"</?(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?![\w-])")
"""Source: WHATWG HTML, section 13.2.4.3, formatting elements; an `a` ends the one before it."""

_LEVEL = frozenset(
    {
        "a", "area", "base", "basefont", "bgsound", "body", "br", "button", "caption", "col",
        "colgroup", "dd", "dt", "embed", "frame", "head", "hr", "html", "image", "img", "input",
        "keygen", "li", "link", "meta", "optgroup", "option", "p", "param", "rb", "rp", "rt",
        "rtc", "script", "select", "source", "style", "tbody", "td", "textarea", "tfoot", "th",
        "thead", "title", "tr", "track", "wbr",
    }
)  # fmt: skip
"""Elements that have no inside, or that end where the next of their kind begins."""

_TAG = re.compile(r"</?[a-z][\w-]*", re.IGNORECASE | re.ASCII)
_NO_INSIDE = "<wbr"
"""Takes the place of a tag that is too much; its attributes stay, its end ends nothing."""


class _Steps(dict[str, int]):
    """How much deeper each tag leads, by its beginning in lower case."""

    def __init__(self, level: Collection[str]) -> None:
        super().__init__((f"<{end}{name}", 0) for end in ("", "/") for name in level)

    def __missing__(self, tag: str) -> int:
        return -1 if tag.startswith("</") else 1


_STEPS = _Steps(_LEVEL)


def tamed(html: str) -> str:
    """Return `html` without the tags that are more, or nest deeper, than a page has need of.

    Text, links and attributes stay.

    >>> tamed("<p>plan</p>")
    '<p>plan</p>'
    """
    opened = html.count("<") - html.count("</")
    deep, long = opened > MAX_DEPTH, opened > MAX_OPTIONS
    often = (opened / 2) ** 2 > MAX_OPENED_AGAIN
    if often:
        often = opened * len(_OPENED_AGAIN.findall(html.lower())) > MAX_OPENED_AGAIN
    if not (deep or often or long):
        return html
    tags = [tag.lower() for tag in _TAG.findall(html)]
    dropped: set[int] = set()
    if deep:
        steps = [_STEPS[tag] for tag in tags]
        within = zip(steps, _depths(steps), strict=True)
        dropped.update(
            at for at, (step, depth) in enumerate(within) if step and depth + (step < 0) > MAX_DEPTH
        )
    if often:
        steps = [_STEPS[tag] if _OPENED_AGAIN.match(tag) else 0 for tag in tags]
        if sum(_depths(steps)) > MAX_OPENED_AGAIN:
            dropped.update(at for at, step in enumerate(steps) if step)
    dropped.update([at for at, tag in enumerate(tags) if tag == "<option"][MAX_OPTIONS:])
    return _without(html, dropped) if dropped else html


def _depths(steps: list[int]) -> list[int]:
    """Return how many elements are open at each step; an end too many ends nothing."""
    sums = list(accumulate(steps))
    return list(map(sub, sums, accumulate(sums, min, initial=0)))


def _without(html: str, dropped: set[int]) -> str:
    numbers = iter(range(len(html)))
    return _TAG.sub(lambda tag: _NO_INSIDE if next(numbers) in dropped else tag[0], html)
