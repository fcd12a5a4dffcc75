"""The styles of a plan: every look of it has a name that an office can change in Word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "TH Sarabun New"
"""What official letters are written in; not on every computer, so another is named."""

LIKE_IT = "TH SarabunPSK"
BODY, SMALL = 16, 14
"""Sizes in points."""

LINK = "Plan Link"
CELL, CELL_STEP, CELL_NUMBER = "Plan Cell", "Plan Step", "Plan Number"
CELL_NAME, CELL_HEAD = "Plan Name", "Plan Head"
GROUP, WARNING, NOTE = "Plan Group", "Plan Warning", "Plan Note"
SOURCE, SIGNATURE = "Plan Source", "Plan Signature"
TABLE = "Table Grid"

_KEPT = frozenset(
    {
        "Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Caption", "List Bullet",
        "Header", "Footer", "Table Grid", "Default Paragraph Font", "Normal Table", "No List",
    }
)  # fmt: skip
"""What a plan uses of the styles that come with the library's empty document."""

_INK = RGBColor(0x1F, 0x2A, 0x44)
_DARK_RED = RGBColor(0x9C, 0x1C, 0x1C)
_LANGUAGES = {"val": "en-US", "eastAsia": "en-US", "bidi": "th-TH"}


def set_styles(document: Document) -> None:
    """Give `document` the styles of a plan and take away those that it does not use."""
    styles = document.styles
    for style in tuple(styles):
        if style.name not in _KEPT:
            style.delete()
        else:
            _without_look(style.element)
    latent = styles.element.find(qn("w:latentStyles"))
    if latent is not None:
        styles.element.remove(latent)
    _defaults(styles.element)
    for name, size, before, after in (
        ("Normal", BODY, 3, 4),
        ("Title", 24, 0, 0),
        ("Subtitle", 18, 0, 4),
        ("Heading 1", 20, 14, 4),
        ("Heading 2", 18, 8, 2),
        ("Caption", SMALL, 8, 3),
        ("List Bullet", BODY, 0, 3),
        ("Header", 12, 0, 0),
        ("Footer", 12, 0, 0),
    ):
        _shape(styles[name], size, before, after)
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Caption"):
        _bold(styles[name], on=name != "Subtitle")
        styles[name].font.color.rgb = _INK
        styles[name].paragraph_format.keep_with_next = True
    for name in ("Title", "Subtitle", "Header", "Footer"):
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _own(document)


def _own(document: Document) -> None:
    centre = WD_ALIGN_PARAGRAPH.CENTER
    cell = _new(document, CELL, "Normal", SMALL, 0, 2)
    cell.paragraph_format.line_spacing = 1.0
    step = _new(document, CELL_STEP, "List Bullet", SMALL, 0, 2)
    step.paragraph_format.line_spacing = 1.0
    step.paragraph_format.left_indent = Cm(0.4)
    step.paragraph_format.first_line_indent = Cm(-0.4)
    _new(document, CELL_NUMBER, CELL, SMALL, 0, 2).paragraph_format.alignment = centre
    _bold(_new(document, CELL_NAME, CELL, SMALL, 0, 2), on=True)
    head = _new(document, CELL_HEAD, CELL, SMALL, 2, 2)
    _bold(head, on=True)
    head.paragraph_format.alignment = centre
    group = _new(document, GROUP, CELL, SMALL, 2, 2)
    _bold(group, on=True)
    group.paragraph_format.keep_with_next = True
    warning = _new(document, WARNING, "Normal", BODY, 6, 8)
    _bold(warning, on=True)
    warning.font.color.rgb = _DARK_RED
    _framed(warning.element)
    _new(document, NOTE, "Normal", SMALL, 0, 4).paragraph_format.keep_with_next = True
    _new(document, SOURCE, NOTE, SMALL, 0, 8).paragraph_format.alignment = centre
    signature = _new(document, SIGNATURE, CELL, BODY, 0, 4)
    signature.paragraph_format.alignment = centre
    signature.paragraph_format.keep_with_next = True
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor(0x05, 0x4A, 0x9E)
    link.font.underline = True


def _new(document: Document, name: str, base: str, size: int, before: int, after: int) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[base]
    style.quick_style = True
    _shape(style, size, before, after)
    return style


def _shape(style: Any, size: int, before: int, after: int) -> None:
    style.font.size = Pt(size)
    properties = style.element.get_or_add_rPr()
    both = properties.find(qn("w:szCs"))
    if both is None:
        both = OxmlElement("w:szCs")
        properties.find(qn("w:sz")).addnext(both)
    both.set(qn("w:val"), str(size * 2))
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)


def _bold(style: Any, *, on: bool) -> None:
    style.font.bold = on
    style.font.cs_bold = on


def _without_look(style: Any) -> None:
    """Take the fonts, colours and frames of the library's empty document away."""
    run = style.find(qn("w:rPr"))
    if run is not None:
        style.remove(run)
    link = style.find(qn("w:link"))
    if link is not None:
        style.remove(link)
    paragraph = style.find(qn("w:pPr"))
    for name in ("w:pBdr", "w:spacing", "w:contextualSpacing", "w:ind", "w:jc"):
        found = None if paragraph is None else paragraph.find(qn(name))
        if found is not None and paragraph is not None:
            paragraph.remove(found)


def _defaults(styles: Any) -> None:
    """Say font, size and language of everything, of Thai letters (complex script) too."""
    run = styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in tuple(run):
        run.remove(child)
    run.extend(_run_defaults())


def _run_defaults() -> Iterator[Any]:
    fonts = OxmlElement("w:rFonts")
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
    yield fonts
    for name in ("w:sz", "w:szCs"):
        size = OxmlElement(name)
        size.set(qn("w:val"), str(BODY * 2))
        yield size
    language = OxmlElement("w:lang")
    for kind, value in _LANGUAGES.items():
        language.set(qn(f"w:{kind}"), value)
    yield language


def _framed(style: Any) -> None:
    """Draw a frame around the paragraphs of a style."""
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "9C1C1C")):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    properties = style.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc",
        "w:outlineLvl", "w:rPr",
    )  # fmt: skip
