"""What a text says about time, and what it does not say."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.thai import Mention, MentionKind, mentions

CASES: dict[str, dict[str, object]] = yaml.safe_load(
    Path(__file__).with_name("dates.yaml").read_text("utf-8")
)

PIECES = st.sampled_from(
    [
        *"0123456789๐๑๒๓๔๕๖๗๘๙-–/.,: \n()",
        *("พ.ศ.", "ปี", "ปีงบประมาณ", "งบประมาณ", "2565", "65", "2022", "ต.ค.", "มีนาคม", "กุมภาพันธ์"),
        *("เดือน", "รอบ 6 เดือน", "ไตรมาส", "ถึง", "31", "Oct", "วันที่", "ระเบียบ", "เผยแพร่เมื่อ", "ำ", "่"),
    ]
)


@pytest.mark.parametrize("name", CASES)
def test_a_text_is_read_as_its_case_says(name: str) -> None:
    case = CASES[name]

    found = [f"{m.kind} {m.start} {m.end}" for m in mentions(str(case["text"]))]

    assert found == case["mentions"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ตุลาคม 2561", (2562,)),
        ("30 กันยายน 2561", (2561,)),
        ("ปี 2565", (2565,)),
        ("พ.ศ. 2561 - 2563", (2561, 2562, 2563)),
        ("ม.ค. - ธ.ค. 65", (2565, 2566)),
    ],
)
def test_a_mention_says_which_fiscal_years_it_touches(text: str, years: tuple[int, ...]) -> None:
    assert mentions(text)[0].fiscal_years == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2566", (2566,)),
        ("๒๕๖๖", (2566,)),
        ("พ.ศ.2566", (2566,)),
        ("พ.ศ. ๒๕๖๖", (2566,)),
        ("พ.ศ.. 2568", (2568,)),
        ("พ.ศ.256๖", (2566,)),
        ("๒๕61 – ๒๕๖4", (2561, 2562, 2563, 2564)),
        ("ปี 66", (2566,)),
        ("ปี 61-63", (2561, 2562, 2563)),
        ("2022", (2565,)),
        ("ITA2564", (2564,)),
        ("พ.ศ.ITA2564", (2564,)),
        ("2560-2564", (2560, 2561, 2562, 2563, 2564)),
        ("(พ.ศ. ๒๕๖๑ - ๒๕๖๓)", (2561, 2562, 2563)),
        ("เดือน ตุลาคม 2561", (2562,)),
        ("(ต.ค.64 - มี.ค.65)", (2565,)),
        ("ระหว่างวันที่ 1 ต.ค. 2564 – 31 มี.ค. 2565", (2565,)),
    ],
)
def test_years_are_read_as_sites_write_them(text: str, years: tuple[int, ...]) -> None:
    (mention,) = mentions(text)
    assert (mention.fiscal_years, mention.kind is MentionKind.LAW) == (years, False)


THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@given(
    st.integers(2556, 2575),
    st.sampled_from(
        [
            "ปีงบประมาณ {}",
            "ประจำปี พ.ศ. {}",
            "(ปี {})",
            "ตุลาคม {}",
            "1 มี.ค. {}",
            "ปีงบ {short}",
            "ไตรมาส 2/{}",
        ]
    ),
)
def test_digits_of_any_kind_say_the_same_year(year: int, wording: str) -> None:
    text = wording.format(year, short=f"{year % 100:02}")
    read = [mention.fiscal_years for mention in mentions(text)]

    assert read == [(year + ("ตุลาคม" in wording),)]
    assert [mention.fiscal_years for mention in mentions(text.translate(THAI))] == read
    mixed = "".join(c.translate(THAI) if i % 2 else c for i, c in enumerate(text))
    assert [mention.fiscal_years for mention in mentions(mixed)] == read


def test_the_quote_is_the_original_text_with_its_place() -> None:
    text = "ประจําปีงบประมาณ พ.ศ. ๒๕๖๕ เริ่มตั้งแต่ ๑ ตุลาคม ๒๕๖๔"

    fiscal, day = mentions(text)

    assert fiscal.quote == "ปีงบประมาณ พ.ศ. ๒๕๖๕"
    assert day.quote == "๑ ตุลาคม ๒๕๖๔"
    assert text[day.position :] == day.quote


def test_the_quote_keeps_the_marks_of_its_last_letter() -> None:
    assert mentions("รอบ 6 เดือนแรก์ ปี 2565")[0].quote == "รอบ 6 เดือนแรก์"


def test_a_year_after_wins_over_a_year_before() -> None:
    half = mentions("ปีงบประมาณ 2564 รอบ 6 เดือน ปีงบประมาณ 2565")[1]

    assert (half.kind, half.fiscal_years) == (MentionKind.HALF, (2565,))


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Mention(MentionKind.DATE, date(2022, 2, 2), date(2022, 2, 1), "", 0, ())


@given(st.text() | st.lists(PIECES, max_size=24).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    found = mentions(text)

    for mention in found:
        stop = mention.position + len(mention.quote)
        assert text[mention.position : stop] == mention.quote
        assert mention.start <= mention.end
        assert mention.fiscal_years == tuple(sorted(mention.fiscal_years))
        assert mention.fiscal_years
    ends = [mention.position + len(mention.quote) for mention in found]
    assert all(end <= later.position for end, later in zip(ends, found[1:], strict=False))


@pytest.mark.parametrize(
    "piece",
    [
        "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2565 วันที่ 12 มกราคม 2565 1,200.00 บาท ",
        "ม.ค. ",
        "ปี ",
        "1/",
        " ",
        "พ.ศ....",
        "2565-",
        "รอบหก",
    ],
)
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    text = (piece * 20_000)[:20_000]

    start = time.process_time()
    mentions(text)

    assert time.process_time() - start < 0.5
