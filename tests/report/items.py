"""The items of the audit that holds every status. All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from oit_audit.model import (
    Completion,
    Conclusion,
    Considered,
    DeadEndKind,
    ElementVerdict,
    Evidence,
    Finding,
    Ground,
    Outcome,
    Rejected,
    Signal,
    Status,
    Sureness,
    Tally,
    Text,
    Unopened,
    Verdict,
    Waiver,
    Weighed,
    YearSeen,
)

HOME = "https://www.baansuanmok.example/"
SEEN = datetime(2026, 11, 20, 3, 4, 5, tzinfo=UTC)
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> \"quoted\" 'single' & &amp; "
    "[bold red]markup[/] [link=https://evil.example]x[/link] :boom: "
    "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x9b2J \x00\x08\x7f "
    "\u202eesrever\u202c \u2066iso\u2069 {{ 7*7 }} {% raw %} </style> --> ]]> "
)


def evidence(path: str, **changes: object) -> Evidence:
    shown = Evidence(
        url=HOME + path,
        where="h2",
        quote="แผนพัฒนาท้องถิ่น (พ.ศ. 2566 – 2570)",
        final_url=HOME + path,
        title="แผนพัฒนาท้องถิ่น",
        anchor_text="แผนพัฒนา",
        click_path=("หน้าหลัก", "ข้อมูลเผยแพร่", "แผนพัฒนา"),
        fiscal_year=2569,
        media_type="text/html",
        fetched_at=SEEN,
        sha256="ab" * 32,
    )
    return replace(shown, **changes)  # type: ignore[arg-type]  # the caller names fields of Evidence


def element(
    id: str,
    th: str,
    en: str,
    outcome: Outcome,
    *,
    binds: bool = True,
    shown: Evidence | None = None,
) -> ElementVerdict:
    reasons = {
        Outcome.FOUND: Text(th="แสดงไว้ในหน้าเดียวกัน", en="shown on the same page"),
        Outcome.ABSENT: Text(th="ไม่พบในหน้าที่ตรวจ", en="not shown on the pages looked at"),
        Outcome.CANNOT_TELL: Text(th="เอกสารเป็นภาพสแกน อ่านข้อความไม่ได้", en="the document is a scan"),
    }
    return ElementVerdict(
        id=id,
        says=Text(th=th, en=en),
        finding=Finding(outcome, reasons[outcome], shown),
        binds=binds,
        remedy=Text(th=f"เพิ่ม{th}ในหน้านี้", en=f"Add this to the page: {en.lower()}"),
    )


def verdict(id: str, th: str, en: str, status: Status, **changes: object) -> Verdict:
    is_seen = status in (Status.MET, Status.PARTIAL, Status.STALE)
    undecided = status is Status.UNKNOWN
    base = Verdict(
        id=id,
        concepts=("strategic_plan",),
        title=Text(th=th, en=en),
        sub_indicator="9.1",
        status=status,
        completion=Completion.PARTLY if undecided else Completion.FULL,
        confidence=Sureness.LOW if undecided else Sureness.HIGH,
        reason=Text(th="เหตุผลของผลข้อนี้", en="why this item has its result"),
        elements=(),
        evidence=(evidence(f"{id}/แผน"),) if is_seen else (),
        rejected=(),
        remedy=Text(
            th=f"เผยแพร่{th}ของปีงบประมาณ พ.ศ. 2569 บนเว็บไซต์ และทำลิงก์จากหน้าหลัก",
            en=f"Publish “{en}” for fiscal year 2569 B.E. and link it from the home page",
        ),
        unit="งานประชาสัมพันธ์ (สำนักปลัด)",
        gain=0.0 if status in (Status.MET, Status.NOT_APPLICABLE) else 1.11,
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # the caller names fields of Verdict


def behind() -> Considered:
    """Return what is behind the executives: each kind of thing that can be told."""
    return Considered(
        rule="elements_absent",
        grounds=(Ground("says_itself", holds=True), Ground("year_said", holds=False)),
        candidates=(
            Weighed(
                HOME + "executives",
                Conclusion.JUDGED,
                chosen=True,
                title="ผู้บริหาร",
                label="o2 ข้อมูลผู้บริหาร",
                click_path=("หน้าหลัก", "บุคลากร"),
                hub=HOME,
                signals=(
                    Signal("number", None, "o2"),
                    Signal("own_title", 0.92, "ผู้บริหาร"),
                    Signal("clicks", 1.0),
                ),
                years=(
                    YearSeen("title", "fiscal", (2569,), "ปีงบประมาณ 2569", decides=True),
                    YearSeen("file_name", "upload", (2564,), "2564", against=True),
                ),
                elements=Tally(1, 2, 0),
            ),
            Weighed(HOME + "board", Conclusion.JUDGED, label="บอร์ด", behind="elements"),
            Weighed(
                HOME + "news/0",
                Conclusion.REJECTED,
                label="ข่าวผู้บริหาร",
                reason=Text(th="เป็นข่าวกิจกรรม", en="a news item"),
                signals=(Signal("rival", None, "ข่าว"),),
            ),
        ),
        dead_ends=(
            Unopened(
                HOME + "old",
                "ทำเนียบผู้บริหาร",
                0.85,
                HOME + "menu",
                ("หน้าหลัก", "บุคลากร", "ทำเนียบผู้บริหาร"),
                DeadEndKind.NOT_SEEN,
                Text(th="ลิงก์เสีย (404)", en="the link is dead (404)"),
            ),
        ),
        left_out=7,
    )


def hostile() -> Considered:
    """Return what is behind an item when all of it was written by an enemy."""
    signal, year = Signal(HOSTILE, 1.0, HOSTILE), YearSeen(HOSTILE, HOSTILE, (2569,), HOSTILE)
    text = Text(HOSTILE, HOSTILE)
    return Considered(
        HOSTILE,
        (Ground(HOSTILE, holds=True),),
        (
            Weighed(
                "javascript:alert(1)",
                Conclusion.OTHER_YEAR,
                title=HOSTILE,
                label=HOSTILE * 30,
                click_path=(HOSTILE,) * 30,
                hub=HOSTILE,
                reason=text,
                behind=HOSTILE,
                signals=(signal, Signal("own_title", 0.5, HOSTILE)),
                years=(year, YearSeen("title", "fiscal", (2566,), HOSTILE, decides=True)),
            ),
        ),
        (Unopened(HOSTILE, HOSTILE, 0.5, HOSTILE, (HOSTILE,), DeadEndKind.NO_ADDRESS, text),),
    )


def verdicts() -> tuple[Verdict, ...]:
    photo = evidence("executives", quote="นายกเทศมนตรี นายสมมติ ตัวอย่าง", where="table 1")
    return (
        verdict(
            "o1",
            "โครงสร้าง อำนาจหน้าที่",
            "Structure and powers",
            Status.MET,
            reason=Text(th="พบครบทุกองค์ประกอบ", en="every element is shown"),
            elements=(
                element(
                    "chart",
                    "แผนผังโครงสร้าง",
                    "Organisation chart",
                    Outcome.FOUND,
                    shown=evidence("o1/แผน"),
                ),
                element("units", "ชื่อหน่วยงานภายใน", "Internal units", Outcome.FOUND, shown=photo),
            ),
            evidence=(
                evidence("o1/แผน"),
                evidence("structure.pdf", where="page 2", media_type="application/pdf"),
            ),
        ),
        verdict(
            "o2",
            "ข้อมูลผู้บริหาร",
            "Executives",
            Status.PARTIAL,
            reason=Text(
                th="พบหน้าผู้บริหารแล้ว แต่ขาดรูปถ่ายและช่องทางการติดต่อ",
                en="the page lacks photos and contacts",
            ),
            elements=(
                element("name", "ชื่อ-นามสกุล", "Full name", Outcome.FOUND, shown=photo),
                element("photo", "รูปถ่าย", "Photo", Outcome.ABSENT),
                element("contact", "ช่องทางการติดต่อ", "Contact", Outcome.ABSENT),
                element("history", "ประวัติการดำรงตำแหน่ง", "Career", Outcome.ABSENT, binds=False),
                element(
                    "order", "คำสั่งแต่งตั้ง", "Order of appointment", Outcome.CANNOT_TELL, binds=False
                ),
            ),
            evidence=(photo, *(evidence(f"executives/{n}", fiscal_year=None) for n in range(8))),
            rejected=tuple(
                Rejected(
                    f"{HOME}news/{n}",
                    Text(th="เป็นข่าวกิจกรรม ไม่ใช่หน้าผู้บริหาร", en="a news item, not the executives"),
                )
                for n in range(15)
            ),
            considered=behind(),
        ),
        verdict(
            "o4",
            "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน",
            "Strategic plan",
            Status.STALE,
            evidence=(evidence("plan-2564.pdf", fiscal_year=2564, where="page 1"),),
            reason=Text(
                th="พบแผนของปี 2561–2565 ซึ่งสิ้นสุดแล้ว", en="the plan covers 2561–2565 and has ended"
            ),
            unit="กองยุทธศาสตร์และงบประมาณ",
            waiver=Waiver(
                "รอสภาท้องถิ่นเห็นชอบ",
                author="นักวิเคราะห์นโยบายและแผน",
                decided_on=date(2026, 11, 2),
                expires_on=date(2026, 12, 31),
            ),
        ),
        verdict(
            "o10",
            "แผนการใช้จ่ายงบประมาณประจำปี",
            "Annual spending plan",
            Status.MISSING,
            sub_indicator="9.2",
            unit="กองคลัง",
            gain=1.25,
            reason=Text(th="ตรวจครบทั้งเว็บไซต์แล้วไม่พบ", en="not found on the whole website"),
            rejected=(
                Rejected("javascript:alert(1)", Text(th="ไม่ใช่ที่อยู่เว็บ", en="not a web address")),
            ),
        ),
        verdict(
            "o12",
            HOSTILE,
            HOSTILE,
            Status.PARTIAL,
            sub_indicator="9.2",
            unit=HOSTILE,
            gain=2.5,
            reason=Text(th=HOSTILE, en=HOSTILE),
            remedy=Text(th=HOSTILE * 40, en=HOSTILE * 40),
            elements=(
                element(
                    "x",
                    HOSTILE,
                    HOSTILE,
                    Outcome.FOUND,
                    shown=evidence('"><script>alert(3)</script>', quote=HOSTILE, where=HOSTILE),
                ),
            ),
            evidence=(
                evidence(
                    "x",
                    url="javascript:alert(document.domain)",
                    quote=HOSTILE * 60,
                    title=HOSTILE,
                    anchor_text=HOSTILE,
                    click_path=(HOSTILE,) * 30,
                    where=HOSTILE,
                ),
                evidence("y", url="https://evil.example/\u202egpj.exe", title="", anchor_text=""),
                evidence("z", url="data:text/html,<script>alert(4)</script>"),
                evidence("w", url="https://long.example/" + "ก" * 3_000, title="", quote=""),
            ),
            rejected=(Rejected("vbscript:x", Text(th=HOSTILE, en=HOSTILE)),),
            considered=hostile(),
        ),
        verdict(
            "o17",
            "E-Service",
            "E-service",
            Status.UNKNOWN,
            sub_indicator="9.2",
            unit="",
            gain=1.25,
            reason=Text(
                th="ระบบขอให้เข้าสู่ระบบก่อน จึงดูไม่ได้", en="asks for a login, so it could not be seen"
            ),
        ),
        verdict(
            "o29",
            "แนวปฏิบัติการจัดการเรื่องร้องเรียน",
            "Complaint guideline",
            Status.NOT_APPLICABLE,
            sub_indicator="10.1",
            reason=Text(th="ไม่เกี่ยวข้องกับหน่วยงานนี้", en="does not concern this organisation"),
        ),
    )
