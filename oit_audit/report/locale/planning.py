"""What a corrective-action plan and its progress report say."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text

SAYS: Mapping[str, Text] = {
    "indicator_1": Text("การปฏิบัติหน้าที่", "Performance of duties"),
    "indicator_2": Text("การใช้งบประมาณ", "Use of the budget"),
    "indicator_3": Text("การใช้อำนาจ", "Use of power"),
    "indicator_4": Text("การใช้ทรัพย์สินของราชการ", "Use of public property"),
    "indicator_5": Text("การแก้ไขปัญหาการทุจริต", "Tackling corruption"),
    "indicator_6": Text("คุณภาพการดำเนินงาน", "Quality of work"),
    "indicator_7": Text("ประสิทธิภาพการสื่อสาร", "Efficiency of communication"),
    "indicator_8": Text("การปรับปรุงระบบการทำงาน", "Improvement of working systems"),
    "title": Text(
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "Measures to promote integrity and transparency in the organisation",
    ),
    "subtitle": Text(
        "แผนปรับปรุงแก้ไขจากผลการตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)",
        "Corrective-action plan after the audit of public disclosure (OIT)",
    ),
    "of_year": Text("ประจำปีงบประมาณ พ.ศ. {year}", "Fiscal year {year} B.E."),
    "header": Text(
        "คะแนน OIT เป็นการประมาณ ไม่ใช่ผลการประเมินของสำนักงาน ป.ป.ช.",
        "OIT points are estimates, not results of the NACC",
    ),
    "header_draft": Text(
        "ร่าง ยังไม่สมบูรณ์ · คะแนน OIT เป็นการประมาณ ไม่ใช่ผลการประเมินของสำนักงาน ป.ป.ช.",
        "Draft, incomplete · OIT points are estimates, not results of the NACC",
    ),
    "page": Text("หน้า {page} จาก {pages}", "Page {page} of {pages}"),
    "source_line": Text("ตรวจเว็บไซต์ {url} ณ วันที่ {day}", "Website {url}, as audited on {day}"),
    "partly": Text(
        "ข้อควรระวัง: ตรวจเว็บไซต์ได้เพียงบางส่วน เอกสารฉบับนี้จึงยังไม่สมบูรณ์ ข้อที่ดูไม่ครบแยกไว้ในหัวข้อ “{section}” "
        "และไม่ถือว่าไม่มีข้อมูล โปรดตรวจให้ครบก่อนเสนอลงนาม",
        "Caution: only part of the website could be seen, so this paper is incomplete. Items that"
        " could not be seen in full stand under “{section}” and do not count as absent. Complete"
        " the audit before anybody signs.",
    ),
    "none_seen": Text(
        "ข้อควรระวัง: เข้าตรวจเว็บไซต์ไม่ได้ เอกสารฉบับนี้จึงบอกไม่ได้ว่าหน่วยงานต้องแก้ไขข้อใด"
        " โปรดตรวจใหม่เมื่อเว็บไซต์เปิดได้",
        "Caution: the website could not be visited, so this paper cannot say what has to be"
        " corrected. Audit it again when it can be opened.",
    ),
    "background": Text("หลักการและเหตุผล", "Background"),
    "background_1": Text(
        "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
        " ให้หน่วยงานนำผลการประเมินมาวิเคราะห์ กำหนดมาตรการ และติดตามผลการดำเนินการ"
        " {name} จึงวิเคราะห์ผลการตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) บนเว็บไซต์ของหน่วยงาน"
        " ตามรายการของปีงบประมาณ พ.ศ. {year} และกำหนดมาตรการไว้ในเอกสารฉบับนี้",
        "The Integrity and Transparency Assessment (ITA) asks each public body to analyse its"
        " result, to set measures and to follow them up. {name} has therefore analysed what its"
        " website discloses (OIT) by the list of fiscal year {year} B.E. and sets the measures"
        " below.",
    ),
    "background_2": Text(
        "แต่ละมาตรการระบุสิ่งที่ขาด วิธีการดำเนินการ ผู้รับผิดชอบ ระยะเวลา และการติดตามผล"
        " ทั้งนี้ อาจปรับมาตรการ ผู้รับผิดชอบ และวันครบกำหนดได้ตามความเหมาะสม",
        "Each measure says what is lacking, what to do, who does it, by when and how it is followed"
        " up. Measures, owners and due dates may be adjusted where needed.",
    ),
    "analysis": Text("การวิเคราะห์ผล", "Analysis of the result"),
    "estimate": Text(
        "คะแนน OIT เป็นการประมาณจากข้อมูลบนเว็บไซต์ ไม่ใช่ผลการประเมินของสำนักงาน ป.ป.ช.",
        "The OIT points are an estimate from what the website shows, not an assessment by the"
        " NACC.",
    ),
    "surveys_given": Text(
        "คะแนน IIT และ EIT เป็นค่าที่ผู้จัดทำแผนระบุ", "IIT and EIT are as given by whoever made this plan."
    ),
    "surveys_lack": Text(
        "แผนนี้วิเคราะห์เฉพาะ OIT (ตัวชี้วัดที่ 9 และ 10) เพราะไม่ได้ระบุคะแนน IIT และ EIT จึงไม่มีคะแนนรวมและระดับ",
        "Only OIT (indicators 9 and 10) is analysed: IIT and EIT were not given, so there is no"
        " total and no level.",
    ),
    "indicators_caption": Text(
        "ตารางที่ {number} คะแนนรายตัวชี้วัด (เต็ม 100)",
        "Table {number}. Points by indicator (out of 100)",
    ),
    "instrument": Text("เครื่องมือ", "Instrument"),
    "indicator": Text("ตัวชี้วัด", "Indicator"),
    "met": Text("ข้อที่ผ่าน", "Items met"),
    "points": Text("คะแนน", "Points"),
    "oit_row": Text("คะแนน OIT (โดยประมาณ)", "OIT (estimated)"),
    "total_row": Text(
        "คะแนนรวม ITA (IIT 30 + EIT 30 + OIT 40)", "ITA total (IIT 30 + EIT 30 + OIT 40)"
    ),
    "level_row": Text("ระดับผลการประเมิน", "Level"),
    "level_unsure": Text(
        "{level} (เกณฑ์ของระดับนี้ยังไม่ยืนยัน)", "{level} (its threshold is not confirmed)"
    ),
    "level_none": Text(
        "ไม่ระบุระดับผลการประเมิน เพราะเกณฑ์ระดับของปีงบประมาณ พ.ศ. {year} ยังไม่ยืนยัน",
        "No level is stated: the levels of fiscal year {year} B.E. are not confirmed.",
    ),
    "range": Text(
        "คะแนน OIT อาจอยู่ระหว่าง {low} ถึง {high} ขึ้นอยู่กับข้อที่ต้องให้คนตรวจ",
        "The OIT points may lie anywhere from {low} to {high}, depending on the items that a person"
        " has to look at.",
    ),
    "no_points": Text(
        "ยังให้คะแนนไม่ได้ เพราะเข้าตรวจเว็บไซต์ไม่ได้", "No points yet: the website could not be visited."
    ),
    "highest": Text("ได้คะแนนสูงสุด: {name} ({points} คะแนน)", "Highest: {name} ({points} points)"),
    "lowest": Text("ได้คะแนนต่ำสุด: {name} ({points} คะแนน)", "Lowest: {name} ({points} points)"),
    "after": Text(
        "หากดำเนินการตามมาตรการครบทุกข้อ คาดว่าคะแนน OIT จะเพิ่มจาก {before} เป็น {after} คะแนน",
        "With every measure carried out, OIT would rise from {before} to {after}.",
    ),
    "strengths": Text("จุดแข็ง", "Strengths"),
    "to_develop": Text("จุดที่ต้องพัฒนา", "To be developed"),
    "by_target": Text("แบ่งตามค่าเป้าหมาย {target} คะแนน", "Split at the target of {target} points."),
    "by_mean": Text(
        "แบ่งตามค่าเฉลี่ยของรายการเหล่านี้ ({target} คะแนน) เพราะค่าเป้าหมายของปีนี้ยังไม่ยืนยัน",
        "Split at the mean of these ({target} points), as no target is confirmed for this year.",
    ),
    "strength": Text("{name}: {points} คะแนน", "{name}: {points} points"),
    "weakness": Text(
        "{name}: {points} คะแนน ต้องแก้ไขข้อ {items}", "{name}: {points} points; to correct: {items}"
    ),
    "weakness_alone": Text("{name}: {points} คะแนน", "{name}: {points} points"),
    "nothing": Text("ไม่มี", "None"),
    "measures": Text("มาตรการและการกำกับติดตาม", "Measures and follow-up"),
    "measures_caption": Text(
        "ตารางที่ {number} มาตรการ แยกตามหน่วยงานรับผิดชอบ ({count} ข้อ)",
        "Table {number}. Measures by responsible unit ({count} items)",
    ),
    "order_note": Text(
        "ตัวเลขในช่อง “ลำดับ” คือลำดับที่ควรดำเนินการ เริ่มจากข้อที่จะได้คะแนนเพิ่มมากที่สุด"
        " หากเท่ากันเริ่มจากงานที่ใช้เวลาน้อยกว่า",
        "The numbers give the order of work: what wins most points first and, where points are"
        " equal, the quickest task first.",
    ),
    "calendar_open": Text(
        "วันครบกำหนดนับจากวันที่ {day} และให้แล้วเสร็จก่อนวันสุดท้าย"
        "ของการเผยแพร่หลักฐานปี {year} คือวันที่ {deadline}",
        "Due dates are counted from {day}, so that all is done before the last day for evidence of"
        " {year}: {deadline}.",
    ),
    "calendar_closed": Text(
        "การเผยแพร่หลักฐานของปี {year} สิ้นสุดแล้วเมื่อวันที่ {deadline} สิ่งที่เผยแพร่หลังจากนี้มีผลต่อการประเมินครั้งถัดไป "
        "วันครบกำหนดจึงนับจากวันที่ {day} และควรปรับชื่อและปีของเอกสารให้ตรงกับรายการของปีที่จะประเมิน",
        "Evidence of {year} counted until {deadline}. What is published now counts in the next"
        " assessment: due dates are counted from {day}, and titles and years should follow the list"
        " of the year to be assessed.",
    ),
    "calendar_not_known": Text(
        "ยังไม่พบกำหนดวันสุดท้ายของการเผยแพร่หลักฐานปี {year} ที่ยืนยันได้ (ปี 2564 และ 2565 คือ 30 เมษายน)"
        " วันครบกำหนดจึงนับจากวันที่ {day} โปรดปรับตามปฏิทินของสำนักงาน ป.ป.ช.",
        "No last day for evidence of {year} is confirmed (in 2564 and 2565 it was 30 April). Due"
        " dates are counted from {day}. Please adjust them to the calendar of the NACC.",
    ),
    "calendar_not_known_until": Text(
        "ยังไม่พบกำหนดวันสุดท้ายของการเผยแพร่หลักฐานปี {year} ที่ยืนยันได้ (ปี 2564 และ 2565 คือ 30 เมษายน)"
        " วันครบกำหนดจึงนับจากวันที่ {day} และให้แล้วเสร็จก่อนวันที่ {until} โปรดปรับตามปฏิทินของสำนักงาน ป.ป.ช.",
        "No last day for evidence of {year} is confirmed (in 2564 and 2565 it was 30 April). Due"
        " dates are counted from {day}, so that all is done before {until}. Please adjust them to"
        " the calendar of the NACC.",
    ),
    "no_tasks": Text("ไม่พบข้อที่ต้องแก้ไข", "Nothing to correct was found."),
    "no_tasks_yet": Text(
        "ยังไม่พบข้อที่ต้องแก้ไข แต่ยังมีข้อที่ต้องให้คนตรวจ",
        "Nothing to correct was found so far, but some items still need a person.",
    ),
    "order": Text("ลำดับ", "No."),
    "issue": Text("ประเด็นที่ต้องพัฒนา / สิ่งที่ขาด", "What is lacking"),
    "measure": Text("มาตรการ / แนวทาง", "Measure"),
    "method": Text("วิธีการดำเนินการ", "What to do"),
    "owner": Text("ผู้รับผิดชอบ", "Responsible"),
    "period": Text("ระยะเวลา", "By when"),
    "follow_up": Text("การติดตามผล", "Follow-up"),
    "gain": Text("คะแนนที่จะได้เพิ่ม", "Points to win"),
    "unit_row": Text(
        "{unit} ({count} ข้อ รวม +{gain} คะแนน OIT)", "{unit} (items: {count}; +{gain} OIT)"
    ),
    "no_unit": Text("ยังไม่ได้กำหนดผู้รับผิดชอบ", "No unit named"),
    "item": Text("ข้อ {item} {title}", "{item} {title}"),
    "status": Text("ผลที่พบ: {status}", "Found: {status}"),
    "measure_partial": Text(
        "ปรับปรุงข้อมูลที่เผยแพร่อยู่ให้ครบทุกองค์ประกอบ", "Complete what is published already"
    ),
    "measure_stale": Text(
        "ปรับปรุงข้อมูลให้เป็นปัจจุบัน ตรงตามปีที่กำหนด", "Bring what is published up to the year asked for"
    ),
    "measure_missing": Text(
        "จัดทำและเผยแพร่ข้อมูลบนเว็บไซต์ของหน่วยงาน", "Make it and publish it on the website"
    ),
    "measure_decided": Text(
        "แก้ไขตามที่เจ้าหน้าที่ระบุว่ายังไม่ครบถ้วน", "Correct it: a person said that it is not met"
    ),
    "look_again": Text(
        "เปิดดูหลักฐานแล้วแก้ไขตามที่เจ้าหน้าที่ระบุ", "Open the evidence and correct what the person named"
    ),
    "by_day": Text("ภายในวันที่ {day}", "by {day}"),
    "follow_partial": Text(
        "เปิดหน้าเดิมดูว่าครบทุกองค์ประกอบ แล้วรายงานผู้บังคับบัญชาพร้อมลิงก์",
        "Open the page, see that every element is there, report it with the link",
    ),
    "follow_stale": Text(
        "เปิดเอกสารดูว่าเป็นของปีที่กำหนด แล้วรายงานผู้บังคับบัญชาพร้อมลิงก์",
        "Open the paper, see that it is of the right year, report it with the link",
    ),
    "follow_missing": Text(
        "เปิดลิงก์จากหน้าหลักโดยไม่เข้าสู่ระบบ แล้วรายงานผู้บังคับบัญชาพร้อมลิงก์",
        "Open it from the home page without a login, report it with the link",
    ),
    "please_check": Text(
        "โปรดตรวจสอบด้วยตนเอง: โปรแกรมไม่มั่นใจในผลของข้อนี้",
        "Please check: the program is not sure of this",
    ),
    "looks": Text("ข้อที่ต้องให้คนตรวจ", "To be checked by a person"),
    "looks_intro": Text(
        "ข้อเหล่านี้โปรแกรมดูไม่ได้หรือตัดสินไม่ได้ ยังไม่นับว่าบกพร่อง โปรดเปิดดูด้วยตนเองก่อน"
        " หากพบว่าไม่ครบให้เพิ่มเป็นมาตรการ",
        "The program could not see or decide these. They are not counted as failures: look first,"
        " and add a measure where something lacks.",
    ),
    "looks_caption": Text(
        "ตารางที่ {number} ข้อที่ต้องให้คนตรวจ ({count} ข้อ)",
        "Table {number}. Items for a person to check ({count})",
    ),
    "item_column": Text("ข้อ", "Item"),
    "why": Text("เหตุที่ตัดสินไม่ได้", "Why it could not be decided"),
    "if_not_there": Text("หากตรวจแล้วไม่พบ", "If it is not there"),
    "decided": Text("ข้อที่เจ้าหน้าที่วินิจฉัยไว้", "Decided by people"),
    "decided_intro": Text(
        "คำวินิจฉัยแสดงไว้ข้างผลที่โปรแกรมพบ ไม่เปลี่ยนผลและคะแนน",
        "What people decided stands beside what the program found and changes neither status nor"
        " points.",
    ),
    "decided_caption": Text(
        "ตารางที่ {number} ข้อที่เจ้าหน้าที่วินิจฉัยไว้ ({count} ข้อ)",
        "Table {number}. Decided by people ({count})",
    ),
    "found": Text("ผลที่พบ", "Found"),
    "decision": Text("คำวินิจฉัยและเหตุผล", "Decision and reason"),
    "who_when": Text("ผู้วินิจฉัย / วันที่", "By whom, when"),
    "monitoring": Text("การกำกับติดตามและรายงานผล", "Monitoring and reporting"),
    "monitoring_1": Text(
        "ผู้รับผิดชอบรายงานผู้บังคับบัญชาเมื่อเผยแพร่แล้ว พร้อมระบุลิงก์และวันที่เผยแพร่",
        "Whoever is responsible reports each publication, with its link and date.",
    ),
    "monitoring_2": Text(
        "ตรวจเว็บไซต์ซ้ำเมื่อครบกำหนด และจัดทำรายงานความก้าวหน้าเทียบกับผลครั้งนี้",
        "The website is audited again on the due date, and progress is reported against this"
        " result.",
    ),
    "monitoring_3": Text(
        "เผยแพร่มาตรการและรายงานผลบนเว็บไซต์ของหน่วยงานเมื่อผู้บริหารให้ความเห็นชอบแล้ว",
        "Measures and results are published on the website once the executive has approved them.",
    ),
    "made_by": Text("ผู้จัดทำ", "Prepared by"),
    "agreed_by": Text("ผู้เห็นชอบ", "Agreed by"),
    "approved_by": Text("ผู้อนุมัติ", "Approved by"),
    "signature": Text("(ลงชื่อ) {dots}", "(signed) {dots}"),
    "name_line": Text("({dots})", "({dots})"),
    "position_line": Text("ตำแหน่ง {dots}", "Position {dots}"),
    "date_line": Text("วันที่ {dots}", "Date {dots}"),
    "appendix": Text("ภาคผนวก หลักฐานที่พบ", "Appendix: evidence found"),
    "appendix_intro": Text(
        "สิ่งที่โปรแกรมเปิดพบในวันที่ตรวจ ข้อความในเครื่องหมายคำพูดคัดจากเว็บไซต์",
        "What the program opened on the day of the audit. Words in quotation marks are the"
        " website's.",
    ),
    "appendix_caption": Text(
        "ตารางที่ {number} หลักฐานของข้อที่ต้องแก้ไข", "Table {number}. Evidence of the items to correct"
    ),
    "what_found": Text("สิ่งที่พบ", "What was found"),
    "where_found": Text("ที่อยู่และเส้นทางการเข้าถึง", "Address and click path"),
    "when_found": Text("วันที่เปิดดู / ปีที่อ่านได้", "Seen on / year read"),
    "path": Text("เส้นทาง: {path}", "Path: {path}"),
    "year_read": Text("ปี {year}", "{year} B.E."),
    "no_year": Text("ไม่ระบุปี", "no year named"),
    "no_evidence": Text(
        "ข้อที่ไม่มีหน้าหรือเอกสารให้แสดง: {items}", "Items without a page or paper to show: {items}"
    ),
    "rejected": Text("พิจารณาแล้วไม่ใช้: {reason}", "considered and turned down: {reason}"),
}
