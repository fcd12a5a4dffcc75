"""A town that shows too much: the report says so, and does not show it again."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from oit_audit.serve import serve_site
from tests.end_to_end.conftest import Command
from tests.judge.people import citizen, grouped, person
from tests.worlds import page, world

CHANCE = Random("town")
NUMBERS = [citizen(CHANCE) for _ in range(7)]
ROWS = "".join(
    f"<tr><td>{n}</td><td>{person(CHANCE)}</td><td>{grouped(number)}</td><td>600</td></tr>"
    for n, number in enumerate(NUMBERS[:4], 1)
)
TABLE = (
    f"<table><tr><th>ที่</th><th>ชื่อ-สกุล</th><th>เลขประจำตัวประชาชน</th><th>บาท</th></tr>{ROWS}</table>"
)
IN_LABEL, IN_ADDRESS, IN_TITLE = NUMBERS[4:]
ROUTES: dict[str, str | dict[str, object]] = {
    "/": page(
        "เทศบาลตำบลตัวอย่าง",
        "<a href='/contact'>ข้อมูลการติดต่อ</a> <a href='/welfare'>เบี้ยยังชีพ</a>",
        f"<a href='/plan'>แผนดำเนินงานประจำปี 2567 เลขประจำตัวประชาชน {IN_LABEL}</a>",
        f"<a href='/lost/{grouped(IN_ADDRESS)}.pdf'>แผนพัฒนาท้องถิ่น</a>",
    ),
    "/contact": page(
        f"ข้อมูลการติดต่อ {person(CHANCE)} {grouped(IN_TITLE)}",
        f"<p>ที่อยู่ 99 หมู่ 9 ตำบลตัวอย่าง อำเภอเมือง จังหวัดสมมติ 10990 {grouped(IN_TITLE)} "
        f"โทรศัพท์ 0-2999-9999 เลขประจำตัวประชาชน {IN_TITLE} อีเมล town@town.example</p>",
    ),
    "/plan": page(
        f"แผนดำเนินงานประจำปี 2567 เลขประจำตัวประชาชน {IN_LABEL}", "<p>โครงการ งบประมาณ 2567</p>" * 20
    ),
    "/welfare": page("รายชื่อผู้มีสิทธิรับเงินเบี้ยยังชีพผู้สูงอายุ", TABLE),
}


def test_the_report_tells_of_the_numbers_and_shows_none(scan: Command, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with serve_site(world(tmp_path / "site", ROUTES)) as server:
        ended = scan(
            server.url, "--year", "2567", "--today", "2024-04-20",
            *("-o", f"json={out / 'a.json'}", "-o", f"html={out / 'a.html'}"),
            OIT_AUDIT_LOG="INFO",
        )  # fmt: skip

    written = {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}
    everything = "\n".join([*written.values(), ended.out.decode(), ended.err])
    for number in NUMBERS:
        assert number not in everything
        assert grouped(number) not in everything
        assert number[:11] not in everything
    findings = json.loads(written["a.json"])["site_findings"]
    assert {(each["id"], each["url"].rpartition("/")[2]) for each in findings} == {
        ("personal_id_exposed", ""),
        ("personal_id_exposed", "contact"),
        ("personal_id_exposed", "plan"),
        ("personal_id_exposed", "welfare"),
        ("welfare_list_exposed", "welfare"),
    }
    assert "คุ้มครองข้อมูลส่วนบุคคล" in written["a.html"]
    assert "xxxx-xxxxx" in written["a.html"]
    quotes = json.dumps(json.loads(written["a.json"])["items"])
    assert "xxxx-xxxxx" in quotes
