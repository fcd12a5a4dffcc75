"""An explanation: everything behind a verdict, in plain words, harmless to print."""

from __future__ import annotations

import ast
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from rich.cells import cell_len
from rich.console import Console

from oit_audit import judge
from oit_audit.checklists import load_checklist
from oit_audit.judge.ranking import Rank
from oit_audit.judge.years import YearSource
from oit_audit.model import (
    Audit,
    Conclusion,
    Considered,
    Evidence,
    Ground,
    Language,
    Signal,
    Sureness,
    Text,
    Verdict,
    Weighed,
    YearSeen,
)
from oit_audit.report import Explained, as_json, as_text, on_terminal
from oit_audit.report.locale.behind import (
    AHEAD,
    CONCLUSIONS,
    GROUNDS,
    KINDS,
    RULES,
    SIGNALS,
    SOURCES,
)
from oit_audit.report.locale.explaining import SAYS
from oit_audit.thai import MentionKind
from tests.report import audits, splash

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ROOM = Path(judge.__file__).parent


def explained(name: str, **changes: Any) -> Explained:
    whole = audits.every_status()
    verdict = next(v for v in whole.verdicts if v.id == name)
    return Explained(whole, replace(verdict, **changes))


def text(name: str, language: Language = "en", **changes: Any) -> str:
    return as_text(explained(name, **changes), language)


def part(title: str, whole: str) -> str:
    """Return the section of a text explanation under this title."""
    return whole.split(f"== {title} ==\n")[1].split("\n==", maxsplit=1)[0]


def on_screen(one: Explained, width: int, language: Language = "th") -> str:
    out = io.StringIO()
    on_terminal(one, Console(file=out, width=width, force_terminal=False, _environ={}), language)
    return out.getvalue()


def test_the_verdict_comes_with_what_gave_it_and_how_sure_it_is() -> None:
    told = part("The verdict, and how sure it is", text("o2"))

    assert "verdict: Partial" in told
    assert "lacks at least one element that a rule asks" in told
    assert "confidence: high" in told
    assert "+ its own title or first lines say it" in told
    assert "– neither title, opening, table nor link name the year" in told
    assert "medium: something of that is lacking" in told


def test_a_low_confidence_asks_to_check() -> None:
    assert "Please check this yourself" in text("o2", confidence=Sureness.LOW)
    assert "โปรดตรวจสอบด้วยตนเอง" in text("o2", "th", confidence=Sureness.LOW)
    assert "Please check this yourself" not in text("o2")


def test_every_candidate_has_its_signals_with_their_weights_and_its_years() -> None:
    told = part("What was considered, best first", text("o2"))

    assert "1. taken as evidence: https://www.baansuanmok.example/executives" in told
    assert "click path: หน้าหลัก › บุคลากร" in told
    assert "listed on: https://www.baansuanmok.example/" in told
    assert "its own title and first lines say it (0.92 of 1): “ผู้บริหาร”" in told
    assert "+ clicks from the home page: 1" in told
    assert "* 2569: title, fiscal year “ปีงบประมาณ 2569” – read as its year" in told
    assert "! 2564: file name, in a file name “2564” – disagrees" in told
    assert "looked at alone: 1 elements found, 2 absent, 0 cannot be told" in told
    assert "why another was chosen: the chosen evidence shows more of the elements" in told
    assert "3. turned down: https://www.baansuanmok.example/news/0\n    why: a news item" in told
    assert "– its own title stands for something else: “ข่าว”" in told
    assert "and 7 more that are not written down" in told


def test_elements_are_told_with_their_words_and_place() -> None:
    told = part("What was found of each element", text("o2"))

    assert "✔ Full name: Found" in told
    assert "“นายกเทศมนตรี นายสมมติ ตัวอย่าง” (table 1)" in told
    assert "✘ Photo: Not found" in told
    assert "? Order of appointment (informs only)" in told


def test_dead_ends_name_the_page_on_which_the_label_stands() -> None:
    told = part("Labels behind which nothing was seen", text("o2"))

    assert "the link is dead (404)" in told
    assert "the label stands on: https://www.baansuanmok.example/menu" in told
    assert "(0.85 of 1)" in told


def test_years_that_do_not_agree_are_told_with_what_is_trusted_more() -> None:
    told = part("Years that do not agree", text("o2"))

    assert "file name says 2564 (“2564”), and 2569 was read from its title" in told


def test_other_years_that_do_not_disagree_are_no_conflict() -> None:
    years = (
        YearSeen("title", "fiscal", (2569,), "2569", decides=True),
        YearSeen("body", "fiscal", (2564,), "2564"),
    )
    one = Weighed("https://a.example/", Conclusion.JUDGED, chosen=True, years=years)

    told = text("o2", considered=Considered("elements_found", (), (one,)))

    assert part("Years that do not agree", told).strip() == "none"


def test_what_would_change_it_and_how_to_complain_stand_at_the_end() -> None:
    whole = text("o2")

    assert "Add this to the page: photo" in part("What would change the verdict", whole)
    assert "OIT points it would win: +1.11" in part("What would change the verdict", whole)
    facts = part("If this verdict is wrong", whole)
    assert "o2 Partial (high)" in facts
    assert "sha256:" + "1" * 64 in facts
    assert "sha256:" + "2" * 64 in facts
    assert "21 November 2026" in facts
    assert "@" not in facts
    assert "http" not in facts.replace("https://www.baansuanmok.example/", "")


def test_what_is_met_needs_nothing() -> None:
    met = text("o1", remedy=Text("", ""))

    assert "it is met: nothing to do" in part("What would change the verdict", met)


def test_an_older_audit_says_what_it_can_and_that_it_is_older() -> None:
    whole = text("o2", considered=None)

    assert "written by an older version" in part("The verdict, and how sure it is", whole)
    assert "https://www.baansuanmok.example/executives" in part("The evidence", whole)
    assert "“แผนพัฒนา”" in part("The evidence", whole)
    assert "a news item" in part("What was turned down, and why", whole)
    bare = Evidence("https://a.example/", "p", "")
    assert "https://a.example/" in text("o2", considered=None, evidence=(bare,))


def test_a_waiver_is_told() -> None:
    assert "รอสภาท้องถิ่นเห็นชอบ (นักวิเคราะห์นโยบายและแผน" in text("o4")


def test_what_the_item_asks_comes_with_its_source_and_how_sure_that_is() -> None:
    item = load_checklist(2566).item("o2")
    one = replace(explained("o2"), item=item)

    told = part("What the item asks", as_text(one, "en"))

    assert "of the year: as it is today" in told
    assert "● Photo of each executive (read in the rule, high, counts)" in told
    assert f"source: {item.source[:30]}" in told
    assert "the checklist that this was judged by is not here" in text("o2")


def test_an_item_without_known_elements_says_so() -> None:
    item = replace(load_checklist(2566).item("o2"), elements=(), source="", unit="")

    told = part("What the item asks", as_text(replace(explained("o2"), item=item), "en"))

    assert "no rule for elements" in told
    assert "source" not in told
    assert "unit" not in told


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
@pytest.mark.parametrize("name", ["o1", "o2", "o12", "o17"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, name: str, language: Language) -> None:
    shown = on_screen(explained(name), width, language)

    assert max(map(cell_len, shown.splitlines())) <= width
    assert not OBEYED.search(shown)


def test_thai_marks_stay_with_their_letters_at_the_end_of_a_line() -> None:
    marks = "ัิีึืฺุู็่้๊๋์ํ๎ำ"
    for width in range(30, 90, 7):
        lines = on_screen(explained("o2"), width).splitlines()
        assert not any(line.strip()[:1] in marks for line in lines if line.strip())


def test_the_terminal_and_the_pipe_say_the_same() -> None:
    one = explained("o2")

    piped = re.sub(r"[\s=]", "", as_text(one, "th"))

    assert piped == re.sub(r"[\s=]", "", on_screen(one, 100))


@pytest.mark.parametrize("language", ["th", "en"])
def test_nothing_that_a_stranger_wrote_acts(language: Language) -> None:
    one = explained("o12")

    for shown in (as_text(one, language), on_screen(one, 80, language)):
        assert not OBEYED.search(shown)
        assert "[bold red]markup[/]" in shown.replace("\n", " ")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(audit=splash.audits(splash.ANY_TEXT_EVEN_BROKEN))
def test_no_text_breaks_an_explanation(audit: Audit) -> None:
    every = [Explained(audit, verdict) for verdict in audit.verdicts]

    for one in every:
        shown = as_text(one, "th") + on_screen(one, 80)
        assert not OBEYED.search(shown)
        shown.encode()
    machine = as_json(every)
    machine.encode()
    assert not re.search("[\x7f-\x9f\u202a-\u202e]", machine)
    json.loads(machine)


def test_an_id_of_a_later_version_stands_for_itself() -> None:
    one = Weighed(
        "https://a.example/",
        Conclusion.JUDGED,
        behind="moon",
        signals=(Signal("tide", 0.5),),
        years=(YearSeen("sky", "moonrise", (2569,)),),
    )
    later = Considered("stars", (Ground("sun", holds=True),), (one,))

    whole = text("o2", considered=later)

    assert "what gave it: stars" in whole
    assert "+ sun" in whole
    assert "+ tide (0.5)" in whole
    assert "2569: sky, moonrise" in whole
    assert "why another was chosen: moon" in whole


def test_programs_get_the_same_with_the_meaning_of_every_id() -> None:
    one = replace(explained("o2"), item=load_checklist(2566).item("o2"))
    loaded = json.loads(as_json([one, explained("o1"), explained("o12")]))

    assert loaded["schema"] == "oit-audit/explanation/v1"
    assert [item["id"] for item in loaded["items"]] == ["o2", "o1", "o12"]
    item = loaded["items"][0]
    assert item["asks"]["elements"][0]["binds"] is True
    behind = item["considered"]
    assert behind["says"]["en"].startswith("it was found, and lacks")
    assert behind["grounds"][0]["says"]["th"]
    first = behind["candidates"][0]
    assert first["signals"][1] == {
        "id": "own_title",
        "quote": "ผู้บริหาร",
        "weight": 0.92,
        "says": {
            "th": "ชื่อและบรรทัดแรกของเอกสารตรงกับข้อนี้ (0.92 จาก 1): “ผู้บริหาร”",
            "en": "its own title and first lines say it (0.92 of 1): “ผู้บริหาร”",
        },
    }
    assert first["conflicts"] == ["file_name"]
    assert behind["candidates"][1]["behind_says"] == {
        "th": AHEAD["elements"].th,
        "en": AHEAD["elements"].en,
    }
    assert loaded["items"][1]["considered"] is None
    assert loaded["items"][2]["considered"]["says"] is None


def _words_given(file: str, name: str, position: int) -> Iterator[str]:
    """Yield the texts that calls of `name` in a file of the room give at `position`."""
    for node in ast.walk(ast.parse((ROOM / file).read_text("utf-8"))):
        if not isinstance(node, ast.Call) or len(node.args) <= position:
            continue
        if ast.unparse(node.func).rpartition(".")[2] == name:
            for each in ast.walk(node.args[position]):
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield each.value


@pytest.mark.parametrize(
    ("file", "name", "position", "table"),
    [
        ("sureness.py", "Ground", 0, GROUNDS),
        ("sureness.py", "lowered", 2, GROUNDS),
        ("hosting.py", "lowered", 2, GROUNDS),
        ("provisos.py", "lowered", 2, GROUNDS),
        ("sureness.py", "ruled", 1, RULES),
        ("provisos.py", "ruled", 1, RULES),
        ("claims.py", "lowered", 2, GROUNDS),
        ("claims.py", "ruled", 1, RULES),
        ("signals.py", "Signal", 0, SIGNALS),
    ],
)
def test_every_id_that_is_written_down_has_its_words(
    file: str, name: str, position: int, table: dict[str, Text]
) -> None:
    given = set(_words_given(file, name, position))

    assert given
    assert given <= set(table)


@pytest.mark.parametrize("file", ["sureness.py", "hosting.py", "provisos.py", "claims.py"])
def test_whatever_lowers_the_confidence_speaks_against_it(file: str) -> None:
    for ground in _words_given(file, "lowered", 2):
        told = text("o2", considered=Considered("x", (Ground(ground, holds=True),)))

        assert f"– {GROUNDS[ground][0].en}" in told


def test_every_value_has_its_words() -> None:
    assert set(CONCLUSIONS) == set(Conclusion)
    assert set(KINDS) == {kind.value for kind in MentionKind}
    assert set(SOURCES) == {
        source.value for source in YearSource if source is not YearSource.NOWHERE
    }
    assert set(AHEAD) == {"elements", *Rank._fields}
    source = (ROOM / "verdicts.py").read_text("utf-8")
    named = set(re.findall(r'Status\.\w+, "(\w+)"', source))
    named |= {w for line in re.findall(r"rule=(.*),", source) for w in re.findall(r'"(\w+)"', line)}
    assert {"elements_found", "undated", "nothing_there"} <= named <= set(RULES)


@pytest.mark.parametrize("table", [RULES, SIGNALS, AHEAD, SOURCES, KINDS, CONCLUSIONS, SAYS])
def test_both_languages_say_it_with_the_same_gaps(table: dict[str, Text]) -> None:
    for said in table.values():
        assert re.search("[ก-๙]", said.th)
        assert not re.search("[ก-๙]", said.en)
        assert sorted(re.findall(r"{\w*}", said.th)) == sorted(re.findall(r"{\w*}", said.en))


def test_grounds_are_told_in_both_languages_whether_they_hold_or_not() -> None:
    for pair in GROUNDS.values():
        assert len({said.th for said in pair}) == 2
        assert len({said.en for said in pair}) == 2


def test_a_verdict_without_elements_says_that_none_was_looked_for() -> None:
    assert "no element was looked for" in text("o10")
    met = part("What was found of each element", text("o1", elements=()))
    assert "no rule for elements" in met


def test_a_long_list_of_what_was_turned_down_is_counted() -> None:
    verdict: Verdict = explained("o2").verdict
    many = verdict.rejected * 4

    assert "and 20 more" in part("What was turned down, and why", text("o2", rejected=many))


def test_a_run_of_years_is_told_by_its_ends() -> None:
    years = (YearSeen("title", "range", (2566, 2567, 2568, 2569, 2570), "2566 - 2570"),)
    one = Weighed("https://a.example/", Conclusion.JUDGED, years=years)

    assert "2566–2570: title" in text("o2", considered=Considered("x", (), (one,)))
