"""A small honest town with one thing wrong: played on loopback, visited and judged whole."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from oit_audit.cli.rules import load_rules
from oit_audit.model import Audit, Organisation, Skip, SkipReason, Snapshot, Status, Verdict
from oit_audit.pipeline import Rules, assess, visit
from oit_audit.settings import CrawlSettings
from tests.crawl.town import Asked, Reply, Route, Town, page

TODAY = date(2023, 4, 20)
BOUND_S = 30.0
"""No fault may hold a visit for so long; most are over in a tenth of a second."""

BRIEF = CrawlSettings(
    allow_private=True,
    own_site=True,
    delay_s=0.0,
    connect_timeout_s=2.0,
    read_timeout_s=2.0,
    total_timeout_s=4.0,
    retries=0,
)
PATIENT = replace(BRIEF, retries=1)
"""For faults that pass."""

HEALTHY = "o5"
"""The item that the honest pages show: how to reach the office."""

FAULTY = "o1"
"""The item whose only link leads to the fault."""

FAULT = "/structure"
CONTACT = page(
    "/",
    title="ข้อมูลการติดต่อ",
    text="ที่อยู่ 99 หมู่ 1 ตำบลตัวอย่าง อำเภอเมือง จังหวัดเชียงสมมุติ 50000</p>"
    "<p>โทรศัพท์ 0 5300 0000 โทรสาร 0 5300 0001</p><p>อีเมล office@tambon.example",
)

Send = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


def home(*more: str, fault: str = FAULT) -> str:
    """Return a home page that leads to the contact page, to the fault, and to more HTML."""
    return (
        "<!doctype html><title>เทศบาลตำบลตัวอย่าง</title><h1>เทศบาลตำบลตัวอย่าง</h1>"
        "<p>ยินดีต้อนรับสู่เทศบาลตำบลตัวอย่าง อำเภอเมือง จังหวัดเชียงสมมุติ</p>"
        "<a href='/contact'>ข้อมูลการติดต่อ</a>"
        f"<a href='{fault}'>โครงสร้างหน่วยงาน</a>{''.join(more)}"
    )


def links(*hrefs: str) -> str:
    """Return links to `hrefs`, each with words of its own."""
    return "".join(f"<a href='{href}'>เรื่องที่ {number}</a>\n" for number, href in enumerate(hrefs))


STRUCTURE = page(
    title="โครงสร้างหน่วยงาน",
    text="โครงสร้างการแบ่งส่วนราชการของเทศบาลตำบลตัวอย่าง ประกอบด้วย สำนักปลัด กองคลัง กองช่าง"
    "</p><ul><li>สำนักปลัด<li>กองคลัง<li>กองช่าง<li>กองการศึกษา</ul><p>",
)
"""What stands at the address of the fault when nothing is wrong."""


@asynccontextmanager
async def opened(
    routes: Mapping[str, Route], *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
) -> AsyncIterator[Town]:
    """Open an honest town with `routes` of a test's own; with `tls` it speaks HTTPS."""
    town = Town({"/": home(), "/contact": CONTACT, **routes})
    server = await asyncio.start_server(
        town.serve, "127.0.0.1", 0, limit=1 << 20, ssl=tls, ssl_handshake_timeout=5 if tls else None
    )
    town.port = server.sockets[0].getsockname()[1]
    town.url = f"{'https' if tls else 'http'}://{host}:{town.port}/"
    try:
        yield town
    finally:
        server.close()


@cache
def rules() -> Rules:
    return load_rules("2566", TODAY)


@dataclass(frozen=True)
class Seen:
    """What came of one visit."""

    snapshot: Snapshot
    audit: Audit
    bodies: dict[str, bytes] = field(repr=False)
    """By address as asked, without the host."""

    took_s: float

    @property
    def paths(self) -> list[str]:
        return ["/" + resource.url.split("/", 3)[3] for resource in self.snapshot.resources]

    @property
    def skipped(self) -> dict[str, Skip]:
        """Everything that was not seen, by address without the host."""
        return {"/" + part.url.split("/", 3)[3]: part for part in self.snapshot.reach.skipped}

    @property
    def reasons(self) -> dict[str, SkipReason]:
        return {path: part.reason for path, part in self.skipped.items()}

    def verdict(self, item: str) -> Verdict:
        return next(verdict for verdict in self.audit.verdicts if verdict.id == item)

    def status(self, item: str) -> Status:
        return self.verdict(item).status


async def visited(town: Town | str, settings: CrawlSettings = BRIEF, **changes: object) -> Seen:
    """Visit and judge a town, within bounds; the honest pages must count as ever."""
    url = town if isinstance(town, str) else town.url
    began = time.monotonic()
    with TemporaryDirectory() as folder:
        snapshot = await asyncio.wait_for(
            visit(
                Organisation(url),
                replace(settings, **changes),  # type: ignore[arg-type]
                rules().lexicon,
                Path(folder) / "s",
            ),
            BOUND_S,
        )
        audit = await asyncio.to_thread(assess, snapshot, rules(), TODAY)
        bodies = {
            "/" + resource.url.split("/", 3)[3]: snapshot.bodies.body(resource)
            for resource in snapshot.resources
        }
    return Seen(snapshot, audit, bodies, time.monotonic() - began)


async def beside(route: Route, settings: CrawlSettings = BRIEF, **changes: object) -> Seen:
    """Visit a town in which only the address `FAULT` gives `route`; the rest must stay good."""
    async with opened({FAULT: route}) as town:
        seen = await visited(town, settings, **changes)
    assert seen.status(HEALTHY) is Status.MET, seen.audit.reach
    return seen


async def fault_of(route: Route, settings: CrawlSettings = BRIEF, **changes: object) -> SkipReason:
    """Return the reason for which `route` is not seen, and see to it that it accuses rightly.

    *Could not look* must never read *not there*.
    """
    seen = await beside(route, settings, **changes)
    assert set(seen.reasons) == {FAULT}, seen.reasons
    reason = seen.reasons[FAULT]
    expected = Status.MISSING if reason.is_absence else Status.UNKNOWN
    assert seen.status(FAULTY) is expected, seen.verdict(FAULTY)
    return reason


def raw(data: bytes, *, close: bool = True) -> Send:
    """Return a route that sends `data` as it is, headers and all."""

    async def send(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        if close:
            writer.close()

    return send


def reply(
    body: str | bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
) -> Reply:
    """Return an answer; `headers` have underscores for dashes."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Reply(body.encode() if isinstance(body, str) else body, status, kind, named)
