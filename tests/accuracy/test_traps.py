"""Small sites on which an item is easily taken for what it is not."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from oit_audit.cli.rules import load_rules
from oit_audit.model import Organisation, Status, Verdict
from oit_audit.pipeline import assess, visit
from oit_audit.serve import serve_site
from oit_audit.settings import CrawlSettings
from tests.accuracy.scoring import FOUND
from tests.worlds import page, world

TODAY = date(2023, 5, 2)
HOME = page(
    "เทศบาลตำบลตัวอย่าง",
    "<p>ยินดีต้อนรับสู่เว็บไซต์เทศบาลตำบลตัวอย่าง</p><a href='/ita'>เอกสารเผยแพร่</a>",
)
STRUCTURE = page("โครงสร้าง", "<p>นายก ปลัด กองคลัง กองช่าง สำนักปลัด ของเทศบาลตำบลตัวอย่าง</p>")
LIVE = "<p>โครงสร้าง <a href='/s'>[ดาวน์โหลด]</a></p>"


def verdict(item: str, routes: dict[str, str | dict[str, object]], folder: Path) -> Verdict:
    home = world(folder / "site", routes, status=404, text="ไม่พบหน้า")
    rules = load_rules("2566", TODAY)
    settings = CrawlSettings(delay_s=0, allow_private=True, browser=False)
    with serve_site(home) as server:
        town = Organisation(server.url)
        seen = asyncio.run(visit(town, settings, rules.lexicon, folder / "snapshot"))
    return next(v for v in assess(seen, rules, TODAY).verdicts if v.id == item)


@pytest.mark.parametrize(
    "dead",
    ["<a href='#'>[ดาวน์โหลด]</a>", "<a href='/gone.pdf'>[ดาวน์โหลด]</a>", "[ดาวน์โหลด]"],
    ids=["no address", "dead address", "no link"],
)
@pytest.mark.parametrize("title", ["เอกสาร", "แผนดำเนินงาน 2566"])
def test_a_list_is_no_paper_where_the_paper_is_dead(title: str, dead: str, tmp_path: Path) -> None:
    listed = page(title, LIVE, f"<p>แผนดำเนินงานและการใช้งบประมาณประจำปี 2566 {dead}</p>", LIVE)

    said = verdict("o11", {"/": HOME, "/ita": listed, "/s": STRUCTURE}, tmp_path)

    assert said.status is Status.MISSING


def test_a_page_box_of_a_network_is_the_account(tmp_path: Path) -> None:
    box = (
        "<iframe src='https://www.facebook.com/plugins/page.php?"
        "href=https%3A%2F%2Fwww.facebook.com%2Ftuayang.example&tabs=timeline'></iframe>"
    )

    said = verdict("o9", {"/": page("เทศบาลตำบลตัวอย่าง", box)}, tmp_path)

    assert said.status is Status.MET
    assert "facebook" in said.reason.en.lower()


def test_a_like_button_is_no_account(tmp_path: Path) -> None:
    button = (
        "<iframe src='https://www.facebook.com/plugins/like.php?"
        "href=https%3A%2F%2Ftuayang.example'></iframe>"
    )

    said = verdict("o9", {"/": page("เทศบาลตำบลตัวอย่าง", button)}, tmp_path)

    assert said.status is Status.MISSING


def test_the_score_of_the_assessment_is_no_report_on_measures(tmp_path: Path) -> None:
    report = page(
        "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปี 2566",
        "<p>คะแนนผลการประเมิน ITA ปี 2566 ของเทศบาลตำบลตัวอย่าง 91.35 คะแนน</p>",
    )

    said = verdict("o43", {"/": HOME, "/ita": report}, tmp_path)

    assert said.status is Status.MISSING
    assert "คะแนน" in said.rejected[0].reason.th


def test_a_page_is_known_by_its_first_line_where_its_title_is_silent(tmp_path: Path) -> None:
    services = page(
        "บริการประชาชน",
        "<p>คู่มือการให้บริการสำหรับผู้มาติดต่อ</p><ul>"
        "<li>รับชำระภาษีบำรุงท้องที่ ติดต่อกองคลัง นำใบเสร็จปีก่อนมาด้วย ใช้เวลา 10 นาที</li>"
        "<li>ลงทะเบียนผู้สูงอายุ ติดต่อสำนักปลัด เอกสาร บัตรประชาชน ทะเบียนบ้าน</li></ul>",
    )

    said = verdict("o15", {"/": HOME, "/ita": services}, tmp_path)

    assert said.status in FOUND
    assert said.evidence[0].url.endswith("/ita")
