"""`oit-audit demo`: serve a bundled sample site on loopback and scan it for real."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
import yaml

from oit_audit.cli import options
from oit_audit.cli.auditing import ending
from oit_audit.cli.console import stderr
from oit_audit.cli.outputs import Output, deliver, writable, write
from oit_audit.cli.rules import load_rules
from oit_audit.cli.visiting import visited
from oit_audit.cli.watchers import watching
from oit_audit.model import Organisation
from oit_audit.report import Reader, format_named
from oit_audit.serve import serve_site
from oit_audit.settings import CrawlSettings

Page = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="PATH", help="ไฟล์รายงาน HTML · where the HTML report goes."
    ),
]


def bundled_site() -> Path:
    """Return the folder of the sample site: in the package, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data" / "demo"
    return installed if installed.is_dir() else package.parent / "fixtures" / "sites" / "demo"


def demo(output: Page = Path("oit-audit-demo.html"), lang: options.Lang = "th") -> None:
    """ลองตรวจเว็บไซต์ตัวอย่างในเครื่อง ไม่ใช้เครือข่าย · Try it on a bundled sample site, no network."""
    page = Output(format_named("html"), writable(output))
    folder = bundled_site()
    about = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))
    today = date.fromisoformat(str(about["today"]))
    rules = load_rules(str(about["fiscal_year"]), today)
    settings = CrawlSettings(delay_s=0, allow_private=True)
    with serve_site(folder) as server, watching() as watcher:
        stderr().print(f"เว็บไซต์ตัวอย่าง · sample site: {server.url}", markup=False)
        audit = visited(Organisation(server.url), settings, rules, today, watcher)
    deliver(audit, (), lang)
    write(page, audit, Reader(lang))
    stderr().print(f"รายงาน · report: {output}", markup=False)
    raise typer.Exit(ending(audit))


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("demo")(demo)
