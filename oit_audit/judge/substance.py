"""Is there anything behind the label: more than a heading, a promise, or copied instructions?"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from oit_audit.hosts import flipbook
from oit_audit.judge.furniture import letters_said, own_forms
from oit_audit.judge.rows import holds_amounts
from oit_audit.judge.said import KEPT, anchors, said
from oit_audit.model import Block, Candidate, Document, Legibility, Media, Text
from oit_audit.thai import Finder, fold, folded, sample_text
from oit_audit.words import worded

MANY_SUBJECTS = 2
"""Other concepts among its labels from which a page is a way to papers rather than one of them."""

_WEAK = 0.5
"""Below this, a label inherited from around the link is too little for a silent paper."""

_LEAST_LETTERS, _MOST_TEXTS, _MOST_LABELS = 24, 5_000, 300
"""Folded letters, beyond label and links, by which a page says something; lines, and labels of
sections, that are looked at."""

_UNFINISHED = Finder(
    (
        "อยู่ระหว่างปรับปรุง", "อยู่ระหว่างการปรับปรุง", "อยู่ระหว่างดำเนินการปรับปรุง",
        "กำลังปรับปรุง", "อยู่ระหว่างจัดทำ", "อยู่ระหว่างการจัดทำ", "อยู่ระหว่างดำเนินการจัดทำ",
        "อยู่ในระหว่างปรับปรุง", "อยู่ในระหว่างดำเนินการ", "อยู่ในระหว่างการจัดทำ",
        "รอปรับปรุงข้อมูล", "รอข้อมูล", "ขออภัยในความไม่สะดวก", "coming soon",
        "under construction", "page not found", "404 not found", "under maintenance",
        "being updated", "under development", "available soon", "work in progress", "stay tuned",
        "there are no articles in this category", "nothing found", "ยังไม่ได้เพิ่มข้อมูล",
        "ปิดปรับปรุง", "ยังไม่เปิดให้บริการ", "จะเปิดให้บริการเร็ว", "ระหว่างการทดสอบระบบ",
        "ระหว่างทดสอบระบบ", "ยังไม่แล้วเสร็จ", "ยังจัดทำไม่เสร็จ", "no data available",
        "no content", "เร็วๆ นี้", "รออัพเดท", "รออัปเดต", "กำลังรวบรวม", "อยู่ระหว่างรวบรวม",
        "อยู่ระหว่างการรวบรวม", "กำลังจัดเตรียม", "กำลังจัดทำ", "โปรดกลับมา", "รอเอกสาร",
        "จะเผยแพร่ภายหลัง", "จะนำเผยแพร่", "อยู่ระหว่างนำข้อมูล", "รอการปรับปรุง",
        "กำลังนำเข้าข้อมูล", "to be updated", "กำลังดำเนินการจัดทำ", "โปรดเข้าสู่ระบบ",
        "กรุณาเข้าสู่ระบบ",
    )
)  # fmt: skip
_NONE_HERE = Finder(
    (
        "ยังไม่มีข้อมูล", "ไม่พบข้อมูล", "ไม่มีข้อมูลในขณะนี้", "ยังไม่มีเนื้อหา",
        "ไม่มีเนื้อหา", "ไม่พบเนื้อหา", "ไม่พบหน้าที่", "ไม่พบหน้าเว็บ", "ไม่มีไฟล์",
        "ไม่พบไฟล์", "ไม่พบเอกสาร", "ไม่มีเอกสาร", "ไม่มีบทความในหมวด", "ยังไม่มีบทความ",
        "ยังไม่มีการเพิ่มข้อมูล",
    )
)  # fmt: skip
_TO_DO = (
    "ปรับปรุง จัดทำ รวบรวม เรียบเรียง อัพเดท อัปเดต อัพโหลด อัปโหลด นำเข้าข้อมูล นำข้อมูล เพิ่มข้อมูล เพิ่มเนื้อหา "
    "เตรียมข้อมูล จัดเตรียม บันทึกข้อมูล แก้ไขข้อมูล พัฒนาเว็บ พัฒนาระบบ พัฒนาหน้า สร้างเว็บ สร้างหน้า สร้างระบบ "
    "ตรวจสอบข้อมูล"
)
_IN_WORKS = re.compile(
    f"(?:{'|'.join(map(fold, ('ระหว่าง', 'กำลัง', 'รอ')))})(?:การ)?(?:{fold('ดำเนิน')}(?:การ)?)?"
    f"(?:{'|'.join(map(fold, _TO_DO.split()))})"
)
"""`กำลัง`, `อยู่ในระหว่างการ`, `รอ` and what is still to be done to a page, over folded text."""

_SAMPLE = Finder(
    (
        "some quick example text to build on the card title", "nulla vitae elit libero",
        "praesent commodo cursus magna", "placeholder content for",
        "this is a wider card with supporting text", "with supporting text below as a natural",
    )
)  # fmt: skip
"""Lines that kits of parts are sold with; beside others they only say nothing."""

_SHORT = 400
"""Folded letters up to which an `under construction` speaks for the whole page."""

_ICON = re.compile(
    r"^\s*(?:pdf|word|excel|doc|xls|file|icon|new|ใหม่|ไอคอน|ดาวน์โหลด|download)\s|icon|logo|bullet|arrow"
    r"|button|btn|spacer|blank|pdf\.|word\.|excel\.|/new[._-]|counter|line\.(?:gif|png)"
    r"|/(?:fb|facebook|line|twitter|share|print|e?mail|youtube|ig|instagram|tiktok)[^/]{0,12}"
    r"\.(?:png|gif|svg|jpe?g|webp)$",
    re.IGNORECASE,
)
"""Pictures that decorate."""

_PART_WORDS = 700
_PAGE_WORDS = 200
"""Characters up to which words beside dead links are only words about them."""

_COLUMNS = frozenset(
    map(
        fold,
        (
            "ลำดับ", "ลำดับที่", "ที่", "เรื่อง", "ชื่อเรื่อง", "หัวข้อ", "รายการ", "วันที่", "วันที่ประกาศ",
            "กลุ่มงาน", "หน่วยงาน", "ประเภท", "หมวดหมู่", "มุมมอง", "ไฟล์", "ไฟล์แนบ", "เอกสาร",
            "เอกสารแนบ", "รายละเอียด", "หมายเหตุ", "ผู้ประกาศ", "ผู้โพสต์", "จำนวนผู้เข้าชม", "เปิดดู",
            "ดาวน์โหลด", "no", "no.", "title", "date", "file", "view", "download",
        ),
    )
)  # fmt: skip
"""Heads of a list, which stand there also when the list has no entry."""

_EXPLANATION = re.compile(
    r"^[\W\d๐-๙o○●•▪–-]*(?:แสดง(?!เจต|ความ|ตน|ว่า)"
    r"|เป็น(?:ข้อมูล|แผน|รายงาน|การดำเนินการ|กิจกรรม|คู่มือ|ระบบ|ช่องทาง|การรายงาน)[^.]{0,120}(?:ของปี|ในปี|ประกอบด้วย|ของหน่วยงานที่|ที่มีระยะเวลา)"
    r"|สามารถเข้าถึงหรือเชื่อมโยงไปยังช่องทาง|กรณี[^.]{0,80}(?:ให้(?:หน่วยงาน)?(?:อธิบาย|ระบุ|ชี้แจง))|(?:โดย)?(?:มีข้อมูลรายละเอียด|มีเนื้อหา)?(?:อย่างน้อย)?ประกอบด้วย\s*$"
    r"|องค์ประกอบด้านข้อมูล"
    r"|(?:อยู่|ดูได้|ไป|เข้าไป|เข้า|คลิก|เลือก)(?:ที่|ใน)?\s?(?:แถบ)?(?:เมนู|หัวข้อ))"
)
"""What the item must show, and where to click for it: both are copied beside the links."""


@lru_cache(maxsize=KEPT)
def without_explanation(document: Document) -> Document:
    """Return the document without the assessor's explanations that offices copy beside their links.

    They say what an item *must* show, in just the words that a check looks for.
    """
    if document.media is not Media.WEBPAGE:
        return document
    kept = tuple(block for block in document.blocks if not _is_explanation(block))
    tables = tuple(
        replace(
            table,
            rows=tuple(
                tuple("" if _EXPLANATION.match(c) else c for c in row) for row in table.rows
            ),
        )
        for table in document.tables
    )
    if len(kept) == len(document.blocks) and tables == document.tables:
        return document
    return replace(document, blocks=kept, tables=tables)


def _is_explanation(block: Block) -> bool:
    return not block.heading and bool(_EXPLANATION.match(block.text))


def emptiness(document: Document, label: str, *around: str) -> Text | None:
    """Return why the document shows nothing, as a clause; None when it shows something.

    `around` are labels that enclose `label`. What cannot be read is not empty.
    """
    if document.legibility is Legibility.NONE:
        return None
    left = _left_to_do(document) or _says_none(document, label, *around)
    if left and not own_forms(document):
        return worded(
            "the page holds nothing yet (it says “{quoted}”)", quoted=_quoted(document, left)
        )
    if document.media is not Media.WEBPAGE:
        words = any(map(fold, said(document)))
        return None if words else worded("the file holds no text")
    shown = own_forms(document) or _own_pictures(document) or _has_figures(document)
    shown = shown or document.legibility is Legibility.POOR
    if is_bare(document, label, *around) and not shown:
        return worded("a heading only, with no content and no file that opens")
    return None


@lru_cache(maxsize=KEPT)
def _left_to_do(document: Document) -> str | None:
    """Return the words by which a document is still to be filled; None when there are none."""
    whole = "\n".join(said(document))
    return _unfinished(whole) or sample_text(whole)


def _unfinished(said: str) -> str | None:
    """Return the words of a short page by which it is still to come; None when there are none."""
    if len(fold(said)) > _SHORT:
        return None
    way_back = folded(said)
    hit, works = _UNFINISHED.first(way_back), _IN_WORKS.search(way_back.text)
    if hit is not None:
        return hit.phrase
    return way_back.quote(*works.span()) if works else None


def _says_none(document: Document, *labels: str) -> str | None:
    """Return the words of a line that says that nothing is there, and is all that is said.

    `ค่าธรรมเนียม ไม่มี` or `เอกสารที่ใช้: ไม่มีเอกสาร` among other words is of a part alone.
    """
    lines = [*said(document)]
    if sum(len(fold(line)) for line in lines) > _SHORT:
        return None
    for index, block in enumerate(document.blocks):
        hit = _NONE_HERE.first(block.text)
        if hit is not None:
            blocks = (*document.blocks[:index], *document.blocks[index + 1 :])
            return hit.phrase if is_bare(replace(document, blocks=blocks), *labels) else None
    return next((hit.phrase for line in lines if (hit := _NONE_HERE.first(line))), None)


def _own_pictures(document: Document) -> bool:
    """Does it show a picture that is not the face of a link?"""
    faces = {link.text for link in document.links if link.text}
    return any(
        picture.alt not in faces and not _ICON.search(f"{picture.alt} {picture.url}")
        for picture in document.pictures
    )


def is_picture_only(document: Document, label: str) -> bool:
    """Does a page say all it says in pictures?"""
    return (
        document.media is Media.WEBPAGE
        and _own_pictures(document)
        and not own_forms(document)
        and not _has_figures(document)
        and is_bare(document, label)
    )


def hides_its_paper(document: Document, label: str) -> bool:
    """Does a page say next to nothing besides what it shows and we cannot read?"""
    poor = document.media is Media.WEBPAGE and document.legibility is Legibility.POOR
    return poor and not document.tables and is_bare(document, label)


def flipbook_of(document: Document) -> str:
    """Return the service whose flipbook a page shows or leads to; empty when there is none."""
    services = (flipbook(link.url) for link in document.links if link.url)
    return next(filter(None, services), "")


def is_a_few_words(candidate: Candidate) -> bool:
    """Is it only some words under a heading, without table, form, picture or anything to open?"""
    document = candidate.document
    is_heading_part = candidate.is_part and "#" not in document.url
    if not is_heading_part or candidate.live_links or document.tables or own_forms(document):
        return False
    said = sum(len(block.text) for block in document.blocks if not block.heading)
    return said <= _PART_WORDS and not _own_pictures(document)


def is_of_no_help(candidate: Candidate) -> bool:
    """Is the label around a link all that speaks for what it opens, and too little for that?

    It may for a silent paper, not for an index of everything and not for a door that is shut.
    """
    if candidate.label_score < _WEAK or candidate.subjects >= MANY_SUBJECTS:
        return True
    forms = candidate.document.forms
    return bool(forms) and all(
        any(field.kind == "password" for field in form.fields) for form in forms
    )


def leads_nowhere(candidate: Candidate) -> Text | None:
    """Return why what a label opens is only a link that leads nowhere; None when it is more.

    A few words beside dead links are an announcement of the papers, not the papers.
    """
    document = candidate.document
    if document.media is not Media.WEBPAGE:
        return None
    if not candidate.dead_links or candidate.live_links or document.tables or own_forms(document):
        return None
    said = sum(len(block.text) for block in document.blocks if not block.heading)
    if said > (_PART_WORDS if candidate.is_part else _PAGE_WORDS) or _own_pictures(document):
        return None
    return worded("the link it holds leads nowhere")


def _has_figures(document: Document) -> bool:
    """Does it hold a table of figures, which says something without words?"""
    linked = {link.text for link in document.links if link.text}
    cells = (cell for table in document.tables for row in table.rows[1:] for cell in row)
    figures = any(cell and cell not in linked and any(c.isdigit() for c in cell) for cell in cells)
    return (figures and not linked) or holds_amounts(document)


def is_bare(document: Document, *labels: str) -> bool:
    """Does the page say next to nothing beyond its labels, its title and its links?"""
    sections = (section.label for section in document.sections[:_MOST_LABELS])
    spoken = frozenset(map(fold, (*labels, document.title, *sections))) - {""}
    linked = anchors(document)
    lines = [block.text for block in document.blocks if not block.heading]
    lines += [cell for table in document.tables for row in table.rows[1:] for cell in row if cell]
    letters = 0
    for line in lines[:_MOST_TEXTS]:
        if fold(line) in _COLUMNS or _SAMPLE.first(line):
            continue
        letters += letters_said(line, spoken, linked.inside(line))
        if letters >= _LEAST_LETTERS:
            return False
    return True


def _quoted(document: Document, phrase: str) -> str:
    for block in document.blocks:
        if fold(phrase) in fold(block.text):
            return block.text[:120]
    return phrase
