"""Is there a channel: to ask, to get an answer, to apply, to report, to say one's opinion?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from oit_audit.checks._forms import form_about
from oit_audit.checks._links import FILE, SURVEY, context_of, first_link, says
from oit_audit.checks._mixed import GENERAL, takes_all
from oit_audit.checks._part import Part
from oit_audit.checks._reading import Hit, found, not_found, read
from oit_audit.checks._services import way_to_apply
from oit_audit.checks._social import is_chat, is_foreign_form, is_network
from oit_audit.checks._words import CORRUPTION, any_of
from oit_audit.checks.contact import EMAIL, TELEPHONE
from oit_audit.model import (
    Document,
    Finding,
    Link,
    Region,
    Scene,
    Text,
)
from oit_audit.thai import fold
from oit_audit.words import worded

_ASK = re.compile(
    any_of(
        *("ถาม", "กระทู้", "เว็บบอร์ด", "กระดานสนทนา", "webboard", "q&a", "ข้อความ", "สอบถาม"),
        *("แชท", "แชต", "chat", "messenger", "inbox", "ติดต่อสอบถาม", "หัวข้อ", "ฝากข้อความ"),
    )
)
_ASK_LINK = re.compile(
    any_of(
        *("ตั้งกระทู้", "ตั้งคำถาม", "เว็บบอร์ด", "กระดานสนทนา", "กระดานถาม", "กระดานข่าวถาม", "webboard"),
        *("ถามตอบ", "ถาม - ตอบ", "สอบถามออนไลน์", "live chat", "แชทสด", "messenger", "แชทบอท"),
        *("แชตบอต", "chatbot", "ฝากคำถาม", "ส่งข้อความ"),
    )
)
_BOARD_ADDRESS = re.compile(r"web-?board|/board|/forum|/qa\b|/q-a\b|/guestbook", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?<!ถาม)(?<!ถาม[-–/ ])(?<!ถาม [-–/] )(?:ตอบ|คำตอบ|ผู้ตอบ|ตอบกลับ|ตอบโดย|answer|reply)\s*[:：]"
    r"|ตอบกลับ(?:โดย|เมื่อ|จาก)|ตอบโดย|ผู้ตอบ(?!แบบ|คำถามแบบ)(?:กระทู้)?\s*\S|เจ้าหน้าที่[^\n]{0,40}(?<!ถาม)(?<!ผู้)ตอบ|"
    r"(?:โดย|จาก|by|ผู้ตอบ|ตอบ)\s*:?\s*(?:ผู้ดูแลระบบ|แอดมิน|admin(?:istrator)?\b|webmaster)|"
    r"^(?:ผู้ดูแลระบบ|แอดมิน|admin(?:istrator)?\b|webmaster)|ความคิดเห็นที่\s*\d|\breplied\b|"
    r"(?:จำนวน)?(?:คำ)?ตอบ\s*\(?\s*[1-9]",
    re.IGNORECASE | re.MULTILINE,
)
_OFFICE_SAYS = re.compile(
    r"^(?:ตอบ|เจ้าหน้าที่|กอง[ก-๙]{2,20}|สำนักปลัด[ก-๙]{0,20}|งาน[ก-๙]{2,20}|เทศบาล[ก-๙]{2,30}|อบต\.?[ก-๙]{0,20})\s[^\n]{0,200}?"
    r"(?:ได้รับ|รับทราบ|รับแจ้ง|ดำเนินการ|ขอบคุณ|ตรวจสอบ|เข้าซ่อม|สามารถ|ติดต่อได้|ครับ|ค่ะ|นะคะ)",
    re.MULTILINE,
)
"""A line of the office that answers somebody."""

_REPLIES = re.compile(
    any_of("ตอบ", "คำตอบ", "ตอบกลับ", "จำนวนตอบ", "ความคิดเห็น", "replies", "answers")
)
_OPINION = re.compile(
    any_of("ความคิดเห็น", "ความเห็น", "ข้อเสนอแนะ", "เสนอแนะ", "แบบสำรวจ", "แบบประเมิน", "feedback")
)
_REPORT = re.compile(any_of("ร้องเรียน", "แจ้งเบาะแส", "แจ้งเรื่อง", "เบาะแส", "แจ้งการทุจริต", "รับแจ้ง"))
_APART = re.compile(
    any_of("แยกจาก", "แยกต่างหาก", "แยกออกจาก", "เฉพาะเรื่อง", "โดยเฉพาะ", "เท่านั้น", "เฉพาะการ")
)
_NEAR = 160


class Channel(StrEnum):
    """What the channel is for."""

    ASK = "ask"
    ANSWER = "answer"
    APPLY = "apply"
    REPORT = "report"
    OPINION = "opinion"
    SOCIAL = "social"
    REACHABLE = "reachable"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Channels(Part):
    """Look for a way to do it online: a form, a link to a system or chat, a board that is answered.

    Search boxes and logins are no channels, and a form to download is no online application. An
    address or number for reports of corruption counts where the page is about them. Every page that
    the crawl reached is reachable: its click path is the evidence.
    """

    name: ClassVar[str] = "channel"

    part: Channel
    """What to look for."""

    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Answer FOUND at the first such channel, and quote its label or form."""
        if self.part is Channel.REACHABLE:
            return _reachable(documents[0], scene)
        finder, says, lacks = _CHANNELS[self.part]
        for document in documents:
            if hit := finder(document):
                return found(hit, says)
        return not_found(documents, lacks)


def _reachable(document: Document, scene: Scene) -> Finding:
    path = " › ".join(("หน้าหลัก", *scene.click_path))
    hit = Hit(document, "click path", path)
    return found(hit, worded("can be reached from the main website"))


def _ask(document: Document) -> Hit | None:
    def opens_board(link: Link) -> bool:
        named = _ASK_LINK.search(says(link)) or _BOARD_ADDRESS.search(link.url)
        return link.region is Region.MAIN and named is not None and not FILE.search(link.url)

    return form_about(document, _ASK) or first_link(document, _opens_chat, opens_board)


def _opens_chat(link: Link) -> bool:
    """Does a link open a conversation: a chat window anywhere, an account only in the content?"""
    return is_chat(link.url) and (link.region is Region.MAIN or not is_network(link.url))


def _answer(document: Document) -> Hit | None:
    reading = read(document)
    said = reading.search(_ANSWER) or _counted_replies(document)
    if said is None and _ASK.search(reading.whole.text):
        said = reading.search(_OFFICE_SAYS)
    return said or first_link(document, _opens_chat)


def _counted_replies(document: Document) -> Hit | None:
    """Return a topic of a board whose column of replies counts some."""
    for table in document.tables:
        for column, cell in enumerate(table.rows[0]):
            if not _REPLIES.fullmatch(fold(cell)):
                continue
            for row in table.rows[1:]:
                replies = row[column].strip() if column < len(row) else ""
                if replies.isdecimal() and int(replies) > 0:
                    return Hit(document, table.where, " | ".join(row))
    return None


def _report(document: Document) -> Hit | None:
    heads = fold(" ".join(line.text for line in read(document, headings=True).lines))
    about = CORRUPTION.search(heads) is not None
    if hit := form_about(document, CORRUPTION):
        return hit
    reading = read(document)
    if not about or not _REPORT.search(reading.whole.text):
        return None
    by_link = first_link(
        document,
        lambda link: is_foreign_form(link.url) and not SURVEY.search(context_of(link)),
        _opens_chat,
    )
    return by_link or reading.search(TELEPHONE) or reading.search(EMAIL)


def _opinion(document: Document) -> Hit | None:
    return form_about(document, _OPINION) or first_link(
        document,
        lambda link: is_foreign_form(link.url) and _OPINION.search(context_of(link)) is not None,
    )


def _social(document: Document) -> Hit | None:
    return first_link(document, lambda link: is_network(link.url))


def _apart(document: Document) -> Hit | None:
    reading = read(document)
    if takes_all(document):
        return None
    for match in CORRUPTION.finditer(reading.whole.text):
        near = reading.whole.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if _APART.search(near) and _REPORT.search(near):
            return reading.hit(match.start(), match.end())
    for line in read(document, headings=True).lines:
        head = fold(line.text)
        if CORRUPTION.search(head) and _REPORT.search(head) and not GENERAL.search(head):
            return Hit(document, line.where, line.text)
    return None


_CHANNELS: dict[Channel, tuple[Callable[[Document], Hit | None], Text, Text]] = {
    Channel.ASK: (
        _ask,
        worded("has a way to ask"),
        worded("has no way to ask online"),
    ),
    Channel.ANSWER: (
        _answer,
        worded("shows answers of the office"),
        worded("shows no answer of the office"),
    ),
    Channel.APPLY: (
        way_to_apply,
        worded("has a way to apply online"),
        worded("has no way to apply online"),
    ),
    Channel.REPORT: (
        _report,
        worded("has a way to report corruption"),
        worded("has no way to report corruption"),
    ),
    Channel.OPINION: (
        _opinion,
        worded("has a way to give an opinion"),
        worded("has no way to give an opinion"),
    ),
    Channel.SOCIAL: (
        _social,
        worded("links to a social network"),
        worded("links to no social network"),
    ),
    Channel.APART: (
        _apart,
        worded("is for corruption alone, apart from general complaints"),
        worded("does not show that it is apart from general complaints"),
    ),
}

CHECK = Channels
