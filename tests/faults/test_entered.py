"""Links that an office has entered to papers at Google Drive."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import pytest

from oit_audit.crawl import Given
from oit_audit.model import Audit, EnteredLink, LinkVerdict, Organisation, Status, Sureness, Verdict
from oit_audit.pipeline import verify, visit
from tests.crawl.town import Route, to
from tests.faults.certificates import Authority
from tests.faults.names import Names
from tests.faults.scene import BRIEF, FAULTY, STRUCTURE, TODAY, home, opened, rules
from tests.faults.services import (
    BYTES,
    CONTENT,
    DRIVE,
    EXPORT,
    FILE,
    HOSTS,
    Cable,
    login,
    paper,
    services,
    wired,
)

WHOLE = paper(
    lines=(
        "โครงสร้างการแบ่งส่วนราชการ เทศบาลตำบลตัวอย่าง",
        "ฝ่ายการเมือง: นายกเทศมนตรี รองนายกเทศมนตรี ประธานสภาเทศบาล",
        "ฝ่ายข้าราชการประจำ: ปลัดเทศบาล รองปลัดเทศบาล ผู้อำนวยการกองคลัง ผู้อำนวยการกองช่าง",
        "ส่วนราชการ: สำนักปลัด กองคลัง กองช่าง กองการศึกษา กองสาธารณสุขและสิ่งแวดล้อม",
    )
)
SHARED: dict[str, dict[str, Route]] = {
    DRIVE: {EXPORT: to(f"https://{CONTENT}{BYTES}", 303)},
    CONTENT: {BYTES: WHOLE},
}


@pytest.fixture
def cable(names: Names, monkeypatch: pytest.MonkeyPatch) -> Cable:
    return wired(names, monkeypatch)


@pytest.fixture
def tls(trusted: Authority) -> ssl.SSLContext:
    return trusted.good(*HOSTS)


async def entered(
    cable: Cable,
    tls: ssl.SSLContext,
    folder: Path,
    *,
    linked: bool,
    alone: bool = False,
    routes: dict[str, dict[str, Route]] = SHARED,
) -> tuple[Verdict, LinkVerdict]:
    """Return what comes of the link to the shared file, entered for the item of the structure."""
    pages: dict[str, Route] = {"/": home(fault=FILE if linked else "/about"), "/about": STRUCTURE}
    async with services(cable, tls, routes), opened(pages) as town:
        given = Given((FILE,), alone=alone)
        whose = Organisation(town.url)
        snapshot = await visit(whose, BRIEF, rules().lexicon, folder / "s", named=given)
        links = [EnteredLink(2, FAULTY, FILE)]
        audit: Audit = await asyncio.to_thread(verify, snapshot, rules(), TODAY, links=links)
    verdict = next(verdict for verdict in audit.verdicts if verdict.id == FAULTY)
    return verdict, audit.links[0]


async def test_a_shared_file_counts_where_the_site_links_to_it_though_never_quite_surely(
    cable: Cable, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    verdict, link = await entered(cable, tls, tmp_path, linked=True)

    assert (link.opens, link.reachable) == (True, True)
    assert verdict.status is Status.MET
    assert verdict.confidence is not Sureness.HIGH
    assert "drive.google.com" in verdict.reason.th


async def test_a_shared_file_to_which_no_page_links_does_not_count(
    cable: Cable, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    verdict, link = await entered(cable, tls, tmp_path, linked=False)

    assert (link.opens, link.reachable) == (True, False)
    assert (verdict.status, verdict.confidence) == (Status.MISSING, Sureness.LOW)
    assert "ไม่มีหน้าใดของเว็บไซต์ลิงก์ไปถึง" in verdict.reason.th
    assert link.better is not None
    assert link.better.url.endswith("/about")


async def test_nothing_is_said_for_sure_of_a_shared_file_where_only_links_were_visited(
    cable: Cable, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    verdict, link = await entered(cable, tls, tmp_path, linked=False, alone=True)

    assert (link.opens, link.reachable, link.better) == (True, None, None)
    assert verdict.status is Status.UNKNOWN


async def test_a_file_that_is_not_shared_with_everybody_is_missing(
    cable: Cable, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    closed: dict[str, dict[str, Route]] = {**SHARED, DRIVE: {EXPORT: login()}}

    verdict, link = await entered(cable, tls, tmp_path, linked=True, routes=closed)

    assert (link.opens, link.reason) == (False, "needs_permission")
    assert verdict.status is Status.MISSING
    assert "ทุกคนที่มีลิงก์" in verdict.remedy.th
