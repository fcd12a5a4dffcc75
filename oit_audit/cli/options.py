"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from oit_audit.cli import completing
from oit_audit.cli.arguments import finite, for_a_header
from oit_audit.model import Kind, Language
from oit_audit.report import FORMATS

_YEAR = typer.Option(
    metavar="2566",
    help="ปีงบประมาณ พ.ศ. · fiscal year, Buddhist Era.",
    autocompletion=completing.years,
)
Year = Annotated[str, _YEAR]
YearOrNewest = Annotated[str | None, _YEAR]
Lang = Annotated[Language, typer.Option(envvar="OIT_AUDIT_LANG", help="ภาษา · language.")]
AsJson = Annotated[bool, typer.Option("--json", help="พิมพ์เป็น JSON · print it as JSON.")]
Waivers = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="ข้อที่เจ้าหน้าที่วินิจฉัยหรือผ่อนผันไว้ (YAML) · items on which people decided.",
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT=PATH",
        help="เขียนรายงาน (สั่งซ้ำได้) · write a report; repeatable; - is stdout: "
        + ", ".join(known.name for known in FORMATS),
        autocompletion=completing.outputs,
    ),
]
Url = Annotated[
    str | None, typer.Argument(metavar="URL", help="ที่อยู่หน้าแรกของเว็บไซต์ · the home page.")
]
Today = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="ถือวันที่นี้เป็นวันตรวจ · as if on this day.")
]
Name = Annotated[str | None, typer.Option(help="ชื่อหน่วยงาน · the organisation's name.")]
OrganisationKind = Annotated[Kind | None, typer.Option(help="ประเภทหน่วยงาน · what sort it is.")]
Save = Annotated[
    Path | None, typer.Option(metavar="DIR", help="เก็บสำเนาเว็บไซต์ไว้ · keep the snapshot.")
]
Resume = Annotated[
    bool,
    typer.Option("--resume", help="ตรวจต่อจากที่ค้างใน --save DIR · go on with the visit in DIR."),
]
Previous = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="สำเนาครั้งก่อน ไม่โหลดซ้ำสิ่งที่ไม่เปลี่ยน · an earlier snapshot: what has not changed"
        " is not loaded again.",
    ),
]
From = Annotated[
    Path | None,
    typer.Option(
        "--from", metavar="DIR", help="ตรวจจากสำเนา ไม่ใช้เครือข่าย · audit a snapshot, no network."
    ),
]
MaxPages = Annotated[int, typer.Option(min=1, help="จำนวนหน้าสูงสุด · most pages.")]
MaxDocuments = Annotated[int, typer.Option(min=0, help="จำนวนเอกสารสูงสุด · most documents.")]
MaxForeign = Annotated[
    int,
    typer.Option(
        min=0,
        help="จำนวนเอกสารสูงสุดที่อยู่บนบริการอื่น เช่น Google ไดรฟ์ · most documents at services of"
        " others, such as Google Drive.",
    ),
]
MaxSeconds = Annotated[
    float, typer.Option(min=0.1, callback=finite, help="เวลาสูงสุด (วินาที) · longest visit.")
]
MaxBytes = Annotated[
    int, typer.Option(min=1_000, help="ปริมาณข้อมูลสูงสุด (ไบต์) · most bytes of all bodies.")
]
Delay = Annotated[
    float,
    typer.Option(
        min=0, callback=finite, help="วินาทีระหว่างคำขอ · seconds between requests to one host."
    ),
]
Jitter = Annotated[
    float,
    typer.Option(
        min=0,
        max=60,
        callback=finite,
        help="สุ่มเพิ่มช่วงเวลาอีกไม่เกินนี้ (วินาที) · up to so many seconds more, at random.",
    ),
]
Concurrency = Annotated[
    int,
    typer.Option(
        min=1, max=2, help="คำขอพร้อมกันต่อเครื่องแม่ข่าย · requests at once to one host or machine."
    ),
]
IgnoreRobots = Annotated[
    bool,
    typer.Option(
        "--ignore-robots/--obey-robots",
        help="ไม่ทำตาม robots.txt (เฉพาะผู้ดูแลเว็บไซต์) · for the keeper of the site, with"
        " --i-own-this-site.",
    ),
]
StrictTls = Annotated[
    bool,
    typer.Option(
        "--strict-tls/--no-strict-tls",
        help="ไม่อ่านเว็บไซต์ที่ใบรับรองมีปัญหา · do not read on when a certificate is at fault.",
    ),
]
Contact = Annotated[
    str,
    typer.Option(
        metavar="URL",
        callback=for_a_header,
        help="ที่ติดต่อผู้ตรวจ ใส่ใน user agent · who runs the scan, told to the site.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private/--no-allow-private",
        help="ยอมให้ตรวจที่อยู่ภายใน · allow private and loopback addresses.",
    ),
]
OwnSite = Annotated[
    bool,
    typer.Option(
        "--i-own-this-site/--i-do-not-own-this-site", help="เป็นผู้ดูแลเว็บไซต์นี้ · you keep this site."
    ),
]
NoBrowser = Annotated[
    bool,
    typer.Option(
        "--no-browser/--browser",
        help="ไม่ใช้เบราว์เซอร์กับหน้าที่ต้องใช้ JavaScript · never start a browser.",
    ),
]
MaxRendered = Annotated[
    int, typer.Option(min=0, help="จำนวนหน้าสูงสุดที่ใช้เบราว์เซอร์ · most pages a browser makes.")
]
NoOcr = Annotated[
    bool,
    typer.Option(
        "--no-ocr/--ocr", help="ไม่รู้จำตัวอักษรในไฟล์สแกนและรูปภาพ · never recognise letters in scans."
    ),
]
MaxOcrPages = Annotated[
    int,
    typer.Option(min=0, help="จำนวนหน้าสูงสุดที่รู้จำตัวอักษร · most pages of scans that are recognised."),
]
FailUnder = Annotated[
    float | None,
    typer.Option(min=0, max=100, help="จบด้วยรหัส 1 ถ้าคะแนนต่ำกว่า · exit 1 below."),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        metavar="STATUS",
        help="จบด้วยรหัส 1 ถ้ามีสถานะนี้ · exit 1 on this status.",
        autocompletion=completing.statuses,
    ),
]
