"""What docs/tables.md promises of the tables."""

from __future__ import annotations

import re
from pathlib import Path

from oit_audit.report import FORMATS
from oit_audit.report._columns import COLUMNS
from oit_audit.report._workbook import FONT, MAX_CELL, MAX_ROWS
from oit_audit.report.links import COLUMNS as OF_LINKS
from oit_audit.report.locale.tables import SHEETS

PAGE = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")


def part(heading: str) -> str:
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_every_column_is_explained_in_its_place() -> None:
    explained = re.findall(r"^\| `(\w+)` \|", part("CSV"), re.MULTILINE)

    assert explained == [column.name for column in COLUMNS]
    assert all(f"`{name}`" in part("Links") for name in OF_LINKS)


def test_every_sheet_is_named_in_both_languages() -> None:
    named = re.findall(r"^\| (\S.*?) / (.*?) \|", part("XLSX"), re.MULTILINE)

    assert named == [(text.th, text.en) for text in SHEETS.values()]


def test_formats_and_limits_are_as_it_says() -> None:
    told = re.findall(r"^\| `(\w+)` \|", PAGE.partition("\n## ")[0], re.MULTILINE)

    assert set(told) <= {each.name for each in FORMATS}
    assert f"{MAX_ROWS:,} at most" in PAGE
    assert f"{MAX_CELL:,} characters" in PAGE
    assert FONT in PAGE
