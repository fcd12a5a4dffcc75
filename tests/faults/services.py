"""Services of others, played: their names lead to public addresses, and the cable to this machine.

Names, certificates, robots.txt, redirects and bodies are real ones over TLS on loopback; only the
resolver and the last piece of the way are played, since nobody but Google answers on its address.
"""

from __future__ import annotations

import asyncio
import io
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import anyio
import docx
import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.crawl.town import Reply, Route, Town, page, to
from tests.faults.names import Names

DRIVE = "drive.google.com"
DOCS = "docs.google.com"
CONTENT = "drive.usercontent.google.com"
DELIVERY = "doc-0c-3k-docs.googleusercontent.com"
DROPBOX = "www.dropbox.com"
ONEDRIVE = "onedrive.live.com"
ACCOUNTS = "accounts.google.com"
HOSTS = (DRIVE, DOCS, CONTENT, DELIVERY, DROPBOX, ONEDRIVE, ACCOUNTS, "1drv.ms", "bit.ly")

ID = "1mWgtfFJGQHJzBcpv99Km87YEWMf9C3ld"
FILE = f"https://{DRIVE}/file/d/{ID}/view?usp=sharing"
EXPORT = f"/uc?export=download&id={ID}"
VIEW = f"/file/d/{ID}/view"
BYTES = f"/download?id={ID}&export=download"
FREE = Reply(b"User-agent: *\nDisallow:\n", type="text/plain")

_PUBLIC = "142.250.66."
"""What the names lead to, by the resolver of the test."""

TITLE = "โครงสร้างหน่วยงาน"
REACHED = (
    "ข้อมูลการติดต่อ เทศบาลตำบลตัวอย่าง",
    "ที่อยู่ 99 หมู่ 1 ตำบลตัวอย่าง อำเภอเมือง จังหวัดเชียงสมมุติ 50000",
    "โทรศัพท์ 0 5300 0000 โทรสาร 0 5300 0001",
    "อีเมล office@tambon.example",
    "แผนที่ตั้งหน่วยงาน https://maps.app.goo.gl/aBcDeF",
)
LINES = (
    TITLE,
    "โครงสร้างการแบ่งส่วนราชการของเทศบาลตำบลตัวอย่าง",
    "สำนักปลัด กองคลัง กองช่าง กองการศึกษา",
)


@dataclass
class Services:
    """The services of one test, by host."""

    towns: dict[str, Town] = field(default_factory=dict)

    def asked(self, host: str) -> list[str]:
        """Return the paths that were asked of `host`, robots.txt left out."""
        return [path for path in self.towns[host].paths if path != "/robots.txt"]


class Cable:
    """Takes connections to the played public addresses to the servers of the test."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._ports: dict[str, int] = {}
        self._real = anyio.connect_tcp

    def lead(self, host: str, port: int) -> None:
        """Let `host` be asked at `port` of this machine; a port 0 never answers."""
        address = f"{_PUBLIC}{len(self._ports) + 1}"
        self._names.known[host] = address
        self._ports[address] = port

    async def connect(self, remote_host: str, remote_port: int, **rest: Any) -> Any:
        """Stand in for `anyio.connect_tcp`."""
        port = self._ports.get(remote_host)
        if port is None:
            return await self._real(remote_host, remote_port, **rest)
        if not port:
            await asyncio.sleep(60)
        return await self._real("127.0.0.1", port, **rest)


def wired(names: Names, monkeypatch: pytest.MonkeyPatch) -> Cable:
    """Return a cable between the names of `names` and this machine."""
    cable = Cable(names)
    monkeypatch.setattr(anyio, "connect_tcp", cable.connect)
    return cable


@asynccontextmanager
async def services(
    cable: Cable, tls: ssl.SSLContext, routes: Mapping[str, Mapping[str, Route]]
) -> AsyncIterator[Services]:
    """Open the services of `routes`, by host; each lets robots in unless it says otherwise."""
    opened = Services()
    async with AsyncExitStack() as stack:
        for host, own in routes.items():
            town = Town({"/robots.txt": FREE, **own})
            server = await asyncio.start_server(
                town.serve, "127.0.0.1", 0, limit=1 << 20, ssl=tls, ssl_handshake_timeout=5
            )
            stack.callback(server.close)
            cable.lead(host, server.sockets[0].getsockname()[1])
            opened.towns[host] = town
        yield opened


def login(host: str = ACCOUNTS) -> Reply:
    """Return what a service says to whom it does not know."""
    return to(f"https://{host}/ServiceLogin?service=wise&continue=https://{DRIVE}/")


def warning(action: str, method: str = "get") -> str:
    """Return the page that asks whether a file is wanted though nobody has looked for viruses."""
    return (
        "<!DOCTYPE html><html><head><title>Google Drive - Virus scan warning</title></head><body>"
        "<p>Google Drive can't scan this file for viruses.</p>"
        f"<form id='download-form' action='{action}' method='{method}'>"
        "<input type='submit' value='Download anyway'>"
        f"<input type='hidden' name='id' value='{ID}'>"
        "<input type='hidden' name='export' value='download'>"
        "<input type='hidden' name='confirm' value='t'>"
        "<input type='hidden' name='uuid' value='5e0c1a2b'></form></body></html>"
    )


def notice(words: str, title: str = "Google Drive") -> str:
    """Return a page of a service that says `words`; its scripts say much more."""
    script = "<script>var m=['You need access','Sorry, the file you have requested']</script>"
    return page(title=title, text=f"{words}{script}")


@cache
def paper(kind: str = "docx", lines: tuple[str, ...] = LINES) -> Reply:
    """Return a paper that says `lines`."""
    body, media_type = {"docx": _word, "xlsx": _workbook, "pdf": _pdf}[kind](lines)
    name = ("Content-Disposition", f'attachment; filename="structure.{kind}"')
    return Reply(body, type=media_type, headers=(name,))


def _word(lines: tuple[str, ...]) -> tuple[bytes, str]:
    document, file = docx.Document(), io.BytesIO()
    document.add_heading(lines[0])
    for line in lines[1:]:
        document.add_paragraph(line)
    document.save(file)
    return (
        file.getvalue(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )


def _workbook(lines: tuple[str, ...]) -> tuple[bytes, str]:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for line in lines:
        book.active.append([line])
    book.save(file)
    return file.getvalue(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _pdf(_: tuple[str, ...]) -> tuple[bytes, str]:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 720, "Structure of the office: clerk, treasury, works")
    canvas.save()
    return file.getvalue(), "application/pdf"
