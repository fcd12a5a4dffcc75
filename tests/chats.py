"""A chat room on loopback: takes messages as `json://` of apprise sends them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Room:
    """What was said in it."""

    port: int
    messages: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it takes messages, with a token that nobody else may learn."""
        return f"json://127.0.0.1:{self.port}/s3cret-t0ken"


@contextmanager
def chat_room(status: int = 200, *, never_ends: bool = False) -> Iterator[Room]:
    """Open a room that answers with `status`; or with an answer that has no end."""
    leaving = threading.Event()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            room.messages.append(json.loads(body))
            room.paths.append(self.path)
            self.send_response(status)
            self.send_header("Content-Length", "1000000" if never_ends else "0")
            self.end_headers()
            while never_ends and not leaving.wait(0.2):
                try:
                    self.wfile.write(b"x")
                except OSError:
                    return

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        room = Room(server.server_address[1])
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield room
        finally:
            leaving.set()
            server.shutdown()
