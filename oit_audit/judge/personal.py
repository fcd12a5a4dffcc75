"""Personal data that a website shows to everybody: what was found, what no report may repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oit_audit.judge import cautions
from oit_audit.judge.accounts import accounts, masked_account
from oit_audit.judge.cautions import Seen
from oit_audit.judge.identities import citizens
from oit_audit.judge.passages import Spot, passages
from oit_audit.judge.welfare import FEWEST, open_list, recipients
from oit_audit.model import Document, Media, SiteFinding
from oit_audit.thai import masked_number, may_hold_number

MAX_FINDINGS = 100
"""Of personal data; one more says how many there are besides."""

_EXAMPLES = 3
_FEWEST_DIGITS = 10
_BANK = ("บัญช", "ธนาคาร", "ธกส", "ธ.ก.ส", "ccount")
_HEALTH = ("พิการ", "เอดส", "ผู้ป่วย", "ติดเช")
"""Cheap: no account stands there, no list tells of health, without one of these."""


@dataclass(frozen=True, slots=True)
class Personal:
    """What a website shows of people."""

    findings: tuple[SiteFinding, ...]
    """By weight, then by address; one for each document and kind. No number is whole in them."""

    numbers: frozenset[str]
    """Citizen numbers and accounts, digits only: never to be shown, kept or logged."""


def personal_data(documents: Sequence[Document]) -> Personal:
    """Return the personal data that `documents` show; what lies in files is among them already."""
    findings: list[SiteFinding] = []
    numbers: set[str] = set()
    for document in documents:
        for finding, digits in _look(document):
            findings.append(finding)
            numbers.update(digits)
    return Personal(_bounded(findings), frozenset(numbers))


def _bounded(findings: list[SiteFinding]) -> tuple[SiteFinding, ...]:
    ordered = sorted(findings, key=lambda each: (-cautions.weight(each), each.url, each.id))
    if len(ordered) > MAX_FINDINGS:
        rest = ordered[MAX_FINDINGS:]
        ordered[MAX_FINDINGS:] = [cautions.more(rest)]
    return tuple(ordered)


def _look(document: Document) -> Iterator[tuple[SiteFinding, tuple[str, ...]]]:
    text = _text(document)
    people: tuple[Spot, ...] = ()
    if may_hold_number(text, _FEWEST_DIGITS):
        people, held = _numbers(document, text)
        if people:
            yield cautions.citizens(_seen(document, people)), _digits(people)
        if held:
            yield cautions.accounts(_seen(document, held, account=True)), _digits(held)
    if len(people) >= FEWEST - 1:
        if kind := recipients(document):
            yield cautions.welfare(_seen(document, people), kind), ()
    elif any(word in text for word in _HEALTH) and (listed := open_list(document)):
        yield cautions.health(document, listed), ()


def _numbers(document: Document, text: str) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Return the citizen numbers and the accounts of people."""
    has_long = may_hold_number(text)
    has_bank = any(word in text for word in _BANK)
    found = tuple(passages(document)) if has_long or has_bank else ()
    return citizens(found) if has_long else (), accounts(found) if has_bank else ()


def _text(document: Document) -> str:
    """Return all that may hold a number."""
    lines = [block.text for block in document.blocks]
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    labels = [document.title, document.file_name]
    labels += [table.caption for table in document.tables]
    labels += [text for link in document.links for text in (link.text, link.title)]
    labels += [picture.alt for picture in document.pictures]
    labels += [section.label for section in document.sections]
    end = "|" if document.media is Media.WEBPAGE else "\n"  # a paper breaks its lines anywhere
    return f"{end.join(lines)}|{'|'.join(cells)}|{'|'.join(labels)}"


def _seen(document: Document, spots: tuple[Spot, ...], *, account: bool = False) -> Seen:
    mask = masked_account if account else masked_number
    examples = tuple((mask(spot.digits), document.place(spot.where)) for spot in spots[:_EXAMPLES])
    return Seen(document.address, len(spots), examples)


def _digits(spots: tuple[Spot, ...]) -> tuple[str, ...]:
    return tuple(spot.digits for spot in spots)
