"""Every link of a page, however it is offered, with what around it says where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from urllib.parse import unquote

from oit_audit.extract._addresses import (
    Addresses,
    in_script,
    is_other_scheme,
    is_paper,
)
from oit_audit.extract._before import Before
from oit_audit.extract._extractor import MAX_LABEL, MAX_LINKS, folded
from oit_audit.extract._layout import Layout
from oit_audit.extract._pictures import code_of_picture
from oit_audit.extract._sections import Outline
from oit_audit.extract._surroundings import Surroundings
from oit_audit.extract._tree import Tree
from oit_audit.extract._viewer_scripts import Paper, papers_in_settings
from oit_audit.extract._viewers import shown_by
from oit_audit.extract._written import written
from oit_audit.model import Link, Region, Via

_SOURCES = {
    "iframe": ("src", Via.FRAME),
    "frame": ("src", Via.FRAME),
    "embed": ("src", Via.EMBED),
    "object": ("data", Via.EMBED),
}
_DATA_KEYS = ("data-href", "data-url", "data-link")
_LATE_SOURCES = ("data-src", "data-lazy-src", "data-litespeed-src", "data-original")
_SPEAKING = frozenset({"onclick", "formaction", "source", "pdf", "src"})
_PARAMETERS = frozenset({"src", "movie", "filename", "url", "file"})
"""Names of the `param` that says what an `object` shows."""

_LIKE_ADDRESS = re.compile(r"[/.?]|^https?%3a", re.IGNORECASE)
_REFRESH = re.compile(
    r"""\s*[\d.]*(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?(?:'([^']*)|"([^"]*)|(.*))""",
    re.IGNORECASE | re.DOTALL,
)
"""Seconds, and where to go. Source: WHATWG HTML, section 4.2.5.3, declarative refresh steps."""

_NOT_FOR_PEOPLE = frozenset(
    {
        "link",
        "meta",
        "form",
        "img",
        "script",
        "base",
        "body",
        "html",
        "video",
        "audio",
        "source",
        "track",
    }
)
_LEADING = frozenset({"a", "area", "meta", "option", "param", *_SOURCES})
"""Elements that may lead somewhere by themselves; others only by a script or by data."""

_IMAGE_NAMES = ("alt", "title", "aria-label")
_LABEL_NODES = 200


class Links:
    """Finds the links of one page."""

    def __init__(
        self,
        tree: Tree,
        layout: Layout,
        outline: Outline,
        addresses: Addresses,
        around: Surroundings,
    ) -> None:
        self._tree, self._layout, self._outline = tree, layout, outline
        self._addresses, self._around = addresses, around
        self._before = Before(tree, layout)

    def all(self) -> tuple[Link, ...]:
        """Return the links in reading order, those that only scripts know last."""
        links: list[Link] = []
        tags = self._tree.tags
        for index, own in enumerate(self._tree.attributes):
            tag = tags[index]
            if not own or (
                tag not in _LEADING and (tag in _NOT_FOR_PEOPLE or _is_mute(tuple(own)))
            ):
                continue
            plain = self._plain(own) if tag == "a" else ""
            for url, via in ((plain, Via.HREF),) if plain else self._targets(index, tag, own):
                if "?" in url or "#" in url or via is Via.FRAME:
                    links += self._offered(index, url, via)
                    continue
                link = self._link(index, url, via)
                if url or link.text or link.title:
                    links.append(link)
            if len(links) >= MAX_LINKS:
                break
        links += self._written()
        for before, script in self._tree.shown:
            papers = (self._scripted_paper(before, paper) for paper in script.papers)
            links += (link for link in papers if link.url)
        return tuple(links[:MAX_LINKS])

    def _written(self) -> Iterator[Link]:
        """Give the addresses that are written out where no link is."""
        for index, said in written(self._tree):
            if url := self._addresses.absolute(said):
                before = self._before.lines(index)
                yield replace(self._link(index, url, Via.WORDS), text="", before=before)

    def _offered(self, index: int, url: str, via: Via) -> Iterator[Link]:
        """Give a link, or instead of a viewer, or beside it, the paper that it shows."""
        shown = shown_by(url)
        framed = via is Via.FRAME and (is_paper(url) or shown is not None)
        if shown is None or not shown.instead:
            yield self._link(index, url, Via.EMBED if framed and shown is None else via)
        if shown is not None:
            yield self._link(index, shown.url, via if shown.instead and not framed else Via.EMBED)

    def _scripted_paper(self, before: int, paper: Paper) -> Link:
        """Return a paper that a script shows, where it shows it or else where it stands."""
        index = self._layout.ids.get(paper.holder, -1)
        if index < 0:
            index = max(0, before - 1)
            if self._layout.places[index].region is not Region.MAIN:
                index = 0
        url = self._addresses.absolute(paper.reference)
        context, section = self._around.context(index), self._outline.of[index]
        region = self._layout.places[index].region
        return Link(url, paper.title, "", "", context, section, region, Via.EMBED)

    def _targets(
        self, index: int, tag: str, own: dict[str, str | None]
    ) -> Iterator[tuple[str, Via]]:
        if tag in {"a", "area"}:
            yield from self._anchor(index, tag, own)
        elif tag in _SOURCES:
            key, via = _SOURCES[tag]
            sources = (own.get(name) for name in (key, *_LATE_SOURCES))
            urls = (self._addresses.absolute(source) for source in sources if source)
            if url := next(filter(None, urls), ""):
                yield url, via
        elif tag == "param":
            value = own.get("value") or ""
            if (own.get("name") or "").lower() in _PARAMETERS and is_paper(value):
                yield self._addresses.absolute(value), Via.EMBED
        elif tag == "meta":
            yield from self._refresh(own)
        elif tag == "option":
            yield from self._option(index, own)
        else:
            yield from self._scripted(index, own)

    def _anchor(
        self, index: int, tag: str, own: dict[str, str | None]
    ) -> Iterator[tuple[str, Via]]:
        """An anchor leads to its address, else to the one in its script or data, else nowhere."""
        if url := self._plain(own):
            yield url, Via.AREA if tag == "area" else Via.HREF
            return
        href = (own.get("href") or "").strip()
        by_script = href.lower().startswith("javascript:")
        if href and not by_script and not href.startswith("#") and is_other_scheme(href):
            return
        found = [*self._scripted(index, own)]
        if by_script and not found and (url := self._addresses.absolute(in_script(href))):
            found = [(url, Via.ONCLICK)]
        if found:
            yield from found
            return
        if index in self._outline.panels.toggles or ("href" not in own and not own.get("onclick")):
            return
        if url := self._addresses.target(href) if href.startswith("#") and href != "#" else "":
            yield url, Via.HREF
        elif not self._opens_menu(index, own):
            yield "", Via.AREA if tag == "area" else Via.HREF

    def _plain(self, own: dict[str, str | None]) -> str:
        """Return the address that an anchor bears itself; empty when it has none of the web."""
        href = (own.get("href") or "").strip()
        if not href or href[0] == "#" or href[:11].lower() == "javascript:":
            return ""
        return self._addresses.target(href)

    def _scripted(self, index: int, own: dict[str, str | None]) -> Iterator[tuple[str, Via]]:
        if index in self._outline.panels.toggles:
            return
        if script := own.get("onclick"):
            url = self._addresses.absolute(in_script(script))
            if url:
                yield url, Via.ONCLICK
                return
        for key, value in own.items():
            if key == "formaction":
                via = Via.FORM
            elif value and value[0] in "{[":
                references = papers_in_settings(value) if key.startswith("data-") else ()
                urls = [self._addresses.absolute(reference) for reference in references]
                yield from ((url, Via.EMBED) for url in urls if url)
                continue
            elif key in _DATA_KEYS or (key.startswith("data-") and is_paper(value or "")):
                via = Via.DATA
            elif self._is_viewer(index, key) and is_paper(value or ""):
                via = Via.EMBED
            else:
                continue
            if url := self._data_address(value or ""):
                yield url, via
                return

    def _is_viewer(self, index: int, key: str) -> bool:
        """Is `key` where a viewer of the page's own making says what it shows?"""
        return key in {"source", "pdf"} or (key == "src" and "-" in self._tree.tags[index])

    def _data_address(self, value: str) -> str:
        text = value.strip()
        if text.startswith(("#", "{", "[")) or not _LIKE_ADDRESS.search(text):
            return ""
        escaped = text.lower().startswith(("http%3a", "https%3a"))
        return self._addresses.absolute(unquote(text) if escaped else text)

    def _refresh(self, own: dict[str, str | None]) -> Iterator[tuple[str, Via]]:
        if (own.get("http-equiv") or "").strip().lower() == "refresh":
            found = _REFRESH.match(own.get("content") or "")
            if found and (url := self._addresses.absolute(found.group(found.lastindex or 0))):
                yield url, Via.REFRESH

    def _option(self, index: int, own: dict[str, str | None]) -> Iterator[tuple[str, Via]]:
        """An entry of a list box that jumps to the chosen page."""
        box = self._layout.places[index].node
        script = (self._tree.get(box, "onchange")).lower()
        if "location" in script or "open" in script:
            value = (own.get("value") or "").strip()
            if ("/" in value or "." in value or "?" in value) and (
                url := self._addresses.target(value)
            ):
                yield url, Via.DATA

    def _opens_menu(self, index: int, own: dict[str, str | None]) -> bool:
        """Is it an entry that only drops a menu down?"""
        if "dropdown" in (own.get("data-toggle") or own.get("data-bs-toggle") or ""):
            return True
        if (
            (own.get("role") or "") in {"button", "tab"}
            and not own.get("onclick")
            and ("data-slide" in own or "data-bs-slide" in own)
        ):
            return True
        place = self._layout.places[index]
        for sublist in self._layout.sublists.get(place.item, ()):
            if sublist > index and self._tree.has_anchor(sublist, self._tree.ends[sublist]):
                return True
        return False

    def _link(self, index: int, url: str, via: Via) -> Link:
        text = self._text(index)
        title = folded(self._tree.attributes[index].get("title") or "")[:MAX_LABEL]
        row = self._around.row(index)
        return Link(
            url=url,
            text=text,
            title="" if title in text else title,
            row=text if row == text else row,  # one string where both are the same
            context=self._around.context(index),
            section=self._outline.of[index],
            region=self._layout.places[index].region,
            via=via,
            before=self._before.lines(index, text),
        )

    def _text(self, index: int) -> str:
        """Return what a person sees or hears of a link."""
        tree = self._tree
        if index in tree.options:
            return tree.options[index]
        end = min(tree.ends[index], index + _LABEL_NODES)
        if text := tree.words(index, end):
            return text[:MAX_LABEL].rstrip()
        names = [tree.get(index, key) for key in ("aria-label", "alt", "title", "value")]
        pictures = [tree.get(i, key) for i in range(index + 1, end) for key in _IMAGE_NAMES]
        named = [*pictures, *names] if tree.tags[index] == "a" else [*names, *pictures]
        if tree.tags[index] in _SOURCES:
            named.append(tree.get(index, "name"))
        if said := next((folded(name)[:MAX_LABEL] for name in named if name), ""):
            return said
        return code_of_picture(tree, index, end) if tree.tags[index] == "a" else ""


@lru_cache(maxsize=4_096)
def _is_mute(names: tuple[str, ...]) -> bool:
    """Is there neither a script nor data among attributes?"""
    return not any(name in _SPEAKING or name.startswith("data-") for name in names)
