"""A web page: its text, tables, pictures, forms and links, each in the part where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from oit_audit.extract._addresses import Addresses, is_paper
from oit_audit.extract._blocks import read_blocks
from oit_audit.extract._detours import straightened
from oit_audit.extract._extractor import MAX_BLOCKS, MAX_LINKS, Extractor, blank
from oit_audit.extract._forms import read_forms
from oit_audit.extract._layout import Layout, lay_out
from oit_audit.extract._legible import judge, lost_letters
from oit_audit.extract._links import Links
from oit_audit.extract._office_page import tidy
from oit_audit.extract._paged import Paged, read_paged
from oit_audit.extract._pictures import read_pictures
from oit_audit.extract._sections import Outline, outline
from oit_audit.extract._surroundings import Surroundings
from oit_audit.extract._tables import DataTable, data_tables
from oit_audit.extract._tree import Tree, flatten
from oit_audit.extract.charset import text_and_codec
from oit_audit.hosts import flipbook
from oit_audit.model import (
    Block,
    Document,
    Legibility,
    Link,
    Media,
    Picture,
    Region,
    Resource,
    Table,
    Via,
    resolve,
)

_FEW_WORDS = 60
"""Characters that a page shows which waits for its scripts."""

_PROGRAM = frozenset({"viewerContainer", "outerContainer"})
"""Ids of the page that is pdf.js, whatever it shows."""


@dataclass(frozen=True)
class _Page:
    """One page, taken apart as far as somebody asks."""

    resource: Resource
    tree: Tree
    layout: Layout
    codec: str
    """The charset that the page is written in, as Python names it."""

    @cached_property
    def tables(self) -> dict[int, DataTable]:
        return data_tables(self.tree, self.layout)

    @cached_property
    def outline(self) -> Outline:
        return outline(self.tree, self.layout)

    @cached_property
    def addresses(self) -> Addresses:
        page = self.resource.final_url
        said = (
            self.tree.get(node, "href")
            for node, tag in enumerate(self.tree.tags if "base" in self.tree.tags else ())
            if tag == "base" and self.tree.get(node, "href")
        )
        base = resolve(page, next(said, "")) or page
        return Addresses(page, base, self.layout.ids, codec=self.codec)

    @cached_property
    def around(self) -> Surroundings:
        return Surroundings(self.tree, self.layout, self.outline, self.tables)

    @cached_property
    def paged(self) -> Paged | None:
        return read_paged(self.tree, self.layout)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return Links(self.tree, self.layout, self.outline, self.addresses, self.around).all()


def _page(resource: Resource, body: bytes) -> _Page:
    text, codec = text_and_codec(body, resource.charset)
    tree = flatten(straightened(text))
    tidy(tree)
    return _Page(resource, tree, lay_out(tree), codec)


def read_links(resource: Resource, body: bytes) -> tuple[Link, ...]:
    """Return the links of a page in reading order."""
    return _page(resource, body).links


def read(resource: Resource, body: bytes) -> Document:
    """Return what a page says."""
    page = _page(resource, body)
    tree, layout, parts = page.tree, page.layout, page.outline
    paged = page.paged
    blocks = paged.blocks if paged else read_blocks(tree, layout, parts, page.tables)
    document = replace(
        blank(
            resource,
            Media.WEBPAGE,
            media_type="text/html",
            pages=len(paged.pages) if paged else 1,
        ),
        title=tree.title,
        blocks=blocks,
        tables=_tables(page),
        pictures=_pictures(page),
        links=page.links,
        forms=read_forms(tree, layout, parts, page.addresses),
        sections=tuple(parts.sections),
    )
    legibility, note = judge(paged.pages) if paged else _legibility(document, page, blocks)
    return replace(document, legibility=legibility, legibility_note=note) if note else document


def _tables(page: _Page) -> tuple[Table, ...]:
    return tuple(
        Table(
            tuple(tuple(row) for row in table.rows),
            f"table {number}",
            page.outline.of[node],
            table.caption,
            page.layout.grids[node].place.region,
        )
        for number, (node, table) in enumerate(page.tables.items(), 1)
    )


def _pictures(page: _Page) -> tuple[Picture, ...]:
    """Return the pictures of a page, and those of pages that a script lets people leaf through."""
    tree = page.tree
    found = read_pictures(tree, page.layout, page.outline, page.addresses, page.around)
    leaves = [url for _, script in tree.shown for url in script.pictures]
    urls = dict.fromkeys(page.addresses.absolute(leaf) for leaf in leaves)
    known = {picture.url for picture in found}
    return found + tuple(
        Picture(url, "", f"picture {number}")
        for number, url in enumerate((url for url in urls if url not in known), len(found) + 1)
    )


def _legibility(
    document: Document, page: _Page, blocks: tuple[Block, ...]
) -> tuple[Legibility, str]:
    """Say whether the page shows itself without scripts, and whole."""
    tree = page.tree
    if tree.cut or len(blocks) >= MAX_BLOCKS or len(document.links) >= MAX_LINKS:
        return Legibility.POOR, "the page is too long: only its beginning was read"
    if note := lost_letters("".join(block.text for block in blocks)):
        return Legibility.POOR, note
    if note := _unseen(document, page):
        return Legibility.POOR, note
    if tree.scripts and not document.tables and not document.pictures:
        framed = any(link.via in {Via.FRAME, Via.EMBED, Via.REFRESH} for link in document.links)
        leads = framed or any(link.url for link in document.links) or document.forms
        if not leads and sum(len(block.text) for block in blocks) <= _FEW_WORDS:
            return Legibility.NONE, "the page shows nothing without its scripts"
    return Legibility.GOOD, ""


def _unseen(document: Document, page: _Page) -> str:
    """Name what shows a paper of which no address is given; empty when nothing does."""
    if page.tree.frames:
        for link in document.links:
            framed = link.via in {Via.FRAME, Via.EMBED} and link.region is Region.MAIN
            if framed and (service := flipbook(link.url)):
                return f"the paper is shown by a flipbook of {service}, whose text cannot be read"
    hides = any(script.hides for _, script in page.tree.shown)
    program = page.layout.ids.keys() >= _PROGRAM and not page.tree.shown
    if not (hides or program) or any(_is_open(link) for link in document.links):
        return ""
    return "a viewer shows a paper whose address only its scripts know"


def _is_open(link: Link) -> bool:
    return link.region is Region.MAIN and is_paper(link.url)


EXTRACTOR = Extractor(
    Media.WEBPAGE,
    ("text/html", "application/xhtml+xml"),
    (".html", ".htm", ".xhtml"),
    read,
    links=read_links,
)
