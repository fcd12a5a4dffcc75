"""`oit-audit explain`: every candidate, signal, element and year behind one verdict."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Annotated

import typer
from rapidfuzz import process

from oit_audit.cli import options
from oit_audit.cli.audits import AuditFile, saved_audit, whole
from oit_audit.cli.console import stdout
from oit_audit.cli.sentences import perhaps, there_are
from oit_audit.errors import UsageError
from oit_audit.model import Audit, Checklist, Item, Text, Verdict
from oit_audit.report import Explained, as_json, as_text, on_terminal
from oit_audit.words import worded

Items = Annotated[
    list[str],
    typer.Argument(metavar="ITEM…", help="ข้อที่ต้องการ เช่น o12, 12, ข้อ ๑๒ · items, for example o12."),
]

_ITEM = re.compile(r"(?:ข้อ(?:ที่)?\s*|item\s*)?(?:o|oit)?[\s.\-_]*0*(\d{1,3})", re.IGNORECASE)
_BEFORE = frozenset({"ข้อ", "ข้อที่", "item", "items", "oit"})
"""Words that only stand before a number."""

_ALIKE = 50.0
"""Likeness, 0 to 100, from which another name may have been meant."""

_LONGEST = 60
"""Characters of what a user typed that are shown."""


def explain(
    audit: AuditFile,
    item: Items,
    *,
    lang: options.Lang = "th",
    as_json_: options.AsJson = False,
) -> None:
    """อธิบายที่มาของผลแต่ละข้อ · Everything behind the verdict on an item, in plain words."""
    complete, checklist = whole(saved_audit(audit))
    verdicts = items_named(item, complete)
    explained = [Explained(complete, each, _asked(each, checklist)) for each in verdicts]
    if as_json_:
        sys.stdout.write(as_json(explained) + "\n")
    elif sys.stdout.isatty():
        for each in explained:
            on_terminal(each, stdout(), lang)
    else:
        sys.stdout.write("\n".join(as_text(each, lang) for each in explained))


def _asked(verdict: Verdict, checklist: Checklist | None) -> Item | None:
    items = checklist.items if checklist else ()
    return next((item for item in items if item.id == verdict.id), None)


def items_named(words: Iterable[str], audit: Audit) -> tuple[Verdict, ...]:
    """Return the items that a user means, in the order of asking, each once.

    `o12`, `O12`, `12`, `๑๒` and `ข้อ ๑๒`, in one word or two, are the same.

    Raises:
        UsageError: the audit has no such item; the hint names the nearest.
    """
    known = {verdict.id: verdict for verdict in audit.verdicts}
    named = [word.strip() for word in words if word.strip().lower() not in _BEFORE]
    if not named:
        raise UsageError(
            worded("name an item"),
            hint=worded("for example: oit-audit explain audit.json o12"),
        )
    return tuple(known[name] for name in dict.fromkeys(_item(word, known) for word in named))


def _item(word: str, known: dict[str, Verdict]) -> str:
    match = _ITEM.fullmatch(word)
    name = f"o{int(match[1])}" if match else word.lower()
    if name in known:
        return name
    said = repr(word[:_LONGEST])
    told = worded("no such item in this audit: {said}", said=said)
    raise UsageError(told, hint=_nearest(name if match else word, known))


def _nearest(word: str, known: dict[str, Verdict]) -> Text:
    """Return what the user may have meant: by number, by title or by subject."""
    if not known:
        return worded("the audit has no items")
    names = {name: each.id for each in known.values() for name in _names(each)}
    found = process.extractOne(word[:_LONGEST], names.keys(), score_cutoff=_ALIKE)
    if found is None:
        return there_are(list(known)[:_LONGEST])
    near = known[names[found[0]]]
    return perhaps(f"{near.id} ({near.title.th[:80]})")


def _names(verdict: Verdict) -> tuple[str, ...]:
    return (verdict.id, verdict.title.th, verdict.title.en, *verdict.concepts)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("explain")(explain)
