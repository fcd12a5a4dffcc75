"""Items, candidates and cases for the tests of `judge`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from oit_audit.checks import bind
from oit_audit.judge import Case, judge
from oit_audit.model import (
    Basis,
    Candidate,
    Check,
    Checklist,
    Completion,
    DeadEnd,
    Document,
    Element,
    Freshness,
    Item,
    ItemKind,
    Matches,
    Organisation,
    Reach,
    Sureness,
    Text,
    Verdict,
)
from tests.match.sites import HOME, page, paper

YEAR = 2566
TODAY = date(2023, 4, 20)
TOWN = "เทศบาลตำบลทุ่งสมมติ"
REACH = Reach(Completion.FULL, pages=12, documents=30)
BODY = "เทศบาลจัดบริการสาธารณะเพื่อประโยชน์ของประชาชนในท้องถิ่นตามที่กฎหมายกำหนดไว้ทุกประการ"


def both(words: str) -> Text:
    """Return a sentence that is the same in both languages."""
    return Text(words, words)


def element(id: str, check: str | Check = "phrases", **more: Any) -> Element:
    """Return an element; a `phrases` check looks for the element's own id."""
    bound = bind(check, {"any_of": [id]}) if isinstance(check, str) else check
    name = check if isinstance(check, str) else more.pop("check_name", "made_up")
    made = Element(
        id, both(f"says {id}"), name, bound, Basis.RULE, Sureness.HIGH, both(f"add {id}")
    )
    return replace(made, **more)


def item(*elements: Element, **more: Any) -> Item:
    """Return an item about the action plan of the assessed year."""
    made = Item(
        id="o10",
        concepts=("action_plan",),
        title=both("แผนดำเนินงานประจำปี"),
        sub_indicator="9.2",
        fresh=Freshness.ASSESSED_YEAR,
        fresh_basis=Basis.RULE,
        kind=ItemKind.DOCUMENT,
        unit="กองยุทธศาสตร์",
        basis=Basis.RULE,
        confidence=Sureness.HIGH,
        elements=elements,
        remedy=both("publish the plan"),
    )
    return replace(made, **more)


def candidate(document: Document | None = None, **more: Any) -> Candidate:
    """Return a candidate for the action plan; without a document, the town's plan of the year."""
    made = Candidate(
        concept="action_plan",
        document=document or plan(),
        label="แผนดำเนินงาน",
        label_score=1.0,
        own_score=1.0,
        rival=None,
        click_path=("หน้าหลัก", "แผนดำเนินงาน"),
        hub=HOME,
    )
    return replace(made, **more)


def plan(path: str = "/uploads/1.pdf", year: int | None = YEAR, *lines: str) -> Document:
    """Return the plan of a year, signed by the town; of no year when None."""
    named = f" ประจำปีงบประมาณ พ.ศ. {year}" if year else ""
    return paper(path, f"แผนดำเนินงาน{named} {TOWN}", BODY, *lines)


def section_page(path: str, *text: str, **more: Any) -> Document:
    """Return a page about the plan with this text."""
    return page(path, f"แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. {YEAR}", *text, **more)


def case(
    asked: Item,
    *candidates: Candidate,
    dead: tuple[DeadEnd, ...] = (),
    reach: Reach = REACH,
    own_name: str = TOWN,
    more: tuple[Item, ...] = (),
) -> Case:
    """Return the case of one item, and what else the checklist asks."""
    checklist = Checklist("oit", YEAR, "sha256:0", (), (asked, *more), ())
    matches = Matches(candidates, dead, own_name)
    return Case(checklist, matches, reach, Organisation(HOME, TOWN), TODAY)


def verdict(asked: Item, *candidates: Candidate, **more: Any) -> Verdict:
    """Return the verdict on an item."""
    return judge(case(asked, *candidates, **more))[0]
