"""What stands on a page and says nothing of its own: meta lines, share bars, offers of files."""

from __future__ import annotations

import re

from oit_audit.model import Document, Form, Region
from oit_audit.thai import MentionKind, fold, mentions

_LONGEST_LABEL = 160
"""Characters up to which a line may be a label or the offer of a file."""

_META_LINE, _META_BAR = 80, 240
"""Characters of a line with one key of an article's data, and of a bar with several."""

_SEVERAL_KEYS = 3

_AROUND_A_LABEL = 12
"""Folded letters around a label, such as its number, that make it no other label."""

_SHORTEST_LABEL = 8

_LOGIN_WORDS = 120
"""Folded letters beside a login up to which a page is nothing but the login."""

_LOGIN_FIELDS = 4

_META = re.compile(
    r"(?:(?:เขียน|โพสต์?|เผยแพร่|สร้าง|แก้ไข|ประกาศ|บันทึก|ลงข่าว)โดย"
    r"|(?:โดย|ผู้(?:เขียน|โพสต์?|เผยแพร่|ประกาศ|ลงข่าว|ดูแลระบบ|อ่าน|(?:เข้า)?ชม)"
    r"|(?:เผยแพร่|โพสต์?|สร้าง|ประกาศ|แก้ไข|ปรับปรุง|อัป?พ?เดต|อัพเดท|เปลี่ยนแปลง)"
    r"(?:ข้อมูล)?(?:(?:ครั้ง)?ล่าสุด)?(?:เมื่อ|วันที่|ล่าสุด|(?<=ล่าสุด))(?:วันที่)?"
    r"|วันที่(?:เผยแพร่|ประกาศ|ลงประกาศ|โพสต์?|สร้าง|แก้ไข|ลงข่าว)"
    r"|หมวดหมู่|หมวด(?=\s*[:：])|ฮิต|(?:เข้า|เปิด)(?:ชม|อ่าน|ดู)|อ่าน(?:แล้ว)?(?=\s*[:(]?\s*[\d๐-๙])|จำนวน(?:ผู้|คน|ครั้ง)?(?:ที่)?(?:เข้า|เปิด)?(?:ชม|อ่าน|ดู)"
    r"|จำนวน(?:การ)?ดาวน์โหลด|ดาวน์โหลดแล้ว|แชร์|แบ่งปัน|แท็ก|ป้ายกำกับ|ขนาดไฟล์"
    r"|written by|posted (?:by|on|in)|published(?: on)?|created(?: on)?|last (?:updated|modified)"
    r"|(?:parent )?categor(?:y|ies)|hits|views|tags?|author|file ?size)(?=[\s:：\d๐-๙(]|$))",
    re.IGNORECASE,
)
"""Keys of the data that a content system prints beside an article."""

_BUTTONS = re.compile(
    r"(?>พิมพ์(?:หน้านี้)?|อีเมล|แชร์|แบ่งปัน|ส่งต่อ|ถูกใจ|ทวีต|ติดตาม|คัดลอกลิงก์|แชร์ไปยัง|ย้อนกลับ|กลับ"
    r"|print|e-?mail|pdf|share|tweet|like|copy link|facebook|twitter|line|x|linkedin|pinterest|back"
    r"|attachments?|ไฟล์แนบ|เอกสารแนบ|รายละเอียด(?:เพิ่มเติม)?|details?|next|prev(?:ious)?|ถัดไป|ก่อนหน้า|[\W\d_])++",
    re.IGNORECASE,
)
"""A line of nothing but buttons."""

_OFFER = re.compile(
    r"[\[(<«]?\s*(?:ดาวน์โหลด|ดาวน์โหลต|ดาวโหลด|download)(?:ไฟล์|เอกสาร|ที่นี่)?\s*[\])>»]?\s*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\W*(?:oit\W?)?[o0๐]\W?[0-9๐-๙]{1,2}(?![0-9๐-๙])", re.IGNORECASE)
"""An item's number before its title: `O37 …`, `๐๓๗ …`."""

_TRAIL = re.compile(r"[»›>/→][^»›>/→]{1,60}[»›>/→]")
"""Where one is on the site: `หน้าแรก » ITA » …`."""

_SILENT_WORDS = re.compile(
    r"https?://\S+|(?<!\S)\S{1,200}\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png)\b"
    r"|\d+(?:[.,]\d+)? ?(?:[km]b|bytes)\b"
    r"|เผยแพร่เมื่อ|โพสต์เมื่อ|วันที่|โดย|ผู้เข้าชม|จำนวนผู้ชม|อ่าน|ครั้ง|ลิงค์|ลิงก์|link|คลิก(?:ที่นี่|เพื่อ)?|เปิด(?:ดู|อ่าน)?"
    r"|รายละเอียด(?:ดัง|ตาม)(?:เอกสาร|ไฟล์)?(?:ที่)?แนบ(?:ท้าย|มา|มานี้)?|ดูรายละเอียด|(?:ไฟล์|เอกสาร)แนบ|ดูเอกสาร|\d+"
    r"|(?:จึง)?(?:ขอ)?(?:เผยแพร่|ประชาสัมพันธ์|ประกาศ|แจ้ง)?ให้(?:ประชาชน|ผู้สนใจ)(?:ทั่วไป)?(?:ได้)?(?:รับ)?ทราบ|โดยทั่วกัน",
    re.IGNORECASE,
)
_SEARCH = re.compile(r"ค้นหา|search|\bq\b|keyword", re.IGNORECASE)
_NOT_FILLED = frozenset({"hidden", "submit", "button", "image", "reset"})


def is_meta(text: str) -> bool:
    """Is a line what a content system prints beside an article: author, category, hits, buttons?"""
    line = text.strip(" |·•-–:()[]\u00a0")
    if len(line) > _META_BAR:
        return False
    if _BUTTONS.fullmatch(line):
        return True
    first = _META.match(line)
    if first is None:
        return False
    return len(line) <= _META_LINE or len(_META.findall(line)) >= _SEVERAL_KEYS


def is_offer(text: str) -> bool:
    """Is the line only the label of a file, `… [ดาวน์โหลด]`, whether that opens or not?"""
    return len(text) <= _LONGEST_LABEL and bool(_OFFER.search(text))


def letters_said(text: str, spoken: frozenset[str], linked: tuple[str, ...]) -> int:
    """Count the folded letters that a line says beyond labels, links, dates and article data.

    `spoken` are folded labels; `linked` the texts of links, the longest first.
    """
    folded = fold(text)
    if _is_label(text, folded, spoken) or is_offer(text) or is_meta(text):
        return 0
    for anchor in linked:
        text = text.replace(anchor, " ")
    if is_meta(text):
        return 0
    for mention in mentions(text):
        if mention.kind in (MentionKind.PUBLISHED, MentionKind.DATE):
            text = text.replace(mention.quote, " ")
    left = fold(_SILENT_WORDS.sub(" ", text))
    named = max((s for s in spoken if len(s) >= _SHORTEST_LABEL and s in left), key=len, default="")
    return len(left) - len(named)


def _is_label(text: str, folded: str, spoken: frozenset[str]) -> bool:
    if folded in spoken:
        return True
    if len(text) <= _LONGEST_LABEL and (_NUMBERED.match(text) or _TRAIL.search(text)):
        return any(len(s) >= _SHORTEST_LABEL and s in folded for s in spoken)
    return any(
        len(s) >= _SHORTEST_LABEL and s in folded and len(folded) - len(s) <= _AROUND_A_LABEL
        for s in spoken
    )


def own_forms(document: Document) -> tuple[Form, ...]:
    """Return the forms that are content: no search box, no login."""
    return tuple(form for form in document.forms if not (is_login(form) or _is_search(form)))


def is_login(form: Form) -> bool:
    """Does a form ask who one is, and nothing else?"""
    asked = [field for field in form.fields if field.kind not in _NOT_FILLED]
    return len(asked) <= _LOGIN_FIELDS and any(field.kind == "password" for field in asked)


def _is_search(form: Form) -> bool:
    asked = [field for field in form.fields if field.kind not in _NOT_FILLED]
    words = " ".join((*(field.label for field in asked), *form.buttons))
    is_one_line = len(asked) == 1 and asked[0].kind in ("search", "text")
    return is_one_line and (asked[0].kind == "search" or _SEARCH.search(words) is not None)


def asks_who_one_is(document: Document) -> bool:
    """Is a page nothing but a login?"""
    logins = [f for f in document.forms if is_login(f) and f.region is Region.MAIN]
    said = sum(len(fold(block.text)) for block in document.blocks)
    return bool(logins) and not own_forms(document) and not document.tables and said <= _LOGIN_WORDS
