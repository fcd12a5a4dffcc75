"""What one page or file says, whatever its type."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Media(StrEnum):
    """What the bytes are."""

    WEBPAGE = "webpage"
    PDF = "pdf"
    WORD = "word"
    SPREADSHEET = "spreadsheet"
    PRESENTATION = "presentation"
    IMAGE = "image"
    ARCHIVE = "archive"
    TEXT = "text"
    OTHER = "other"


class Legibility(StrEnum):
    """Can the words be read?"""

    GOOD = "good"
    POOR = "poor"
    """Some words are damaged; absence of a word proves nothing."""

    NONE = "none"
    """A scan, a picture, a broken or locked file."""


class Region(StrEnum):
    """Where on a page, as far as its own markup says."""

    MAIN = "main"
    NAVIGATION = "navigation"
    HEADER = "header"
    FOOTER = "footer"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Section:
    """A labelled part of a document: an accordion panel, a tab, a card, or what follows a heading.

    Section 0 is the whole document. Sections form a tree by `parent`; parents come before their
    children.
    """

    label: str
    """As the page says it: the button of a panel, the text of a heading."""

    parent: int
    """Index of the enclosing section; -1 for section 0."""

    level: int
    """0 for the whole, else 1 to 6 as headings count; a panel counts below its heading."""

    anchor: str | None = None
    """The fragment that opens it; None when it has none."""

    panel: bool = False
    """An accordion panel, tab or card: the label opens the content, rather than stands above it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text: a paragraph, heading, list item, line or page of a file."""

    text: str
    """White space folded to single spaces; never empty."""

    where: str
    """For people: `h2`, `p`, `li`, `page 3`, `sheet ข้อมูล row 4`."""

    section: int = 0
    heading: int = 0
    """1 to 6 for a heading, else 0."""

    region: Region = Region.MAIN


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, spans filled in; the first row is the header unless the page says so."""

    rows: tuple[tuple[str, ...], ...]
    where: str
    section: int = 0
    caption: str = ""
    region: Region = Region.MAIN


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on a page."""

    url: str
    """Absolute; empty when inline data."""

    alt: str
    where: str
    section: int = 0
    region: Region = Region.MAIN
    near: str = ""
    """Text of the smallest enclosing card, cell or figure: whose picture it is."""


class Via(StrEnum):
    """How a page offers a link."""

    HREF = "href"
    AREA = "area"
    FRAME = "frame"
    ONCLICK = "onclick"
    DATA = "data"
    REFRESH = "refresh"
    EMBED = "embed"
    FORM = "form"
    WORDS = "words"
    """An address written out, which nobody can click."""

    PORTRAIT = "portrait"
    """A photo that stands by somebody's name and post: only whether it is there matters."""


@dataclass(frozen=True, slots=True)
class Link:
    """One occurrence of a link, with everything around it that says what it leads to."""

    url: str
    """Absolute and canonical, fragment kept; empty when it leads nowhere (`#`, a script)."""

    text: str
    """What a person sees: text, else alt, title or aria-label of the element or of its picture."""

    title: str = ""
    """The title attribute when it says more than `text`."""

    row: str = ""
    """The text of the smallest enclosing table row, list item or card, the link's own included.

    At most 300 characters.
    """

    context: tuple[str, ...] = ()
    """Enclosing headings, menu entries, panel titles and column headers, outermost first."""

    section: int = 0
    region: Region = Region.MAIN
    via: Via = Via.HREF
    before: tuple[str, ...] = ()
    """The lines of text just before a link of few words, the nearest last; longer links have none.

    Short words of other links are left out; a link of many words ends the lines.
    """


@dataclass(frozen=True, slots=True)
class Field:
    """One input of a form."""

    label: str
    kind: str
    """`text`, `textarea`, `password`, `file`, …"""

    choices: tuple[str, ...] = ()
    """What a list offers to choose from."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form on a page."""

    action: str
    """Absolute; the page itself when it says nothing."""

    method: str
    fields: tuple[Field, ...]
    buttons: tuple[str, ...]
    where: str
    section: int = 0
    region: Region = Region.MAIN


@dataclass(frozen=True, slots=True)
class Document:
    """What one page or file says."""

    url: str
    """The address that a person can open; with fragment when it is a part of a page."""

    final_url: str
    media: Media
    title: str
    """`<title>`, the file's own title property, or empty."""

    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    """Their cells are not repeated in `blocks`."""

    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    forms: tuple[Form, ...] = ()
    sections: tuple[Section, ...] = (Section("", -1, 0),)
    legibility: Legibility = Legibility.GOOD
    legibility_note: str = ""
    """Why it cannot be read, one clause in English; empty when it can."""

    file_name: str = ""
    """Last part of the address or the name the server gave, escapes undone."""

    media_type: str = ""
    """What the bytes are, as a media type."""

    sha256: str = ""
    fetched_at: datetime | None = None
    pages: int = 1
    """Pages of a paper, sheets of a workbook."""

    recognised: bool = False
    """Were its words recognised in pictures of them?"""

    within: str = ""
    """Address of the file that it lies in, which a person can open; empty for all others."""

    members: tuple[Document, ...] = ()
    """What lies in it, in its own order: each has an address like `…/year.zip!/january.pdf`."""

    def __post_init__(self) -> None:
        if not self.sections or self.sections[0].parent != -1:
            raise ValueError("section 0 is the whole document")

    def __hash__(self) -> int:
        """Return a hash that costs the same for any document: much is remembered by document."""
        sizes = (len(self.blocks), len(self.tables), len(self.links))
        return hash((self.url, self.title, self.sha256, *sizes))

    @property
    def address(self) -> str:
        """Return what a person can open to see it: for what lies in a file, that file."""
        return self.within or self.url

    def place(self, where: str) -> str:
        """Return `where` on it, for people; for what lies in a file, with its name.

        >>> Document("a", "a", Media.PDF, "", file_name="may.pdf", within="b").place("page 2")
        'may.pdf: page 2'
        """
        return f"{self.file_name}: {where}" if self.within else where

    def inside(self, section: int) -> frozenset[int]:
        """Return `section` and all sections below it."""
        found = {section}
        for index, candidate in enumerate(self.sections):
            if candidate.parent in found:
                found.add(index)
        return frozenset(found)

    def part(self, section: int) -> Document:
        """Return what stands in `section` and below, as a document titled by its label."""
        if section == 0:
            return self
        inside = self.inside(section)
        chosen = self.sections[section]
        anchor = chosen.anchor
        return replace(
            self,
            url=f"{self.url.partition('#')[0]}#{anchor}" if anchor else self.url,
            title=chosen.label,
            blocks=tuple(part for part in self.blocks if part.section in inside),
            tables=tuple(part for part in self.tables if part.section in inside),
            pictures=tuple(part for part in self.pictures if part.section in inside),
            links=tuple(part for part in self.links if part.section in inside),
            forms=tuple(part for part in self.forms if part.section in inside),
        )
