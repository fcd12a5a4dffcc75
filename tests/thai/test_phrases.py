"""Finding phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.thai import Finder, excerpt, folded, has_roughly


def test_a_phrase_is_found_however_it_is_typed_and_quoted_as_it_stands() -> None:
    hit = Finder(["ประจำปี 2566"]).first("แผน ประจําปี ๒๕๖๖ ของเทศบาล")

    assert hit is not None
    assert (hit.phrase, hit.quote) == ("ประจำปี 2566", "ประจําปี ๒๕๖๖")


def test_all_hits_come_in_order_overlapping_ones_too() -> None:
    finder = Finder(["จัดซื้อ", "จัดซื้อจัดจ้าง", "จัดจ้าง", "แผน"])

    hits = finder.all("แผนจัดซื้อจัดจ้าง")

    assert [hit.phrase for hit in hits] == ["แผน", "จัดซื้อจัดจ้าง", "จัดซื้อ", "จัดจ้าง"]


def test_the_places_are_those_of_the_folded_text() -> None:
    text = folded("ค่า แผน")

    (hit,) = Finder(["แผน"]).all(text)

    assert text.text[hit.start : hit.end] == "แผน"


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("OIT", "exploit", False),
        ("OIT", "แบบOIT ปี 2566", True),
        ("OIT", "OIT36", True),
        ("OIT", "MOIT 2", False),
        ("ITA", "ITA2564", True),
        ("ITA", "let it a while", False),
        ("ITA", "I.T.A.", True),
        ("No Gift Policy", "NoGiftPolicy", True),
        ("EB", "web", False),
        ("EB", "EB 4", True),
        ("o1", "o12", False),
        ("6 เดือน", "รอบ ๑๖ เดือน", False),
        ("6 เดือน", "รอบ ๖ เดือน", True),
        ("ข้อ 1", "ข้อ 12", False),
        ("แผน", "แผนพัฒนา", True),
        ("q&a", "Q&A", True),
    ],
)
def test_latin_words_and_numbers_stand_alone(phrase: str, text: str, *, stands: bool) -> None:
    assert Finder([phrase]).has(text) is stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("แผนที่ตั้งสำนักงาน", False),
        ("แผนกธุรการ", False),
        ("แผนที่และแผนพัฒนา", True),
        ("โรคติดต่อ", True),
    ],
)
def test_a_phrase_is_not_found_within_its_longer_look_alikes(text: str, *, stands: bool) -> None:
    unless = {"แผน": ("แผนก", "แผนที่")}

    assert Finder(["แผน", "ติดต่อ"], unless=unless).has(text) is stands


def test_a_look_alike_that_is_a_phrase_itself_is_still_found() -> None:
    finder = Finder(["โครงสร้าง", "โครงสร้างพื้นฐาน"], unless={"โครงสร้าง": ("โครงสร้างพื้นฐาน",)})

    assert [hit.phrase for hit in finder.all("งานโครงสร้างพื้นฐาน")] == ["โครงสร้างพื้นฐาน"]


def test_two_spellings_of_one_phrase_are_found_once_under_the_first() -> None:
    hits = Finder(["แผน ๑", "แผน 1"]).all("แผน 1")

    assert [hit.phrase for hit in hits] == ["แผน ๑"]


def test_no_phrases_find_nothing() -> None:
    assert Finder([]).first("แผน") is None
    assert not Finder([], unless={"แผน": ("แผนที่",)}).has("แผนที่")


@pytest.mark.parametrize("phrases", [[""], ["- -"], ["่"]])
def test_a_phrase_of_which_nothing_is_left_is_a_mistake(phrases: list[str]) -> None:
    with pytest.raises(ValueError, match="nothing is left"):
        Finder(phrases)


@given(st.text(), st.lists(st.sampled_from(["แผน", "OIT", "6 เดือน", "า"]), max_size=4))
def test_every_hit_quotes_the_text(text: str, inserted: list[str]) -> None:
    whole = text.join(inserted)

    for hit in Finder(["แผน", "OIT", "6 เดือน", "า"]).all(whole):
        assert hit.quote
        assert hit.quote in whole


def test_an_excerpt_is_cut_at_spaces() -> None:
    text = "เทศบาลตำบล ประกาศใช้ แผนจัดซื้อ ประจำปี 2566 ให้ทราบโดยทั่วกัน"
    start = text.index("แผนจัดซื้อ")

    assert excerpt(text, start, start + 10, width=30) == "… แผนจัดซื้อ ประจำปี …"


def test_a_short_text_is_its_own_excerpt() -> None:
    assert excerpt("แผน  2566\n", 0, 3) == "แผน 2566"


def test_an_excerpt_of_text_without_spaces_begins_and_ends_with_whole_letters() -> None:
    text = "ที่" * 200

    shown = excerpt(text, 300, 303, width=20)

    assert shown.startswith("… ท")
    assert shown.endswith("ที่ …")


@given(st.text(), st.data())
def test_an_excerpt_holds_what_was_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert " ".join(text[start:end].split()) in excerpt(text, start, end)


@pytest.mark.parametrize(
    ("phrase", "text", "there"),
    [
        ("บ้านสมมติ", "เทศบาลตำบลบ้านสมมุติ", True),
        ("บ้านสมมติ", "เทศบาลตำบลบ้านสมมติ", True),
        ("บ้านสมมติ", "เทศบาลตำบลหนองตัวอย่าง", False),
        ("คลอง", "คลิง", False),
        ("บ้านสมมติ", "บ้าน", False),
        ("", "บ้าน", False),
    ],
)
def test_a_slip_in_a_short_name_is_forgiven(phrase: str, text: str, *, there: bool) -> None:
    assert has_roughly(phrase, text) is there
