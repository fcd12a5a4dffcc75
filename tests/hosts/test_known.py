"""Addresses of services: what they are, and where the file itself can be had."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.errors import OitAuditError
from oit_audit.hosts import Answer, HostKind, keeper, known, read_services
from oit_audit.model import canonical

ADDRESSES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "addresses.yaml").read_text(encoding="utf-8")
)
FILE = "https://drive.google.com/file/d/1mWgtfFJGQHJzBcpv99Km87YEWMf9C3ld/view"
SMALLEST = """
services:
  - id: drive
    name: {th: ไดรฟ์, en: Drive}
    hosts: [drive.example]
    rules:
      - {kinds: [file], path: '/d/{id}', ask: 'https://drive.example/get?id={id}'}
"""


@pytest.mark.parametrize("case", ADDRESSES, ids=lambda case: case["url"][:90])
def test_an_address_is_what_it_is_and_leads_to_the_file_itself(case: dict[str, Any]) -> None:
    found = known(case["url"])
    if case["kind"] is None:
        assert found is None
        return
    assert found is not None
    assert (found.kind.value, found.export) == (case["kind"], case.get("ask", ""))
    assert found.is_readable is ("ask" in case)


@pytest.mark.parametrize("case", [case for case in ADDRESSES if "ask" in case])
def test_what_is_asked_is_known_again_and_is_the_same_file(case: dict[str, Any]) -> None:
    again = known(case["ask"])
    assert again is not None
    assert again.export == case["ask"] == canonical(case["ask"])
    assert again.service.delivers_from(case["ask"])
    assert urlsplit(case["ask"]).scheme == urlsplit(canonical(case["url"])).scheme or (
        case["ask"].startswith("https://")
    )


def test_a_fragment_a_port_and_spaces_change_nothing() -> None:
    plain = known(FILE)
    assert plain is not None
    assert known(f"{FILE}#page=3") == plain
    assert known(FILE.replace("google.com", "google.com:443")) == plain
    assert known(f" {FILE} ") is None or known(f" {FILE} ") == plain


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    for url in (text, f"https://drive.google.com/{text}", f"https://docs.google.com/uc?id={text}"):
        found = known(url)
        assert found is None or not found.export or canonical(found.export) == found.export


@given(st.text(min_size=1))
def test_what_is_asked_never_leaves_the_service(text: str) -> None:
    found = known(f"https://drive.google.com/uc?id={text}")
    assert found is None or urlsplit(found.export).netloc == "drive.google.com"


def test_what_a_service_delivers_from_is_kept_by_it() -> None:
    for host in (
        "drive.google.com",
        "drive.usercontent.google.com",
        "doc-0c-docs.googleusercontent.com",
    ):
        service = keeper(host)
        assert service is not None
        assert service.id == "google_drive"
    assert keeper("www.town.example") is None
    assert keeper("googleusercontent.com.town.example") is None


@pytest.mark.parametrize(
    ("url", "asks"),
    [
        ("https://accounts.google.com/ServiceLogin?service=wise&continue=x", True),
        ("https://accounts.google.com/v3/signin/identifier?continue=x", True),
        ("https://accounts.google.com.town.example/ServiceLogin", False),
        ("https://drive.google.com/accounts.google.com/ServiceLogin", False),
    ],
)
def test_the_page_that_asks_who_one_is(url: str, asks: bool) -> None:
    found = known(FILE)
    assert found is not None
    assert found.service.is_login(url) is asks


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("คุณต้องมีสิทธิ์เข้าถึง", Answer.NEEDS_PERMISSION),
        ("You need access - Request access", Answer.NEEDS_PERMISSION),
        ("Google Drive - Quota exceeded", Answer.QUOTA),
        ("Google Drive - Virus scan warning", Answer.CONFIRM),
        ("Sorry, the file you have requested does not exist.", Answer.GONE),
        ("แผนดำเนินงาน 2566.pdf - Google ไดรฟ์", None),
        ("แผนปฏิบัติการป้องกันการทุจริต ผู้มีสิทธิ์เข้าถึงข้อมูล", None),
    ],
)
def test_what_pages_of_a_drive_say(words: str, answer: Answer | None) -> None:
    found = known(FILE)
    assert found is not None
    assert found.service.answer(words) is answer


def test_a_line_account_is_a_network_and_a_chat() -> None:
    found = known("https://line.me/R/ti/p/@town")
    assert found is not None
    assert found.is_a(HostKind.SOCIAL)
    assert found.is_a(HostKind.CHAT)
    assert not found.is_a(HostKind.SHARE)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("kinds: [file]", "kinds: [fil]"), "services.0.rules.0.kinds.0"),
        (("path: '/d/{id}'", "path: '/d/('"), "not a regular expression"),
        (("path: '/d/{id}'", "path: '/d/x'"), "neither in `path` nor as `key`"),
        (("https://drive.example/get", "http://drive.example/get"), "services.0.rules.0.ask"),
        (("hosts: [drive.example]", "hosts: [drive]"), "services.0.hosts.0"),
        (("rules:", "rulez:"), "services.0"),
        (("services:", "services: ["), "hosts.yaml"),
    ],
)
def test_a_slip_in_the_file_is_named(change: tuple[str, str], says: str) -> None:
    assert read_services(SMALLEST.encode())[0].id == "drive"
    with pytest.raises(OitAuditError, match=says.replace("(", r"\(")):
        read_services(SMALLEST.replace(*change).encode())
