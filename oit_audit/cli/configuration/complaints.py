"""What is wrong with a setting, as one line that says what would be right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from pydantic import ValidationError
from rapidfuzz import fuzz, process

from oit_audit.cli.configuration.keys import Key, Keys, all_keys, sections
from oit_audit.cli.sentences import after, perhaps, there_are
from oit_audit.errors import InputError
from oit_audit.model import Text
from oit_audit.report import FORMATS
from oit_audit.words import worded

_NEAR = 65
"""Of 100: how much alike two words are when one may be meant by the other."""

_PASSWORD = re.compile(r"(?<=://)[^/\s\"]*@")

_SAID_EACH_TIME = {
    word.replace("-", "_"): f"--{word}"
    for word in ("today", "from", "resume", "config", "quiet", "verbose", "log-file")
}
_PATH = worded("a path in quotes")
_SHAPES: Mapping[str, Text] = {
    "text": worded("text in quotes"),
    "whole number": worded("a whole number"),
    "number": worded("a number"),
    "truth": worded("true or false, without quotes"),
    "list": worded('a list like ["…"]'),
    "table": worded("a table like {example}", example='{html = "report.html"}'),
}
_COMMANDS = ("scan", "tool", "oit-audit", "oit_audit")


class Wrong(Exception):  # noqa: N818 - what is wrong, before it is known where
    """One setting cannot be used."""

    def __init__(self, path: tuple[str, ...], says: Text, hint: Text | None = None) -> None:
        super().__init__(says.en)
        self.path = path
        self.says = says
        self.hint = hint

    def at(self, place: str | Text) -> InputError:
        """Return the error for the reader, who looks at `place`."""
        return InputError(after(place, self.says), hint=self.hint or "")


def checked(raw: Mapping[str, object]) -> dict[str, object]:
    """Return what was said, as plain values by the names of keys, in their order.

    Raises:
        Wrong: a key that is not known, or a value that it cannot have.
    """
    try:
        read = Keys.model_validate(raw)
    except ValidationError as error:
        raise _first(error, raw) from error
    for name in read.output or ():
        if name not in _formats():
            raise _unknown(("output", name))
    said = read.model_dump(mode="json", exclude_none=True)
    found = {name: _within(said, key.path) for name, key in all_keys().items()}
    return {name: value for name, value in found.items() if value is not None}


def nearest(word: str, known: Iterable[str]) -> Text | None:
    """Return `did you mean …?` with the word of `known` that is most like `word`, if one is."""
    meant = nearest_word(word, known)
    return perhaps(meant) if meant else None


def nearest_word(word: str, known: Iterable[str]) -> str | None:
    """Return the word of `known` that is most like `word`; None if none is.

    >>> nearest_word("max-page", ["max_pages", "max_bytes"])
    'max_pages'
    """
    plain = word.lower().replace("-", "_")
    best = process.extractOne(plain, list(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return best[0] if best else None


def shown(value: object, key: Key | None = None) -> str:
    """Return a value as a file would have it, short, on one line, without what is secret."""
    if key is not None and key.mark.secret:
        return '"…"'
    text = json.dumps(value, ensure_ascii=False, default=str)
    plain = "".join(letter if letter.isprintable() else "?" for letter in text)
    return masked(plain)


def masked(text: str) -> str:
    """Return `text` without the names and passwords that its addresses hold.

    >>> masked("https://clerk:secret@www.example.go.th/")
    'https://…@www.example.go.th/'
    """
    return _PASSWORD.sub("…@", text)


def expected(key: Key) -> Text:
    """Return what a key must be: `a whole number of at least 1`."""
    if key.mark.says:
        return key.mark.says
    if key.known:
        known = ", ".join(key.known)
        return worded("one of {known}", known=known)
    is_path = key.mark.reads or key.mark.writes
    shape, bounds = _PATH if is_path and key.shape == "text" else _SHAPES[key.shape], _bounds(key)
    return Text(shape.th + bounds.th, shape.en + bounds.en)


def _bounds(key: Key) -> Text:
    if key.least is None:
        return Text("", "")
    if key.most is None:
        least = f"{key.least:,}"
        return worded(" of at least {least}", least=least)
    least, most = f"{key.least:g}", f"{key.most:g}"
    return worded(" from {least} to {most}", least=least, most=most)


def _first(error: ValidationError, raw: Mapping[str, object]) -> Wrong:
    """Return one of all that is wrong: a key that is not known comes first."""
    faults = error.errors(include_url=False)
    fault = next((each for each in faults if each["type"] == "extra_forbidden"), faults[0])
    path = tuple(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return _unknown(path)
    key = _key_at(path)
    if key is None:
        name = path[0]
        return Wrong(
            path[:1],
            worded("{name} must be a table of its own, like [{name}]", name=name),
        )
    value = _within(raw, key.path)
    if key.shape == "table" and len(path) > len(key.path):
        path = path[: len(key.path) + 1]
        if path[-1] not in _formats():
            return _unknown(path)
        value = _within(raw, path)
        name, said = ".".join(path), _short(value, key)
        says = worded("{name} must be a path in quotes, not {said}", name=name, said=said)
        return Wrong(path, says)
    if isinstance(value, list) and path[-1].isdecimal():
        value = value[int(path[-1])]
    hint = nearest(value, key.known) if isinstance(value, str) else None
    name, right, said = key.name, expected(key), _short(value, key)
    says = worded("{name} must be {right}, not {said}", name=name, said=said, right=right)
    return Wrong(key.path, says, hint)


def _short(value: object, key: Key) -> str:
    text = shown(value, key)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _key_at(path: tuple[str, ...]) -> Key | None:
    keys = all_keys()
    return next((keys[name] for n in (1, 2) if (name := ".".join(path[:n])) in keys), None)


def _unknown(path: tuple[str, ...]) -> Wrong:
    name, within = path[-1], path[:-1]
    label = ascii(".".join(path))[1:81] if not ".".join(path).isprintable() else ".".join(path)[:80]
    says = worded("there is no key {label}", label=label)
    if within == ("output",):
        says = worded("there is no report format {label}", label=label)
        known = list(_formats())
    else:
        known = [key.path[-1] for key in all_keys().values() if key.path[:-1] == within]
        known += sections() if not within else ()
    return Wrong(path, says, _instead(name, within, known))


def _instead(name: str, within: tuple[str, ...], known: list[str]) -> Text:
    plain = name.lower().replace("-", "_")
    if within and plain in all_keys():
        table = ".".join(within)
        return worded(
            "{plain} holds for every command: write it above [{table}]", plain=plain, table=table
        )
    if not within and plain in _SAID_EACH_TIME:
        option = _SAID_EACH_TIME[plain]
        return worded("it is said each time, on the command line: {option}", option=option)
    if not within and name in _COMMANDS:
        return worded("the keys stand at the top of the file, without [{name}]", name=name)
    return nearest(name, known) or there_are(known)


def _formats() -> tuple[str, ...]:
    return tuple(each.name for each in FORMATS)


def _within(raw: object, path: Iterable[str]) -> object:
    for name in path:
        raw = raw.get(name) if isinstance(raw, Mapping) else None
    return raw
