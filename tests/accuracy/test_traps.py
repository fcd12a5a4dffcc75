"""Small sites on which an item is easily taken for what it is not."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from oit_audit.cli.rules import load_rules
from oit_audit.extract import reader
from oit_audit.model import Completion, Organisation, Outcome, Snapshot, Status, Verdict
from oit_audit.pipeline import Rules, assess, visit
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
    (home / "www" / "photo").write_bytes(b"\xff\xd8\xff\xe0 a face")
    rules = load_rules("2566", TODAY)
    return next(v for v in assess(visited(home, rules), rules, TODAY).verdicts if v.id == item)


def visited(home: Path, rules: Rules) -> Snapshot:
    settings = CrawlSettings(delay_s=0, allow_private=True, browser=False)
    with serve_site(home) as server, reader() as pages:
        town, folder = Organisation(server.url), home.parent / "snapshot"
        return asyncio.run(visit(town, settings, rules.lexicon, folder, pages=pages))


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


LEADERS = (
    ("นายสมมติ ตัวอย่าง", "นายกเทศมนตรี"), ("นายจำลอง ตัวอย่าง", "รองนายกเทศมนตรี"),
    ("นางสมมุติ ทดสอบ", "เลขานุการนายกเทศมนตรี"), ("นางสาวเอ ทดลอง", "ปลัดเทศบาล"),
    ("นายบี ทดลอง", "รองปลัดเทศบาล"), ("นางซี ทดลอง", "ผู้อำนวยการกองคลัง"),
)  # fmt: skip


def leaders(*, gone: frozenset[int] = frozenset()) -> dict[str, str | dict[str, object]]:
    """Return a town whose executives stand in cards, some with a photo that is not there."""
    cards = "".join(
        f"<div class=card><img src='/p{n}.jpg' alt='{name}'><h4>{name}</h4><p>{post}</p>"
        f"<p>โทร 0 2000 000{n}</p></div>"
        for n, (name, post) in enumerate(LEADERS)
    )
    photo: dict[str, object] = {"file": "photo", "type": "image/jpeg"}
    return {
        "/": page("เทศบาลตำบลตัวอย่าง", "<a href='/boss'>คณะผู้บริหารและหัวหน้าส่วนราชการ</a>"),
        "/boss": page("คณะผู้บริหารและหัวหน้าส่วนราชการ", cards),
        **{f"/p{n}.jpg": photo for n in range(len(LEADERS)) if n not in gone},
    }


def test_executives_with_photos_that_load_are_shown_whole(tmp_path: Path) -> None:
    assert verdict("o2", leaders(), tmp_path).status is Status.MET


def test_a_photo_that_is_not_there_is_none(tmp_path: Path) -> None:
    said = verdict("o2", leaders(gone=frozenset(range(len(LEADERS)))), tmp_path)

    photo = next(each for each in said.elements if each.id == "photo")
    assert said.status is Status.PARTIAL
    assert photo.finding.outcome is Outcome.ABSENT


def test_photos_are_asked_for_and_never_kept_or_listed(tmp_path: Path) -> None:
    home = world(tmp_path / "site", leaders(gone=frozenset({1})), status=404, text="ไม่พบหน้า")
    (home / "www" / "photo").write_bytes(b"\xff\xd8\xff\xe0 a face")

    seen = visited(home, load_rules("2566", TODAY))

    assert seen.reach.completion is Completion.FULL
    assert [skip.url.rpartition("/")[2] for skip in seen.reach.skipped] == ["p1.jpg"]
    assert not [each for each in seen.resources if each.url.endswith(".jpg")]
