"""What a report says of personal data: of each document once, masked, urgent and with a way out."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from oit_audit.judge import personal_data, site_findings
from oit_audit.judge.personal import MAX_FINDINGS
from oit_audit.model import (
    Block,
    Completion,
    Document,
    Media,
    Reach,
    Remark,
    RemarkKind,
    Severity,
    SiteFinding,
    Table,
)
from oit_audit.thai import close_digits
from tests.judge.people import Writer, document, grouped, person

LIST: dict[str, Any] = {
    "media": "pdf",
    "list": ["1 {person} เลขประจำตัวประชาชน {dashed} 600"],
    "times": 5,
}


def found(case: dict[str, Any]) -> list[SiteFinding]:
    return list(personal_data((document(case, Writer("here")),)).findings)


def test_one_finding_tells_how_many_with_three_of_them_masked_and_where() -> None:
    (finding,) = found(LIST)

    assert (finding.id, finding.severity) == ("personal_id_exposed", Severity.HIGH)
    assert "5 เลข เช่น" in finding.says.th
    assert len(re.findall(r"\d-xxxx-xxxxx-\d\d-\d", finding.says.th)) == 3
    assert "(หน้า 1)" in finding.says.th
    assert "page 1" in finding.says.en
    assert "พ.ศ. 2562" in finding.says.th
    assert not re.search("[ก-๙]", finding.says.en)


def test_no_sentence_holds_a_whole_number() -> None:
    case = LIST | {
        "title": "รายชื่อผู้รับเบี้ยยังชีพผู้สูงอายุ",
        "list": ["1 {person} {dashed} บัญชีเลขที่ {account} ธ.ก.ส."],
    }

    findings = found(case)

    assert {finding.id for finding in findings} == {
        "personal_id_exposed", "bank_account_exposed", "welfare_list_exposed",
    }  # fmt: skip
    assert not any(close_digits(f"{f.says.th} {f.says.en}", 8) for f in findings)


def test_what_lies_in_an_archive_is_told_by_its_name_at_the_address_of_the_archive() -> None:
    inner = replace(
        document(LIST, Writer("in")),
        within="https://town.example/all.zip",
        file_name="may.pdf",
    )

    (finding,) = personal_data((inner,)).findings

    assert finding.url == "https://town.example/all.zip"
    assert "may.pdf: หน้า 1" in finding.says.th


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("บัญชีรายชื่อผู้มีสิทธิรับเงินเบี้ยยังชีพผู้สูงอายุ", "ผู้สูงอายุ"),
        ("รายชื่อผู้มีสิทธิรับเงินเบี้ยความพิการ", "คนพิการ"),
        ("ผู้ป่วยเอดส์ที่ได้รับเงินสงเคราะห์", "ผู้ป่วยเอดส์"),
        ("เงินอุดหนุนเพื่อการเลี้ยงดูเด็กแรกเกิด", "เด็กแรกเกิด"),
    ],
)
def test_a_list_of_recipients_with_numbers_is_told_besides(title: str, who: str) -> None:
    numbers, listed = found(LIST | {"title": title})

    assert (numbers.id, listed.id) == ("personal_id_exposed", "welfare_list_exposed")
    assert listed.severity is Severity.HIGH
    assert who in listed.says.th


def test_health_is_called_sensitive_and_age_is_not() -> None:
    disabled = found(LIST | {"title": "รายชื่อคนพิการ"})[1]
    old = found(LIST | {"title": "รายชื่อผู้สูงอายุ"})[1]

    assert ("มาตรา 26" in disabled.says.th, "มาตรา 26" in old.says.th) == (True, False)


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("บัญชีรายชื่อผู้ป่วยเอดส์ที่ได้รับเบี้ยยังชีพ", Severity.MEDIUM),
        ("ประกาศรายชื่อผู้มีสิทธิรับเบี้ยความพิการ", Severity.LOW),
        ("ประกาศรายชื่อผู้มีสิทธิรับเบี้ยยังชีพผู้สูงอายุ", None),
        ("รายชื่อคณะกรรมการช่วยเหลือผู้ป่วยเอดส์", None),
        ("รายชื่ออาสาสมัครดูแลคนพิการ", None),
        ("โครงการช่วยเหลือผู้ป่วยเอดส์", None),
    ],
)
def test_names_alone_matter_where_they_tell_of_health(
    title: str, severity: Severity | None
) -> None:
    case = {"media": "pdf", "lines": [title], "list": ["1. {person} หมู่ 4"], "times": 6}

    assert [finding.severity for finding in found(case)] == ([severity] if severity else [])


def test_the_announcement_of_a_list_is_no_list() -> None:
    assert found({"lines": ["ประกาศรายชื่อผู้ป่วยเอดส์ที่ได้รับเบี้ยยังชีพ", "ลงชื่อ {person} นายกเทศมนตรี"]}) == []


ACCOUNTS: list[tuple[str, dict[str, Any], int]] = [
    ("a column of accounts", {"table": [["ชื่อ-สกุล", "เลขที่บัญชี"], ["{person}", "{account}"]]}, 1),
    (
        "a bank in the row",
        {"table": [["ชื่อ-สกุล", "ธนาคาร", "เลขที่"], ["{person}", "ออมสิน", "{account}"]], "times": 4},
        4,
    ),
    ("the holder by name", {"lines": ["บัญชีออมสินเลขที่ {account} ชื่อบัญชี {person}"]}, 1),
    (
        "a list on paper",
        {"media": "pdf", "list": ["1 {person} ธ.ก.ส. {account} 600"], "times": 4},
        4,
    ),
    (
        "the office's own",
        {"lines": ["บัญชีกรุงไทยเลขที่ {account} ชื่อบัญชี เทศบาลตำบลสมมติ ติดต่อ {person}"]},
        0,
    ),
    ("a contact beside it", {"lines": ["เลขที่บัญชี {account} ติดต่อ {person} โทร 081-234-5678"]}, 0),
    (
        "a company",
        {"table": [["ผู้ขาย", "เลขที่บัญชี"], ["บริษัท ทดสอบ จำกัด โดย {person}", "{account}"]]},
        0,
    ),
    ("a fund", {"table": [["กองทุนหมู่บ้าน", "เลขที่บัญชี"], ["กองทุน {person}", "{account}"]]}, 0),
    ("a temple", {"lines": ["ร่วมบริจาค ธนาคารออมสิน เลขที่บัญชี {account} ชื่อบัญชี {person}"]}, 0),
    (
        "telephone numbers",
        {"table": [["ชื่อ-สกุล", "ธนาคาร", "โทร"], ["{person}", "ออมสิน", "0812345678"]], "times": 5},
        0,
    ),
    ("a number without a bank", {"table": [["ชื่อ", "รหัส"], ["{person}", "1234567890"]]}, 0),
]


@pytest.mark.parametrize(("case", "count"), [pytest.param(c, n, id=i) for i, c, n in ACCOUNTS])
def test_accounts_are_told_beside_names_of_people_only(case: dict[str, Any], count: int) -> None:
    made = document(case, Writer("bank"))
    personal = personal_data((made,))

    assert len(personal.numbers) == count
    assert {finding.id for finding in personal.findings} <= {"bank_account_exposed"}


def test_a_flood_of_findings_ends_with_how_many_more() -> None:
    sheets = [
        replace(document(LIST, Writer(str(n))), url=f"https://town.example/{n:04d}")
        for n in range(MAX_FINDINGS + 20)
    ]

    findings = personal_data(sheets).findings

    assert len(findings) == MAX_FINDINGS + 1
    assert findings[-1].id == "personal_data_more"
    assert "20" in findings[-1].says.en
    assert findings == personal_data(sheets[::-1]).findings


def test_the_most_urgent_stands_first() -> None:
    slight = Remark(RemarkKind.ROBOTS_IGNORED, "https://town.example/")
    reach = Reach(Completion.FULL, remarks=(slight,))

    findings = site_findings(reach, personal_data((document(LIST, Writer("x")),)).findings)

    assert [finding.severity for finding in findings] == [Severity.HIGH, Severity.LOW]


HEADS = ("รหัสงบประมาณ", "เลขที่โครงการ", "รหัสครุภัณฑ์", "เลขที่สัญญา", "รหัส GFMIS", "บาร์โค้ด", "หมายเลข", "")
ROWS = 100_000


def codes(chance: Random, head: str) -> str:
    digits = str(chance.randrange(10**12, 10**13))
    if head == "เลขที่โครงการ":
        return digits[:11]
    if head == "รหัสงบประมาณ":
        return digits + str(chance.randrange(10**2, 10**7))
    return grouped(digits) if head == "หมายเลข" else digits


@pytest.mark.parametrize("media", [Media.SPREADSHEET, Media.PDF])
def test_a_hundred_thousand_rows_of_codes_are_nobodys(media: Media) -> None:
    chance = Random(f"codes {media}")
    for head in HEADS:
        rows = [
            ("จัดซื้อวัสดุ", codes(chance, head), person(chance)) for _ in range(ROWS // len(HEADS) // 2)
        ]
        table = Table((("รายการ", head, "ผู้รับผิดชอบ"), *rows), "table 1")
        lines = tuple(Block(" ".join(row), "page 1") for row in table.rows)
        made = Document("u", "u", media, "")
        full = replace(made, blocks=lines) if media is Media.PDF else replace(made, tables=(table,))
        assert personal_data((full,)).findings == ()
