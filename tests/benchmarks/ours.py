"""What is measured: each client runs in a process of its own and says what it did as JSON.

python -m tests.benchmarks.clients NAME ADDRESS PAGES FOLDER
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

POLITE_DELAY_S = 0.1


def ours(url: str, pages: int, folder: Path) -> dict[str, float]:
    """Visit and read every page, as an audit does before anything is judged."""
    from oit_audit.cli.rules import load_rules
    from oit_audit.extract import extract
    from oit_audit.model import Organisation
    from oit_audit.pipeline import visit
    from oit_audit.settings import CrawlSettings

    rules = load_rules(None, date(2023, 6, 1))
    settings = CrawlSettings(max_pages=3 * pages, delay_s=0, allow_private=True)
    start = time.process_time()
    snapshot = asyncio.run(visit(Organisation(url), settings, rules.lexicon, folder))
    crawled = time.process_time()
    reading = 0.0
    for resource in snapshot.resources:
        body = snapshot.bodies.body(resource)
        before = time.process_time()
        extract(resource, body)
        reading += time.process_time() - before
    return {
        "pages": snapshot.reach.pages,
        "skipped": len(snapshot.reach.skipped),
        "crawl_s": crawled - start,
        "extract_s": reading,
    }


def polite(url: str, pages: int, folder: Path) -> dict[str, float]:
    """Visit `pages` pages with a delay; say how long it took for each second of delay."""
    from oit_audit.cli.rules import load_rules
    from oit_audit.model import Organisation
    from oit_audit.pipeline import visit
    from oit_audit.settings import CrawlSettings

    rules = load_rules(None, date(2023, 6, 1))
    settings = CrawlSettings(max_pages=pages, delay_s=POLITE_DELAY_S, allow_private=True)
    start = time.monotonic()
    snapshot = asyncio.run(visit(Organisation(url), settings, rules.lexicon, folder))
    took = time.monotonic() - start
    requests = snapshot.reach.requests
    return {"pages": requests, "ratio": took / (requests * POLITE_DELAY_S)}


def scrapy(url: str, pages: int, folder: Path) -> dict[str, float]:
    """Follow every link with Scrapy, as many requests at once as we have."""
    return _scrapy(url, folder, 2)


def scrapy_wide(url: str, pages: int, folder: Path) -> dict[str, float]:
    """Follow every link with Scrapy, as many requests at once as it has by itself."""
    return _scrapy(url, folder, None)


def _scrapy(url: str, folder: Path, concurrency: int | None) -> dict[str, float]:
    library: Any = importlib.import_module("scrapy")
    crawler: Any = importlib.import_module("scrapy.crawler")
    extractors: Any = importlib.import_module("scrapy.linkextractors")
    seen = {"pages": 0.0}
    find = extractors.LinkExtractor(allow_domains=[urlsplit(url).netloc])

    def parse(_self: object, response: Any) -> Any:
        seen["pages"] += 1
        for link in find.extract_links(response):
            yield library.Request(link.url)

    spider = type("Everything", (library.Spider,), {"parse": parse})
    settings: dict[str, object] = {
        "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "ROBOTSTXT_OBEY": True,
        "DOWNLOAD_DELAY": 0,
    }  # fmt: skip
    if concurrency is not None:
        settings |= {"CONCURRENT_REQUESTS": concurrency}
        settings |= {"CONCURRENT_REQUESTS_PER_DOMAIN": concurrency}
    process = crawler.CrawlerProcess(settings)
    process.crawl(spider, name="everything", start_urls=[url])
    process.start()
    return seen


CLIENTS: dict[str, Callable[[str, int, Path], dict[str, float]]] = {
    "ours": ours, "polite": polite, "scrapy": scrapy, "scrapy_wide": scrapy_wide,
}  # fmt: skip

if __name__ == "__main__":
    name, address, count, directory = sys.argv[1:]
    print(json.dumps(CLIENTS[name](address, int(count), Path(directory))))
