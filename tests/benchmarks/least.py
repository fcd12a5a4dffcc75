"""The least that a visit with our libraries can cost: fetch, keep and parse, and nothing besides.

It has no pace, no robots, no checks, no judgement and no text.

python -m tests.benchmarks.least ADDRESS FILE
"""

from __future__ import annotations

import asyncio
import json
import sys
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

import httpx
from selectolax.lexbor import LexborHTMLParser
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


async def visit(url: str, file: BinaryIO) -> int:
    """Follow every link on the host of `url`, two requests at once; return the number of pages."""
    host = urlsplit(url).netloc
    known, waiting, pages = {url}, [url], 0
    writer = WARCWriter(file, gzip=True)
    async with httpx.AsyncClient() as client:
        while waiting:
            batch, waiting = waiting[:2], waiting[2:]
            for answer in await asyncio.gather(*map(client.get, batch)):
                pages += answer.is_success
                _keep(writer, answer)
                for link in _links(str(answer.url), answer.content):
                    if link not in known and urlsplit(link).netloc == host:
                        known.add(link)
                        waiting.append(link)
    return pages


def _links(base: str, body: bytes) -> set[str]:
    tree = LexborHTMLParser(body)
    hrefs = {node.attributes.get("href") or "" for node in tree.css("a[href]")}
    return {urljoin(base, href).partition("#")[0] for href in hrefs}


def _keep(writer: WARCWriter, answer: httpx.Response) -> None:
    status = StatusAndHeaders(f"{answer.status_code} OK", list(answer.headers.items()), "HTTP/1.1")
    record = writer.create_warc_record(
        str(answer.url), "response", payload=BytesIO(answer.content), http_headers=status
    )
    writer.write_record(record)


if __name__ == "__main__":
    address, kept = sys.argv[1:]
    with Path(kept).open("wb") as archive:
        print(json.dumps({"pages": asyncio.run(visit(address, archive))}))
