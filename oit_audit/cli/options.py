"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from oit_audit.model import Language
from oit_audit.report import FORMATS

_YEAR = typer.Option(metavar="2566", help="ปีงบประมาณ พ.ศ. · fiscal year, Buddhist Era.")
Year = Annotated[str, _YEAR]
YearOrNewest = Annotated[str | None, _YEAR]
Lang = Annotated[Language, typer.Option(help="ภาษา · language.")]
AsJson = Annotated[bool, typer.Option("--json", help="พิมพ์เป็น JSON · print it as JSON.")]
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
