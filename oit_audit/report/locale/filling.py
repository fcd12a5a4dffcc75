"""The words of the plan as a workbook: its columns, and what people may answer in them."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import State, Text

COLUMNS: Mapping[str, Text] = {
    "item": Text("ข้อ", "Item"),
    "title": Text("รายการ", "Title"),
    "found": Text("ผลที่พบ", "Found"),
    "lacks": Text("สิ่งที่ขาด", "What is lacking"),
    "measure": Text("มาตรการ / แนวทาง", "Measure"),
    "method": Text("วิธีการดำเนินการ", "What to do"),
    "unit": Text("หน่วยงานรับผิดชอบ", "Unit"),
    "gain": Text("คะแนนที่จะได้เพิ่ม", "Points to win"),
    "owner": Text("ผู้รับผิดชอบ", "Owner"),
    "due": Text("วันครบกำหนด", "Due"),
    "state": Text("สถานะ", "State"),
    "reason": Text("เหตุผลของคำวินิจฉัย", "Reason of the decision"),
    "author": Text("ผู้วินิจฉัย", "Decided by"),
    "date": Text("วันที่วินิจฉัย", "Decided on"),
    "expiry": Text("ใช้ได้ถึง", "Holds until"),
    "note": Text("หมายเหตุ", "Note"),
}
"""In the order in which they stand."""

STATES: Mapping[State, Text] = {
    State.NOT_STARTED: Text("ยังไม่เริ่ม", "Not started"),
    State.IN_PROGRESS: Text("กำลังดำเนินการ", "In progress"),
    State.DONE: Text("เสร็จแล้ว", "Done"),
    State.NOT_APPLICABLE: Text("ไม่เกี่ยวข้อง", "Not applicable"),
    State.EXCUSED: Text("ผ่อนผันถึงวันครบกำหนด", "Excused until due"),
    State.NOT_MET: Text("ตรวจแล้วยังไม่ครบถ้วน", "Checked: not met"),
}

FILLING: Mapping[str, Text] = {
    "plan_sheet": Text("แผน", "Plan"),
    "guide_sheet": Text("วิธีกรอก", "How to fill in"),
    "guide": Text(
        "กรอกช่องสีเหลือง แล้วนำกลับเข้าโปรแกรมด้วยคำสั่ง oit-audit plan AUDIT.json"
        " --import PLAN.xlsx -o waivers.yaml",
        "Fill in the yellow cells, then read the answers back with oit-audit plan AUDIT.json"
        " --import PLAN.xlsx -o waivers.yaml",
    ),
    "guide_keep": Text(
        "เรียงแถว ย้ายคอลัมน์ หรือเพิ่มแถวได้ แต่ให้คงชื่อคอลัมน์ในแถวแรกและเลขข้อไว้",
        "Rows may be sorted, columns moved and rows added; keep the names in the first row and the"
        " numbers of the items.",
    ),
    "guide_dates": Text(
        "วันที่พิมพ์ได้หลายแบบ เช่น 21/11/2569, 21 พ.ย. 69 หรือวันที่ของ Excel",
        "Dates may be written as 21/11/2569, 21 พ.ย. 69, 2026-11-21 or as dates of the"
        " spreadsheet.",
    ),
    "guide_status": Text(
        "คำวินิจฉัยแสดงข้างผลที่โปรแกรมพบ ไม่เปลี่ยนผลและคะแนน",
        "What is decided stands beside what the program found and changes neither status nor"
        " points.",
    ),
    "guide_not_started": Text(
        "ยังไม่มีคำตอบ ข้อนี้ยังคงเป็นข้อที่ต้องแก้ไข", "No answer: the item is still to correct."
    ),
    "guide_in_progress": Text(
        "อยู่ระหว่างดำเนินการ ข้อนี้ยังคงเป็นข้อที่ต้องแก้ไขจนกว่าจะเสร็จ",
        "Being done: the item is still to correct.",
    ),
    "guide_done": Text(
        "เจ้าหน้าที่รับรองว่าครบถ้วนแล้ว ต้องมีเหตุผลและผู้วินิจฉัย",
        "A person attests that it is met: needs a reason and a name.",
    ),
    "guide_not_applicable": Text(
        "ไม่เข้าข่ายต้องเผยแพร่ ต้องมีเหตุผลและผู้วินิจฉัย", "Need not be published: needs a reason and a name."
    ),
    "guide_excused": Text(
        "ผ่อนผันชั่วคราวถึงวันในช่อง “ใช้ได้ถึง” หรือวันครบกำหนด ต้องมีเหตุผลและผู้วินิจฉัย",
        "Excused until “Holds until”, or until it is due: needs a reason and a name.",
    ),
    "guide_not_met": Text(
        "เจ้าหน้าที่ตรวจแล้วเห็นว่ายังไม่ครบถ้วน ต้องมีเหตุผลและผู้วินิจฉัย",
        "A person looked and it is not met: needs a reason and a name.",
    ),
    "choose_state": Text("เลือกสถานะจากรายการ", "Choose a state from the list"),
    "look_yourself": Text("ตรวจสอบด้วยตนเอง", "Check it yourself"),
    "incomplete": Text(
        "ข้อควรระวัง: ตรวจเว็บไซต์ได้ไม่ครบ แผนนี้ยังไม่สมบูรณ์",
        "Caution: the website was not seen whole; this plan is incomplete.",
    ),
}

FAULTS: Mapping[str, Text] = {
    "no_state": Text("ไม่มีสถานะ “{written}”", "there is no state “{written}”"),
    "meant": Text("หมายถึง “{meant}” หรือไม่", "did you mean “{meant}”?"),
    "choose": Text("ให้เลือกจาก: {known}", "choose from: {known}"),
    "no_day": Text(
        "“{written}” ในช่อง “{column}” ไม่ใช่วันที่", "“{written}” under “{column}” is not a date"
    ),
    "write_day": Text(
        "ให้เขียน เช่น 21/11/2569 หรือ 21 พ.ย. 69", "write it like 2026-11-21 or 21/11/2569"
    ),
    "no_reason": Text("ไม่ได้ระบุเหตุผล", "no reason is given"),
    "no_author": Text("ไม่ได้ระบุผู้วินิจฉัย", "it does not say who decided"),
    "no_end": Text("ไม่ได้ระบุวันสิ้นสุดการผ่อนผัน", "it does not say until when"),
    "fill_in": Text("ให้กรอกช่อง “{column}” ของแถวนี้", "fill in “{column}” of this row"),
    "too_early": Text("วันสิ้นสุดอยู่ก่อนวันที่วินิจฉัย", "it ends before it was decided"),
    "correct_days": Text("ให้แก้ไขวันที่ในแถวนี้", "correct the dates in this row"),
    "twice": Text("ข้อ {item} มีคำตอบไม่ตรงกับในแถว {row}", "{item} has another answer in row {row}"),
    "keep_one": Text("ให้เหลือไว้เพียงแถวเดียว", "keep one of the two rows"),
}
"""What is wrong with a row that people filled in, and what to do about it."""
