"""Which of the links a page offers may be followed, and what they probably lead to."""

from __future__ import annotations

import posixpath
import re
from enum import Enum, auto
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from oit_audit.model import Link, Region, Via, without_fragment

EVIDENCE = 0.5
"""Priority from which a picture is worth a request."""

SHOWN = frozenset({Via.EMBED, Via.FRAME, Via.REFRESH})
"""Links that nobody need click: a browser opens them with the page."""

_ON_HOME = 0.3
_IN_MENU_OF_HOME = 0.6

_DOCUMENTS = frozenset(
    {
        "7z", "bz2", "csv", "doc", "docm", "docx", "dot", "dotx", "gz", "mht", "mhtml", "odp",
        "ods", "odt", "pdf", "pps", "ppsx", "ppt", "pptm", "pptx", "rar", "rtf", "tar", "tgz",
        "txt", "xls", "xlsb", "xlsm", "xlsx", "xz", "zip",
    }
)  # fmt: skip
_IMAGES = frozenset({"bmp", "gif", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp"})
_UNREAD = frozenset(
    {
        "ai", "apk", "atom", "avi", "css", "dmg", "eot", "exe", "flv", "ico", "iso", "js",
        "m4a", "m4v", "map", "mjs", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "msi", "ogg",
        "otf", "psd", "rss", "swf", "ttf", "wav", "webm", "wma", "wmv", "woff", "woff2", "xsl",
    }
)  # fmt: skip
_ACTS = re.compile(
    r"(?:^|[/?&=_.-])(?:log-?_?out|sign-?_?out|delete|destroy|remove|unsubscribe|add[-_]?to[-_]?cart)"
    r"(?:$|[/?&=_.-])",
    re.IGNORECASE,
)
_VARIANTS = re.compile(
    r"[?&](?:print=1|tmpl=component|replytocom=|share=|format=feed|type=rss|ical=)|/feed/?$",
    re.IGNORECASE,
)


class Kind(Enum):
    """What a link probably leads to."""

    PAGE = auto()
    DOCUMENT = auto()
    IMAGE = auto()
    UNREAD = auto()
    """Video, sound, style, script, font, program: nothing that we read."""


@lru_cache(maxsize=8_192)
def kind_by_name(url: str) -> Kind:
    """Guess from the end of the path; without a telling end it is a page.

    >>> kind_by_name("http://town.example/a/%E0%B9%81%E0%B8%9C%E0%B8%99.PDF ").name
    'DOCUMENT'
    """
    path = unquote(urlsplit(url).path).strip().lower()
    suffix = posixpath.splitext(path)[1].lstrip(".")
    if suffix in _DOCUMENTS:
        return Kind.DOCUMENT
    if suffix in _IMAGES:
        return Kind.IMAGE
    return Kind.UNREAD if suffix in _UNREAD else Kind.PAGE


def kind_by_type(media_type: str) -> Kind:
    """Tell from what the server says; without a word it is a page."""
    if media_type in ("", "text/html", "application/xhtml+xml"):
        return Kind.PAGE
    main, _, sub = media_type.partition("/")
    if main == "image":
        return Kind.IMAGE
    if main in ("video", "audio", "font") or sub in ("css", "javascript", "x-javascript"):
        return Kind.UNREAD
    return Kind.DOCUMENT


def address(link: Link) -> str | None:
    """Return the address to ask for `link`, or None when it must not or need not be asked."""
    url = without_fragment(link.url)
    if not url or link.via is Via.FORM or _acts(url) or kind_by_name(url) is Kind.UNREAD:
        return None
    return url


def is_route(link: Link) -> bool:
    """Is `link` followed by the scripts of the page itself, such as `#/about`?"""
    return urlsplit(link.url).fragment.startswith(("/", "!/"))


def is_worth_asking(url: str, priority: float) -> bool:
    """Is `url` worth a request? A picture only is when its link looks like evidence."""
    return priority >= EVIDENCE or kind_by_name(url) is not Kind.IMAGE


def weight(link: Link, priority: float, *, from_home: bool) -> float:
    """Return how soon `link` should be asked, 0 to 1.

    Evidence comes first; the menu of the home page comes early whatever it is called, so that the
    breadth of the site is known before its depth.
    """
    value = min(1.0, max(0.0, priority))
    if link.via in (Via.REFRESH, Via.FRAME):
        return 1.0
    if _VARIANTS.search(link.url):
        return min(value, 0.05)
    if not from_home:
        return value
    menu = link.region in (Region.NAVIGATION, Region.HEADER)
    return max(value, _IN_MENU_OF_HOME if menu else _ON_HOME)


def _acts(url: str) -> bool:
    """Does `url` do something rather than show something? Only the path and the query can say."""
    parts = urlsplit(url)
    return bool(_ACTS.search(f"{parts.path}?{parts.query}"))
