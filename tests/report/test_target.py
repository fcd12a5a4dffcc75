"""Where a link in a file may lead."""

from __future__ import annotations

import pytest

from oit_audit.report._clean import MAX_ADDRESS
from oit_audit.report._target import target


@pytest.mark.parametrize(
    ("url", "aim"),
    [
        ("https://a.example/แผน?a=%E0%B8%81#b", "https://a.example/แผน?a=%E0%B8%81#b"),
        ('https://a.example/"<x>[y]|\\', "https://a.example/%22%3Cx%3E%5By%5D%7C%5C"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example:8080/", "https://a.example:8080/"),
        ("HTTPS://A.example/X", "https://A.example/X"),
        ("https://a.example/" + "x" * MAX_ADDRESS, None),
        ("https://user@a.example/", None),
        ("https://a<b.example/", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("internal:Sheet1!A1", None),
        ("external:c:\\x.xlsx", None),
        ("mailto:a@b.example", None),
    ],
)
def test_only_an_address_of_the_web_is_a_link(url: str, aim: str | None) -> None:
    assert target(url) == aim
