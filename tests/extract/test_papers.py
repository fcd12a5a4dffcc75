# ruff: noqa: E501 - a page or file is easier to read on one line
from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from oit_audit.extract import _legible, _mended, extract, pdf
from oit_audit.model import Document, Legibility, Media, Resource

Send = Callable[..., Resource]
THAI = "แผนพัฒนาท้องถิ่น"


def a_pdf(*pages: str, title: str = "", encrypt: str = "", shown_as: str | None = None) -> bytes:
    """A PDF whose Thai letters are drawn as Latin ones, with a map back to Thai, as real files have it."""
    letters = sorted({letter for page in pages for letter in page if letter != "\n"})
    codes = {letter: 33 + number for number, letter in enumerate(letters)}
    shown = dict(zip(letters, shown_as or letters, strict=False))
    pairs = "\n".join(f"<{codes[x]:02x}> <{shown[x].encode('utf-16-be').hex()}>" for x in letters)
    cmap = f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {len(letters)} beginbfchar\n{pairs}\nendbfchar endcmap"
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 4 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
        f"<</Title<feff{title.encode('utf-16-be').hex()}>>>",
    ]
    for number, page in enumerate(pages):
        drawn = "".join(
            f"1 0 0 1 50 {800 - 20 * at} Tm <{bytes(codes[x] for x in line).hex()}> Tj "
            for at, line in enumerate(page.split("\n"))
        )
        text = f"BT /F 12 Tf {drawn} ET"
        resources = "/Resources<</Font<</F 3 0 R>>>>"
        parts.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {7 + 2 * number} 0 R{resources}>>"
        )
        parts.append(f"<</Length {len(text)}>>stream\n{text}\nendstream")
    out, offsets = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{at:010d} 00000 n \n" for at in offsets)
    start = len(out)
    size = len(parts) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R/Info 5 0 R{encrypt}>>\nstartxref\n{start}\n%%EOF"
    return out.encode("latin-1")


LOCKED = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'00' * 32}>>>/ID[<00><00>]"


def test_a_pdf_gives_its_lines_with_their_pages(send: Send) -> None:
    read = extract(
        send(media_type="application/pdf"),
        a_pdf(f"{THAI}\n  พ.ศ.   2566", "หน้าสองมีข้อความยาวพอสมควร"),
    )
    assert [(block.text, block.where) for block in read.blocks] == [
        (THAI, "page 1"),
        ("พ.ศ. 2566", "page 1"),
        ("หน้าสองมีข้อความยาวพอสมควร", "page 2"),
    ]
    assert (read.media, read.pages, read.legibility) == (Media.PDF, 2, Legibility.GOOD)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("แผนพัฒนาท้องถิ่น 2566", "แผนพัฒนาท้องถิ่น 2566"),
        ("Microsoft Word - plan.docx", ""),
        ("untitled", ""),
        ("scan0001", ""),
        ("plan_final.pdf", ""),
        ("2566", ""),
        ("abc", ""),
        ("", ""),
    ],
)
def test_a_title_is_kept_when_a_person_wrote_it(send: Send, title: str, kept: str) -> None:
    assert extract(send(), a_pdf(THAI, title=title)).title == kept


@pytest.mark.parametrize(
    ("pages", "legibility", "note"),
    [
        (["", ""], Legibility.NONE, "no text layer: probably a scan"),
        (["- 1 -", "- 2 -"], Legibility.NONE, "no text layer: probably a scan"),
        ([THAI * 9, "", ""], Legibility.POOR, "2 of 3 pages have no text layer"),
        (["ก!ำรจ!ดซ!้อจ!ดจ้ำง" * 20], Legibility.POOR, "many Thai letters are damaged"),
        (["แผนพฒนาทองถน" * 20], Legibility.POOR, "Thai vowels and tone marks are lost"),
    ],
)
def test_a_pdf_says_how_well_it_can_be_read(
    send: Send, pages: list[str], legibility: Legibility, note: str
) -> None:
    read = extract(send(), a_pdf(*pages))
    assert (read.legibility, read.legibility_note) == (legibility, note)


def test_a_short_but_whole_pdf_is_readable(send: Send) -> None:
    assert extract(send(), a_pdf("ประกาศ งดรับของขวัญ No Gift")).legibility is Legibility.GOOD


def test_thai_behind_latin_letters_is_brought_back(send: Send) -> None:
    hidden = THAI.encode("cp874").decode("latin-1")
    read = extract(send(), a_pdf(hidden * 3, title=hidden))
    assert (read.blocks[0].text, read.title) == (THAI * 3, THAI)


def test_a_locked_pdf_and_a_broken_one_say_so(send: Send) -> None:
    locked = extract(send(), a_pdf(THAI, encrypt=LOCKED))
    broken = extract(send(), b"%PDF-1.7 nothing follows")
    assert locked.legibility_note == "the PDF is locked with a password"
    assert broken.legibility_note == "the PDF is damaged"


def test_a_page_that_cannot_be_opened_is_an_empty_one(send: Send) -> None:
    body = a_pdf(THAI * 5, THAI).replace(b"/Kids[6 0 R 8 0 R]", b"/Kids[6 0 R 9 0 R]")
    read = extract(send(), body)
    assert [block.where for block in read.blocks] == ["page 1"]


def test_a_pdf_without_end_is_cut_and_says_so(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    read = extract(send(), a_pdf(*[THAI * 3] * 5))
    assert (read.legibility, len(read.blocks), read.pages) == (Legibility.POOR, 2, 5)
    assert read.legibility_note == "only the first 2 of 5 pages were read"


@pytest.mark.parametrize(
    ("text", "legibility"),
    [
        ("การจัดซื้อจัดจ้าง" * 30, Legibility.GOOD),
        ("สํ านักงาน ก ิจการ จ ัดซ ื้อ" * 30, Legibility.GOOD),
        ("x ัดซ ื้อ y ้ z" * 60, Legibility.POOR),
        ("แผน\ufffd\ufffdพัฒนา" * 30, Legibility.POOR),
        ("แผน\ue123พัฒนา" * 30, Legibility.POOR),
        ("แผน\uf70bพัฒนา" * 30, Legibility.GOOD),
        ("\x01\x02\x03\x04ab" * 30, Legibility.NONE),
        ("Plain English words only. " * 30, Legibility.GOOD),
    ],
)
def test_damage_is_told_from_the_oddities_that_folding_forgives(
    text: str, legibility: Legibility
) -> None:
    assert _legible.judge([text])[0] is legibility


def test_text_with_accents_is_not_mended_into_thai() -> None:
    assert _mended.mended("Café à la carte, déjà vu") == "Café à la carte, déjà vu"


def a_word_file() -> bytes:
    paper = docx.Document()
    paper.core_properties.title = "แผน"
    paper.add_heading("ส่วนที่ 1", 1)
    paper.add_paragraph("ข้อความ\tแรก\nบรรทัดสอง")
    paper.add_heading("ส่วนย่อย", 2)
    item = paper.add_paragraph("ข้อหนึ่ง")
    item._p.get_or_add_pPr().get_or_add_numPr()
    table = paper.add_table(3, 3)
    for row, texts in zip(
        table.rows, (("ที่", "งบ", ""), ("1", "5", "6"), ("", "7", "8")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    paper.add_heading("ส่วนที่ 2", 1)
    paper.add_paragraph("  ")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def test_a_word_file_gives_paragraphs_lists_and_tables_in_its_sections(send: Send) -> None:
    read = extract(send(), a_word_file())
    assert [(block.text, block.where, block.heading, block.section) for block in read.blocks] == [
        ("ส่วนที่ 1", "h1", 1, 1),
        ("ข้อความ แรก บรรทัดสอง", "p", 0, 1),
        ("ส่วนย่อย", "h2", 2, 2),
        ("ข้อหนึ่ง", "li", 0, 2),
        ("ส่วนที่ 2", "h1", 1, 3),
    ]
    assert [(part.label, part.parent, part.level) for part in read.sections[1:]] == [
        ("ส่วนที่ 1", 0, 1),
        ("ส่วนย่อย", 1, 2),
        ("ส่วนที่ 2", 0, 1),
    ]
    assert read.tables[0].rows == (("ที่", "งบ", "งบ"), ("1", "5", "6"), ("1", "7", "8"))
    assert (read.media, read.title, read.tables[0].section) == (Media.WORD, "แผน", 2)


def with_body(change: Callable[[docx.document.Document], None]) -> bytes:
    paper = docx.Document()
    change(paper)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


BOX = f"""<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><mc:AlternateContent>
 <mc:Choice><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="รูปนายก"/></wp:inline></w:drawing>
 <w:txbxContent><w:p><w:r><w:t>สำนักปลัด</w:t></w:r></w:p><w:p/></w:txbxContent></mc:Choice>
 <mc:Fallback><w:txbxContent><w:p><w:r><w:t>สำนักปลัด</w:t></w:r></w:p></w:txbxContent></mc:Fallback>
 </mc:AlternateContent></w:r>"""


def test_text_boxes_and_pictures_of_a_chart_are_found_once(send: Send) -> None:
    def chart(paper: docx.document.Document) -> None:
        paragraph = paper.add_paragraph("โครงสร้าง")
        paragraph._p.append(parse_xml(BOX))

    read = extract(send(), with_body(chart))
    assert [(block.text, block.where) for block in read.blocks] == [
        ("โครงสร้าง", "p"),
        ("สำนักปลัด", "text box"),
    ]
    assert [(picture.alt, picture.near) for picture in read.pictures] == [("รูปนายก", "โครงสร้าง")]


def test_content_controls_and_own_heading_styles_are_understood(send: Send) -> None:
    def own(paper: docx.document.Document) -> None:
        style = paper.styles.add_style("หัวข้อของเรา", WD_STYLE_TYPE.PARAGRAPH)
        level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>')
        style.element.get_or_add_pPr().append(level)
        paper.add_paragraph("ตามแบบ", style=style)
        direct = paper.add_paragraph("ตรง")
        direct._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="2"/>'))
        paper.add_paragraph("ชื่อเรื่อง", style="Title")
        inner = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>ในกล่อง</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        paper.element.body.insert(3, inner)

    read = extract(send(), with_body(own))
    assert [(block.text, block.heading) for block in read.blocks] == [
        ("ตามแบบ", 2),
        ("ตรง", 3),
        ("ชื่อเรื่อง", 1),
        ("ในกล่อง", 0),
    ]


def one_word(paper: docx.document.Document) -> None:
    paper.add_paragraph("ปกครอง")


def test_an_empty_word_file_cannot_be_read_but_a_short_one_can(send: Send) -> None:
    empty = extract(send(), with_body(lambda _: None))
    short = extract(send(), with_body(one_word))
    assert (empty.legibility, empty.legibility_note) == (
        Legibility.NONE,
        "the document holds no text",
    )
    assert short.legibility is Legibility.GOOD


def test_a_broken_word_file_says_so(send: Send) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<broken")
        archive.writestr("word/document.xml", "<w:document>")
    assert extract(send(), out.getvalue()).legibility_note == "the Word document is damaged"


def test_word_files_are_bounded(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oit_audit.extract.word.MAX_BLOCKS", 3)
    monkeypatch.setattr("oit_audit.extract._word_body.MAX_CELLS", 2)

    def long(paper: docx.document.Document) -> None:
        paper.add_table(5, 2).cell(0, 0).text = "x"
        for number in range(9):
            paper.add_paragraph(f"{number}")
        cell = paper.tables[0].cell(0, 1)._tc.get_or_add_tcPr()
        cell.append(parse_xml(f'<w:gridSpan {nsdecls("w")} {qn("w:val").split("}")[1]}="x"/>'))

    read = extract(send(), with_body(long))
    assert len(read.blocks) == 3
    assert len(read.tables[0].rows) == 1
    assert read.legibility is Legibility.POOR


def test_documents_keep_who_they_are(send: Send) -> None:
    read: Document = extract(send(url="http://town.test/up/แผน.pdf"), a_pdf(THAI))
    assert (read.file_name, read.media_type, read.sha256) == (
        "แผน.pdf",
        "application/pdf",
        "0" * 64,
    )
