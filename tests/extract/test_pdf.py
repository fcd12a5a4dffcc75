"""PDFs as offices publish them: letters, marks, links, forms, files that lie in them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from fixtures.build_documents._raw_pdf import Paper, text
from oit_audit.extract import _legible, _pdf_files, _pdf_links, _pdf_marks, extract, read_links
from oit_audit.extract._mended import mended
from oit_audit.model import Document, Legibility, Resource
from oit_audit.thai import Finder

Send = Callable[..., Resource]
FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "documents" / "pdf"
ADDRESS = "https://town.example/files/paper.pdf"
WORDS = (
    "สำนักงาน", "ดำเนินการ", "จำนวน", "กำหนด", "อำเภอ", "ตำบล", "ประจำปี", "จัดทำ", "คำสั่ง", "ชำระ",
    "น้ำประปา", "บำรุง", "จำเป็น", "ทำงาน", "ผู้นำ", "ลำดับ", "แนะนำ", "สำคัญ", "กำกับ", "อำนาจ",
)  # fmt: skip
PROGRAMS = ("libreoffice", "chromium", "reportlab", "decomposed", "spaced", "late_marks")


@pytest.fixture
def opened(send: Send) -> Callable[[bytes | Paper], Document]:
    def read(body: bytes | Paper) -> Document:
        return extract(send(ADDRESS, media_type="application/pdf"), bytes(body))

    return read


Open = Callable[[bytes | Paper], Document]


def fixture(name: str) -> bytes:
    return (FOLDER / f"{name}.pdf").read_bytes()


def said(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks)


@pytest.mark.parametrize("program", PROGRAMS)
def test_words_with_sara_am_are_found_whoever_wrote_the_pdf(program: str, opened: Open) -> None:
    document = opened(fixture(f"words_{program}"))
    finder = Finder(WORDS)
    found = {hit.phrase for block in document.blocks for hit in finder.all(block.text)}
    assert [word for word in WORDS if word not in found] == []


@pytest.mark.parametrize("program", ["decomposed", "spaced", "late_marks", "reportlab"])
def test_quotes_are_what_the_paper_shows(program: str, opened: Open) -> None:
    text = said(opened(fixture(f"words_{program}")))
    assert [word for word in WORDS if word not in text] == []


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("ส านักงาน", "สำนักงาน"),
        ("ประจ า", "ประจำ"),
        ("ด ำเนินการ", "ดำเนินการ"),
        ("ทำางาน", "ทำงาน"),
        ("นํ้าประปา", "น้ำประปา"),
        ("ประจ\ufffdาปี จ\ufffdำกัด เชื\ufffdอม", "ประจำปี จำกัด เชือม"),
        ("ทีÉ นีÊ ฤทธÍิ ตÌั ปีŚŝŞŝ", "ที่ นี้ ฤทธ์ิ ต๋ั ปี2565"),
        ("วิิสััยทััศน์์", "วิสัยทัศน์"),
        ("ก ุมภาพ ันธ์\nท\nี่\nทำ", "กุมภาพันธ์\nที่\nทำ"),
        ("แแผผนนพพััฒฒนนาา", "แผนพัฒนา"),
        ("แผน\uf70bน\uf701", "แผน้นิ"),
        ("á¼¹¾Ñ²¹Ò\nPlan", "แผนพัฒนา\nPlan"),
    ],
)
def test_what_fonts_break_is_mended(broken: str, sound: str) -> None:
    assert mended(broken) == sound


@pytest.mark.parametrize(
    "sound",
    [
        "Škoda auto a.s., Ňákov 3, Šířka",
        "Café à la carte, déjà vu, École",
        "École de thaïs ภาษาไทย Étude",
        "ป ร ะ ก า ศ",
        "กรรมการ สรรหา บรรณาธิการ",
        "รหัส AABBCC112233 ๆๆๆๆๆๆ ......",
        "ตาราง\n1\n2\nรวม",
    ],
)
def test_what_is_not_broken_stays(sound: str) -> None:
    assert mended(sound) == sound


THAI = st.text(alphabet="กนรสมแเาำํ่้ีิู \nÉŚ\ufffd\uf70aab๑1", max_size=40)


@given(THAI | st.text())
def test_mending_never_adds_anything(text: str) -> None:
    assert len(mended(text)) <= len(text)


@given(st.lists(st.sampled_from((*WORDS, "กรรมการ", "ที่", "plan", "๒๕๖๖", "1,200.00", "ฯลฯ"))))
def test_sound_words_stay_as_they_are(words: list[str]) -> None:
    for space in (" ", "\n"):
        assert mended(space.join(words)) == space.join(words)


def test_marks_that_are_drawn_late_stand_on_their_letters(opened: Open) -> None:
    document = opened(fixture("words_late_marks"))
    assert _pdf_marks.astray(said(document)) == 0
    assert document.legibility is Legibility.GOOD


def test_sound_text_is_not_touched(opened: Open) -> None:
    assert "กำกับดูแล อำนาจหน้าที่" in said(opened(fixture("words_reportlab")))


def test_what_a_browser_says_twice_is_given_once(opened: Open) -> None:
    lines = said(opened(fixture("words_chromium")))
    assert "คำสั่งแต่งตั้ง ชำระ" in lines


@pytest.mark.parametrize(
    ("words", "legibility"),
    [
        ("Annual report of the town and of its council, with the plan for the year. " * 3, "poor"),
        ("แผนพัฒนาท้องถิ่นขององค์การบริหารส่วนตำบล " * 5, "poor"),
        ("unun snuwd wjdia ounsU ziwn fiaou " * 9, "none"),
        ("unsUsziwnfiaoudwjdiasnuwdununsUsziwn " * 9, "none"),
        ("ก็่็่า ะัะั เ เ แ แ ั็ั " * 20, "none"),
    ],
)
def test_words_that_a_machine_recognised_are_believed_when_they_are_words(
    words: str, legibility: str
) -> None:
    assert _legible.judge_recognised([words])[0].value == legibility


@pytest.mark.parametrize(
    ("words", "legibility"),
    [
        ("Annual report of the town and of its council, with the plan for the year. " * 3, "good"),
        ("0SVIQ MTWYQ HSPSV WMX EQIX GSRWIGXIXYIV " * 9, "none"),
        ("12 345.00 67 " * 30, "good"),
        (
            "Wydruk pochodzi z systemu wersja faktura data wystawienia miejsce sprzedawca " * 9,
            "good",
        ),
    ],
)
def test_letters_without_names_are_believed_when_they_make_words(
    words: str, legibility: str
) -> None:
    assert _legible.judge_nameless([words])[0].value == legibility


def test_letters_of_many_alphabets_are_not_what_the_paper_shows() -> None:
    legibility, note = _legible.judge(["ԔϸЇ ߙ Ψ́ ϣ ķ ʆ Ϣ һӍΉʽী ඥഀဍ ೅ ͳ ࡥ గ ౧ ೧ ൧" * 20])
    assert (legibility, note) == (
        Legibility.NONE,
        "the file's fonts do not say which letters they show",
    )
    assert _legible.judge(["Кириллица и ещё слова " * 20])[0] is Legibility.GOOD


def test_what_is_wrong_with_one_file_is_not_said_of_the_next(opened: Open) -> None:
    assert opened(fixture("locked")).legibility_note == "the PDF is locked with a password"
    assert opened(fixture("no_pages")).legibility_note == "the PDF has no pages"
    assert opened(b"%PDF-1.7 nothing follows").legibility_note == "the PDF is damaged"


def clickable(*places: tuple[int, str], words: str) -> Paper:
    """A page with `words` and, for each line, where a click on it leads."""
    paper = Paper(words)
    notes = [
        paper.add(
            f"<</Type/Annot/Subtype/Link/Rect[48 {796 - 20 * line} 400 {812 - 20 * line}]"
            f"/A<</S/URI/URI({address})>>>>"
        )
        for line, address in places
    ]
    paper.page = f"/Annots[{' '.join(f'{number} 0 R' for number in notes)}]"
    return paper


def test_a_label_that_goes_on_in_the_next_line_is_read_whole(opened: Open) -> None:
    paper = clickable((0, "plan.pdf"), (1, "plan.pdf"), words="แผนพัฒนา\nท้องถิ่น ห้าปี\nอื่นๆ")
    link = opened(paper).links[0]
    assert (link.url, link.text) == (
        "https://town.example/files/plan.pdf",
        "แผนพัฒนา ท้องถิ่น ห้าปี",
    )


def test_a_link_that_only_says_download_has_its_line(opened: Open) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(60, 700, "Annual plan 2566")
    canvas.drawString(300, 700, "download")
    canvas.linkURL("plan.pdf", (298, 696, 360, 712))
    canvas.save()
    link = opened(out.getvalue()).links[0]
    assert (link.text, link.row) == ("download", "Annual plan 2566 download")


def test_a_visit_gets_the_places_to_click_and_no_more(send: Send) -> None:
    resource = send(ADDRESS, media_type="application/pdf")
    clicked = read_links(resource, fixture("index_of_links"))
    assert [link.text for link in clicked] == [
        "แผนพัฒนาท้องถิ่น พ.ศ. 2566-2570",
        "แผนการจัดซื้อจัดจ้าง ประจำปี 2566",
        "คู่มือประชาชน",
        "รายงานประจำปี",
    ]
    assert read_links(resource, fixture("written_links")) == ()
    assert read_links(resource, fixture("locked")) == ()
    assert read_links(resource, b"%PDF-1.7 /URI nothing follows") == ()


def test_links_are_bounded(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pdf_links, "MAX_LINKS", 2)
    words = "\n".join(f"www.town.example/{n}" for n in range(9))
    places = [(n, f"https://town.example/{'x' * 3_000 if n == 1 else n}") for n in range(5)]
    read = opened(clickable(*places, words=words))
    assert [link.url for link in read.links] == [
        "https://town.example/0",
        "https://town.example/2",
    ]


def test_links_that_lead_out_of_the_web_or_into_the_file_are_none(opened: Open) -> None:
    paper = clickable((0, "mailto:a@b.example"), (1, "file:///C:/plan.pdf"), words="a\nb\nc")
    paper.catalog = "/OpenAction[5 0 R/Fit]"
    assert opened(paper).links == ()


def with_files(*files: tuple[str, bytes], words: str = "หนังสือนำส่งรายงานประจำปี") -> Paper:
    paper = Paper(words)
    names = []
    for name, body in files:
        held = paper.add(
            f"<</Type/EmbeddedFile/Length {len(body)}>>stream\n".encode() + body + b"\nendstream"
        )
        spec = f"<</Type/Filespec/F(file)/UF{text(name)}/EF<</F {held} 0 R>>>>"
        names.append(f"{text(name)} {paper.add(spec)} 0 R")
    paper.catalog = f"/Names<</EmbeddedFiles<</Names[{' '.join(names)}]>>>>"
    return paper


def test_files_in_files_keep_their_addresses(opened: Open) -> None:
    inner = bytes(with_files(("ใน.csv", b"a,b\n1,2\n")))
    read = opened(with_files(("ฉบับเต็ม.pdf", inner)))
    member = read.members[0]
    assert unquote(member.url) == f"{ADDRESS}!/ฉบับเต็ม.pdf"
    assert (member.file_name, member.within) == ("ฉบับเต็ม.pdf", ADDRESS)
    assert [inner.file_name for inner in member.members] == ["ใน.csv"]
    assert read.legibility is Legibility.GOOD


def test_a_file_that_is_too_large_or_damaged_says_so() -> None:
    body = bytes(with_files(("x.csv", b"a,b\n" * 50), ("empty.csv", b"")))
    large, empty = _pdf_files.unpack(body, 100)
    assert (large.name, large.note) == ("x.csv", "the file is larger than we open")
    assert (empty.name, empty.note) == ("empty.csv", "the file is damaged")
    assert list(_pdf_files.unpack(b"%PDF-1.7 nothing follows", 100)) == []


def test_a_letter_with_attachments_is_no_portfolio(opened: Open) -> None:
    read = opened(with_files(("x.csv", b"a,b\n1,2\n")))
    assert [block.where for block in read.blocks] == ["page 1"]
