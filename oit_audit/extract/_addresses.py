"""From what an attribute or script says to an address."""

from __future__ import annotations

import re
import string
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from oit_audit.model import resolve, without_fragment

MAX_ADDRESS = 2_048
PAPERS = r"(?:pdf|docx?|rtf|xls[xm]?|pptx?|pps|odt|ods|odp|csv|zip|rar|7z|jpe?g|png)"
_PAPER = re.compile(rf"\.{PAPERS}(?:$|[?#])", re.IGNORECASE)
_IN_SCRIPT = re.compile(
    r"""(?:\blocation(?:\.href)?\s*=|\blocation\.(?:assign|replace)\s*\(|\bopen\s*\()\s*(["'])([^"']{1,2048})\1(?!\s*\+)"""
)
_FILE_IN_SCRIPT = re.compile(
    rf"""\w\s*\(\s*(["'])([^"'\s]{{1,2048}}\.(?:{PAPERS}|html?|php|aspx?)(?:[?\#][^"']{{0,500}})?)\1(?!\s*\+)""",
    re.IGNORECASE,
)
_OTHER_SCHEME = re.compile(r"\s*(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:[/\\]{2}", re.IGNORECASE)


class Addresses:
    """Resolves what one page says against its base."""

    def __init__(self, page: str, base: str, ids: dict[str, int], *, codec: str = "utf-8") -> None:
        self.page = without_fragment(page)
        self._codec = "utf-8" if codec.startswith("utf-16") else codec
        self._ids = ids
        self._base = base
        parts = urlsplit(base)
        self._origin = f"{parts.scheme}://{parts.netloc}/"
        self._folder = without_fragment(base).partition("?")[0].rpartition("/")[0] + "/"
        if len(self._folder) <= len(self._origin):
            self._folder = self._origin

    def absolute(self, reference: str) -> str:
        """Return what `reference` means: canonical, fragment kept; empty when no address."""
        text = reference.strip()
        if not text or len(text) > MAX_ADDRESS:
            return ""
        if self._codec != "utf-8" and not text.isascii():
            text = self._query_as_sent(text)
        if text[0] in "?#" or text.startswith("//"):
            return resolve(self._base, text) or ""
        if text[0] == "/" or _SCHEME.match(text):
            return _resolve(self._origin, text)
        return _resolve(self._folder, text)

    def _query_as_sent(self, reference: str) -> str:
        """Return `reference`, its query escaped as browsers do it on a page in this charset.

        Source: WHATWG URL, section 4.4, query state.
        """
        place, mark, fragment = reference.partition("#")
        path, question, query = place.partition("?")
        sent = quote(query, safe=string.punctuation, encoding=self._codec, errors="replace")
        return f"{path}{question}{sent}{mark}{fragment}"

    def target(self, reference: str) -> str:
        """Return where a link leads; empty when it leads nowhere.

        A fragment of the page itself leads somewhere only when an element bears its name.
        """
        url = self.absolute(reference)
        address, mark, fragment = url.partition("#")
        if mark and address == self.page and self.named(fragment) is None:
            return ""
        return url

    def named(self, fragment: str) -> int | None:
        """Return the element that `fragment` names on this page."""
        found = self._ids.get(fragment)
        return self._ids.get(unquote(fragment)) if found is None else found


@lru_cache(maxsize=65_536)
def _resolve(base: str, reference: str) -> str:
    return resolve(base, reference) or ""


def is_other_scheme(reference: str) -> bool:
    """Does it lead out of the web (`mailto:`, `tel:`) or into a script?

    >>> is_other_scheme("tel:021234567"), is_other_scheme("news.php?id=a:b")
    (True, False)
    """
    return _OTHER_SCHEME.match(reference) is not None


def in_script(script: str) -> str:
    """Return the plain address in a script; empty when there is none.

    >>> in_script("window.open('/a.pdf'); return false")
    '/a.pdf'
    >>> in_script("location.href='/view/' + id")
    ''
    """
    text = script[:4_096]
    found = _IN_SCRIPT.search(text) or _FILE_IN_SCRIPT.search(text)
    return found.group(2).strip() if found else ""


def is_paper(reference: str) -> bool:
    """Does the address end like a document or picture?"""
    return _PAPER.search(reference) is not None
