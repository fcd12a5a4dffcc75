"""The files for code hosts are what those take: schemas, shells, and nothing that is dangerous."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.conftest import ROOT

ACTION = ROOT / "action.yml"
EXAMPLES = ROOT / "docs" / "ci"
OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent

_FULL = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def loaded(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def steps(system: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the steps of the action and of the workflows, those on `system` alone if it is named.

    Each with the file that holds it.
    """
    yield from (("action.yml", step) for step in loaded(ACTION)["runs"]["steps"])
    for path in (EXAMPLES / "github.yml", *OURS):
        for job in loaded(path)["jobs"].values():
            if job["runs-on"].startswith(system):
                yield from ((path.name, step) for step in job["steps"])


def ran(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(w) for w in words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", ACTION),
        ("vendor.github-workflows", EXAMPLES / "github.yml"),
        *(("vendor.github-workflows", path) for path in OURS),
        ("vendor.gitlab-ci", EXAMPLES / "gitlab.yml"),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_a_file_is_as_its_schema_wants_it(schema: str, path: Path) -> None:
    done = ran(TOOLS / "check-jsonschema", "--builtin-schema", schema, path)
    assert done.returncode == 0, done.stdout


def test_nothing_dangerous_is_found_in_action_and_workflows(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    example = shutil.copy(EXAMPLES / "github.yml", folder)
    done = ran(TOOLS / "zizmor", "--offline", "--no-progress", ACTION, example, *OURS)
    assert done.returncode == 0, done.stdout


def test_what_comes_from_outside_reaches_a_shell_through_its_environment_alone() -> None:
    for name, step in steps():
        assert "${{" not in step.get("run", ""), (name, step["name"])


def test_everything_of_others_is_pinned_to_one_commit() -> None:
    used = [step["uses"] for _, step in steps() if "uses" in step]
    others = [each for each in used if not each.startswith("OWNER/")]
    assert len(others) > 6
    assert [each for each in others if not _FULL.fullmatch(each)] == []


def test_the_example_asks_for_few_rights() -> None:
    example = loaded(EXAMPLES / "github.yml")
    assert example["permissions"] == {}
    assert example["jobs"]["audit"]["permissions"] == {
        "contents": "read",
        "actions": "read",
        "security-events": "write",
        "issues": "write",
    }


def test_the_example_names_only_inputs_and_outputs_that_the_action_has() -> None:
    action, example = loaded(ACTION), EXAMPLES / "github.yml"
    (used,) = (step for _, step in steps() if step.get("uses", "").startswith("OWNER/"))
    assert set(used["with"]) <= set(action["inputs"])
    named = re.findall(r"steps\.audit\.outputs\.([\w-]+)", example.read_text(encoding="utf-8"))
    assert set(named) <= set(action["outputs"])


def test_every_line_for_a_shell_is_quoted(tmp_path: Path) -> None:
    scripts = [EXAMPLES / "cron.sh"]
    for number, (name, step) in enumerate(steps("ubuntu")):
        if "run" in step:
            scripts.append(tmp_path / f"{number}-{name}.sh")
            scripts[-1].write_text(f"#!/usr/bin/env bash\nset -eo pipefail\n{step['run']}\n")
    gitlab = tmp_path / "gitlab.sh"
    lines = loaded(EXAMPLES / "gitlab.yml")["oit-audit"]["script"]
    gitlab.write_text("#!/usr/bin/env bash\n" + "\n".join(lines) + "\n")
    done = ran(TOOLS / "shellcheck", "--severity=info", *scripts, gitlab)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_an_example_is_explained(path: Path) -> None:
    assert path.name == "README.md" or f"({path.name})" in (EXAMPLES / "README.md").read_text(
        encoding="utf-8"
    )


def test_the_page_tells_every_input_and_output() -> None:
    page = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    action = loaded(ACTION)
    for name in (*action["inputs"], *action["outputs"]):
        assert f"`{name}`" in page, name


def test_the_lines_of_windows_are_those_of_cron() -> None:
    """No PowerShell runs here: at least both call the program in the same way."""
    texts = [(EXAMPLES / name).read_text(encoding="utf-8") for name in ("cron.sh", "windows.ps1")]
    options = [set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) for text in texts]
    assert options[1] <= options[0]
