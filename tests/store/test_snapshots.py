from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from oit_audit.errors import SnapshotError
from oit_audit.store import SnapshotWriter, read_snapshot
from tests.store.visits import HOME, OPTIONS, REACH, TOWN, WHEN, exchange, resource, written


def test_a_visit_read_back_is_the_visit_that_was_written(tmp_path: Path) -> None:
    wrote = written(tmp_path / "new" / "snapshot")
    assert read_snapshot(tmp_path / "new" / "snapshot") == wrote


def test_bodies_come_back_decoded_and_by_redirect(tmp_path: Path) -> None:
    written(tmp_path)
    snapshot = read_snapshot(tmp_path)
    bodies = [snapshot.bodies.body(part) for part in snapshot.resources]
    assert bodies == ["<h1>เทศบาล</h1>".encode(), b"%PDF-1.4 \x00\xff", b"%PDF-1.4 \x00\xff"]


def test_other_tools_find_nothing_wrong_with_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path)
    data = str(tmp_path / "data-00000.warc.gz")
    assert Checker(Namespace(inputs=[data], verbose=True)).process_all() == 0
    assert "digest pass" in capsys.readouterr().out


def test_the_file_holds_all_that_was_said(tmp_path: Path) -> None:
    written(tmp_path)
    with (tmp_path / "data-00000.warc.gz").open("rb") as file:
        found = [
            (part.rec_type, part.rec_headers.get_header("WARC-Target-URI"), part.http_headers)
            for part in ArchiveIterator(file)
        ]
    kinds = [kind for kind, _, _ in found]
    assert kinds == ["warcinfo"] + ["response", "request"] * 4
    first = found[1][2]
    assert first.get_header("Content-Length") == str(len("<h1>เทศบาล</h1>".encode()))
    assert first.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
    assert first.get_header("Content-Encoding") is None
    assert found[4][2].statusline == "/old?a=1 HTTP/1.1"


def test_the_manifest_says_what_a_reader_wants_to_know(tmp_path: Path) -> None:
    wrote = written(tmp_path)
    told = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert (told["format"], told["version"], told["id"]) == ("oit-audit/snapshot", 1, wrote.id)
    assert (told["seed"], told["options"]) == (HOME, OPTIONS)
    assert told["skipped"][0]["reason"] == "not_found"
    assert [path.name for path in sorted(tmp_path.iterdir())] == [
        "data-00000.warc.gz",
        "manifest.json",
    ]


def test_the_id_tells_visits_apart_by_what_was_seen_and_nothing_else(tmp_path: Path) -> None:
    one, two = written(tmp_path / "1"), written(tmp_path / "2")
    assert one.id == two.id
    assert one.id.startswith("sha256:")
    with SnapshotWriter(tmp_path / "3") as writer:
        less = writer.finish(
            TOWN, (), REACH, started_at=WHEN, finished_at=WHEN, options={}, tool_version="1"
        )
    assert less.id != one.id


@given(st.lists(st.tuples(st.text(min_size=1, max_size=9), st.binary(max_size=200)), max_size=6))
def test_any_bodies_come_back(pages: list[tuple[str, bytes]]) -> None:
    from tempfile import TemporaryDirectory

    from oit_audit.model import canonical

    bodies = {canonical(HOME + "?" + name): body for name, body in pages}
    with TemporaryDirectory() as home, SnapshotWriter(Path(home)) as writer:
        for url, body in bodies.items():
            writer.store(exchange(url, body))
        wrote = writer.finish(
            TOWN,
            tuple(resource(url, body) for url, body in sorted(bodies.items())),
            REACH,
            started_at=WHEN,
            finished_at=WHEN,
            options={},
        )
        again = read_snapshot(Path(home))
        assert again == wrote
        assert {part.url: again.bodies.body(part) for part in again.resources} == bodies


def test_a_visit_that_fails_leaves_no_manifest(tmp_path: Path) -> None:
    with SnapshotWriter(tmp_path) as writer:
        writer.store(exchange(HOME, b""))
    with pytest.raises(SnapshotError, match=r"has no manifest\.json"):
        read_snapshot(tmp_path)


def test_a_snapshot_is_never_written_over(tmp_path: Path) -> None:
    written(tmp_path)
    with pytest.raises(SnapshotError, match="holds a snapshot already") as caught:
        SnapshotWriter(tmp_path)
    assert caught.value.hint
