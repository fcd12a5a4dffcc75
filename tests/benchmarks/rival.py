"""Scrapy follows every link of a site; says as JSON how many pages it saw.

python -m tests.benchmarks.rival ADDRESS REQUESTS_AT_ONCE
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any
from urllib.parse import urlsplit


def follow_all(url: str, concurrency: int) -> int:
    """Return how many pages Scrapy sees from `url` on."""
    scrapy: Any = importlib.import_module("scrapy")
    crawler: Any = importlib.import_module("scrapy.crawler")
    extractors: Any = importlib.import_module("scrapy.linkextractors")
    seen: list[str] = []
    find = extractors.LinkExtractor(allow_domains=[urlsplit(url).netloc])

    def parse(_self: object, response: Any) -> Any:
        seen.append(response.url)
        for link in find.extract_links(response):
            yield scrapy.Request(link.url)

    spider = type("Everything", (scrapy.Spider,), {"parse": parse})
    process = crawler.CrawlerProcess(
        {
            "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "ROBOTSTXT_OBEY": True,
            "DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS": concurrency,
            "CONCURRENT_REQUESTS_PER_DOMAIN": concurrency,
        }
    )  # fmt: skip
    process.crawl(spider, name="everything", start_urls=[url])
    process.start()
    return len(seen)


if __name__ == "__main__":
    address, at_once = sys.argv[1:]
    print(json.dumps({"pages": follow_all(address, int(at_once))}))
