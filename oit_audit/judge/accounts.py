"""Bank accounts of people that a document shows; an office's or a company's own is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oit_audit.judge import labels
from oit_audit.judge.labels import Label
from oit_audit.judge.passages import Passage, Spot
from oit_audit.thai import Finder, LightText

_NUMBER = re.compile(
    r"(?<![\da-z])(?<!\d[-./,])(?:[0-9]{3}-[0-9]-[0-9]{5}-[0-9]|[0-9]{3}[- ][0-9]{6}[- ][0-9]"
    r"|[0-9]{3}-[0-9]{7}|[0-9]{3}-[0-9]{3}-[0-9]{4}|[0-9]{3} [0-9] [0-9]{5} [0-9]"
    r"|[0-9]{3}-[0-9]-[0-9]{2}-[0-9]{6}|[0-9]{2}-[0-9]{4}-[0-9]{5,6}|[0-9]{4}-[0-9]{4}-[0-9]{4}"
    r"|0?[0-9]{5}-[0-9]-[0-9]{5}-[0-9]|[0-9]{10}|[0-9]{12})"
    r"(?![\da-z])(?![-/,]\d)(?!\.(?!0(?!\d))\d)"
)
_MOBILE = re.compile(r"0[689]\d{8}")
_BANK_NAME = re.compile(r"ธนาคาร\S{0,40}(?:\s?จำกัด)?(?:\s?\(มหาชน\))?")
_BANK = Finder(
    (
        "ธนาคาร", "ธ.ก.ส.", "ธกส", "กรุงไทย", "ออมสิน", "กสิกรไทย", "ไทยพาณิชย์", "กรุงเทพ จำกัด",
        "กรุงศรี", "ทหารไทย", "ttb", "ธ.กรุงเทพ", "อาคารสงเคราะห์", "ธอส", "krungthai", "ktb", "baac",
        "gsb", "scb", "kbank", "bbl",
    )
)  # fmt: skip
_HOLDER = re.compile(r"ชื่อบัญชี|บัญชีชื่อ|ชื่อ\s?บ/ช|ชื่อเจ้าของบัญชี|account name")
_LIST = 3
"""Lines with a person and an account from which they are a list of people."""


@dataclass(frozen=True, slots=True)
class _Account:
    digits: str
    start: int
    end: int
    is_grouped: bool
    """Three, one, five and one: no telephone number is written so."""


def accounts(passages: Iterable[Passage]) -> tuple[Spot, ...]:
    """Return the bank accounts of people, each number once, in reading order.

    In a table it takes the head of the column, or a bank in the row, and a person in the row. In
    lines the person must be the holder by name, or there must be a list of such lines: notices
    name an official beside the account of the office.
    """
    rows: dict[str, Spot] = {}
    lines: dict[str, Spot] = {}
    for passage in passages:
        for account in _accounts(passage.text):
            spot = Spot(account.digits, passage.where)
            if _is_of_person(account, passage):
                in_column = passage.label is Label.ACCOUNT or passage.named
                sure = in_column or _is_of_holder(account, passage)
                (rows if sure else lines).setdefault(account.digits, spot)
    if len(lines) >= _LIST:
        rows = {**lines, **rows}
    return tuple(rows.values())


def masked_account(digits: str) -> str:
    """Return what may be shown of an account: its last three digits.

    >>> masked_account("1234567890")
    'xxx-x-xxx89-0'
    """
    if len(digits) == 10:
        return f"xxx-x-xxx{digits[7:9]}-{digits[9]}"
    return "x" * (len(digits) - 3) + digits[-3:]


def _accounts(text: str) -> Iterator[_Account]:
    reading = LightText(text)
    for match in _NUMBER.finditer(reading.text):
        written = match[0]
        start, end = reading.position(match.start()), reading.position(match.end() - 1) + 1
        grouped = written[3:4] in "- " and written[5:6] in "- " and len(written) == 13
        yield _Account("".join(filter(str.isdecimal, written)), start, end, grouped)


def _is_of_person(account: _Account, passage: Passage) -> bool:
    """Is it called an account, or stands beside a bank, and with a person and no office?"""
    around = passage.around(account.start, account.end)
    called = labels.nearest(passage.ahead(account.start))
    if called is None and passage.in_table:
        called = passage.label
    if called is None and _is_at_bank(account, passage, around):
        called = Label.ACCOUNT
    if called is not Label.ACCOUNT:
        return False
    if not (passage.named or labels.has_person(around)):
        return False
    return not labels.has_business(_BANK_NAME.sub(" ", around)) and not labels.has_office(around)


def _is_at_bank(account: _Account, passage: Passage, around: str) -> bool:
    if account.is_grouped:
        return not passage.in_table or _BANK.has(around)
    return _BANK.has(around) and not _MOBILE.fullmatch(account.digits)


def _is_of_holder(account: _Account, passage: Passage) -> bool:
    """Is the person named right after words such as `ชื่อบัญชี`?"""
    around = passage.around(account.start, account.end)
    holder = _HOLDER.search(around)
    return holder is not None and labels.has_person(around[holder.end() :][:60])
