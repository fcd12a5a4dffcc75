"""A town hall on 127.0.0.1 that says exactly what a test wants it to say."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser

from oit_audit.crawl import CrawlResult, crawl
from oit_audit.model import Exchange, Link, Organisation, Region, Resource, Skip, Via, resolve
from oit_audit.settings import CrawlSettings

QUICK = CrawlSettings(
    allow_private=True,
    delay_s=0.0,
    connect_timeout_s=2.0,
    read_timeout_s=2.0,
    total_timeout_s=4.0,
    retries=2,
)


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it."""

    path: str
    headers: dict[str, str]
    at: float
    method: str = "GET"


@dataclass(frozen=True)
class Reply:
    """One answer."""

    body: bytes = b""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()

    def packed(self) -> Reply:
        return replace(
            self,
            body=gzip.compress(self.body),
            headers=(*self.headers, ("Content-Encoding", "gzip")),
        )


Route = (
    str
    | Reply
    | Callable[[Asked], Reply]
    | Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]
)


def page(*hrefs: str, title: str = "เทศบาลตำบลตัวอย่าง", text: str = "ยินดีต้อนรับ") -> str:
    links = "".join(f"<a href='{href}'>ลิงก์ {href}</a>\n" for href in hrefs)
    return f"<!doctype html><title>{title}</title><h1>{title}</h1><p>{text}</p>{links}"


def to(target: str, status: int = 302, *headers: tuple[str, str]) -> Reply:
    return Reply(status=status, headers=(("Location", target), *headers))


@dataclass
class Town:
    """Routes by path with query; what is not there is 404."""

    routes: dict[str, Route] = field(default_factory=dict)
    fallback: Callable[[Asked], Reply | str] = lambda _: Reply(
        status=404, body=b"<title>no</title>"
    )
    asked: list[Asked] = field(default_factory=list)
    busy: int = 0
    busiest: int = 0
    url: str = ""
    port: int = 0

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def times(self, path: str) -> int:
        return self.paths.count(path)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await self._answer(head.decode("latin-1"), writer)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            return  # the visitor has left, or the test is over
        finally:
            writer.close()

    async def _answer(self, head: str, writer: asyncio.StreamWriter) -> None:
        first, *lines = head.strip().split("\r\n")
        headers = {key.lower(): value for key, _, value in (x.partition(": ") for x in lines)}
        method, path = first.split()[:2]
        asked = Asked(path, headers, asyncio.get_running_loop().time(), method)
        self.asked.append(asked)
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        try:
            route = self.routes.get(asked.path) or self.fallback(asked)
            if callable(route):
                made = route(asked, writer) if _is_raw(route) else route(asked)  # type: ignore[call-arg]
                if not isinstance(made, Reply):
                    await made
                    return
                route = made
            await _send(Reply(route.encode()) if isinstance(route, str) else route, writer)
        finally:
            self.busy -= 1


def _is_raw(route: object) -> bool:
    return asyncio.iscoroutinefunction(route)


async def _send(reply: Reply, writer: asyncio.StreamWriter) -> None:
    lines = [f"HTTP/1.1 {reply.status} X", f"Content-Length: {len(reply.body)}"]
    if reply.type:
        lines.append(f"Content-Type: {reply.type}")
    lines += [f"{key}: {value}" for key, value in reply.headers]
    writer.write("\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + reply.body)
    await writer.drain()


@asynccontextmanager
async def opened(routes: Mapping[str, Route]) -> AsyncIterator[Town]:
    """Open a town for a test; its address is known once it is open."""
    town = Town(dict(routes))
    server = await asyncio.start_server(town.serve, "127.0.0.1", 0, limit=1 << 20)
    town.port = server.sockets[0].getsockname()[1]
    town.url = f"http://127.0.0.1:{town.port}/"
    try:
        yield town
    finally:
        server.close()


class Shelf:
    """A sink that remembers."""

    def __init__(self) -> None:
        self.exchanges: list[Exchange] = []

    def store(self, exchange: Exchange) -> None:
        self.exchanges.append(exchange)


def read_links(resource: Resource, body: bytes) -> tuple[Link, ...]:
    """Read links the plain way; the real reader is another room's."""
    return tuple(_links(resource, body))


def _links(resource: Resource, body: bytes) -> Iterator[Link]:
    for node in LexborHTMLParser(body.decode("utf-8", "replace")).css("a, frame, form"):
        reference = node.attributes.get("href") or node.attributes.get("src") or ""
        reference = reference or node.attributes.get("action") or ""
        url = resolve(resource.final_url, reference) or ""
        via = {"frame": Via.FRAME, "form": Via.FORM}.get(node.tag or "", Via.HREF)
        parent = node.parent
        menu = parent is not None and parent.tag == "nav"
        region = Region.NAVIGATION if menu else Region.MAIN
        yield Link(url, node.text(), via=via, region=region)


def flat(_link: Link, _page: str) -> float:
    return 0.0


async def visit(
    town: Town, settings: CrawlSettings = QUICK, *, shelf: Shelf | None = None
) -> CrawlResult:
    """Crawl `town` from its front page."""
    return await crawl(
        Organisation(town.url),
        settings,
        sink=shelf or Shelf(),
        read_links=read_links,
        priority=flat,
    )


def seen(result: CrawlResult) -> list[str]:
    """Return the paths that were seen."""
    return ["/" + resource.url.split("/", 3)[3] for resource in result.resources]


def skip(result: CrawlResult, path: str) -> Skip:
    """Return why `path` was not seen."""
    return next(part for part in result.reach.skipped if part.url.endswith(path))
