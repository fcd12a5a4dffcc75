"""What a mayor takes in within ten seconds."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from oit_audit.model import Audit, Completion, Decision, Sureness, Text, Waiver
from oit_audit.report import html, render
from oit_audit.report._limits import MAX_BYTES
from oit_audit.report.html import in_style
from oit_audit.report.locale.overview import OVERVIEW
from tests.report import audits
from tests.report.pages import LANGUAGES, page, words


def verdict_of(audit: Audit) -> str:
    return words(page(audit).css_first(".overview .verdict"))


def test_one_sentence_says_how_many_are_met_and_what_is_left() -> None:
    audit = audits.every_status()
    seen = replace(audit, reach=replace(audit.reach, completion=Completion.FULL, reason=None))

    assert verdict_of(seen) == (
        "ผ่าน 1 จาก 6 ข้อ • ต้องแก้ไข 3 ข้อ • ต้องให้คนตรวจ 1 ข้อ • เจ้าหน้าที่วินิจฉัยไว้ 1 ข้อ"
    )


def test_the_sentence_cannot_be_quoted_without_that_the_look_was_incomplete() -> None:
    assert verdict_of(audits.every_status()).startswith("จากส่วนที่ตรวจได้ (ยังไม่ครบ): ผ่าน 1 จาก 6 ข้อ")


def test_a_site_that_never_answered_gets_no_count() -> None:
    assert verdict_of(audits.nothing_seen()) == "ยังสรุปผลไม่ได้ เพราะเข้าตรวจเว็บไซต์ไม่ได้"


def test_all_met_is_said_in_one_breath_and_leaves_nothing_to_do() -> None:
    tree = page(audits.all_met())

    assert words(tree.css_first(".verdict")) == "ผ่านครบทั้ง 1 ข้อ"
    assert tree.css_first(".win") is None
    assert words(tree.css_first(".first")) == "สิ่งที่ควรทำก่อน ไม่มีข้อที่ต้องแก้ไข"


def test_nothing_that_counts_is_not_all_met() -> None:
    audit = audits.every_status()

    assert "ไม่มีข้อที่นำมาคิดคะแนน" in verdict_of(replace(audit, verdicts=audit.verdicts[-1:]))


def test_what_the_first_three_win_is_the_sum_of_what_they_show() -> None:
    tree = page(audits.every_status())
    shown = [words(gain) for gain in tree.css(".first .gain")]

    assert words(tree.css_first(".win")) == (
        "หากแก้ไข 3 ข้อแรก จะได้เพิ่ม 4.86 คะแนน รวมเป็นประมาณ 78.27 คะแนน"
    )
    assert shown == ["+2.50 คะแนน", "+1.25 คะแนน", "+1.11 คะแนน"]
    assert sum(float(gain.split()[0]) for gain in shown) == pytest.approx(4.86)


def test_one_thing_to_do_is_not_called_the_first_one_of_many() -> None:
    audit = audits.every_status()
    single = replace(audit, verdicts=audit.verdicts[3:4])

    win = page(single, "en").css_first(".win")
    assert words(win) == "Fixing the first one wins 1.25 points more, about 74.66 in all"


def test_the_first_things_to_do_name_what_who_and_how_much() -> None:
    second = words(page(audits.every_status()).css(".first li")[1])

    for part in ("o10 แผนการใช้จ่ายงบประมาณประจำปี", "เผยแพร่แผน", "ไม่พบ", "กองคลัง", "+1.25 คะแนน"):
        assert part in second


def test_where_only_doubts_are_left_the_first_are_to_be_looked_at() -> None:
    audit = audits.every_status()
    tree = page(replace(audit, verdicts=(audit.verdicts[0], audit.verdicts[5])))

    first = words(tree.css_first(".first"))
    assert first.startswith("ข้อที่ควรเปิดดูก่อน o17 E-Service")
    assert "ระบบขอให้เข้าสู่ระบบก่อน" in first


def test_where_nothing_was_seen_the_first_thing_is_what_kept_us_out() -> None:
    first = words(page(audits.nothing_seen()).css_first(".first"))

    assert first == "สิ่งที่ควรทำก่อน รอคำตอบนานเกินกำหนด ตรวจใหม่เมื่อเว็บไซต์ตอบเร็วขึ้น"


def test_a_person_who_said_not_met_adds_work_and_one_who_attested_takes_it_away() -> None:
    audit = audits.every_status()

    def with_word(decision: Decision) -> str:
        o10 = replace(audit.verdicts[3], waiver=Waiver("เห็นแล้ว", decision))
        return verdict_of(replace(audit, verdicts=(o10,)))

    assert "ต้องแก้ไข 1 ข้อ" in with_word(Decision.NOT_MET)
    assert "เจ้าหน้าที่วินิจฉัยไว้ 1 ข้อ" in with_word(Decision.MET)
    assert "ต้องแก้ไข" not in with_word(Decision.MET)


def test_how_complete_and_how_sure_it_is_stands_beside_the_score() -> None:
    audit = audits.every_status()
    first = replace(audit.verdicts[0], confidence=Sureness.MEDIUM)
    trust = words(
        page(replace(audit, verdicts=(first, *audit.verdicts[1:]))).css_first(".overview .trust")
    )

    assert "ตรวจได้บางส่วน" in trust
    assert "310 หน้า และ 96 เอกสาร" in trust
    assert "สูง 5 ข้อ , ปานกลาง 1 ข้อ , ต่ำ 1 ข้อ" in trust


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_it_is_an_estimate_is_in_the_overview_and_on_each_sheet(language: str) -> None:
    tree = page(audits.every_status(), "th" if language == "th" else "en")

    assert "ป.ป.ช." in words(tree.css_first(".estimate")) or "NACC" in words(
        tree.css_first(".estimate")
    )
    assert in_style(OVERVIEW["official_paper"].in_language("th" if language == "th" else "en")) in (
        words(tree.css_first("style"))
    )


def test_bars_show_what_undecided_items_may_add_and_mark_the_lowest() -> None:
    rows = page(audits.every_status()).css(".indicators tbody tr")
    administration, corruption = rows[2], rows[4]

    maybe = administration.css_first(".bar-maybe")
    assert maybe is not None
    assert maybe.attributes["x"] == "75.00%"
    assert maybe.attributes["width"] == "12.50%"
    assert corruption.css_first(".bar-maybe") is None
    assert [words(row) for row in rows if row.css_first(".tag")] == [words(corruption)]


def test_where_all_are_equal_none_is_lowest() -> None:
    audit = audits.every_status()
    nine = audit.score.indicators[0]
    one = replace(nine, sub_indicators=nine.sub_indicators[:1])

    tree = page(replace(audit, score=replace(audit.score, indicators=(one,))))

    assert tree.css_first(".tag") is None
    assert tree.css_first(".indicators") is not None


@pytest.mark.parametrize("name", OVERVIEW)
def test_both_languages_have_the_sentence_with_the_same_gaps(name: str) -> None:
    text = OVERVIEW[name]

    assert text.th.strip()
    assert not re.search("[ก-๙]", text.en)
    assert sorted(re.findall(r"{\w+}", text.th)) == sorted(re.findall(r"{\w+}", text.en))


def test_no_sentence_of_the_page_is_left_unsaid() -> None:
    folder = Path(html.__file__).parent / "templates"
    said = "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())

    assert set(re.findall(r"\bo\.(\w+)", said)) == set(OVERVIEW)


def stuffed(audit: Audit, text: str) -> Audit:
    """Return `audit` grown to 43 items of the longest kind, with thousands of skips."""
    full, executives = Text(text, text), audit.verdicts[1]
    shown = replace(
        executives.evidence[0],
        url="https://long.example/" + "a" * 1_900,
        quote=text,
        title=text,
        click_path=(text,) * 13,
        where=text,
    )
    elements = tuple(
        replace(each, says=full, remedy=full, finding=replace(each.finding, reason=full))
        for each in executives.elements
    )
    many = tuple(
        replace(
            executives,
            id=f"o{n}",
            title=full,
            reason=full,
            remedy=full,
            unit=f"{n} {text}",
            elements=elements,
            evidence=(shown,) * 6,
            rejected=executives.rejected,
        )
        for n in range(1, 44)
    )
    skipped = audit.reach.skipped * 100
    findings = tuple(replace(audit.site_findings[1], says=full) for _ in range(150))
    return replace(
        audit,
        verdicts=many,
        reach=replace(audit.reach, skipped=skipped),
        site_findings=findings,
    )


@pytest.mark.parametrize("text", ["ที่" * 200, '"<&' * 200])
def test_the_longest_audit_still_fits_and_says_what_it_leaves_out(text: str) -> None:
    audit = stuffed(audits.every_status(), text)

    data = render("html", audit, "th")

    assert len(data) <= MAX_BYTES
    tree = LexborHTMLParser(data)
    assert len(tree.css(".item")) == 43
    assert "และอีก" in words(tree.css_first("#item-o43"))
    assert "และอีก" in words(tree.css_first("section[aria-labelledby=skipped]"))


def test_text_in_a_style_stays_a_string() -> None:
    hostile = "\"'\\;}</style><script>*/ @import {{ ก \u2028"

    written = str(in_style(hostile))

    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*"', written)
    assert (
        "".join(
            chr(int(code, 16)) if code else plain
            for code, plain in re.findall(r"\\([0-9a-f]+) |(.)", written[1:-1])
        )
        == hostile
    )
