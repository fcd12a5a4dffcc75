"""What is behind a verdict, as JSON and back: the last key of an item."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import BaseModel, ConfigDict

from oit_audit.model import (
    Considered,
    Ground,
    Signal,
    Tally,
    Text,
    Unopened,
    Weighed,
    YearSeen,
)

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"


class ConsideredShape(BaseModel):
    """What was looked at, as it comes back from a stranger."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", allow_inf_nan=False)

    rule: str
    grounds: tuple[Ground, ...]
    candidates: tuple[Weighed, ...]
    dead_ends: tuple[Unopened, ...]
    left_out: int

    def value(self) -> Considered:
        """Return what the file holds."""
        return Considered(self.rule, self.grounds, self.candidates, self.dead_ends, self.left_out)


def considered(behind: Considered) -> Value:
    """Return the JSON of what was looked at for an item; what is empty is left out of its lists."""
    return {
        "rule": behind.rule,
        "grounds": [{"id": ground.id, "holds": ground.holds} for ground in behind.grounds],
        "candidates": [weighed(each) for each in behind.candidates],
        "dead_ends": [unopened(each) for each in behind.dead_ends],
        "left_out": behind.left_out,
    }


def weighed(one: Weighed) -> dict[str, Value]:
    """Return the JSON of a candidate."""
    more: dict[str, Value] = {
        "chosen": one.chosen,
        "title": one.title,
        "label": one.label,
        "click_path": list(one.click_path),
        "hub": one.hub,
        "reason": text_value(one.reason) if one.reason else None,
        "behind": one.behind,
        "signals": [signal_value(each) for each in one.signals],
        "years": [_year(each) for each in one.years],
        "elements": _tally(one.elements) if one.elements else None,
    }
    return {"url": one.url, "conclusion": one.conclusion.value, **_told(more)}


def signal_value(signal: Signal) -> dict[str, Value]:
    """Return the JSON of a signal."""
    weight = None if signal.weight is None else round(float(signal.weight), 2)
    told = {"id": signal.id, **_told({"quote": signal.quote})}
    return told if weight is None else {**told, "weight": weight}


def _year(seen: YearSeen) -> Value:
    return {
        "source": seen.source,
        "kind": seen.kind,
        "years": list(seen.years),
        **_told({"quote": seen.quote, "decides": seen.decides, "against": seen.against}),
    }


def _tally(tally: Tally) -> Value:
    return {"found": tally.found, "absent": tally.absent, "untold": tally.untold}


def unopened(end: Unopened) -> dict[str, Value]:
    """Return the JSON of a label behind which nothing was seen."""
    return {
        "url": end.url,
        "kind": end.kind.value,
        "label": end.label,
        "weight": round(end.weight, 2),
        "source": end.source,
        "click_path": list(end.click_path),
        "reason": text_value(end.reason),
    }


def _told(said: dict[str, Value]) -> dict[str, Value]:
    """Return what is not empty."""
    return {key: value for key, value in said.items() if value not in (None, "", [], False)}


def text_value(text: Text) -> Value:
    """Return the JSON of a sentence."""
    return {"th": text.th, "en": text.en}
