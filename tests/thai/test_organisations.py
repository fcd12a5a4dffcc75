"""Names of local governments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.thai import (
    OrganisationName,
    is_foreign,
    mentions_organisation,
    organisation_name,
    organisation_names,
    same_organisation,
)


def named(name: str) -> OrganisationName:
    found = organisation_name(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("ประกาศ อบต.หนองสมมติ เรื่อง แผน", "องค์การบริหารส่วนตำบล", "หนองสมมติ"),
        ("องค์การบริหารส่วนตําบลบ้านสมมติอำเภอเมือง", "องค์การบริหารส่วนตำบล", "บ้านสมมติ"),
        ("องค์การบริหารส่วนต าบลหนองสมมติ", "องค์การบริหารส่วนตำบล", "หนองสมมติ"),
        ("อ.บ.ต. บ้านสมมติ", "องค์การบริหารส่วนตำบล", "บ้านสมมติ"),
        ("นายกอบต.หนองสมมติ", "องค์การบริหารส่วนตำบล", "หนองสมมติ"),
        ("อบต.หนองสมมติพ.ศ.2565", "องค์การบริหารส่วนตำบล", "หนองสมมติ"),
        ("สำนักงานเทศบาลเมืองสมมติ อ.เมือง", "เทศบาลเมือง", "สมมติ"),
        ("ทต. บ้านสมมติ", "เทศบาลตำบล", "บ้านสมมติ"),
        ("ทม.สมมติ", "เทศบาลเมือง", "สมมติ"),
        ("ทน.สมมติ ได้จัดกิจกรรม", "เทศบาลนคร", "สมมติ"),
        ("อบจ.สมมติขอเชิญร่วมงาน", "องค์การบริหารส่วนจังหวัด", "สมมติ"),
        ("เทศบาลนครขอนสมมติประกาศ", "เทศบาลนคร", "ขอนสมมติ"),
        ("ทม.ใบตองสมมติ", "เทศบาลเมือง", "ใบตองสมมติ"),
        ("เทศบาลตำบลในเมือง", "เทศบาลตำบล", "ในเมือง"),
        ("เทศบาลตำบลบางสมมติใหญ่", "เทศบาลตำบล", "บางสมมติใหญ่"),
    ],
)
def test_a_name_is_found_in_full_and_short(text: str, kind: str, place: str) -> None:
    (name,) = organisation_names(text)

    assert (name.kind, name.place) == (kind, place)
    assert text[name.position :].startswith(name.quote)


@pytest.mark.parametrize(
    "text",
    [
        "อบต. ทุกแห่ง",
        "สอบต่อ",
        "เทศบาลตำบล",
        "องค์การบริหารส่วนตำบลในเขตอำเภอ",
        "อบต. กรมส่งเสริม",
        "องค์การบริหารส่วนตำบล\nแผน",
        "",
        "แผนพัฒนา",
    ],
)
def test_a_kind_without_a_place_is_no_name(text: str) -> None:
    assert organisation_names(text) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("อบต.หนองสมมติ", "องค์การบริหารส่วนตำบลหนองสมมติ", True),
        ("ทต.บ้านสมมติ", "เทศบาลต าบลบานสมมติ", True),
        ("ทต.บ้านสมมติ", "เทศบาลตำบลบ้านสมมต", True),
        ("ทต.บ้านสมมติ", "เทศบาลตำบลบ้านสมมติทุกคน", True),
        ("ทต.บางสมมติ", "เทศบาลตำบลบางสมมติใหญ่", False),
        ("ทต.บางสมมติ", "อบต.บางสมมติ", False),
        ("ทต.บางสมมติ", "ทต.หนองตัวอย่าง", False),
    ],
)
def test_two_names_may_mean_one_organisation(one: str, other: str, *, same: bool) -> None:
    assert same_organisation(named(one), named(other)) is same
    assert same_organisation(named(other), named(one)) is same


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("ประกาศเทศบาลตำบลบางสมมติ", True),
        ("แผนของเทศบาลบางสมมติ", True),
        ("ทต.บางสมมติ", True),
        ("เทศบาลต าบลบางสมมติ", True),
        ("เทศบาลตำบลบางสมมต", True),
        ("เทศบาลตำบลบางสมมติใหญ่ และเทศบาลตำบลบางสมมติ", True),
        ("แผนของเทศบาลตำบลบางสมมติใหญ่", False),
        ("อบต.บางสมมติ", False),
        ("ไม่มีชื่อ", False),
    ],
)
def test_a_text_names_us_in_full_or_short(text: str, *, ours: bool) -> None:
    assert mentions_organisation(text, named("เทศบาลตำบลบางสมมติ")) is ours


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("ประกาศเทศบาลตำบลหนองตัวอย่าง เรื่อง แผนการจัดซื้อจัดจ้าง", "หนองตัวอย่าง"),
        ("แผนพัฒนาท้องถิ่น เทศบาลตำบลหนองตัวอย่าง", "หนองตัวอย่าง"),
        ("เทศบาลตำบลหนองตัวอย่าง เรื่อง รับโอน", "หนองตัวอย่าง"),
        ("ที่ 1/2565 อบต.หนองตัวอย่าง เรื่อง รับโอน", "หนองตัวอย่าง"),
        ("แผนของเทศบาลตำบลบางสมมติใหญ่", "บางสมมติใหญ่"),
    ],
)
def test_the_author_of_a_foreign_paper_is_named(text: str, other: str) -> None:
    found = is_foreign(text, named("เทศบาลตำบลบางสมมติ"))

    assert found is not None
    assert found.place == other


@pytest.mark.parametrize(
    "text",
    [
        "ประกาศเทศบาลตำบลบางสมมติ เรื่อง แผน",
        "ประกาศเทศบาลตำบลหนองตัวอย่าง ร่วมกับเทศบาลตำบลบางสมมติ",
        "แผนพัฒนา ตำบลบางสมมติ ร่างโดย อบต.หนองตัวอย่าง",
        "เทศบาลต าบลบางสมมต แผน",
        "กิจกรรมศึกษาดูงาน ณ เทศบาลตำบลหนองตัวอย่าง",
        "ต้อนรับคณะ เทศบาลตำบลหนองตัวอย่าง",
        "ประกาศ แผน ประจำปี 2565",
    ],
)
def test_a_paper_of_ours_or_of_nobody_is_not_foreign(text: str) -> None:
    assert is_foreign(text, named("เทศบาลตำบลบางสมมติ")) is None


@given(
    st.text()
    | st.lists(st.sampled_from(["อบต.", "ทต", "เทศบาลตำบล", " ", "ก", "พ.ศ.", "และ"])).map("".join)
)
def test_any_text_can_be_searched_for_names(text: str) -> None:
    for name in organisation_names(text):
        assert text[name.position :].startswith(name.quote)
        assert name.place in name.quote
