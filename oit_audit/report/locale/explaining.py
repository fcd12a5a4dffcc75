"""What an explanation says between its facts."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text

SAYS: Mapping[str, Text] = {
    "verdict": Text("ผลและความมั่นใจ", "The verdict, and how sure it is"),
    "asks": Text("ข้อนี้ต้องแสดงอะไร", "What the item asks"),
    "elements": Text("พบอะไรของแต่ละองค์ประกอบ", "What was found of each element"),
    "candidates": Text("สิ่งที่พิจารณา เรียงจากที่ดีที่สุด", "What was considered, best first"),
    "evidence": Text("หลักฐานที่พบ", "The evidence"),
    "rejected": Text("สิ่งที่ไม่ใช้เป็นหลักฐาน และเหตุผล", "What was turned down, and why"),
    "dead_ends": Text("ชื่อเมนูหรือลิงก์ที่เปิดแล้วไม่พบข้อมูล", "Labels behind which nothing was seen"),
    "conflicts": Text("ปีที่ขัดแย้งกัน", "Years that do not agree"),
    "remedy": Text("ทำอย่างไรผลจึงจะเปลี่ยน", "What would change the verdict"),
    "complaint": Text("หากเห็นว่าผลนี้ไม่ถูกต้อง", "If this verdict is wrong"),
    "status": Text("ผล", "verdict"),
    "rule": Text("ที่มาของผล", "what gave it"),
    "reason": Text("เหตุผล", "why"),
    "look": Text("การตรวจข้อนี้", "the look at it"),
    "confidence": Text("ความมั่นใจ", "confidence"),
    "confidence_of_content": Text(
        "สูง เมื่อหลักฐานบอกเองว่าเป็นเรื่องนี้ ปีอยู่ในชื่อ ส่วนต้น ตาราง หรือลิงก์ และได้ตรวจองค์ประกอบตามเกณฑ์ "
        "(หรือข้อความลิงก์บอกเอง) · ปานกลาง เมื่อขาดบางอย่าง · ต่ำ เมื่อไม่มีทั้งชื่อและปี "
        "หรือพบองค์ประกอบที่มักแสดงไม่ถึงครึ่ง",
        "high: its own title says it; title, opening, table or label say the year; elements with a"
        " rule were tested (or the label says it too); medium: something of that is lacking; low:"
        " neither title nor year, or"
        " fewer than half of the usual elements",
    ),
    "confidence_of_year": Text(
        "สูง เมื่อปีอยู่ในชื่อ ส่วนต้น หรือตาราง และชื่อบอกเองว่าเป็นเรื่องนี้ · ปานกลาง เมื่อขาดอย่างหนึ่ง "
        "· ต่ำ เมื่อไม่มีเกณฑ์กำหนดปี",
        "high: title, opening or table say the year, and the title says what it is; medium: one of"
        " these is lacking; low: no rule asks for the year",
    ),
    "confidence_of_nothing": Text(
        "สูง เมื่อดูเว็บไซต์ครบและสิ่งที่อ้างว่าเป็นข้อนี้ใช้ไม่ได้ · ปานกลาง เมื่อไม่มีสิ่งใดอ้างว่าเป็นข้อนี้ "
        "· ต่ำ เมื่อมีไฟล์สแกนที่ไม่รู้ว่าเป็นเรื่องใด",
        "high: the website was seen whole, and what is held out as this was turned down; medium:"
        " nothing is held out as this; low: there are scans that nothing names",
    ),
    "of_year": Text("ปีที่กำหนด", "of the year"),
    "source": Text("ที่มา", "source"),
    "unit": Text("หน่วยงานรับผิดชอบ", "unit"),
    "binds": Text("มีผลต่อคะแนน", "counts"),
    "informs": Text("แจ้งเพื่อทราบ", "informs only"),
    "no_elements": Text(
        "ยังไม่พบเกณฑ์องค์ประกอบของข้อนี้", "no rule for elements of this item could be read"
    ),
    "not_tested": Text("ไม่ได้ตรวจองค์ประกอบ", "no element was looked for"),
    "no_checklist": Text(
        "รายการตรวจที่ใช้ในครั้งนั้นไม่มีในเครื่องนี้ จึงบอกที่มาของเกณฑ์ไม่ได้",
        "the checklist that this was judged by is not here, so sources cannot be told",
    ),
    "ranked": Text(
        "เลือกกลุ่มที่แสดงองค์ประกอบครบที่สุดก่อน หากเท่ากันเรียงตาม ปีที่ตรง เลขข้อ ชื่อเอกสาร "
        "ข้อความลิงก์ที่บอกเอง น้ำหนักของข้อความลิงก์ เรื่องหลักของข้อ และจำนวนคลิกจากหน้าหลัก",
        "chosen is what shows most of the elements; of equals the first by: the year that fits, the"
        " item's number beside it, its own title, a label that says it by itself, how well it says"
        " it, the item's first subject, clicks from the home page",
    ),
    "chosen": Text("ใช้เป็นหลักฐาน", "taken as evidence"),
    "title": Text("ชื่อ", "title"),
    "label": Text("ข้อความลิงก์", "label"),
    "path": Text("เส้นทาง", "click path"),
    "hub": Text("มีลิงก์อยู่ที่หน้า", "listed on"),
    "signals": Text("สิ่งที่สนับสนุนหรือคัดค้าน", "what speaks for and against it"),
    "years": Text("ปีและวันที่ที่พบ", "years and days seen"),
    "decides": Text("อ่านเป็นปีของรายการนี้", "read as its year"),
    "against": Text("ขัดแย้งกับปีที่อ่านได้", "disagrees with the year that was read"),
    "no_years": Text("ไม่พบปีหรือวันที่", "no year and no day"),
    "alone": Text(
        "เมื่อตรวจเฉพาะรายการนี้: พบ {found} องค์ประกอบ ไม่พบ {absent} ตัดสินไม่ได้ {untold}",
        "looked at alone: {found} elements found, {absent} absent, {untold} cannot be told",
    ),
    "behind": Text("เหตุที่ไม่ได้เลือก", "why another was chosen"),
    "none": Text("ไม่มี", "none"),
    "left_out": Text(
        "และอีก {count} รายการที่ไม่ได้บันทึกไว้", "and {count} more that are not written down"
    ),
    "stands_on": Text("ชื่อนี้อยู่ที่หน้า", "the label stands on"),
    "conflict": Text(
        "{url}: {source} บอกปี {year} (“{quote}”) แต่อ่านเป็นปี {read} จาก{trusted} ซึ่งเชื่อถือได้กว่า",
        "{url}: {source} says {year} (“{quote}”), and {read} was read from its {trusted}, which is"
        " trusted more",
    ),
    "older": Text(
        "ไฟล์ผลการตรวจนี้เขียนโดยรุ่นก่อน ซึ่งไม่ได้บันทึกสัญญาณ น้ำหนัก และปีที่พบ จึงบอกได้เท่าที่มีในไฟล์ "
        "ตรวจใหม่ด้วย scan --from เพื่อให้ได้ครบ",
        "this audit was written by an older version, which kept no signals, weights and years;"
        " shown is what the file holds. Judge the copy again with scan --from to have them",
    ),
    "nothing_to_do": Text("ผ่านแล้ว ไม่ต้องทำอะไร", "it is met: nothing to do"),
    "gain": Text("คะแนน OIT ที่จะได้เพิ่ม", "OIT points it would win"),
    "send": Text(
        "แจ้งผู้ดูแลโปรแกรมหรือรายการตรวจที่ท่านใช้ พร้อมข้อมูลต่อไปนี้ (สั่งคำสั่งนี้ด้วย --json แล้วแนบไฟล์ได้)",
        "tell whoever keeps the program or the checklist for you, with these facts"
        " (or send what this command prints with --json)",
    ),
    "fact_item": Text("ข้อและผล", "item and verdict"),
    "fact_tool": Text("รุ่นโปรแกรม", "program"),
    "fact_checklist": Text("รายการตรวจ", "checklist"),
    "fact_snapshot": Text("รหัสชุดข้อมูลที่เก็บไว้", "snapshot"),
    "fact_today": Text("ถือวันที่ตรวจเป็น", "judged as of"),
    "fact_evidence": Text("หลักฐานที่โปรแกรมใช้", "the evidence that was used"),
    "fact_yours": Text(
        "สิ่งที่ท่านเพิ่ม: ที่อยู่ของหน้าหรือไฟล์ที่ถูกต้อง ผลที่ควรเป็น และข้อความบนหน้านั้นที่แสดงว่าเป็นเช่นนั้น",
        "what you add: the address of the right page or file, the verdict it should be, and the"
        " words on it that show so",
    ),
    "fact_copy": Text(
        "หากเก็บสำเนาเว็บไซต์ไว้ (--save) แจ้งด้วยว่ามี เพราะตรวจซ้ำได้เหมือนเดิมทุกประการ",
        "if you kept a copy of the website (--save), say so: it gives the same verdict again",
    ),
    "which": Text(
        "ดูว่าโปรแกรมเข้าใจข้อความลิงก์ของท่านอย่างไรได้ด้วย oit-audit which "
        "และระหว่างรอ ใช้ --waivers ระบุเหตุผลของข้อนี้ได้",
        "oit-audit which shows how a label of yours is understood; meanwhile --waivers states your"
        " reason for this item",
    ),
}
