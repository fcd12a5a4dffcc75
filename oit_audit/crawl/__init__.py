"""The world: a home page comes in, a visit goes out.

`crawl` asks a website for everything that may be evidence, politely and within budgets. Every body
goes to a `Sink`, every address that was not seen becomes a `Skip` with its reason. Nothing a site
does is an exception, but for a first page that never comes.
"""

from oit_audit.crawl.borders import (
    Before,
    CrawlResult,
    Memory,
    NoMemory,
    Priority,
    ReadLinks,
    Sink,
)
from oit_audit.crawl.crawler import crawl

PARTS = (
    "answers", "borders", "budget", "certificates", "copies", "crawler", "decoding", "entrance",
    "faults", "fetcher", "follow", "frontier", "guard", "harvest", "jobs", "ledger", "links",
    "names", "notices", "pages", "politeness", "reception", "robots", "sitemaps", "traps",
    "transport", "urls",
)  # fmt: skip

__all__ = [
    "PARTS",
    "Before",
    "CrawlResult",
    "Memory",
    "NoMemory",
    "Priority",
    "ReadLinks",
    "Sink",
    "crawl",
]
