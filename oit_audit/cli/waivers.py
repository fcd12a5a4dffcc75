"""What people decided of items, from a YAML file: shown beside what the audit found.

An item keeps its status and its score; what has expired comes back as a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from oit_audit.cli.sentences import perhaps
from oit_audit.errors import InputError
from oit_audit.model import Audit, Checklist, Decision, Severity, SiteFinding, Text, Waiver
from oit_audit.report import day
from oit_audit.words import worded

_LONGEST = 1_000_000
"""Bytes of the file."""

_DEEPEST, _MOST_ALIASES = 20, 200
"""Lists and entries within each other, and words like `*name`, that a file may hold."""

_BUDDHIST_ERA = 543
_BUDDHIST_FROM = 2400
"""Years from which a year must be of the Buddhist Era."""

_HINT = worded(
    "waivers: a list of entries with item and reason, and, if you like, decision (met, "
    "not_applicable, not_met), author, date and expiry (like 2022-04-30)"
)

_Said = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000)]


def _common_era(value: object) -> object:
    """Return a day of the Buddhist Era as a day of the common one; anything else as it is."""
    text = value.isoformat() if isinstance(value, date) else value
    if isinstance(text, str) and text[:4].isdecimal() and int(text[:4]) >= _BUDDHIST_FROM:
        return f"{int(text[:4]) - _BUDDHIST_ERA}{text[4:]}"
    return value


_Day = Annotated[date, BeforeValidator(_common_era)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    item: _Said
    reason: Annotated[_Said, Field(min_length=1)]
    decision: Decision | None = None
    author: _Said = ""
    date: _Day | None = None
    expiry: _Day | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.date and self.expiry and self.expiry < self.date:
            raise ValueError(f"expires on {self.expiry}, before it begins on {self.date}")
        return self


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    waivers: tuple[_Entry, ...]


def read_waivers(path: Path, checklist: Checklist) -> dict[str, Waiver]:
    """Return what people decided, by item.

    Raises:
        InputError: the file cannot be read, holds a word that is not known, or names an item that
            the checklist does not have; names file, entry and the nearest word that is known.
    """
    ids = [item.id for item in checklist.items]
    waivers: dict[str, Waiver] = {}
    for entry in _read(path).waivers:
        name = entry.item.lower()
        name = f"o{int(name)}" if name.isdecimal() else name
        if name in waivers:
            twice = entry.item
            raise InputError(
                worded("{path}: {twice} is waived twice", path=path, twice=twice),
                hint=worded("keep one of them"),
            )
        if name not in ids:
            year, said = checklist.fiscal_year, repr(entry.item[:40])
            raise InputError(
                worded(
                    "{path}: fiscal year {year} has no item {said}", path=path, year=year, said=said
                ),
                hint=_perhaps(name, ids) or "",
            )
        waivers[name] = Waiver(entry.reason, entry.decision, entry.author, entry.date, entry.expiry)
    return waivers


def _read(path: Path) -> _File:
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST + 1)
        if len(data) > _LONGEST:
            most = f"{_LONGEST:,}"
            raise InputError(
                worded(
                    "{path}: more than {most} bytes are no list of waivers", path=path, most=most
                )
            )
        if _is_bomb(data):
            raise InputError(
                worded("{path}: this is no plain list of waivers", path=path),
                hint=_HINT,
            )
        loaded = yaml.load(data, Loader=yaml.CSafeLoader)
        return _File.model_validate({} if loaded is None else loaded)
    except OSError as error:
        why = error.strerror
        raise InputError(worded("cannot read {path}: {why}", path=path, why=why)) from error
    except (yaml.YAMLError, RecursionError) as error:
        why = " ".join(str(error).split())
        raise InputError(
            worded("{path}: not readable as YAML: {why}", path=path, why=why)
        ) from error
    except ValidationError as error:
        raise _not_valid(path, error) from error
    except ValueError as error:  # a day that no month has, a number of thousands of digits
        raise InputError(worded("{path}: {error}", path=path, error=error), hint=_HINT) from error


def _is_bomb(data: bytes) -> bool:
    """Would a few bytes become very many values, or a very deep one?

    Raises:
        YAMLError: it is not YAML.
    """
    depth = aliases = 0
    for event in yaml.parse(data, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        aliases += isinstance(event, yaml.AliasEvent)
        merges = isinstance(event, yaml.ScalarEvent) and event.value == "<<"
        if merges or depth > _DEEPEST or aliases > _MOST_ALIASES:
            return True
    return False


def _not_valid(path: Path, error: ValidationError) -> InputError:
    """Return the first thing that is wrong, with the word that was perhaps meant."""
    wrong = error.errors(include_url=False)
    first = next((each for each in wrong if each["type"] == "extra_forbidden"), wrong[0])
    where = ".".join(map(str, first["loc"])) or "file"
    meant: Text | None = None
    if first["type"] == "extra_forbidden":
        known = _File.model_fields if len(first["loc"]) == 1 else _Entry.model_fields
        meant = _perhaps(str(first["loc"][-1]), known)
    elif first["type"] == "enum":
        meant = _perhaps(str(first["input"]), [each.value for each in Decision])
    why = first["msg"]
    return InputError(
        worded("{path}: {where}: {why}", path=path, where=where, why=why), hint=meant or _HINT
    )


def _perhaps(word: str, known: Iterable[str]) -> Text | None:
    near = get_close_matches(word.lower(), list(known), 1)
    return perhaps(near[0]) if near else None


def waived(audit: Audit, waivers: Mapping[str, Waiver]) -> Audit:
    """Return the audit with what people decided beside its items.

    What has expired by the day of the audit does not hold: it becomes a finding.
    """
    if not waivers:
        return audit
    hold = {name: each for name, each in waivers.items() if each.holds_on(audit.today)}
    expired = _expired(audit, {n: each for n, each in waivers.items() if n not in hold})
    return replace(
        audit,
        verdicts=tuple(replace(v, waiver=hold.get(v.id)) for v in audit.verdicts),
        site_findings=(*_without_expired(audit.site_findings), *expired),
    )


_EXPIRED = "waiver_expired"


def _without_expired(findings: Sequence[SiteFinding]) -> Iterator[SiteFinding]:
    return (each for each in findings if each.id != _EXPIRED)


def _expired(audit: Audit, waivers: Mapping[str, Waiver]) -> Iterator[SiteFinding]:
    for verdict in audit.verdicts:
        waiver = waivers.get(verdict.id)
        if waiver is None or waiver.expires_on is None:
            continue
        expired = Text(day(waiver.expires_on, "th"), day(waiver.expires_on, "en"))
        says = worded(
            "what was decided of {item} (“{reason}”) expired on {expired}: the item counts as it "
            "was found; please review",
            item=verdict.id,
            reason=waiver.reason,
            expired=expired,
        )
        yield SiteFinding(_EXPIRED, Severity.MEDIUM, audit.organisation.url, says)
