"""Damaged and twisted files of every type: each is read within its limits, and none is an error.

What a part does not expect fails here, since nothing is caught.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oit_audit.extract import _members, extract
from oit_audit.extract._extractor import MAX_BLOCK_TEXT, MAX_BLOCKS, MAX_CELLS, MAX_LINKS
from oit_audit.extract._zip import DAMAGES
from oit_audit.model import Document
from tests.extract.conftest import Send
from tests.extract.test_always import holds

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "documents"
FILES = sorted(path for path in FOLDER.glob("*/*") if path.suffix != ".yaml")
_MOST = 200_000
"""Bytes of a file after it was twisted."""

Twist = tuple[str, float, int, int]
"""What is done, where as a share of the file, with how many bytes, and a number for the details."""

twists = st.tuples(
    st.sampled_from(["flip", "cut", "drop", "repeat", "zero", "noise", "splice", "swap"]),
    st.floats(0, 1),
    st.sampled_from([1, 2, 4, 16, 200, 3_000]),
    st.integers(0, 2**32 - 1),
)


def twisted(body: bytes, twist: Twist, other: bytes) -> bytes:
    """Return `body` with one thing done to it; `other` is a second file, to splice with."""
    what, share, size, number = twist
    at = int(share * len(body))
    before, there, after = body[:at], body[at : at + size], body[at + size :]
    match what:
        case "flip":
            there = bytes(byte ^ (1 << number % 8) for byte in there)
        case "cut":
            after = b""
        case "drop":
            there = b""
        case "repeat":
            there *= 2 + number % 400
        case "zero":
            there = bytes(len(there))
        case "noise":
            there = (number.to_bytes(4, "little") * (size // 4 + 1))[:size]
        case "splice":
            start = number % (len(other) + 1)
            there = other[start : start + size * 20]
        case _:
            there, after = after[:size], there + after[size:]
    return (before + there + after)[:_MOST]


def twisted_inside(body: bytes, twist: Twist, other: bytes) -> bytes:
    """Return a ZIP with one of its files twisted and packed again, so that it can be unpacked."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as source, zipfile.ZipFile(out, "w") as target:
            members = source.infolist()
            chosen = twist[3] // 7 % len(members)
            for number, member in enumerate(members):
                content = source.read(member)
                changed = twisted(content, twist, other) if number == chosen else content
                if member.filename not in target.NameToInfo:
                    target.writestr(member.filename, changed, compress_type=zipfile.ZIP_DEFLATED)
    except (*DAMAGES, ZeroDivisionError):
        return twisted(body, twist, other)
    return out.getvalue()


def all_documents(document: Document) -> Iterator[Document]:
    """Give a document and all that lies in it."""
    yield document
    for member in document.members:
        yield from all_documents(member)


def keeps_its_limits(document: Document) -> None:
    """Check what one file may become at most."""
    whole = list(all_documents(document))
    assert len(whole) <= _members.MAX_MEMBERS + 1
    for part in whole:
        holds(part)
        cells = sum(len(row) for table in part.tables for row in table.rows)
        assert len(part.blocks) <= MAX_BLOCKS
        assert len(part.links) <= MAX_LINKS + _members.MAX_MEMBERS
        assert cells <= 2 * MAX_CELLS  # a last row, and short rows filled up
        assert all(len(block.text) <= MAX_BLOCK_TEXT for block in part.blocks)
        assert len(part.title) <= 2_000
        assert len(part.file_name) <= 300


def test_there_is_a_file_of_every_type() -> None:
    assert len({path.suffix for path in FILES}) >= 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sound_file_keeps_its_limits(send: Send, bare: None, path: Path) -> None:
    keeps_its_limits(extract(send(f"http://town.test/{path.name}", ""), path.read_bytes()))


@settings(
    max_examples=1_500,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.sampled_from(FILES),
    st.sampled_from(FILES),
    st.lists(twists, min_size=1, max_size=4),
    st.booleans(),
)
def test_a_twisted_file_is_no_error_and_keeps_its_limits(
    send: Send, bare: None, path: Path, other: Path, how: list[Twist], inside: bool
) -> None:
    body, second = path.read_bytes()[:_MOST], other.read_bytes()
    for twist in how:
        body = (twisted_inside if inside else twisted)(body, twist, second)
    keeps_its_limits(extract(send(f"http://town.test/{path.name}", ""), body))
