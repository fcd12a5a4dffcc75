"""An audit with any text in every field that holds text."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from hypothesis import strategies as st

from oit_audit.model import Audit
from tests.report.audits import every_status

T = TypeVar("T")
NASTY = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '" onmouseover="alert(1)',
        "' onfocus='x",
        "</title><script>x</script>",
        "</style><script>x</script>",
        "javascript:alert(1)",
        'https://a.example/?q="><img src=x onerror=y>',
        "https://a.example/\u202e\x1b[31m",
        "-->",
        "]]>",
        "{{ 7*7 }}",
        "{points} {0} %s",
        "[bold]x[/bold]",
        "\x1b]0;title\x07",
        "\x9b31m",
        "\x00\ufffe\ufeff",
        "ก่่่่่่่่่่า",
        "\r\n\u2028",
        " ",
        "",
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=60), NASTY)
ANY_TEXT_EVEN_BROKEN = st.one_of(
    ANY_TEXT, st.text(st.characters(exclude_categories=()), max_size=20)
)
KEPT = frozenset({"scheme", "sub_indicator"})


def splashed(value: T, draw: Callable[[], str]) -> T:
    """Return `value` with every text replaced; the ids that the tool itself gives stay."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return draw()  # type: ignore[return-value]  # a text for a text
    if isinstance(value, tuple):
        return tuple(splashed(each, draw) for each in value)  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {
            field.name: splashed(getattr(value, field.name), draw)
            for field in dataclasses.fields(value)
            if field.name not in KEPT and not _is_item_id(field.name, value)
        }
        return dataclasses.replace(value, **changes)
    return value


def _is_item_id(name: str, owner: object) -> bool:
    return name == "id" and type(owner).__name__ == "Verdict"


@st.composite
def audits(draw: st.DrawFn, texts: st.SearchStrategy[str] = ANY_TEXT) -> Audit:
    """Give an audit whose texts are drawn, a few of them over and over."""
    drawn = draw(st.lists(texts, min_size=1, max_size=12))
    turn = iter(range(1_000_000))
    return splashed(every_status(), lambda: drawn[next(turn) % len(drawn)])
