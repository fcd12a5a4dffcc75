"""What documents and editors are told of settings is what holds."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import typer.main

from oit_audit.cli import app, configuration
from oit_audit.cli.config import helps
from oit_audit.cli.configuration import Key, all_keys, described_schema, key_of
from oit_audit.cli.configuration.asking import word_of
from oit_audit.cli.configuration.complaints import Wrong, checked, expected
from oit_audit.cli.configuration.variables import read_variables

ROOT = Path(__file__).resolve().parents[2]
PAGE, SCHEMA = ROOT / "docs" / "configuration.md", ROOT / "docs" / "oit-audit.schema.json"
KEYS = re.compile(r"(?<=<!-- keys: )(.*? -->\n)(.*?)(?=<!-- end of keys -->)", re.DOTALL)

SAID_EACH_TIME = {
    *("today", "from", "resume", "config", "isolated", "help"),
    *("quiet", "verbose", "log-file"),
}
"""Options that are no settings."""

PARAMETERS = {
    name: typer.main.get_command(app).commands[name].params  # type: ignore[attr-defined]  # a group
    for name in ("scan", "verify")
}


def default(key: Key) -> object:
    return next((each.default for each in PARAMETERS["scan"] if key_of(each, "scan") == key), None)


def usual(key: Key) -> str:
    """Return the default of a key as a file would have it, for the table."""
    value = default(key)
    if value in (None, ""):
        return ""
    plain = int(value) if isinstance(value, float) and value.is_integer() else value
    return f"`{json.dumps(plain)}`"


def table() -> str:
    words = helps()
    head = "| key | it is | default | variable | what it does |\n|---|---|---|---|---|\n"
    rows = []
    for name, key in all_keys().items():
        kind = expected(key).en + (" (not in a file)" if key.mark.door else "")
        told = words[name].partition(": json")[0]
        rows.append(f"| `{name}` | {kind} | {usual(key)} | `{key.variable}` | {told} |\n")
    return head + "".join(rows)


def test_the_page_has_every_key_with_its_default_and_its_variable() -> None:
    text = PAGE.read_text(encoding="utf-8")
    whole = KEYS.sub(lambda found: f"{found[1]}{table()}", text)
    if os.environ.get("OIT_AUDIT_ACCEPT"):
        PAGE.write_text(whole, encoding="utf-8", newline="\n")
        text = whole
    assert text == whole, "docs/configuration.md is behind; OIT_AUDIT_ACCEPT=1 writes it anew"


def test_the_schema_for_editors_is_what_the_program_prints() -> None:
    printed = json.dumps(described_schema(helps()), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("OIT_AUDIT_ACCEPT"):
        SCHEMA.write_text(printed, encoding="utf-8", newline="\n")
    kept = SCHEMA.read_text(encoding="utf-8") if SCHEMA.exists() else ""
    assert kept == printed, "docs/oit-audit.schema.json is behind; OIT_AUDIT_ACCEPT=1 writes it"


def test_every_option_of_an_audit_is_a_key_or_is_said_each_time() -> None:
    for command, parameters in PARAMETERS.items():
        without = {word_of(each) for each in parameters if key_of(each, command) is None}
        assert without <= SAID_EACH_TIME
    known = {key_of(each, name) for name, every in PARAMETERS.items() for each in every}
    assert set(all_keys().values()) <= known
    assert set(helps()) == set(all_keys())
    assert all(helps().values())


def test_a_key_has_the_bounds_of_its_option() -> None:
    for each in PARAMETERS["scan"]:
        key = key_of(each, "scan")
        if key is not None and key.shape in ("number", "whole number") and key.name != "year":
            assert (key.least, key.most) == (getattr(each, "min", None), getattr(each, "max", None))


def examples() -> list[dict[str, Any]]:
    text = PAGE.read_text(encoding="utf-8")
    found = [tomllib.loads(body) for body in re.findall(r"```toml\n(.*?)```", text, re.DOTALL)]
    return [each for each in found if each]


def test_the_file_on_the_page_can_be_used_and_editors_agree() -> None:
    jsonschema.Draft202012Validator.check_schema(described_schema(helps()))
    (example,) = examples()
    assert set(checked(example)) >= {"url", "output", "verify.links"}
    jsonschema.validate(example, described_schema(helps()))


@pytest.mark.parametrize(
    "text",
    [
        "max_page = 1",
        "max_pages = 0",
        "max_pages = 'a'",
        "fail_on = ['bad']",
        "output = {pdf = 'a'}",
        "kind = 'x'",
        "[verify]\nlink = 'a'",
        "name = ''",
        "contact = 'ติดต่อ'",
    ],
)
def test_editors_mark_what_the_program_refuses(text: str) -> None:
    said = tomllib.loads(text)
    with pytest.raises(Wrong):
        checked(said)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(said, described_schema(helps()))


def test_each_variable_on_the_page_is_read() -> None:
    samples = {"number": "1", "truth": "yes", "table": "html=a"}
    for name, key in all_keys().items():
        least = str(max(2, int(key.least or 0))) if key.shape == "whole number" else None
        text = least or samples.get(key.shape) or (key.known[0] if key.known else "a")
        assert list(read_variables({key.variable: text})) == [name]


def test_every_part_is_a_file_of_the_room() -> None:
    folder = Path(str(configuration.__file__)).parent
    assert {path.stem for path in folder.glob("*.py")} == {"__init__", *configuration.PARTS}
