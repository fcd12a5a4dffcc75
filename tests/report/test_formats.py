"""The door: which formats there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from oit_audit import report
from oit_audit.errors import UsageError
from oit_audit.model import Audit
from oit_audit.report import FORMATS, Reader, format_named, render
from tests.report import audits

GOLDEN = Path(__file__).parent / "golden"


def test_every_format_has_its_own_name_suffix_and_golden_file() -> None:
    names = [each.name for each in FORMATS]

    assert len(set(names)) == len(names)
    assert all(each.suffix.startswith(".") and "/" in each.media_type for each in FORMATS)
    assert [name for name in names if not list(GOLDEN.glob(f"audit*.{name}*"))] == []


def test_every_file_that_makes_a_format_is_listed() -> None:
    folder = Path(report.__file__).parent
    makers = {path.stem for path in folder.glob("*.py") if "\nFORMAT = " in path.read_text("utf-8")}

    assert makers == {each.render.__module__.rpartition(".")[2] for each in FORMATS}


def test_a_format_is_found_by_its_name() -> None:
    audit = audits.all_met()

    assert format_named("json").suffix == ".json"
    assert render("json", audit, "th") == format_named("json").render(audit, Reader("th"))


@pytest.mark.parametrize("ask", [format_named, lambda name: render(name, audits.all_met(), "th")])
def test_an_unknown_format_is_told_with_those_there_are(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UsageError, match=r"no such report format: 'pdf' .*json, html") as caught:
        ask("pdf")

    assert "json, html" in caught.value.hint


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_the_same_audit_gives_the_same_bytes(each: report.Format[Audit]) -> None:
    audit = audits.every_status()

    assert each.render(audit, Reader("th")) == each.render(audit, Reader("th"))
