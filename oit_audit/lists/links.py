"""The list of links that an office enters: the rows that can be used, and what ails the others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from oit_audit.lists.addresses import addresses_in, is_private
from oit_audit.lists.items import item_named, nearest
from oit_audit.lists.tables import Column, Row, read_table
from oit_audit.model import Checklist, EnteredLink, Text, host_of
from oit_audit.words import worded

MAX_LINKS = 3_000
"""Rows of one list: seventy for each item."""

_NOTE = 300
"""Characters of a note that are kept."""

_SHOWN = 60
"""Characters of a wrong cell that are shown."""

COLUMNS = (
    Column("item", ("ข้อ", "ข้อที่", "เลขข้อ", "รหัสข้อ", "รหัส", "items", "oit", "ข้อ OIT", "OIT ข้อ")),
    Column(
        "url",
        (
            "ลิงก์", "ลิงค์", "link", "links", "address", "ที่อยู่", "ที่อยู่เว็บ", "ที่อยู่เว็บไซต์", "เว็บไซต์",
            "ยูอาร์แอล", "web address", "URL ที่กรอก", "ลิงก์ URL", "ลิงก์ (URL)",
        ),
    ),
    Column("note", ("คำอธิบาย", "หมายเหตุ", "คำชี้แจง", "notes", "remark"), required=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be used."""

    row: int
    says: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Links:
    """A list of links, read."""

    entered: tuple[EnteredLink, ...]
    """In the order of their rows; a row with several addresses gives several."""

    faults: tuple[Fault, ...]
    """In the order of their rows."""


def read_links(path: Path, checklist: Checklist, home: str, *, allow_private: bool) -> Links:
    """Return the links of a CSV or XLSX file with the columns `item` and `url`, perhaps `note`.

    Args:
        path: The file.
        checklist: Knows the items of the year.
        home: Canonical address of the home page, to which relative addresses belong.
        allow_private: Are addresses allowed that only a local network knows? Those of the host of
            `home` always are.

    Raises:
        InputError: the file cannot be used at all; names file and row.
    """
    entered: list[EnteredLink] = []
    faults: list[Fault] = []
    for row in read_table(path, COLUMNS, max_rows=MAX_LINKS):
        if row.is_blank:
            continue
        match _read(row, checklist, home, allow_private=allow_private):
            case Fault() as fault:
                faults.append(fault)
            case links:
                entered += links
    return Links(tuple(entered), tuple(faults))


def _read(
    row: Row, checklist: Checklist, home: str, *, allow_private: bool
) -> tuple[EnteredLink, ...] | Fault:
    item = item_named(row.cells["item"], checklist)
    if item is None:
        return no_such_item(row, checklist)
    written = row.cells["url"]
    if not written:
        return Fault(
            row.number,
            worded("{item} has no address", item=item),
            worded("write the address into the column `url`"),
        )
    try:
        urls = addresses_in(written, home)
    except ValueError as error:
        return _no_address(row, str(error))
    hidden = [
        u for u in urls if is_private(u) and not allow_private and host_of(u) != host_of(home)
    ]
    if hidden or not urls:
        return _no_address(row, "a host that only a local network knows")
    return tuple(EnteredLink(row.number, item, url, row.cells["note"][:_NOTE]) for url in urls)


def no_such_item(row: Row, checklist: Checklist) -> Fault:
    """Return what is wrong with a row whose item the year does not have."""
    written, year = row.cells["item"][:_SHOWN], checklist.fiscal_year
    if not written:
        return Fault(
            row.number,
            worded("no item is named"),
            worded("write the item, such as o12, into the column `item`"),
        )
    near = nearest(row.cells["item"], checklist)
    first, last = checklist.items[0].id, checklist.items[-1].id
    return Fault(
        row.number,
        worded("fiscal year {year} has no item “{written}”", year=year, written=written),
        worded(
            "did you mean {near}? there are {first} to {last}", near=near, first=first, last=last
        )
        if near
        else worded("there are {first} to {last}", first=first, last=last),
    )


_WHAT = {
    "a host that only a local network knows": (
        worded("a host that only a local network knows"),
        worded("use the public address, or --allow-private for a server of your own"),
    ),
    "a file on somebody's own machine": (
        worded("a file on somebody's own machine"),
        worded("publish the file on the website, and write its address there"),
    ),
}


def _no_address(row: Row, why: str) -> Fault:
    written = row.cells["url"][:_SHOWN]
    what, remedy = _WHAT.get(
        why,
        (
            Text(worded("not a web address").th, _clause(why)),
            worded("copy it from the browser, like https://www.example.go.th/ita/o12"),
        ),
    )
    return Fault(row.number, worded("“{written}” is {what}", written=written, what=what), remedy)


def _clause(why: str) -> str:
    return f"no address: {why}" if why.startswith(("`", "longer")) else why
