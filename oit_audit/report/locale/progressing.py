"""What a progress report says beyond the words of a plan."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Advance, NotComparable, Text, Why

ADVANCES: Mapping[Advance, Text] = {
    Advance.FIXED: Text("แก้ไขแล้ว", "Fixed"),
    Advance.IMPROVED: Text("ดีขึ้น แต่ยังไม่ผ่าน", "Better, not yet met"),
    Advance.OPEN: Text("ยังไม่คืบหน้า", "No progress yet"),
    Advance.WORSE: Text("ผลลดลง", "Worse"),
    Advance.NOT_COMPARABLE: Text("ยังเทียบไม่ได้", "Cannot be compared"),
}

WHY: Mapping[Why, Text] = {
    Why.NOT_SEEN_NOW: Text("ครั้งนี้เปิดดูไม่ได้", "it could not be opened this time"),
    Why.NOT_SEEN_THEN: Text("ครั้งก่อนเปิดดูไม่ได้", "it could not be opened last time"),
    Why.UNDECIDED_NOW: Text("ครั้งนี้ต้องให้คนตรวจ", "this time a person has to look"),
    Why.UNDECIDED_THEN: Text("ครั้งก่อนต้องให้คนตรวจ", "last time a person had to look"),
    Why.RULES_CHANGED: Text(
        "เว็บไซต์เหมือนเดิม แต่โปรแกรมหรือรายการตรวจเปลี่ยนไป",
        "program or checklist changed, the website did not",
    ),
    Why.BOTH_CHANGED: Text(
        "ทั้งเว็บไซต์และโปรแกรมหรือรายการตรวจเปลี่ยนไป",
        "both the website and program or checklist changed",
    ),
    Why.YEAR_TURNED: Text("รายการตรวจเป็นของอีกปีหนึ่ง", "the list is of another year"),
    Why.SAME_VISIT: Text("ใช้ข้อมูลเว็บไซต์ชุดเดียวกัน", "both audits judge the same visit"),
}
"""Why an item cannot be compared; what is not here is told as `why_other`."""

NOT_COMPARABLE: Mapping[NotComparable, Text] = {
    NotComparable.YEAR: Text("เป็นรายการของคนละปี", "they are of different years"),
    NotComparable.CHECKLIST: Text("รายการตรวจเปลี่ยนไป", "the checklist has changed"),
    NotComparable.TOOL: Text("โปรแกรมเป็นคนละรุ่น", "the program has changed"),
    NotComparable.WAY: Text("ครั้งหนึ่งตรวจเฉพาะลิงก์ที่กรอก", "one was judged by entered links alone"),
    NotComparable.ORGANISATION: Text(
        "ชื่อหรือประเภทหน่วยงานที่ระบุไม่เหมือนกัน", "the organisation was named otherwise"
    ),
    NotComparable.INCOMPLETE_THEN: Text(
        "ครั้งก่อนตรวจเว็บไซต์ได้ไม่ครบ", "last time the website was not seen whole"
    ),
    NotComparable.INCOMPLETE_NOW: Text(
        "ครั้งนี้ตรวจเว็บไซต์ได้ไม่ครบ", "this time the website was not seen whole"
    ),
    NotComparable.UNDECIDED: Text(
        "ข้อที่ต้องให้คนตรวจของสองครั้งไม่ใช่ข้อเดียวกัน", "other items are undecided than last time"
    ),
}

SAYS: Mapping[str, Text] = {
    "title": Text(
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "Progress report on the measures to promote integrity and transparency",
    ),
    "subtitle": Text(
        "ความก้าวหน้าของการเปิดเผยข้อมูลสาธารณะ (OIT)", "Progress of public disclosure (OIT)"
    ),
    "summary": Text("สรุปความก้าวหน้า", "Progress in brief"),
    "compared": Text(
        "เทียบผลการตรวจ ณ วันที่ {then} กับผลการตรวจ ณ วันที่ {now}"
        " โดยนับเป็นผลการดำเนินการเฉพาะสิ่งที่เปลี่ยนแปลงบนเว็บไซต์ของหน่วยงาน",
        "The audit of {then} is compared with that of {now}. Only what changed on the website"
        " itself counts as done.",
    ),
    "points_moved": Text(
        "คะแนน OIT (โดยประมาณ) เปลี่ยนจาก {then} เป็น {now} ({moved} คะแนน)",
        "OIT (estimated) moved from {then} to {now} ({moved} points).",
    ),
    "points_not": Text(
        "คะแนนทั้งสองครั้งเทียบกันโดยตรงไม่ได้ เพราะ{why}",
        "The points of the two audits cannot be compared: {why}.",
    ),
    "other_year": Text(
        "ครั้งก่อนตรวจตามรายการของปีงบประมาณ พ.ศ. {then} ครั้งนี้ของปี พ.ศ. {now}"
        " ข้อที่เลขเปลี่ยนไปเทียบตามเรื่องเดียวกัน",
        "The last audit was by the list of {then} B.E., this one by that of {now}; items are"
        " compared by what they are about.",
    ),
    "summary_caption": Text(
        "ตารางที่ {number} คะแนนครั้งก่อนและครั้งนี้", "Table {number}. Points then and now"
    ),
    "what": Text("รายการ", "What"),
    "then_column": Text("ครั้งก่อน", "Then"),
    "now_column": Text("ครั้งนี้", "Now"),
    "day_row": Text("วันที่ตรวจ", "Day of the audit"),
    "not_told": Text("ไม่มีคะแนน", "none"),
    "count": Text("{advance}: {count} ข้อ {items}", "{advance}: {count} {items}"),
    "results": Text("ผลการดำเนินการรายมาตรการ", "Result of each measure"),
    "results_caption": Text(
        "ตารางที่ {number} ผลการดำเนินการ ({count} ข้อ)", "Table {number}. Results ({count} items)"
    ),
    "no_results": Text("ผลการตรวจครั้งก่อนไม่มีข้อที่ต้องแก้ไข", "The last audit found nothing to correct."),
    "measure": Text("ข้อ / มาตรการ", "Item and measure"),
    "before": Text("ผลเดิมและสิ่งที่ขาด", "Before, and what was lacking"),
    "after": Text("ผลครั้งนี้", "Now"),
    "done": Text("สิ่งที่แก้ไขแล้ว", "What was fixed"),
    "left": Text("สิ่งที่ยังขาด", "What remains"),
    "gained": Text("คะแนนที่ได้เพิ่ม", "Points won"),
    "group": Text("{advance} ({count} ข้อ)", "{advance} (items: {count})"),
    "was": Text("เดิมเป็นข้อ {item}", "was {item}"),
    "all_met": Text("ครบถ้วนแล้ว", "everything is there"),
    "nothing": Text("–", "–"),
    "why_other": Text(
        "บอกไม่ได้ว่าเว็บไซต์เปลี่ยนแปลงหรือไม่", "nobody can tell whether the website changed"
    ),
    "not_compared": Text("ข้อที่ยังเทียบไม่ได้", "What cannot be compared"),
    "not_compared_intro": Text(
        "ไม่นับเป็นผลสำเร็จหรือข้อบกพร่องของหน่วยงาน", "These count neither for nor against anybody."
    ),
    "not_compared_caption": Text(
        "ตารางที่ {number} ข้อที่ยังเทียบไม่ได้ ({count} ข้อ)",
        "Table {number}. What cannot be compared ({count} items)",
    ),
    "why": Text("เหตุที่เทียบไม่ได้", "Why"),
    "dropped": Text("รายการปีนี้ไม่มีข้อนี้ในรูปเดิม", "the list of this year does not ask it as it was"),
    "next": Text("มาตรการที่ต้องดำเนินการต่อไป", "What is to be done next"),
}
