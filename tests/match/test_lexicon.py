"""What labels stand for: the mechanics with a small wordbook, the words with the project's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.match import ACCEPT, LabelKind, Lexicon, Reading, Wordbook
from oit_audit.model import Sureness
from tests.match.sites import lexicon

BOOK = Wordbook(
    aspects={
        "plan": ("แผน",),
        "report": ("รายงาน",),
        "boat": ("เรือยาว", "เรือ"),
        "race": ("แข่งขัน",),
        "yearly": ("ประจำปี",),
        "flood": ("น้ำท่วม",),
    },
    hides={"เรือ": ("เรือน",)},
    filler=("ของหน่วยงาน", "ประจำปี", "ประจำปีนี้"),
    silent=frozenset({"yearly"}),
    acts=frozenset({"plan", "report", "yearly"}),
    neutral=("ดาวน์โหลด", "เดือน"),
    titles={"boat_plan": ("แผนแข่งขันเรือยาวประจำปี",), "boats": ("เรือ",), "reports": ("รายงาน",)},
    readings=(
        Reading("boat_plan", ("plan", "boat"), frozenset({"race"}), frozenset({"report"})),
        Reading("boats", ("boat",)),
        Reading("reports", ("report",), leads=True),
        Reading("flood_plan", ("plan", "flood")),
    ),
    told=(("boats", frozenset({"boat", "race"})),),
    others={"flood_plan": "แผนรับมือน้ำท่วม"},
    digest="sha256:0",
)


def small(*more: Reading, **changes: Any) -> Lexicon:
    return Lexicon(replace(BOOK, readings=(*BOOK.readings, *more), **changes))


def test_the_reading_that_explains_most_of_a_label_wins() -> None:
    understood = small().understand("แผนแข่งขันเรือยาว")

    assert understood.concepts == ("boat_plan",)
    assert [sense.concept for sense in understood.senses] == ["boat_plan", "boats"]
    assert understood.score("boat_plan") > understood.score("boats") > 0
    assert understood.score("reports") == 0


def test_a_wording_of_the_beginning_names_nothing_elsewhere() -> None:
    first = small(aspects={**BOOK.aspects, "boat": ("^เรือ",)})

    assert first.understand("เรือ").concepts == ("boats",)
    assert first.understand("๑. เรือ").concepts == ("boats",)
    assert first.understand("ริมฝั่งเรือ").senses == ()


def test_a_label_that_breaks_off_inside_a_word_of_one_title_is_that_title() -> None:
    assert small().understand("แผนแข่งขันเรือยาวประจ").concepts == ("boat_plan",)


def test_a_label_that_ends_where_a_word_ends_is_no_title_cut_off() -> None:
    titles = {**BOOK.titles, "boats": ("แข่งขันเรือยาวแห่งชาติ",)}
    assert small(titles=titles).understand("แข่งขันเรือยาว").score("boats") < 1


def test_a_label_of_words_unknown_is_none_of_ours_for_sure() -> None:
    assert small().understand("ดอกไม้").confidence is Sureness.HIGH
    assert small().understand("แผน").confidence is Sureness.MEDIUM
    assert small().understand("แผนน้ำท่วม").confidence is Sureness.HIGH
    assert small().understand("แผนแข่งขันเรือยาว").confidence is Sureness.HIGH


def test_a_forbidden_aspect_vetoes_a_reading() -> None:
    assert small().understand("รายงานแผนแข่งขันเรือยาว").score("boat_plan") == 0


def test_what_no_reading_explains_speaks_against_all() -> None:
    assert small().understand("เรือ").concepts == ("boats",)
    assert small().understand("เรือที่ชาวบ้านในหมู่บ้านช่วยกันต่อขึ้น").concepts == ()


def test_filler_and_numbers_speak_neither_for_nor_against() -> None:
    plain, padded = (small().understand(t) for t in ("แผนเรือ", "แผนเรือ 2566 ของหน่วยงาน"))
    assert plain.score("boat_plan") == padded.score("boat_plan")


def test_a_silent_aspect_does_not_speak_against_a_reading_that_leaves_it_out() -> None:
    loud = small(silent=frozenset())
    assert small().understand("เรือประจำปี").score("boats") == 1
    assert loud.understand("เรือประจำปี").score("boats") < 1


def test_a_wording_inside_longer_filler_names_nothing() -> None:
    yearly = small(Reading("yearly", ("yearly",)), silent=frozenset())
    assert yearly.understand("เรือ ประจำปีนี้").score("yearly") == 0


def test_a_longer_word_hides_a_wording() -> None:
    assert small().understand("เรือนไม้").senses == ()


def test_a_leading_wording_decides_whatever_follows() -> None:
    tail = "ที่ชาวบ้านในหมู่บ้านช่วยกันเขียนขึ้นมา"
    assert small().understand(f"รายงาน{tail}").concepts == ("reports",)
    assert small().understand(f"{tail}รายงาน").concepts == ()


def test_a_reading_that_wants_to_be_alone_holds_only_alone() -> None:
    shy = small(Reading("races", ("race",), only=True))
    assert shy.understand("แข่งขัน").concepts == ("races",)
    assert shy.understand("แข่งขันกินวิบากในงานวัด").score("races") == 0


def test_what_a_label_begins_with_is_what_it_is() -> None:
    tail = "ที่ชาวบ้านในหมู่บ้านช่วยกันเขียนขึ้นมา"
    assert small().understand(f"แผนแข่งขันเรือยาว{tail}").concepts == ("boat_plan",)
    assert small().understand(f"{tail}แผนแข่งขันเรือยาว").concepts == ()
    share = small(Reading("races", ("plan", "race"), whole=True))
    assert share.understand(f"แผนแข่งขันม้า{tail}").concepts == ()


def test_a_result_is_no_slip_of_the_pen_for_a_plan() -> None:
    assert small().understand("ผลแข่งขันเรื้ยาวประจำปี").concepts == ()


def test_a_weak_reading_counts_less() -> None:
    weak = small(Reading("races", ("race",), weak=True))
    assert ACCEPT < weak.understand("แข่งขัน").score("races") < 1


def test_weight_settles_a_draw() -> None:
    both = small(
        Reading("a", ("race",), weak=True), Reading("b", ("race",), weak=True, weight=0.05)
    )
    assert both.understand("แข่งขัน").concepts[0] == "b"


def test_a_label_that_names_two_things_stands_for_both() -> None:
    label = "รายงานและเรือ"
    assert small().understand(label).concepts == ("reports", "boats")


def test_a_look_alike_that_explains_the_label_better_leaves_no_concept() -> None:
    understood = small().understand("แผนรับน้ำท่วม")

    assert understood.concepts == ()
    assert understood.other == "flood_plan"
    assert small().name_of("flood_plan") == "แผนรับมือน้ำท่วม"


def test_a_concept_is_called_by_its_first_title() -> None:
    assert small().name_of("boats") == "เรือ"
    with pytest.raises(KeyError):
        small().name_of("nowhere")


@pytest.mark.parametrize("label", ["", "   ", "2566", "ของหน่วยงาน", "!!!", "\u200b"])
def test_a_label_that_says_nothing_stands_for_nothing(label: str) -> None:
    understood = small().understand(label)
    assert (understood.senses, understood.concepts, understood.other) == ((), (), None)


def test_what_spoke_for_a_concept_is_quoted_as_the_label_has_it() -> None:
    understood = small().understand("เเผนเรือยาว ๒๕๖๖")
    assert understood.senses[0].words == ("เเผน", "เรือยาว", "เรือ")


def test_a_sentence_tells_of_what_it_names_in_passing() -> None:
    assert small().told("ชาวบ้านแข่งขันพายเรือ") == ("boats",)
    assert small().told("ชาวบ้านพายเรือ") == ()


def test_the_book_is_known_by_its_digest_and_its_concepts() -> None:
    assert (small().digest, small().concepts) == ("sha256:0", ("boat_plan", "boats", "reports"))


# The project's own words.


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("รายงานข้อมูลสถิติเรื่องร้องเรียนการทุจร", "complaint_stats"),
        ("ประกาศเจตนารมณ์นโยบาย No Gift Policy จากการปฏิบ...", "no_gift_declaration"),
        ("แผนปฏิบัติการป้องกันการทุจริตและประพฤติมิช…", "anticorruption_plan"),
    ],
)
def test_a_label_that_a_program_cut_off_is_still_understood(label: str, concept: str) -> None:
    assert lexicon().understand(label).concepts[0] == concept


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("กฏหมายที่เกี่วข้อง", "laws"),
        ("ประกาศเจตนารมย์ต่อต้านการทุจริต", "integrity_statement"),
        ("นโยบายการบริหารทรัพยากรบุคล", "hr_policy"),
        ("คู่มือสำหรับประชาชนน", "service_manual"),
        ("แผ่นปฏิบัติการป้องกันการทุจริต", "anticorruption_plan"),
    ],
)
def test_slips_of_the_pen_are_forgiven(label: str, concept: str) -> None:
    assert lexicon().understand(label).concepts[0] == concept


def test_a_title_with_one_wrong_letter_is_recognised_by_its_likeness() -> None:
    misspelt = "โคงส้างองกร"
    assert lexicon().understand(misspelt).concepts == ()  # too short to be sure
    assert Lexicon(BOOK).understand("แผนแข่งขันเรื้ยาวประจำปี").concepts


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("แผนป้องกันและบรรเทาสาธารณภัย", "disaster_plan"),
        ("แผนอัตรากำลัง 3 ปี", "manpower_plan"),
        ("แผนพัฒนาบุคลากร", "staff_development_plan"),
        ("รายงานติดตามและประเมินผลแผนพัฒนาท้องถิ่น", "plan_evaluation"),
        ("งบทดลอง", "financial_statement"),
        ("รายงานการประชุมสภา", "minutes"),
        ("คำถามที่พบบ่อย", "frequent_questions"),
        ("แบบสอบถามความพึงพอใจ", "questionnaire"),
        ("ประกาศรับสมัครงาน", "recruitment_notice"),
        ("คะแนนผลการประเมิน ITA", "assessment_score"),
    ],
)
def test_a_look_alike_is_told_from_what_it_looks_like(label: str, other: str) -> None:
    understood = lexicon().understand(label)
    assert (understood.concepts, understood.other) == ((), other)


def test_spelling_of_digits_spaces_and_case_does_not_matter() -> None:
    forms = ["รายงานผล รอบ 6 เดือน แผนดำเนินงาน", "รายงานผลรอบ๖เดือน  แผนดําเนินงาน"]
    assert len({lexicon().understand(form).concepts for form in forms}) == 1
    assert lexicon().understand("e-SERVICE").concepts == ("e_service",)


@pytest.mark.parametrize(
    "label",
    [
        "ดาวน์โหลด",
        "คลิกที่นี่",
        "2",
        "หน้า 3",
        "เดือนตุลาคม 2564",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "Book1.xlsx",
        "pdf0219.pdf",
        "https://town.test/a.pdf",
        "ดาวน์โหลด (1.2 MB)",
        "",
    ],
)
def test_a_label_that_could_lead_anywhere_is_neutral(label: str) -> None:
    assert lexicon().is_neutral(label)


@pytest.mark.parametrize(
    "label",
    [
        "แผน",
        "พ.ร.บ. 2540",
        "เปิดโครงการ",
        "ดาวน์โหลดแผนดำเนินงาน",
        "contact us",
        "สวัสดิการ",
        "แผนจัดซื้อจัดจ้าง-2566.pdf",
    ],
)
def test_a_label_that_says_anything_is_not_neutral(label: str) -> None:
    assert not lexicon().is_neutral(label)


@given(st.text(max_size=120), st.sampled_from(LabelKind))
def test_understanding_any_text_never_fails_and_scores_are_shares(
    text: str, kind: LabelKind
) -> None:
    understood = lexicon().understand(text, kind)

    scores = [sense.score for sense in understood.senses]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert set(understood.concepts) <= set(lexicon().concepts)
    assert lexicon().is_neutral(text) in (True, False)
    assert set(lexicon().told(text)) <= set(lexicon().concepts)


@given(st.lists(st.sampled_from(["แผน", "รายงาน", "ทุจริต", "จัดซื้อจัดจ้าง", "รอบ 6 เดือน", " ", "๒๕๖๖"])))
def test_understanding_any_mix_of_our_words_gives_shares(words: list[str]) -> None:
    understood = lexicon().understand("".join(words))
    assert all(0 <= sense.score <= 1 for sense in understood.senses)
    assert len({sense.concept for sense in understood.senses}) == len(understood.senses)
