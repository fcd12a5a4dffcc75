"""`oit-audit verify`: a list of links goes in, what an assessor sees behind each comes out."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from oit_audit.model import Status
from oit_audit.serve import SiteServer, serve_site
from tests.worlds import HTML, SITES, endless, page, world

Run = Callable[..., tuple[int, str, str]]
ASKED = ("--year", "2566", "--today", "2023-05-02", "--allow-private", "--no-ocr")
QUICK = (*ASKED, "--delay", "0")

UNLINKED = page(
    "ผลการประเมินความเสี่ยงการทุจริต ประจำปีงบประมาณ พ.ศ. 2566",
    "<p>เทศบาลตำบลทุ่งจำลอง ประเมินความเสี่ยงการทุจริต ประจำปีงบประมาณ พ.ศ. 2566 ระดับความเสี่ยงสูง"
    " มาตรการจัดการความเสี่ยง ตรวจสอบการเบิกจ่ายทุกเดือน</p>"
    "<table><tr><th>เหตุการณ์<th>ระดับของความเสี่ยง<th>มาตรการ"
    "<tr><td>การจัดซื้อจัดจ้าง<td>สูง<td>ตรวจสอบโดยกรรมการ</table>",
)
LOGIN = page("เข้าสู่ระบบ", "<form method=post><input name=user><input type=password name=p></form>")


def demo_and_more(folder: Path) -> Path:
    """Return a copy of the demo site with pages that no page leads to."""
    home = folder / "site"
    shutil.copytree(SITES / "demo", home)
    site = json.loads((home / "site.json").read_text(encoding="utf-8"))
    added: dict[str, tuple[str, dict[str, object]]] = {
        "/unlinked": (UNLINKED, {}),
        "/soft": (page("ไม่พบหน้าที่ท่านต้องการ", "<p>ขออภัย ไม่พบหน้าที่ท่านต้องการ</p>"), {}),
        "/login": (LOGIN, {"status": 401}),
        "/neutral": (page("สูตรแกงเขียวหวาน", "<p>" + "ใส่กะทิแล้วเคี่ยวไฟอ่อน " * 20 + "</p>"), {}),
    }
    for number, (address, (text, more)) in enumerate(added.items()):
        (home / "www" / f"more-{number}").write_text(text, encoding="utf-8")
        site["routes"][address] = {"file": f"more-{number}", "type": HTML, **more}
    site["routes"]["/broken"] = {"fault": "status", "code": 500}
    (home / "site.json").write_text(json.dumps(site), encoding="utf-8")
    return home


MONTHS = [f"files/sorkor1-{n:02}.pdf" for n in (1, 2, 3, 10, 11, 12)]
ROWS = (
    ("o1", "about/structure"),
    ("o2", "about/structure"),
    ("o19", "files/purchase-plan-65.pdf"),
    ("o3", "gone"),
    ("o4", "soft"),
    ("o6", "login"),
    ("o13", "http://www.other-office.example/report.pdf"),
    ("o34", "unlinked"),
    ("o12", "broken"),
    ("o10", ""),
    ("o39", "neutral"),
    ("o9", "https://www.facebook.com/thungchamlong.example"),
    ("o8", "https://www.facebook.com/somebody.else.example"),
    ("o40", "ita/2566"),
    *(("o21", month) for month in MONTHS),
)


def listed(folder: Path, server: SiteServer, rows: Sequence[tuple[str, str]]) -> str:
    path = folder / "links.csv"
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["ข้อ", "URL"])
    writer.writerows((item, url if "://" in url else server.url + url) for item, url in rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return str(path)


@pytest.fixture
def verify(run: Run) -> Run:
    """Run `oit-audit verify`."""
    return partial(run, "verify")


class Story:
    """One audit by links, and where its visit lies."""

    def __init__(self, audit: dict[str, Any], kept: str, links: str, home: str) -> None:
        self.audit = audit
        self.kept = kept
        self.links = links
        self.home = home

    def item(self, id: str) -> dict[str, Any]:
        return next(item for item in self.audit["items"] if item["id"] == id)

    def rows(self, item: str) -> list[dict[str, Any]]:
        return [row for row in self.audit["links"] if row["item"] == item]

    def row(self, item: str) -> dict[str, Any]:
        (row,) = self.rows(item)
        return row


_TOLD: list[Story] = []


@pytest.fixture
def story(verify: Run, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The demo site, verified once for all tests."""
    if not _TOLD:
        folder = tmp_path_factory.mktemp("verify")
        kept = str(folder / "kept")
        with serve_site(demo_and_more(folder)) as server:
            links = listed(folder, server, ROWS)
            code, out, err = verify(server.url, links, *QUICK, "--save", kept, "-o", "json=-")
        assert code == 0, err
        _TOLD.append(Story(json.loads(out), kept, links, server.url))
    return _TOLD[0]


def test_an_audit_by_links_ends_with_its_links_in_the_order_of_their_rows(story: Story) -> None:
    assert list(story.audit)[-2:] == ["site_findings", "links"]
    rows = [row for row in story.audit["links"] if row["row"] is not None]
    assert [row["row"] for row in rows] == list(range(2, 2 + len(ROWS)))
    assert list(rows[0]) == [
        "row", "item", "url", "note", "opens", "final_url", "status_code", "reason", "reachable",
        "click_path", "outcome", "better",
    ]  # fmt: skip
    assert len(story.audit["items"]) == 43


def test_the_right_link_meets_its_item_and_nothing_is_better(story: Story) -> None:
    row = story.row("o1")

    assert story.item("o1")["status"] == "met"
    assert (row["opens"], row["status_code"], row["reason"]) == (True, 200, None)
    assert row["reachable"] is True
    assert row["click_path"] == ["หน้าหลัก", "เกี่ยวกับเทศบาล", "โครงสร้างองค์กร"]
    assert row["better"] is None


def test_the_link_of_another_item_is_told_with_the_page_to_enter_instead(story: Story) -> None:
    item, row = story.item("o2"), story.row("o2")

    assert item["status"] == "missing"
    assert "o1" in row["outcome"]["en"]
    assert "แถว 3" in item["reason"]["th"]
    assert row["url"] in item["reason"]["th"]
    assert row["better"]["url"].endswith("/about/executives")
    assert row["better"]["status"] == "met"
    assert item["remedy"]["th"].startswith(f"แก้ลิงก์ข้อ o2 เป็น {row['better']['url']}")


def test_last_years_link_is_stale(story: Story) -> None:
    assert story.item("o19")["status"] == "stale"
    assert "2565" in story.row("o19")["outcome"]["th"]


@pytest.mark.parametrize(
    ("item", "reason", "code"),
    [("o3", "not_found", 404), ("o4", "soft_not_found", None), ("o6", "login", None)],
)
def test_a_link_that_does_not_open_for_the_public_is_missing(
    story: Story, item: str, reason: str, code: int | None
) -> None:
    row = story.row(item)

    assert (row["opens"], row["reason"], row["status_code"]) == (False, reason, code)
    assert row["final_url"] is None
    assert story.item(item)["status"] == "missing"
    assert f"row {row['row']} {row['url']}" in story.item(item)["reason"]["en"]
    assert row["better"] is not None


def test_a_link_that_could_not_be_looked_at_is_unknown(story: Story) -> None:
    row = story.row("o12")

    assert (row["opens"], row["reason"]) == (None, "server_error")
    assert story.item("o12")["status"] == "unknown"
    assert row["better"]["status"] == "met"


def test_a_host_of_others_to_which_no_page_links_does_not_count(story: Story) -> None:
    row, item = story.row("o13"), story.item("o13")

    assert (row["opens"], row["reachable"]) == (None, False)
    assert (item["status"], item["confidence"]) == ("missing", "low")
    assert "outside the organisation's website" in item["reason"]["en"]


def test_a_page_to_which_no_clicks_lead_is_never_surely_met(story: Story) -> None:
    row, item = story.row("o34"), story.item("o34")

    assert (row["opens"], row["reachable"], row["click_path"]) == (True, False, [])
    assert (item["status"], item["confidence"]) == ("unknown", "low")
    assert "no clicks lead there" in item["reason"]["en"]
    assert row["better"]["url"].endswith("/files/risk-66.docx")


def test_the_home_page_is_no_direct_link(story: Story) -> None:
    row, item = story.row("o10"), story.item("o10")

    assert item["status"] == "missing"
    assert "home page" in row["outcome"]["en"]


def test_a_page_that_says_nothing_of_its_item_does_not_show_it(story: Story) -> None:
    assert story.item("o39")["status"] == "missing"
    assert "nothing on it says" in story.row("o39")["outcome"]["en"]


def test_an_account_counts_where_the_site_links_to_it_and_not_elsewhere(story: Story) -> None:
    assert story.item("o9")["status"] == "met"
    assert story.row("o9")["reachable"] is True
    assert story.item("o8")["status"] != "met"
    assert story.row("o8")["reachable"] is False


def test_an_index_page_is_followed_to_what_it_lists(story: Story) -> None:
    item = story.item("o40")

    assert item["status"] == "partial"
    assert item["evidence"][0]["url"].endswith("/ethics/drive")


def test_several_links_show_an_item_together(story: Story) -> None:
    rows = story.rows("o21")

    assert story.item("o21")["status"] == "met"
    assert len(story.item("o21")["evidence"]) > 1
    assert len(rows) == len(MONTHS)
    assert all("lacks" in row["outcome"]["en"] for row in rows)


def test_an_item_without_a_link_is_missing_from_the_list_with_what_the_visit_found(
    story: Story,
) -> None:
    item, row = story.item("o11"), story.row("o11")

    assert (item["status"], item["completion"]) == ("missing", "full")
    assert item["reason"]["en"] == "no link was entered for this item"
    assert (row["row"], row["url"], row["opens"]) == (None, None, None)
    assert row["better"]["url"].endswith("/files/annual-plan-66.xlsx")
    assert "กรอกลิงก์ข้อ o11 เป็น" in item["remedy"]["th"]


def test_a_snapshot_gives_the_same_audit_again(verify: Run, story: Story, tmp_path: Path) -> None:
    once = verify("--from", story.kept, story.links, *ASKED, "-o", "json=-")
    again = verify("--from", story.kept, story.links, *ASKED, "-o", "json=-")

    assert once == again
    assert json.loads(once[1]) == story.audit


def test_a_link_that_lies_in_no_snapshot_is_unknown(
    verify: Run, story: Story, tmp_path: Path
) -> None:
    path = tmp_path / "links.csv"
    path.write_text(f"item,url\no1,{story.home}never/asked\n", encoding="utf-8")

    code, out, _ = verify("--from", story.kept, str(path), *ASKED, "-o", "json=-")

    audit = json.loads(out)
    assert code == 0
    assert audit["items"][0]["status"] == "unknown"
    assert audit["links"][0]["opens"] is None
    assert "was not opened" in audit["links"][0]["outcome"]["en"]


def test_reports_show_the_links_and_are_made_again_from_the_audit(
    verify: Run, run: Run, story: Story, tmp_path: Path
) -> None:
    audit, html = tmp_path / "audit.json", tmp_path / "page.html"
    kept = ("--from", story.kept, story.links, *ASKED)
    _, table, _ = verify(*kept)
    verify(*kept, "-o", f"json={audit}", "-o", f"html={html}")

    assert "ลิงก์ที่กรอก" in table
    assert "ลิงก์ที่ควรกรอกแทน" in table
    code, again, _ = run("report", str(audit), "-o", "html=-")
    assert code == 0
    assert again.encode() == html.read_bytes()
    assert "ลิงก์ที่ควรกรอกแทน" in again
    assert "แถว 3" in again


@pytest.mark.parametrize(
    ("thresholds", "code"),
    [(["--fail-on", "missing"], 1), (["--fail-under", "1"], 0)],
)
def test_findings_fail_a_run_only_where_the_caller_said_so(
    verify: Run, story: Story, thresholds: list[str], code: int
) -> None:
    assert verify("--from", story.kept, story.links, *ASKED, *thresholds)[0] == code


@pytest.mark.parametrize("site", ["tabs", "onepage"])
def test_the_links_of_a_site_are_judged_like_the_site(
    verify: Run, tmp_path: Path, site: str
) -> None:
    truth = yaml.safe_load((SITES / site / "truth.yaml").read_text(encoding="utf-8"))
    right = {name: item for name, item in truth["items"].items() if item["evidence"]}
    asked = ("--year", str(truth["fiscal_year"]), "--today", str(truth["today"]))
    with serve_site(SITES / site) as server:
        rows = [(name, item["evidence"][0].lstrip("/")) for name, item in right.items()]
        links = listed(tmp_path, server, rows)
        _, out, _ = verify(server.url, links, *QUICK, *asked, "-o", "json=-")

    found = {item["id"]: item["status"] for item in json.loads(out)["items"]}
    unread = [name for name in right if found[name] == Status.UNKNOWN]  # scans, as --no-ocr has it
    wrong = {n: found[n] for n in right if n not in unread and found[n] != right[n]["status"]}
    assert wrong == {}
    assert len(unread) <= 2
    assert {found[name] for name in truth["items"] if name not in right} <= {"missing"}


def test_nothing_but_the_links_is_visited_where_the_caller_wants_it_so(
    verify: Run, run: Run, tmp_path: Path
) -> None:
    with serve_site(SITES / "demo") as server:
        links = listed(
            tmp_path, server, [("o1", "about/structure"), ("o12", "files/progress-6m-66.docx")]
        )
        kept = ("--save", str(tmp_path / "kept"))
        code, out, _ = verify(server.url, links, *QUICK, *kept, "--links-only", "-o", "json=-")

    audit = json.loads(out)
    asked = {request.path for request in server.requests if "no-such" not in request.path}
    assert asked == {"/robots.txt", "/", "/about/structure", "/files/progress-6m-66.docx"}
    assert code == 0
    assert audit["reach"]["completion"] == "partly"
    far = audit["links"][1]
    assert (far["opens"], far["reachable"]) == (True, None)
    assert all(row["better"] is None for row in audit["links"])
    item = next(item for item in audit["items"] if item["id"] == "o12")
    assert (item["status"], item["confidence"]) == ("met", "medium")
    assert run("scan", "--from", str(tmp_path / "kept"), *ASKED, "-o", "json=-")[0] == 3


def test_links_are_seen_though_the_budget_ends(verify: Run, tmp_path: Path) -> None:
    with serve_site(SITES / "demo") as server:
        links = listed(tmp_path, server, [("o3", "about/duty"), ("o1", "about/structure")])
        code, out, err = verify(server.url, links, *QUICK, "--max-pages", "1", "-o", "json=-")

    audit = json.loads(out)
    assert code == 3
    assert "incomplete" in err.splitlines()[-1]
    assert [row["opens"] for row in audit["links"] if row["row"]] == [True, True]
    assert audit["items"][0]["status"] == "met"


def test_ctrl_c_gives_what_was_seen_and_130(verify: Run, tmp_path: Path) -> None:
    with serve_site(endless(tmp_path / "site", 200)) as server:
        links = listed(tmp_path, server, [("o7", "news/1"), ("o1", "news/2")])
        threading.Thread(target=_interrupt_after, args=(server, 8)).start()
        code, out, err = verify(server.url, links, *ASKED, "--delay", "0.05", "-o", "json=-")

    audit = json.loads(out)
    assert (code, audit["reach"]["reason"]) == (130, "interrupted")
    assert [row["opens"] for row in audit["links"] if row["row"]] == [True, True]
    assert err.splitlines()[-1] == "oit-audit: ถูกยกเลิก · interrupted"


def _interrupt_after(server: SiteServer, requests: int) -> None:
    until = time.monotonic() + 20
    while len(server.requests) < requests and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGINT)


def test_every_bad_row_is_told_and_the_good_ones_run(
    verify: Run, story: Story, tmp_path: Path
) -> None:
    path = tmp_path / "ลิงก์.csv"
    rows = f"o1;{story.home}about/structure;ดี\no77;/x;\n;/x;\no2;;\no2;javascript:x;\no2;http://10.9.8.7/;\n"
    path.write_bytes(f"ข้อ;URL;คำอธิบาย\n{rows}".encode("cp874"))
    code, out, err = verify("--from", story.kept, str(path), "--year", "2566", "--today",
                            "2023-05-02", "--no-ocr", "-o", "json=-")  # fmt: skip

    told = [line for line in err.splitlines() if line.startswith("oit-audit: ")]
    assert code == 0
    assert [line.split(": ")[2] for line in told] == [f"แถว {n}" for n in range(3, 8)]
    assert all(f"{path}: row {n}: " in line for n, line in enumerate(told, 3))
    assert all(str(path) in line for line in told)
    audit = json.loads(out)
    assert (audit["links"][0]["note"], audit["items"][0]["status"]) == ("ดี", "met")


def test_a_workbook_is_as_good_as_a_csv(verify: Run, story: Story, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["คำอธิบาย", "ที่อยู่", "ข้อที่"])
    book.worksheets[0].append(["โครงสร้าง", "/about/structure", "๑"])
    path = tmp_path / "links.xlsx"
    book.save(path)

    code, out, err = verify("--from", story.kept, str(path), *ASKED, "-o", "json=-")

    assert (code, "oit-audit: " in err) == (0, False)
    assert json.loads(out)["items"][0]["status"] == "met"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("item,url\no77,/x\n", "no row can be used"),
        ("item,url\n", "no row can be used"),
        ("name,url\na,b\n", "row 1: no column named item"),
        ("MZ\0\0", "neither a CSV nor an XLSX file"),
    ],
)
def test_a_list_without_a_good_row_is_wrong_usage(
    verify: Run, tmp_path: Path, text: str, line: str
) -> None:
    path = tmp_path / "links.csv"
    path.write_text(text, encoding="utf-8")

    code, out, err = verify("http://127.0.0.1:1/", str(path), *QUICK)

    assert (code, out) == (2, "")
    assert line in err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "say the home page and the list of links"),
        (["https://a.go.th/"], "say the home page and the list of links"),
        (["https://a.go.th/", "x.csv", "--from", "d"], "beside --from DIR, and no URL"),
        (["x.csv", "--from", "d", "--links-only"], "--links-only goes with a visit"),
        (["not a url", "x.csv"], "is not a web address"),
        (["https://a.go.th/", "none.csv"], "cannot read none.csv"),
        (["https://a.go.th/", "x.csv", "--resume"], "--resume goes with --save DIR"),
    ],
)
def test_wrong_usage_is_one_clear_line(verify: Run, arguments: list[str], line: str) -> None:
    code, out, err = verify(*arguments)

    assert (code, out) == (2, "")
    assert line in err.splitlines()[0]


def test_help_speaks_thai_first(verify: Run) -> None:
    code, out, _ = verify("--help")

    assert code == 0
    assert "ตรวจเฉพาะลิงก์ที่กรอกไว้ในแต่ละข้อ" in out
    assert "--links-only" in out


def test_a_link_with_a_fragment_is_judged_by_its_part(verify: Run, tmp_path: Path) -> None:
    one = (
        "<section id=a><h2>โครงสร้างหน่วยงาน</h2><p>สำนักปลัด กองคลัง กองช่าง กองการศึกษา"
        " กองสาธารณสุขและสิ่งแวดล้อม</p></section>"
        "<section id=b><h2>อำนาจหน้าที่</h2><p>เทศบาลมีอำนาจหน้าที่ตามพระราชบัญญัติเทศบาล พ.ศ. 2496"
        " มาตรา 50 รักษาความสงบเรียบร้อย ให้มีและบำรุงทางบกและทางน้ำ</p></section>"
    )
    home = world(
        tmp_path / "site",
        {
            "/": page("เทศบาลตำบลตัวอย่าง", "<a href=/about>ข้อมูลพื้นฐาน</a>"),
            "/about": page("ข้อมูลพื้นฐาน", one),
        },
    )
    with serve_site(home) as server:
        links = listed(tmp_path, server, [("o3", "about#b"), ("o1", "about#b")])
        _, out, _ = verify(server.url, links, *QUICK, "-o", "json=-")

    first, _, third = json.loads(out)["items"][:3]
    assert third["status"] == "met"
    assert third["evidence"][0]["url"].endswith("/about#b")
    assert first["status"] == "missing"
