"""An audit that was judged by the links an office has entered, and how a page lies on a disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from oit_audit.model import Audit, BetterPage, Changes, Language, LinkVerdict, Status, Text
from oit_audit.report import Reader, render
from oit_audit.report.change import change_format_named
from tests.report import audits


def verified() -> Audit:
    """Return an audit that was judged by the links an office has entered."""
    audit = audits.every_status()
    home = audits.HOME
    better = BetterPage(home + "plan", Status.MET, ("หน้าหลัก", "แผน"))
    told = Text("แสดงแผน", "shows a plan")
    rows: tuple[tuple[str, int | None, str | None, bool | None, BetterPage | None], ...] = (
        ("o1", 1, home + "o1", True, None),
        ("o2", 2, home + "gone", False, better),
        ("o4", 3, home + "later", None, None),
        ("o10", None, None, None, better),
    )
    links = tuple(
        LinkVerdict(row, item, url, "ตามหนังสือ", opens, url, None, None, None, (), told, found)
        for item, row, url, opens, found in rows
    )
    return replace(audit, links=links)


def html(shown: Audit | Changes, language: Language = "th") -> bytes:
    """Return the page of an audit, or of what moved between two."""
    if isinstance(shown, Changes):
        return change_format_named("html").render(shown, Reader(language))
    return render("html", shown, language)


def written(folder: Path, shown: Audit | Changes, language: Language = "th") -> str:
    """Return the address of that page, written into `folder`."""
    page = folder / "report.html"
    page.write_bytes(html(shown, language))
    return page.as_uri()
