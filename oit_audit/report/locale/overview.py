"""What the page says at a glance, of its filters, and at the edges of its paper."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text

OVERVIEW: Mapping[str, Text] = {
    "met_of": Text("ผ่าน {met} จาก {counted} ข้อ", "{met} of {counted} items met"),
    "met_all": Text("ผ่านครบทั้ง {counted} ข้อ", "All items met ({counted})"),
    "met_none": Text("ไม่มีข้อที่นำมาคิดคะแนน", "No item counts"),
    "so_far": Text("จากส่วนที่ตรวจได้ (ยังไม่ครบ):", "From what could be seen, which is not all:"),
    "nothing_told": Text(
        "ยังสรุปผลไม่ได้ เพราะเข้าตรวจเว็บไซต์ไม่ได้",
        "Nothing can be said yet, because the website could not be visited",
    ),
    "to_fix": Text("ต้องแก้ไข {count} ข้อ", "to fix: {count}"),
    "to_look": Text("ต้องให้คนตรวจ {count} ข้อ", "need a person: {count}"),
    "settled": Text("เจ้าหน้าที่วินิจฉัยไว้ {count} ข้อ", "settled by people: {count}"),
    "gain_of_one": Text(
        "หากแก้ไขข้อแรก จะได้เพิ่ม {gain} คะแนน รวมเป็นประมาณ {points} คะแนน",
        "Fixing the first one wins {gain} points more, about {points} in all",
    ),
    "gain_of_first": Text(
        "หากแก้ไข {count} ข้อแรก จะได้เพิ่ม {gain} คะแนน รวมเป็นประมาณ {points} คะแนน",
        "Fixing the first {count} wins {gain} points more, about {points} in all",
    ),
    "do_first": Text("สิ่งที่ควรทำก่อน", "Do these first"),
    "look_first": Text("ข้อที่ควรเปิดดูก่อน", "Look at these first"),
    "all_to_fix": Text("ดูทั้ง {count} ข้อที่ต้องแก้ไข", "See all items to fix ({count})"),
    "all_to_look": Text("ดูทั้ง {count} ข้อที่ต้องให้คนตรวจ", "See all items that need a person ({count})"),
    "how_sure": Text("ผลนี้ครบและมั่นใจเพียงใด", "How complete and how sure this is"),
    "sure_of": Text("ความมั่นใจในผลรายข้อ", "Confidence, by number of items"),
    "sure_count": Text("{level} {count} ข้อ", "{level} {count}"),
    "chart_intro": Text(
        "แถบยิ่งยาวยิ่งดี ส่วนลายเส้นคือคะแนนที่จะได้หากข้อที่ต้องให้คนตรวจนั้นผ่าน",
        "The longer the bar the better; the striped part is what items that need a person may add",
    ),
    "chart_intro_sure": Text("แถบยิ่งยาวยิ่งดี", "The longer the bar the better"),
    "weakest": Text("คะแนนต่ำสุด", "Lowest"),
    "filters": Text("เลือกดูบางข้อ", "Show only some items"),
    "by_status": Text("เลือกดูตามผลการตรวจ", "Show by result"),
    "by_unit": Text("เลือกดูตามหน่วยงานรับผิดชอบ", "Show by responsible unit"),
    "every_status": Text("ทุกผล", "Every result"),
    "every_unit": Text("ทุกหน่วยงาน", "Every unit"),
    "number": Text("({count})", "({count})"),
    "filtered": Text(
        "กำลังแสดงเพียงบางข้อตามที่เลือก เมื่อพิมพ์จะได้ครบทุกข้อ",
        "Only the chosen items are shown; on paper there are all of them",
    ),
    "no_match": Text("ไม่มีข้อที่ตรงกับที่เลือกทั้งสองอย่าง", "No item has both"),
    "details_of_evidence": Text(
        "รายละเอียดของหลักฐาน ({count})", "Details of the evidence ({count})"
    ),
    "on_paper": Text("{name} – วันที่ตรวจ {day}", "{name} – audited on {day}"),
    "official_paper": Text(
        "ประมาณการโดย oit-audit ไม่ใช่ผลการประเมินของสำนักงาน ป.ป.ช.",
        "Estimated by oit-audit, not by the NACC",
    ),
    "sheet_of": Text("หน้า {page} จาก {pages}", "Page {page} of {pages}"),
}
