"""`oit-audit snapshot` says what lies in a directory, and whether it is sound."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from oit_audit.store import SnapshotWriter
from tests.store.visits import HOME, exchange, written

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def info(run: Run) -> Run:
    """Run `oit-audit snapshot info`."""
    return partial(run, "snapshot", "info")


def test_it_says_what_was_seen_and_what_was_not(info: Run, tmp_path: Path) -> None:
    snapshot = written(tmp_path)

    code, out, _ = info(str(tmp_path))

    assert code == 0
    assert f"เว็บไซต์: {HOME}" in out
    assert "the budget of 3 pages is spent" in out
    assert "ไม่ได้ดู: ไม่พบหน้า (404) (1)" in out
    assert snapshot.id in out
    assert "data-00000.warc.gz" in out


def test_it_speaks_english_and_json_on_request(info: Run, tmp_path: Path) -> None:
    written(tmp_path)

    _, english, _ = info(str(tmp_path), "--lang", "en")
    _, plain, _ = info(str(tmp_path), "--json")

    assert "not seen: Page not found (404) (1)" in english
    told = json.loads(plain)
    assert (told["finished"], told["pages"], told["skipped"]["not_found"]) == (True, 2, 1)


def test_a_visit_that_was_cut_off_tells_how_to_go_on_and_is_left_alone(
    info: Run, tmp_path: Path
) -> None:
    with SnapshotWriter(tmp_path, seed=HOME) as writer:
        writer.store(exchange(HOME, b"<p>home</p>"))
        writer.store(exchange(f"{HOME}a", b"<p>half</p>"))
    data = tmp_path / "data-00000.warc.gz"
    half = data.read_bytes()[:-5]
    data.write_bytes(half)

    code, out, _ = info(str(tmp_path), "--lang", "en")

    assert code == 0
    assert f"website: {HOME}" in out
    assert "answers so far: 2" in out
    assert "--resume" in out
    assert data.read_bytes() == half


def test_a_sound_snapshot_is_told_from_a_changed_one(info: Run, tmp_path: Path) -> None:
    written(tmp_path)
    data = tmp_path / "data-00000.warc.gz"

    sound, _, said = info(str(tmp_path), "--check")
    body = bytearray(data.read_bytes())
    body[len(body) // 2] ^= 0xFF
    data.write_bytes(bytes(body))
    damaged, _, complained = info(str(tmp_path), "--check")

    assert (sound, "sound" in said) == (0, True)
    assert damaged == 2
    assert "data-00000.warc.gz" in complained
    assert "damaged" in complained


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_directory_without_a_visit_is_one_clear_line(
    info: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty").mkdir()

    code, out, err = info(str(tmp_path / name))

    assert (code, out) == (2, "")
    assert name in err
    assert "oit-audit scan --save" in err
