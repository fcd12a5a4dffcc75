"""A file that hangs, kills or floods its reader costs that one document."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator

import pytest

from oit_audit.extract import EXTRACTORS, Reader, _sandbox, extract
from oit_audit.extract._sandbox import Limits, Sandbox, unread
from oit_audit.model import Document, Legibility, Resource
from tests.extract.conftest import Send

BRIEF = Limits(seconds=2.0, memory_bytes=400_000_000)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    box = Sandbox(BRIEF, workers=1)
    yield box
    box.close()


def hang(_resource: Resource, _body: bytes) -> Document:
    while True:
        time.sleep(0.1)


def die(_resource: Resource, _body: bytes) -> Document:
    os._exit(9)


def fill_the_memory(_resource: Resource, _body: bytes) -> Document:
    return extract(_resource, bytes(2 * BRIEF.memory_bytes))


def flood(_resource: Resource, _body: bytes) -> bytes:
    return bytes(_sandbox._MAX_ANSWER + 1)


def who_reads(_resource: Resource, _body: bytes) -> int:
    return os.getpid()


@pytest.mark.parametrize(
    ("work", "why"),
    [(hang, _sandbox.TOO_SLOW), (die, _sandbox.BROKE), (flood, _sandbox.TOO_MUCH)],
)
def test_the_document_says_why_it_could_not_be_read_and_the_next_one_is_read(
    sandbox: Sandbox, send: Send, work: object, why: str
) -> None:
    seen = send(media_type="application/pdf")
    lost = sandbox.end(sandbox.begin(work, seen, b"x"), seen, unread(seen))  # type: ignore[arg-type]
    assert (lost.legibility, lost.legibility_note) == (Legibility.NONE, why)
    good = send(media_type="text/plain")
    found = sandbox.end(sandbox.begin(extract, good, b"hello"), good, unread(good))
    assert found == extract(good, b"hello")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process within its memory")
def test_no_more_memory_than_allowed(sandbox: Sandbox, send: Send) -> None:
    seen = send()
    lost = sandbox.end(sandbox.begin(fill_the_memory, seen, b"x"), seen, unread(seen))
    assert lost.legibility_note == _sandbox.NO_MEMORY


def test_files_are_read_in_another_process_and_pages_in_this_one(send: Send) -> None:
    with Reader(EXTRACTORS) as pages:
        assert pages.document(send(), lambda: b"<html><p>hello").blocks[0].text == "hello"
        assert pages._sandbox._pool is None
        paper = send(media_type="application/pdf")
        assert pages.document(paper, lambda: b"%PDF-1.4 x") == extract(paper, b"%PDF-1.4 x")
        assert pages._sandbox._pool is not None


def test_what_is_closed_leaves_no_process_behind(send: Send) -> None:
    seen = send()
    box = Sandbox(BRIEF, workers=1)
    reader = box.end(box.begin(who_reads, seen, b"x"), seen, lambda _why: 0)
    assert reader not in (0, os.getpid())
    box.close()
    with pytest.raises(ProcessLookupError):
        os.kill(reader, 0)


def test_documents_come_in_the_order_in_which_they_are_asked_for(send: Send) -> None:
    kinds = ["application/pdf", "text/html", "application/zip"] * 6
    asked = [
        (send(f"http://town.test/{n}", media_type=kind), f"%PDF-1.4 {n}".encode)
        for n, kind in enumerate(kinds)
    ]
    with Reader(EXTRACTORS) as pages:
        found = [document.url for document in pages.documents(asked)]
    assert found == [resource.url for resource, _ in asked]


def test_where_no_process_can_be_had_files_are_read_all_the_same(
    send: Send, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(**_: object) -> None:
        raise OSError("no shared memory")

    monkeypatch.setattr(_sandbox, "ProcessPool", refuse)
    paper = send(media_type="application/pdf")
    with Reader(EXTRACTORS) as pages:
        assert pages.document(paper, lambda: b"%PDF-1.4 x") == extract(paper, b"%PDF-1.4 x")
    assert "no shared memory" in caplog.text
