"""The papers that a page's scripts and settings give to a viewer."""

from __future__ import annotations

import base64
import binascii
import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from oit_audit.extract._addresses import is_paper
from oit_audit.extract._extractor import MAX_LABEL, folded
from oit_audit.extract._viewers import address_in, is_placeholder

_LONGEST = 300_000
"""Characters of a script or setting that are read."""

_SHORT = 8_192
"""Characters of a script that is remembered: most pages of a site repeat theirs."""

_MOST = 60
"""Papers, and pictures of pages, of one script."""

_TELLING = ("pdf", "PDF", "FB3D", "lip")
"""One of these stands in every script that we read."""

_VIEWER = re.compile(
    r"getDocument|PDFObject|flip|flowpaper|pdf[_-]?(?:url|file|path|link|source|view)|pdfjs|FB3D_"
    r"|option_df",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"""(?<!function )\b(?:getDocument|PDFObject\.embed|flipBook)\s*\(\s*"""
    r"""(?:(["'`])([^"'`\n]{1,2048})\1(?!\s*\+))?"""
)
"""A call that opens a paper, and the address where it is said there."""

_SET = re.compile(
    r"""(?<![\w.$-])(?:[a-z]+[_.])?["']?((?:default_?|guid|pdf|file|doc(?:ument)?|source|src|ur[li]|path|link|book)"""
    r"""(?:[_-]?(?:pdf|file|url|uri|src|source|path|link|doc))*)["']?\s*[:=]\s*(["'`])([^"'`\n]{1,2048})\2(?!\s*\+)""",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"""(["'])([^"'\s<>{}]{1,500}\d[^"'\s/<>{}]{0,80}\.(?:jpe?g|png|webp))\1""")
_FLIPS = re.compile(r"flip|FB3D_", re.IGNORECASE)
_CLIENT_DATA = re.compile(r"""FB3D_CLIENT_DATA\.push\(\s*["']([A-Za-z0-9+/=]{8,200000})["']""")
_TITLE = re.compile(r'"title"\s*:\s*("(?:[^"\\]|\\.){1,600}")')
_HOLDER = re.compile(
    r"""["']#([\w-]{1,80})["']|getElementById\(\s*["']([\w-]{1,80})["']|option_(\w{1,60})\s*="""
    r"""|\.embed\(\s*["']([\w-]{1,80})["']"""
)
_NEAR = 400
"""Characters between a paper and the element that it is shown in."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that a script shows."""

    reference: str
    """Its address as written."""

    holder: str = ""
    """The id of the element that it is shown in; empty when it is not said."""

    title: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """What a script shows."""

    papers: tuple[Paper, ...] = ()
    pictures: tuple[str, ...] = ()
    """Addresses of pictures of pages, in order, where it names no paper."""

    hides: bool = False
    """It opens a paper whose address it does not say."""


def read_script(script: str) -> Script | None:
    """Return what a script shows in a viewer; None when it uses none.

    >>> read_script("PDFObject.embed('/docs/plan.pdf', '#book')").papers
    (Paper(reference='/docs/plan.pdf', holder='book', title=''),)
    """
    return _repeated(script) if len(script) <= _SHORT else _read(script[:_LONGEST])


def _read(text: str) -> Script | None:
    if not any(word in text for word in _TELLING) or not _VIEWER.search(text):
        return None
    text = text.replace("\\/", "/")
    holders = [
        (found.start(), found.group(found.lastindex or 0)) for found in _HOLDER.finditer(text)
    ]
    papers = dict.fromkeys(
        Paper(reference, _holder(holders, place)) for place, reference in sorted(_addresses(text))
    )
    papers.update(dict.fromkeys(_client_data(text)))
    pictures = () if papers or not _FLIPS.search(text) else tuple(_pictures(text))
    hides = (
        not papers and not pictures and any(not found.group(2) for found in _CALL.finditer(text))
    )
    return Script(tuple(papers)[:_MOST], pictures, hides) if papers or pictures or hides else None


_repeated = lru_cache(maxsize=128)(_read)


def papers_in_settings(settings: str) -> tuple[str, ...]:
    r"""Return the addresses of papers in the JSON of an attribute, as written, each once.

    >>> papers_in_settings(r'{"pdfUrl":"https:\/\/town.example\/plan.pdf"}')
    ('https://town.example/plan.pdf',)
    """
    text = settings[:_LONGEST]
    if "pdf" not in text and "PDF" not in text:
        return ()
    if "&quot;" in text:
        text = unescape(text)
    found = sorted(_set(text.replace("\\/", "/")))
    return tuple(dict.fromkeys(reference for _, reference in found))[:_MOST]


def _addresses(text: str) -> Iterator[tuple[int, str]]:
    """Give each paper with its place: where it is opened, and where its address is set."""
    for found in _CALL.finditer(text):
        reference = address_in(_plain(found.group(2) or ""))
        if ("/" in reference or is_paper(reference)) and not is_placeholder(reference):
            yield found.start(), reference
    yield from _set(text)


def _set(text: str) -> Iterator[tuple[int, str]]:
    for found in _SET.finditer(text):
        reference = address_in(_plain(found.group(3)))
        if is_paper(reference) and not _is_picture(reference) and not is_placeholder(reference):
            yield found.start(), reference


def _plain(text: str) -> str:
    """Return a string of a script without its escapes."""
    if "\\u" not in text:
        return text
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text


def _is_picture(reference: str) -> bool:
    return reference.partition("?")[0].lower().endswith((".jpg", ".jpeg", ".png"))


def _pictures(text: str) -> Iterator[str]:
    found = dict.fromkeys(match.group(2) for match in _PICTURE.finditer(text))
    return iter(tuple(found)[:_MOST])


def _client_data(text: str) -> Iterator[Paper]:
    """Give the papers of the WordPress plugin `3D FlipBook`, whose data is BASE64 of JSON."""
    for found in _CLIENT_DATA.finditer(text):
        try:
            data = base64.b64decode(found.group(1)).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
        references = papers_in_settings(data)
        titles = [json.loads(title) for title in _TITLE.findall(data)]
        title = folded(str(titles[0]))[:MAX_LABEL] if len(titles) == len(references) == 1 else ""
        yield from (Paper(reference, title=title) for reference in references)


def _holder(holders: list[tuple[int, str]], place: int) -> str:
    """Return the element that is named next after a place, else last before it."""
    after = bisect_left(holders, (place, ""))
    if after and place - holders[after - 1][0] <= 8:
        return holders[after - 1][1]
    if after < len(holders) and holders[after][0] - place <= _NEAR:
        return holders[after][1]
    if after and place - holders[after - 1][0] <= _NEAR:
        return holders[after - 1][1]
    return ""
