"""Settings from a file and from the environment, as whoever runs a command meets them."""

from __future__ import annotations

import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from oit_audit.model import canonical
from oit_audit.serve import SiteServer, serve_site
from tests.worlds import SITES

Run = Callable[..., tuple[int, str, str]]
ASKED = ("--today", "2023-05-02", "--allow-private")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's own, without variables of ours, where the commands run."""
    for name in [each for each in os.environ if each.startswith("OIT_AUDIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def empty() -> Iterator[SiteServer]:
    with serve_site(SITES / "empty") as server:
        yield server


def write(text: str, name: str = "oit-audit.toml", encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def shown(run: Run, *arguments: str) -> dict[str, tuple[object, str, str | None]]:
    """Return value, source and place of every key, as `config show` has them."""
    code, out, err = run("config", "show", "--json", *arguments)
    assert code == 0, err
    told = json.loads(out)["settings"]
    return {each["key"]: (each["value"], each["source"], each["place"]) for each in told}


def test_with_a_file_that_names_the_site_scan_alone_works(run: Run, empty: SiteServer) -> None:
    write(
        f'url = "{empty.url}"\nname = "เทศบาลเมืองสมมุติ"\nkind = "municipality"\nyear = 2566\n'
        'delay = 0\nlang = "en"\nfail_on = ["missing"]\n'
        '[output]\njson = "audit.json"\nhtml = "page.html"\n'
    )

    code, out, err = run("scan", *ASKED)

    assert code == 1
    assert "Fix these first" not in out  # reports were asked for, and this is no terminal
    assert err.splitlines()[0].endswith("settings from oit-audit.toml")
    audit = json.loads(Path("audit.json").read_bytes())
    assert audit["organisation"]["url"] == canonical(empty.url)
    assert audit["organisation"]["name"] == "เทศบาลเมืองสมมุติ"
    assert audit["checklist"]["fiscal_year"] == 2566
    assert 'lang="en"' in Path("page.html").read_text(encoding="utf-8")


def test_the_command_line_goes_before_the_environment_and_that_before_the_file(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("max_pages = 10\nmax_documents = 10\nmax_foreign = 10\n")
    monkeypatch.setenv("OIT_AUDIT_MAX_PAGES", "20")
    monkeypatch.setenv("OIT_AUDIT_MAX_DOCUMENTS", "20")

    told = shown(run, "--max-pages", "30")

    assert told["max_pages"] == (30, "command line", None)
    assert told["max_documents"] == (20, "environment", "OIT_AUDIT_MAX_DOCUMENTS")
    assert told["max_foreign"] == (10, "file", "oit-audit.toml: line 3")
    assert told["max_rendered"] == (300, "default", None)


def test_what_the_command_line_says_goes_first_even_when_it_is_the_default(run: Run) -> None:
    write("max_pages = 10\nno_ocr = true\nstrict_tls = true\nfail_on = ['missing']\n")

    told = shown(run, "--max-pages", "3000", "--ocr", "--no-strict-tls", "--fail-on", "")

    assert told["max_pages"] == (3000, "command line", None)
    assert told["no_ocr"] == (False, "command line", None)
    assert told["strict_tls"] == (False, "command line", None)
    assert told["fail_on"][1] == "command line"


def test_what_is_shown_is_itself_a_file_that_says_the_same(run: Run) -> None:
    write(
        'url = "https://www.town.go.th/"\nname = "ชื่อ \\"ใน\\" คำพูด # 1"\nfail_on = ["missing"]\n'
        'fail_under = 80.5\n[output]\nhtml = "r.html"\n[verify]\nlinks = "l.csv"\n'
        "links_only = true\n"
    )
    before = shown(run)

    code, out, _ = run("config", "show")
    again = "\n".join(
        line
        for line in out.splitlines()
        if not line.startswith(("allow_private", "i_own", "ignore_robots"))
    )
    write(again)

    assert code == 0
    assert tomllib.loads(out)["name"] == 'ชื่อ "ใน" คำพูด # 1'
    after = shown(run)
    assert {name: value for name, (value, *_) in before.items()} == {
        name: value for name, (value, *_) in after.items()
    }


def test_the_nearest_file_wins_and_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("project/.git").mkdir(parents=True)
    Path("project/a/b").mkdir(parents=True)
    write("max_pages = 1", "project/pyproject.toml")
    write("[tool.oit-audit]\nmax_pages = 2", "project/a/pyproject.toml")
    monkeypatch.chdir("project/a/b")

    assert shown(run)["max_pages"][0::2] == (2, f"{Path('../pyproject.toml')}: line 2")
    Path("../oit-audit.toml").write_text("max_pages = 3", encoding="utf-8")
    assert shown(run)["max_pages"][0] == 3
    Path("../oit-audit.toml").unlink()
    Path("../pyproject.toml").unlink()
    assert shown(run)["max_pages"][0] == 3000
    Path("../../oit-audit.toml").write_text("max_pages = 4", encoding="utf-8")
    assert shown(run)["max_pages"][0] == 4


def test_one_looks_no_further_than_the_repository(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("max_pages = 1")
    Path("project/.git").mkdir(parents=True)
    monkeypatch.chdir("project")

    assert shown(run)["max_pages"][1] == "default"
    Path(".git").rmdir()
    assert shown(run)["max_pages"][1] == "file"  # the home of the user is above


def test_outside_of_home_and_repository_nobody_else_speaks_for_the_user(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("home").mkdir()
    Path("shared/mine").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(Path("home").resolve()))
    monkeypatch.setenv("USERPROFILE", str(Path("home").resolve()))
    write("max_pages = 1", "shared/oit-audit.toml")

    monkeypatch.chdir("shared/mine")
    assert shown(run)["max_pages"][1] == "default"
    monkeypatch.chdir("..")
    assert shown(run)["max_pages"][1] == "file"


def test_a_file_may_be_named_or_none_be_wanted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("max_pages = 1")
    write("max_pages = 2", "deep/other.toml")
    write("max_pages = 3", "deep/third.toml")

    assert shown(run, "--config", "deep/other.toml")["max_pages"][0] == 2
    monkeypatch.setenv("OIT_AUDIT_CONFIG", "~/deep/third.toml")
    assert shown(run)["max_pages"][0] == 3
    assert shown(run, "--config", "deep/other.toml")["max_pages"][0] == 2
    for option in ("--isolated", "--no-config"):
        assert shown(run, option)["max_pages"][1] == "default"
    for both in (["--isolated", "--config", "x"], ["--config", "deep/other.toml", "--isolated"]):
        code, _, err = run("scan", *both)
        assert (code, "--isolated reads none" in err) == (2, True)


def test_the_environment_holds_without_a_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OIT_AUDIT_FAIL_ON", "missing, stale\npartial")
    monkeypatch.setenv("OIT_AUDIT_OUTPUT", "html=a.html,json=~/b.json")
    monkeypatch.setenv("OIT_AUDIT_NO_OCR", "ใช่")
    monkeypatch.setenv("OIT_AUDIT_YEAR", "๒๕๖๖")
    monkeypatch.setenv("OIT_AUDIT_VERIFY_LINKS_ONLY", "no")
    monkeypatch.setenv("OIT_AUDIT_ALLOW_PRIVATE", "1")
    monkeypatch.setenv("OIT_AUDIT_NAME", "")

    told = {name: value for name, (value, *_) in shown(run, "--isolated").items()}

    assert told["fail_on"] == ["missing", "stale", "partial"]
    assert told["output"] == {"html": "a.html", "json": str(Path.home() / "b.json")}
    assert (told["no_ocr"], told["verify.links_only"]) == (True, False)
    assert (told["year"], told["allow_private"], told["name"]) == (2566, True, None)


def test_a_variable_that_means_nothing_is_told_with_the_one_perhaps_meant(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OIT_AUDIT_MAX_PAGE", "1")
    monkeypatch.setenv("OIT_AUDIT_BROWSER", "chromium")

    code, _, err = run("config", "show")

    assert code == 0
    line, hint = err.splitlines()
    assert line.endswith("the variable OIT_AUDIT_MAX_PAGE means nothing here")
    assert hint == ("  ท่านหมายถึง OIT_AUDIT_MAX_PAGES หรือไม่ · did you mean OIT_AUDIT_MAX_PAGES?")


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('max_pages = "many"', '1: max_pages must be a whole number of at least 1, not "many"', ""),
        ("\nmax_pages = 1.0", "2: max_pages must be a whole number of at least 1, not 1.0", ""),
        ("max_pages = 0", "1: max_pages must be a whole number of at least 1, not 0", ""),
        ("max_pages = true", "1: max_pages must be a whole number of at least 1, not true", ""),
        ("concurrency = 3", "1: concurrency must be a whole number from 1 to 2, not 3", ""),
        ("fail_under = nan", "1: fail_under must be a number from 0 to 100, not NaN", ""),
        ("delay = false", "1: delay must be a number of at least 0, not false", ""),
        ('no_ocr = "yes"', '1: no_ocr must be true or false, without quotes, not "yes"', ""),
        ("name = ''", '1: name must be text in quotes, not ""', ""),
        ('name = "a\\nb"', "1: name must be text in quotes", ""),
        ('name = "\\u001b[31m"', "1: name must be text in quotes", ""),
        ("year = 2568-01-01", "1: year must be a fiscal year (B.E.), like 2568", ""),
        ("lang = 'fr'", '1: lang must be one of th, en, not "fr"', ""),
        ("kind = 'municipalty'", "1: kind must be one of", "did you mean municipality?"),
        ("fail_on = 'missing'", "1: fail_on must be a list like", "did you mean missing?"),
        ("fail_on = [\n'met',\n'mising']", "1: fail_on must be a list", "did you mean missing?"),
        ("contact = 'ติดต่อ'", "1: contact must be a web or mail address", ""),
        ("output = 'x'", "1: output must be a table like", ""),
        ("output.html = 3", "1: output.html must be a path in quotes, not 3", ""),
        ("[output]\npdf = 'a.pdf'", "2: there is no report format output.pdf", "json, html"),
        ("[output]\nmax_pages = 3", "2: there is no report format output.max_pages", "above [out"),
        ("[verify]\nlink = 'a'", "2: there is no key verify.link", "did you mean links?"),
        ("[verify]\nmax-pages = 3", "2: there is no key verify.max-pages", "above [verify]"),
        ("verify = 3", "1: verify must be a table of its own, like [verify]", ""),
        ("# max-page\n\n'max-page' = 1", "3: there is no key max-page", "did you mean max_pages?"),
        ("[verfy]\nlinks = 'a'", "1: there is no key verfy", "did you mean verify?"),
        ("[scan]\nurl = 'a'", "1: there is no key scan", "without [scan]"),
        ("[tool.oit-audit]\nurl = 'a'", "1: there is no key tool", "without [tool]"),
        ("today = 2023-01-01", "1: there is no key today", "on the command line: --today"),
        ("log-file = 'a'", "1: there is no key log-file", "on the command line: --log-file"),
        ("zebra = 1", "1: there is no key zebra", "there are: url, name"),
        ('"a\\u001bb" = 1', "there is no key a\\x1bb", ""),
        ("allow_private = true", "1: allow_private is not for a file", "OIT_AUDIT_ALLOW_PRIVATE"),
        ("i_own_this_site = true", "1: i_own_this_site is not for a file", "--i-own-this-site"),
        ("ignore_robots = true", "1: ignore_robots is not for a file", "--ignore-robots"),
        ("output.html = '../x.html'", "1: output.html would write outside", "command line"),
        ("save = '~/../x'", "1: save would write outside", "command line"),
        ("output.json = '.git/hooks/x'", "1: output.json would write outside", "command line"),
        ("save = '~nobody-here/x'", "1: save: there is no such home", ""),
        ("url = 'a'\nurl = 'b'", "(at end of document)", "written twice"),
        ("url = www.town.go.th", "not readable as TOML", "texts stand in quotes"),
        ("x = " + "[" * 5_000, "too deep", ""),
        ("a." * 100_000 + "b = 1", "a key of too many parts", ""),
        ("x = {" + "'a' . " * 40_000 + "b = 1}", "a key of too many parts", ""),
        ("x = " + "1" * 5_000, "not readable as TOML", ""),
        ("#" * 300_000, "more than 256,000 bytes are no settings", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_one_line_with_file_line_key_and_remedy(
    run: Run, text: str, line: str, hint: str
) -> None:
    write(text)

    code, out, err = run("scan", "a.go.th")

    assert (code, out) == (2, "")
    said = err.splitlines()
    assert said[0].startswith("oit-audit: oit-audit.toml: ")
    assert line in said[0]
    assert hint in "".join(said[1:])
    assert len(said) <= 2
    assert "\x1b" not in err


@pytest.mark.parametrize(
    ("variable", "value", "line"),
    [
        ("MAX_PAGES", "many", 'max_pages must be a whole number of at least 1, not "many"'),
        ("MAX_PAGES", "0", "max_pages must be a whole number of at least 1, not 0"),
        ("NO_OCR", "perhaps", 'no_ocr must be true or false, without quotes, not "perhaps"'),
        ("FAIL_ON", "missing,bad", 'fail_on must be a list like ["missing"'),
        ("OUTPUT", "html", 'output must be a table like {html = "report.html"}, not "html"'),
        ("OUTPUT", "pdf=a.pdf", "there is no report format output.pdf"),
        ("DELAY", "inf", "delay must be a number of at least 0"),
        ("YEAR", "2023", "year: no checklist for 2023"),
        ("URL", "not a url", "url: 'not a url' is not a web address"),
    ],
)
def test_a_variable_is_checked_as_the_file_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, line: str
) -> None:
    monkeypatch.setenv("OIT_AUDIT_URL", "a.go.th")
    monkeypatch.setenv(f"OIT_AUDIT_{variable}", value)

    for command in (["scan"], ["config", "show"]):
        code, out, err = run(*command)

        assert (code, out) == (2, "")
        thai, _, english = err.splitlines()[0].partition(" · ")
        assert thai.startswith(f"oit-audit: OIT_AUDIT_{variable}: ")
        assert english.startswith(f"OIT_AUDIT_{variable}: {line}")


def test_a_year_or_an_address_that_cannot_be_used_names_the_line(run: Run) -> None:
    write("year = 2023\n\nurl = 'not a url'")
    for command in (["scan"], ["config", "show"]):
        code, _, err = run(*command)
        assert code == 2
        assert any(
            each in err for each in ("toml: line 1: year: no checklist for 2023", "line 3: url")
        )
    write("waivers = 'none.yaml'\nurl = 'a.go.th'\noutput.html = 'none/a.html'")
    assert "oit-audit.toml: line 3: output: cannot write" in run("scan")[2]
    assert (
        "oit-audit.toml: line 1: waivers: cannot read none.yaml" in run("scan", "-o", "json=-")[2]
    )
    write("year = 2023\nurl = 'a.go.th'")
    assert "oit-audit.toml" not in run("scan", "--year", "2024")[2].splitlines()[-2]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_a_mark_of_notepad_and_its_line_ends_do_no_harm(run: Run, encoding: str) -> None:
    write('max_pages = 7\r\nname = "เทศบาล"\r\n', encoding=encoding)

    told = shown(run)

    assert told["max_pages"][0::2] == (7, "oit-audit.toml: line 1")
    assert told["name"][0::2] == ("เทศบาล", "oit-audit.toml: line 2")


@pytest.mark.parametrize(("encoding", "line"), [("cp874", 2), ("utf-16", 1)])
def test_another_encoding_is_told_with_its_remedy(run: Run, encoding: str, line: int) -> None:
    write('max_pages = 7\nname = "เทศบาล"\n', encoding=encoding)

    code, _, err = run("scan", "a.go.th")

    assert code == 2
    assert f"oit-audit.toml: line {line} is not UTF-8" in err
    assert "Notepad" in err


def test_what_is_no_file_is_one_line(run: Run) -> None:
    Path("oit-audit.toml").mkdir()
    assert "cannot read oit-audit.toml: Is a directory" in run("scan", "a.go.th")[2]
    Path("oit-audit.toml").rmdir()
    assert "cannot read none.toml: No such file" in run("scan", "--config", "none.toml")[2]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_links_that_lead_round_or_out_are_told(run: Run, tmp_path: Path) -> None:
    Path("oit-audit.toml").symlink_to("loop")
    Path("loop").symlink_to("oit-audit.toml")
    code, _, err = run("scan", "a.go.th")
    assert code == 2
    assert "cannot read oit-audit.toml: Too many levels" in err
    Path("oit-audit.toml").unlink()

    Path("out").symlink_to(tmp_path.parent)
    write("output.html = 'out/page.html'")
    assert "output.html would write outside" in run("scan", "a.go.th")[2]


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="whoever may read everything cannot be refused",
)
def test_a_file_that_may_not_be_read_is_told(run: Run) -> None:
    write("max_pages = 1").chmod(0)
    assert "cannot read oit-audit.toml: Permission denied" in run("scan", "a.go.th")[2]


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("[project]\nname = 'x'", False),
        ("this is no TOML at all", False),
        ("[tool.oit-audit]", True),
    ],
)
def test_a_pyproject_of_others_is_left_alone(run: Run, text: str, used: bool) -> None:
    write(text, "pyproject.toml")
    code, _, err = run("config", "show")
    assert (code, "pyproject.toml" in err) == (0, used)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[tool.oit-audit]\nmax_page = 1", "pyproject.toml: line 2: there is no key max_page"),
        ("[tool.oit-audit\n", "pyproject.toml: not readable as TOML"),
        ("[tool.oit_audit]\nmax_pages = 1", "pyproject.toml: there is no [tool.oit-audit] in it"),
    ],
)
def test_a_pyproject_that_speaks_to_us_must_be_understood(run: Run, text: str, line: str) -> None:
    write(text, "pyproject.toml")
    code, _, err = run("config", "show")
    assert (code, line in err) == (2, True)


def test_places_of_a_file_are_told_from_its_folder(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(".git").mkdir()
    Path("below").mkdir()
    write(
        "waivers = 'w.yaml'\nprevious = '~/old'\nsave = 'new'\n"
        "output = {html = 'r.html', json = '-'}"
    )
    monkeypatch.chdir("below")

    told = {name: value for name, (value, *_) in shown(run).items()}

    assert told["waivers"] == str(Path("../w.yaml"))
    assert told["previous"] == str(Path.home() / "old")
    assert told["save"] == str(Path("../new"))
    assert told["output"] == {"html": str(Path("../r.html")), "json": "-"}


def test_help_is_to_be_had_with_a_broken_file(run: Run) -> None:
    write("broken")
    for command in ("scan", "verify"):
        code, out, _ = run(command, "--help")
        assert (code, "--config" in out) == (0, True)
    assert run("checklist", "list")[0] == 0


def test_passwords_are_not_shown(run: Run) -> None:
    write('url = "https://clerk:secret@www.town.go.th/"\n')
    for arguments in ([], ["--json"]):
        _, out, _ = run("config", "show", *arguments)
        assert "www.town.go.th" in out
        assert "secret" not in out + run("config", "show", "b.go.th", *arguments)[2]


def test_what_a_file_says_of_one_site_does_not_hold_for_another(
    run: Run, empty: SiteServer
) -> None:
    write(
        'url = "https://www.town.go.th/"\nname = "เทศบาลอื่น"\nkind = "province"\nyear = 2566\n'
        'waivers = "w.yaml"\nsave = "kept"\n'
    )
    Path("w.yaml").write_text("waivers: [{item: o1, reason: x}]", encoding="utf-8")

    code, out, err = run("scan", empty.url, *ASKED, "--delay", "0", "-o", "json=-")

    audit = json.loads(out)
    assert code == 0
    assert (audit["organisation"]["name"], audit["organisation"]["kind"]) != (
        "เทศบาลอื่น",
        "province",
    )
    assert audit["checklist"]["fiscal_year"] == 2566
    assert audit["items"][0]["waiver"] is None
    assert not Path("kept").exists()
    assert "does not hold for" in err
    assert "name, kind, waivers, save" in err
    assert shown(run, "http://town.go.th/news")["name"][0] == "เทศบาลอื่น"
    assert shown(run, "http://town2.go.th")["name"][0] is None


def test_each_site_is_spoken_of_by_whoever_names_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write('url = "a.go.th"\nname = "ก"\nkind = "province"\n')
    monkeypatch.setenv("OIT_AUDIT_URL", "b.go.th")
    monkeypatch.setenv("OIT_AUDIT_NAME", "ข")

    assert [shown(run)[name][0] for name in ("url", "name", "kind")] == ["b.go.th", "ข", None]
    told = shown(run, "a.go.th")
    assert [told[name][0] for name in ("url", "name", "kind")] == ["a.go.th", None, "province"]


def test_the_language_of_the_environment_holds_for_every_command(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "fiscal year 2566" not in run("checklist", "show", "2566")[1]
    monkeypatch.setenv("OIT_AUDIT_LANG", "en")
    assert "fiscal year 2566" in run("checklist", "show", "2566")[1]
    assert "fiscal year 2566" not in run("checklist", "show", "2566", "--lang", "th")[1]


def test_a_snapshot_is_judged_by_the_settings_of_its_site(run: Run, empty: SiteServer) -> None:
    base = f'url = "{empty.url}"\nname = "เทศบาลของเรา"\nyear = 2566\n'
    write(f'{base}delay = 0\nsave = "kept"\nprevious = "kept"\n')
    assert "kept" in run("scan", *ASKED)[2]  # nothing to go on from yet
    write(f'{base}delay = 0\nsave = "kept"\n')
    assert run("scan", *ASKED, "-o", "json=-")[0] == 0

    code, out, err = run("scan", "--from", "kept", *ASKED, "-o", "json=-")
    assert (code, json.loads(out)["organisation"]["name"]) == (0, "เทศบาลของเรา")
    write('url = "https://other.go.th/"\nname = "เทศบาลอื่น"\nyear = 2566\n')
    code, out, err = run("scan", "--from", "kept", *ASKED, "-o", "json=-")
    assert (code, json.loads(out)["organisation"]["name"]) == (0, "เทศบาลของเรา")
    assert "does not hold for" in err


def test_verify_finds_site_and_list_in_the_file(run: Run, empty: SiteServer) -> None:
    Path("mine.csv").write_text("item,url\no1,/about\n", encoding="utf-8")
    Path("other.csv").write_text("item,url\no2,/about\no3,/x\n", encoding="utf-8")
    base = f'url = "{empty.url}"\nyear = 2566\ndelay = 0\nno_ocr = true\n'
    write(f'{base}[verify]\nlinks = "mine.csv"\nlinks_only = true\n')
    told = (*ASKED, "-o", "json=-")

    def counted(*arguments: str) -> int:
        code, out, err = run("verify", *arguments, *told)
        assert code == 0, err
        return len(json.loads(out)["links"])

    assert counted() == 1
    assert counted("other.csv") == 2
    assert counted(empty.url) == 1
    assert counted(empty.url, "other.csv") == 2
    code, _, err = run("verify", "https://b.go.th/", *told)
    assert (code, "say the home page and the list" in err) == (2, True)
    write(base)
    assert counted("other.csv", "--links-only") == 2
    assert run("verify", *told)[0] == 2
    write('[verify]\nlinks = "mine.csv"\nlinks_only = true\n')
    assert counted(empty.url, "--year", "2566", "--delay", "0", "--save", "kept") == 1
    assert counted("--from", "kept", "--year", "2566") == 1
    assert run("verify", *told)[0] == 2
    write('url = "b.go.th"\n[verify]\nlinks = "mine.csv"\n')
    code, _, err = run("verify", "--from", "kept", "--year", "2566", *told)
    assert (code, "the list that is set is that of another site" in err) == (2, True)


def test_the_schema_is_printed_for_editors(run: Run) -> None:
    code, out, _ = run("config", "schema")

    properties = json.loads(out)["properties"]
    assert code == 0
    assert properties["max_pages"]["minimum"] == 1
    assert "หน้า" in properties["max_pages"]["description"]
    assert "allow_private" not in properties
