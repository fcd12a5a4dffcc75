"""Years in addresses and file names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit_audit.thai import MentionKind, path_mentions


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("/wp-content/uploads/2022/08/plan.pdf", [("2022/08", "2022-08-01", "2022-08-31")]),
        ("O17MC66.html", [("MC66", "2022-10-01", "2023-09-30")]),
        ("ITA2564.pdf", [("2564", "2020-10-01", "2021-09-30")]),
        ("6M_2022.pdf", [("2022", "2021-10-01", "2022-09-30")]),
        ("256406052564.pdf", [("25640605", "2021-06-05", "2021-06-05")]),
        ("2564-06-31.pdf", [("2564-06-31", "2021-06-30", "2021-06-30")]),
        ("moit2-1.1-68.pdf", [("68", "2024-10-01", "2025-09-30")]),
        ("ita.php?y=2566", [("2566", "2022-10-01", "2023-09-30")]),
        ("plan2566-2570.pdf", [("2566-2570", "2022-10-01", "2027-09-30")]),
        ("plan2566-2560.pdf", [("2566-2560", "2022-10-01", "2023-09-30")]),
        ("%E0%B8%9B%E0%B8%B52565.pdf", [("2565", "2021-10-01", "2022-09-30")]),
        ("plan61-63.pdf", [("61-63", "2017-10-01", "2020-09-30")]),
        ("plan63-61.pdf", []),
        ("page.php?id=2565", []),
        ("/2059/08/o36.pdf", []),
        ("123456789.pdf", []),
    ],
)
def test_an_address_speaks_of_years(url: str, found: list[tuple[str, str, str]]) -> None:
    read = path_mentions(url)

    assert [(m.quote, str(m.start), str(m.end)) for m in read] == found
    assert {m.kind for m in read} <= {MentionKind.UPLOAD}


@given(st.text() | st.text(alphabet="0123456789/-_.oimyc"))
def test_any_address_can_be_read(url: str) -> None:
    assert all(mention.start <= mention.end for mention in path_mentions(url))
