"""Items that the caller excuses: they keep their status and their score, and do not fail a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from oit_audit.errors import InputError
from oit_audit.model import Audit, Checklist


class _Waiver(BaseModel):
    model_config = ConfigDict(extra="forbid")

    item: str
    reason: str = Field(min_length=1)
    author: str = ""


class _Waivers(BaseModel):
    model_config = ConfigDict(extra="forbid")

    waivers: tuple[_Waiver, ...]


def read_waivers(path: Path, checklist: Checklist) -> dict[str, str]:
    """Return the reason for each waived item.

    Raises:
        InputError: the file cannot be read, or names an item that the checklist does not have.
    """
    try:
        loaded = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        held = _Waivers.model_validate({} if loaded is None else loaded)
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise InputError(f"{path}: not readable as YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "file"
        raise InputError(
            f"{path}: {where}: {first['msg']}",
            hint="waivers: a list of entries with `item`, `reason` and, if you like, `author`",
        ) from error
    ids = [item.id for item in checklist.items]
    for waiver in held.waivers:
        if sum(other.item.lower() == waiver.item.lower() for other in held.waivers) > 1:
            raise InputError(f"{path}: {waiver.item} is waived twice", hint="keep one of them")
        if waiver.item.lower() not in ids:
            near = get_close_matches(waiver.item.lower(), ids, 1)
            raise InputError(
                f"{path}: fiscal year {checklist.fiscal_year} has no item {waiver.item!r}",
                hint=f"did you mean {near[0]}?" if near else "",
            )
    return {waiver.item.lower(): _reason(waiver) for waiver in held.waivers}


def _reason(waiver: _Waiver) -> str:
    return f"{waiver.reason} ({waiver.author})" if waiver.author else waiver.reason


def waived(audit: Audit, reasons: Mapping[str, str]) -> Audit:
    """Return the audit with the reasons beside the items they excuse."""
    if not reasons:
        return audit
    return replace(
        audit, verdicts=tuple(replace(v, waiver=reasons.get(v.id)) for v in audit.verdicts)
    )
