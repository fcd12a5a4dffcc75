"""Whatever is said by whom: the command line goes before the environment, that before the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from oit_audit.cli import config
from oit_audit.cli.configuration import all_keys
from oit_audit.cli.configuration.complaints import Wrong, checked
from oit_audit.cli.configuration.files import read
from oit_audit.cli.configuration.lines import line_of
from oit_audit.errors import InputError

SAMPLES: Mapping[str, st.SearchStrategy[Any]] = {
    "max_pages": st.integers(1, 10**6),
    "max_foreign": st.integers(0, 10**6),
    "fail_under": st.integers(0, 100).map(float),
    "jitter": st.integers(0, 600).map(lambda n: n / 10),
    "no_ocr": st.booleans(),
    "strict_tls": st.booleans(),
    "lang": st.sampled_from(["th", "en"]),
    "kind": st.sampled_from(["municipality", "province"]),
    "name": st.text("กขคงabc #'\"=[]\\", min_size=1, max_size=12).filter(lambda t: t.strip() == t),
    "fail_on": st.lists(st.sampled_from(["missing", "stale", "met"]), min_size=1, unique=True),
    "output": st.dictionaries(st.sampled_from(["json", "html"]), st.just("a.b"), min_size=1),
}
DEFAULTS = {"lang": "th", "max_pages": 3000, "max_foreign": 200, "jitter": 0.0}
FLAGS = {"no_ocr": ("--no-ocr", "--ocr"), "strict_tls": ("--strict-tls", "--no-strict-tls")}

said = st.fixed_dictionaries({}, optional=dict(SAMPLES))
app = typer.Typer()
config.register(app)
app.callback()(lambda: None)


def as_toml(values: Mapping[str, Any]) -> str:
    lines = []
    for name, value in values.items():
        if isinstance(value, dict):
            lines += [f"{name}.{key} = {json.dumps(each)}" for key, each in value.items()]
        else:
            lines.append(f"{name} = {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines)


def as_variable(value: Any) -> str:
    if isinstance(value, dict):
        return ",".join(f"{key}={each}" for key, each in value.items())
    return ",".join(value) if isinstance(value, list) else str(value)


def as_arguments(values: Mapping[str, Any]) -> list[str]:
    arguments = []
    for name, value in values.items():
        option = f"--{name.replace('_', '-')}"
        if name in FLAGS:
            arguments.append(FLAGS[name][0 if value else 1])
        elif isinstance(value, dict):
            arguments += [f"{option}={key}={each}" for key, each in value.items()]
        elif isinstance(value, list):
            arguments += [f"{option}={each}" for each in value]
        else:
            arguments.append(f"{option}={value}")
    return arguments


@given(said, said, said)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_of_all_that_is_said_the_last_word_counts(
    tmp_path: Path,
    of_file: dict[str, Any],
    of_environment: dict[str, Any],
    of_command_line: dict[str, Any],
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(as_toml(of_file), encoding="utf-8")
    variables = {all_keys()[name].variable: as_variable(v) for name, v in of_environment.items()}
    command = ["config", "show", "--json", "--config", str(file), *as_arguments(of_command_line)]

    result = CliRunner().invoke(app, command, env=variables, catch_exceptions=False)

    told = {each["key"]: each for each in json.loads(result.stdout)["settings"]}
    everyone: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("command line", of_command_line),
        ("environment", of_environment),
        ("file", of_file),
        ("default", DEFAULTS),
    )
    for name in SAMPLES:
        who, values = next(
            ((who, values) for who, values in everyone if name in values), ("default", {})
        )
        value: Any = values.get(name, False if name in FLAGS else None)
        if name == "output" and who == "file":
            value = {key: str(tmp_path / each) for key, each in value.items()}
        assert (told[name]["value"], told[name]["source"]) == (value, who)


@given(said, st.lists(st.sampled_from(["", "# max_pages = 3", "#'''", "# [verify]"])))
@settings(max_examples=60)
def test_every_key_is_found_on_its_line(values: dict[str, Any], above: list[str]) -> None:
    written = as_toml(values)
    text = "\n".join([*above, written])
    for name, value in values.items():
        path = (name, *value)[:2] if isinstance(value, dict) else (name,)
        expected = next(
            number
            for number, line in enumerate(text.split("\n"), 1)
            if line.startswith(f"{'.'.join(path)} =")
        )
        assert line_of(text, path) == expected


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_file_makes_more_than_one_line_of_trouble(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(data)
    trouble = ""
    try:
        read(file)
    except InputError as error:
        trouble = str(error)
    assert not trouble or trouble.startswith(f"{file}: ")


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(
    st.dictionaries(
        st.sampled_from([*all_keys(), "verify", "output"]) | st.text(max_size=9), _values
    )
)
def test_whatever_a_file_says_is_used_or_refused_with_the_key(raw: dict[str, Any]) -> None:
    trouble = None
    try:
        checked(raw)
    except Wrong as wrong:
        trouble = wrong
    assert trouble is None or trouble.path[0] in raw
    assert trouble is None or "\n" not in trouble.says.en
