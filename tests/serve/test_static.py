from __future__ import annotations

import gzip
import json
import socket
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from oit_audit.errors import InputError
from oit_audit.serve import SiteServer, serve_site

ROUTES: dict[str, Any] = {
    "/": {"file": "home.html", "type": "text/html; charset=utf-8"},
    "/news.php?id=1": {"file": "news.html", "type": "text/html; charset=tis-620"},
    "/แผน/": {"file": "home.html", "type": "text/html"},
    "/plan.pdf": {"file": "plan.pdf", "type": "application/pdf"},
    "/old": {"status": 301, "location": "/แผน/#top"},
    "/broken": {"fault": "status", "code": 503},
    "/shaky": {"file": "home.html", "type": "text/html", "fault": "once"},
    "/sorry": {"file": "home.html", "status": 403},
}


def folder(tmp_path: Path, **host: object) -> Path:
    (tmp_path / "www").mkdir(parents=True)
    (tmp_path / "www" / "home.html").write_text("<h1>หน้าแรก</h1>", encoding="utf-8")
    (tmp_path / "www" / "news.html").write_bytes("ข่าว".encode("cp874"))
    (tmp_path / "www" / "plan.pdf").write_bytes(b"%PDF-1.4" + bytes(400_000))
    (tmp_path / "secret.txt").write_text("not for visitors", encoding="utf-8")
    site = {"name": "t", "host": host, "routes": ROUTES}
    (tmp_path / "site.json").write_text(json.dumps(site), encoding="utf-8")
    return tmp_path


def raw(server: SiteServer, request: bytes) -> bytes:
    """Send bytes that no polite client would send, and return the whole answer."""
    address = (urlsplit(server.url).hostname, urlsplit(server.url).port)
    with socket.create_connection(address, timeout=5) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_a_route_gives_its_bytes_under_its_declared_type(tmp_path: Path) -> None:
    with serve_site(folder(tmp_path)) as server:
        answer = httpx.get(f"{server.url}news.php?id=1")

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=tis-620"
    assert answer.content.decode("cp874") == "ข่าว"


def test_thai_addresses_match_however_they_are_escaped(tmp_path: Path) -> None:
    with serve_site(folder(tmp_path)) as server:
        plain = httpx.get(f"{server.url}แผน/")
        lower = raw(server, b"GET /%e0%b9%81%e0%b8%9c%e0%b8%99/ HTTP/1.0\r\n\r\n")

    assert plain.status_code == 200
    assert b"200 OK" in lower


def test_a_redirect_says_where_to_go_in_ascii(tmp_path: Path) -> None:
    with serve_site(folder(tmp_path)) as server:
        answer = httpx.get(f"{server.url}old")

    assert answer.status_code == 301
    assert answer.headers["location"] == "/%E0%B9%81%E0%B8%9C%E0%B8%99/#top"


def test_an_unknown_address_gets_the_hosts_own_words(tmp_path: Path) -> None:
    habits = {"status": 200, "text": "ไม่พบหน้าที่ท่านต้องการ"}
    with serve_site(folder(tmp_path / "soft", not_found=habits)) as server:
        soft = httpx.get(f"{server.url}nothing")
    with serve_site(folder(tmp_path / "hard")) as server:
        hard = httpx.get(f"{server.url}news.php?id=2")

    assert (soft.status_code, soft.text) == (200, "ไม่พบหน้าที่ท่านต้องการ")
    assert hard.status_code == 404


def test_a_fault_lasts_or_goes_away_as_the_site_says(tmp_path: Path) -> None:
    with serve_site(folder(tmp_path)) as server:
        lasting = [httpx.get(f"{server.url}broken").status_code for _ in range(2)]
        passing = [httpx.get(f"{server.url}shaky").status_code for _ in range(3)]

    assert lasting == [503, 503]
    assert passing == [500, 200, 200]


def test_a_file_may_come_with_a_status_of_its_own(tmp_path: Path) -> None:
    with serve_site(folder(tmp_path)) as server:
        assert httpx.get(f"{server.url}sorry").status_code == 403


def test_gzip_is_given_to_those_who_take_it_and_only_for_text(tmp_path: Path) -> None:
    with serve_site(folder(tmp_path, gzip=True)) as server:
        packed = raw(server, b"GET / HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n")
        page = httpx.get(server.url)
        plain = httpx.get(server.url, headers={"Accept-Encoding": "identity"})
        paper = httpx.get(f"{server.url}plan.pdf")

    assert gzip.decompress(packed.partition(b"\r\n\r\n")[2]).decode() == "<h1>หน้าแรก</h1>"
    assert page.headers["content-encoding"] == "gzip"
    assert page.text == plain.text == "<h1>หน้าแรก</h1>"
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in paper.headers


def test_a_host_may_want_a_slash_at_the_end(tmp_path: Path) -> None:
    with serve_site(folder(tmp_path, slash=True)) as server:
        answer = httpx.get(f"{server.url}แผน", follow_redirects=True)
        nothing = httpx.get(f"{server.url}แผนผัง")

    assert [step.status_code for step in answer.history] == [301]
    assert answer.status_code == 200
    assert nothing.status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/www/home.html", "/home.html", "//secret.txt", "/."],
)
def test_nothing_is_served_but_what_the_site_names(tmp_path: Path, path: str) -> None:
    with serve_site(folder(tmp_path)) as server:
        answer = raw(server, f"GET {path} HTTP/1.0\r\n\r\n".encode())

    assert b" 404 " in answer.partition(b"\r\n")[0]
    assert b"not for visitors" not in answer


def test_every_request_is_remembered(tmp_path: Path) -> None:
    with serve_site(folder(tmp_path)) as server:
        httpx.get(f"{server.url}news.php?id=1", headers={"User-Agent": "curious/1"})
        head = httpx.head(f"{server.url}plan.pdf")
        httpx.post(server.url, content=b"x=1")
        raw(server, b"nonsense\r\n\r\n")

    assert (head.headers["content-length"], head.content) == ("400008", b"")
    seen = [(request.method, request.path, request.status) for request in server.requests]
    assert seen == [
        ("GET", "/news.php?id=1", 200),
        ("HEAD", "/plan.pdf", 200),
        ("POST", "/", 405),
        ("", "", 400),
    ]
    assert server.requests[0].user_agent == "curious/1"
    assert server.requests[0].at <= server.requests[1].at


def test_several_visitors_are_served_at_once_over_lasting_connections(tmp_path: Path) -> None:
    with serve_site(folder(tmp_path)) as server, httpx.Client(base_url=server.url) as client:
        idle = socket.create_connection(("127.0.0.1", urlsplit(server.url).port or 0))
        statuses = [client.get("/").status_code for _ in range(5)]
        with idle:
            assert statuses == [200] * 5


def test_a_visitor_who_hangs_up_disturbs_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serve_site(folder(tmp_path)) as server:
        rude = socket.create_connection(("127.0.0.1", urlsplit(server.url).port or 0))
        rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        rude.sendall(b"GET /plan.pdf HTTP/1.1\r\n\r\n" * 8)
        rude.close()
        assert httpx.get(server.url).status_code == 200

    assert capsys.readouterr().err == ""


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    before = threading.active_count()
    with serve_site(folder(tmp_path)) as server:
        port = urlsplit(server.url).port or 0
        waiting = socket.create_connection(("127.0.0.1", port))
        httpx.get(server.url)

    assert threading.active_count() == before
    with waiting, pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_an_error_inside_the_block_still_closes_the_server(tmp_path: Path) -> None:
    before = threading.active_count()
    with pytest.raises(RuntimeError, match="mine"), serve_site(folder(tmp_path)):
        raise RuntimeError("mine")

    assert threading.active_count() == before


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{}",
        "[]",
        '{"routes": {"/": {"file": "../secret.txt"}}}',
        '{"routes": {"/": {"file": "gone.html"}}}',
        '{"routes": {"/": {}}}',
    ],
)
def test_a_folder_that_is_no_site_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    home = folder(tmp_path)
    (home / "site.json").write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=r"site\.json") as caught, serve_site(home):
        pytest.fail("this must not be served")

    assert caught.value.hint
