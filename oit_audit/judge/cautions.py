"""What a report says of personal data: what lies open, why it matters, what to do, who does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oit_audit.judge.welfare import Welfare, WelfareList
from oit_audit.model import Document, Severity, SiteFinding, Text
from oit_audit.words import joined, worded, worded_for

_WEIGHTS = {Severity.LOW: 0, Severity.MEDIUM: 1, Severity.HIGH: 2}
_ACT = worded("the Personal Data Protection Act B.E. 2562")
_TO_DO = worded(
    "take it down now, delete or black out the numbers, then publish it anew; delete "
    "the old file and its cached copies on the server, and ask Google and other search "
    "engines to drop it (the unit that owns it, with the webmaster; tell the data "
    "protection officer)"
)
_WELFARE = {
    Welfare.HIV: worded("people with HIV or AIDS"),
    Welfare.ILLNESS: worded("people who are ill"),
    Welfare.DISABILITY: worded("people with disabilities"),
    Welfare.CHILD: worded("infants and their parents"),
    Welfare.AGE: worded("older people"),
    Welfare.POVERTY: worded("people in need"),
}
_HEALTH = worded("; health is sensitive data (section 26)")
_PLACES = {
    "page": worded("page {rest}"),
    "table": worded("table {rest}"),
    "sheet": worded("sheet {rest}"),
    "line": worded("line {rest}"),
    "title": worded_for("where personal data stands", "title"),
    "file": worded("file name"),
    "link": worded_for("where personal data stands", "link"),
    "list": worded_for("where personal data stands", "list"),
    "heading": worded("heading"),
    "p": worded("paragraph"),
    "li": worded_for("where on a page", "list"),
    "img": worded("picture"),
    "text": worded("text of the page"),
}
_HEADING = re.compile("h[1-6]")


@dataclass(frozen=True, slots=True)
class Seen:
    """Numbers in one document."""

    url: str
    count: int
    examples: tuple[tuple[str, str], ...]
    """Masked number and place; at most a few."""


def weight(finding: SiteFinding) -> int:
    """Return how urgent a finding is; more is more urgent."""
    return _WEIGHTS[finding.severity]


def citizens(seen: Seen) -> SiteFinding:
    """Say that citizen numbers lie open."""
    return SiteFinding(
        "personal_id_exposed",
        Severity.HIGH,
        seen.url,
        worded(
            "shows {numbers} ({shown}): people may be impersonated, and {act} may be broken; "
            "{to_do}",
            numbers=_numbers(seen.count),
            shown=_shown(seen),
            act=_ACT,
            to_do=_TO_DO,
        ),
    )


def accounts(seen: Seen) -> SiteFinding:
    """Say that bank accounts of people lie open."""
    one = seen.count == 1
    return SiteFinding(
        "bank_account_exposed",
        Severity.MEDIUM,
        seen.url,
        worded(
            "shows {accounts} beside names of people ({shown}): they may be misused, and {act} may "
            "be broken; {to_do}",
            accounts=(
                worded("{count:,} bank account", count=seen.count)
                if one
                else worded("{count:,} bank accounts", count=seen.count)
            ),
            shown=_shown(seen),
            act=_ACT,
            to_do=_TO_DO,
        ),
    )


def welfare(seen: Seen, kind: Welfare) -> SiteFinding:
    """Say that a list of recipients with their citizen numbers lies open."""
    health = _HEALTH if kind.is_sensitive else Text("", "")
    return SiteFinding(
        "welfare_list_exposed",
        Severity.HIGH,
        seen.url,
        worded(
            "shows a welfare list of {who} with {numbers} ({shown}): {act} may be broken{health}; "
            "{to_do}",
            who=_WELFARE[kind],
            numbers=_people(seen.count),
            shown=_shown(seen),
            act=_ACT,
            health=health,
            to_do=_TO_DO,
        ),
    )


def health(document: Document, listed: WelfareList) -> SiteFinding:
    """Say that a list of names tells of people's health."""
    severity = Severity.MEDIUM if listed.kind is Welfare.HIV else Severity.LOW
    return SiteFinding(
        "welfare_list_exposed",
        severity,
        document.address,
        worded(
            "names {people:,} {who} ({place}): even without numbers the list tells of their health,"
            " which is sensitive data (section 26 of {act}); see if a rule asks for the notice; if "
            "none does take it down, else show no more than it asks and take it down when its time "
            "is over (the welfare division or the owner)",
            people=listed.people,
            who=_WELFARE[listed.kind],
            place=_place(document.place(listed.where)),
            act=_ACT,
        ),
    )


def more(rest: Sequence[SiteFinding]) -> SiteFinding:
    """Say how many findings of personal data there are besides those that are told."""
    worst = max(rest, key=weight)
    return SiteFinding(
        "personal_data_more",
        worst.severity,
        worst.url,
        worded(
            "there are {count:,} more findings of personal data that are not listed here; look "
            "through all documents of the website, beginning at this address",
            count=len(rest),
        ),
    )


def _shown(seen: Seen) -> Text:
    by_place: dict[str, list[str]] = {}
    for masked, where in seen.examples:
        by_place.setdefault(where, []).append(masked)
    examples = joined(
        (
            worded("{numbers}, {place}", numbers=", ".join(masked), place=_place(where))
            for where, masked in by_place.items()
        ),
        th=" ",
    )
    if seen.count > len(seen.examples):
        return worded_for("some of them", "{examples}", examples=examples)
    return worded_for("all of them", "{examples}", examples=examples)


def _numbers(count: int) -> Text:
    if count == 1:
        return worded_for("numbers", "{count:,} citizen id number", count=count)
    return worded_for("numbers", "{count:,} citizen id numbers", count=count)


def _people(count: int) -> Text:
    if count == 1:
        return worded_for("people", "{count:,} citizen id number", count=count)
    return worded_for("people", "{count:,} citizen id numbers", count=count)


def _place(where: str) -> Text:
    """Return a place in words, the name of an enclosed file before it.

    >>> _place("may.pdf: table 1 row 4")
    Text(th='may.pdf: ตาราง 1 แถว 4', en='may.pdf: table 1 row 4')
    """
    file, colon, inner = where.rpartition(": ")
    outer, row, number = inner.rpartition(" row ")
    if row and number.isdecimal():
        said = joined((_place(outer), worded("row {rest}", rest=number)), " ", " ")
    else:
        head, _, rest = inner.partition(" ")
        place = _PLACES.get("heading" if _HEADING.fullmatch(head) else head, _PLACES["text"])
        said = Text(*(each.format(rest=rest).strip() for each in (place.th, place.en)))
    return Text(f"{file}{colon}{said.th}", f"{file}{colon}{said.en}")
