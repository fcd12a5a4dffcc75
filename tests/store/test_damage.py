from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from oit_audit.errors import SnapshotError
from oit_audit.store import SnapshotWriter, read_snapshot
from tests.store.visits import HOME, REACH, TOWN, WHEN, exchange, written


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
