"""The structure of what programs read: it never changes while its version stays.

`golden/shapes/NAME.vN.txt` holds the structure of version N. What `released.txt` names has been
published and is never written again: another structure is another version. The rest may still be
accepted on purpose with OIT_AUDIT_ACCEPT=1.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import docx
import lxml.etree
import lxml.html
import openpyxl

FOLDER = Path(__file__).parent / "golden" / "shapes"
RELEASED = "released.txt"


def keeps_its_shape(name: str, version: int, lines: Iterable[str], folder: Path = FOLDER) -> None:
    """Compare a structure with that of its version; write it where it may still be written."""
    label = f"{name}.v{version}"
    path, now = folder / f"{label}.txt", "".join(f"{line}\n" for line in lines)
    kept = path.read_text(encoding="utf-8") if path.exists() else None
    if kept == now:
        return
    assert kept is None or label not in released(folder), (
        f"{label} has been published with another structure: raise `version` of {name},"
        f" and OIT_AUDIT_ACCEPT=1 keeps {name}.v{version + 1} beside it; {_moved(kept or '', now)}"
    )
    if os.environ.get("OIT_AUDIT_ACCEPT"):
        path.write_text(now, encoding="utf-8", newline="\n")
        return
    assert kept is not None, f"no structure of {label} is kept; OIT_AUDIT_ACCEPT=1 keeps it"
    raise AssertionError(
        f"the structure of {label} changed; it is in no release yet, so OIT_AUDIT_ACCEPT=1 accepts"
        f" it; {_moved(kept, now)}"
    )


def released(folder: Path = FOLDER) -> list[str]:
    """Return what has been published, after the number of the release as of which this is known."""
    path = folder / RELEASED
    if not path.exists():
        return []
    first, *labels = path.read_text(encoding="utf-8").splitlines()
    return [first.split()[-1], *labels]


def shape(suffix: str, data: bytes) -> list[str]:
    """Return the structure of a report, sorted, without what an audit puts into it."""
    return _SHAPES[suffix](data)


def _moved(before: str, now: str) -> str:
    old, new = set(before.splitlines()), set(now.splitlines())
    return f"gone: {sorted(old - new)[:20]}, new: {sorted(new - old)[:20]}"


def of_json(data: bytes | str) -> list[str]:
    """Return each key with the types of its values, `items[].gain: number`."""
    found: dict[str, set[str]] = {}
    for path, kind in _keys(json.loads(data), ""):
        found.setdefault(path, set()).add(kind)
    return [f"{path}: {' | '.join(sorted(kinds))}" for path, kinds in sorted(found.items())]


def _keys(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        yield path or ".", "object"
        for name, each in value.items():
            yield from _keys(each, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        yield path, "list"
        for each in value:
            yield from _keys(each, f"{path}[]")
    else:
        kinds = {bool: "truth", int: "number", float: "number", str: "text", type(None): "null"}
        yield path, kinds[type(value)]


def of_csv(data: bytes) -> list[str]:
    """Return the names of the columns, in their order."""
    return next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def of_xlsx(data: bytes) -> list[str]:
    """Return the sheets, and of those that are tables the columns, in their order."""
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    lines = []
    for sheet in workbook:
        lines.append(f"[{sheet.title}]")
        if sheet.auto_filter.ref:
            top = openpyxl.utils.cell.range_boundaries(sheet.auto_filter.ref)[1]
            lines += [str(cell.value) for cell in sheet[top]]
    return lines


def of_docx(data: bytes) -> list[str]:
    """Return the styles that an office may change, and the columns of the tables."""
    document = docx.Document(io.BytesIO(data))
    styles = {str(each.style.name) for each in document.paragraphs if each.style}
    rows = ("|".join(["", *(cell.text for cell in t.rows[0].cells), ""]) for t in document.tables)
    columns = [row for row in rows if row.count("|") > 1 and "...." not in row]
    return [*(f"<{style}>" for style in sorted(styles)), *columns]


def of_xml(data: bytes) -> list[str]:
    """Return each element with its attributes, and properties with their names."""
    found = set()
    root = lxml.etree.fromstring(data)
    for element in root.iter(lxml.etree.Element):
        above = [str(each.tag) for each in element.iterancestors()]
        path = "/".join([*reversed(above), str(element.tag)])
        name = re.sub(r"\d+", "N", element.get("name", "")) if element.tag == "property" else ""
        named = f"={name}" if name else ""
        found |= {f"{path}{named}", *(f"{path}@{name}" for name in element.attrib)}
    return sorted(found)


def of_html(data: bytes) -> list[str]:
    """Return the names that an address may point at, and what is marked for programs."""
    found = set()
    for element in lxml.html.document_fromstring(data).iter(lxml.etree.Element):
        if name := element.get("id"):
            found.add("#" + re.sub(r"\d+", "N", name))
        found |= {f"{element.tag}@{name}" for name in element.attrib if name.startswith("data-")}
    return sorted(found)


def of_markdown(data: bytes) -> list[str]:
    """Return the headings by their depth, and the columns of the tables."""
    text = re.sub(r"\d+", "N", data.decode())
    heads = re.findall(r"^(\|.*\|)\n\|[ :|-]+\|$", text, re.MULTILINE)
    depths = {len(each) for each in re.findall(r"^(#+) ", text, re.MULTILINE)}
    return [*(f"heading {depth}" for depth in sorted(depths)), *sorted(set(heads))]


_SHAPES = {
    ".json": of_json,
    ".sarif": of_json,
    ".csv": of_csv,
    ".docx": of_docx,
    ".xlsx": of_xlsx,
    ".xml": of_xml,
    ".html": of_html,
    ".md": of_markdown,
}
