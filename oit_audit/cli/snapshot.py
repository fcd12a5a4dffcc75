"""`oit-audit snapshot`: what lies in a snapshot, and whether it is sound."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from oit_audit.cli import options
from oit_audit.cli.console import say, stdout
from oit_audit.model import Language, readable
from oit_audit.report import LANGUAGES, plain
from oit_audit.store import Summary, check, summary

commands = typer.Typer(help="ดูสำเนาเว็บไซต์ · Look at snapshots.", no_args_is_help=True)

Directory = Annotated[
    Path, typer.Argument(metavar="DIR", help="โฟลเดอร์ของ --save · a directory of --save.")
]
Check = Annotated[
    bool, typer.Option("--check", help="อ่านและตรวจทุกไฟล์ · read and verify everything.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.add_typer(commands, name="snapshot")


@commands.callback()
def about() -> None:
    """ดูสำเนาเว็บไซต์ · Look at snapshots."""


@commands.command()
def info(
    directory: Directory,
    *,
    check_all: Check = False,
    lang: options.Lang = "th",
    as_json: options.AsJson = False,
) -> None:
    """แสดงว่าสำเนามีอะไร · Show what a snapshot holds."""
    found = summary(directory)
    if as_json:
        typer.echo(json.dumps(_plain(found), ensure_ascii=False, indent=2))
    else:
        console = stdout()
        for line in _lines(found, lang):
            console.print(line, markup=False, soft_wrap=True)
    if check_all:
        _report(directory)


def _report(directory: Path) -> None:
    wrong = check(directory)
    for line in wrong:
        say(plain(line, 400))
    say("สำเนาเสียหาย · the snapshot is damaged" if wrong else "สำเนาสมบูรณ์ · the snapshot is sound")
    if wrong:
        raise typer.Exit(2)


def _plain(found: Summary) -> dict[str, Any]:
    return {
        "directory": str(found.directory),
        "seed": found.seed,
        "finished": found.finished,
        "id": found.id,
        "tool_version": found.tool_version,
        "started_at": found.started_at.isoformat() if found.started_at else None,
        "finished_at": found.finished_at.isoformat() if found.finished_at else None,
        "completion": found.completion.value,
        "reason": found.reason,
        "requests": found.requests,
        "pages": found.pages,
        "documents": found.documents,
        "bytes": found.bytes,
        "answers": found.answers,
        "skipped": {reason.value: count for reason, count in found.skipped},
        "remarks": [{"kind": kind, "url": url} for kind, url in found.remarks],
        "files": [{"name": name, "size": size} for name, size in found.files],
        "options": dict(found.options),
    }


def _lines(found: Summary, language: Language) -> Iterator[str]:
    for thai, english, value in _rows(found, language):
        yield f"{thai if language == 'th' else english}: {value}"


def _rows(found: Summary, language: Language) -> Iterator[tuple[str, str, str]]:
    words = LANGUAGES[language]
    yield "เว็บไซต์", "website", plain(readable(found.seed), 200)
    yield "รุ่นของโปรแกรม", "written by", f"oit-audit {plain(found.tool_version, 40)}"
    for thai, english, moment in (
        ("เริ่ม", "begun", found.started_at),
        ("เสร็จ", "ended", found.finished_at),
    ):
        if moment is not None:
            yield thai, english, f"{moment:%Y-%m-%d %H:%M:%S} UTC"
    if found.finished:
        reason = f" ({plain(found.reason, 200)})" if found.reason else ""
        yield "ความครบถ้วน", "completion", f"{words.completions[found.completion]}{reason}"
        yield "คำขอ", "requests", f"{found.requests:,}"
        yield "หน้าเว็บ", "pages", f"{found.pages:,}"
        yield "เอกสาร", "documents", f"{found.documents:,}"
        yield "ขนาดเนื้อหา (ไบต์)", "bytes of bodies", f"{found.bytes:,}"
        yield "รหัสสำเนา", "id", plain(found.id or "", 80)
    else:
        yield "ค้างอยู่ ได้แล้ว (คำตอบ)", "cut off, answers so far", f"{found.answers:,}"
        yield "ตรวจต่อด้วย", "go on with", "oit-audit scan URL --save DIR --resume"
    for reason_, count in found.skipped:
        yield "ไม่ได้ดู", "not seen", f"{words.skips[reason_]} ({count:,})"
    for kind, url in found.remarks:
        yield "ข้อสังเกต", "remark", f"{kind} {plain(readable(url), 160)}"
    for name, size in found.files:
        yield "ไฟล์", "file", f"{name} ({size:,})"
