"""What the ids behind a verdict mean, in plain words; `{quote}` and `{weight}` are filled in."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Conclusion, Text

RULES: Mapping[str, Text] = {
    "elements_found": Text(
        "พบครบทุกองค์ประกอบที่มีเกณฑ์ และปีถูกต้อง",
        "every element that has a rule was found, and the year fits",
    ),
    "content_found": Text(
        "พบเนื้อหาจริงและปีถูกต้อง ข้อนี้ยังไม่พบเกณฑ์องค์ประกอบที่บังคับ",
        "real content of a fitting year was found; no rule names elements for this item",
    ),
    "elements_absent": Text(
        "พบข้อมูล แต่ขาดองค์ประกอบที่มีเกณฑ์อย่างน้อยหนึ่งอย่าง",
        "it was found, and lacks at least one element that a rule asks",
    ),
    "elements_untold": Text(
        "พบข้อมูล แต่มีองค์ประกอบที่ตัดสินไม่ได้",
        "it was found, and at least one element cannot be told",
    ),
    "nothing_usual": Text(
        "พบหน้าหรือเอกสาร แต่ไม่พบองค์ประกอบใดที่มักต้องแสดง",
        "something was found that shows none of the elements usually shown",
    ),
    "undated": Text(
        "พบข้อมูลที่ไม่ระบุปี ทั้งที่ข้อนี้กำหนดปี", "what was found names no year, and the item asks for one"
    ),
    "unreadable": Text("พบไฟล์หรือหน้าที่อ่านข้อความไม่ได้", "what was found has no words that can be read"),
    "other_year": Text(
        "พบแต่ของปีอื่น และมีเกณฑ์กำหนดปี", "only another year's was found, and a rule asks for the year"
    ),
    "perhaps_newer": Text(
        "พบแต่ของปีอื่น และดูเว็บไซต์ไม่ครบ จึงอาจมีฉบับใหม่กว่า",
        "only another year's was found; a newer one may be where the scan did not look",
    ),
    "perhaps_other_year": Text(
        "พบแต่ของปีอื่น แต่ยังไม่พบเกณฑ์ที่กำหนดปี จึงให้คนตรวจ",
        "only another year's was found; no rule for the year could be read, so a person must look",
    ),
    "strangers": Text(
        "มีแต่เอกสารที่อยู่ใต้หัวข้อนี้ซึ่งชื่อเป็นอย่างอื่น จึงให้คนตรวจ",
        "only papers named something else stand under this heading: a person must look",
    ),
    "unlabelled": Text(
        "ไม่มีลิงก์หรือชื่อใดบอกว่าเป็นเรื่องนี้ แต่พบหน้าที่แสดงครบทุกองค์ประกอบ",
        "no link or name says that it is this, but a page shows every element",
    ),
    "perhaps_unlabelled": Text(
        "ไม่มีลิงก์หรือชื่อใดบอกชัดว่าเป็นเรื่องนี้ แต่มีชื่อที่ใกล้เคียง จึงให้คนตรวจ",
        "no link or name says clearly that it is this, but one comes near: a person must look",
    ),
    "perhaps_in_force": Text(
        "พบแต่ฉบับที่สิ้นสุดก่อนปีที่ประเมิน จึงต้องให้คนดูว่ายังใช้บังคับหรือไม่",
        "what was found ends before the assessed year: whether it is in force, a person must look",
    ),
    "tells_of_another": Text(
        "พบหน้าที่เนื้อหากล่าวถึงเรื่องของข้ออื่น และขาดสิ่งที่มักแสดง จึงให้คนตรวจ",
        "what was found tells of another item and lacks the usual: a person must look",
    ),
    "not_due": Text(
        "ยังไม่สิ้นสุดรอบ 6 เดือนแรก จึงยังไม่ถึงกำหนด",
        "the first six months are not over: it is not due yet",
    ),
    "off_site": Text(
        "ลิงก์พาไปเว็บไซต์อื่นซึ่งไม่ได้เปิดดู", "the link leads to another website that was not opened"
    ),
    "nothing_there": Text(
        "ดูเว็บไซต์ครบแล้ว ไม่พบสิ่งที่ใช้เป็นหลักฐานได้",
        "the website was seen whole, and nothing on it can be the evidence",
    ),
    "not_opened": Text("มีลิงก์ที่น่าจะใช่ แต่เปิดดูไม่ได้", "a link that may lead to it could not be opened"),
    "not_looked": Text(
        "ยังดูเว็บไซต์ไม่ครบ จึงไม่สรุปว่าไม่มี",
        "the website was not seen whole, so nothing is called missing",
    ),
}
"""What gave the status, by the id of the rule."""

GROUNDS: Mapping[str, tuple[Text, Text]] = {
    "undecided": (
        Text("โปรแกรมตัดสินไม่ได้ ต้องให้คนตรวจ", "this cannot be decided here; a person must look"),
        Text("โปรแกรมตัดสินได้", "this could be decided"),
    ),
    "says_itself": (
        Text("ชื่อหรือบรรทัดแรกของหลักฐานบอกเองว่าเป็นเรื่องนี้", "its own title or first lines say it"),
        Text(
            "ชื่อและบรรทัดแรกของหลักฐานไม่ได้บอกว่าเป็นเรื่องนี้", "its own title and first lines do not say it"
        ),
    ),
    "stranger": (
        Text(
            "ชื่อของหลักฐานเองเป็นอย่างอื่น มีแต่ตำแหน่งในรายการที่บอกว่าเป็นเรื่องนี้",
            "its own name says something else; only its place in a list speaks for it",
        ),
        Text("ชื่อของหลักฐานไม่ได้เป็นอย่างอื่น", "its own name says nothing else"),
    ),
    "unlabelled": (
        Text("ไม่มีลิงก์หรือชื่อใดบอกว่าเป็นเรื่องนี้", "no link or name says that it is this"),
        Text("มีลิงก์หรือชื่อที่บอกว่าเป็นเรื่องนี้", "a link or name says that it is this"),
    ),
    "year_not_asked": (
        Text("ข้อนี้ไม่กำหนดปี", "no year is asked"),
        Text("ข้อนี้กำหนดปี", "a year is asked"),
    ),
    "year_said": (
        Text(
            "ชื่อ ส่วนต้น ตาราง หรือข้อความลิงก์บอกปีที่ถูกต้อง",
            "title, opening, table or link name the right year",
        ),
        Text(
            "ปีไม่ได้อยู่ในชื่อ ส่วนต้น ตาราง หรือข้อความลิงก์ (หรือไม่ระบุปี)",
            "neither title, opening, table nor link name the year",
        ),
    ),
    "elements_tested": (
        Text("มีองค์ประกอบตามเกณฑ์ให้ตรวจ", "there are elements with a rule to test"),
        Text("ข้อนี้ไม่มีองค์ประกอบที่มีเกณฑ์ให้ตรวจ", "the item has no element with a rule to test"),
    ),
    "usual_elements": (
        Text("พบองค์ประกอบที่มักแสดงอย่างน้อยครึ่งหนึ่ง", "at least half of the usual elements are there"),
        Text("พบองค์ประกอบที่มักแสดงไม่ถึงครึ่ง", "fewer than half of the usual elements are there"),
    ),
    "own_label": (
        Text("ข้อความลิงก์บอกเองว่าเป็นเรื่องนี้", "the label that leads to it says it"),
        Text(
            "ข้อความลิงก์ไม่ได้บอก อาศัยข้อความรอบลิงก์",
            "the label says nothing; what stands around it does",
        ),
    ),
    "recognised": (
        Text(
            "ข้อความมาจากการรู้จำตัวอักษรในภาพ (OCR) จึงไม่ให้ความมั่นใจสูง",
            "its words were recognised in pictures (OCR), so this is never quite sure",
        ),
        Text("ข้อความอ่านจากไฟล์โดยตรง", "its words were read as text"),
    ),
    "kept_by_others": (
        Text(
            "เอกสารอยู่ที่บริการของผู้อื่น จึงไม่ให้ความมั่นใจสูง",
            "it lies at a service of others, so this is never quite sure",
        ),
        Text("เอกสารอยู่บนเว็บไซต์ของหน่วยงาน", "it lies on the organisation's own website"),
    ),
    "shared_address": (
        Text(
            "มีหลายข้อที่ใช้ที่อยู่เดียวกันนี้เป็นหลักฐาน จึงลดความมั่นใจ",
            "many items rest on this same address, so this is less sure",
        ),
        Text("ที่อยู่นี้ไม่ได้ใช้กับหลายข้อ", "few items rest on this address"),
    ),
    "seen_in_part": (
        Text("ดูเว็บไซต์ได้ไม่ครบ จึงลดความมั่นใจ", "the website was not seen whole, so this is less sure"),
        Text("ดูเว็บไซต์ครบ", "the website was seen whole"),
    ),
    "seen_whole": (
        Text("ดูเว็บไซต์ครบ", "the website was seen whole"),
        Text("ดูเว็บไซต์ได้ไม่ครบ", "the website was not seen whole"),
    ),
    "turned_down": (
        Text(
            "พบสิ่งที่อ้างว่าเป็นข้อนี้ แต่ใช้ไม่ได้ (ดูเหตุผลด้านล่าง)",
            "something was held out as this, and was turned down (see below)",
        ),
        Text("ไม่พบสิ่งใดที่อ้างว่าเป็นข้อนี้เลย", "nothing was held out as this at all"),
    ),
    "silent_scans": (
        Text(
            "มีไฟล์สแกนที่ไม่รู้ว่าเป็นเรื่องใดและอ่านไม่ได้ จึงลดความมั่นใจ",
            "there are scans that nothing names and that cannot be read, so this is less sure",
        ),
        Text("ไม่มีไฟล์สแกนที่ไม่รู้เรื่อง", "there are no scans that nothing names"),
    ),
    "claims_disagree": (
        Text(
            "เลขข้อหรือชื่อที่เว็บไซต์ระบุไม่ตรงกับสิ่งที่ลิงก์ไป จึงลดความมั่นใจลงหนึ่งขั้น",
            "number or title on the site do not fit what they lead to: one step less sure",
        ),
        Text("เลขข้อและชื่อที่เว็บไซต์ระบุตรงกัน", "the numbers and titles that the site gives agree"),
    ),
    "years_disagree": (
        Text(
            "แหล่งที่บอกปีขัดแย้งกัน จึงลดความมั่นใจลงหนึ่งขั้น",
            "the sources of its year disagree, so this is one step less sure",
        ),
        Text("แหล่งที่บอกปีตรงกัน", "the sources of its year agree"),
    ),
    "year_rule": (
        Text("มีเกณฑ์กำหนดปีของข้อนี้", "a rule asks for the year of this item"),
        Text("ยังไม่พบเกณฑ์ที่กำหนดปีของข้อนี้", "no rule for the year of this item could be read"),
    ),
    "year_in_opening": (
        Text("ปีอื่นนั้นอยู่ในชื่อ ส่วนต้น หรือตาราง", "the other year stands in its title, opening or table"),
        Text(
            "ปีอื่นนั้นไม่ได้อยู่ในชื่อ ส่วนต้น หรือตาราง",
            "the other year stands neither in its title nor in its opening or table",
        ),
    ),
}
"""Conditions of the confidence, by id: what it means that one holds, and that it does not."""

SIGNALS: Mapping[str, Text] = {
    "frame": Text(
        "เป็นหน้าหลักรวมเมนูและส่วนท้าย จึงจัดไว้ท้ายสุด", "the home page with its frame: it ranks last"
    ),
    "year_right": Text("ปีตรงกับที่ข้อนี้กำหนด", "it is of the year that is asked"),
    "year_not_asked": Text("ข้อนี้ไม่กำหนดปี", "no year is asked"),
    "year_none": Text("ไม่ระบุปี", "it names no year"),
    "year_other": Text("เป็นของปีอื่น", "it is of another year"),
    "number": Text("มีเลขข้อกำกับอยู่ใกล้", "the number of the item stands beside it"),
    "other_number": Text(
        "มีเลขข้ออื่นกำกับอยู่ (เลขข้อเปลี่ยนทุกปี จึงไม่ใช้ตัดสินลำพัง)",
        "another item's number stands beside it (numbers move every year and decide nothing alone)",
    ),
    "own_title": Text(
        "ชื่อและบรรทัดแรกของเอกสารตรงกับข้อนี้ ({weight} จาก 1)",
        "its own title and first lines say it ({weight} of 1)",
    ),
    "silent_title": Text(
        "ชื่อและบรรทัดแรกของเอกสารไม่ได้บอกว่าเป็นเรื่องนี้ ({weight} จาก 1)",
        "its own title and first lines say nothing of it ({weight} of 1)",
    ),
    "label": Text(
        "ข้อความลิงก์หรือหัวข้อตรงกับข้อนี้ ({weight} จาก 1)",
        "the label that leads to it says it ({weight} of 1)",
    ),
    "label_around": Text(
        "ข้อความลิงก์เองไม่ได้บอก อาศัยข้อความรอบลิงก์ ({weight} จาก 1)",
        "the label is silent; what stands around it says it ({weight} of 1)",
    ),
    "label_granted": Text(
        "ข้อความลิงก์เองไม่ได้บอก แต่ชื่อของเอกสารหรือเลขข้อในรายการบอก ให้น้ำหนัก {weight} จาก 1",
        "the label's words do not say it; its own title or a number in a list does ({weight} of 1)",
    ),
    "rival": Text("ชื่อของเอกสารเองเป็นเรื่องอื่น", "its own title stands for something else"),
    "stranger": Text(
        "ชื่อของเอกสารเองเป็นอย่างอื่นที่โปรแกรมไม่รู้จัก", "its own name speaks of something we do not know"
    ),
    "clicks": Text("จำนวนคลิกจากหน้าหลัก: {weight}", "clicks from the home page: {weight}"),
    "own_name": Text("ชื่อหน่วยงานอยู่ส่วนต้นของเอกสาร", "the organisation's name stands at its top"),
    "recognised": Text(
        "ข้อความมาจากการรู้จำตัวอักษรในภาพ (OCR)", "its words were recognised in pictures (OCR)"
    ),
    "no_words": Text("อ่านข้อความไม่ได้", "its words cannot be read"),
    "poor_words": Text("ข้อความอ่านได้ไม่สมบูรณ์", "some of its words are damaged"),
    "off_site": Text("อยู่เว็บไซต์อื่นและไม่ได้เปิดดู", "it lies on another website and was not opened"),
    "host": Text("อยู่ที่บริการของผู้อื่น", "it lies at a service of others"),
    "part": Text("เป็นส่วนหนึ่งของหน้า ไม่ใช่ทั้งหน้า", "it is a part of a page, not the whole"),
    "bare": Text(
        "หน้านี้แทบไม่มีเนื้อหานอกจากหัวข้อและลิงก์", "the page says next to nothing but labels and links"
    ),
    "leads_on": Text("นำต่อไปยังหน้าหรือเอกสารอีก {weight} รายการ", "it leads on to {weight} more"),
    "other_subjects": Text(
        "มีหัวข้อของเรื่องอื่นอีก {weight} เรื่อง", "it has labels of {weight} other subjects"
    ),
    "dead_links": Text("มีลิงก์เสีย {weight} ลิงก์", "{weight} of its links lead nowhere"),
}

AHEAD: Mapping[str, Text] = {
    "elements": Text(
        "หลักฐานที่เลือกแสดงองค์ประกอบมากกว่า", "the chosen evidence shows more of the elements"
    ),
    "frame": Text("หน้าหลักจัดไว้ท้ายสุด", "the home page ranks last"),
    "year": Text("ปีของหลักฐานที่เลือกตรงกว่า", "the year of the chosen one fits better"),
    "number": Text("หลักฐานที่เลือกมีเลขข้อกำกับ", "the number of the item stands beside the chosen one"),
    "own_title": Text("ชื่อของหลักฐานที่เลือกตรงกว่า", "the chosen one's own title says it better"),
    "inherited": Text("ข้อความลิงก์ของหลักฐานที่เลือกบอกเอง", "the chosen one's label says it by itself"),
    "label": Text("ข้อความลิงก์ของหลักฐานที่เลือกตรงกว่า", "the chosen one's label says it better"),
    "concept": Text("หลักฐานที่เลือกเป็นเรื่องหลักของข้อนี้", "the chosen one is of the item's first subject"),
    "clicks": Text("หลักฐานที่เลือกอยู่ใกล้หน้าหลักกว่า", "the chosen one is nearer to the home page"),
}
"""Where the chosen candidate is ahead of another, by id."""

SOURCES: Mapping[str, Text] = {
    "title": Text("ชื่อ", "title"),
    "opening": Text("ส่วนต้น", "opening"),
    "label": Text("ข้อความลิงก์", "label"),
    "context": Text("ข้อความรอบลิงก์", "around the link"),
    "body": Text("เนื้อหา", "text"),
    "file_name": Text("ชื่อไฟล์", "file name"),
    "signed": Text("วันลงนาม", "signature"),
    "table": Text("เดือนในตาราง", "months of a table"),
    "upload": Text("ที่อยู่ไฟล์", "address"),
}

KINDS: Mapping[str, Text] = {
    "fiscal": Text("ปีงบประมาณ", "fiscal year"),
    "year": Text("ปี", "year"),
    "range": Text("ช่วงเวลา", "from one to another"),
    "date": Text("วันที่", "day"),
    "month": Text("เดือน", "month"),
    "half": Text("ครึ่งปี", "half a year"),
    "quarter": Text("ไตรมาส", "quarter"),
    "law": Text("ปีในชื่อกฎหมาย ไม่ใช้ตัดสิน", "in the name of a law: decides nothing"),
    "published": Text("วันที่เผยแพร่ ไม่ใช้ตัดสิน", "when it was put up: decides nothing"),
    "upload": Text("ปีในชื่อไฟล์", "in a file name"),
}

CONCLUSIONS: Mapping[Conclusion, Text] = {
    Conclusion.JUDGED: Text("ตรวจองค์ประกอบแล้ว", "its elements were looked for"),
    Conclusion.TOO_LITTLE: Text(
        "หน้าหลักเพียงหน้าเดียวแสดงองค์ประกอบไม่ถึงครึ่ง",
        "the home page alone shows fewer than half of the elements",
    ),
    Conclusion.UNDATED: Text("ไม่ระบุปี", "it names no year"),
    Conclusion.OTHER_YEAR: Text("เป็นของปีอื่น", "it is of another year"),
    Conclusion.UNREADABLE: Text("อ่านข้อความไม่ได้", "its words cannot be read"),
    Conclusion.OFF_SITE: Text("อยู่เว็บไซต์อื่น ไม่ได้เปิดดู", "on another website, not opened"),
    Conclusion.STRANGER: Text(
        "อยู่ใต้หัวข้อนี้ แต่ชื่อเป็นอย่างอื่น", "under this heading, but named something else"
    ),
    Conclusion.LIST: Text(
        "เป็นหน้ารวมลิงก์ ใช้เป็นทางไปยังเอกสาร ไม่ใช่หลักฐานเอง",
        "a list that leads to papers, no evidence itself",
    ),
    Conclusion.REJECTED: Text("ไม่ใช้เป็นหลักฐาน", "turned down"),
}
