"""Labels that say nothing by themselves, and the lines in which a document names itself."""

from __future__ import annotations

import re
from itertools import accumulate

from oit_audit.match.labels import LabelKind, read_label
from oit_audit.match.lexicon import ACCEPT, Lexicon, Understanding
from oit_audit.model import Document, Media
from oit_audit.thai import Finder, MentionKind, fold, mentions

_NEUTRAL = Finder(
    [
        "ดาวน์โหลดเอกสาร", "ดาวน์โหลดไฟล์", "ดาวน์โหลด", "ดาวโหลด", "คลิกที่นี่", "คลิกดูเอกสาร", "คลิกอ่าน", "คลิกเพื่อดู", "คลิก",
        "ที่นี่", "อ่านต่อ", "อ่านเพิ่มเติม", "อ่านรายละเอียด", "ดูรายละเอียด", "รายละเอียดเพิ่มเติม", "รายละเอียด", "ดูเพิ่มเติม", "ดูเอกสาร",
        "ดูไฟล์", "ดูทั้งหมด", "เอกสารแนบ", "ไฟล์แนบ", "เอกสาร", "เปิดดู", "เปิดไฟล์", "เปิด", "ไฟล์", "ลิงก์", "ลิงค์", "แนบไฟล์", "แนบ", "ดู",
        "เข้าชม", "ถัดไป", "ก่อนหน้า", "หน้าถัดไป", "หน้าก่อนหน้า", "หน้าแรก", "หน้าสุดท้าย", "หน้า", "ฉบับเต็ม", "ประกอบ", "ขนาด", "เพิ่มเติม",
        "ประจำปีงบประมาณ", "ปีงบประมาณ", "ปีงบ", "ประจำปี", "ปี", "พ.ศ.", "ไตรมาสที่", "ไตรมาส", "รอบ 6 เดือน", "เดือน", "ประจำเดือน", "ครั้งที่",
        "ฉบับที่", "ชุดที่", "ตอนที่", "ส่วนที่", "แผ่นที่", "ลำดับที่", "แรก", "หลัง", "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.",
        "ต.ค.", "พ.ย.", "ธ.ค.", "pdf", "docx", "doc", "xlsx", "xls", "word", "excel", "file", "download", "click here", "click", "here",
        "read more", "more", "view", "link", "open", "next", "prev", "previous", "page", "kb", "mb", "url", "jpg", "png", "ita", "oit", "o",
    ]
)  # fmt: skip
_NUMBERS = re.compile(r"\d+")
_RAW_ADDRESS = re.compile(r"https?://\S+|\S+\.(?:pdf|docx?|xlsx?|zip|rar)\b", re.IGNORECASE)
_SITE_SEPARATOR = re.compile(r"\s+[|»•·–—]\s+|\s+-\s+|\s*::\s*")
_LATIN_NAME = re.compile(r"[\w\-.%]*\d[\w\-.%]*\.\w{2,5}|[a-z0-9_\-]{1,24}", re.IGNORECASE)
_FIRST_LINES = 4


def is_neutral(text: str) -> bool:
    """Does the label say nothing of what it leads to: `ดาวน์โหลด`, `2`, `เดือนตุลาคม 2564`, a bare file name?"""
    bare = _RAW_ADDRESS.sub(" ", text)
    words = fold(_without_dates(read_label(bare).text))
    covered = set()
    for hit in _NEUTRAL.all(words):
        covered.update(range(hit.start, hit.end))
    for number in _NUMBERS.finditer(words):
        covered.update(range(number.start(), number.end()))
    rest = len(words) - len(covered)
    return rest <= 2 or (
        rest <= 24 and bool(_LATIN_NAME.fullmatch(text.strip())) and " " not in text.strip()
    )


def _without_dates(text: str) -> str:
    out = text
    for mention in mentions(text):
        if mention.kind is not MentionKind.LAW:
            out = out.replace(mention.quote, " ")
    return out


def own_names(document: Document) -> tuple[tuple[str, LabelKind], ...]:
    """Return the lines in which a document says what it is, the surest first; unique, may be empty."""
    names: list[tuple[str, LabelKind]] = []
    if document.media is Media.WEBPAGE:
        for level in (1, 2, 3, 4):
            texts = [b.text for b in document.blocks if b.heading == level][:2]
            names += [(text, LabelKind.HEADING) for text in texts if len(text) <= 300]
        names += [
            (part, LabelKind.TITLE)
            for part in _SITE_SEPARATOR.split(document.title)
            if part.strip()
        ]
    else:
        lines = first_lines(document)
        joined = list(accumulate(lines, lambda a, b: f"{a} {b}"))
        names += [(line[:300], LabelKind.TITLE) for line in joined]
        if document.title:
            names.append((document.title, LabelKind.TITLE))
        if document.file_name and not is_neutral(document.file_name):
            names.append((document.file_name, LabelKind.FILENAME))
    return tuple(
        dict.fromkeys((" ".join(name.split()), kind) for name, kind in names if name.strip())
    )


def first_lines(document: Document) -> list[str]:
    """Return the first lines of a paper; the first cells of its first table when it has no other text."""
    lines = [block.text for block in document.blocks[:_FIRST_LINES]]
    if not lines:
        lines = [
            " ".join(dict.fromkeys(cell for cell in row if cell))
            for t in document.tables[:1]
            for row in t.rows[:2]
        ]
    return [line for line in lines if line.strip()]


def understand_own(lexicon: Lexicon, document: Document) -> tuple[Understanding, ...]:
    """Return what the document's own names stand for, the surest first.

    A page whose headings and title say nothing speaks by its first lines.
    """
    read = tuple(lexicon.understand(name, kind) for name, kind in own_names(document))
    if document.media is not Media.WEBPAGE or any(u.concepts or u.other for u in read):
        return read
    lines = [block.text[:200] for block in document.blocks if not block.heading][:2]
    return (*read, *(lexicon.understand(line, LabelKind.TITLE) for line in lines))


def own_score(understandings: tuple[Understanding, ...], concept: str) -> float:
    """Return how well a document's own names stand for `concept`."""
    return max((understood.score(concept) for understood in understandings), default=0.0)


def rival(understandings: tuple[Understanding, ...], concept: str) -> str | None:
    """Return the concept that the document's surest telling name stands for, when none stands for `concept`."""
    if own_score(understandings, concept) >= ACCEPT:
        return None
    for understood in understandings:
        if understood.other or understood.concepts:
            return understood.other or understood.concepts[0]
    return None
