"""A checklist file: what it inherits, and what is said when it is bad."""

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from oit_audit import checklists
from oit_audit.checklists import lint, load_checklist
from oit_audit.errors import ChecklistError
from oit_audit.model import Basis, Sureness

SMALL = """
scheme: oit
fiscal_year: 2575
source: made up
sources: {manual: a manual}
deadline: 2032-04-30
levels:
  - {name: good, minimum: 80, confidence: high}
indicators:
  - id: "9"
    title: {th: เปิดเผย, en: Open data}
    sub_indicators:
      - {id: "9.1", title: {th: พื้นฐาน, en: Basic}, confidence: high}
items:
  - id: o1
    concept: structure
    title: {th: โครงสร้าง, en: Structure}
    sub_indicator: "9.1"
    fresh: previous_year
    fresh_basis: rule
    kind: page
    unit: สำนักปลัด
    basis: rule
    confidence: high
    title_confidence: high
    source: [manual]
    remedy: {th: "ลงปี {year} โดย {unit}", en: "publish {year} by {unit}"}
    elements:
      - id: chart
        says: {th: แผนผัง, en: Chart}
        check: phrases
        with: {any_of: [แผนผัง]}
        remedy: {th: เพิ่มแผนผัง, en: add a chart}
"""
HEIR = """
scheme: oit
fiscal_year: 2576
extends: 2575
source: made up
sources: {}
indicators:
  - id: "9"
    title: {th: เปิดเผย, en: Open data}
    sub_indicators:
      - {id: "9.1", title: {th: พื้นฐาน, en: Basic}, confidence: low}
items:
  - id: o1
    concept: structure
    title: {th: โครงสร้าง, en: Structure}
    sub_indicator: "9.1"
    fresh: current
    fresh_basis: inferred
    basis: rule
    confidence: high
    title_confidence: high
    elements:
      - {id: chart, basis: other_year}
"""


def write(directory: Path, text: str, name: str = "2575.yaml") -> Path:
    path = directory / name
    path.write_text(dedent(text), encoding="utf-8")
    return path


def problems(directory: Path, old: str, new: str) -> tuple[str, ...]:
    assert old in SMALL
    return lint(write(directory, SMALL.replace(old, new)), concepts=("structure", "executives"))


def test_remedies_name_the_year_of_the_evidence_and_the_unit(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    item = load_checklist(2575, tmp_path).items[0]
    assert item.remedy.th == "ลงปี 2574 โดย สำนักปลัด"
    assert item.remedy.en == "publish 2574 by สำนักปลัด"
    assert (item.source, item.basis) == ("a manual", Basis.RULE)


def test_a_year_inherits_what_it_leaves_out(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    write(tmp_path, HEIR, "2576.yaml")
    item = load_checklist(2576, tmp_path).items[0]
    (element,) = item.elements
    assert (item.kind.value, item.unit) == ("page", "สำนักปลัด")
    assert item.remedy.en == "publish 2576 by สำนักปลัด"
    assert element.says.en == "Chart"
    assert element.basis is Basis.OTHER_YEAR
    assert element.confidence is Sureness.LOW


def test_parameters_are_not_inherited_by_another_check(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    heir = HEIR.replace("basis: other_year}", "check: dated}")
    write(tmp_path, heir, "2576.yaml")
    assert load_checklist(2576, tmp_path).items[0].elements[0].check_name == "dated"


def test_a_file_elsewhere_may_extend_a_bundled_year(tmp_path: Path) -> None:
    assert lint(write(tmp_path, HEIR.replace("2575", "2565"), "2576.yaml")) == ()


def test_the_digest_follows_the_content_inherited_parts_included(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    write(tmp_path, HEIR, "2576.yaml")
    first = load_checklist(2576, tmp_path).digest
    assert re.fullmatch("sha256:[0-9a-f]{64}", first)
    assert load_checklist(2576, tmp_path).digest == first
    write(tmp_path, SMALL.replace("en: Chart", "en: A chart"))
    assert load_checklist(2576, tmp_path).digest != first


def test_a_year_without_a_file_names_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(ChecklistError, match="2999") as caught:
        load_checklist(2999)
    assert "2563, 2564" in caught.value.hint
    with pytest.raises(ChecklistError) as caught:
        load_checklist(2575, tmp_path)
    assert caught.value.hint == "there are: none"


def test_a_bad_year_is_one_line_and_says_where_the_rest_is(tmp_path: Path) -> None:
    text = SMALL.replace("check: phrases", "chek: phrases").replace("kind: page", "kind: pge")
    path = write(tmp_path, text)
    with pytest.raises(ChecklistError) as caught:
        load_checklist(2575, tmp_path)
    assert "\n" not in str(caught.value)
    assert str(path) in caught.value.hint
    assert "2 problems" in caught.value.hint


CASES: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "checklist_cases.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_says_item_key_and_what_was_expected(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    found = problems(tmp_path, case["old"], case["new"])
    assert any(case["says"] in problem for problem in found), found
    assert all(problem.startswith("2575.yaml: ") for problem in found)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("o1", "o7").replace("[manual]", "[nobody]").replace('9.1"\n', '9.9"\n')
    assert len(lint(write(tmp_path, text), concepts=())) >= 3


def test_a_concept_may_be_asked_only_once(tmp_path: Path) -> None:
    item = SMALL[SMALL.index("  - id: o1") :]
    path = write(tmp_path, SMALL + item.replace("o1", "o2"))
    assert "2575.yaml: concept structure: asked by 2 items" in lint(path)


def test_a_problem_of_the_year_extended_names_that_file(tmp_path: Path) -> None:
    write(tmp_path, SMALL.replace("    kind: page\n", ""))
    path = write(tmp_path, HEIR, "2576.yaml")
    assert [problem.split(":")[0] for problem in lint(path)] == ["2575.yaml"]
    write(tmp_path, SMALL.replace("scheme: oit", "scheme: moit"))
    assert [problem.split(":")[0] for problem in lint(path)] == ["2575.yaml"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff\xfe", "is not UTF-8"),
        (b"- a list", "expected a mapping"),
        (b"", "expected a mapping"),
        (b"? [a, list]\n: as key", "is not valid YAML"),
        (b"? {a: mapping}\n: as key", "is not valid YAML"),
    ],
)
def test_a_file_that_is_no_checklist_is_one_problem(
    content: bytes, expected: str, tmp_path: Path
) -> None:
    path = tmp_path / "2575.yaml"
    path.write_bytes(content)
    (problem,) = lint(path)
    assert expected in problem


def test_a_file_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    (problem,) = lint(tmp_path / "2575.yaml")
    assert problem.startswith("2575.yaml: cannot be read")


def test_the_lexicon_beside_the_years_says_which_concepts_there_are(tmp_path: Path) -> None:
    path = write(tmp_path, SMALL)
    write(tmp_path, "concepts: {executives: {}}", "concepts.yaml")
    assert "is not in the lexicon" in lint(path)[0]
    write(tmp_path, "concepts: {structure: {}}", "concepts.yaml")
    assert lint(path) == ()


@pytest.mark.parametrize("text", ["concepts: [structure]", "[]", "a: b: c"])
def test_a_lexicon_that_cannot_be_used_is_told(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, SMALL)
    write(tmp_path, text, "concepts.yaml")
    (problem,) = lint(path)
    assert problem.startswith("concepts.yaml: ")


def test_without_a_lexicon_every_concept_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    nowhere: Callable[[], Path] = lambda: empty  # noqa: E731 - one expression
    monkeypatch.setattr(checklists, "bundled_directory", nowhere)
    assert lint(write(tmp_path, SMALL.replace("structure", "anything"))) == ()
