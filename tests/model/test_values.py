"""What must hold of the values that stations hand to each other."""

from __future__ import annotations

import pytest

from oit_audit.model import (
    Block,
    Document,
    Finding,
    Media,
    Outcome,
    Section,
    Text,
)

WHOLE, PANEL, INNER, OTHER = (
    Section("", -1, 0),
    Section("แผน", 0, 1, anchor="a", panel=True),
    Section("ปี 2566", 1, 2),
    Section("อื่น", 0, 1),
)
PAGE = Document(
    "http://town.example/p",
    "http://town.example/p",
    Media.WEBPAGE,
    "หน้า",
    blocks=(Block("หนึ่ง", "p", 1), Block("สอง", "p", 2), Block("สาม", "p", 3)),
    sections=(WHOLE, PANEL, INNER, OTHER),
)


def test_what_was_found_must_be_shown() -> None:
    with pytest.raises(ValueError, match="FOUND must show its evidence"):
        Finding(Outcome.FOUND, Text("พบ", "found"))


def test_a_part_holds_what_stands_in_it_and_below_under_its_own_address() -> None:
    part = PAGE.part(1)
    assert (part.url, part.title) == ("http://town.example/p#a", "แผน")
    assert [block.text for block in part.blocks] == ["หนึ่ง", "สอง"]


def test_a_part_without_anchor_has_the_address_of_the_page() -> None:
    assert PAGE.part(3).url == PAGE.url


def test_the_whole_is_a_part_of_itself() -> None:
    assert PAGE.part(0) is PAGE


def test_a_document_begins_with_the_whole() -> None:
    with pytest.raises(ValueError, match="section 0 is the whole"):
        Document("u", "u", Media.PDF, "", sections=(PANEL,))


def test_a_sentence_is_told_in_the_language_asked_for() -> None:
    assert Text("พบ", "found").in_language("en") == "found"
