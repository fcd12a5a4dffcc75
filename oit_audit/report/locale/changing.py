"""What a report of changes says between its facts."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text

SAYS: Mapping[str, Text] = {
    "title": Text("สิ่งที่เปลี่ยนไปจากการตรวจ OIT ครั้งก่อน", "What has changed since the last OIT audit"),
    "page_title": Text("การเปลี่ยนแปลงผลการตรวจ OIT – {name}", "Changes of the OIT audit – {name}"),
    "nameless": Text("หน่วยงานที่ไม่ได้ระบุชื่อ", "An organisation without a name"),
    "skip": Text("ข้ามไปยังเนื้อหา", "Skip to the content"),
    "contents": Text("สารบัญ", "Contents"),
    "website": Text("เว็บไซต์", "Website"),
    "then": Text("ครั้งก่อน", "Then"),
    "now": Text("ครั้งนี้", "Now"),
    "audit_of": Text("ตรวจตามเกณฑ์ปีงบประมาณ {year} ณ วันที่ {day}", "fiscal year {year}, as of {day}"),
    "visited": Text("เปิดเว็บไซต์เมื่อ {instant}", "website visited on {instant}"),
    "summary": Text("สรุป", "In short"),
    "before_reading": Text("สิ่งที่ควรทราบก่อนอ่านผล", "Before you read on"),
    "nothing": Text("ไม่มีการเปลี่ยนแปลง", "No change"),
    "nothing_known": Text(
        "ครั้งนี้เปิดเว็บไซต์ไม่ได้เลย จึงยังบอกไม่ได้ว่ามีอะไรเปลี่ยนไป มิได้หมายความว่าผลของเว็บไซต์ลดลง",
        "Nothing could be seen this time, so nobody can tell what has changed;"
        " this does not say that the website got worse",
    ),
    "unchanged": Text("ผลเท่าเดิม {count} ข้อ", "Items as they were: {count}"),
    "head_worse": Text("ผลลดลง {count} ข้อ", "got worse: {count}"),
    "head_better": Text("ดีขึ้น {count} ข้อ", "got better: {count}"),
    "head_stale": Text("พ้นช่วงเวลา {count} ข้อ", "out of date: {count}"),
    "head_open": Text("ยังบอกไม่ได้ {count} ข้อ", "cannot be told: {count}"),
    "head_rest": Text(
        "ไม่มีข้อใดดีขึ้นหรือลดลงเพราะเว็บไซต์ ความแตกต่างอื่นแสดงไว้ด้านล่าง",
        "The website made nothing worse and nothing better; other differences are below",
    ),
    "items": Text("{count} ข้อ", "{count}"),
    "item": Text("ข้อ", "Item"),
    "subject": Text("รายการ", "Subject"),
    "what": Text("ผล", "Result"),
    "reason": Text("เหตุผล", "Why"),
    "cause": Text("เกิดจาก", "Cause"),
    "renumbered": Text("{now} (เดิม {then})", "{now} (was {then})"),
    "please_check": Text("โปรดตรวจสอบ", "please check"),
    "excused": Text("เจ้าหน้าที่ผ่อนผันหรือวินิจฉัยไว้แล้ว", "excused by a person"),
    "and_more": Text("และอีก {count} รายการ", "and {count} more"),
    "what_to_do": Text("สิ่งที่ต้องทำ", "What to do"),
    "unit": Text("หน่วยงานรับผิดชอบ", "Unit"),
    "lost": Text("ไม่พบแล้ว", "No longer shown"),
    "won": Text("พบเพิ่ม", "Shown now"),
    "said_otherwise": Text("ผลต่างไป", "Said otherwise"),
    "not_asked": Text("ไม่ได้กำหนดไว้", "not asked"),
    "informs": Text("แจ้งเพื่อทราบ", "informs only"),
    "shown_then": Text("หลักฐานครั้งก่อน", "Evidence then"),
    "shown_now": Text("หลักฐานครั้งนี้", "Evidence now"),
    "verdict_now": Text("เหตุผลของผลครั้งนี้", "Verdict now"),
    "unopened": Text("เปิดไม่ได้", "Could not be opened"),
    "surer": Text("ความมั่นใจ", "Confidence"),
    "waiver_then": Text("คำวินิจฉัยเดิม", "Decided then"),
    "waiver_now": Text("คำวินิจฉัยปัจจุบัน", "Decided now"),
    "none": Text("ไม่มี", "none"),
    "estimate": Text(
        "คะแนนเป็นค่าประมาณของโปรแกรม ไม่ใช่ผลการประเมินอย่างเป็นทางการ",
        "Points are the program's estimate, not the official assessment",
    ),
    # The score.
    "score": Text("คะแนน OIT", "OIT score"),
    "score_none": Text("ไม่มีคะแนน เพราะเปิดเว็บไซต์ไม่ได้", "no score: nothing was seen"),
    "score_range": Text("{points} (อาจเป็น {low}–{high})", "{points} (may be {low}–{high})"),
    "score_up": Text("เพิ่มขึ้น {points} คะแนน", "{points} points more"),
    "score_down": Text("ลดลง {points} คะแนน", "{points} points less"),
    "score_same": Text("เท่าเดิม", "as it was"),
    "score_not_compared": Text("สองครั้งนี้นำมาเทียบกันไม่ได้", "These two cannot be compared"),
    "because": Text("{what} เพราะ{why}", "{what}: {why}"),
    "not_year": Text("เป็นเกณฑ์คนละปีงบประมาณ", "they are of different fiscal years"),
    "not_checklist": Text("รายการตรวจมีการแก้ไข", "the checklist has changed"),
    "not_tool": Text("ใช้โปรแกรมคนละรุ่น", "the program is another version"),
    "not_way": Text(
        "ครั้งหนึ่งตรวจเฉพาะลิงก์ที่กรอก อีกครั้งตรวจทั้งเว็บไซต์",
        "one judges entered links alone, the other the whole website",
    ),
    "not_organisation": Text(
        "ระบุชื่อหรือประเภทหน่วยงานต่างกัน", "the organisation was named differently"
    ),
    "not_incomplete_then": Text("ครั้งก่อนตรวจได้ไม่ครบ", "the earlier audit is incomplete"),
    "not_incomplete_now": Text("ครั้งนี้ตรวจได้ไม่ครบ", "this audit is incomplete"),
    "not_undecided": Text(
        "ข้อที่ยังบอกผลไม่ได้ของสองครั้งไม่ใช่ข้อเดียวกัน", "other items are undecided now than then"
    ),
    # What to know before the rest.
    "note_wrong_order": Text(
        "ไฟล์ที่ให้เป็นครั้งก่อน ({then}) ใหม่กว่าไฟล์ที่ให้เป็นครั้งนี้ ({now}) ลำดับไฟล์น่าจะสลับกัน",
        "the audit given as the old one ({then}) is newer than the one given as the new one"
        " ({now}): the files are probably in the wrong order",
    ),
    "note_other_site": Text(
        "เป็นคนละเว็บไซต์: {then} และ {now}", "these are two different websites: {then} and {now}"
    ),
    "note_site_moved": Text(
        "หน้าแรกของเว็บไซต์เปลี่ยนที่อยู่จาก {then} เป็น {now}",
        "the home page has moved from {then} to {now}",
    ),
    "note_same_visit": Text(
        "ทั้งสองไฟล์ตรวจจากข้อมูลชุดเดียวกัน ความต่างจึงไม่ได้เกิดจากเว็บไซต์",
        "both judge one and the same visit: no difference is the website's doing",
    ),
    "note_incomplete_now": Text(
        "ครั้งนี้ตรวจได้ไม่ครบ ({now}) สิ่งที่ไม่พบอาจเพียงเปิดดูไม่ได้ มิได้หมายความว่าผลของเว็บไซต์ลดลง",
        "this audit is incomplete ({now}): what is not there may only not have been seen, and does"
        " not say that the website got worse",
    ),
    "note_incomplete_then": Text(
        "ครั้งก่อนตรวจได้ไม่ครบ ({then}) สิ่งที่เพิ่งพบครั้งนี้อาจมีอยู่ก่อนแล้ว",
        "the earlier audit is incomplete ({then}): what is seen now may have been there before",
    ),
    "note_year": Text(
        "เป็นเกณฑ์คนละปีงบประมาณ ({then} และ {now}) เลขข้อเปลี่ยน จึงเทียบตามเรื่อง ไม่ใช่ตามเลขข้อ",
        "the lists are of different fiscal years ({then} and {now}): items are compared by what"
        " they ask, not by number",
    ),
    "note_checklist": Text(
        "รายการตรวจมีการแก้ไขระหว่างสองครั้ง ({then} → {now})",
        "the checklist has changed in between ({then} → {now})",
    ),
    "note_tool": Text(
        "ใช้โปรแกรมคนละรุ่น ({then} → {now})", "the program is another version ({then} → {now})"
    ),
    "note_way": Text(
        "ครั้งหนึ่งตรวจเฉพาะลิงก์ที่กรอก อีกครั้งตรวจทั้งเว็บไซต์",
        "one audit judges entered links alone, the other the whole website",
    ),
    "note_organisation": Text(
        "ระบุหน่วยงานต่างกัน (“{then}” และ “{now}”) ซึ่งใช้ตัดสินว่าเอกสารเป็นของหน่วยงานหรือไม่",
        "the organisation was named differently (“{then}” and “{now}”), by which its own papers"
        " are known",
    ),
    "note_day": Text("วันที่ถือเป็นวันตรวจ: {then} → {now}", "judged as of {then}, and as of {now}"),
    "judge_again": Text(
        "หากเก็บข้อมูลครั้งก่อนไว้ (--save) ให้ตรวจชุดนั้นใหม่ด้วยเกณฑ์และโปรแกรมปัจจุบัน"
        " (oit-audit scan --from DIR) แล้วเทียบอีกครั้ง จะบอกได้ว่าเว็บไซต์เปลี่ยนหรือไม่",
        "if the earlier visit was kept (--save), judge it again by today's rules"
        " (oit-audit scan --from DIR) and compare that: it tells whether the website changed",
    ),
    # What became of an item: its heading, what it means, and in a few words.
    "regressed": Text("ผลลดลงเพราะเว็บไซต์เปลี่ยนแปลง", "Worse: the website changed"),
    "regressed_means": Text(
        "ตรวจได้ครบทั้งสองครั้งด้วยเกณฑ์เดียวกัน และสิ่งที่เคยแสดงไม่เป็นอย่างเดิม ควรแก้ไขก่อน",
        "Both looks were complete, the rules the same, and what was shown is no longer as it was."
        " Fix these first.",
    ),
    "newly_stale": Text("ข้อมูลพ้นช่วงเวลาแล้ว", "Out of date: time has passed"),
    "newly_stale_means": Text(
        "ไม่ใช่ข้อบกพร่องของเว็บไซต์ แต่ปีงบประมาณหรือวันที่เปลี่ยนไป จึงต้องเผยแพร่ข้อมูลของช่วงเวลาใหม่",
        "A year has turned or a day has passed: publish what the new time asks for.",
    ),
    "newly_unknown": Text("ครั้งก่อนทราบผล ครั้งนี้ยังบอกไม่ได้", "Known then, not known now"),
    "newly_unknown_means": Text(
        "มิได้หมายความว่าไม่มีข้อมูล ให้ตรวจใหม่หรือเปิดดูด้วยตนเอง",
        "This does not say that it is gone. Scan again, or look yourself.",
    ),
    "unclear": Text(
        "ผลต่างไป แต่บอกไม่ได้ว่าเว็บไซต์เปลี่ยนหรือไม่",
        "Different, and it cannot be told whether the website changed",
    ),
    "unclear_means": Text(
        "ไม่นับว่าผลของเว็บไซต์ดีขึ้นหรือลดลง", "Held neither against the website nor for it."
    ),
    "fixed": Text("แก้ไขแล้ว", "Fixed"),
    "fixed_means": Text("ครั้งก่อนยังไม่ผ่าน ครั้งนี้ผ่านแล้ว", "Not met then, met now."),
    "improved": Text("ดีขึ้น แต่ยังไม่ผ่าน", "Better, not yet met"),
    "improved_means": Text(
        "มีข้อมูลเพิ่มขึ้นแล้ว แต่ยังไม่ครบถ้วน", "More is there now, but not everything yet."
    ),
    "first_known": Text("เพิ่งทราบผลครั้งนี้", "Known for the first time"),
    "first_known_means": Text(
        "ครั้งก่อนบอกผลไม่ได้ สิ่งที่เห็นครั้งนี้อาจเป็นเช่นนี้อยู่ก่อนแล้ว",
        "It could not be told then; what is seen now may have been so before.",
    ),
    "judged_otherwise": Text(
        "ผลต่างไปโดยเว็บไซต์ไม่ได้เปลี่ยน", "Judged otherwise: the website did not change"
    ),
    "judged_otherwise_means": Text(
        "เกิดจากเกณฑ์ โปรแกรม หรือเวลา ไม่ใช่การกระทำของหน่วยงาน",
        "By our rules, our program or the calendar; none of it is the organisation's doing.",
    ),
    "applicability": Text("เริ่มนับหรือเลิกนับข้อนี้", "Counts now, or no longer"),
    "applicability_means": Text(
        "ข้อนี้เริ่มนับหรือเลิกนับในคะแนน", "The item has begun or ceased to count."
    ),
    "elements": Text("ผลเท่าเดิม แต่องค์ประกอบที่พบต่างไป", "Same result, other elements shown"),
    "elements_means": Text(
        "สถานะของข้อไม่เปลี่ยน แต่บางองค์ประกอบหายไปหรือเพิ่มขึ้น",
        "The status is as it was; some elements were lost or gained.",
    ),
    "evidence_replaced": Text("ผลเท่าเดิม แต่ใช้หลักฐานอื่น", "Same result, other evidence"),
    "evidence_replaced_means": Text(
        "โปรดตรวจสอบว่าลิงก์ที่กรอกในระบบ ITAS ยังเป็นหน้าที่ต้องการ",
        "See whether the link that was entered still leads to what you mean.",
    ),
    "evidence_moved": Text("หลักฐานเดิมย้ายที่อยู่", "Evidence moved"),
    "evidence_moved_means": Text(
        "ไม่ใช่ข้อบกพร่อง แต่ถ้ากรอกลิงก์เดิมในระบบ ITAS ไว้ ให้แก้เป็นที่อยู่ใหม่",
        "No fault; if the old address was entered somewhere, enter the new one.",
    ),
    "waiver": Text("คำวินิจฉัยของเจ้าหน้าที่เปลี่ยนไป", "People decided otherwise"),
    "waiver_means": Text(
        "ผลที่โปรแกรมพบเท่าเดิม ต่างที่คำวินิจฉัยหรือการผ่อนผัน",
        "What was found is as it was; what people said of it is not.",
    ),
    "confidence": Text("ผลเท่าเดิม แต่ความมั่นใจต่างไป", "Same result, other confidence"),
    "confidence_means": Text(
        "ข้อที่ความมั่นใจต่ำควรเปิดดูด้วยตนเอง", "Check yourself where the confidence is low."
    ),
    "short_regressed": Text("ผลลดลง", "worse"),
    "short_newly_stale": Text("พ้นช่วงเวลา", "out of date"),
    "short_newly_unknown": Text("ยังบอกไม่ได้ครั้งนี้", "not known now"),
    "short_unclear": Text("ต่างไป ไม่ทราบสาเหตุ", "unclear"),
    "short_fixed": Text("แก้ไขแล้ว", "fixed"),
    "short_improved": Text("ดีขึ้น", "better"),
    "short_first_known": Text("เพิ่งทราบผล", "first known"),
    "short_judged_otherwise": Text("ตัดสินต่างไป", "judged otherwise"),
    "short_applicability": Text("เริ่มหรือเลิกนับ", "counts or not"),
    "short_elements": Text("องค์ประกอบต่างไป", "other elements"),
    "short_evidence_replaced": Text("ใช้หลักฐานอื่น", "other evidence"),
    "short_evidence_moved": Text("หลักฐานย้ายที่", "moved"),
    "short_waiver": Text("คำวินิจฉัยเปลี่ยน", "decided"),
    "short_confidence": Text("ความมั่นใจต่างไป", "confidence"),
    "short_unchanged": Text("เท่าเดิม", "unchanged"),
    # Who did it.
    "cause_site": Text("เว็บไซต์", "the website"),
    "cause_rules": Text("เกณฑ์หรือโปรแกรม", "rules or program"),
    "cause_network": Text("เปิดดูไม่ได้", "could not look"),
    "cause_calendar": Text("เวลาผ่านไป", "time"),
    "cause_people": Text("เจ้าหน้าที่", "people"),
    "cause_unclear": Text("ระบุไม่ได้", "cannot be told"),
    # Why we say so.
    "why_site_changed": Text(
        "หน้าหรือเอกสารที่เคยแสดงข้อนี้ไม่เหมือนเดิม โดยเกณฑ์เท่าเดิมและตรวจได้ครบ",
        "what shows it has changed, under the same rules and after a complete look",
    ),
    "why_site_better": Text(
        "เว็บไซต์แสดงสิ่งที่ครั้งก่อนไม่มี โดยเกณฑ์เท่าเดิมและครั้งก่อนตรวจได้ครบ",
        "the website shows what it did not then, under the same rules; that look was complete",
    ),
    "why_evidence_gone": Text(
        "ที่อยู่เดิมของหลักฐาน หรือหน้าที่นำไปถึง เปิดแล้วไม่มีข้อมูล",
        "the address that showed it, or the page that led there, holds nothing any more",
    ),
    "why_same_visit": Text(
        "เป็นข้อมูลชุดเดียวกัน ตัดสินด้วยเกณฑ์หรือโปรแกรมที่ต่างกัน",
        "one and the same visit, judged by other rules or another program",
    ),
    "why_same_evidence": Text(
        "หลักฐานเหมือนเดิมทุกประการและเกณฑ์เท่าเดิม อาจต่างที่อุปกรณ์ของเครื่องที่ตรวจ (OCR, เบราว์เซอร์)"
        " หรือหน้าอื่นของเว็บไซต์",
        "the evidence and the rules are the same; other pages may have changed, or what the"
        " program could use (OCR, a browser)",
    ),
    "why_rules_changed": Text(
        "หลักฐานเหมือนเดิมทุกประการ แต่เกณฑ์หรือโปรแกรมเปลี่ยน",
        "the evidence is the same, byte for byte; the rules or the program are not",
    ),
    "why_both_changed": Text(
        "ทั้งหลักฐานและเกณฑ์หรือโปรแกรมต่างไปพร้อมกัน จึงแยกไม่ได้ว่าเพราะสิ่งใด",
        "the evidence and the rules have both changed, so which of them did it cannot be told",
    ),
    "why_year_turned": Text(
        "ขึ้นปีงบประมาณใหม่ ต้องเป็นข้อมูลของปีใหม่",
        "the fiscal year has turned, and the new one asks for its own",
    ),
    "why_time_passed": Text(
        "หลักฐานและเกณฑ์เท่าเดิม ต่างกันเพียงวันที่ตรวจ", "only the day of the audit is another"
    ),
    "why_not_seen_now": Text(
        "ครั้งนี้เปิดดูได้ไม่ครบ จึงไม่ถือว่าผลของเว็บไซต์ลดลง",
        "it could not be looked at in full this time, which is not held against the website",
    ),
    "why_not_seen_then": Text(
        "ครั้งก่อนเปิดดูได้ไม่ครบ จึงอาจเป็นเช่นนี้อยู่ก่อนแล้ว",
        "it could not be looked at in full then, so it may have been so before",
    ),
    "why_undecided_now": Text(
        "เปิดดูแล้วแต่ตัดสินไม่ได้ ต้องให้คนตรวจ", "it was looked at, and a person must decide"
    ),
    "why_undecided_then": Text(
        "ครั้งก่อนเปิดดูแล้วแต่ตัดสินไม่ได้", "it was looked at then, and could not be decided"
    ),
    "why_other_address": Text(
        "หน้าหรือเอกสารเดิมอยู่ที่อยู่ใหม่", "the same page or document, at another address"
    ),
    "why_other_paper": Text(
        "ใช้หน้าหรือเอกสารอื่นเป็นหลักฐานหลัก", "another page or document is the best evidence now"
    ),
    "why_person_decided": Text("เจ้าหน้าที่วินิจฉัยหรือยกเลิกคำวินิจฉัย", "a person decided, or took it back"),
    "why_word_expired": Text("คำวินิจฉัยหมดอายุแล้ว", "what a person decided has expired"),
    "why_counted_otherwise": Text(
        "ครั้งหนึ่งนับข้อนี้ในคะแนน อีกครั้งไม่นับ", "one audit counts it in the score, the other does not"
    ),
    # Items of two lists that ask otherwise.
    "regrouped": Text("ข้อที่เทียบกันข้อต่อข้อไม่ได้", "Items that cannot be compared one by one"),
    "regrouped_means": Text(
        "รายการตรวจสองชุดจัดข้อต่างกัน ผลที่ต่างจึงไม่นับว่าดีขึ้นหรือลดลง",
        "The two lists ask otherwise; no difference here counts as better or worse.",
    ),
    "added": Text("เพิ่มใหม่ในรายการตรวจ", "new in the list"),
    "dropped": Text("ไม่มีในรายการตรวจแล้ว", "no longer in the list"),
    "merged": Text("รวมหลายข้อเป็นข้อเดียว", "several became one"),
    "split": Text("แยกเป็นหลายข้อ", "one became several"),
    "reshaped": Text("ขอบเขตของข้อเปลี่ยนไป", "asks something else"),
    # The whole site.
    "findings": Text("ข้อสังเกตเกี่ยวกับเว็บไซต์", "Findings about the website"),
    "links": Text("ลิงก์เสีย", "Dead links"),
    "is_new": Text("ใหม่", "new"),
    "is_gone": Text("ไม่พบแล้ว", "gone"),
    "dead_now": Text("เสียใหม่", "dead now"),
    "dead_no_more": Text("ไม่เสียแล้ว", "dead no more"),
    "found_on": Text("ลิงก์อยู่ที่หน้า {url}", "linked from {url}"),
    "made": Text(
        "เปรียบเทียบโดย oit-audit จากไฟล์ผลการตรวจสองไฟล์ ไม่ได้เปิดเว็บไซต์ใหม่",
        "Compared by oit-audit from two audits; the website was not visited for this",
    ),
}
