"""A first glance at a page: is it what was asked for, or a way to say *no*?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from oit_audit.markup import tamed
from oit_audit.thai.normalize import fold

_MAX_BYTES = 2_000_000
_LITTLE = 400
"""Characters outside links and menus that a page of apology may have."""

_SAYS_NOT_FOUND = (
    "ไม่พบหน้า", "ไม่พบเพจ", "ไม่พบเนื้อหา", "ไม่พบไฟล์", "ไม่พบเอกสาร", "ไม่พบสิ่งที่",
    "ไม่มีหน้านี้", "ไม่มีหน้าเว็บ", "ไม่พบข้อมูลที่ค้นหา", "ไม่พบข้อมูลที่ท่าน",
    "ไม่พบข้อมูลที่คุณ", "ไม่พบข้อมูลที่ต้องการ", "หน้าที่คุณค้นหาไม่", "หน้าที่ท่านค้นหาไม่",
    "หน้าที่คุณต้องการไม่", "หน้าที่ท่านต้องการไม่", "404 not found", "404 error", "error 404",
    "404 ไม่พบ", "ข้อผิดพลาด 404", "page not found", "file not found", "object not found",
    "page cannot be found", "page can't be found", "page doesn't exist", "page does not exist",
    "nothing found here",
)  # fmt: skip
_IS_NOT_FOUND = ("404", "not found", "ไม่พบข้อมูล", "ขออภัย ไม่พบข้อมูล", "ไม่มีข้อมูลหน้านี้")
"""What must be the whole of a title, or of one part of it."""

_SAYS_LOGIN = (
    "เข้าสู่ระบบ", "เข้าใช้งานระบบ", "ลงชื่อเข้า", "ล็อกอิน", "ล็อคอิน", "login", "log on",
    "sign in",
)  # fmt: skip
_PARTS = re.compile(r"\s*[|–—:»·•]\s*|\s+-\s+")
_LOGIN_PATH = re.compile(
    r"(?:^|[/?&=_.-])(?:wp-login|log-?_?[io]n|sign-?_?in|auth|เข้าสู่ระบบ)(?:$|[/?&=_.-])",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    rb"cf-chl|cf-browser-verification|challenge-platform|_Incapsula_Resource|Incapsula incident"
    rb"|sucuri_cloudproxy|Sucuri Website Firewall|The requested URL was rejected|Web Page Blocked!"
    rb"|FortiGuard|This request has been blocked|ddos-guard|mod_security|Wordfence|Imunify360"
    rb"|Attention Required! \| Cloudflare|<title>Just a moment|Checking your browser"
    rb"|errors(?:\.|&#46;)edgesuite(?:\.|&#46;)net|Request blocked\.[\s\S]{0,800}cloudfront"
    rb"|captcha-delivery\.com|px-captcha|NinjaFirewall|BitNinja",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_ASIDE = ["a", "nav", "header", "footer", "aside", "select", "button", "form", "title"]


@dataclass(frozen=True, slots=True)
class Glance:
    """What a page says at first sight."""

    title: str
    heading: str
    """The first h1."""

    own_words: int
    """Characters outside links, menus, header and footer; a rough measure."""

    features: frozenset[int]
    """Its lines, links and pictures, numbers left out; equal pages have equal features."""

    asks_password: bool

    @property
    def says_not_found(self) -> bool:
        """Does it say, with status 200, that there is nothing here?"""
        if self.own_words > _LITTLE:
            return False
        return _not_found(self.title) or _not_found(self.heading)

    def asks_login(self, path: str) -> bool:
        """Is it a page whose business is to let people in? `path` as a person reads it."""
        if not self.asks_password:
            return False
        named = any(_says(text, _SAYS_LOGIN) for text in (self.title, self.heading))
        return named or bool(_LOGIN_PATH.search(path))


def glance(body: bytes, *asked: str) -> Glance:
    """Look at a page. Whatever the bytes are, there is an answer.

    Args:
        body: What the server sent.
        asked: Addresses that were asked for; a page that only echoes them says nothing by it.
    """
    tree = LexborHTMLParser(tamed(_without_echo(_text(body[:_MAX_BYTES]), asked)))
    title_node = tree.css_first("title")
    heading_node = tree.css_first("h1")
    title = _plain(title_node.text()) if title_node else ""
    heading = _plain(heading_node.text()) if heading_node else ""
    password = tree.css_first("input[type=password i]") is not None
    shown = "\n".join(
        value
        for node in tree.css("a[href], img[src], iframe[src], frame[src]")
        if (value := (own := node.attributes).get("href") or own.get("src"))
    )
    tree.strip_tags(["script", "style", "template"])
    lines = {line.strip() for line in _numberless(f"{shown}\n{_words(tree)}").splitlines()}
    tree.strip_tags(_ASIDE)
    own_words = len("".join(_words(tree).split()))
    features = frozenset(hash(line) for line in lines if line)
    return Glance(title, heading, own_words, features, password)


def text_of(body: bytes) -> str:
    """Return the letters of a page, read as far as a glance reads."""
    return _text(body[:_MAX_BYTES])


def looks_like_page(body: bytes) -> bool:
    """Do the first bytes of an answer without a telling type look like HTML?"""
    start = body[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<!doctype html") or b"<html" in start


def is_block(body: bytes) -> bool:
    """Is this the page of a firewall that takes us for a nuisance?"""
    return len(body) < 100_000 and _BLOCK.search(body) is not None


def same(left: Glance, right: Glance) -> bool:
    """Do two pages say and show the same? One more picture makes another page."""
    titles = (_numberless(look.title).split() for look in (left, right))
    return left.features == right.features and next(titles) == next(titles)


def _without_echo(text: str, asked: tuple[str, ...]) -> str:
    for url in asked:
        parts = urlsplit(url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        if len(path) > 1:
            for spelling in (path, unquote(path), quote(path, safe=""), quote(url, safe="")):
                text = text.replace(spelling, "")
    return text


def _words(tree: LexborHTMLParser) -> str:
    return tree.body.text(separator="\n") if tree.body else ""


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp874", errors="replace")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _numberless(text: str) -> str:
    return _DIGITS.sub("", text)


@lru_cache(maxsize=4_096)
def _not_found(text: str) -> bool:
    parts = {fold(part) for part in (text, *_PARTS.split(text))}
    return _says(text, _SAYS_NOT_FOUND) or not parts.isdisjoint(map(fold, _IS_NOT_FOUND))


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    folded = fold(text[:300])
    return any(fold(phrase) in folded for phrase in phrases)
