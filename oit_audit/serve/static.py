"""A small site server for one folder of fixture pages, with the habits that real hosts have.

Only what `site.json` names is ever read, so no address can lead out of the folder.
"""

from __future__ import annotations

import gzip
import json
import socket
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any, cast
from urllib.parse import quote, unquote_to_bytes, urlsplit

from oit_audit.errors import InputError
from oit_audit.words import worded

HTML = "text/html; charset=utf-8"
_SAFE = "/:@!$&'()*+,;=~-._?"
_READABLE = ("text/", "application/xml", "application/json")


@dataclass(frozen=True, slots=True)
class Request:
    """One question the server was asked, and the status of its answer."""

    at: datetime
    method: str
    path: str
    """With its query, as it was sent."""

    user_agent: str
    status: int


@dataclass(frozen=True, slots=True)
class Route:
    """What one address gives."""

    body: bytes = b""
    media_type: str = HTML
    status: int = 200
    location: str | None = None
    fails_once: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """All routes of one folder and the habits of its host."""

    routes: Mapping[str, Route]
    absent: Route
    """The answer to every other address."""

    gzip: bool = False
    slash: bool = False
    """Addresses without their final slash are sent to the one with it."""

    @classmethod
    def read(cls, home: Path) -> Site:
        """Read `home/site.json` and every file it names."""
        path = home / "site.json"
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            host = raw.get("host", {})
            absent = host.get("not_found", {})
            return cls(
                {_plain(address): _route(home, said) for address, said in raw["routes"].items()},
                Route(absent.get("text", "404").encode(), status=absent.get("status", 404)),
                gzip=host.get("gzip", False),
                slash=host.get("slash", False),
            )
        except (OSError, ValueError, KeyError, AttributeError) as error:
            raise InputError(
                f"{path}: {error}",
                hint=worded("a site needs site.json and www/"),
            ) from error

    def answer(self, path: str) -> Route:
        """Return what `path`, with its query, gives."""
        plain = _plain(path)
        found = self.routes.get(plain)
        if found is None and self.slash:
            address, mark, query = plain.partition("?")
            if f"{address}/{mark}{query}" in self.routes:
                return Route(status=301, location=f"{address}/{mark}{query}")
        return found or self.absent


def _route(home: Path, said: Mapping[str, Any]) -> Route:
    """Return one route of `site.json`; the border at which its untyped values end."""
    fault = said.get("fault")
    if fault == "status":
        return Route(b"<h1>Error</h1>", status=int(said["code"]))
    if "location" in said:
        return Route(status=int(said.get("status", 302)), location=str(said["location"]))
    name = str(said["file"])
    if Path(name).name != name:
        raise ValueError(f"{name} is not a plain file name")
    body = (home / "www" / name).read_bytes()
    status = int(said.get("status", 200))
    return Route(body, str(said.get("type", HTML)), status, fails_once=fault == "once")


def _plain(address: str) -> str:
    """Return path and query of `address` in the one spelling that routes are compared in."""
    parts = urlsplit(address)
    path = quote(unquote_to_bytes(parts.path), safe=_SAFE)
    return f"{path}?{quote(unquote_to_bytes(parts.query), safe=_SAFE)}" if parts.query else path


@dataclass(slots=True)
class SiteServer:
    """A site that is being served."""

    url: str
    """Address of the home page: `http://127.0.0.1:PORT/`."""

    requests: list[Request] = field(default_factory=list)
    """What was asked so far, in the order of the answers."""


class _Server(ThreadingHTTPServer):
    """Answers in threads of its own, and lets go of every connection when it closes."""

    daemon_threads = False

    def __init__(self, site: Site) -> None:
        self.site = site
        self.connections: set[socket.socket] = set()
        self.failed: set[str] = set()
        self.lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Handler)
        self.seen = SiteServer(f"http://127.0.0.1:{self.server_port}/")

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name = "localhost"
        self.server_port = self.server_address[1]

    def get_request(self) -> tuple[socket.socket, Any]:
        """Take the next connection and remember it."""
        connection, peer = super().get_request()
        with self.lock:
            self.connections.add(connection)
        return connection, peer

    def close_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Close a connection and forget it."""
        with self.lock:
            self.connections.discard(cast("socket.socket", request))
        super().close_request(request)

    def server_close(self) -> None:
        """Hang up on whoever is still there, then wait for the threads to end."""
        with self.lock:
            for connection in self.connections:
                with suppress(OSError):  # the other side was faster
                    connection.shutdown(socket.SHUT_RDWR)
        super().server_close()

    def handle_error(
        self,
        request: socket.socket | tuple[bytes, socket.socket],
        client_address: Any,
    ) -> None:
        """Say nothing about visitors who hang up; anything else is a bug and may be loud."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def first_failure(self, path: str) -> bool:
        """Is this the first time that an address which fails once is asked?"""
        with self.lock:
            is_first = path not in self.failed
            self.failed.add(path)
            return is_first


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    """Head and body leave together; two small packets would wait for each other."""

    disable_nagle_algorithm = True
    server: _Server
    headers = HTTPMessage()
    path = ""

    def do_GET(self) -> None:
        """Answer with the route, or the host's way to say that there is none."""
        site, route = self.server.site, self.server.site.answer(self.path)
        if route.fails_once and self.server.first_failure(self.path):
            route = Route(b"<h1>500</h1>", status=500)
        body, packed = route.body, False
        if site.gzip and self._takes_gzip() and route.media_type.startswith(_READABLE):
            body, packed = gzip.compress(body, mtime=0), True
        self.send_response(route.status)
        self.send_header("Content-Type", route.media_type)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        if route.location is not None:
            self.send_header("Location", quote(route.location, safe=_SAFE + "#%"))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def do_POST(self) -> None:
        """Take nothing: a form of a fixture is only to be looked at."""
        self.send_error(405)

    def _takes_gzip(self) -> bool:
        return "gzip" in self.headers.get("Accept-Encoding", "")

    def log_request(self, code: int | str = "-", *_: object, **__: object) -> None:
        """Remember the request instead of printing it."""
        agent, method = self.headers.get("User-Agent", ""), self.command or ""
        now = datetime.now(UTC)
        self.server.seen.requests.append(Request(now, method, self.path, agent, int(code)))

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def serve_site(home: Path) -> Iterator[SiteServer]:
    """Serve the site in the folder `home` on a free loopback port until the block ends.

    Raises:
        InputError: the folder holds no site that can be served.
    """
    with _Server(Site.read(home)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="fixture-site")
        thread.start()
        try:
            yield server.seen
        finally:
            server.shutdown()
            thread.join()
