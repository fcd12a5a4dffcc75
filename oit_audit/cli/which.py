"""`oit-audit which`: which concept and item a label, title or file name stands for, and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from oit_audit.checklists import default_year
from oit_audit.cli import options
from oit_audit.cli.arguments import day_named
from oit_audit.cli.console import say, stdout
from oit_audit.cli.rules import lexicon, numbering, year_named
from oit_audit.errors import UsageError
from oit_audit.lists import Column, read_table
from oit_audit.match import LabelKind, Numbering, understand_numbered
from oit_audit.model import Sureness
from oit_audit.report import plain
from oit_audit.thai import MentionKind, mentions
from oit_audit.words import worded

Texts = Annotated[
    list[str] | None,
    typer.Argument(metavar="TEXT…", help="ข้อความ · labels, titles or file names."),
]
LabelsFile = Annotated[
    Path | None, typer.Option(metavar="LABELS.csv", help="อ่านจากไฟล์ · read them from a file.")
]


_COLUMNS = (
    Column("text", ("ข้อความ",)),
    Column("kind", ("ชนิด",), required=False),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one label stands for."""

    text: str
    concepts: tuple[str, ...]
    item: str | None
    fiscal_year: int
    """The year whose numbering `item` follows."""

    confidence: Sureness
    words: tuple[str, ...]
    """What spoke for it."""

    def as_json(self) -> str:
        """Return one line of JSON as the contract has it."""
        line = {
            "text": self.text,
            "concepts": list(self.concepts),
            "item": self.item,
            "fiscal_year": self.fiscal_year,
            "confidence": self.confidence.value,
        }
        return json.dumps(line, ensure_ascii=False)


def answer(text: str, kind: LabelKind, year: int | None, today: date) -> Answer:
    """Return what `text` stands for.

    Without `year` the items are numbered as in the year that it names, else as in the newest.
    """
    numbers = numbering()
    fiscal_year = year or _named_year(text, numbers) or default_year(today)
    understood = understand_numbered(lexicon(), numbers, text, kind, year)
    concepts = understood.concepts
    listed = sorted(numbers[fiscal_year].items())
    item = next((f"o{n}" for each in concepts for n, held in listed if each in held), None)
    words = understood.senses[0].words if concepts else ()
    return Answer(text, concepts, item, fiscal_year, understood.confidence, words)


def _named_year(text: str, numbers: Numbering) -> int | None:
    for mention in mentions(text):
        if mention.kind in (MentionKind.FISCAL, MentionKind.YEAR):
            return next((year for year in mention.fiscal_years if year in numbers), None)
    return None


def read_labels(path: Path) -> Iterator[tuple[str, LabelKind]]:
    """Yield the labels of a table with a `text` column and, if it likes, a `kind` column.

    Raises:
        InputError: the file cannot be read or has no `text` column; names file and row.
    """
    for row in read_table(path, _COLUMNS):
        kind = row.cells["kind"] or LabelKind.LINK.value
        yield row.cells["text"], _kind(kind, path, row.number)


def _kind(name: str, path: Path, row: int) -> LabelKind:
    """Return where a label stands; an unknown word is told of, and read as a link."""
    try:
        return LabelKind(name.strip().lower())
    except ValueError:
        known = ", ".join(kind.value for kind in LabelKind)
        said = repr(name[:40])
        say(
            worded(
                "{path}: row {row}: kind {said} is not one of {known}; read as a link",
                path=path,
                row=row,
                said=said,
                known=known,
            )
        )
        return LabelKind.LINK


def which(
    texts: Texts = None,
    *,
    file: LabelsFile = None,
    year: options.YearOrNewest = None,
    as_json: options.AsJson = False,
) -> None:
    """ข้อความนี้คือข้อใด · Which concept and item a label stands for, and why."""
    if bool(texts) == (file is not None):
        raise UsageError(
            worded("say some text, or --file LABELS.csv"),
            hint=worded("for example: oit-audit which {label}", label="แผนการจัดซื้อจัดจ้างประจำปี"),
        )
    today = day_named(None)
    chosen = None if year is None else year_named(year)
    asked = read_labels(file) if file else ((text, LabelKind.LINK) for text in texts or ())
    answers = [answer(text, kind, chosen, today) for text, kind in asked]
    if as_json:
        for found in answers:
            sys.stdout.write(found.as_json() + "\n")
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("ข้อความ", "เรื่อง", "ข้อ", "มั่นใจ", "เพราะ"):
        table.add_column(heading, overflow="fold")
    for found in answers:
        table.add_row(
            escape(plain(found.text)),
            ", ".join(found.concepts) or "–",
            f"{found.item} ({found.fiscal_year})" if found.item else "–",
            found.confidence.value,
            escape(plain(", ".join(found.words[:4]))),
        )
    stdout().print(table)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("which")(which)
