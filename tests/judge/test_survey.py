"""The survey of people outside the office: a hint for the whole site, never a fault of an item."""

from __future__ import annotations

import pytest

from oit_audit.judge import survey_findings
from oit_audit.model import Completion, Document, Link, Media, Picture, Reach

HOME = "https://www.town.test/"
OTHERS = [Document(f"{HOME}{at}", f"{HOME}{at}", Media.WEBPAGE, "ข่าว") for at in range(20)]
WHOLE = Reach(Completion.FULL, None)


def home(*links: Link, pictures: tuple[Picture, ...] = ()) -> Document:
    return Document(HOME, HOME, Media.WEBPAGE, "เทศบาล", links=links, pictures=pictures)


def test_a_site_that_does_not_lead_to_it_is_told_so() -> None:
    (finding,) = survey_findings([home(Link(f"{HOME}news", "ข่าว")), *OTHERS], WHOLE, HOME)

    assert (finding.id, finding.url) == ("eit_survey_not_linked", HOME)
    assert "EIT" in finding.says.th


@pytest.mark.parametrize(
    "page",
    [
        home(Link("https://itas.nacc.go.th/go/eit/abc123", "")),
        home(Link(f"{HOME}q", "แบบวัด EIT 2566")),
        home(Link(f"{HOME}q", "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก")),
        home(pictures=(Picture(f"{HOME}img/QR-EIT.png", "", "img"),)),
        home(pictures=(Picture(f"{HOME}img/qrcode1.png", "", "img"),)),
        home(pictures=(Picture(f"{HOME}img/1.png", "สแกนเพื่อตอบ EIT", "img"),)),
    ],
)
def test_a_link_or_a_code_is_enough(page: Document) -> None:
    assert survey_findings([page, *OTHERS], WHOLE, HOME) == ()


def test_a_link_without_address_and_other_words_are_not() -> None:
    page = home(Link("", "EIT"), Link(f"{HOME}a", "Eiti facility"))
    assert len(survey_findings([page, *OTHERS], WHOLE, HOME)) == 1


def test_a_look_that_was_cut_short_or_saw_a_few_pages_says_nothing() -> None:
    assert survey_findings([home(), *OTHERS], Reach(Completion.PARTLY, "budget"), HOME) == ()
    assert survey_findings([home()], WHOLE, HOME) == ()
