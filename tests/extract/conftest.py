"""A page or file in one line, as a site would send it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from oit_audit.extract import _choose, extract
from oit_audit.model import Document, Resource

ADDRESS = "http://town.test/office/page.html"
Send = Callable[..., Resource]
Page = Callable[..., Document]


def _resource(
    url: str = ADDRESS,
    media_type: str = "text/html",
    charset: str | None = None,
    file_name: str | None = None,
) -> Resource:
    day = datetime(2026, 1, 2, tzinfo=UTC)
    digest = "0" * 64
    return Resource(url, url, 200, media_type, charset, day, digest, 0, file_name=file_name)


@pytest.fixture(autouse=True)
def nothing_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug in an extractor fails the test; the tests of the catching itself switch it on again."""
    monkeypatch.setattr(_choose, "CATCHES", ())


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any program that reads files for us."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("OIT_AUDIT_SOFFICE", "/no/such/program")


@pytest.fixture
def send() -> Send:
    return _resource


@pytest.fixture
def page() -> Page:
    def read(html: str, url: str = ADDRESS) -> Document:
        return extract(_resource(url), f"<!doctype html>{html}".encode())

    return read
