"""Pieces of a Word document: paragraphs, tables whose columns hold, links, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from oit_audit.report._clean import href
from oit_audit.report.plan import _styles as styles

_LONG_ROW = 350
"""Letters from which a row may be parted by the end of a page."""

_HEAD, _GROUP = "DCE3F0", "EEF1F7"
"""Grounds of cells; the words on them keep a contrast of more than 10 to 1."""

_MARGINS = f"""<w:tblCellMar {nsdecls("w")}><w:left w:w="70" w:type="dxa"/>
<w:right w:w="70" w:type="dxa"/></w:tblCellMar>"""


def paragraph(document: Document, text: str, style: str = "Normal") -> Paragraph:
    """Add a paragraph; `text` is harmless already."""
    return document.add_paragraph(text, style=style)


def table(document: Document, heads: Sequence[str], widths_cm: Sequence[float]) -> Table:
    """Add a table with a row of names that each page repeats; its columns keep their widths."""
    made = document.add_table(rows=1, cols=len(heads), style=styles.TABLE)
    made.autofit = False
    properties = made._tbl.tblPr  # noqa: SLF001 - python-docx offers no other way
    properties.append(parse_xml(_MARGINS))
    _move_look_last(properties)
    for column, width in zip(made.columns, widths_cm, strict=True):
        column.width = Cm(width)
    row = made.rows[0]
    _mark(row._tr, "w:cantSplit")  # noqa: SLF001 - as above
    _mark(row._tr, "w:tblHeader")  # noqa: SLF001 - as above
    for cell, text, width in zip(row.cells, heads, widths_cm, strict=True):
        cell.width = Cm(width)
        _shade(cell, _HEAD)
        first(cell, text, styles.CELL_HEAD)
    return made


def add_row(made: Table) -> tuple[_Cell, ...]:
    """Add a row and return its cells, each as wide as its column."""
    row = made.add_row()
    cells = tuple(row.cells)
    for cell, column in zip(cells, made.columns, strict=True):
        cell.width = column.width
        cell.paragraphs[0].style = styles.CELL
    return cells


def add_group(made: Table, text: str) -> None:
    """Add a row across all columns that names what follows it."""
    cells = add_row(made)
    whole = cells[0].merge(cells[-1])
    _shade(whole, _GROUP)
    whole.paragraphs[0].text = text
    whole.paragraphs[0].style = styles.GROUP
    _mark(made.rows[-1]._tr, "w:cantSplit")  # noqa: SLF001 - as above


def keep_short_rows_whole(made: Table) -> None:
    """Let no row of ordinary length be parted by the end of a page."""
    for row in made.rows:
        if sum(len(text.text or "") for text in row._tr.iter(qn("w:t"))) < _LONG_ROW:  # noqa: SLF001 - as above
            _mark(row._tr, "w:cantSplit")  # noqa: SLF001 - as above


def first(cell: _Cell, text: str, style: str = styles.CELL) -> Paragraph:
    """Fill the paragraph that every cell has."""
    made = cell.paragraphs[0]
    made.text, made.style = text, style
    return made


def more(cell: _Cell, text: str, style: str = styles.CELL) -> Paragraph:
    """Add a paragraph to a cell."""
    return cell.add_paragraph(text, style=style)


def bold(cell: _Cell, text: str) -> None:
    """Fill the first paragraph of a cell with what is the name of its row."""
    first(cell, text, styles.CELL_NAME)


def link(place: Paragraph, url: str, shown: str) -> None:
    """Add an address to a paragraph: a link when a reader may click it, else only its words."""
    target = href(url)
    if target is None:
        place.add_run(shown)
        return
    relation = place.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    around = OxmlElement("w:hyperlink")
    around.set(qn("r:id"), relation)
    run = place.add_run(shown, style=styles.LINK)
    around.append(run._r)  # noqa: SLF001 - as above
    place._p.append(around)  # noqa: SLF001 - as above


def page_numbers(place: Paragraph, pattern: str) -> None:
    """Write `pattern`, which holds {page} and {pages}, with fields that Word counts."""
    before, _, rest = pattern.partition("{page}")
    between, _, after = rest.partition("{pages}")
    place.add_run(before)
    _field(place, "PAGE")
    place.add_run(between)
    _field(place, "NUMPAGES")
    place.add_run(after)


def _field(place: Paragraph, code: str) -> None:
    around = OxmlElement("w:fldSimple")
    around.set(qn("w:instr"), code)
    run = place.add_run("1")
    around.append(run._r)  # noqa: SLF001 - as above
    place._p.append(around)  # noqa: SLF001 - as above


def _mark(row: Any, name: str) -> None:
    properties = row.get_or_add_trPr()
    if properties.find(qn(name)) is None:
        properties.append(OxmlElement(name))


def _shade(cell: _Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx offers no other way


def _move_look_last(properties: Any) -> None:
    """Put `tblLook` behind the margins of cells, where the schema wants it."""
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.append(look)
