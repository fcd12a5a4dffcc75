"""No output changes its structure without another version."""

from __future__ import annotations

import importlib
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from oit_audit import __version__, report
from oit_audit.checklists import load_checklist
from oit_audit.model import Audit, Changes, Reckoning, Status
from oit_audit.report import (
    FORMATS,
    Explained,
    Format,
    Reader,
    as_json,
    plan_as_word,
    plan_as_workbook,
    plan_of,
    progress_as_word,
    progress_of,
)
from oit_audit.report.change import CHANGE_FORMATS
from oit_audit.report.plan import progress, word, workbook
from oit_audit.store import changes
from tests.report import audits, changed
from tests.report.shapes import FOLDER, RELEASED, keeps_its_shape, of_json, released, shape
from tests.two_audits import paper

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "formats.md"
IDS = re.compile(r"oit-audit/\w+/v\d+")
SURVEYS = Reckoning((91.7, 86.67, 86.7, 79.64, 83.11), (75.76, 80.18, 73.62), 77.99)


def written(form: Format[Audit]) -> bytes:
    return form.render(audits.every_status(), Reader("en", "oit-audit.toml"))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_keeps_the_structure_of_its_version(form: Format[Audit]) -> None:
    keeps_its_shape(form.name, form.version, shape(form.suffix, written(form)))


@pytest.mark.parametrize("form", CHANGE_FORMATS, ids=lambda form: form.name)
def test_a_format_of_changes_keeps_the_structure_of_its_version(form: Format[Changes]) -> None:
    data = form.render(changed.everything(), Reader("en"))
    keeps_its_shape(f"diff-{form.name}", form.version, shape(form.suffix, data))


PLANS = {
    "plan-docx": (".docx", word),
    "plan-xlsx": (".xlsx", workbook),
    "plan-progress": (".docx", progress),
}
"""What `oit-audit plan` writes: an office fills it in, and the program reads it back."""


def planned(name: str) -> bytes:
    audit = audits.every_status()
    plan = plan_of(audit, audit.today, load_checklist(audit.fiscal_year), SURVEYS)
    if name == "plan-progress":
        met = replace(audit.verdicts[1], status=Status.MET, evidence=(paper("new", "b"),))
        later = replace(audit, verdicts=(audit.verdicts[0], met, *audit.verdicts[2:]))
        later = replace(later, snapshot_id="sha256:" + "7" * 64)
        made = plan_of(later, later.today, load_checklist(later.fiscal_year), SURVEYS)
        return progress_as_word(progress_of(made, changes(audit, later)), "en")
    return plan_as_word(plan, "en") if name == "plan-docx" else plan_as_workbook(plan, "en")


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_keeps_the_structure_of_its_version(name: str) -> None:
    suffix, module = PLANS[name]
    keeps_its_shape(name, module.VERSION, shape(suffix, planned(name)))


def test_explanations_keep_the_structure_of_their_version() -> None:
    audit = audits.every_status()
    items = {item.id: item for item in load_checklist(audit.fiscal_year).items}
    told = as_json([Explained(audit, each, items.get(each.id)) for each in audit.verdicts])
    name, version = json.loads(told)["schema"].split("/")[1:]
    keeps_its_shape(name, int(version[1:]), of_json(told))


def test_a_document_with_the_name_of_its_schema_says_the_same_version() -> None:
    for form in FORMATS:
        found = set(IDS.findall(written(form).decode(errors="replace")))
        own = {each for each in found if each.startswith("oit-audit/audit/")}
        assert own <= {f"oit-audit/audit/v{form.version}"}
    assert (
        f"oit-audit/audit/v{report.format_named('json').version}"
        in written(report.format_named("json")).decode()
    )


def test_what_is_kept_belongs_to_a_format_and_to_no_later_version() -> None:
    versions = {form.name: form.version for form in FORMATS} | {"explanation": 1}
    versions |= {f"diff-{form.name}": form.version for form in CHANGE_FORMATS}
    versions |= {name: module.VERSION for name, (_, module) in PLANS.items()}
    for path in FOLDER.glob("*.txt"):
        if path.name != RELEASED:
            name, version = path.stem.split(".v")
            assert int(version) <= versions[name]


def test_a_release_fixes_the_structures_that_it_has() -> None:
    kept = [path.stem for path in sorted(FOLDER.glob("*.v*.txt"))]
    known, *fixed = released()
    if os.environ.get("OIT_AUDIT_ACCEPT") and known != __version__:
        lines = [f"# as of release {__version__}", *kept]
        (FOLDER / RELEASED).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        known, fixed = __version__, kept
    assert known == __version__, "a new release: OIT_AUDIT_ACCEPT=1 fixes the structures it has"
    assert set(fixed) <= set(kept)


def test_another_structure_is_another_version_once_it_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OIT_AUDIT_ACCEPT", raising=False)
    with pytest.raises(AssertionError, match=r"no structure of x\.v1 is kept"):
        keeps_its_shape("x", 1, ["a"], tmp_path)
    monkeypatch.setenv("OIT_AUDIT_ACCEPT", "1")
    keeps_its_shape("x", 1, ["a"], tmp_path)
    keeps_its_shape("x", 1, ["a", "b"], tmp_path)
    (tmp_path / RELEASED).write_text("# as of release 9\nx.v1\n", encoding="utf-8")

    with pytest.raises(AssertionError, match=r"raise `version` of x.*gone: \['b'\], new: \['c'\]"):
        keeps_its_shape("x", 1, ["a", "c"], tmp_path)
    keeps_its_shape("x", 2, ["a", "c"], tmp_path)
    monkeypatch.delenv("OIT_AUDIT_ACCEPT")
    keeps_its_shape("x", 1, ["a", "b"], tmp_path)
    with pytest.raises(AssertionError, match="in no release yet"):
        keeps_its_shape("x", 2, ["a"], tmp_path)


def test_a_structure_sees_what_a_program_would_miss() -> None:
    assert shape(".json", b'{"a": [{"b": 1}, {"b": null}]}') == [
        ".: object", "a: list", "a[]: object", "a[].b: null | number",
    ]  # fmt: skip
    assert shape(".csv", b"\xef\xbb\xbfitem,url\no1,x\n") == ["item", "url"]
    assert shape(".xml", b'<a><property name="k" value="1"/></a>') == [
        "a", "a/property=k", "a/property@name", "a/property@value",
    ]  # fmt: skip
    assert shape(".html", b"<p id=o12 data-status=met>x</p>") == ["#oN", "p@data-status"]
    assert shape(".md", b"# A 1\n\n|a|b|\n|-|-|\n|1|2|\n") == ["heading 1", "|a|b|"]


def table() -> str:
    """Return the rows of docs/formats.md, from the formats themselves."""
    lines = ["| format | version | file | what it is |", "|---|---|---|---|"]
    for form in FORMATS:
        module = __import__(form.render.__module__, fromlist=["FORMAT"])
        what = str(module.__doc__).strip().partition("\n\n")[0].replace("\n", " ")
        lines.append(f"| `{form.name}` | {form.version} | `{form.suffix}` | {what} |")
    return "\n".join(lines) + "\n"


def others() -> str:
    """Return the rows of what other commands write, from the parts themselves."""
    lines = ["| written by | version | file | what it is |", "|---|---|---|---|"]
    parts = [
        (f"`diff -o {form.name}=…`", form.version, form.suffix, form.render.__module__)
        for form in CHANGE_FORMATS
    ]
    asked = {"plan-progress": "plan --previous OLD.json -o …"}
    for name, (suffix, module) in PLANS.items():
        words = f"`{asked.get(name, 'plan -o …')}`"
        parts.append((words, module.VERSION, suffix, module.__name__))
    for words, version, suffix, module_name in parts:
        what = str(importlib.import_module(module_name).__doc__).strip().partition("\n\n")[0]
        lines.append(f"| {words} | {version} | `{suffix}` | {' '.join(what.split())} |")
    return "\n".join(lines) + "\n"


def test_the_page_has_every_format_with_its_version() -> None:
    text = whole = PAGE.read_text(encoding="utf-8")
    for name, rows in (("formats", table()), ("others", others())):
        within = re.compile(rf"(<!-- {name}: .*? -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)
        whole, count = within.subn(lambda found, rows=rows: f"{found[1]}{rows}", whole)  # type: ignore[misc]
        assert count == 1
    if os.environ.get("OIT_AUDIT_ACCEPT"):
        PAGE.write_text(whole, encoding="utf-8", newline="\n")
        text = whole
    assert text == whole, "docs/formats.md is behind; OIT_AUDIT_ACCEPT=1 writes it anew"


def test_the_page_has_every_schema_of_json() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "oit_audit").rglob("*.py"))
    ours = {each for source in sources for each in IDS.findall(source)}
    assert ours == set(IDS.findall(PAGE.read_text(encoding="utf-8")))
