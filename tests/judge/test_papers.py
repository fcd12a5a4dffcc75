"""Papers that cannot be read are counted, each kind once, at the first of them."""

from __future__ import annotations

import pytest

from oit_audit.judge import unread_papers
from oit_audit.model import Document, Legibility, Media, Severity

SCAN = "no text layer: probably a scan"


def paper(name: str, note: str = "", media: Media = Media.PDF) -> Document:
    url = f"https://town.example/{name}"
    legibility = Legibility.NONE if note else Legibility.GOOD
    return Document(url, url, media, "", legibility=legibility, legibility_note=note)


def test_scans_are_counted_once() -> None:
    (found,) = unread_papers([paper("b.pdf", SCAN), paper("c.pdf"), paper("a.pdf", SCAN)])
    assert (found.id, found.severity) == ("papers_without_text", Severity.LOW)
    assert found.url == "https://town.example/a.pdf"
    assert "2 of 3 papers" in found.says.en
    assert "2 จาก 3 ฉบับ" in found.says.th


@pytest.mark.parametrize(
    "note",
    ["the PDF is damaged", "the PDF is locked with a password", "reading the file took too long"],
)
def test_papers_that_do_not_open_are_worse(note: str) -> None:
    (found,) = unread_papers([paper("a.pdf", note), paper("b.pdf")])
    assert (found.id, found.severity) == ("papers_unreadable", Severity.MEDIUM)


def test_pictures_pages_and_files_for_programs_are_no_papers() -> None:
    photo = paper("a.jpg", "a picture: its text cannot be read", Media.IMAGE)
    data = paper("b.json", "a JSON file for programs: it cannot be read", Media.OTHER)
    assert unread_papers([photo, data, paper("c.html", SCAN, Media.WEBPAGE)]) == ()
