from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.extract.charset import decode

THAI = "แผนพัฒนาท้องถิ่น ขององค์การบริหารส่วนตำบล "


@pytest.mark.parametrize("declared", [None, "iso-8859-1", "windows-1252", "utf-8", "no-such-thing"])
def test_thai_eight_bit_is_thai_whatever_is_declared(declared: str | None) -> None:
    assert decode(THAI.encode("cp874"), declared) == THAI


@pytest.mark.parametrize("declared", ["tis-620", "windows-874", "TIS-620"])
def test_a_thai_declaration_is_believed_for_a_single_word(declared: str) -> None:
    assert decode("x ก".encode("cp874"), declared) == "x ก"


def test_a_declaration_inside_the_page_counts_too() -> None:
    body = b'<meta http-equiv=Content-Type content="text/html; charset=TIS-620">' + "ก".encode(
        "cp874"
    )
    assert decode(body).endswith("ก")


@pytest.mark.parametrize(
    "head",
    [
        "<!-- <meta charset=shift_jis> --><meta charset=koi8-r>",
        "<script src=a.js charset=shift_jis></script><meta charset=koi8-r>",
        "<metacharset=shift_jis><meta charset=koi8-r>",
        "<meta charset=none-such><meta content='text/html; charset=KOI8-R'>",
        "<?xml version='1.0' encoding='koi8-r'?>",
    ],
)
def test_the_first_known_charset_of_a_declaration_counts(head: str) -> None:
    text = f"{head}<p>план"
    assert decode(text.encode("koi8-r")) == text


@pytest.mark.parametrize("name", ["undefined", "idna", "cp037", "utf-7", "utf-16", "string_escape"])
@pytest.mark.parametrize("pad", ["", "x"])
def test_a_charset_that_no_page_can_have_spoils_nothing(name: str, pad: str) -> None:
    body = f"<meta charset={name}>{pad}plan ".encode() + b"\xb9 \xff\x81"
    assert "plan" in decode(body)
    if name != "utf-16":
        assert "plan" in decode(body, name)


def test_utf8_is_utf8_although_it_says_windows_1252() -> None:
    body = ('<meta charset="windows-1252">' + THAI).encode()
    assert THAI in decode(body, "windows-1252")


def test_utf8_with_a_word_cut_in_the_middle_of_a_character_stays_utf8() -> None:
    assert decode(THAI.encode() * 3 + "ก".encode()[:2] + b" end").startswith(THAI)


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_decides_and_disappears(mark: bytes, name: str) -> None:
    assert decode(mark + THAI.encode(name), "tis-620") == THAI


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_recognised(name: str) -> None:
    page = "<html><body>plan 2566</body></html>"
    assert decode(page.encode(name)) == page


def test_a_few_zero_bytes_do_not_make_text_wide() -> None:
    assert decode(b"a\x00bcdefghijklmnop") == "a\x00bcdefghijklmnop"


def test_french_latin_text_is_not_taken_for_thai() -> None:
    text = "été à la mairie, déjà présenté à l'élève " * 20
    assert decode(text.encode("latin-1"), "iso-8859-1") == text


def test_another_alphabet_is_read_as_declared() -> None:
    text = "広報 お知らせ"
    assert decode(text.encode("shift_jis"), "shift_jis") == text


def test_a_wrong_declaration_of_another_alphabet_does_not_spoil_thai() -> None:
    assert decode(THAI.encode("cp874"), "ascii") == THAI
    assert decode(b"<p>\xff\xfe\x81 town</p>", "shift_jis").endswith(" town</p>")


def test_thai_that_begins_late_in_a_long_page_is_found() -> None:
    assert decode(b"x" * 70_000 + THAI.encode("cp874")).endswith(THAI)


def test_bytes_of_no_alphabet_still_become_text() -> None:
    assert isinstance(decode(b"\x81\x8d\x8f\x90\x9d" * 5), str)


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "utf-8", "hex", "tis-620", "utf-7", "\udcff", "x\x00"]),
)
def test_decoding_never_raises(body: bytes, declared: str | None) -> None:
    assert isinstance(decode(body, declared), str)
