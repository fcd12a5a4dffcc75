"""Files of waivers that nobody wrote by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from oit_audit.checklists import load_checklist
from oit_audit.cli.waivers import read_waivers
from oit_audit.errors import InputError

MERGED = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 40)
)
ENTRY = "waivers:\n- {item: o1, reason: x, date: %s}\n"


@pytest.mark.parametrize(
    "text",
    [
        "waivers: " + "[" * 10_000 + "]" * 10_000,
        "waivers: " + "{a: " * 10_000 + "}" * 10_000,
        MERGED + "waivers: []\n",
        "waivers:\n- &a {item: o1, reason: x, bad: 1}\n" + "- *a\n" * 50_000,
        "waivers: " + "x" * 1_000_001,
        f"waivers:\n- {{item: {'9' * 9_000}, reason: x}}\n",
        ENTRY % "2943-02-30",
        ENTRY % "9999999999-01-01",
        "\x00",
    ],
    ids=["deep", "maps", "merged", "aliases", "long", "digits", "day", "year", "binary"],
)
def test_bombs_are_refused_at_once(text: str, tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(text)
    with pytest.raises(InputError):
        read_waivers(path, load_checklist(2566))


def test_a_name_may_be_said_once_and_used_often(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(
        "waivers:\n"
        "- {item: o1, reason: x, author: &me นางสมมติ}\n"
        "- {item: o2, reason: y, author: *me}\n"
    )
    assert read_waivers(path, load_checklist(2566))["o2"].author == "นางสมมติ"
