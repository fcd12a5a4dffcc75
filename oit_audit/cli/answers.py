"""A plan that people filled in becomes a file of waivers."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from oit_audit.cli.console import say
from oit_audit.cli.faults import tell_faults
from oit_audit.cli.outputs import save
from oit_audit.cli.waivers import read_waivers
from oit_audit.errors import InputError
from oit_audit.lists import read_answers
from oit_audit.model import Checklist, State, Waiver
from oit_audit.report import PLAN_STATES
from oit_audit.words import worded

_HEAD = """# คำวินิจฉัยรายข้อ ใช้กับ scan และ report --waivers · what people decided, for --waivers
"""


def imported(
    filled: Path, known: Path | None, target: Path, checklist: Checklist, today: date
) -> int:
    """Write what people answered in `filled` to `target`, and return the exit code.

    Every row that cannot be used is told on standard error; the others are kept.

    Args:
        filled: The plan that they filled in.
        known: Waivers that there are already; what the plan says of an item takes their place.
        target: The file of waivers.
        checklist: Knows the items of the year.
        today: The day of a decision that names none.

    Raises:
        InputError: a file cannot be read, or no row of the plan can be used.
        UsageError: `target` cannot be written.
    """
    before = read_waivers(known, checklist) if known is not None else {}
    answers = read_answers(filled, checklist, today)
    tell_faults(filled, answers.faults)
    if not answers.states:
        raise InputError(
            worded("{filled}: no row can be used", filled=filled),
            hint=worded(
                "each row names an item and its state, as in the plan that `plan -o` wrote"
            ),
        )
    for item, waiver in answers.waivers.items():
        if item in before and before[item] != waiver:
            say(f"{item}: แทนคำวินิจฉัยเดิม · replaces “{before[item].reason[:80]}”")
    decided = _in_order({**before, **answers.waivers}, checklist)
    save(target, written(decided).encode())
    counts = ", ".join(
        f"{PLAN_STATES[state].th} {answers.states[state]}"
        for state in State
        if state in answers.states
    )
    told = f"{target}: {len(decided)} ข้อ · {len(decided)} items ({counts})"
    say(told, level=logging.INFO)
    return InputError.exit_code if answers.faults else 0


class _Plainly(yaml.SafeDumper):
    """Writes every value where it stands: people take entries out, and move them."""

    def ignore_aliases(self, data: object) -> bool:
        """Never name a value to repeat it elsewhere by that name."""
        del data
        return True


def written(waivers: Mapping[str, Waiver]) -> str:
    """Return a file of waivers that `read_waivers` reads back as they are."""
    entries = [_entry(item, waiver) for item, waiver in waivers.items()]
    return _HEAD + yaml.dump(
        {"waivers": entries}, Dumper=_Plainly, allow_unicode=True, sort_keys=False, width=1_000
    )


def _entry(item: str, waiver: Waiver) -> dict[str, object]:
    values = {
        "item": item,
        "decision": waiver.decision.value if waiver.decision else None,
        "reason": waiver.reason,
        "author": waiver.author or None,
        "date": waiver.decided_on,
        "expiry": waiver.expires_on,
    }
    return {name: value for name, value in values.items() if value is not None}


def _in_order(waivers: Mapping[str, Waiver], checklist: Checklist) -> dict[str, Waiver]:
    return {item.id: waivers[item.id] for item in checklist.items if item.id in waivers}
