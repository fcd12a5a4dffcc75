"""The lexicon's file: read whole, or refused in one line that says where and what to do."""

from __future__ import annotations

import hashlib

import pytest

from oit_audit.errors import ChecklistError
from oit_audit.match import read_lexicon
from tests.match.sites import lexicon

SMALL = """
aspects:
  plan: [แผน]
  boat: [เรือ]
hides:
  แผน: [แผนที่]
  เรือ: []
filler: [ของหน่วยงาน]
silent: [boat]
neutral: [ดาวน์โหลด]
concepts:
  boats:
    titles: [แผนเรือ]
    told: [[plan, boat]]
    usual: [boat]
    readings:
      - {all: [plan], with: [boat], not: []}
others:
  trains:
    says: รถไฟ
    in_place_of: {concepts: [boats], when: [plan], unless: [boat]}
    readings:
      - {all: [boat], only: true}
"""


def refusal(text: str | bytes) -> ChecklistError:
    with pytest.raises(ChecklistError) as refused:
        read_lexicon(text if isinstance(text, bytes) else text.encode(), "words.yaml")
    assert "\n" not in str(refused.value)
    return refused.value


def test_what_the_file_says_is_what_the_lexicon_knows() -> None:
    book = read_lexicon(SMALL.encode())

    assert book.concepts == ("boats",)
    assert book.others == {"trains": "รถไฟ"}
    assert book.understand("แผนเรือ").concepts == ("boats",)
    assert book.understand("แผนที่").senses == ()
    assert book.told("แผนของเรือ") == ("boats",)
    assert book.is_neutral("ดาวน์โหลด 2")
    assert book.digest == f"sha256:{hashlib.sha256(SMALL.encode()).hexdigest()}"


def test_the_projects_own_file_names_every_concept_of_every_checklist() -> None:
    from tests.match.sites import numbering

    asked = {c for items in numbering().values() for held in items.values() for c in held}
    assert asked <= set(lexicon().concepts)


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("all: [plan]", "all: [plam]", "words.yaml: boats: unknown aspect 'plam'", "'plan'"),
        ("with: [boat]", "with: [boot]", "words.yaml: boats: unknown aspect 'boot'", "'boat'"),
        ("not: []", "not: [xyzzy]", "words.yaml: boats: unknown aspect 'xyzzy'", ""),
        ("all: [boat]", "all: [baot]", "words.yaml: trains: unknown aspect 'baot'", "'boat'"),
        ("silent: [boat]", "silent: [boad]", "words.yaml: silent: unknown aspect 'boad'", "'boat'"),
        ("[[plan, boat]]", "[[plan, bat]]", "words.yaml: boats.told: unknown aspect", "'boat'"),
        ("usual: [boat]", "usual: [bot]", "words.yaml: boats.usual: unknown aspect", "'boat'"),
        ("when: [plan]", "when: [pln]", "words.yaml: trains.in_place_of: unknown aspect", "'plan'"),
        ("concepts: [boats]", "concepts: [bots]", "words.yaml: trains.in_place_of: ", "'boats'"),
        ("filler: [ของหน่วยงาน]", "filler: ['!']", "words.yaml: filler: '!' holds no letter", ""),
        ("neutral: [ดาวน์โหลด]", "neutral: ['-']", "words.yaml: neutral: '-' holds no letter", ""),
        ("plan: [แผน]", "plan: [แผน, '…']", "words.yaml: aspects.plan: '…' holds no letter", ""),
        ("[แผนที่]", "['์']", "words.yaml: hides.แผน: '์' holds no letter", ""),
        ("titles: [แผนเรือ]", "titles: ['()']", "words.yaml: boats.titles: '()' holds", ""),
        ("titles: [แผนเรือ]", "titles: []", "words.yaml: concepts.boats.titles: ", ""),
        ("{all: [plan],", "{all: [],", "words.yaml: concepts.boats.readings.0.all: ", ""),
        ("{all: [plan],", "{", "words.yaml: concepts.boats.readings.0.all: ", ""),
        ("with: [boat]", "wth: [boat]", "words.yaml: concepts.boats.readings.0.wth: ", "'with'"),
        ("says:", "say:", "words.yaml: others.trains.says: ", ""),
        ("neutral:", "neutrel:", "words.yaml: neutrel: ", "'neutral'"),
        ("only: true", "only: perhaps", "words.yaml: others.trains.readings.0.only: ", ""),
        ("filler: [ของหน่วยงาน]", "", "words.yaml: filler: Field required", ""),
    ],
)
def test_a_mistake_is_told_with_file_key_and_what_was_meant(
    old: str, new: str, message: str, hint: str
) -> None:
    assert old in SMALL

    error = refusal(SMALL.replace(old, new, 1))

    assert str(error).startswith(message)
    assert hint in error.hint
    assert bool(hint) == bool(error.hint)


@pytest.mark.parametrize("text", ["a: b: c", "aspects: [", b"\xff\xfe\x00", "\tx: 1"])
def test_what_is_no_yaml_is_told(text: str | bytes) -> None:
    assert str(refusal(text)).startswith("words.yaml: not readable as YAML: ")


@pytest.mark.parametrize("text", ["", "[]", "ก"])
def test_a_file_that_holds_no_lexicon_is_told(text: str) -> None:
    assert str(refusal(text)).startswith("words.yaml: the file: ")
