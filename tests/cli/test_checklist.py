"""`oit-audit checklist` lists, shows and checks checklists."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from oit_audit.checklists import bundled_directory, schema
from oit_audit.cli.checklist import register
from oit_audit.cli.console import guarded

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command as the console script does; give exit code, stdout, stderr."""
    monkeypatch.setenv("COLUMNS", "140")

    def once(*arguments: str) -> tuple[int, str, str]:
        app = typer.Typer(pretty_exceptions_enable=False)
        register(app)
        try:
            guarded(lambda: app(["checklist", *arguments]))
        except SystemExit as leave:
            code = leave.code if isinstance(leave.code, int) else 1
        else:
            code = 0
        said = capsys.readouterr()
        return code, said.out, said.err

    return once


def test_list_names_every_year_and_what_it_rests_on(run: Run) -> None:
    code, out, _ = run("list")
    assert code == 0
    for year in range(2563, 2570):
        assert str(year) in out
    assert "AA A B C D E F" in out
    assert "The firmest year" in out


def test_show_speaks_thai_first_and_tells_how_it_is_known(run: Run) -> None:
    code, out, _ = run("show", "2565")
    assert code == 0
    assert "o23 สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน" in out
    assert "● เหตุผลที่คัดเลือกโดยสรุป (อ่านจากเกณฑ์)" in out
    assert "แจ้งเพื่อทราบ" in out
    assert "ไม่พบองค์ประกอบที่ยืนยันได้ของปีนี้" in out
    assert "2022-04-30" in out


def test_show_in_english_tells_basis_and_confidence_plainly(run: Run) -> None:
    _, out, _ = run("show", "2567", "--lang", "en")
    assert "o10 Staff work manual or guideline [high]" in out
    assert "● Time for each step (read in the rule)" in out
    assert "(read for another year, informs only)" in out
    assert "no element could be read" in out
    assert "last day for evidence" not in out
    _, out, _ = run("show", "2565", "--lang", "en")
    assert "last day for evidence: 2022-04-30" in out


def test_show_as_json_holds_everything(run: Run) -> None:
    _, out, _ = run("show", "2568", "--json")
    found = json.loads(out)
    assert (found["scheme"], found["fiscal_year"], len(found["items"])) == ("oit", 2568, 28)
    assert found["digest"].startswith("sha256:")
    assert found["levels"] == []
    duties = found["items"][0]["elements"][3]
    assert (duties["concept"], duties["binds"], duties["basis"]) == ("powers_duties", True, "rule")
    assert json.loads(run("show", "2565", "--json")[1])["levels"][3]["name"] == "C"


@pytest.mark.parametrize("year", ["2562", "abc"])
def test_a_year_that_is_not_there_is_one_clear_line(run: Run, year: str) -> None:
    code, out, err = run("show", year)
    assert (code, out) == (2, "")
    assert f"no checklist for {year}" in err
    assert "2563, 2564" in err


def test_lint_without_paths_checks_every_year(run: Run) -> None:
    code, out, err = run("lint")
    assert (code, out) == (0, "")
    assert "8 file(s)" in err


def test_lint_says_every_problem_and_exits_2(run: Run, tmp_path: Path) -> None:
    good = (bundled_directory() / "2565.yaml").read_text(encoding="utf-8")
    bad = tmp_path / "2565.yaml"
    text = good.replace("check: chart", "check: charts", 1).replace("check: person", "check: x", 1)
    bad.write_text(text, encoding="utf-8")
    other = tmp_path / "2570.yaml"
    other.write_text("scheme: [", encoding="utf-8")
    code, out, err = run("lint", str(bad), str(other))
    assert code == 2
    lines = out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["2565.yaml", "2565.yaml", "2570.yaml"]
    assert "o1: elements[0] (chart)" in lines[0]
    assert "3 problem(s) in 2 file(s)" in err


def test_lint_checks_a_lexicon_too(run: Run, tmp_path: Path) -> None:
    lexicon = tmp_path / "concepts.yaml"
    code, out, _ = run("lint", str(lexicon))
    assert code == 2
    assert out.startswith("concepts.yaml: cannot be read")
    lexicon.write_text("concepts: [", encoding="utf-8")
    code, out, _ = run("lint", str(tmp_path))
    assert code == 2
    assert out.startswith("concepts.yaml: ")


def test_schema_prints_the_schema_of_a_file(run: Run) -> None:
    code, out, _ = run("schema")
    assert code == 0
    assert json.loads(out) == json.loads(json.dumps(schema()))
