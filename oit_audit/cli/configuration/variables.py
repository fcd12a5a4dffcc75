"""Settings from the environment: `OIT_AUDIT_MAX_PAGES=500`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from oit_audit.cli.configuration.complaints import Wrong, checked, nearest_word
from oit_audit.cli.configuration.files import STDOUT
from oit_audit.cli.configuration.keys import PREFIX, Key, all_keys
from oit_audit.cli.sentences import perhaps
from oit_audit.model import Text

CONFIG = f"{PREFIX}CONFIG"
"""Names the file, as `--config` does."""

_OTHERS = (CONFIG, *(PREFIX + each for each in ("LOG", "BROWSER", "SOFFICE", "TESSERACT")))

_YES = ("true", "1", "yes", "y", "on", "ใช่")
_NO = ("false", "0", "no", "n", "off", "ไม่", "ไม่ใช่")


def read_variables(environment: Mapping[str, str]) -> dict[str, object]:
    """Return what the environment sets, by the names of keys; an empty variable sets nothing.

    Raises:
        InputError: a value that the key cannot have; names the variable.
    """
    found: dict[str, object] = {}
    for name, key in all_keys().items():
        text = environment.get(key.variable, "").strip()
        if not text:
            continue
        try:
            found |= {name: _placed(key, checked(_nested(key, _value(key, text)))[name])}
        except Wrong as wrong:
            raise wrong.at(key.variable) from wrong
    return found


def unknown_variables(environment: Mapping[str, str]) -> dict[str, Text | None]:
    """Return the variables that look like ours and are not, each with the one perhaps meant."""
    known = [*(key.variable for key in all_keys().values()), *_OTHERS]
    ours = [name for name in environment if name.startswith(PREFIX) and name not in known]
    short = {each.removeprefix(PREFIX).lower(): each for each in known}
    return {name: _meant(name, short) for name in sorted(ours)}


def _meant(name: str, known: Mapping[str, str]) -> Text | None:
    word = nearest_word(name.removeprefix(PREFIX), known)
    return perhaps(known[word]) if word else None


def _nested(key: Key, value: object) -> dict[str, object]:
    for name in reversed(key.path):
        value = {name: value}
    return value if isinstance(value, dict) else {}


def _value(key: Key, text: str) -> object:
    """Return what `text` says; the text itself where it does not say such a thing."""
    readers: Mapping[str, Callable[[str], object]] = {
        "whole number": int,
        "number": float,
        "truth": _truth,
        "list": str.splitlines if key.mark.lines else _parts,
        "table": _pairs,
    }
    with suppress(ValueError):
        return readers.get(key.shape, str)(text)
    return text


def _truth(text: str) -> bool:
    if text.lower() in _NO:
        return False
    if text.lower() in _YES:
        return True
    raise ValueError(text)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,\n]", text) if part.strip()]


def _pairs(text: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in _parts(text)]
    if not all(equals for _, equals, _ in pairs):
        raise ValueError(text)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _placed(key: Key, value: object) -> object:
    if isinstance(value, dict):
        return {name: _home(str(each)) for name, each in value.items()}
    return _home(str(value)) if key.mark.reads or key.mark.writes else value


def _home(text: str) -> str:
    with suppress(RuntimeError):
        return text if text == STDOUT else str(Path(text).expanduser())
    return text
