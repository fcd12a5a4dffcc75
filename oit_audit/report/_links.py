"""What the entered links show, as a table on a terminal; narrow ones get a list."""

from __future__ import annotations

from rich.box import HORIZONTALS
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from oit_audit.model import Audit, Language, LinkVerdict
from oit_audit.report._clean import address, plain
from oit_audit.report._say import said
from oit_audit.report._wrap import Column
from oit_audit.report.locale import Words

TABLE = 76
"""Cells from which there is a table at all."""


def links_table(audit: Audit, words: Words, language: Language, width: int) -> RenderableType:
    """Return the links in the order of their rows, with what each shows and what is better."""
    title = Text(words.entered_links, style="bold")
    if width < TABLE:
        return Group(title, *(_stacked(link, words, language) for link in audit.links), Text(""))
    table = Table(box=HORIZONTALS, expand=True, pad_edge=False, header_style="bold")
    table.add_column(Text(words.row.format(row="").strip()), no_wrap=True, justify="right")
    table.add_column(Text(words.item), no_wrap=True)
    table.add_column(Column(words.entered_links), ratio=4)
    table.add_column(Column(words.link_outcome), ratio=5)
    for link in audit.links:
        table.add_row(
            Text("–" if link.row is None else str(link.row)),
            Text(plain(link.item, 8)),
            Column(_address(link)),
            Column(_says(link, words, language)),
        )
    return Group(Text(""), title, table)


def _stacked(link: LinkVerdict, words: Words, language: Language) -> RenderableType:
    row = "" if link.row is None else words.row.format(row=link.row)
    head = Text.assemble((plain(link.item, 8), "bold"), f"  {row}")
    return Group(
        head,
        Column(_address(link), indent=2),
        Column(_says(link, words, language), indent=2),
    )


def _address(link: LinkVerdict) -> str:
    return "–" if link.url is None else f"{_mark(link)} {address(link.url, 100)}"


def _mark(link: LinkVerdict) -> str:
    return "?" if link.opens is None else "✔" if link.opens else "✘"


def _says(link: LinkVerdict, words: Words, language: Language) -> str:
    outcome = plain(said(link.outcome, language), 160)
    if link.better is None:
        return outcome
    status = words.statuses[link.better.status]
    return f"{outcome} → {words.better_page} ({status}): {address(link.better.url, 100)}"
