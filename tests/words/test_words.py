"""One sentence becomes the same in every language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oit_audit.model import Text
from oit_audit.words import joined, worded, worded_for


def test_a_sentence_is_said_in_both_languages() -> None:
    assert worded("Fix these first") == Text("สิ่งที่ควรแก้ไขก่อน", "Fix these first")


def test_a_sentence_is_filled_in() -> None:
    assert worded("Level {level}", level="A") == Text("ระดับ A", "Level A")


def test_what_is_filled_in_later_stays_open() -> None:
    assert worded("Level {level}") == Text("ระดับ {level}", "Level {level}")


def test_a_field_in_both_languages_is_said_in_the_language_of_its_sentence() -> None:
    place = worded("Municipality")

    assert worded("row {rest}", rest=place) == Text("แถว เทศบาล", "row Municipality")


@given(st.text())
def test_what_strangers_wrote_is_never_a_pattern(said: str) -> None:
    assert worded("row {rest}", rest=said) == Text(f"แถว {said}", f"row {said}")


def test_the_use_decides_what_words_mean() -> None:
    assert worded_for("status of an item", "Partial").th == "ไม่ครบ"
    assert worded_for("how much was seen", "Partial").th == "ตรวจได้บางส่วน"


def test_a_sentence_that_no_translator_has_seen_is_said_in_english() -> None:
    unheard = "a sentence that nobody has collected"
    assert worded(unheard) == Text(unheard, unheard)


def test_sentences_are_joined_as_each_language_does() -> None:
    both = (Text("ก", "a"), Text("ข", "b"))

    assert joined(both) == Text("ก · ข", "a; b")
    assert joined(both, " ", " and ") == Text("ก ข", "a and b")
    assert joined(()) == Text("", "")
