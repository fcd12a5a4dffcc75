"""Explanations for programs: the values behind a verdict and what each of them means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oit_audit.model import Element, Ground, Item, Signal, Text, Verdict, Weighed
from oit_audit.report import json
from oit_audit.report._behind import Value, signal_value, text_value, unopened, weighed
from oit_audit.report._sections import Voice
from oit_audit.report._told_behind import disagreeing, signal_says
from oit_audit.report._told_verdict import ground_says
from oit_audit.report.explain import Explained
from oit_audit.report.locale.behind import AHEAD, CONCLUSIONS, RULES

SCHEMA = "oit-audit/explanation/v1"

_TH, _EN = Voice("th"), Voice("en")


def as_json(explained: Sequence[Explained]) -> str:
    """Return explanations of one audit as JSON; `explained` is never empty.

    Each item holds what the audit says of it and what the checklist `asks`; under `considered` each
    id comes with what it means in both languages (`says`).
    """
    items: list[Value] = [_item(each) for each in explained]
    return json.encoded({"schema": SCHEMA, **json.about(explained[0].audit), "items": items})


def _item(explained: Explained) -> Value:
    return {
        **json.item(explained.verdict),
        "considered": _considered(explained.verdict),
        "asks": _asks(explained.item) if explained.item else None,
    }


def _asks(item: Item) -> Value:
    return {
        "fresh": item.fresh.value,
        "fresh_basis": item.fresh_basis.value,
        "basis": item.basis.value,
        "confidence": item.confidence.value,
        "source": item.source,
        "elements": [_element(element) for element in item.elements],
    }


def _element(element: Element) -> Value:
    return {
        "id": element.id,
        "says": text_value(element.says),
        "basis": element.basis.value,
        "binds": element.basis.binds,
        "confidence": element.confidence.value,
        "remedy": text_value(element.remedy),
    }


def _considered(verdict: Verdict) -> Value:
    behind = verdict.considered
    if behind is None:
        return None
    return {
        "rule": behind.rule,
        "says": _meaning(RULES, behind.rule),
        "grounds": [_ground(ground) for ground in behind.grounds],
        "candidates": [_candidate(each) for each in behind.candidates],
        "dead_ends": [unopened(each) for each in behind.dead_ends],
        "left_out": behind.left_out,
    }


def _ground(ground: Ground) -> Value:
    says = Text(ground_says(ground, _TH), ground_says(ground, _EN))
    return {"id": ground.id, "holds": ground.holds, "says": text_value(says)}


def _candidate(one: Weighed) -> Value:
    conflicts = dict.fromkeys(seen.source for _, seen in disagreeing(one))
    return {
        **weighed(one),
        "says": text_value(CONCLUSIONS[one.conclusion]),
        "behind_says": _meaning(AHEAD, one.behind) if one.behind else None,
        "signals": [_signal(each) for each in one.signals],
        "conflicts": list(conflicts),
    }


def _signal(signal: Signal) -> Value:
    says = Text(signal_says(signal, _TH), signal_says(signal, _EN))
    return {**signal_value(signal), "says": text_value(says)}


def _meaning(table: Mapping[str, Text], id: str) -> Value:
    return text_value(table[id]) if id in table else None
