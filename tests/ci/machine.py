"""A machine that runs an action and a workflow as GitHub does: the same lines, in the same shell.

Steps with `run` are really run, by `bash --noprofile --norc -eo pipefail`, with the files that a
step writes to. Steps with `uses` are played: a checkout copies files, a cache keeps folders from
one run to the next, uploads are kept and counted. All values pass as strings.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.ci.expressions import filled, holds, looked_up

SHELL = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")


@dataclass
class Step:
    """What became of one step."""

    name: str
    outcome: str = "skipped"
    code: int = 0
    log: str = ""
    outputs: dict[str, str] = field(default_factory=dict)


@dataclass
class Ran:
    """What became of a run."""

    steps: list[Step] = field(default_factory=list)
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""

    @property
    def went_well(self) -> bool:
        """Did no step fail?"""
        return all(step.outcome != "failure" for step in self.steps)

    @property
    def log(self) -> str:
        """All that was said."""
        return "\n".join(step.log for step in self.steps)

    def step(self, name: str) -> Step:
        """Return the step of this name."""
        return next(step for step in self.steps if step.name == name)

    def code(self) -> int:
        """Return the exit code of the step that failed, 0 if none did."""
        return next((step.code for step in self.steps if step.outcome == "failure"), 0)


@dataclass
class Machine:
    """One run after the other in a clean workspace; caches and uploads stay."""

    folder: Path
    repository: Path
    """The files of whoever uses the action."""

    action: Path
    """The folder of `action.yml`."""

    programs: Path
    """A folder of programs that are found before others."""

    secrets: Mapping[str, str] = field(default_factory=dict)
    runs: int = 0
    uploads: dict[str, Path] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    """SARIF files that were uploaded."""

    pythons: list[str] = field(default_factory=list)

    def use(self, **inputs: str) -> Ran:
        """Run the action alone, as a step of a workflow would after a checkout."""
        ran = Ran()
        self._begin()
        shutil.copytree(self.repository, self.workspace, dirs_exist_ok=True)
        self._action({key.replace("_", "-"): text for key, text in inputs.items()}, ran)
        return ran

    def work(self, workflow: Path, job: str, **said: str) -> Ran:
        """Run a job of a workflow; `said` are the inputs of whoever starts it by hand."""
        self._begin()
        written = yaml.safe_load(workflow.read_text(encoding="utf-8"))
        described = written["jobs"][job]
        ran = Ran()
        known: dict[str, Any] = {
            "inputs": said,
            "secrets": self.secrets,
            "vars": {},
            "github": self._github(),
            "env": {**written.get("env", {}), **described.get("env", {})},
        }
        self._steps(described["steps"], known, ran, self._played)
        return ran

    @property
    def workspace(self) -> Path:
        """Where the steps of this run work."""
        return self.folder / f"run-{self.runs}" / "work"

    def _begin(self) -> None:
        self.runs += 1
        self.workspace.mkdir(parents=True)
        (self.workspace.parent / "temp").mkdir()

    def _github(self) -> dict[str, str]:
        return {
            "run_id": str(1_000 + self.runs),
            "run_attempt": "1",
            "repository": "someone/somewhere",
            "server_url": "https://github.com",
            "workflow": "oit",
            "ref": "refs/heads/main",
            "token": "t0ken",
        }

    def _action(self, inputs: Mapping[str, str], ran: Ran) -> dict[str, str]:
        action = yaml.safe_load((self.action / "action.yml").read_text(encoding="utf-8"))
        unknown = set(inputs) - set(action["inputs"])
        assert not unknown, f"the action takes no {unknown}"
        asked = {name: each["default"] for name, each in action["inputs"].items()} | dict(inputs)
        known: dict[str, Any] = {
            "inputs": asked,
            "github": {**self._github(), "action_path": str(self.action)},
            "env": {},
        }
        look = self._steps(action["runs"]["steps"], known, ran, self._played)
        ran.outputs = {
            name: filled(each["value"], look) for name, each in action["outputs"].items()
        }
        return ran.outputs

    def _steps(
        self,
        steps: list[dict[str, Any]],
        known: dict[str, Any],
        ran: Ran,
        play: Callable[[str, Mapping[str, str], Ran], dict[str, str]],
    ) -> Callable[[str], str]:
        known["steps"] = {}
        known["runner"] = {"temp": str(self.workspace.parent / "temp"), "os": "Linux"}
        well = True

        def look(path: str) -> str:
            return looked_up(known, path)

        for written in steps:
            step = Step(written.get("name", written.get("uses", "")))
            if holds(written.get("if", ""), look, well_so_far=well):
                variables = {**known["env"], **written.get("env", {})}
                environment = {name: filled(text, look) for name, text in variables.items()}
                if "run" in written:
                    assert "${{" not in written["run"], "an expression within a shell"
                    self._run(written["run"], environment, step, ran)
                else:
                    said = {n: filled(text, look) for n, text in written.get("with", {}).items()}
                    before = len(ran.steps)
                    step.outputs = play(written["uses"], said, ran)
                    inner = ran.steps[before:]
                    failed = any(each.outcome == "failure" for each in inner)
                    step.outcome = "failure" if failed else "success"
                    step.code = next((e.code for e in inner if e.outcome == "failure"), 0)
                well = well and (
                    step.outcome == "success" or bool(written.get("continue-on-error"))
                )
            ran.steps.append(step)
            if "id" in written:
                known["steps"][written["id"]] = {"outputs": step.outputs, "outcome": step.outcome}
        return look

    def _run(self, lines: str, variables: Mapping[str, str], step: Step, ran: Ran) -> None:
        temp = self.workspace.parent / "temp"
        script, output, summary = temp / "step.sh", temp / "output", temp / "summary"
        script.write_text(lines, encoding="utf-8")
        for each in (output, summary):
            each.write_text("")
        kept = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
        given = {
            **kept,
            "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(temp),
            **variables,
        }
        done = subprocess.run(
            [*SHELL, str(script)],
            cwd=self.workspace,
            env=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=300,
        )
        step.code, step.log = done.returncode, done.stdout.decode("utf-8", "replace")
        step.outcome = "failure" if done.returncode else "success"
        step.outputs = dict(_written(output.read_text(encoding="utf-8")))
        ran.summary += summary.read_text(encoding="utf-8")

    def _played(self, uses: str, said: Mapping[str, str], ran: Ran) -> dict[str, str]:
        name = uses.partition("@")[0]
        if name.endswith("/oit-audit"):
            return self._action(said, ran)
        if name == "actions/checkout":
            shutil.copytree(self.repository, self.workspace, dirs_exist_ok=True)
        elif name == "actions/setup-python":
            self.pythons.append(said["python-version"])
        elif name == "actions/cache/restore":
            return self._restored(said)
        elif name == "actions/cache/save":
            shutil.copytree(self.workspace / said["path"], self._cache / said["key"])
        elif name == "actions/upload-artifact":
            self._upload(said)
        elif name == "github/codeql-action/upload-sarif":
            self.findings.append((self.workspace / said["sarif_file"]).read_text(encoding="utf-8"))
        else:
            raise AssertionError(f"nobody plays {uses}")
        return {}

    @property
    def _cache(self) -> Path:
        return self.folder / "cache"

    def _restored(self, said: Mapping[str, str]) -> dict[str, str]:
        known = sorted(self._cache.iterdir(), key=lambda path: path.stat().st_mtime_ns) if (
            self._cache.is_dir()
        ) else []  # fmt: skip
        for prefix in (said["key"], *said.get("restore-keys", "").split()):
            for kept in reversed(known):
                if kept.name.startswith(prefix):
                    shutil.copytree(kept, self.workspace / said["path"], dirs_exist_ok=True)
                    return {"cache-matched-key": kept.name}
        return {}

    def _upload(self, said: Mapping[str, str]) -> None:
        kept = self.folder / "uploads" / str(self.runs) / said["name"]
        kept.mkdir(parents=True)
        lines = [line.strip() for line in said["path"].splitlines() if line.strip()]
        found = [path for line in lines for path in self.workspace.glob(line)]
        assert found or said.get("if-no-files-found") == "ignore", f"nothing at {lines}"
        for path in found:
            if path.is_dir():
                shutil.copytree(path, kept / path.name)
            else:
                shutil.copy(path, kept / path.name)
        self.uploads[said["name"]] = kept


def _written(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a step wrote to its file of outputs; ours write only `name=value`."""
    for line in text.splitlines():
        found = re.fullmatch(r"([\w-]+)=(.*)", line)
        assert found, f"not an output: {line!r}"
        yield found[1], found[2]
