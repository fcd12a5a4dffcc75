"""Links of a PDF: places that a reader can click, and addresses that are written out."""

from __future__ import annotations

import ctypes
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2
from pypdfium2 import raw

from oit_audit.extract._extractor import MAX_LABEL, folded
from oit_audit.extract._mended import mended
from oit_audit.model import Link, resolve

MAX_LINKS = 200
MAX_PAGES = 50
"""Pages in which places to click are sought when only these are wanted."""

MAX_ADDRESS = 2_048
_SHORT = 25
"""Characters of a label, such as `download`, up to which its line may say more."""

_ROWS_ABOVE = 3
"""Lines above a link that may name it."""

_MOST_ABOVE = 600
"""Characters of such lines."""

_MOST_ON_PAGE = 300


@dataclass(slots=True)
class LinkReader:
    """Gathers the links of a paper, each address once."""

    paper: Any
    base: str
    """The address of the paper."""

    found: dict[str, Link] = field(default_factory=dict)

    @property
    def links(self) -> tuple[Link, ...]:
        """Return what was found, in reading order."""
        return tuple(self.found.values())

    def annotated(self, page: Any, text: Any = None) -> None:
        """Add the places to click on a page; its text page is opened when none is given."""
        places = self._places(page)
        if places and text is None:
            with closing(page.get_textpage()) as opened:
                self._add_places(places, opened)
        elif places:
            self._add_places(places, text)

    def written(self, text: Any, said: str) -> None:
        """Add the addresses that are written out in the text page `text`, which says `said`."""
        handle = raw.FPDFLink_LoadWebLinks(text)
        try:
            for index in range(min(raw.FPDFLink_CountWebLinks(handle), _MOST_ON_PAGE)):
                size = raw.FPDFLink_GetURL(handle, index, None, 0)
                if 1 < size <= MAX_ADDRESS:
                    room = (ctypes.c_ushort * size)()
                    raw.FPDFLink_GetURL(handle, index, room, size)
                    address = bytes(room).decode("utf-16-le", "replace").rstrip("\0")
                    url = self._new(address)
                    if url and url not in self.found:
                        line, above = _line_of(address, said)
                        self.found[url] = Link(
                            url, _label(address), row=_label(line), before=_lines(above)
                        )
        finally:
            raw.FPDFLink_CloseWebLinks(handle)

    def _places(self, page: Any) -> list[tuple[str, raw.FS_RECTF]]:
        """Return where each place to click on a page leads, and its rectangle."""
        found: list[tuple[str, raw.FS_RECTF]] = []
        if not raw.FPDFPage_GetAnnotCount(page) or len(self.found) >= MAX_LINKS:
            return found
        position, link = ctypes.c_int(0), raw.FPDF_LINK()
        for _ in range(_MOST_ON_PAGE):
            if not raw.FPDFLink_Enumerate(page, position, link):
                break
            rectangle = raw.FS_RECTF()
            address = self._target(link)
            if address and raw.FPDFLink_GetAnnotRect(link, rectangle):
                found.append((address, rectangle))
        return found

    def _target(self, link: Any) -> str:
        """Return the address of a link as the paper says it; empty when it stays in the paper."""
        action = raw.FPDFLink_GetAction(link)
        if not action:
            return ""
        match raw.FPDFAction_GetType(action):
            case raw.PDFACTION_URI:
                size = raw.FPDFAction_GetURIPath(self.paper, action, None, 0)
                room = ctypes.create_string_buffer(min(size, MAX_ADDRESS))
                raw.FPDFAction_GetURIPath(self.paper, action, room, len(room))
                return _address(room.value) if size <= MAX_ADDRESS else ""
            case raw.PDFACTION_REMOTEGOTO | raw.PDFACTION_LAUNCH:
                size = raw.FPDFAction_GetFilePath(action, None, 0)
                room = ctypes.create_string_buffer(min(size, MAX_ADDRESS))
                raw.FPDFAction_GetFilePath(action, room, len(room))
                path = _address(room.value).replace("\\", "/")
                beside = path and ":" not in path and not path.startswith("/")
                return path if beside and size <= MAX_ADDRESS else ""
            case _:
                return ""

    def _add_places(self, places: list[tuple[str, raw.FS_RECTF]], text: Any) -> None:
        before = ""
        for address, at in places:
            low, high = sorted((at.bottom, at.top))
            url = self._new(address)
            if not url or (url in self.found and url != before):
                continue
            before = url
            words = _label(text.get_text_bounded(at.left, low, at.right, high))
            known = self.found.get(url)
            if known is None:
                short = len(words) <= _SHORT or "://" in words
                row = _label(text.get_text_bounded(bottom=low, top=high)) if short else ""
                above = text.get_text_bounded(bottom=high, top=high + _ROWS_ABOVE * (high - low))
                lines = _lines(above) if short else ()
                self.found[url] = Link(url, words, row="" if row == words else row, before=lines)
            elif words not in known.text:  # a label that goes on in the next line
                whole = f"{known.text} {words}".strip()[:MAX_LABEL]
                self.found[url] = replace(known, text=whole)

    def _new(self, address: str) -> str:
        """Return what an address means here; empty when it is none, or one too many."""
        url = resolve(self.base, address) or ""
        fits = url.startswith(("http://", "https://")) and len(url) <= MAX_ADDRESS
        room = url in self.found or len(self.found) < MAX_LINKS
        return url if fits and room else ""


def _label(said: str) -> str:
    return folded(mended(said))[:MAX_LABEL]


def _address(told: bytes) -> str:
    try:
        return told.decode()
    except UnicodeDecodeError:
        return told.decode("cp874", "ignore")


def _line_of(address: str, said: str) -> tuple[str, str]:
    """Return the line in which an address is written, and what stands above it; empty when none."""
    written = address.partition("://")[2] or address
    at = said.find(written)
    if at < 0:
        return "", ""
    start = said.rfind("\n", 0, at) + 1
    end = said.find("\n", at)
    return said[start : end if end >= 0 else len(said)], said[max(0, start - _MOST_ABOVE) : start]


def _lines(above: str) -> tuple[str, ...]:
    """Return the last lines of what stands above a link, without the addresses among them."""
    lines = (_label(line) for line in above[-_MOST_ABOVE:].splitlines())
    said = [line for line in lines if line and "://" not in line]
    return tuple(dict.fromkeys(said))[-_ROWS_ABOVE:]


def annotated_links(paper: Any, base: str) -> tuple[Link, ...]:
    """Return the places to click in the first pages of a paper whose address is `base`."""
    reader = LinkReader(paper, base)
    for number in range(min(len(paper), MAX_PAGES)):
        try:
            with closing(paper[number]) as page:
                reader.annotated(page)
        except pypdfium2.PdfiumError:
            continue
    return reader.links
