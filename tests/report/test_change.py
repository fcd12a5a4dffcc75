"""What moved between two audits, in every format: whole, harmless, the same each time."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from rich.cells import cell_len
from rich.console import Console
from selectolax.lexbor import LexborHTMLParser

from oit_audit.errors import UsageError
from oit_audit.model import Audit, ChangeKind, Changes, Language
from oit_audit.report import Reader
from oit_audit.report.change import CHANGE_FORMATS, change_format_named, changes_on_terminal
from oit_audit.report.change._told import ORDER
from oit_audit.report.locale.changing import SAYS
from oit_audit.store import changes
from tests.report import accepted, audits, changed, splash
from tests.report.pages import LANGUAGES, assert_ids_and_links, words
from tests.report.test_html_strangers import assert_tame
from tests.report.test_markdown import ALLOWED, SHELL
from tests.report.test_markdown import shown as as_github_shows

Build = Callable[[], Changes]
DOCUMENT = Path(__file__).parents[2] / "docs" / "diff.md"


def made(name: str, found: Changes, language: Language = "th") -> bytes:
    return change_format_named(name).render(found, Reader(language))


def page(found: Changes, language: Language = "th") -> LexborHTMLParser:
    return LexborHTMLParser(made("html", found, language))


def shown(found: Changes, width: int = 100, language: Language = "th") -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=False, _environ={})
    changes_on_terminal(found, console, language)
    return out.getvalue()


# As accepted.


def test_the_json_reads_as_accepted() -> None:
    accepted.agrees("changes.json", made("json", changed.everything()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["markdown", "html"])
def test_the_report_reads_as_accepted(name: str, language: Language) -> None:
    suffix = change_format_named(name).suffix

    accepted.agrees(f"changes.{language}{suffix}", made(name, changed.everything(), language))


@pytest.mark.parametrize(("width", "language"), [(60, "th"), (100, "th"), (100, "en")])
def test_the_terminal_reads_as_accepted(width: int, language: Language) -> None:
    accepted.agrees(
        f"changes-{width}.{language}.txt", shown(changed.everything(), width, language).encode()
    )


@pytest.mark.parametrize("build", [changed.by_rules, changed.year_turned, changed.nothing_seen])
def test_what_the_website_did_not_do_reads_as_accepted(build: Build) -> None:
    accepted.agrees(f"changes-{build.__name__}.th.txt", shown(build()).encode())


@pytest.mark.parametrize("each", CHANGE_FORMATS, ids=lambda each: each.name)
def test_the_same_changes_give_the_same_bytes(each: object) -> None:
    name = getattr(each, "name", "")

    assert made(name, changed.everything()) == made(name, changed.everything())


def test_every_format_has_its_own_name_suffix_and_golden_file() -> None:
    assert [each.name for each in CHANGE_FORMATS] == ["json", "markdown", "html"]
    for each in CHANGE_FORMATS:
        assert list(accepted.FOLDER.glob(f"changes*{each.suffix}"))


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"'pdf' .*json, markdown, html"):
        change_format_named("pdf")


# Whole.


def test_every_kind_of_change_has_its_place_and_its_words() -> None:
    assert set(ORDER) == set(ChangeKind) - {ChangeKind.UNCHANGED}
    for kind in ORDER:
        assert {kind.value, f"{kind}_means", f"short_{kind}"} <= SAYS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("build", changed.ALL)
def test_every_report_tells_every_change(build: Build, language: Language) -> None:
    found = build()
    told = (
        shown(found, 200, language),
        made("markdown", found, language).decode(),
        words(page(found, language).body),
    )

    for each in ORDER:
        heading = SAYS[each.value].in_language(language)
        for report in told:
            assert (heading in report) is bool(found.of(each)), each
    for report in told:
        for item in found.items:
            if item.kind is not ChangeKind.UNCHANGED:
                assert re.search(rf"\b{item.now.id}\b", report)


@pytest.mark.parametrize("build", changed.ALL)
def test_nobody_can_overlook_a_look_that_was_cut_short_or_a_wrong_order(build: Build) -> None:
    found = build()
    alerts = {
        "wrong_order": "the files are probably in the wrong order",
        "incomplete_now": "this audit is incomplete",
        "incomplete_then": "the earlier audit is incomplete",
    }
    for name, says in alerts.items():
        is_so = name in {note.id.value for note in found.notes}
        banner = page(found, "en").css_first(".banner")
        assert (banner is not None and says in words(banner)) is is_so
        markdown = made("markdown", found, "en").decode()
        assert bool(re.search(rf"^> ⚠️ .*{says}", markdown, re.MULTILINE)) is is_so
        assert (f"! {says}"[:20] in " ".join(shown(found, 400, "en").split())) is is_so or (
            name == "wrong_order"
        )


def test_no_change_is_said_in_so_many_words() -> None:
    assert "ไม่มีการเปลี่ยนแปลง" in shown(changed.nothing())
    assert "**No change**" in made("markdown", changed.nothing(), "en").decode()
    assert words(page(changed.nothing(), "en").css_first(".headline")) == "No change"


def test_a_website_that_never_answered_is_not_called_worse() -> None:
    text = shown(changed.nothing_seen(), 200, "en")

    assert "nobody can tell what has changed" in text
    assert "Worse" not in text
    assert "no score: nothing was seen" in text


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
@pytest.mark.parametrize("build", changed.ALL)
def test_no_line_is_wider_than_the_terminal(build: Build, width: int) -> None:
    assert max(map(cell_len, shown(build(), width).splitlines())) <= width


# The page.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("build", changed.ALL)
def test_the_page_is_accessible_and_sound(build: Build, language: Language) -> None:
    tree = page(build(), language)

    assert made("html", build(), language).startswith(b"<!doctype html>")
    assert tree.root is not None
    assert tree.root.attributes["lang"] == language
    assert len(tree.css("title")) == len(tree.css("main")) == len(tree.css("h1")) == 1
    assert_ids_and_links(tree)
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3") if node.tag]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert_tame(tree)
    assert "url(" not in words(tree.css_first("style"))
    assert all(words(status) for status in tree.css(".status"))


def test_addresses_that_are_no_web_addresses_cannot_be_clicked() -> None:
    tree = page(changed.everything())

    assert "javascript:alert(1)" in words(tree.body)
    assert "](<javascript" not in made("markdown", changed.everything()).decode()


# Strangers.


def test_hostile_text_stays_text_on_a_terminal() -> None:
    text = shown(changed.everything(), 4_000)

    assert "<script>alert(1)</script>" in text
    assert "[bold red]markup[/]" in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_hostile_text_stays_text_in_markdown() -> None:
    text = made("markdown", changed.everything()).decode()

    assert "<script" not in text
    assert "<img" not in text
    assert set(re.findall(r"<(\w+)", text)) <= {"br", "sub", "https", "http"}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    for row in re.findall(r"^\|.*$", text, re.MULTILINE):
        assert row.count("|") in {4, 5, 6}, row


def assert_tame_markdown(markdown: str) -> None:
    """See that GitHub's renderer makes only our own markup of it."""
    for node in as_github_shows(markdown).css("*"):
        assert node.tag in ALLOWED | SHELL | {"br"}, node.html
        for name, value in node.attributes.items():
            assert (node.tag, name) == ("a", "href"), node.html
            assert re.match(r"https?://", value or ""), node.html


@pytest.mark.parametrize("build", changed.ALL)
def test_a_code_host_shows_what_was_meant(build: Build) -> None:
    markdown = made("markdown", build(), "en").decode()
    tree = as_github_shows(markdown)

    assert_tame_markdown(markdown)
    assert len(tree.css("a")) == markdown.count("](<")
    assert len(tree.css("h3")) == markdown.count("\n### ")
    widths = {len(row.css("th, td")) for row in tree.css("tr")}
    assert widths <= {3, 4, 5}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    old=splash.audits(splash.ANY_TEXT_EVEN_BROKEN), new=splash.audits(splash.ANY_TEXT_EVEN_BROKEN)
)
def test_no_text_in_any_field_breaks_a_report(old: Audit, new: Audit) -> None:
    found = changes(old, new)

    json.loads(made("json", found))
    assert_tame(page(found))
    assert_tame_markdown(made("markdown", found).decode())
    assert "\x1b" not in shown(found)


# The JSON.


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def test_every_key_of_the_json_is_documented() -> None:
    named = set(re.findall(r"`(\w+)`", DOCUMENT.read_text(encoding="utf-8")))

    for build in changed.ALL:
        assert keys(json.loads(made("json", build()))) - named == set()


def test_every_word_of_the_json_is_documented() -> None:
    named = set(re.findall(r"`([\w-]+)`", DOCUMENT.read_text(encoding="utf-8")))
    words_used = {kind.value for kind in ChangeKind}
    for build in changed.ALL:
        found = build()
        words_used |= {item.why.value for item in found.items}
        words_used |= {item.cause.value for item in found.items if item.cause}
        words_used |= {note.id.value for note in found.notes}
        words_used |= {why.value for why in found.points.why_not}
        words_used |= {group.kind.value for group in found.regrouped}

    assert words_used - named == set()


def test_the_json_holds_every_item_once_and_both_sides() -> None:
    value = json.loads(made("json", changed.everything()))

    assert value["schema"] == "oit-audit/diff/v1"
    assert value["changed"] is True
    assert sum(value["counts"].values()) == len(value["items"])
    assert value["old"]["snapshot"]["id"] != value["new"]["snapshot"]["id"]
    nothing = json.loads(made("json", changed.nothing()))
    assert nothing["changed"] is False
    assert nothing["score"]["moved"] == 0


def test_an_audit_with_every_status_compared_with_itself_is_no_change() -> None:
    same = audits.every_status()

    assert changes(same, same).is_nothing
