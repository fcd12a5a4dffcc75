"""What is said of a paper that a page shows and nobody but a person can read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_audit.judge.substance import emptiness, flipbook_of, hides_its_paper
from oit_audit.model import Document, Legibility, Link, Outcome, Picture, Status, Via
from tests.judge.cases import BODY, candidate, element, item, plan, section_page, verdict
from tests.match.sites import link, page

LABEL = "แผนดำเนินงาน"
BOOK = link("https://online.anyflip.com/abcde/fghi/", via=Via.FRAME)
NOTE = "the paper is shown by a flipbook of anyflip.com, whose text cannot be read"


def book(*text: str, links: tuple[Link, ...] = (BOOK,)) -> Document:
    """Return the page of the plan, with a flipbook."""
    return section_page(
        "/plan", *text, links=links, legibility=Legibility.POOR, legibility_note=NOTE
    )


def test_a_page_that_shows_a_flipbook_is_not_empty() -> None:
    assert emptiness(book(), LABEL) is None
    assert hides_its_paper(book(), LABEL)
    assert flipbook_of(book()) == "anyflip.com"


def test_a_page_with_words_of_its_own_hides_less() -> None:
    assert not hides_its_paper(book(BODY), LABEL)
    assert not hides_its_paper(replace(book(), legibility=Legibility.GOOD), LABEL)


def test_a_flipbook_is_for_a_person_to_look_at() -> None:
    given = verdict(item(element("ถนน")), candidate(book()))
    assert given.status is Status.UNKNOWN
    assert "หนังสือพลิกหน้าของ anyflip.com" in given.reason.th
    assert "put the PDF beside it" in given.reason.en
    assert given.remedy.th.startswith("publish the plan")
    assert "คนพิการทางการเห็น" in given.remedy.th
    assert "Put the PDF" in given.remedy.en
    assert [evidence.url for evidence in given.evidence] == [book().url]


def test_a_link_to_a_flipbook_says_the_same() -> None:
    outside = page("/", "", links=[replace(BOOK, text=LABEL)])
    given = verdict(item(element("ถนน")), candidate(outside, off_site=True))
    assert given.status is Status.UNKNOWN
    assert "หนังสือพลิกหน้าของ anyflip.com" in given.reason.th
    assert "คนพิการทางการเห็น" in given.remedy.th


def test_words_beside_a_flipbook_prove_nothing_absent() -> None:
    given = verdict(item(element("ถนน")), candidate(book(BODY)))
    assert given.status is Status.UNKNOWN
    assert given.elements[0].finding.outcome is Outcome.CANNOT_TELL
    assert NOTE in given.elements[0].finding.reason.en
    assert "Put the PDF" in given.remedy.en


def test_the_file_beside_the_flipbook_is_judged() -> None:
    paper = plan("/uploads/1.pdf", 2566, "ปรับปรุงถนน")
    given = verdict(item(element("ถนน")), candidate(book()), candidate(paper))
    assert given.status is Status.MET
    assert "flipbook" not in given.remedy.en


def test_another_host_is_no_flipbook() -> None:
    outside = page("/", "", links=[link("https://drive.example/plan", LABEL)])
    given = verdict(item(element("ถนน")), candidate(outside, off_site=True))
    assert "หนังสือพลิกหน้า" not in given.reason.th
    assert given.remedy.en == "publish the plan"


@pytest.mark.parametrize("note", ["a viewer shows a paper whose address only its scripts know"])
def test_a_viewer_that_keeps_its_address_is_for_a_person(note: str) -> None:
    document = replace(book(links=()), legibility_note=note)
    given = verdict(item(element("ถนน")), candidate(document))
    assert given.status is Status.UNKNOWN
    assert note in given.reason.en


def test_pages_as_pictures_are_for_a_person() -> None:
    leaves = tuple(Picture(f"https://town.test/p/{n}.jpg", "", f"picture {n}") for n in (1, 2))
    document = section_page("/plan", pictures=leaves)
    given = verdict(item(element("ถนน")), candidate(document))
    assert given.status is Status.UNKNOWN
