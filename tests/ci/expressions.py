"""Expressions of GitHub's workflows, as far as ours use them. All values are strings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Look = Callable[[str], str]
"""Gives the value of a path such as `steps.scan.outputs.audit`; empty where there is none."""

_TOKEN = re.compile(r"\s*(?:'((?:[^']|'')*)'|(&&|\|\||==|!=|!|\(|\))|([\w.*-]+(?:\(\))?)|(\S))")
_IN_TEXT = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
STATUS = ("always()", "success()", "failure()", "cancelled()")


def filled(text: object, look: Look) -> str:
    """Return `text` with every `${{ … }}` replaced by its value."""
    return _IN_TEXT.sub(lambda found: value(found[1], look), _written(text))


def holds(condition: object, look: Look, *, well_so_far: bool) -> bool:
    """Does a step with this `if` run? Without a word on the status only if all went well."""
    text = _written(condition)
    text = _IN_TEXT.fullmatch(text.strip())[1] if _IN_TEXT.fullmatch(text.strip()) else text  # type: ignore[index]  # it has matched
    status = {
        "always()": "true",
        "success()": "true" if well_so_far else "",
        "failure()": "" if well_so_far else "true",
        "cancelled()": "",
    }
    if not any(word in text for word in STATUS):
        text = f"success() && ({text or 'true'})"
    return bool(value(text, lambda path: status[path] if path in status else look(path)))


def value(expression: str, look: Look) -> str:
    """Return what `expression` gives; true is `true`, false is empty."""
    tokens = [
        ("text", found[1].replace("''", "'")) if found[1] is not None else _token(found)
        for found in _TOKEN.finditer(expression.strip())
    ]
    reader = _Reader(tokens, look)
    answer = reader.either()
    assert reader.at_end(), f"not understood: {expression}"
    return answer


def _token(found: re.Match[str]) -> tuple[str, str]:
    if found[2]:
        return "sign", found[2]
    assert found[3], f"not understood: {found[0]}"
    return "path", found[3]


class _Reader:
    def __init__(self, tokens: list[tuple[str, str]], look: Look) -> None:
        self._tokens, self._look, self._at = tokens, look, 0

    def at_end(self) -> bool:
        return self._at == len(self._tokens)

    def either(self) -> str:
        left = self._both()
        while self._take("||"):
            right = self._both()
            left = left or right
        return left

    def _both(self) -> str:
        left = self._compared()
        while self._take("&&"):
            right = self._compared()
            left = right if left else left
        return left

    def _compared(self) -> str:
        left = self._one()
        for sign in ("==", "!="):
            if self._take(sign):
                same = left.lower() == self._one().lower()  # GitHub ignores case
                return "true" if same == (sign == "==") else ""
        return left

    def _one(self) -> str:
        if self._take("!"):
            return "" if self._one() else "true"
        if self._take("("):
            inner = self.either()
            assert self._take(")")
            return inner
        kind, text = self._tokens[self._at]
        self._at += 1
        assert kind in ("text", "path"), text
        if kind == "path" and text in ("true", "false"):
            return "true" if text == "true" else ""
        return text if kind == "text" else self._look(text)

    def _take(self, sign: str) -> bool:
        taken = not self.at_end() and self._tokens[self._at] == ("sign", sign)
        self._at += taken
        return taken


def looked_up(known: Mapping[str, object], path: str) -> str:
    """Return what lies at a dotted `path` in `known`, empty where nothing does."""
    at: object = known
    for part in path.split("."):
        at = at.get(part, "") if isinstance(at, Mapping) else ""
    return _written(at)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
