"""From the address of a viewer to the address of the paper that it shows."""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from oit_audit.extract._addresses import is_other_scheme, is_paper
from oit_audit.model import host_of, resolve

_KEYS = frozenset(
    {
        "book", "doc", "doc_url", "docurl", "document", "f", "file", "file_url", "filename",
        "filepath", "fileurl", "link", "loc", "path", "pdf", "pdf_file", "pdf_url", "pdffile",
        "pdfurl", "source", "src", "url",
    }
)  # fmt: skip
"""Keys of a query that hold the address of a paper."""

_SERVICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "docs.google.com": (r"(?:/a/[^/]+)?/(?:viewer|viewerng/viewer|gview)", ("url",)),
    "drive.google.com": (r"/(?:viewer|viewerng/viewer)", ("url",)),
    "facebook.com": (r"(?:/v[\d.]+)?/plugins/(?:fan|likebox|page)\.php", ("href",)),
    "google.com": (r"/url", ("q", "url")),
    "heyzine.com": (r"/api1.*", ("pdf",)),
    "l.facebook.com": (r"/l\.php", ("u",)),
    "view.officeapps.live.com": (r"/op/(?:embed|view)\.aspx", ("src",)),
    "viewer.zoho.com": (r"/(?:api/urlview|docs/urlview)\.do", ("url",)),
}
"""Hosts that show, or lead on to, whatever address stands in a query: path and keys."""

_PROGRAM = re.compile(
    r"/[^/]*(?:view|read|flip|book|pdf|show|embed)[^/]*\.html?$|/viewerjs/|/admin-ajax\.php$"
    r"|/plugins/.*/(?:viewer|index)\.php$",
    re.IGNORECASE,
)
"""Paths of viewers that are nothing but a program in the visitor's browser."""

_BEGINNING = re.compile(r"[?&#][\w\[\]-]{1,20}=|/viewerjs/|\.html?#", re.IGNORECASE)
_ESCAPED_SLASH = re.compile(r"%(?:25)*(?:2f|3a)", re.IGNORECASE)
_NO_ADDRESS = re.compile(r"""[<>{}"|^`\x00-\x1f]|^\s*(?:null|undefined|\$\w)""")
_CODED = re.compile(r"[A-Za-z0-9+/_-]{16,2048}={0,2}")
_PLACEHOLDERS = frozenset(
    {
        "compressed.tracemonkey-pldi-09.pdf", "demo.pdf", "dummy.pdf", "example.pdf",
        "helloworld.pdf", "pdf-sample.pdf", "pdf-test.pdf", "sample.pdf", "test.pdf",
        "tracemonkey.pdf", "yourfile.pdf", "your-file.pdf",
    }
)  # fmt: skip
"""Names of the papers that come with a viewer or its instructions."""

_DEMO_HOSTS = frozenset(
    {
        "africau.edu", "api.printnode.com", "cdn.mozilla.net", "example.com", "example.org",
        "mozilla.github.io", "orimi.com", "pdfobject.com", "planetpdf.com", "unec.edu.az",
        "w3.org",
    }
)  # fmt: skip
_DEMO_PATHS = re.compile(r"/mozilla/pdf\.?js/|/(?:dflip|flipbook|turnjs4?)/(?:demo|sample)s?/")


@dataclass(frozen=True, slots=True)
class Shown:
    """The paper that a viewer's address carries."""

    url: str
    """Absolute and canonical, fragment kept."""

    instead: bool
    """The viewer is a program that shows this paper and nothing else."""


@lru_cache(maxsize=16_384)
def shown_by(url: str) -> Shown | None:
    """Return the paper that the address of a viewer carries; None when it carries none.

    >>> shown_by("https://town.example/pdfjs/web/viewer.html?file=../../docs/plan.pdf")
    Shown(url='https://town.example/docs/plan.pdf', instead=True)
    """
    if not _BEGINNING.search(url):
        return None
    parts = urlsplit(url)
    if service := _SERVICES.get(host_of(url).removeprefix("www.")):
        path, keys = service
        if not re.fullmatch(path, parts.path):
            return None
        values = (value for key, value in parse_qsl(parts.query) if key.lower() in keys)
        inner = next(filter(None, map(_absolute, values)), "")
        return Shown(inner, instead=True) if inner else None
    program = _PROGRAM.search(parts.path) is not None
    for value in _values(parts.query, parts.fragment if program else ""):
        if not (is_paper(value) or (program and "/" in value)):
            continue
        if not program and "/" not in value:
            return None  # only the server knows its folder
        inner = resolve(parts._replace(query="", fragment="").geturl(), value) or ""
        if inner and not is_placeholder(inner):
            return Shown(inner, instead=program)
    return None


def _values(query: str, fragment: str) -> list[str]:
    """Return what may be the address of a paper, as written there."""
    found = [value for key, value in parse_qsl(query) if key.lower() in _KEYS]
    if "=" in fragment:
        found += [value for key, value in parse_qsl(fragment) if key.lower() in _KEYS]
    elif is_paper(fragment):
        found.append(fragment)
    return [said for value in found if (said := address_in(value))]


def address_in(value: str) -> str:
    """Return the address that stands in `value`, escapes and BASE64 undone; empty when none does.

    >>> address_in("%2Fdocs%2Fplan.pdf"), address_in("L2RvY3MvcGxhbi02Ni5wZGY=")
    ('/docs/plan.pdf', '/docs/plan-66.pdf')
    """
    text = value.strip()
    for _ in range(3):
        if "/" in text or not _ESCAPED_SLASH.search(text):
            break
        text = unquote(text)
    if not is_paper(text) and _CODED.fullmatch(text):
        text = _decoded(text) or text
    if not text or _NO_ADDRESS.search(text) or is_other_scheme(text):
        return ""
    return text


def _decoded(text: str) -> str:
    """Return the address behind BASE64; empty when there is none."""
    padded = text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4)
    try:
        plain = base64.b64decode(padded.replace("-", "+").replace("_", "/"), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
    is_address = plain.startswith(("http://", "https://")) or is_paper(plain)
    return plain if is_address and plain.isprintable() else ""


def _absolute(value: str) -> str:
    """Return the whole address in a query of a service; empty when it is none."""
    text = address_in(value)
    if text.startswith("//"):
        text = f"http:{text}"
    if not text.lower().startswith(("http:", "https:")):
        return ""
    inner = resolve(text, "") or ""
    return "" if is_placeholder(inner) else inner


def is_placeholder(url: str) -> bool:
    """Is it a paper that came with the viewer, not one of the office?

    >>> is_placeholder("http://town.example/pdfjs/web/compressed.tracemonkey-pldi-09.pdf")
    True
    """
    parts = urlsplit(url)
    if (parts.hostname or "").removeprefix("www.") in _DEMO_HOSTS:
        return True
    name = posixpath.basename(parts.path).lower()
    return name in _PLACEHOLDERS or _DEMO_PATHS.search(parts.path) is not None
