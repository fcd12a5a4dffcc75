"""Small websites for a test, written as folders that `serve_site` can serve."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from pathlib import Path

SITES = Path(__file__).parents[1] / "fixtures" / "sites"
HTML = "text/html; charset=utf-8"


def page(title: str, *body: str) -> str:
    """Return a page; `title` and `body` are HTML already."""
    return f"<!doctype html><title>{title}</title><h1>{title}</h1>{''.join(body)}"


def world(
    folder: Path, routes: Mapping[str, str | dict[str, object]], **not_found: str | int
) -> Path:
    """Return the folder of a site, written below `folder`.

    Args:
        folder: Where to write.
        routes: What each address gives: a page, or a route as `site.json` has it.
        not_found: `status` and `text` of the answer to every other address.
    """
    (folder / "www").mkdir(parents=True)
    written: dict[str, dict[str, object]] = {}
    for number, (address, said) in enumerate(routes.items()):
        if isinstance(said, str):
            (folder / "www" / f"{number}").write_text(said, encoding="utf-8")
            text = address.endswith(".txt")
            written[address] = {"file": f"{number}", "type": "text/plain" if text else HTML}
        else:
            written[address] = said
    site = {"name": folder.name, "host": {"not_found": not_found}, "routes": written}
    (folder / "site.json").write_text(json.dumps(site), encoding="utf-8")
    return folder


def closed_port() -> int:
    """Return a port of this machine at which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def endless(folder: Path, pages: int) -> Path:
    """Return the folder of a site that takes a polite visitor a while."""
    names = [f"/news/{n}" for n in range(pages)]
    links = "".join(f"<a href='{name}'>ข่าวที่ {name}</a>" for name in names)
    news = {name: page(f"ข่าว {name}", f"<p>ข่าวประชาสัมพันธ์ {name}</p>") for name in names}
    return world(folder, {"/": page("เทศบาลตำบลตัวอย่าง", links), **news})
