"""A page as a browser drew it lies beside the answer of the server, under a name of its own."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from oit_audit.model import Remark, RemarkKind
from oit_audit.store import SnapshotWriter, read_snapshot
from tests.store.visits import HOME, OPTIONS, REACH, TOWN, WHEN, exchange, resource

RAW, DRAWN = b"<div id=app></div>", "<h1>เทศบาล</h1>".encode()


def test_a_drawn_page_comes_back_with_what_was_remarked(tmp_path: Path) -> None:
    reach = replace(REACH, remarks=(Remark(RemarkKind.NEEDS_BROWSER, HOME),))
    with SnapshotWriter(tmp_path) as writer:
        writer.store(exchange(HOME, RAW, ("Content-Type", "text/html")))
        writer.store(replace(exchange(HOME, DRAWN), request_headers=(), rendered=True))
        seen = (resource(HOME, DRAWN, rendered=True),)
        wrote = writer.finish(TOWN, seen, reach, started_at=WHEN, finished_at=WHEN, options=OPTIONS)
    found = read_snapshot(tmp_path)

    assert found == wrote
    assert found.resources[0].rendered
    assert found.bodies.body(found.resources[0]) == DRAWN
    data = tmp_path / "data-00000.warc.gz"
    with data.open("rb") as file:
        kinds = [
            (part.rec_type, part.rec_headers.get_header("WARC-Target-URI"))
            for part in ArchiveIterator(file)
        ]
    assert kinds[1:] == [("response", HOME), ("request", HOME), ("resource", f"x-rendered:{HOME}")]
    assert Checker(Namespace(inputs=[str(data)], verbose=False)).process_all() == 0
