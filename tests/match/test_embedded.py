"""A paper that a page shows is what stands behind the label of the page."""

from __future__ import annotations

import pytest

from oit_audit.model import DeadEndKind, Document, Link, SkipReason, Via
from tests.match.sites import LONG, candidates, dead_ends, link, matches, page, paper

TOWN = "เทศบาลตำบลทุ่งสมมติ"
SCAN = paper("/uploads/2.pdf", "ตามเอกสารแนบท้าย")


def town(*shown: Link, title: str = "แผนดำเนินงาน") -> tuple[Document, Document]:
    """Return a home page with the label of a page that only shows something."""
    return (
        page("/", TOWN, LONG, links=[link("/plan", "แผนดำเนินงาน")]),
        page("/plan", title, links=shown),
    )


def shown(path: str, text: str = "") -> Link:
    return link(path, text, via=Via.EMBED)


def test_the_paper_that_a_page_shows_needs_no_further_click() -> None:
    found = candidates("action_plan", *town(shown("/uploads/2.pdf")), SCAN)
    assert found["/uploads/2.pdf"].click_path == ("หน้าหลัก", "แผนดำเนินงาน")
    assert found["/uploads/2.pdf"].label == "แผนดำเนินงาน"
    assert found["/uploads/2.pdf"].label_score > 0.6
    assert found["/plan"].offers == 1


@pytest.mark.parametrize("title", ["PDF viewer", "ฝังแล้ว: เล่มสีเขียวของกองช่าง"])
def test_whatever_the_frame_is_called_the_paper_is_that_of_the_page(title: str) -> None:
    found = candidates("action_plan", *town(shown("/uploads/2.pdf", title)), SCAN)
    assert found["/uploads/2.pdf"].label_score > 0.6


def test_a_frame_that_says_something_else_shows_something_else() -> None:
    found = candidates("action_plan", *town(shown("/uploads/2.pdf", "แผนการจัดซื้อจัดจ้าง")), SCAN)
    assert "/uploads/2.pdf" not in found


@pytest.mark.parametrize("title", ["", "เล่มสีเขียวของกองช่าง"])
def test_a_paper_that_is_not_there_is_a_dead_end_of_the_label(title: str) -> None:
    ends = dead_ends(
        "action_plan",
        *town(shown("/uploads/2.pdf", title)),
        skips={"/uploads/2.pdf": SkipReason.NOT_FOUND},
    )
    assert [(end.kind, end.label, end.is_absence) for end in ends] == [
        (DeadEndKind.NOT_SEEN, title or "แผนดำเนินงาน", True)
    ]


def test_a_flipbook_of_another_host_is_off_the_site() -> None:
    book = shown("https://online.anyflip.com/abcde/fghi/")
    found = matches(*town(book)).of(("action_plan",))
    outside = [candidate for candidate in found if candidate.off_site]
    assert [candidate.document.links[0].url for candidate in outside] == [book.url]
