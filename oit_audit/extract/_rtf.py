"""Rich text: its lines, the cells of its tables, and where its links lead."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from oit_audit.extract._mended import mended

MAX_LETTERS = 5_000_000
"""Of the file without its pictures; what follows is not read."""

_MAX_FONTS = 1_000
_HEX = re.compile(r"[0-9a-fA-F\s]{400,}")
_GONE = re.compile(r"\\(?:deleted|v)(?![a-zA-Z0-9-])")
"""Deleted while changes were tracked, and hidden: each stands in a group of its own."""

_LINK = re.compile(r"hyperlink", re.IGNORECASE)
_ADDRESS = re.compile(r'HYPERLINK\s{1,9}"(https?:[^"{}]{1,2000})"', re.IGNORECASE)
_FONTS = re.compile(r"\{[^{}\\]{0,99}\\fonttbl")
_FONT = re.compile(r"\\f(\d{1,5})(?!\d)[^;{}]{0,200}?\\fcharset(\d{1,3})(?!\d)")
_BRACE = re.compile(r"[{}]")
_PLAIN_CODE = re.compile(r"\\ansicpg(?:0|1252|65001)?(?![0-9])")
_THAI_HEX = re.compile(r"(?:\\'[a-f][0-9a-f]){4}", re.IGNORECASE)
_CONTROLS = re.compile(r"\\[a-z]{1,32}-?\d{11,}", re.IGNORECASE)
_DAMAGES = (ValueError, IndexError, KeyError, TypeError, OverflowError, LookupError)


def lines_of(body: bytes) -> tuple[list[list[str]], bool]:
    """Return the lines, each as its cells (one where it is no row), and whether that is all.

    Raises:
        ValueError: it cannot be read.
    """
    text = body.decode("cp1252", "replace")
    text = _HEX.sub("", text)
    whole = len(text) <= MAX_LETTERS
    text = _with_few_fonts(text)
    text = _LINK.sub("hyper{}link", _GONE.sub(r"\\*", _CONTROLS.sub("", text[:MAX_LETTERS])))
    if _THAI_HEX.search(text):  # written by a Thai program that did not say so
        text = _PLAIN_CODE.sub(r"\\ansicpg874", text, count=1)
    try:
        plain: str = rtf_to_text(text, encoding="cp874", errors="replace")  # type: ignore[no-untyped-call]  # the library has no types
    except _DAMAGES as error:
        raise ValueError("the file is damaged") from error
    paired = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [_cells(line) for line in mended(paired).split("\n")], whole


def _with_few_fonts(text: str) -> str:
    """Return `text` with a list of fonts that says no more than their charsets.

    The library takes minutes for a long one.
    """
    begins = _FONTS.search(text)
    if begins is None:
        return text
    end, depth = len(text), 1
    for brace in _BRACE.finditer(text, begins.end()):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            end = brace.end()
            break
    fonts = _FONT.findall(text[begins.end() : end])[:_MAX_FONTS]
    plain = "".join(rf"{{\f{number}\fcharset{charset} x;}}" for number, charset in fonts)
    rest = _FONTS.sub("{", text[end:])
    return f"{text[: begins.start()]}{{\\fonttbl{plain}}}{rest}"


def addresses_in(body: bytes) -> list[str]:
    """Return where the links lead, in reading order; each once."""
    found = _ADDRESS.findall(body[: 4 * MAX_LETTERS].decode("cp1252", "replace"))
    return list(dict.fromkeys(found))


def _cells(line: str) -> list[str]:
    bare = line.strip()
    return bare.split("|")[:-1] if bare.endswith("|") else [bare]
