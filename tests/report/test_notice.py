"""An audit as a short message."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.model import (
    ONLY_ENTERED,
    Completion,
    Language,
    LinkVerdict,
    Reach,
    Status,
    Text,
    Tone,
)
from oit_audit.report import notice, notice_of_silence
from oit_audit.report.change import is_news, notice_of_change
from oit_audit.report.notice import MAX_BODY, MAX_TITLE
from oit_audit.store import changes
from tests.report import changed
from tests.report.accepted import agrees
from tests.report.audits import all_met, every_status, nothing_seen
from tests.two_audits import audit, item, later, unseen

LANGUAGES: tuple[Language, ...] = ("th", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_accepted_messages(language: Language) -> None:
    said = [notice(audit, language) for audit in (every_status(), all_met(), nothing_seen())]
    said.append(
        notice_of_silence("https://www.baansuanmok.example/", "no answer in time", language)
    )
    whole = "\n-----\n".join(f"[{each.tone}] {each.title}\n\n{each.body}" for each in said)
    agrees(f"notices.{language}.txt", f"{whole}\n".encode())


def test_what_was_not_seen_is_never_told_as_missing() -> None:
    partly, nothing = notice(every_status(), "en"), notice(nothing_seen(), "en")
    assert "Incomplete: only part of the website could be seen" in partly.body
    assert partly.tone is Tone.WARNING
    assert "Nothing of the website could be seen" in nothing.body
    assert "points" not in nothing.title
    assert "Nothing needs fixing" not in nothing.body


def test_the_tone_goes_with_what_is_to_do() -> None:
    seen = replace(every_status(), reach=Reach(Completion.FULL))
    assert notice(seen, "th").tone is Tone.BAD
    mild = tuple(v for v in seen.verdicts if v.status is not Status.MISSING)
    assert notice(replace(seen, verdicts=mild, site_findings=()), "th").tone is Tone.PLAIN
    assert notice(all_met(), "th").tone is Tone.GOOD


def test_a_verification_of_links_is_not_called_incomplete() -> None:
    link = LinkVerdict(
        1, "o1", "https://a.example/", "", None, None, None, None, None, (), Text("", "")
    )
    audit = replace(every_status(), reach=Reach(Completion.PARTLY, ONLY_ENTERED), links=(link,))
    body = notice(audit, "en").body
    assert "Judged by the entered links alone" in body
    assert "Incomplete" not in body


@given(
    name=st.text(max_size=300),
    title=st.text(max_size=300),
    url=st.text(max_size=300),
    count=st.integers(0, 120),
)
def test_no_text_of_strangers_breaks_out_of_a_message(
    name: str, title: str, url: str, count: int
) -> None:
    audit = every_status()
    (wanting,) = (v for v in audit.verdicts if v.status is Status.MISSING)
    named = replace(wanting, title=replace(wanting.title, th=title, en=title))
    audit = replace(
        audit,
        organisation=replace(audit.organisation, name=name, url=url),
        verdicts=(named,) * count,
    )
    for said in (notice(audit, "th"), notice_of_silence(url, title, "th")):
        assert len(said.title) <= MAX_TITLE
        assert len(said.body) <= MAX_BODY
        for line in (said.title, *said.body.split("\n")):
            assert not {"Cc", "Cs", "Zl", "Zp"} & set(map(unicodedata.category, line))
        assert not set("@<>`*[]") & set(said.title + said.body.replace(url, ""))


def test_mentions_and_markup_are_only_text() -> None:
    audit = every_status()
    hostile = "@everyone <!channel> <@U123> [here](https://evil.example/) **bold** `x`"
    audit = replace(audit, organisation=replace(audit.organisation, name=hostile))
    said = notice(audit, "en")
    for mark in ("@everyone", "<!channel>", "<@", "](", "https://evil", "**", "`"):
        assert mark not in said.title + said.body


def test_many_items_are_counted_and_the_last_line_is_whole() -> None:
    audit = every_status()
    (wanting,) = (v for v in audit.verdicts if v.status is Status.MISSING)
    body = notice(replace(audit, verdicts=(wanting,) * 43), "en").body
    assert "and 33 more" in body
    assert body.endswith("not an assessment by the NACC.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_accepted_messages_of_changes(language: Language) -> None:
    known = (
        changed.everything(),
        changed.by_rules(),
        changed.nothing(),
        changed.year_turned(),
        changed.nothing_seen(),
        changed.backwards(),
    )
    said = [notice_of_change(each, language) for each in known]
    whole = "\n-----\n".join(f"[{each.tone}] {each.title}\n\n{each.body}" for each in said)
    agrees(f"notices_of_change.{language}.txt", f"{whole}\n".encode())
    assert all(len(each.title) <= MAX_TITLE and len(each.body) <= MAX_BODY for each in said)


def test_only_what_the_network_hid_is_no_news() -> None:
    timeout = changes(audit(item("o1"), item("o2")), later(item("o1"), unseen("o2")))
    assert not timeout.is_nothing
    assert not is_news(timeout)
    assert not is_news(changed.nothing_seen())
    assert not is_news(changed.nothing())
    assert is_news(changed.everything())


def test_the_tone_of_a_change_is_that_of_its_worst_part() -> None:
    def tone(then: Status, now: Status) -> Tone:
        found = changes(audit(item("o1", then)), later(item("o1", now)))
        return notice_of_change(found, "th").tone

    assert tone(Status.MET, Status.MISSING) is Tone.BAD
    assert tone(Status.MISSING, Status.MET) is Tone.GOOD
    assert tone(Status.MET, Status.UNKNOWN) is Tone.WARNING
    assert tone(Status.MET, Status.MET) is Tone.PLAIN
