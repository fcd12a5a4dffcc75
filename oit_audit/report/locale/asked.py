"""How a checklist says where a requirement comes from, how sure it is, and of which year."""

from __future__ import annotations

from oit_audit.model import Basis, Freshness, Sureness, Text

BASES = {
    Basis.RULE: Text("อ่านจากเกณฑ์", "read in the rule"),
    Basis.TITLE: Text("จากชื่อข้อ", "said by the title"),
    Basis.PRACTICE: Text("จากสิ่งที่หน่วยงานเผยแพร่", "seen in practice"),
    Basis.OTHER_YEAR: Text("จากเกณฑ์ปีอื่น", "read for another year"),
    Basis.INFERRED: Text("อนุมานจากปีใกล้เคียง", "inferred from other years"),
}
SURENESS = {
    Sureness.HIGH: Text("มั่นใจสูง", "high"),
    Sureness.MEDIUM: Text("มั่นใจปานกลาง", "medium"),
    Sureness.LOW: Text("มั่นใจต่ำ", "low"),
}
FRESHNESS = {
    Freshness.CURRENT: Text("ข้อมูลปัจจุบัน", "as it is today"),
    Freshness.IN_FORCE: Text("ที่ใช้บังคับในปีที่ประเมิน", "in force in the assessed year"),
    Freshness.ASSESSED_YEAR: Text("ของปีที่ประเมิน", "of the assessed year"),
    Freshness.FIRST_6_MONTHS: Text("อย่างน้อย 6 เดือนแรกของปีที่ประเมิน", "at least its first six months"),
    Freshness.PREVIOUS_YEAR: Text("ของปีก่อนปีที่ประเมิน", "of the year before"),
}
