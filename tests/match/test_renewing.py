"""Documents that can be read after all change the matches as a new match would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from oit_audit.match import Matching, match
from oit_audit.model import (
    Block,
    Completion,
    Document,
    Legibility,
    Link,
    Media,
    Organisation,
    Picture,
    Reach,
    Resource,
    Snapshot,
)
from tests.match.sites import lexicon, numbering

HOME, SCAN, SHOWN = "http://town.test/", "http://town.test/1.pdf", "http://town.test/plan"


def documents(scan: tuple[str, ...] = (), shown: tuple[str, ...] = ()) -> list[Document]:
    links = (
        Link(SCAN, "แผนปฏิบัติการป้องกันการทุจริต ปี 2566"),
        Link(SHOWN, "แผนพัฒนาท้องถิ่น"),
    )
    lines = tuple(Block(text, "page 1 (OCR)") for text in scan)
    words = tuple(Block(text, "picture 1 (OCR)") for text in shown)
    picture = Picture("http://town.test/plan.jpg", "", "img")
    unread = Legibility.GOOD if scan else Legibility.NONE
    return [
        Document(HOME, HOME, Media.WEBPAGE, "เทศบาลตำบลทดสอบ", links=links),
        Document(SCAN, SCAN, Media.PDF, "", blocks=lines, legibility=unread),
        Document(SHOWN, SHOWN, Media.WEBPAGE, "แผน", blocks=words, pictures=(picture,)),
    ]


def snapshot() -> Snapshot:
    day = datetime(2023, 1, 2, tzinfo=UTC)
    seen = tuple(Resource(u, u, 200, "", None, day, "0", 0) for u in (HOME, SCAN, SHOWN))
    reach = Reach(Completion.FULL)
    return Snapshot("", Organisation(HOME), seen, reach, day, day, _Nothing())


class _Nothing:
    def body(self, resource: Resource) -> bytes:
        raise AssertionError(resource.url)


@pytest.mark.parametrize(
    "said",
    [
        ("แผนปฏิบัติการป้องกันการทุจริต", "ประจำปีงบประมาณ พ.ศ. 2566"),
        ("รายงานผลการใช้จ่ายงบประมาณ รอบ 6 เดือน",),
        ("ไม่มีชื่อเรื่อง",),
    ],
)
def test_a_scan_that_is_read_is_matched_as_if_it_had_always_been_readable(
    said: tuple[str, ...],
) -> None:
    matching = Matching(snapshot(), documents(), lexicon(), numbering())
    matching.matches()
    read = documents(said, said)

    renewed = matching.renew(read[1:])

    assert renewed == match(snapshot(), read, lexicon(), numbering())


def test_what_is_not_read_anew_stays_as_it_was() -> None:
    matching = Matching(snapshot(), documents(), lexicon(), numbering())
    before = matching.matches()

    assert matching.renew([replace(documents()[1])]) == before
