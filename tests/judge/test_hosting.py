"""What lies at services of others: weaker, named, and with advice that helps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_audit.judge import hosting, words
from oit_audit.judge.elements import Showing
from oit_audit.judge.freshness import Fit, YearReading, YearSource
from oit_audit.judge.sift import Sieve, Sifted
from oit_audit.model import (
    Candidate,
    Completion,
    DeadEnd,
    DeadEndKind,
    Document,
    ElementVerdict,
    Evidence,
    Finding,
    Link,
    Media,
    Outcome,
    Skip,
    SkipReason,
    Status,
    Sureness,
    Text,
    Verdict,
)
from tests.judge.cases import both, candidate
from tests.match.sites import HOME

FILE = "https://drive.google.com/file/d/1mWgtfFJGQHJzBcpv99Km87YEWMf9C3ld/view"
NOTHING = Text("ไม่ต้องแก้ไข", "Nothing to do.")


def verdict(status: Status, confidence: Sureness = Sureness.HIGH) -> Verdict:
    return Verdict(
        id="o4",
        concepts=("plan",),
        title=both("แผน"),
        sub_indicator="9.1",
        status=status,
        completion=Completion.FULL,
        confidence=confidence,
        reason=both("พบ"),
        elements=(),
        evidence=(Evidence(FILE, "page 1", "แผน"),),
        rejected=(),
        remedy=NOTHING,
        unit="",
    )


def outside(reason: SkipReason | None, url: str = FILE) -> Sifted:
    document = Document(HOME, HOME, Media.WEBPAGE, "แผน", links=(Link(url, "แผน"),))
    skip = Skip(url, reason) if reason else None
    leading = replace(candidate(document), off_site=True, skip=skip)
    return Sifted(leading, YearReading((), YearSource.NOWHERE), Fit.UNDATED)


def dead(reason: SkipReason) -> DeadEnd:
    return DeadEnd("plan", DeadEndKind.NOT_SEEN, FILE, "แผน 2566", 1.0, HOME, Skip(FILE, reason))


def lying(host: str, url: str) -> Candidate:
    return replace(candidate(Document(url, url, Media.PDF, "แผน")), host=host)


def test_what_rests_on_others_is_never_wholly_sure() -> None:
    weak = hosting.weaker(verdict(Status.MET), ("drive.google.com",))
    assert weak.confidence is Sureness.MEDIUM
    assert "drive.google.com" in weak.reason.th
    assert "drive.google.com" in weak.reason.en
    assert weak.remedy != NOTHING
    low = hosting.weaker(verdict(Status.PARTIAL, Sureness.LOW), ("drive.google.com",))
    assert (low.confidence, low.remedy) == (Sureness.LOW, NOTHING)
    assert hosting.weaker(verdict(Status.MET), ()) == verdict(Status.MET)


def test_a_showing_rests_on_its_first_paper_and_on_those_that_show_an_element() -> None:
    own, first, second = lying("", HOME), lying("a.test", "https://a.test/"), lying("b.test", FILE)
    shown = Finding(Outcome.FOUND, both("มี"), Evidence(FILE, "page 1", "แผน"))
    element = ElementVerdict("plan", both("แผน"), shown, binds=True, remedy=both("แก้"))
    assert hosting.hosts_of(Showing((own, first), ())) == ()
    assert hosting.hosts_of(Showing((first, own), ())) == ("a.test",)
    assert hosting.hosts_of(Showing((own, first, second), (element,))) == ("b.test",)


@pytest.mark.parametrize("status", [Status.MISSING, Status.STALE, Status.UNKNOWN])
def test_a_lock_is_advised_to_be_opened(status: Status) -> None:
    ends = (dead(SkipReason.NOT_FOUND), dead(SkipReason.NEEDS_PERMISSION))
    advice = hosting.advised(verdict(status), ends, Sieve()).remedy
    assert "ทุกคนที่มีลิงก์" in advice.th
    assert "แผน 2566" in advice.th
    assert "Google ไดรฟ์" in advice.th


def test_who_is_met_needs_no_advice_and_a_dead_link_gets_that_of_its_item() -> None:
    locked = (dead(SkipReason.NEEDS_PERMISSION),)
    assert hosting.advised(verdict(Status.MET), locked, Sieve()) == verdict(Status.MET)
    missing = verdict(Status.MISSING)
    assert hosting.advised(missing, (dead(SkipReason.NOT_FOUND),), Sieve()) == missing
    unknown = verdict(Status.UNKNOWN)
    assert hosting.advised(unknown, (), Sieve(off_site=[outside(None)])) == unknown


def test_what_programs_may_not_read_is_advised_to_come_home() -> None:
    folder = hosting.advised(
        verdict(Status.UNKNOWN), (), Sieve(off_site=[outside(SkipReason.FOREIGN_FOLDER)])
    )
    assert "โฟลเดอร์" in folder.remedy.th
    shut = hosting.advised(
        verdict(Status.UNKNOWN), (), Sieve(off_site=[outside(SkipReason.FOREIGN_ROBOTS)])
    )
    assert "เว็บไซต์ของหน่วยงาน" in shut.remedy.th
    other = outside(SkipReason.TIMEOUT, "https://unknown.test/a.pdf")
    assert (
        "เว็บไซต์อื่น"
        in hosting.advised(verdict(Status.UNKNOWN), (), Sieve(off_site=[other])).remedy.th
    )


@pytest.mark.parametrize(
    ("url", "says"),
    [
        (FILE, "อยู่ที่ Google ไดรฟ์"),
        ("https://process3.gprocurement.go.th/x", "ระบบการจัดซื้อจัดจ้างภาครัฐ (e-GP)"),
        ("https://www.facebook.com/town", "Facebook"),
        ("https://unknown.test/a", "อยู่นอกเว็บไซต์"),
    ],
)
def test_a_link_outside_names_whose_it_is(url: str, says: str) -> None:
    said = words.off_site(outside(None, url).candidate)
    assert says in said.th
    assert url in said.th
    assert url in said.en


def test_a_link_outside_says_why_it_was_not_seen() -> None:
    said = words.off_site(outside(SkipReason.FOREIGN_QUOTA).candidate)
    assert "มากเกินกำหนด" in said.th
    assert "too many" in said.en
