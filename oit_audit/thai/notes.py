"""Why a document cannot be read, or a site was not seen whole, in Thai: word for word."""

from __future__ import annotations

import re

_CONVERT = "ควรเผยแพร่เป็น .docx หรือ PDF"
_BEGINNING = "จึงอ่านได้เฉพาะส่วนต้น"

_NOTES: tuple[tuple[str, str], ...] = (
    # any file
    (r"the answer is empty", "เว็บไซต์ส่งไฟล์เปล่า"),
    (r"the file could not be read: it is damaged or unusual", "ไฟล์เสียหายหรือผิดรูปแบบ"),
    (r"the file is damaged", "ไฟล์เสียหาย"),
    (r"the file is empty", "ไฟล์ไม่มีข้อมูล"),
    (r"the file is locked with a password", "ไฟล์ถูกล็อกด้วยรหัสผ่าน"),
    (r"the file is damaged, or locked with a password", "ไฟล์เสียหายหรือถูกล็อกด้วยรหัสผ่าน"),
    (r"the file is too long: only its beginning was read", f"ไฟล์ยาวมาก {_BEGINNING}"),
    (r"the file breaks off: only a part of it could be read", "ไฟล์ไม่สมบูรณ์ จึงอ่านได้เพียงบางส่วน"),
    (r"the file is larger than we open", "ไฟล์ใหญ่เกินกำหนด"),
    (r"the file unpacks to more than we open", "ไฟล์มีขนาดใหญ่เกินกำหนดเมื่อคลายออก"),
    (r"the file is packed in a way that cannot be opened", "ไฟล์ถูกบีบอัดด้วยวิธีที่โปรแกรมเปิดไม่ได้"),
    (r"reading the file took too long", "ใช้เวลาอ่านไฟล์นานเกินกำหนด"),
    (r"reading the file takes too much memory", "การอ่านไฟล์ใช้หน่วยความจำเกินกำหนด"),
    (r"the file broke the program that reads it", "ไฟล์ทำให้โปรแกรมที่ใช้อ่านหยุดทำงาน"),
    (r"the file says more than we keep", "ไฟล์มีเนื้อหามากเกินกำหนด"),
    (r"a file of a type that cannot be read: (.+)", r"เป็นไฟล์ชนิดที่โปรแกรมอ่านไม่ได้ (\1)"),
    # pages
    (r"the page is too long: only its beginning was read", f"หน้านี้ยาวมาก {_BEGINNING}"),
    (r"the page shows nothing without its scripts", "หน้านี้ว่างจนกว่าจะรัน JavaScript"),
    (
        r"the paper is shown by a flipbook of (.+), whose text cannot be read",
        r"เอกสารแสดงเป็นหนังสือพลิกหน้าของ \1 ซึ่งอ่านข้อความไม่ได้",
    ),
    (
        r"a viewer shows a paper whose address only its scripts know",
        "หน้านี้แสดงเอกสารด้วยโปรแกรมในหน้าเว็บ จึงไม่พบที่อยู่ของไฟล์จริง",
    ),
    (r"many characters of the page are damaged", "ตัวอักษรในหน้านี้เสียหายหลายแห่ง"),
    (r"the saved page is damaged", "ไฟล์หน้าเว็บที่บันทึกไว้เสียหาย"),
    # pictures and PDF
    (r"a picture: its text cannot be read", "เป็นรูปภาพ จึงอ่านข้อความไม่ได้"),
    (r"no text layer: probably a scan", "ไม่มีชั้นข้อความ น่าจะเป็นภาพสแกน"),
    (r"(\d+) of (\d+) pages have no text layer", r"\1 จาก \2 หน้าไม่มีชั้นข้อความ"),
    (r"only the first (\d+) of (\d+) pages were read", r"อ่านเฉพาะ \1 หน้าแรกจากทั้งหมด \2 หน้า"),
    (r"a scan, and what .+ is garbled", "เป็นภาพสแกน และข้อความที่เครื่องอ่านไว้ผิดจนใช้ไม่ได้"),
    (r"a scan: a machine .+", "เป็นภาพสแกน ข้อความที่เครื่องอ่านไว้อาจผิดบางคำ"),
    (r"read by OCR, pages (.+) of (\d+)", r"อ่านด้วย OCR เฉพาะหน้า \1 จาก \2 หน้า"),
    (r"read by OCR, and not every word for sure", "อ่านด้วย OCR และบางคำอ่านไม่แน่ชัด"),
    (r"no words were recognised in it", "OCR ไม่พบข้อความที่อ่านได้"),
    (r"recognising it took too long", "ใช้เวลารู้จำตัวอักษรนานเกินกำหนด"),
    (r"the recognising program .+", "โปรแกรมรู้จำตัวอักษรทำงานไม่สำเร็จ"),
    (r"not recognised: as many pages .+", "ครบจำนวนหน้าที่ให้รู้จำตัวอักษรแล้ว (--max-ocr-pages)"),
    (r"the page cannot be drawn", "แสดงหน้านี้เป็นภาพเพื่ออ่านไม่ได้"),
    (r"the picture is damaged or of an unusual kind", "ไฟล์รูปภาพเสียหายหรือเป็นชนิดที่เปิดไม่ได้"),
    (r"the picture has more than (\d+) million pixels", r"รูปภาพใหญ่เกิน \1 ล้านจุดภาพ"),
    (r"the picture is too small to hold words", "รูปภาพเล็กเกินกว่าจะมีข้อความ"),
    (r"the file is no longer there", "ไม่พบไฟล์แล้ว"),
    (r"the PDF is damaged", "ไฟล์ PDF เสียหาย"),
    (r"the PDF has no pages", "ไฟล์ PDF ไม่มีหน้าใด"),
    (
        r"a form that only Adobe Reader can show \(XFA\)",
        "เป็นแบบฟอร์ม PDF ชนิด XFA ซึ่งเปิดได้ด้วย Adobe Reader เท่านั้น",
    ),
    (
        r"the Thai letters of the text layer are not those of the paper",
        "ตัวอักษรไทยในชั้นข้อความไม่ตรงกับที่เห็นในเอกสาร",
    ),
    (
        r"the file's fonts do not say which letters they show",
        "แบบอักษรในไฟล์ไม่บอกว่าเป็นตัวอักษรใด",
    ),
    (r"many Thai marks stand where they do not belong", "สระและวรรณยุกต์อยู่ผิดที่หลายแห่ง"),
    (r"the PDF is locked with a password", "ไฟล์ PDF ถูกล็อกด้วยรหัสผ่าน"),
    (r"the text layer holds codes instead of letters", "ชั้นข้อความเป็นรหัส ไม่ใช่ตัวอักษร"),
    (r"many characters are lost: .+", "ตัวอักษรหายไปหลายแห่ง เพราะแบบอักษรในไฟล์ไม่บอกว่าเป็นตัวใด"),
    (r"many Thai letters are damaged", "ตัวอักษรไทยเสียหายหลายแห่ง"),
    (r"many Thai marks stand apart from their letters", "สระและวรรณยุกต์หลุดจากพยัญชนะหลายแห่ง"),
    (r"Thai vowels and tone marks are lost", "สระและวรรณยุกต์หายไป"),
    # Word and other texts
    (r"the Word document is damaged", "ไฟล์ Word เสียหาย"),
    (r"the Word document is locked with a password", "ไฟล์ Word ถูกล็อกด้วยรหัสผ่าน"),
    (r"the Word document is too large to open", "ไฟล์ Word ใหญ่เกินกำหนด"),
    (r"the rich text file is damaged", "ไฟล์ .rtf เสียหาย"),
    (r"the document holds no text", "เอกสารไม่มีข้อความ"),
    (r"the document holds only pictures: .+", "เอกสารมีแต่รูปภาพ น่าจะเป็นภาพสแกน"),
    (r"the document is too long: only its beginning was read", f"เอกสารยาวมาก {_BEGINNING}"),
    (r"the document is damaged, or locked with a password", "เอกสารเสียหายหรือถูกล็อกด้วยรหัสผ่าน"),
    (
        r"an old Word file \(\.doc\), which .+",
        f"เป็นไฟล์ Word รุ่นเก่า (.doc) ซึ่งต้องมีโปรแกรม LibreOffice หรือ antiword จึงจะอ่านได้ {_CONVERT}",
    ),
    (
        r"a text of another program, which .+",
        f"เป็นเอกสารของโปรแกรมอื่น ซึ่งต้องมีโปรแกรม LibreOffice จึงจะอ่านได้ {_CONVERT}",
    ),
    # presentations
    (r"slide (\d+) cannot be read", r"อ่านสไลด์ที่ \1 ไม่ได้"),
    (r"the presentation is damaged", "ไฟล์นำเสนอเสียหาย"),
    (r"the presentation is damaged, or locked with a password", "ไฟล์นำเสนอเสียหายหรือถูกล็อกด้วยรหัสผ่าน"),
    (r"the presentation is too large to open", "ไฟล์นำเสนอใหญ่เกินกำหนด"),
    (r"the presentation is too long: only its beginning was read", f"ไฟล์นำเสนอยาวมาก {_BEGINNING}"),
    (r"the presentation holds no text", "ไฟล์นำเสนอไม่มีข้อความ"),
    (r"the presentation holds only pictures", "ไฟล์นำเสนอมีแต่รูปภาพ"),
    (
        r"an old PowerPoint file, which .+",
        "เป็นไฟล์ PowerPoint รุ่นเก่า ซึ่งต้องมีโปรแกรม LibreOffice จึงจะอ่านได้ ควรเผยแพร่เป็น PDF",
    ),
    # workbooks
    (r"the workbook is damaged", "ไฟล์ Excel เสียหาย"),
    (r"the workbook is empty", "ไฟล์ Excel ไม่มีข้อมูล"),
    (r"the workbook is locked with a password", "ไฟล์ Excel ถูกล็อกด้วยรหัสผ่าน"),
    (r"the workbook is too long: only its beginning was read", f"ไฟล์ Excel ยาวมาก {_BEGINNING}"),
    (r"the workbook shows nothing: .+", "ไฟล์ Excel ไม่แสดงข้อมูลใด เพราะซ่อนแผ่นงานที่มีข้อมูลไว้"),
    (r"a sheet cannot be read: (.+)", r"อ่านแผ่นงาน “\1” ไม่ได้"),
    (r"a sheet is too large to open", "มีแผ่นงานที่ใหญ่เกินกำหนด"),
    (
        r"cells hold formulas whose results were not saved",
        "มีช่องที่เป็นสูตรแต่ไม่ได้บันทึกผลลัพธ์ไว้ ควรเปิดแล้วบันทึกใหม่ด้วย Excel",
    ),
    # archives
    (r"only the first (\d+) of the files in it were opened", r"เปิดดูเฉพาะ \1 ไฟล์แรกที่อยู่ข้างใน"),
    (r"an archive: the files in it were not opened", "เป็นไฟล์บีบอัดที่ยังไม่ได้เปิดดูไฟล์ข้างใน"),
    (r"one piece of an archive .+", "เป็นส่วนหนึ่งของไฟล์บีบอัดที่แบ่งเป็นหลายส่วน ควรเผยแพร่ทีละไฟล์"),
    (
        r"an? (\S+) archive, which bsdtar would open: .+",
        r"เป็นไฟล์ \1 ซึ่งต้องมีโปรแกรม bsdtar จึงจะเปิดได้ ควรเผยแพร่ทีละไฟล์หรือเป็น .zip",
    ),
    # others
    (r"an old Office file: it cannot be read", "เป็นไฟล์ Office รุ่นเก่าที่โปรแกรมอ่านไม่ได้"),
    (r"an Office file that is locked .+", "เป็นไฟล์ Office ที่ถูกล็อกด้วยรหัสผ่าน"),
    (r"an Office file that unpacks .+", "เป็นไฟล์ Office ที่มีขนาดใหญ่เกินกำหนดเมื่อคลายออก"),
    (r"an XML file for programs: .+", "เป็นไฟล์ XML สำหรับโปรแกรม"),
    (r"a JSON file for programs: .+", "เป็นไฟล์ JSON สำหรับโปรแกรม"),
)  # fmt: skip
_COMPILED = tuple((re.compile(note), thai) for note, thai in _NOTES)

_REASONS: tuple[tuple[str, str], ...] = (
    (r"interrupted", "การตรวจถูกหยุดกลางคัน"),
    (r"only the links of the list were visited", "ตรวจเฉพาะลิงก์ในรายการ"),
    (r"the budget of (\S+) seconds is spent", r"ครบเวลาที่กำหนดไว้ \1 วินาที"),
    (r"the budget of (\d+) bytes is spent", r"ครบปริมาณข้อมูลที่กำหนดไว้ \1 ไบต์"),
    (r"the budget of (\d+) requests is spent", r"ครบจำนวนคำขอที่กำหนดไว้ \1 ครั้ง"),
    (r"the budget of (\d+) pages is spent", r"ครบจำนวนหน้าเว็บที่กำหนดไว้ \1 หน้า"),
    (r"the budget of (\d+) documents is spent", r"ครบจำนวนเอกสารที่กำหนดไว้ \1 ไฟล์"),
    (r"pages need a browser", "มีหน้าที่ต้องเปิดด้วยเบราว์เซอร์"),
    (r"pages behind addresses with #/ were not opened", "ไม่ได้เปิดหน้าที่ที่อยู่เว็บมี #/"),
    (r"there are too many pages of one kind", "มีหน้าชนิดเดียวกันมากเกินไป"),
    (r"(\S+) stopped answering", r"\1 หยุดตอบ"),
    (r"the robots\.txt of (\S+) could not be read", r"อ่าน robots.txt ของ \1 ไม่ได้"),
    (r"a page has more than (\d+) links", r"มีหน้าที่มีลิงก์เกิน \1 ลิงก์"),
    (r"the site has too many addresses", "เว็บไซต์มีที่อยู่เว็บมากเกินไป"),
    (r"(\S+) is not a public address", r"\1 ไม่ใช่ที่อยู่สาธารณะ"),
    (r"(\S+) is (\S+), which is not a public address", r"\1 คือ \2 ซึ่งไม่ใช่ที่อยู่สาธารณะ"),
    (r"port (\S+) is not one of a website", r"พอร์ต \1 ไม่ใช่พอร์ตของเว็บไซต์"),
    (r"no address for (\S+)", r"ไม่พบที่อยู่ IP ของ \1"),
    (r"(\d+) of (\d+) addresses could not be looked at", r"เปิดดูไม่ได้ \1 จาก \2 ที่อยู่เว็บ"),
)  # fmt: skip
_COMPILED_REASONS = tuple((re.compile(reason), thai) for reason, thai in _REASONS)


def note_in_thai(note: str) -> str:
    """Return `note` in Thai; empty when we have no words for it.

    >>> note_in_thai("slide 2 cannot be read")
    'อ่านสไลด์ที่ 2 ไม่ได้'
    """
    return _said(note, _COMPILED)


def reason_in_thai(reason: str) -> str:
    """Return in Thai why a site was not seen whole, or not at all; empty without words for it.

    >>> reason_in_thai("the budget of 5 pages is spent")
    'ครบจำนวนหน้าเว็บที่กำหนดไว้ 5 หน้า'
    """
    return _said(reason, _COMPILED_REASONS)


def _said(words: str, known: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, thai in known:
        if found := pattern.fullmatch(words):
            return found.expand(thai)
    return ""
