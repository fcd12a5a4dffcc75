"""What a report says of personal data: what lies open, why it matters, what to do, who does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oit_audit.judge.welfare import Welfare, WelfareList
from oit_audit.model import Document, Severity, SiteFinding, Text

_WEIGHTS = {Severity.LOW: 0, Severity.MEDIUM: 1, Severity.HIGH: 2}
_ACT = Text("พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562", "the Personal Data Protection Act B.E. 2562")
_TO_DO = Text(
    "ควรนำออกทันที ลบหรือปกปิดเลขแล้วจึงเผยแพร่ฉบับใหม่ ลบไฟล์เดิมจากเครื่องแม่ข่ายและแคช "
    "แล้วขอให้ Google และเครื่องมือค้นหาอื่นลบผลการค้นหาเดิม "
    "(เจ้าของเรื่องร่วมกับผู้ดูแลเว็บไซต์ และแจ้งเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล)",
    "take it down now, delete or black out the numbers, then publish it anew; delete the old file "
    "and its cached copies on the server, and ask Google and other search engines to drop it "
    "(the unit that owns it, with the webmaster; tell the data protection officer)",
)
_WELFARE = {
    Welfare.HIV: Text("ผู้ป่วยเอดส์หรือผู้ติดเชื้อเอชไอวี", "people with HIV or AIDS"),
    Welfare.ILLNESS: Text("ผู้ป่วย", "people who are ill"),
    Welfare.DISABILITY: Text("คนพิการ", "people with disabilities"),
    Welfare.CHILD: Text("เด็กแรกเกิดและผู้ปกครอง", "infants and their parents"),
    Welfare.AGE: Text("ผู้สูงอายุ", "older people"),
    Welfare.POVERTY: Text("ผู้รับการสงเคราะห์", "people in need"),
}
_HEALTH = Text(
    " ข้อมูลสุขภาพและความพิการเป็นข้อมูลอ่อนไหวตามมาตรา 26", "; health is sensitive data (section 26)"
)
_PLACES = {
    "page": "หน้า {}", "table": "ตาราง {}", "sheet": "แผ่นงาน {}", "line": "บรรทัด {}",
    "title": "ชื่อเอกสาร", "file": "ชื่อไฟล์", "link": "ข้อความของลิงก์", "list": "รายการ",
    "heading": "หัวข้อ", "p": "ย่อหน้า", "li": "รายการในหน้า", "img": "คำอธิบายภาพ",
}  # fmt: skip
_EN_PLACES = {"p": "paragraph", "li": "list", "img": "picture", "text": "text of the page"}
_HEADING = re.compile("h[1-6]")


@dataclass(frozen=True, slots=True)
class Seen:
    """Numbers in one document."""

    url: str
    count: int
    examples: tuple[tuple[str, str], ...]
    """Masked number and place; at most a few."""


def weight(finding: SiteFinding) -> int:
    """Return how urgent a finding is; more is more urgent."""
    return _WEIGHTS[finding.severity]


def citizens(seen: Seen) -> SiteFinding:
    """Say that citizen numbers lie open."""
    shown = _shown(seen)
    return SiteFinding(
        "personal_id_exposed",
        Severity.HIGH,
        seen.url,
        Text(
            f"พบเลขประจำตัวประชาชน {seen.count:,} เลข {shown.th} "
            f"เสี่ยงต่อการถูกสวมรอยและอาจขัดต่อ {_ACT.th} {_TO_DO.th}",
            f"shows {_many(seen.count, 'citizen id number')} ({shown.en}): people may be "
            f"impersonated, and {_ACT.en} may be broken; {_TO_DO.en}",
        ),
    )


def accounts(seen: Seen) -> SiteFinding:
    """Say that bank accounts of people lie open."""
    shown = _shown(seen)
    return SiteFinding(
        "bank_account_exposed",
        Severity.MEDIUM,
        seen.url,
        Text(
            f"พบเลขที่บัญชีธนาคารคู่กับชื่อบุคคล {seen.count:,} บัญชี {shown.th} "
            f"มิจฉาชีพอาจนำไปใช้และอาจขัดต่อ {_ACT.th} {_TO_DO.th}",
            f"shows {_many(seen.count, 'bank account')} beside names of people ({shown.en}): "
            f"they may be misused, and {_ACT.en} may be broken; {_TO_DO.en}",
        ),
    )


def welfare(seen: Seen, kind: Welfare) -> SiteFinding:
    """Say that a list of recipients with their citizen numbers lies open."""
    shown, who = _shown(seen), _WELFARE[kind]
    health = _HEALTH if kind.is_sensitive else Text("", "")
    return SiteFinding(
        "welfare_list_exposed",
        Severity.HIGH,
        seen.url,
        Text(
            f"พบรายชื่อ{who.th}ที่ได้รับสวัสดิการพร้อมเลขประจำตัวประชาชน {seen.count:,} คน {shown.th} "
            f"อาจขัดต่อ {_ACT.th}{health.th} {_TO_DO.th}",
            f"shows a welfare list of {who.en} with {_many(seen.count, 'citizen id number')} "
            f"({shown.en}): {_ACT.en} may be broken{health.en}; {_TO_DO.en}",
        ),
    )


def health(document: Document, listed: WelfareList) -> SiteFinding:
    """Say that a list of names tells of people's health."""
    who, where = _WELFARE[listed.kind], document.place(listed.where)
    severity = Severity.MEDIUM if listed.kind is Welfare.HIV else Severity.LOW
    return SiteFinding(
        "welfare_list_exposed",
        severity,
        document.address,
        Text(
            f"พบรายชื่อ{who.th} {listed.people:,} คน ({_place(where)}) แม้ไม่มีเลขประจำตัวประชาชน "
            f"แต่ชื่อในรายการนี้บอกถึงสุขภาพหรือความพิการ ซึ่งเป็นข้อมูลอ่อนไหวตามมาตรา 26 แห่ง {_ACT.th} "
            "ควรพิจารณาว่ามีกฎหมายให้ประกาศหรือไม่ หากไม่มีให้นำออก "
            "หากมีให้แสดงเท่าที่จำเป็นและนำออกเมื่อพ้นกำหนด (กองสวัสดิการสังคมหรือเจ้าของเรื่อง)",
            f"names {listed.people:,} {who.en} ({_english(where)}): even without numbers the list "
            f"tells of their health, which is sensitive data (section 26 of {_ACT.en}); see if a "
            "rule asks for the notice; if none does take it down, else show no more than it asks "
            "and take it down when its time is over (the welfare division or the owner)",
        ),
    )


def more(rest: Sequence[SiteFinding]) -> SiteFinding:
    """Say how many findings of personal data there are besides those that are told."""
    worst = max(rest, key=weight)
    return SiteFinding(
        "personal_data_more",
        worst.severity,
        worst.url,
        Text(
            f"พบข้อมูลส่วนบุคคลในหน้าและไฟล์อื่นอีก {len(rest):,} รายการที่ไม่ได้แสดงไว้ที่นี่ "
            "ควรตรวจเอกสารทั้งหมดของเว็บไซต์ เริ่มจากที่อยู่นี้",
            f"there are {len(rest):,} more findings of personal data that are not listed here; "
            "look through all documents of the website, beginning at this address",
        ),
    )


def _shown(seen: Seen) -> Text:
    by_place: dict[str, list[str]] = {}
    for masked, where in seen.examples:
        by_place.setdefault(where, []).append(masked)
    th = [f"{', '.join(masked)} ({_place(where)})" for where, masked in by_place.items()]
    en = [f"{', '.join(masked)}, {_english(where)}" for where, masked in by_place.items()]
    first = "เช่น " if seen.count > len(seen.examples) else "คือ "
    return Text(first + " ".join(th), "; ".join(en))


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _place(where: str) -> str:
    """Return a place in Thai, the name of an enclosed file before it.

    >>> _place("table 1 row 4"), _place("may.pdf: page 2")
    ('ตาราง 1 แถว 4', 'may.pdf: หน้า 2')
    """
    file, colon, inner = where.rpartition(": ")
    outer, row, number = inner.rpartition(" row ")
    if row and number.isdecimal():
        return f"{file}{colon}{_place(outer)} แถว {number}"
    head, _, rest = inner.partition(" ")
    pattern = _PLACES.get("heading" if _HEADING.fullmatch(head) else head, "ข้อความในหน้า")
    return f"{file}{colon}{pattern.format(rest)}".strip()


def _english(where: str) -> str:
    """Return a place in English.

    >>> _english("li"), _english("page 3")
    ('list', 'page 3')
    """
    file, colon, inner = where.rpartition(": ")
    return (
        f"{file}{colon}{'heading' if _HEADING.fullmatch(inner) else _EN_PLACES.get(inner, inner)}"
    )
