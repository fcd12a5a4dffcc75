"""Which addresses a cell means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.lists.addresses import addresses_in, is_private
from oit_audit.model import canonical

HOME = "https://www.town.go.th/"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://www.town.go.th/ita/o12", "https://www.town.go.th/ita/o12"),
        ("  HTTPS://WWW.TOWN.GO.TH/ita/o12 ", "https://www.town.go.th/ita/o12"),
        ("https://www.town .go.th/o12", "https://www.town.go.th/o12"),
        ("https://www.town.go.th/\n  long/page.pdf", "https://www.town.go.th/long/page.pdf"),
        ("https://www.town.go.th/แผน งาน.pdf", "https://www.town.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%87%E0%B8%B2%E0%B8%99.pdf"),
        ("www.town.go.th/ita", "https://www.town.go.th/ita"),
        ("town.go.th:8080/ita", "https://town.go.th:8080/ita"),
        ("drive.google.com/file/d/1aBcDeFgHiJk/view", "https://drive.google.com/file/d/1aBcDeFgHiJk/view"),
        ("/ita.php?id=12#o12", "https://www.town.go.th/ita.php?id=12#o12"),
        ("ita.php?id=12", "https://www.town.go.th/ita.php?id=12"),
        ("index.html", "https://www.town.go.th/index.html"),
        ("data/plan.pdf", "https://www.town.go.th/data/plan.pdf"),
        ("#o12", "https://www.town.go.th/#o12"),
        ("http:/ /www.town.go.th/a", "http://www.town.go.th/a"),
        ("<https://www.town.go.th/a>", "https://www.town.go.th/a"),
        ("\u200bhttps://www.town.go.th/a\ufeff", "https://www.town.go.th/a"),
        ("เทศบาล.ไทย/แผน", canonical("https://เทศบาล.ไทย/แผน")),
    ],
)  # fmt: skip
def test_an_address_is_understood_however_it_is_written(written: str, meant: str) -> None:
    assert addresses_in(written, HOME) == (meant,)


def test_several_addresses_in_one_cell_are_several() -> None:
    cell = "https://a.go.th/1\nhttps://a.go.th/2, http://a.go.th/3;https://a.go.th/1"

    assert addresses_in(cell, HOME) == (
        "https://a.go.th/1",
        "https://a.go.th/2",
        "http://a.go.th/3",
    )


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("javascript:alert(1)", "`javascript:` is no web address"),
        ("mailto:a@b.go.th", "`mailto:` is no web address"),
        ("data:text/html,x", "`data:` is no web address"),
        ("ftp://a.go.th/x", "`ftp:` is no web address"),
        ("file:///C:/a.pdf", "own machine"),
        (r"C:\งาน\แผน.pdf", "own machine"),
        (r"\\server\share\a.pdf", "own machine"),
        ("อยู่ระหว่างจัดทำ", "not a web address"),
        ("ไม่มี", "not a web address"),
        ("-", "not a web address"),
        ("http://", "not a web address"),
        ("https://หน้าแรก", "not a web address"),
        ("http://[::1", "not a web address"),
        ("https://a.go.th/" + "x" * 5_000, "longer than 4,000 characters"),
    ],
)
def test_what_is_no_address_says_what_it_is(written: str, why: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        addresses_in(written, HOME)

    assert why in str(caught.value)


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("http://10.0.0.1/", True),
        ("http://127.0.0.1/", True),
        ("http://192.168.1.4:8080/", True),
        ("http://[::1]/", True),
        ("http://localhost/", True),
        ("http://intranet/", True),
        ("http://printer.local/", True),
        ("http://8.8.8.8/", False),
        ("https://www.town.go.th/", False),
    ],
)
def test_addresses_of_local_networks_are_known(url: str, *, answer: bool) -> None:
    assert is_private(url) is answer


@given(st.text(max_size=300))
def test_any_cell_gives_web_addresses_or_says_why_not(text: str) -> None:
    try:
        found = addresses_in(text, HOME)
    except ValueError:
        return

    assert all(url.startswith(("http://", "https://")) for url in found)
