"""From bytes to text, whatever the page says about its encoding.

Declarations lie: UTF-8 pages that say windows-1252, Thai eight-bit pages that say nothing or Latin.
The order is: byte order mark, valid UTF-8, UTF-8 with torn characters, Thai eight-bit, what is
declared, a guess.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta[\s/]|\?xml\s)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_THAI_NAMES = frozenset({"tis-620", "tis620", "windows-874", "cp874", "iso-8859-11", "x-mac-thai"})
_UTF8 = frozenset({"utf-8", "ascii"})
_LATIN = frozenset({"iso8859-1", "iso8859-15", "cp1252"})
"""Codecs that are declared by habit, not by knowledge; names as `codecs.lookup` gives them."""

_KNOWN = re.compile(
    r"ascii|big5(?:hkscs)?|cp(?:866|874|932|949|125\d)|euc_\w+|gb\w+|iso(?:8859-\d+|2022_jp)|koi8-[ru]"
    r"|mac-\w+|shift_jis|tis-620|utf-(?:8|16|16-[bl]e)"
)
"""Codecs that browsers have too, by Python's names. Source: WHATWG Encoding, section 4.2."""

_THAI_BYTE = bytes(range(0xA1, 0xDB)) + bytes(range(0xDF, 0xFC))
_HIGH_BYTES = bytes(range(0x80, 0x100))
_THAI_RUN = re.compile(rb"[\xa1-\xda\xdf-\xfb]{3,}")
_SAMPLE = 65_536
_GUESS_SAMPLE = 8_192


def decode(body: bytes, declared: str | None = None) -> str:
    """Return `body` as text; `declared` is the charset of the HTTP header. Never raises.

    >>> decode("แผนพัฒนา".encode("cp874"), "iso-8859-1")
    'แผนพัฒนา'
    """
    return text_and_codec(body, declared)[0]


def text_and_codec(body: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return `body` as text, and the name of the codec that it is written in."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), name
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(body, declared)
    if "\x00" in text[:200] and (wide := _wide(body)) is not None:
        return wide
    return text, "utf-8"


def _said_inside(body: bytes) -> Iterator[str]:
    """Give the charsets that the page itself names in its first bytes, outside comments.

    A page that can say so is not in UTF-16. Source: WHATWG HTML, section 13.2.3.2.
    """
    for found in _DECLARED.finditer(_COMMENT.sub(b"", body[:4_096])):
        name = found.group(1).decode("ascii")
        if not name.lower().startswith("utf-16"):
            yield name


def _wide(body: bytes) -> tuple[str, str] | None:
    sample = body[:400]
    name = "utf-16-be" if sample[0::2].count(0) > sample[1::2].count(0) else "utf-16-le"
    wide = sample.count(0) > len(sample) // 4
    return (body.decode(name, "replace"), name) if wide else None


def _eight_bit(body: bytes, declared: str | None) -> tuple[str, str]:
    torn = body.decode("utf-8", "replace")
    whole = sum(character > "\u007f" for character in torn[:_SAMPLE]) - torn[:_SAMPLE].count(
        "\ufffd"
    )
    if whole > 2 * torn[:_SAMPLE].count("\ufffd"):
        return torn, "utf-8"
    names = [name for name in (declared, *_said_inside(body)) if name]
    if any(name.lower() in _THAI_NAMES for name in names):
        return body.decode("cp874", "replace"), "cp874"
    known = [codec for codec in map(_codec, names) if codec and codec not in _UTF8]
    for codec in known:
        if codec in _LATIN:
            continue
        try:
            return body.decode(codec), codec
        except UnicodeDecodeError:
            continue
    if _looks_thai(body):
        return body.decode("cp874", "replace"), "cp874"
    guess = known[0] if known else _guess(body)
    return body.decode(guess, "replace"), guess


def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return found.name if _KNOWN.fullmatch(found.name) else None


def _looks_thai(body: bytes) -> bool:
    """Are the high bytes Thai letters, standing in runs as Thai words do?"""
    sample = body[:_SAMPLE]
    high = len(sample) - len(sample.translate(None, _HIGH_BYTES))
    if not high:
        sample = body[-_SAMPLE:]
        high = max(1, len(sample) - len(sample.translate(None, _HIGH_BYTES)))
    thai = len(sample) - len(sample.translate(None, _THAI_BYTE))
    in_runs = sum(len(run) for run in _THAI_RUN.findall(sample))
    return thai / high > 0.9 and in_runs / high > 0.5


def _guess(body: bytes) -> str:
    best = from_bytes(body[:_GUESS_SAMPLE]).best()
    return best.encoding if best else "cp1252"
