"""The audit as annotations of a GitHub workflow: commands that it obeys, a line each.

Source: `command.ts` of actions/toolkit.
"""

from __future__ import annotations

from collections.abc import Iterable

from oit_audit.model import Audit, Completion, Language
from oit_audit.report._alerts import Alert, Level, alerts, causes, incomplete, summary
from oit_audit.report._clean import plain
from oit_audit.report._sarif_text import file_named
from oit_audit.report.locale.codehosts import SAYS

SHOWN = 10
"""Annotations of one level that GitHub shows of a step."""

_MOST_TITLE = 200
_MOST_PLACE = 400
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def as_annotations(audit: Audit, language: Language, source: str | None = None) -> tuple[str, ...]:
    """Return the commands that annotate a workflow's run, a line each, without line ends.

    At most `SHOWN` of each level: that the look was cut short, then what is worth most; the last
    one sums up. What a person has excused is left in peace.
    """
    place = plain(file_named(source) or "", _MOST_PLACE) or None
    told: dict[Level, list[str]] = {level: [] for level in Level}
    if not audit.is_whole:
        nothing = audit.reach.completion is Completion.NONE
        told[Level.ERROR if nothing else Level.WARNING].append(_cut_short(audit, language))
    for alert in alerts(audit, language):
        if alert.waiver is None:
            told[alert.level].append(_told(alert, place))
    rooms = {Level.ERROR: SHOWN, Level.WARNING: SHOWN, Level.NOTE: SHOWN - 1}
    shown = [line for level, room in rooms.items() for line in told[level][:room]]
    left_out = sum(map(len, told.values())) - len(shown)
    return (*shown, _summed_up(audit, language, left_out))


def _told(alert: Alert, place: str | None) -> str:
    where = {} if place is None else {"file": place, "line": str(alert.row or 1)}
    return _command(_COMMANDS[alert.level], alert.head, alert.parts, where)


def _cut_short(audit: Audit, language: Language) -> str:
    nothing = audit.reach.completion is Completion.NONE
    title, *more = (incomplete(audit, language), *causes(audit, language))
    return _command("error" if nothing else "warning", title, more, {})


def _summed_up(audit: Audit, language: Language, left_out: int) -> str:
    told = [summary(audit, language)]
    if left_out:
        told.append(SAYS["more"].in_language(language).format(count=left_out))
    return _command("notice", "oit-audit", told, {})


def _command(name: str, title: str, lines: Iterable[str], where: dict[str, str]) -> str:
    properties = {**where, "title": plain(title, _MOST_TITLE)}
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = "\n".join(lines) or title
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
