"""What tables of an audit say: spreadsheets, lists of links, job summaries."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text

HEADINGS: Mapping[str, Text] = {
    "item": Text("ข้อ", "Item"),
    "title": Text("รายการ", "Title"),
    "status": Text("ผล (รหัส)", "Status (code)"),
    "status_says": Text("ผล", "Status"),
    "please_check": Text("โปรดตรวจสอบ", "Please check"),
    "warning": Text("คำเตือน", "Warning"),
    "reason": Text("เหตุผล", "Why"),
    "missing_elements": Text("องค์ประกอบที่ยังขาด", "Missing elements"),
    "remedy": Text("สิ่งที่ต้องทำ", "What to do"),
    "gain": Text("คะแนนที่จะได้เพิ่ม", "Points to win"),
    "unit": Text("หน่วยงานรับผิดชอบ", "Unit"),
    "evidence_url": Text("ลิงก์หลักฐาน", "Evidence: link"),
    "evidence_title": Text("ชื่อหลักฐาน", "Evidence: title"),
    "evidence_quote": Text("ข้อความที่พบ", "Evidence: quote"),
    "evidence_year": Text("ปีที่พบ (พ.ศ.)", "Year found (B.E.)"),
    "click_path": Text("เส้นทางการเข้าถึง", "Click path"),
    "waiver": Text("คำวินิจฉัย (รหัส)", "Decision (code)"),
    "waiver_says": Text("คำวินิจฉัยของเจ้าหน้าที่", "What an officer decided"),
    "completion": Text("การตรวจข้อนี้", "The look at it"),
    "confidence": Text("ความมั่นใจ", "Confidence"),
    "sub_indicator": Text("ตัวชี้วัดย่อย", "Sub-indicator"),
    "url": Text("ลิงก์ (URL)", "Address (URL)"),
    "note": Text("คำอธิบาย", "Note"),
    "attention": Text("ก่อนกรอกลิงก์นี้", "Before you enter it"),
}
"""Of columns, by the name that a CSV file gives them."""

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
}
