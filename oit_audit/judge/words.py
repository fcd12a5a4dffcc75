"""The sentences of a verdict, in Thai and English."""

from __future__ import annotations

from collections.abc import Sequence

from oit_audit.hosts import known
from oit_audit.judge.freshness import YearReading
from oit_audit.judge.substance import flipbook_of
from oit_audit.model import (
    OVER_BUDGET,
    Candidate,
    DeadEnd,
    DeadEndKind,
    ElementVerdict,
    Item,
    Outcome,
    Reach,
    Rejected,
    SkipReason,
    Status,
    Text,
)
from oit_audit.thai import note_in_thai

_LABEL = 120
"""Characters of a label that are shown."""

_ADDRESS = 160
"""Characters of an address that are shown."""

_WHY: dict[SkipReason, Text] = {
    SkipReason.NOT_FOUND: Text("ลิงก์เสีย (404 ไม่พบหน้า)", "the link is dead (404 not found)"),
    SkipReason.GONE: Text("ลิงก์เสีย (410 ลบแล้ว)", "the link is dead (410 gone)"),
    SkipReason.SOFT_NOT_FOUND: Text(
        "เปิดแล้วเป็นหน้า “ไม่พบข้อมูล”", "it opens a page that says not found"
    ),
    SkipReason.LOGIN: Text(
        "ต้องเข้าสู่ระบบจึงจะเปิดได้ ประชาชนจึงเปิดไม่ได้", "it asks for a login, so the public cannot open it"
    ),
    SkipReason.FORBIDDEN: Text("เว็บไซต์ไม่อนุญาตให้เปิด (403)", "the site forbids it (403)"),
    SkipReason.ROBOTS: Text("robots.txt ของเว็บไซต์ห้ามเข้าไปดู", "the site's robots.txt keeps us out"),
    SkipReason.BLOCKED: Text("ไฟร์วอลล์ของเว็บไซต์ปิดกั้น", "the site's firewall keeps us out"),
    SkipReason.RATE_LIMITED: Text(
        "เว็บไซต์จำกัดจำนวนครั้งที่เปิด (429)", "the site limits how often it may be asked (429)"
    ),
    SkipReason.DNS: Text("ไม่พบชื่อโดเมน", "there is no host of this name"),
    SkipReason.REFUSED: Text("เครื่องแม่ข่ายปฏิเสธการเชื่อมต่อ", "the server refuses the connection"),
    SkipReason.RESET: Text("การเชื่อมต่อถูกตัด", "the connection was cut off"),
    SkipReason.CONNECT_TIMEOUT: Text(
        "ต่อกับเครื่องแม่ข่ายไม่ได้ภายในเวลา", "there was no connection in time"
    ),
    SkipReason.TIMEOUT: Text("เว็บไซต์ไม่ตอบภายในเวลา", "the site did not answer in time"),
    SkipReason.SLOW: Text("ส่งข้อมูลช้าจนไม่ครบในเวลา", "it came too slowly to be had whole"),
    SkipReason.TRUNCATED: Text("ได้รับข้อมูลไม่ครบ", "the answer was incomplete"),
    SkipReason.BAD_ENCODING: Text("การบีบอัดข้อมูลเสียหาย", "its compression is damaged"),
    SkipReason.BOMB: Text("ข้อมูลบีบอัดขยายตัวผิดปกติ", "it unpacks out of all proportion"),
    SkipReason.TOO_LARGE: Text("ไฟล์ใหญ่เกินกำหนด", "the file is too large"),
    SkipReason.WRONG_TYPE: Text(
        "เป็นไฟล์ชนิดที่โปรแกรมไม่อ่าน เช่น วิดีโอ", "it is of a kind that is not read, such as video"
    ),
    SkipReason.PRIVATE_ADDRESS: Text(
        "เป็นที่อยู่ภายในเครือข่าย ประชาชนเปิดไม่ได้", "it lies in a private network"
    ),
    SkipReason.PARKED: Text("ชื่อโดเมนว่างหรือประกาศขาย", "the domain is vacant or for sale"),
    SkipReason.NEEDS_COOKIES: Text("เปิดไม่ได้ถ้าไม่รับคุกกี้", "it does not open without cookies"),
    SkipReason.NEEDS_BROWSER: Text(
        "หน้าว่างจนกว่าจะรัน JavaScript ต้องให้คนเปิดดู",
        "it is empty until JavaScript has run; a person must look",
    ),
    SkipReason.TLS: Text("เชื่อมต่อแบบ HTTPS ไม่สำเร็จ", "no secure connection could be made"),
    SkipReason.TLS_EXPIRED: Text("ใบรับรอง HTTPS หมดอายุ", "its certificate has expired"),
    SkipReason.TLS_WRONG_HOST: Text(
        "ใบรับรอง HTTPS เป็นของชื่ออื่น", "its certificate belongs to another name"
    ),
    SkipReason.TLS_INCOMPLETE: Text(
        "ใบรับรอง HTTPS ติดตั้งไม่ครบชุด", "its certificate is not installed whole"
    ),
    SkipReason.TLS_UNTRUSTED: Text(
        "ใบรับรอง HTTPS ไม่น่าเชื่อถือ", "its certificate has no trusted issuer"
    ),
    SkipReason.TLS_OLD: Text("เครื่องแม่ข่ายใช้ HTTPS รุ่นเก่า", "the server speaks an old HTTPS"),
    SkipReason.TRAP: Text("เป็นหน้าที่สร้างต่อเนื่องไม่สิ้นสุด", "it is one of endless generated pages"),
    SkipReason.INTERRUPTED: Text("การตรวจถูกหยุดก่อน", "the scan was stopped before"),
    SkipReason.NETWORK: Text("เครือข่ายขัดข้อง", "the network failed"),
    SkipReason.STATUS: Text(
        "เครื่องแม่ข่ายตอบด้วยสถานะที่ไม่รองรับ", "the server gave an unexpected answer"
    ),
    SkipReason.SERVER_ERROR: Text("เว็บไซต์ขัดข้อง (5xx)", "the site failed (5xx)"),
    SkipReason.BUDGET: Text(
        "ครบขีดจำกัดของการตรวจก่อนถึงหน้านี้", "the scan's budget ended before this page"
    ),
    SkipReason.INVALID_URL: Text("ที่อยู่ลิงก์ไม่ถูกต้อง", "the address is not valid"),
    SkipReason.REDIRECT_LOOP: Text("ลิงก์วนไม่รู้จบ", "the link redirects in a circle"),
    SkipReason.OFF_SITE: Text("ลิงก์พาออกไปนอกเว็บไซต์", "the link leads off the site"),
    SkipReason.NEEDS_PERMISSION: Text(
        "ยังไม่เปิดสิทธิ์ให้ทุกคน ประชาชนจึงเปิดไม่ได้",
        "it is not shared with everybody, so the public cannot open it",
    ),
    SkipReason.FOREIGN_FOLDER: Text(
        "เป็นโฟลเดอร์ซึ่งโปรแกรมอ่านรายชื่อไฟล์ไม่ได้", "it is a folder whose files cannot be read"
    ),
    SkipReason.FOREIGN_ROBOTS: Text(
        "ผู้ให้บริการไม่อนุญาตให้โปรแกรมเปิดไฟล์ (robots.txt)",
        "the service does not let programs open the file (robots.txt)",
    ),
    SkipReason.FOREIGN_QUOTA: Text(
        "ผู้ให้บริการแจ้งว่ามีคนเปิดไฟล์นี้มากเกินกำหนดในวันนี้",
        "the service says that too many have opened the file today",
    ),
    SkipReason.FOREIGN_PAGE: Text(
        "ผู้ให้บริการแสดงหน้าเว็บของตนแทนไฟล์ จึงยังบอกไม่ได้",
        "the service showed a page of its own instead of the file",
    ),
}


def why(reason: SkipReason) -> Text:
    """Say why an address was not seen, as a clause."""
    return _WHY[reason]


def dead_end(end: DeadEnd) -> Text:
    """Say where a label ended."""
    if end.kind is DeadEndKind.NO_ADDRESS:
        why = Text("มีแต่ชื่อเมนู ไม่มีลิงก์", "a label only, with no link behind it")
    elif end.kind is DeadEndKind.UNASKED or end.skip is None:
        why = Text("การตรวจไม่ได้เปิดลิงก์นี้", "the scan did not open this link")
    else:
        why = _WHY[end.skip.reason]
    return Text(f"“{end.label[:_LABEL]}”: {why.th}", f"“{end.label[:_LABEL]}”: {why.en}")


def shown(status: Status, elements: Sequence[ElementVerdict], candidate: Candidate) -> Text:
    """Say what the evidence shows, and what it lacks."""
    where = candidate.label[:_LABEL]
    binding = [e for e in elements if e.binds]
    absent = [e for e in binding if e.finding.outcome is Outcome.ABSENT]
    untold = [e for e in binding if e.finding.outcome is Outcome.CANNOT_TELL]
    if status is Status.PARTIAL:
        th = " · ".join(f"{e.says.th} ({e.finding.reason.th})" for e in absent)
        en = "; ".join(f"{e.says.en} ({e.finding.reason.en})" for e in absent)
        return Text(f"พบ “{where}” แต่ยังขาด {th}", f"found “{where}”, which lacks: {en}")
    if status is Status.UNKNOWN:
        th = " · ".join(f"{e.says.th} ({e.finding.reason.th})" for e in untold)
        en = "; ".join(f"{e.says.en} ({e.finding.reason.en})" for e in untold)
        if not untold:
            th, en = "ไม่พบองค์ประกอบที่มักต้องแสดง", "it shows none of the elements usually shown"
        return Text(
            f"พบ “{where}” แต่ต้องให้คนตรวจ: {th}", f"found “{where}”; a person must look: {en}"
        )
    if not binding:
        return Text(
            f"พบ “{where}” มีเนื้อหาจริง (ยังไม่พบเกณฑ์องค์ประกอบของข้อนี้ในแหล่งอ้างอิง)",
            f"found “{where}” with real content (no rule for its elements could be read)",
        )
    return Text(
        f"พบ “{where}” ครบ {len(binding)} องค์ประกอบ",
        f"found “{where}” with all {len(binding)} elements",
    )


def perhaps_newer(found: Text) -> Text:
    """Say that a newer paper may lie where the scan did not look."""
    return Text(
        f"{found.th} แต่ดูเว็บไซต์ไม่ครบ อาจมีฉบับใหม่กว่า",
        f"{found.en}; the site was not seen whole, so a newer one may be there",
    )


def undated(candidate: Candidate) -> Text:
    """Say that no year is named."""
    return Text(
        f"พบ “{candidate.label[:_LABEL]}” แต่ไม่ระบุปี ต้องให้คนตรวจ",
        f"found “{candidate.label[:_LABEL]}”, which names no year; a person must look",
    )


def unreadable(candidate: Candidate) -> Text:
    """Say that the words cannot be read."""
    if service := flipbook_of(candidate.document):
        return _in_flipbook(candidate, service)
    note = candidate.document.legibility_note or "no readable text"
    if note == OVER_BUDGET:
        return Text(
            f"พบ “{candidate.label[:_LABEL]}” เป็นภาพสแกนที่ยังไม่ได้อ่าน เพราะครบจำนวนหน้าที่ให้รู้จำตัวอักษรแล้ว "
            "(--max-ocr-pages) ต้องให้คนตรวจ",
            f"found “{candidate.label[:_LABEL]}”, a scan that was not read: as many pages as"
            " allowed were recognised before it (--max-ocr-pages); a person must look",
        )
    thai = note_in_thai(note) or "เช่น เป็นภาพสแกน"
    return Text(
        f"พบ “{candidate.label[:_LABEL]}” แต่อ่านข้อความในไฟล์ไม่ได้ ({thai}) ต้องให้คนตรวจ",
        f"found “{candidate.label[:_LABEL]}”, which cannot be read ({note}); a person must look",
    )


def _in_flipbook(candidate: Candidate, service: str) -> Text:
    """Say that a service shows the paper in a way that cannot be read."""
    label = candidate.label[:_LABEL]
    return Text(
        f"พบ “{label}” แต่เอกสารแสดงเป็นหนังสือพลิกหน้าของ {service} ซึ่งอ่านข้อความไม่ได้ "
        "ต้องให้คนตรวจ และควรวางไฟล์ PDF ไว้คู่กัน",
        f"found “{label}”, but the paper is shown by a flipbook of {service}, "
        "whose text cannot be read; a person must look; put the PDF beside it",
    )


def beside_flipbook(remedy: Text, candidates: Sequence[Candidate]) -> Text:
    """Add to a remedy what a flipbook asks for; none of the candidates may show one."""
    if not any(flipbook_of(candidate.document) for candidate in candidates):
        return remedy
    return Text(
        f"{remedy.th} วางไฟล์ PDF ที่มีข้อความ (ไม่ใช่ภาพสแกน) ไว้คู่กับหนังสือพลิกหน้า "
        "เพื่อให้ประชาชนทุกคน รวมทั้งคนพิการทางการเห็น อ่านได้",
        f"{remedy.en} Put the PDF, with text rather than scans, beside the flipbook, "
        "so that everybody can read it, people who cannot see included.",
    )


def off_site(candidate: Candidate) -> Text:
    """Say that the label leads to another host, whose it is, and why it was not seen."""
    if service := flipbook_of(candidate.document):
        return _in_flipbook(candidate, service)
    target = candidate.document.links[0].url[:_ADDRESS] if candidate.document.links else ""
    foreign = known(target)
    if foreign is not None:
        name, label = foreign.service.name, candidate.label[:_LABEL]
        why = Text("ซึ่งไม่ได้เปิดดู", "which was not opened")
        if candidate.skip is not None:
            why = _WHY[candidate.skip.reason]
        return Text(
            f"“{label}” อยู่ที่{_apart(name.th)} ({target}) {why.th} ต้องให้คนตรวจ",
            f"“{label}” lies at {name.en} ({target}): {why.en}; a person must look",
        )
    return Text(
        f"“{candidate.label[:_LABEL]}” อยู่นอกเว็บไซต์ ({target}) ซึ่งไม่ได้เปิดดู ต้องให้คนตรวจ",
        f"“{candidate.label[:_LABEL]}” lies on another host ({target}), which was not opened; "
        "a person must look",
    )


def _apart(name: str) -> str:
    """Return a name as it follows Thai words: one in Latin letters after a space."""
    return f" {name}" if name[:1].isascii() else name


def stale(reading: YearReading, wanted: int, *, binds: bool) -> Text:
    """Say that only another year's was found."""
    years = ", ".join(map(str, reading.years))
    if binds:
        return Text(
            f"พบแต่ของปี {years} ต้องเป็นของปี {wanted}",
            f"only that of B.E. {years} was found; {wanted} is asked",
        )
    return Text(
        f"พบแต่ของปี {years} น่าจะต้องเป็นของปี {wanted} แต่ยังไม่พบเกณฑ์ที่ยืนยัน ต้องให้คนตรวจ",
        f"only that of B.E. {years} was found; {wanted} is probably asked, "
        "but no rule could be read; a person must look",
    )


def missing(rejected: Sequence[Rejected], pages: int, documents: int) -> Text:
    """Say that a complete look found nothing, and where we looked."""
    looked = Text(
        f"ดูแล้ว {pages} หน้า {documents} เอกสาร", f"{pages} pages and {documents} documents were seen"
    )
    if rejected:
        reason = rejected[0].reason
        return Text(
            f"ไม่พบข้อมูลที่ใช้ได้ ({looked.th}): {reason.th}",
            f"nothing usable was found ({looked.en}): {reason.en}",
        )
    return Text(f"ไม่พบบนเว็บไซต์ ({looked.th})", f"not found on the site ({looked.en})")


def perhaps_in_scans(reason: Text, count: int) -> Text:
    """Add that scans which nothing names were not read: it may be among them."""
    return Text(
        f"{reason.th} แต่มีไฟล์สแกน {count:,} ไฟล์ที่ลิงก์ไม่บอกว่าเป็นเรื่องใดและอ่านไม่ได้ ควรเปิดดูด้วย",
        f"{reason.en}; {count:,} scans that no link explains could not be read: look at them too",
    )


def unseen(end: DeadEnd) -> Text:
    """Say that what may be the evidence could not be opened."""
    why = dead_end(end)
    return Text(f"อาจมี แต่เปิดดูไม่ได้: {why.th}", f"it may be there, but could not be opened: {why.en}")


def not_looked(reach: Reach) -> Text:
    """Say that the site was not seen whole."""
    return Text(
        "ยังไม่พบ แต่ดูเว็บไซต์ไม่ครบ จึงยังบอกไม่ได้ว่าไม่มี",
        f"not found, but the site was not seen whole ({reach.reason or 'unknown reason'}), "
        "so it cannot be called missing",
    )


def remedy(item: Item, status: Status, elements: Sequence[ElementVerdict]) -> Text:
    """Say what to do next."""
    if status is Status.MET:
        return Text("ไม่ต้องแก้ไข", "Nothing to do.")
    lacking = [e.remedy for e in elements if e.binds and e.finding.outcome is Outcome.ABSENT]
    if status is Status.PARTIAL and lacking:
        return Text(
            " ".join(dict.fromkeys(r.th for r in lacking)),
            " ".join(dict.fromkeys(r.en for r in lacking)),
        )
    return item.remedy
