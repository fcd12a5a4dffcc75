"""What code hosts and build servers show of an audit."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text

SAYS: Mapping[str, Text] = {
    "by_hand": Text("ยังตัดสินไม่ได้", "a person has to look"),
    "said_not_met": Text("เจ้าหน้าที่ระบุว่ายังไม่ครบถ้วน", "a person says that it is not met"),
    "lacks": Text("ยังขาด: {elements}", "Lacking: {elements}"),
    "to_do": Text("สิ่งที่ควรทำ: {remedy}", "What to do: {remedy}"),
    "if_absent": Text("หากไม่มี: {remedy}", "If it is not there: {remedy}"),
    "unit": Text("หน่วยงานรับผิดชอบ: {unit}", "Responsible unit: {unit}"),
    "gain": Text("คะแนน OIT ที่จะได้เพิ่ม: {points}", "OIT points to win: {points}"),
    "seen_at": Text("ที่อยู่: {url}", "Address: {url}"),
    "evidence": Text("หลักฐาน: {url}", "Evidence: {url}"),
    "row": Text("แถวที่ {row} ของรายการลิงก์", "Row {row} of the list of links"),
    "incomplete": Text(
        "ตรวจเว็บไซต์ได้ไม่ครบ ข้อที่ดูไม่ได้จะเป็น “ต้องให้คนตรวจ” ไม่ใช่ “ไม่พบ”",
        "The website was not seen whole: what could not be seen is “Unknown”, never “Missing”",
    ),
    "nothing_seen": Text(
        "เข้าตรวจเว็บไซต์ไม่ได้ จึงยังบอกไม่ได้ว่าหน่วยงานเปิดเผยข้อมูลหรือไม่",
        "The website could not be visited: nothing is said of what the organisation publishes",
    ),
    "why": Text("{why} ({reason})", "{why} ({reason})"),
    "cause": Text("{cause} ({count}): {advice}", "{cause} ({count}): {advice}"),
    "summary": Text(
        "{name} ปีงบประมาณ {year}: ต้องแก้ไข {fix} ข้อ ต้องให้คนตรวจ {look} ข้อ จาก {items} ข้อ",
        "{name}, fiscal year {year} B.E.: {fix} to fix, {look} for a person to look at,"
        " of {items} items",
    ),
    "estimate": Text(
        "คะแนน OIT โดยประมาณ {points} (ช่วง {low}–{high})",
        "estimated OIT score {points} (range {low}–{high})",
    ),
    "no_score": Text("ยังไม่มีคะแนน", "no score yet"),
    "more": Text("และอีก {count} เรื่องที่ไม่ได้แสดงที่นี่", "and {count} more that are not shown here"),
    "shows": Text("สิ่งที่ต้องแสดง", "What it has to show"),
    "informs": Text("แจ้งเพื่อทราบ ไม่มีผลต่อคะแนน", "for information only"),
    "asks": Text(
        "ข้อ {id} ของรายการ OIT ปีงบประมาณ {year} ตัวชี้วัดย่อย {sub}: {title}",
        "Item {id} of the OIT list for fiscal year {year} B.E., sub-indicator {sub}: {title}",
    ),
    "of_site": Text(
        "ข้อสังเกตเกี่ยวกับทั้งเว็บไซต์ ไม่มีผลต่อคะแนนแต่ควรแก้ไข: {title}",
        "An observation about the website as a whole, which does not change the score: {title}",
    ),
    "place": Text(
        "ที่เก็บไฟล์ตั้งค่าหรือรายการลิงก์ของผู้ตรวจ", "where the caller keeps configuration and lists"
    ),
}

FINDINGS: Mapping[str, Text] = {
    "personal_id_exposed": Text("เลขประจำตัวประชาชนบนเว็บไซต์", "Citizen id numbers on the website"),
    "bank_account_exposed": Text("เลขที่บัญชีธนาคารบนเว็บไซต์", "Bank accounts of people on the website"),
    "welfare_list_exposed": Text("รายชื่อผู้รับสวัสดิการบนเว็บไซต์", "Welfare lists on the website"),
    "personal_data_more": Text("ข้อมูลส่วนบุคคลอื่นบนเว็บไซต์", "More personal data on the website"),
    "papers_without_text": Text("เอกสารสแกนที่ไม่มีข้อความ", "Papers that are pictures without text"),
    "papers_unreadable": Text("เอกสารที่เปิดอ่านไม่ได้", "Papers that cannot be read"),
    "claim_shared": Text("ลิงก์เดียวใช้กับหลายข้อ", "One link for several items"),
    "claim_untitled": Text("เลขข้อที่ไม่มีชื่อข้อมูล", "Item numbers without titles"),
    "claim_disagrees": Text("เลขข้อ ปี หรือชื่อที่ไม่ตรงกัน", "Numbers, years or titles that disagree"),
    "eit_survey_not_linked": Text("ไม่มีลิงก์ไปยังแบบวัด EIT", "No link to the EIT survey"),
    "tls_expired": Text("ใบรับรอง HTTPS หมดอายุ", "The HTTPS certificate has expired"),
    "tls_wrong_host": Text("ใบรับรอง HTTPS เป็นของชื่ออื่น", "The HTTPS certificate names another host"),
    "tls_incomplete_chain": Text("ใบรับรอง HTTPS ไม่ครบชุด", "The HTTPS certificate is not whole"),
    "tls_untrusted": Text(
        "ใบรับรอง HTTPS ไม่ได้ออกโดยผู้ออกที่เชื่อถือได้", "The HTTPS certificate is not trusted"
    ),
    "tls_old_protocol": Text("HTTPS รุ่นเก่า", "An old version of HTTPS"),
    "robots_ignored": Text("ไม่ทำตาม robots.txt", "robots.txt was ignored"),
    "needs_browser": Text("หน้าเว็บที่ว่างจนกว่าจะรัน JavaScript", "Pages that need JavaScript"),
    "waiver_expired": Text("คำวินิจฉัยที่หมดอายุ", "Decisions that have expired"),
}
"""What each observation about a website is called; others go by their id."""
