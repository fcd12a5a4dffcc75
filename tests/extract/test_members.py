"""Files that lie in other files are read as if they lay beside them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from oit_audit import extract
from oit_audit.extract import _members
from oit_audit.model import Document, Legibility, Media
from tests.extract.conftest import Send

Open = Callable[[bytes], Document]
URL = "https://town.example/files/year.zip"


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a ZIP of `files`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return made.getvalue()


@pytest.fixture
def opened(send: Send) -> Open:
    return lambda body: extract.extract(send(URL, media_type="application/zip"), body)


def test_the_files_of_an_archive_are_read(opened: Open) -> None:
    found = opened(zipped({"2566/มกราคม.csv": "เดือน,บาท\nมกราคม,5".encode(), "note.txt": b"hello"}))
    assert (found.media, found.legibility) == (Media.ARCHIVE, Legibility.GOOD)
    first, second = found.members
    assert first.file_name == "มกราคม.csv"
    assert first.url == f"{URL}!/2566/%E0%B8%A1%E0%B8%81%E0%B8%A3%E0%B8%B2%E0%B8%84%E0%B8%A1.csv"
    assert first.address == URL
    assert second.blocks[0].text == "hello"
    assert [link.text for link in found.links] == ["มกราคม.csv", "note.txt"]
    assert [link.url for link in found.links] == [member.url for member in found.members]


def test_an_archive_in_an_archive_is_opened_and_so_on_to_an_end(opened: Open) -> None:
    body = zipped({"deep.txt": b"deep"})
    for _ in range(_members.MAX_DEPTH + 1):
        body = zipped({"inner.zip": body})
    found, depth = opened(body), 0
    while found.members:
        (found,), depth = found.members, depth + 1
        assert found.address == URL
    assert depth == _members.MAX_DEPTH
    assert found.legibility is Legibility.NONE


def test_no_more_files_than_allowed(opened: Open) -> None:
    found = opened(zipped({f"{n}.txt": b"x" for n in range(_members.MAX_MEMBERS + 5)}))
    assert len(found.members) == _members.MAX_MEMBERS
    assert (found.legibility, found.legibility_note) == (
        Legibility.POOR,
        f"only the first {_members.MAX_MEMBERS} of the files in it were opened",
    )


def test_when_time_is_up_what_was_read_is_kept(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_members, "MAX_SECONDS", 0.0)
    found = opened(zipped({"a.txt": b"a"}))
    assert (found.members, found.legibility) == ((), Legibility.NONE)


def test_a_bomb_is_not_unpacked(opened: Open) -> None:
    found = opened(zipped({"bomb.txt": bytes(_members.MAX_MEMBER_BYTES + 1), "good.txt": b"good"}))
    bomb, good = found.members
    assert (bomb.legibility, bomb.legibility_note) == (
        Legibility.NONE,
        "the file unpacks to more than we open",
    )
    assert good.blocks[0].text == "good"


def test_a_damaged_archive_says_that_it_was_not_opened(opened: Open) -> None:
    found = opened(zipped({"a.txt": b"hello"})[:-30])
    assert (found.members, found.legibility) == ((), Legibility.NONE)
