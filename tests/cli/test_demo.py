"""`oit-audit demo`: a real audit without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from oit_audit.cli.demo import bundled_site
from oit_audit.serve import serve_site

Run = Callable[..., tuple[int, str, str]]


def test_the_demo_shows_the_table_and_writes_the_page(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    code, out, err = run("demo")

    assert code == 0
    assert "เทศบาลตำบลทุ่งจำลอง" in out
    page = (tmp_path / "oit-audit-demo.html").read_text(encoding="utf-8")
    assert "เทศบาลตำบลทุ่งจำลอง" in page
    assert "127.0.0.1" in err.splitlines()[0]
    assert err.splitlines()[-1].endswith("oit-audit-demo.html")


def test_a_page_that_cannot_be_written_is_told_before_the_visit(run: Run, tmp_path: Path) -> None:
    code, out, err = run("demo", "--output", str(tmp_path / "none" / "page.html"))

    assert (code, out) == (2, "")
    assert " · cannot write" in err


def test_the_bundled_site_can_be_served() -> None:
    with serve_site(bundled_site()) as server:
        assert server.url.startswith("http://127.0.0.1:")
