"""Where the cells of an `.xlsx` lead, each link with its row, its column and the rows above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from oit_audit.extract._extractor import MAX_LABEL, MAX_LINKS, folded
from oit_audit.extract._package import Package, PackageError
from oit_audit.model import Link, Via, resolve

_BOOK = "xl/workbook.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WRITTEN = re.compile(r"https?://[!#-;=?-Z\[\]_a-z~]{4,500}")
_ABOVE = 4
"""Rows above a link that may name it."""

_HEADED = 3
"""Filled cells from which the first row names the columns."""

Rows = Sequence[Sequence[str]]


def sheet_links(body: bytes, address: str, sheets: Mapping[str, Rows]) -> tuple[Link, ...]:
    """Return the links of an `.xlsx` to the web, in the order of its sheets; at most `MAX_LINKS`.

    Args:
        body: The workbook.
        address: Its own.
        sheets: The rows of each sheet that is shown, by its name, in the order of the book.
    """
    if not body.startswith(b"PK"):
        return ()
    try:
        package = Package(body)
        parts = _parts(package)
        found: list[Link] = []
        for number, (name, rows) in enumerate(sheets.items(), 1):
            targets = _targets(package, parts.get(name, ""))
            for link in _of_sheet(rows, targets, address, name, number):
                found.append(link)
                if len(found) >= MAX_LINKS:
                    return tuple(found)
        return tuple(found) or _bare(package, address)
    except PackageError:
        return ()


def _bare(package: Package, address: str) -> tuple[Link, ...]:
    """Return the addresses that sheets name, where no cell of a shown one bears them."""
    found: dict[str, Link] = {}
    for name in filter(_SHEET.fullmatch, package.names):
        for relation in package.relations(name).values():
            said = relation.target if relation.kind == "hyperlink" else ""
            url = resolve(address, said) if said.lower().startswith("http") else None
            if url and len(found) < MAX_LINKS:
                found[url] = Link(url, "")
    return tuple(found.values())


def _parts(package: Package) -> dict[str, str]:
    """Return the part in which each sheet lies, by its name."""
    book = package.xml(_BOOK)
    relations = package.relations(_BOOK)
    sheets = book.iter(f"{_MAIN}sheet") if book is not None else ()
    named = ((sheet.get("name") or "", relations.get(sheet.get(_ID, ""))) for sheet in sheets)
    return {name: r.target.strip("/").lower() for name, r in named if r is not None}


def _targets(package: Package, part: str) -> dict[tuple[int, int], str]:
    """Return where cells lead, by row and column from 0."""
    relations = package.relations(part) if part in package.names else {}
    if not any(relation.kind == "hyperlink" for relation in relations.values()):
        return {}
    sheet = package.xml(part)
    found: dict[tuple[int, int], str] = {}
    for link in sheet.iter(f"{_MAIN}hyperlink") if sheet is not None else ():
        relation = relations.get(link.get(_ID, ""))
        place = _CELL.match(link.get("ref") or "")
        if relation is not None and place is not None:
            found[int(place[2]) - 1, _column(place[1])] = relation.target
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _of_sheet(
    rows: Rows, targets: Mapping[tuple[int, int], str], address: str, name: str, section: int
) -> Iterator[Link]:
    header = rows[0] if rows and sum(map(bool, rows[0])) >= _HEADED else ()
    above: list[str] = []
    for row, cells in enumerate(rows):
        silent = dict.fromkeys(
            cell
            for column, cell in enumerate(cells)
            if cell and (row, column) not in targets and not _WRITTEN.search(cell)
        )
        text = folded(" ".join(silent))[:MAX_LABEL].strip()
        for column, cell in enumerate(cells):
            said = targets.get((row, column), "")
            written = None if said else _WRITTEN.search(cell)
            reference = said or (written[0] if written else "")
            url = resolve(address, reference) if reference.lower().startswith("http") else None
            if not url:
                continue
            headed = header[column] if row and column < len(header) else ""
            yield Link(
                url=url,
                text="" if written else folded(cell)[:MAX_LABEL].strip(),
                row=folded(f"{text} {'' if written else cell}")[:MAX_LABEL].strip(),
                context=tuple(label for label in (folded(name)[:MAX_LABEL], headed) if label),
                section=section,
                via=Via.WORDS if written else Via.HREF,
                before=tuple(above[-_ABOVE:]),
            )
        if text:
            above.append(text)
