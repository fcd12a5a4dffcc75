from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from oit_audit.errors import SnapshotError
from oit_audit.model import (
    Completion,
    Exchange,
    Kind,
    Organisation,
    Reach,
    Resource,
    Skip,
    SkipReason,
    Snapshot,
)
from oit_audit.store import SnapshotWriter, read_snapshot

WHEN = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
HOME = "http://town.example/"
TOWN = Organisation(HOME, "เทศบาลตำบลตัวอย่าง", Kind.MUNICIPALITY, "เชียงใหม่")
OPTIONS = {"delay_s": 1.0, "max_pages": 3_000, "allow_private": False, "contact_url": None}
REACH = Reach(
    Completion.PARTLY,
    "the budget of 3 pages is spent",
    7,
    2,
    1,
    99,
    (Skip(f"{HOME}lost", SkipReason.NOT_FOUND, "404", HOME), Skip(f"{HOME}z", SkipReason.BUDGET)),
)


def exchange(url: str, body: bytes, *headers: tuple[str, str], status: int = 200) -> Exchange:
    asked = (("Host", "town.example"), ("User-Agent", "oit-audit"))
    return Exchange(url, "GET", asked, status, "OK", headers, body, WHEN, "203.0.113.7")


def resource(url: str, body: bytes, **more: Any) -> Resource:
    plain = Resource(url, url, 200, "text/html", "utf-8", WHEN, sha256(body).hexdigest(), len(body))
    return replace(plain, **more)


def written(directory: Path) -> Snapshot:
    """Write a visit with a page, a redirected page, a document and a page that is not there."""
    page, paper = "<h1>เทศบาล</h1>".encode(), b"%PDF-1.4 \x00\xff"
    gzipped = (("Content-Encoding", "gzip"), ("content-length", "5"), ("X-Town", "\xe0\xb8\x81"))
    with SnapshotWriter(directory) as writer:
        writer.store(exchange(HOME, page, ("Content-Type", "text/html"), *gzipped))
        writer.store(exchange(f"{HOME}old?a=1", b"", ("Location", "/a.pdf"), status=302))
        writer.store(exchange(f"{HOME}a.pdf", paper, ("Transfer-Encoding", "chunked")))
        writer.store(exchange(f"{HOME}lost", b"no", status=404))
        return writer.finish(
            TOWN,
            (
                resource(HOME, page),
                resource(f"{HOME}a.pdf", paper, file_name="แผน.pdf", depth=1),
                resource(f"{HOME}old?a=1", paper, final_url=f"{HOME}a.pdf", redirects=(HOME,)),
            ),
            REACH,
            started_at=WHEN,
            finished_at=WHEN,
            options=OPTIONS,
            tool_version="0.1.0",
        )


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


def test_a_place_that_cannot_be_written_is_an_error_of_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SnapshotError, match="cannot be written"):
        SnapshotWriter(tmp_path / "file" / "below")


def test_a_disk_that_is_full_is_an_error_of_one_line(tmp_path: Path) -> None:
    class Full:
        def write(self, _: bytes) -> int:
            raise OSError(28, "No space left on device")

    writer = SnapshotWriter(tmp_path)
    writer._warc.out = Full()
    with pytest.raises(SnapshotError, match="No space left on device"):
        writer.store(exchange(HOME, b"x"))
    writer.close()


def test_a_manifest_that_cannot_be_put_in_place_leaves_nothing_half(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").unlink(missing_ok=True)
    writer = SnapshotWriter(tmp_path)
    (tmp_path / "manifest.json").mkdir()
    with pytest.raises(SnapshotError, match="cannot be written"):
        writer.finish(TOWN, (), REACH, started_at=WHEN, finished_at=WHEN, options={})
    assert [path.name for path in tmp_path.glob(".manifest-*")] == []


def change(directory: Path, work: Callable[[dict[str, Any]], None]) -> None:
    path = directory / "manifest.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    work(told)
    path.write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize(
    ("work", "says"),
    [
        (lambda told: told.update(version=2), "version"),
        (lambda told: told.update(format="zip"), "format"),
        (lambda told: told.update(extra=1), "extra"),
        (lambda told: told.pop("reach"), "reach"),
        (lambda told: told["resources"][0].update(sha256="x"), r"resources\.0\.sha256"),
        (lambda told: told["resources"][0].update(length=-1), r"resources\.0\.length"),
        (lambda told: told["resources"][0].update(fetched_at="2026-01-01T00:00:00"), "fetched_at"),
        (lambda told: told["resources"][0]["warc"].update(file="../../etc/passwd"), "file"),
        (lambda told: told["resources"][0]["warc"].update(file="data-00009.warc.gz"), "not listed"),
        (lambda told: told["files"][0].update(name="/etc/passwd"), r"files\.0\.name"),
        (lambda told: told["files"][0].update(name="data-00001.warc.gz"), "is missing"),
        (lambda told: told["files"][0].update(size=5), "bytes, not 5"),
        (lambda told: told["skipped"].pop(), "does not fit"),
        (lambda told: told["skipped"][0].update(reason="whatever"), r"skipped\.0\.reason"),
    ],
)
def test_a_manifest_that_is_not_ours_is_refused_in_one_line(
    tmp_path: Path, work: Callable[[dict[str, Any]], None], says: str
) -> None:
    written(tmp_path)
    change(tmp_path, work)
    with pytest.raises(SnapshotError, match=says) as caught:
        read_snapshot(tmp_path)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("text", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b'{"a": 1}', b"1" * 9999])
def test_a_manifest_that_is_no_json_is_refused(tmp_path: Path, text: bytes) -> None:
    written(tmp_path)
    (tmp_path / "manifest.json").write_bytes(text)
    with pytest.raises(SnapshotError, match=r"manifest\.json: "):
        read_snapshot(tmp_path)


def test_a_manifest_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path)
    monkeypatch.setattr("oit_audit.store.manifest.MAX_BYTES", 100)
    with pytest.raises(SnapshotError, match="is over 100 bytes"):
        read_snapshot(tmp_path)


def test_what_is_no_directory_or_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="no such directory"):
        read_snapshot(tmp_path / "nowhere")
    (tmp_path / "manifest.json").mkdir()
    with pytest.raises(SnapshotError, match="cannot be read"):
        read_snapshot(tmp_path)


def test_a_link_out_of_the_directory_is_not_followed(tmp_path: Path) -> None:
    written(tmp_path / "real")
    written(tmp_path / "fake")
    data = tmp_path / "fake" / "data-00000.warc.gz"
    data.unlink()
    data.symlink_to(tmp_path / "real" / "data-00000.warc.gz")
    with pytest.raises(SnapshotError, match="is missing"):
        read_snapshot(tmp_path / "fake")


def test_a_file_cut_short_is_noticed_at_once(tmp_path: Path) -> None:
    written(tmp_path)
    data = tmp_path / "data-00000.warc.gz"
    data.write_bytes(data.read_bytes()[:-1])
    with pytest.raises(SnapshotError, match="bytes, not"):
        read_snapshot(tmp_path)


def test_a_changed_body_is_noticed_when_it_is_read(tmp_path: Path) -> None:
    written(tmp_path)
    snapshot = read_snapshot(tmp_path)
    data = tmp_path / "data-00000.warc.gz"
    raw = data.read_bytes()
    offset = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    start = offset["resources"][0]["warc"]["offset"]
    for damaged in (
        raw[:start] + b"\0" * (len(raw) - start),
        raw[: start + 40] + b"\xff" * (len(raw) - start - 40),
        raw[:start],
        b"",
    ):
        data.write_bytes(damaged)
        with pytest.raises(SnapshotError) as caught:
            snapshot.bodies.body(snapshot.resources[0])
        assert "\n" not in str(caught.value)


def test_another_body_at_the_same_place_is_noticed(tmp_path: Path) -> None:
    snapshot = written(tmp_path)
    first = snapshot.resources[0]
    lying = replace(first, length=3)
    with pytest.raises(SnapshotError, match="was changed"):
        snapshot.bodies.body(lying)
    with pytest.raises(SnapshotError, match="holds no body"):
        snapshot.bodies.body(replace(first, final_url="http://town.example/other"))


def test_an_offset_that_points_at_a_question_is_refused(tmp_path: Path) -> None:
    written(tmp_path)
    change(tmp_path, lambda told: told["resources"][0]["warc"].update(offset=0))
    snapshot = read_snapshot(tmp_path)
    with pytest.raises(SnapshotError, match="no answer at byte 0"):
        snapshot.bodies.body(snapshot.resources[0])
