"""Tables and summaries from the command line, and the list of links there and back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from oit_audit.model import Audit, canonical
from oit_audit.report import FORMATS, Format, render
from oit_audit.serve import SiteServer, serve_site
from tests.report.audits import bare, every_status
from tests.worlds import SITES

Run = Callable[..., tuple[int, str, str]]
ASKED = ("--year", "2566", "--today", "2023-05-02", "--no-ocr")
QUICK = (*ASKED, "--allow-private", "--delay", "0", "--no-browser")


@pytest.fixture(scope="module")
def demo() -> Iterator[SiteServer]:
    with serve_site(SITES / "demo") as server:
        yield server


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_a_saved_audit_is_written_in_every_format(
    run: Run, tmp_path: Path, each: Format[Audit]
) -> None:
    name = each.name
    saved, made = tmp_path / "audit.json", tmp_path / f"made{each.suffix}"
    saved.write_bytes(render("json", every_status(), "th"))

    code, out, _ = run("report", str(saved), "--lang", "en", "--output", f"{name}={made}")

    assert (code, out) == (0, "")
    assert made.read_bytes() == render(name, bare(every_status()), "en")


def test_a_table_goes_through_a_pipe_with_its_mark_and_line_ends(run: Run, tmp_path: Path) -> None:
    saved = tmp_path / "audit.json"
    saved.write_bytes(render("json", every_status(), "th"))

    _, out, _ = run("report", str(saved), "-o", "csv=-")

    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert [row["item"] for row in rows] == [verdict.id for verdict in every_status().verdicts]


def test_the_links_that_a_scan_writes_are_verified_as_they_are(
    run: Run, demo: SiteServer, tmp_path: Path
) -> None:
    at = {name: str(tmp_path / name) for name in ("copy", "a.json", "l.csv", "x.xlsx", "s.md")}
    outputs = ("json=a.json", "links=l.csv", "xlsx=x.xlsx", "markdown=s.md")
    wanted = [f"{name}={at[path]}" for name, _, path in (each.partition("=") for each in outputs)]
    asked = [word for each in wanted for word in ("-o", each)]

    assert run("scan", demo.url, *QUICK, *asked, "--save", at["copy"])[0] == 0
    again = ("--from", at["copy"], *ASKED, "--allow-private")
    code, out, err = run("verify", at["l.csv"], *again, "-o", "json=-")

    found = {item["id"]: item for item in json.loads(Path(at["a.json"]).read_bytes())["items"]}
    shown = {name for name, item in found.items() if item["status"] in ("met", "partial", "stale")}
    entered = {link["item"]: link["url"] for link in json.loads(out)["links"] if link["url"]}
    assert code == 0
    assert len(shown) > 20
    assert entered == {name: canonical(found[name]["evidence"][0]["url"]) for name in shown}
    assert all(f"{name} has no address" in err for name in found.keys() - shown)
    assert len(openpyxl.load_workbook(at["x.xlsx"]).sheetnames) >= 5
    assert Path(at["s.md"]).read_text(encoding="utf-8").startswith("## OIT พ.ศ. 2566: ")
