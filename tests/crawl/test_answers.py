from __future__ import annotations

from datetime import UTC, datetime

import pytest

from oit_audit.crawl import answers
from oit_audit.model import Exchange

WHEN = datetime(2026, 1, 1, 12, tzinfo=UTC)


def exchange(status: int = 200, **headers: str) -> Exchange:
    pairs = tuple(
        (key.replace("_", "-"), value.encode().decode("latin-1")) for key, value in headers.items()
    )
    return Exchange("http://town.test/", "GET", (), status, "", pairs, b"", WHEN)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="plan.pdf"', "plan.pdf"),
        ("attachment; filename=plan.pdf; size=1", "plan.pdf"),
        ('attachment; filename="แผน.pdf"', "แผน.pdf"),
        ("attachment; filename*=UTF-8''%E0%B9%81%E0%B8%9C%E0%B8%99.pdf", "แผน.pdf"),
        ("attachment; filename=x; filename*=utf-8'th'%E0%B8%81", "ก"),
        ('attachment; filename="..\\\\..\\\\a/b.pdf"', "b.pdf"),
        ('attachment; filename="%E0%B8%81.pdf"', "ก.pdf"),
        ('attachment; filename=""', None),
        ("inline", None),
    ],
)
def test_a_file_is_named_as_the_server_names_it(header: str, name: str | None) -> None:
    assert answers.file_name(exchange(Content_Disposition=header)) == name


def test_a_file_name_in_windows_874_is_read() -> None:
    said = exchange()
    raw = b'attachment; filename="\xe1\xbc\xb9\xbb\xd5.pdf"'.decode("latin-1")
    said = Exchange(
        said.url, "GET", (), 200, "", (("content-disposition", raw),), b"", said.fetched_at
    )
    assert answers.file_name(said) == "แผนปี.pdf"


def test_type_and_charset_are_read_as_declared() -> None:
    said = exchange(Content_Type='Text/HTML; Charset="TIS-620"')
    assert (answers.media_type(said), answers.charset(said)) == ("text/html", "tis-620")
    assert (answers.media_type(exchange()), answers.charset(exchange())) == ("", None)


def test_a_location_in_thai_is_escaped_byte_by_byte() -> None:
    assert (
        answers.location(exchange(Location=" /แผน?a=1#x ")) == "/%E0%B9%81%E0%B8%9C%E0%B8%99?a=1#x"
    )


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("5", 5.0),
        ("Thu, 01 Jan 2026 12:00:30 GMT", 30.0),
        ("Thu, 01 Jan 2026 12:00:30 -0000", 30.0),
        ("Thu, 01 Jan 2026 11:00:00 GMT", 0.0),
        ("soon", 0.0),
        ("", 0.0),
        ("9" * 50, 0.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str, seconds: float) -> None:
    assert answers.retry_after(exchange(429, Retry_After=header)) == seconds


@pytest.mark.parametrize(
    ("status", "passing"), [(500, True), (503, True), (501, False), (429, True), (404, False)]
)
def test_some_faults_may_pass_and_some_will_not(status: int, *, passing: bool) -> None:
    fault = answers.status_fault(exchange(status, Retry_After="7"))
    assert fault is not None
    assert fault.passing is passing
    assert fault.wait_s == (7.0 if status in (429, 503, 404) else 0.0)
