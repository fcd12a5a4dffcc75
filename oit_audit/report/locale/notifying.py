"""What a short message says of an audit."""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Text

SAYS: Mapping[str, Text] = {
    "title": Text("OIT {year} {name}: {points} คะแนน", "OIT {year} {name}: {points} points"),
    "title_unscored": Text("OIT {year} {name}: ยังไม่มีคะแนน", "OIT {year} {name}: no score yet"),
    "title_unreachable": Text("OIT: เปิดเว็บไซต์ {name} ไม่ได้", "OIT: {name} could not be reached"),
    "title_change": Text("OIT {year} {name}: {what}", "OIT {year} {name}: {what}"),
    "scores": Text("คะแนน OIT {then} → {now}", "OIT score {then} → {now}"),
    "changed_item": Text(
        "• {item} {title}: {then} → {now} ({what})", "• {item} {title}: {then} → {now} ({what})"
    ),
    "new_findings": Text(
        "⚠ ข้อสังเกตใหม่เกี่ยวกับเว็บไซต์ {count} เรื่อง", "⚠ New findings about the website: {count}"
    ),
    "new_dead_links": Text("ลิงก์ที่เสียใหม่ {count} ลิงก์", "Links that lead nowhere now: {count}"),
    "unreachable": Text(
        "เปิดหน้าแรกของเว็บไซต์ไม่ได้ จึงยังไม่ได้ตรวจ มิได้หมายความว่าไม่มีข้อมูล",
        "The home page could not be opened, so nothing was audited. This does not mean that"
        " anything is missing.",
    ),
    "day": Text("ปีงบประมาณ พ.ศ. {year} ตรวจเมื่อ {day}", "Fiscal year {year} B.E., audited on {day}"),
    "incomplete": Text(
        "⚠ ตรวจไม่ครบ: ดูเว็บไซต์ได้เพียงบางส่วน ข้อที่เปิดดูไม่ได้ มิได้หมายความว่าไม่มีข้อมูล",
        "⚠ Incomplete: only part of the website could be seen. What was not seen is not missing.",
    ),
    "nothing_seen": Text(
        "⚠ เปิดดูเว็บไซต์ไม่ได้เลย มิได้หมายความว่าไม่มีข้อมูล",
        "⚠ Nothing of the website could be seen. This does not mean that anything is missing.",
    ),
    "only_links": Text("ตรวจเฉพาะลิงก์ที่กรอกไว้", "Judged by the entered links alone"),
    "fix": Text("ควรแก้ไขก่อน", "To fix first"),
    "item": Text("• {item} {title}: {status}", "• {item} {title}: {status}"),
    "please_check": Text("(โปรดตรวจสอบด้วยตนเอง)", "(please check)"),
    "urgent": Text(
        "⚠ ข้อสังเกตเร่งด่วนเกี่ยวกับเว็บไซต์ {count} เรื่อง โปรดดูในรายงาน",
        "⚠ Urgent findings about the website: {count}; please see the report",
    ),
}
