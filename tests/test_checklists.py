"""Every year is read, resolved and bound; a bad file says where and what was expected."""

import json
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import get_type_hints

import pytest

from oit_audit.checklists import (
    available_years,
    bundled_directory,
    default_year,
    lint,
    load_checklist,
    schema,
)
from oit_audit.checks import CHECKS, parameters_of
from oit_audit.errors import ChecklistError
from oit_audit.model import Basis, Freshness, Sureness

YEARS = (2563, 2564, 2565, 2566, 2567, 2568, 2569)
COUNTS = dict(zip(YEARS, (43, 43, 43, 43, 35, 28, 26), strict=True))
BINDING = dict(zip(YEARS, (12, 12, 22, 23, 6, 7, 6), strict=True))


def test_the_package_brings_seven_years() -> None:
    assert available_years() == YEARS
    assert bundled_directory().name == "checklists"


@pytest.mark.parametrize("year", YEARS)
def test_every_bundled_year_is_good_and_complete(year: int) -> None:
    assert lint(bundled_directory() / f"{year}.yaml") == ()
    checklist = load_checklist(year)
    assert len(checklist.items) == COUNTS[year]
    assert [item.id for item in checklist.items] == [f"o{n + 1}" for n in range(COUNTS[year])]
    grouped = [
        name for one in checklist.indicators for sub in one.sub_indicators for name in sub.items
    ]
    assert grouped == [item.id for item in checklist.items]
    assert sum(any(e.basis.binds for e in i.elements) for i in checklist.items) == BINDING[year]


@pytest.mark.parametrize("year", YEARS)
def test_every_sentence_is_there_in_both_languages_and_filled_in(year: int) -> None:
    for item in load_checklist(year).items:
        for text in (item.title, item.remedy, *(e.says for e in item.elements)):
            assert text.th
            assert text.en
            assert "{" not in text.th + text.en
        for text in (item.remedy, *(e.remedy for e in item.elements)):
            assert re.search("[ก-๙]", text.th)
            assert not re.search("[ก-๙]", re.sub(r"สขร\.1", "", text.en)), text.en
        assert item.source
        assert item.unit


@pytest.mark.parametrize("year", YEARS)
def test_what_only_practice_or_another_year_says_cannot_fail_an_item(year: int) -> None:
    for item in load_checklist(year).items:
        for element in item.elements:
            expected = element.basis in (Basis.RULE, Basis.TITLE)
            assert element.basis.binds is expected
            if element.basis is Basis.OTHER_YEAR and item.basis is not Basis.OTHER_YEAR:
                assert element.confidence is Sureness.LOW


@pytest.mark.parametrize("year", YEARS)
def test_what_is_only_in_force_is_not_asked_to_name_the_year(year: int) -> None:
    for item in load_checklist(year).items:
        if item.fresh in (Freshness.IN_FORCE, Freshness.CURRENT):
            dated = [e for e in item.elements if e.check_name == "dated" and e.basis.binds]
            assert not dated, item.id


def test_levels_stand_only_where_they_are_confirmed() -> None:
    with_levels = [year for year in YEARS if load_checklist(year).levels]
    assert with_levels == [2563, 2564, 2565]
    doubtful = [one.name for one in load_checklist(2565).levels if one.confidence is Sureness.LOW]
    assert doubtful == ["D", "E", "F"]


def test_the_deadline_is_told_where_it_is_known() -> None:
    assert load_checklist(2565).deadline == date(2022, 4, 30)
    assert load_checklist(2566).deadline is None


def test_concepts_outlive_the_numbers_of_items() -> None:
    found = {
        year: next(i.id for i in load_checklist(year).items if "procurement_monthly" in i.concepts)
        for year in (2565, 2566, 2569)
    }
    assert found == {2565: "o23", 2566: "o21", 2569: "o11"}


def test_an_element_keeps_its_name_across_years_while_its_weight_changes() -> None:
    chart = [load_checklist(year).item("o1").elements[2] for year in (2565, 2566)]
    assert [element.id for element in chart] == ["both_sides", "both_sides"]
    assert [element.basis.binds for element in chart] == [False, True]
    assert chart[0].says == chart[1].says


def test_a_merged_item_says_which_side_an_element_belongs_to() -> None:
    item = load_checklist(2568).item("o1")
    assert item.concepts == ("structure", "powers_duties")
    assert {element.concept for element in item.elements} == {"structure", "powers_duties"}


def test_the_newest_year_that_has_begun_is_the_default() -> None:
    assert default_year(date(2022, 9, 30)) == 2565
    assert default_year(date(2022, 10, 1)) == 2566
    assert default_year(date(2040, 1, 1)) == 2569


def test_before_the_first_year_there_is_no_default() -> None:
    with pytest.raises(ChecklistError, match="2019-09-30") as caught:
        default_year(date(2019, 9, 30))
    assert "2019-10-01" in caught.value.hint


def test_the_bundled_checklists_are_found_in_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_data" / "checklists").mkdir(parents=True)
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    assert bundled_directory() == tmp_path / "_data" / "checklists"


def test_the_schema_beside_the_checklists_is_up_to_date() -> None:
    written = (bundled_directory() / "schema.json").read_text(encoding="utf-8")
    assert json.loads(written) == schema(), (
        "run: oit-audit checklist schema > checklists/schema.json"
    )


def test_the_readme_tells_the_counts_that_hold() -> None:
    readme = (bundled_directory() / "README.md").read_text(encoding="utf-8")
    for year in YEARS:
        assert f"| {year} | {COUNTS[year]} | {BINDING[year]} |" in readme


def test_the_readme_tells_every_kind_of_look_with_its_parameters_and_their_values() -> None:
    readme = (bundled_directory() / "README.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1]: line for line in readme.splitlines() if line.startswith("| `")}
    for check in CHECKS:
        hints = get_type_hints(check)
        for key, parameter in parameters_of(check).items():
            assert f"`{key}`" in rows[check.name]
            kind = hints[parameter.name]
            values = kind if isinstance(kind, type) and issubclass(kind, StrEnum) else ()
            untold = [value for value in values if f"`{value}`" not in rows[check.name]]
            assert [value for value in untold if value != "none"] == []
