"""What an earlier visit got is used again when the server says that it still holds."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from oit_audit.errors import SnapshotError
from oit_audit.model import Completion, Reach
from oit_audit.store import SnapshotWriter, read_earlier, read_snapshot
from oit_audit.store.unfinished import read_unfinished
from tests.store.visits import HOME, TOWN, WHEN, exchange, resource

PAGE = b"<p>the same for years</p>"
MONTH_LATER = WHEN + timedelta(days=30)
TAGGED = exchange(HOME, PAGE, ("Content-Type", "text/html"), ("ETag", '"1"'))


def visit(directory: Path, *headers: tuple[str, str], rendered: bool = False) -> Path:
    with SnapshotWriter(directory, seed=HOME) as writer:
        writer.store(replace(exchange(HOME, PAGE, *headers), rendered=rendered))
        writer.finish(
            TOWN,
            (resource(HOME, PAGE, rendered=rendered),),
            Reach(Completion.FULL),
            started_at=WHEN,
            finished_at=WHEN,
            options={},
        )
    return directory


@pytest.mark.parametrize(
    ("headers", "conditions"),
    [
        ((("ETag", 'W/"x"'),), {"If-None-Match": 'W/"x"'}),
        (
            (("last-modified", "Fri, 02 Jan 2026 00:00:00 GMT"),),
            {"If-Modified-Since": "Fri, 02 Jan 2026 00:00:00 GMT"},
        ),
    ],
)
def test_a_server_is_asked_by_what_it_said_itself(
    tmp_path: Path, headers: tuple[tuple[str, str], ...], conditions: dict[str, str]
) -> None:
    found = read_earlier(visit(tmp_path, *headers)).find(HOME)

    assert found is not None
    assert found.conditions == conditions
    assert (found.exchange.body, found.exchange.fetched_at) == (PAGE, WHEN)


def test_nothing_is_asked_about_what_was_not_seen_or_has_no_mark(tmp_path: Path) -> None:
    plain = read_earlier(visit(tmp_path / "plain"))
    made = read_earlier(visit(tmp_path / "made", ("ETag", "1"), rendered=True))

    assert plain.find(HOME) is None
    assert plain.find(f"{HOME}new") is None
    assert made.find(HOME) is None


def test_a_damaged_record_is_asked_for_anew(tmp_path: Path) -> None:
    earlier = read_earlier(visit(tmp_path, ("ETag", "1")))
    data = tmp_path / "data-00000.warc.gz"
    data.write_bytes(bytes(data.stat().st_size))

    assert earlier.find(HOME) is None


def test_a_directory_without_a_visit_is_said(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=r"has no manifest\.json"):
        read_earlier(tmp_path)


def test_what_has_not_changed_lies_whole_in_the_new_snapshot(tmp_path: Path) -> None:
    unchanged = replace(TAGGED, fetched_at=MONTH_LATER, unchanged_since=WHEN)
    with SnapshotWriter(tmp_path, seed=HOME) as writer:
        writer.store(unchanged)
        writer.store(replace(unchanged, url=f"{HOME}twin"))
        cut = read_unfinished(tmp_path)
        writer.finish(
            TOWN,
            (replace(resource(HOME, PAGE), fetched_at=MONTH_LATER),),
            Reach(Completion.FULL),
            started_at=MONTH_LATER,
            finished_at=MONTH_LATER,
            options={},
        )

    snapshot = read_snapshot(tmp_path)
    assert snapshot.bodies.body(snapshot.resources[0]) == PAGE
    data = tmp_path / "data-00000.warc.gz"
    with data.open("rb") as file:
        records = [(r.rec_type, dict(r.rec_headers.headers)) for r in ArchiveIterator(file)]
    assert [kind for kind, _ in records] == [
        "warcinfo", "response", "revisit", "request", "revisit", "request",
    ]  # fmt: skip
    assert records[1][1]["WARC-Date"] == "2026-01-02T03:04:05.678901Z"
    assert records[2][1]["WARC-Date"] == "2026-02-01T03:04:05.678901Z"
    assert records[2][1]["WARC-Profile"].endswith("/1.1/revisit/server-not-modified")
    assert Checker(Namespace(inputs=[str(data)], verbose=False)).process_all() == 0
    assert cut.said(HOME) == replace(unchanged, request_headers=())
    assert cut.said(HOME) is None
    again = read_earlier(tmp_path).find(HOME)
    assert again is not None
    assert again.exchange.fetched_at == WHEN
