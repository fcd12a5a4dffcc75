"""A visit that was cut off goes on; nothing that it had got is asked for again."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from oit_audit.errors import SnapshotError, UnreachableError
from oit_audit.model import Completion, Exchange, Reach, SkipReason
from oit_audit.store import SnapshotWriter, read_snapshot
from oit_audit.store.unfinished import read_unfinished
from tests.store.visits import HOME, TOWN, WHEN, exchange, resource

PAGE = "<h1>เทศบาล</h1>".encode()
LATER = WHEN + timedelta(hours=1)


def cut_off(directory: Path, *exchanges: Exchange) -> Path:
    """Write a visit that is killed after `exchanges`; return its file."""
    writer = SnapshotWriter(directory, seed=HOME)
    for each in exchanges:
        writer.store(each)
    data = directory / "data-00000.warc.gz"
    on_disk = data.read_bytes()
    writer.close()
    data.write_bytes(on_disk)  # nothing that only an orderly end would have written
    return data


def finish(writer: SnapshotWriter, *urls: str) -> None:
    writer.finish(
        TOWN,
        tuple(resource(url, PAGE) for url in sorted(urls)),
        Reach(Completion.FULL),
        started_at=LATER,
        finished_at=LATER,
        options={},
    )


def types(directory: Path) -> list[str]:
    found: list[str] = []
    for path in sorted(directory.glob("*.warc.gz")):
        with path.open("rb") as file:
            found += [record.rec_type for record in ArchiveIterator(file)]
    return found


def is_sound(directory: Path) -> bool:
    files = [str(path) for path in sorted(directory.glob("*.warc.gz"))]
    return bool(Checker(Namespace(inputs=files, verbose=False)).process_all() == 0)


def test_answers_come_back_as_they_were_each_once(tmp_path: Path) -> None:
    thai = (("Location", "/\xe0\xb8\x81"), ("Content-Encoding", "gzip"), ("X-Old", "\xa1"))
    moved = exchange(f"{HOME}a", b"", *thai, status=302)
    overlooked = replace(exchange(HOME, PAGE), overlooked=SkipReason.TLS_EXPIRED)
    cut_off(tmp_path, overlooked, moved)

    found = read_unfinished(tmp_path)

    assert len(found) == 2
    assert found.said(HOME) == replace(overlooked, request_headers=())
    assert found.said(f"{HOME}a") == replace(moved, request_headers=())
    assert found.said(HOME) is None
    assert found.said(f"{HOME}never-asked") is None


def test_two_answers_of_one_address_keep_their_order(tmp_path: Path) -> None:
    first = exchange(HOME, b"", ("Set-Cookie", "a=1"), ("Location", "/"), status=302)
    cut_off(tmp_path, first, exchange(HOME, PAGE))

    found = read_unfinished(tmp_path)

    said = [found.said(HOME), found.said(HOME)]
    assert [each.status for each in said if each] == [302, 200]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_may_be_better_now_is_asked_for_again(tmp_path: Path, status: int) -> None:
    cut_off(tmp_path, exchange(HOME, b"later", status=status))

    assert len(read_unfinished(tmp_path)) == 0


@pytest.mark.parametrize("missing", [1, 9, 40, 300])
def test_a_record_that_was_being_written_is_left_out(tmp_path: Path, missing: int) -> None:
    data = cut_off(tmp_path, exchange(HOME, PAGE), exchange(f"{HOME}a", bytes(range(256)) * 9))
    whole = data.read_bytes()
    data.write_bytes(whole[:-missing])

    found = read_unfinished(tmp_path)

    assert found.said(HOME) == replace(exchange(HOME, PAGE), request_headers=())
    assert is_sound(tmp_path)
    assert whole.startswith(data.read_bytes())


def test_a_resumed_visit_is_one_snapshot_of_two_files(tmp_path: Path) -> None:
    cut_off(tmp_path, exchange(HOME, PAGE))

    with SnapshotWriter(tmp_path, seed=HOME, resume=True) as writer:
        said = writer.unfinished.said(HOME)
        assert said is not None
        writer.store(said)
        writer.store(replace(exchange(f"{HOME}a", PAGE + b"!"), fetched_at=LATER))
        writer.finish(
            TOWN,
            (resource(HOME, PAGE), resource(f"{HOME}a", PAGE + b"!")),
            Reach(Completion.FULL),
            started_at=LATER,
            finished_at=LATER,
            options={},
        )

    snapshot = read_snapshot(tmp_path)
    assert [snapshot.bodies.body(part) for part in snapshot.resources] == [PAGE, PAGE + b"!"]
    assert snapshot.started_at != LATER  # that of the first run
    assert types(tmp_path) == ["warcinfo", "response", "request"] * 2
    assert is_sound(tmp_path)


def test_a_visit_may_be_cut_off_more_than_once(tmp_path: Path) -> None:
    cut_off(tmp_path, exchange(HOME, PAGE))
    with SnapshotWriter(tmp_path, seed=HOME, resume=True) as again:
        again.store(exchange(f"{HOME}b", PAGE))

    found = read_unfinished(tmp_path)

    assert [path.name for path in sorted(tmp_path.iterdir())] == [
        "data-00000.warc.gz",
        "data-00001.warc.gz",
    ]
    assert (found.said(HOME) is None, found.said(f"{HOME}b") is None) == (False, False)


def test_a_directory_with_a_visit_is_not_written_over(tmp_path: Path) -> None:
    data = cut_off(tmp_path, exchange(HOME, PAGE))
    before = data.read_bytes()

    with pytest.raises(SnapshotError, match="cut off") as caught:
        SnapshotWriter(tmp_path, seed=HOME)

    assert "--resume" in caught.value.hint
    assert data.read_bytes() == before


def test_a_visit_to_another_website_is_not_gone_on_with(tmp_path: Path) -> None:
    cut_off(tmp_path, exchange(HOME, PAGE))

    with pytest.raises(SnapshotError, match="holds a visit to http"):
        SnapshotWriter(tmp_path, seed="http://other.example/", resume=True)


def test_a_first_page_that_never_came_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError), SnapshotWriter(tmp_path, seed=HOME):
        raise UnreachableError("cannot reach town.example")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("junk", [b"", b"not gzip at all", b"\x1f\x8b\x08\x00" + b"\xff" * 99])
def test_a_file_of_something_else_holds_no_answers(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "data-00000.warc.gz").write_bytes(junk)

    assert len(read_unfinished(tmp_path)) == 0


def test_a_damaged_file_before_the_last_one_is_said(tmp_path: Path) -> None:
    cut_off(tmp_path, exchange(HOME, PAGE))
    SnapshotWriter(tmp_path, seed=HOME, resume=True).close()
    data = tmp_path / "data-00000.warc.gz"
    data.write_bytes(data.read_bytes()[:300] + b"\x00" * 200)

    with pytest.raises(SnapshotError, match=r"data-00000\.warc\.gz"):
        read_unfinished(tmp_path)


def test_a_link_to_somewhere_else_is_not_followed(tmp_path: Path) -> None:
    data = cut_off(tmp_path / "real", exchange(HOME, PAGE))
    (tmp_path / "fake").mkdir()
    (tmp_path / "fake" / data.name).symlink_to(data)

    with pytest.raises(SnapshotError, match="is no file"):
        read_unfinished(tmp_path / "fake")
    assert data.stat().st_size > 0


def test_the_same_body_is_written_once_and_read_everywhere(tmp_path: Path) -> None:
    with SnapshotWriter(tmp_path, seed=HOME) as writer:
        writer.store(exchange(HOME, PAGE))
        writer.store(exchange(f"{HOME}twin", PAGE))
        writer.store(exchange(f"{HOME}empty", b""))
        writer.store(exchange(f"{HOME}void", b""))
        finish(writer, HOME, f"{HOME}twin")

    snapshot = read_snapshot(tmp_path)
    assert [snapshot.bodies.body(part) for part in snapshot.resources] == [PAGE, PAGE]
    assert types(tmp_path) == [
        "warcinfo", "response", "request", "revisit", "request", "response", "request",
        "response", "request",
    ]  # fmt: skip
    assert is_sound(tmp_path)
    with (tmp_path / "data-00000.warc.gz").open("rb") as file:
        twin = next(record for record in ArchiveIterator(file) if record.rec_type == "revisit")
        told = dict(twin.rec_headers.headers)
    assert told["WARC-Refers-To-Target-URI"] == HOME
    assert told["WARC-Profile"].endswith("/1.1/revisit/identical-payload-digest")


def test_a_page_that_a_browser_made_is_a_resource_of_its_own_scheme(tmp_path: Path) -> None:
    made = PAGE + b"<p>made</p>"
    with SnapshotWriter(tmp_path, seed=HOME) as writer:
        writer.store(exchange(HOME, PAGE))
        writer.store(replace(exchange(HOME, made), rendered=True))
        writer.finish(
            TOWN,
            (resource(HOME, made, rendered=True),),
            Reach(Completion.FULL),
            started_at=WHEN,
            finished_at=WHEN,
            options={},
        )

    snapshot = read_snapshot(tmp_path)
    assert snapshot.resources[0].rendered
    assert snapshot.bodies.body(snapshot.resources[0]) == made
    with (tmp_path / "data-00000.warc.gz").open("rb") as file:
        addresses = [
            record.rec_headers.get_header("WARC-Target-URI")
            for record in ArchiveIterator(file)
            if record.rec_type == "resource"
        ]
    assert addresses == [f"x-rendered:{HOME}"]
    assert is_sound(tmp_path)


def test_an_answer_that_cannot_be_read_is_asked_for_again(tmp_path: Path) -> None:
    data = cut_off(tmp_path, exchange(HOME, PAGE))
    found = read_unfinished(tmp_path)
    data.write_bytes(bytes(data.stat().st_size))

    assert found.said(HOME) is None
