"""No output changes its structure without another version."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from oit_audit import __version__, report
from oit_audit.checklists import load_checklist
from oit_audit.model import Audit, Changes
from oit_audit.report import FORMATS, Explained, Format, Reader, as_json
from oit_audit.report.change import CHANGE_FORMATS
from tests.report import audits, changed
from tests.report.shapes import FOLDER, RELEASED, keeps_its_shape, of_json, released, shape

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "formats.md"
IDS = re.compile(r"oit-audit/\w+/v\d+")


def written(form: Format[Audit]) -> bytes:
    return form.render(audits.every_status(), Reader("en", "oit-audit.toml"))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_keeps_the_structure_of_its_version(form: Format[Audit]) -> None:
    keeps_its_shape(form.name, form.version, shape(form.suffix, written(form)))


@pytest.mark.parametrize("form", CHANGE_FORMATS, ids=lambda form: form.name)
def test_a_format_of_changes_keeps_the_structure_of_its_version(form: Format[Changes]) -> None:
    data = form.render(changed.everything(), Reader("en"))
    keeps_its_shape(f"diff-{form.name}", form.version, shape(form.suffix, data))


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


def test_the_page_has_every_format_with_its_version() -> None:
    text = PAGE.read_text(encoding="utf-8")
    within = re.compile(r"(?<=<!-- formats: )(.*? -->\n).*?(?=<!-- end of formats -->)", re.DOTALL)
    whole = within.sub(lambda found: f"{found[1]}{table()}", text)
    if os.environ.get("OIT_AUDIT_ACCEPT"):
        PAGE.write_text(whole, encoding="utf-8", newline="\n")
        text = whole
    assert text == whole, "docs/formats.md is behind; OIT_AUDIT_ACCEPT=1 writes it anew"


def test_the_page_has_every_schema_of_json() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "oit_audit").rglob("*.py"))
    ours = {each for source in sources for each in IDS.findall(source)}
    assert ours == set(IDS.findall(PAGE.read_text(encoding="utf-8")))
