"""What tables of an audit say: workbooks, lists of links, job summaries."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text

HEADINGS: Mapping[str, Text] = {
    "item": Text("ข้อ", "Item"),
    "title": Text("รายการ", "Title"),
    "status": Text("ผล", "Status"),
    "confidence": Text("ความมั่นใจ", "Confidence"),
    "reason": Text("เหตุผล", "Why"),
    "evidence": Text("หลักฐาน", "Evidence"),
    "missing": Text("องค์ประกอบที่ยังขาด", "Missing elements"),
    "remedy": Text("สิ่งที่ต้องทำ", "What to do"),
    "gain": Text("คะแนนที่จะได้เพิ่ม", "Points to win"),
    "unit": Text("หน่วยงานรับผิดชอบ", "Unit"),
    "link": Text("ลิงก์หลักฐาน", "Evidence"),
    "year": Text("ปีที่พบ", "Year found"),
    "waiver": Text("คำวินิจฉัยของเจ้าหน้าที่", "What an officer decided"),
    "look": Text("การตรวจข้อนี้", "The look at it"),
    "sub_indicator": Text("ตัวชี้วัดย่อย", "Sub-indicator"),
    "element": Text("องค์ประกอบ", "Element"),
    "outcome": Text("ผลการตรวจ", "Outcome"),
    "binds": Text("มีผลต่อคะแนน", "Counts"),
    "number": Text("ลำดับ", "No."),
    "page": Text("ชื่อหน้าหรือไฟล์", "Page or file"),
    "label": Text("ข้อความลิงก์", "Label"),
    "quote": Text("ข้อความที่พบ", "What it says"),
    "where": Text("ตำแหน่งที่พบ", "Where on it"),
    "path": Text("เส้นทางการเข้าถึง", "Click path"),
    "fetched": Text("เปิดดูเมื่อ", "Opened at"),
    "url": Text("ลิงก์ (URL)", "URL"),
    "note": Text("คำอธิบาย", "Note"),
    "attention": Text("ก่อนกรอกลิงก์นี้", "Before you enter it"),
    "row": Text("แถว", "Row"),
    "opens": Text("การเปิด", "Opens"),
    "shows": Text("ลิงก์นี้แสดงอะไร", "What it shows"),
    "better": Text("ลิงก์ที่ควรกรอกแทน", "A better link"),
    "severity": Text("ระดับ", "Severity"),
    "finding": Text("ข้อสังเกต", "Finding"),
    "where_seen": Text("พบที่", "Seen on"),
    "decision": Text("คำวินิจฉัย", "Decision"),
    "why": Text("เหตุผลของเจ้าหน้าที่", "The officer's reason"),
    "author": Text("ผู้วินิจฉัย", "Decided by"),
    "decided_on": Text("วันที่วินิจฉัย", "Decided on"),
    "expires_on": Text("ใช้ได้ถึง", "Holds until"),
    "cause": Text("สาเหตุ", "Cause"),
    "advice": Text("ควรทำอย่างไร", "What to do about it"),
    "referrer": Text("พบลิงก์ที่หน้า", "Linked from"),
    "seen": Text("จำนวน", "Count"),
    "detail": Text("รายละเอียดทางเทคนิค", "Technical detail"),
    "meaning": Text("ความหมาย", "Meaning"),
    "count": Text("จำนวน (ข้อ)", "Items"),
    "indicator": Text("ตัวชี้วัด", "Indicator"),
    "points": Text("คะแนน", "Points"),
    "met": Text("ข้อที่ผ่าน", "Items met"),
    "sheet": Text("แผ่นงาน", "Sheet"),
    "holds": Text("แสดงอะไร", "What it holds"),
}
"""Of columns."""

SHEETS: Mapping[str, Text] = {
    "summary": Text("สรุป", "Summary"),
    "items": Text("ผลรายข้อ", "Items"),
    "elements": Text("องค์ประกอบ", "Elements"),
    "evidence": Text("หลักฐาน", "Evidence"),
    "links": Text("ลิงก์สำหรับกรอก", "Links to enter"),
    "entered": Text("ลิงก์ที่กรอกไว้", "Links entered"),
    "findings": Text("ข้อสังเกตเกี่ยวกับเว็บไซต์", "Site findings"),
    "decisions": Text("คำวินิจฉัย", "Decisions"),
    "skipped": Text("หน้าที่เปิดดูไม่ได้", "Not seen"),
}
"""Names of sheets: at most 31 characters, without `[]:*?/` and the backslash."""

HOLDS: Mapping[str, Text] = {
    "items": Text(
        "ผลของทุกข้อ เหตุผล สิ่งที่ต้องทำ หน่วยงานรับผิดชอบ และคะแนนที่จะได้เพิ่ม",
        "every item with its status, why, what to do, whose task it is and what it is worth",
    ),
    "elements": Text("องค์ประกอบของแต่ละข้อ พบหรือไม่พบอะไร", "what was found of each element"),
    "evidence": Text(
        "หน้าและไฟล์ที่ใช้เป็นหลักฐาน พร้อมข้อความที่พบและเส้นทางการเข้าถึง",
        "pages and files taken as evidence, what they say and how to get there",
    ),
    "links": Text(
        "ลิงก์และคำอธิบายของแต่ละข้อ สำหรับคัดลอกไปกรอกในระบบ ITAS",
        "address and note of each item, to be copied into the national system (ITAS)",
    ),
    "entered": Text("ลิงก์ที่กรอกไว้แต่ละลิงก์แสดงอะไร", "what each of the entered links shows"),
    "findings": Text(
        "สิ่งที่ควรแก้ไขของทั้งเว็บไซต์ ไม่มีผลต่อคะแนน", "about the whole website; no effect on the score"
    ),
    "decisions": Text(
        "คำวินิจฉัยของเจ้าหน้าที่ แสดงไว้ข้างผลที่โปรแกรมพบ",
        "what officers decided, beside what the program found",
    ),
    "skipped": Text(
        "ที่อยู่เว็บที่ไม่ได้เปิดดู และสาเหตุ (มิได้หมายความว่าไม่มีข้อมูล)",
        "addresses that were not seen, and why (which is not to say that nothing is there)",
    ),
}
"""What a sheet holds, for its entry in the summary."""

LINKS: Mapping[str, Text] = {
    "none": Text("ยังไม่มีลิงก์ให้กรอก: {status}", "No link to enter: {status}"),
    "unusable": Text(
        "ที่อยู่ที่พบเปิดในเบราว์เซอร์ไม่ได้ โปรดหาลิงก์ด้วยตนเอง",
        "What was found is no address that a browser opens: find the link yourself",
    ),
    "lacks": Text("ยังขาด {elements}", "Still lacks {elements}"),
}
"""Of the list of links that an office enters."""

SAYS: Mapping[str, Text] = {
    "please_check": Text("โปรดตรวจสอบด้วยตนเอง", "Please check"),
    "binds": Text("มีผล", "yes"),
    "informs": Text("แจ้งเพื่อทราบ", "informs only"),
    "left_out": Text(
        "ยังมีอีก {count} แถวที่ไม่ได้แสดงในแผ่นงานนี้ ดูทั้งหมดได้ในรูปแบบ json",
        "{count} more rows are not in this sheet; the json format holds all of them",
    ),
    "more_items": Text(
        "และอีก {count} ข้อ ดูที่แผ่นงาน “{sheet}”", "and {count} more: see the sheet “{sheet}”"
    ),
    "sheets": Text("แผ่นงานในไฟล์นี้", "The sheets of this file"),
    "more_rows": Text("และอีก {count} รายการ", "and {count} more"),
    "not_seen": Text("หน้าที่เปิดดูไม่ได้ ({count})", "Not seen ({count})"),
    "made_by": Text(
        "โปรแกรม {tool} · รายการตรวจปีงบประมาณ พ.ศ. {year} · ชุดข้อมูล {snapshot}",
        "{tool} · checklist of fiscal year {year} B.E. · snapshot {snapshot}",
    ),
}
