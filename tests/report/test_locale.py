"""Both languages say everything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest

from oit_audit.model import (
    Completion,
    Kind,
    Language,
    Outcome,
    Severity,
    SkipReason,
    Status,
    Sureness,
    Text,
)
from oit_audit.report._say import place, points, said
from oit_audit.report.locale import LANGUAGES, Words, day, instant
from oit_audit.report.locale._attributes import Said, Table

NAMES = [name for name, value in vars(Words).items() if isinstance(value, Said | Table)]
TABLES: dict[str, type[StrEnum]] = {
    "statuses": Status,
    "status_meanings": Status,
    "completions": Completion,
    "confidences": Sureness,
    "outcomes": Outcome,
    "severities": Severity,
    "kinds": Kind,
    "skips": SkipReason,
    "skip_advice": SkipReason,
}


def sentences(language: Language, name: str) -> dict[str, str]:
    value = getattr(LANGUAGES[language], name)
    return dict(value) if isinstance(value, Mapping) else {"": value}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_every_sentence_with_the_same_gaps(name: str) -> None:
    thai, english = sentences("th", name), sentences("en", name)

    assert thai.keys() == english.keys()
    for key, text in thai.items():
        assert text.strip()
        assert english[key].strip()
        assert sorted(re.findall(r"{\w*}", text)) == sorted(re.findall(r"{\w*}", english[key]))


@pytest.mark.parametrize("name", NAMES)
def test_thai_is_thai_and_english_is_english(name: str) -> None:
    thai, english = sentences("th", name), sentences("en", name)

    assert all(re.search("[ก-๙]", re.sub(r"{\w+}", "", text)) for text in thai.values())
    assert not any(re.search("[ก-๙]", text) for text in english.values())


@pytest.mark.parametrize(("name", "words"), TABLES.items())
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_value_has_its_word(language: Language, name: str, words: type[StrEnum]) -> None:
    assert set(sentences(language, name)) == set(words)


def test_statuses_are_called_what_the_readme_calls_them() -> None:
    assert list(LANGUAGES["th"].statuses.values()) == [
        "ผ่าน",
        "ไม่ครบ",
        "ข้อมูลเก่า",
        "ไม่พบ",
        "ต้องให้คนตรวจ",
        "ไม่เกี่ยวข้อง",
    ]


def test_dates_are_in_the_era_of_their_language() -> None:
    assert day(date(2026, 11, 21), "th") == "21 พฤศจิกายน 2569"
    assert day(date(2024, 2, 29), "th") == "29 กุมภาพันธ์ 2567"
    assert day(date(2026, 1, 1), "en") == "1 January 2026"


def test_instants_are_told_in_the_time_of_bangkok() -> None:
    late = datetime(2025, 12, 31, 17, 30, tzinfo=UTC)

    assert instant(late, "th") == "1 มกราคม 2569 เวลา 00.30 น."
    assert instant(late, "en") == "1 January 2026, 00:30 (UTC+7)"


@pytest.mark.parametrize(
    ("where", "thai", "english"),
    [
        ("h2", "หัวข้อ", "heading"),
        ("p", "ย่อหน้า", "paragraph"),
        ("page 3", "หน้า 3", "page 3"),
        ("table 1", "ตาราง 1", "table 1"),
        ("table", "ตาราง", "table"),
        ("sheet ข้อมูล 2569 row 4", "แผ่นงาน ข้อมูล 2569 แถว 4", "sheet ข้อมูล 2569 row 4"),
        ("sheet A", "แผ่นงาน A", "sheet A"),
        ("form", "แบบฟอร์ม", "form"),
        ("form of the year", "form of the year", "form of the year"),
        ("ตารางที่ 1", "ตารางที่ 1", "ตารางที่ 1"),
        ("page {x}", "page {x}", "page {x}"),
        ("table 2 row 4", "ตาราง 2 แถว 4", "table 2 row 4"),
        ("row row", "row row", "row row"),
        ("p 3", "p 3", "p 3"),
        ("picture 3", "รูปภาพ 3", "picture 3"),
        ("", "", ""),
    ],
)
def test_places_are_told_in_words_of_the_reader(where: str, thai: str, english: str) -> None:
    assert place(where, LANGUAGES["th"]) == thai
    assert place(where, LANGUAGES["en"]) == english


def test_a_sentence_that_is_empty_in_one_language_is_told_in_the_other() -> None:
    assert said(Text(th="ไทย", en="English"), "en") == "English"
    assert said(Text(th="ไทย", en=" "), "en") == "ไทย"
    assert said(Text(th="", en="English"), "th") == "English"
    assert said(Text(th="", en=""), "th") == ""


def test_points_have_two_decimals_and_no_minus_zero() -> None:
    assert [points(value) for value in (73.405, 100, -0.001, 8)] == [
        "73.41" if round(73.405, 2) == 73.41 else "73.40",
        "100.00",
        "0.00",
        "8.00",
    ]
