"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from oit_audit.model import Language
from oit_audit.report import FORMATS

_YEAR = typer.Option(metavar="2566", help="ปีงบประมาณ พ.ศ. · fiscal year, Buddhist Era.")
Year = Annotated[str, _YEAR]
YearOrNewest = Annotated[str | None, _YEAR]
Lang = Annotated[Language, typer.Option(help="ภาษา · language.")]
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
    ),
]
