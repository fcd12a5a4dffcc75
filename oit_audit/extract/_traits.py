"""What the name, role, id and classes of an element say about its part on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from oit_audit.model import Region


@dataclass(frozen=True, slots=True)
class Traits:
    """The part that an element plays."""

    region: Region | None = None
    """Where it puts what is inside; None when it says nothing."""

    card: bool = False
    """Holds one thing: a card, a box, a person."""

    head: bool = False
    """Holds the title of the thing that encloses it."""

    submenu: bool = False
    """Drops down below the entry before it."""

    opener: bool = False
    """Looks like the button of an accordion."""

    opened: bool = False
    """Looks like the part that an accordion opens."""

    menu_button: bool = False
    """Opens the menu of a small screen."""


_ROLES = {
    "navigation": Region.NAVIGATION,
    "menu": Region.NAVIGATION,
    "menubar": Region.NAVIGATION,
    "banner": Region.HEADER,
    "contentinfo": Region.FOOTER,
    "complementary": Region.ASIDE,
    "main": Region.MAIN,
}
_TAGS = {
    "nav": Region.NAVIGATION,
    "header": Region.HEADER,
    "footer": Region.FOOTER,
    "aside": Region.ASIDE,
    "main": Region.MAIN,
}
_PART = (
    r"(?:[-_]?(?:\d+|top|main|area|wrap|wrapper|container|inner|section|content"
    r"|left|right|box|bg))*"
)
_OWNER = r"(?:(?:site|main|top|page|web|global|app|the|my|div|bottom|left|right|primary)[-_]?)*"
_REGIONS = (
    (re.compile(rf"{_OWNER}(?:foot|footer|colophon|copyright){_PART}"), Region.FOOTER),
    (
        re.compile(rf"{_OWNER}(?:side[-_]?bar|aside|widget[-_]area|right[-_]?col(?:umn)?){_PART}"),
        Region.ASIDE,
    ),
    (
        re.compile(
            r"(?:.*[-_])?(?:[a-z]*menu|nav|navbar|topnav|sidenav|navigation|breadcrumbs?)"
            r"(?:s|bar|list|main|top|left|right|\d+|[-_](?!(?:item|link|icon|text|page|tabs|pills)).*)?"
        ),
        Region.NAVIGATION,
    ),
    (
        re.compile(rf"(?!page[-_]?header){_OWNER}(?:header|masthead|topbar|top-bar){_PART}"),
        Region.HEADER,
    ),
)
TELLING = frozenset(_TAGS) | {"article", "figure", "legend", "hgroup"}
"""Elements whose tag alone says something."""

_TABS = frozenset({"nav-tabs", "nav-pills", "tab-content", "tab-pane", "list-group", "tabs"})
_CARD = re.compile(
    r"(?:.*[-_])?(?:card|item|box|post|person|people|member|staff|profile|thumbnail|tile|widget|panel|entry|media|team)\d*"
)
_HEAD = re.compile(
    r"(?:card|panel|box|widget|accordion|entry|section|post|article|block|module|portlet|content|title|item|tab)"
    r"[-_](?:header|heading|head|title|top)|heading|title|head|caption|legend"
)
_SUBMENU = re.compile(
    r"dropdown[-_](?:menu|content)|(?:.*[-_])?sub[-_]?menu.*|mega[-_]?menu.*|children"
)
_OPENER = re.compile(
    r"(?:.*[-_])?(?:accordion|collapsible|toggle|toggler|expander|spoiler|faq[-_]question)"
    r"(?:[-_](?:title|header|heading|button|btn|toggle|trigger|head|link|question|control))*"
)
_OPENED = re.compile(
    r"(?:.*[-_])?(?:panel|content|collapse|collapsible|pane|answer|body|description|detail|details)s?\d*"
)
_MENU_BUTTON = re.compile(
    r"(?:navbar|menu|nav|sidebar|offcanvas|mobile).*[-_]?toggle.*|hamburger.*|.*burger"
)


@lru_cache(maxsize=16_384)
def traits(tag: str, names: str, role: str) -> Traits:
    """Return what an element says of itself; `names` are its id and classes.

    >>> traits("div", "site-footer", "").region
    <Region.FOOTER: 'footer'>
    """
    words = tuple(names.lower().split()[:24])
    return Traits(
        region=_region(tag, words, role),
        card=tag in {"article", "figure"} or _any(_CARD, words),
        head=tag in {"header", "legend", "hgroup"} or _any(_HEAD, words),
        submenu=_any(_SUBMENU, words),
        opener=_any(_OPENER, words),
        opened=_any(_OPENED, words),
        menu_button=_any(_MENU_BUTTON, words),
    )


def _any(pattern: re.Pattern[str], words: tuple[str, ...]) -> bool:
    return any(pattern.fullmatch(word[:60]) for word in words)


def _region(tag: str, words: tuple[str, ...], role: str) -> Region | None:
    if role in _ROLES:
        return _ROLES[role]
    if tag in _TAGS:
        return _TAGS[tag]
    if tag in {"body", "html", "a", "button", "label", "p"} or not _TABS.isdisjoint(words):
        return None
    return next((region for pattern, region in _REGIONS if _any(pattern, words)), None)
