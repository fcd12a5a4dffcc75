"""The world: a home page comes in, a visit goes out.

`crawl` asks a website for everything that may be evidence, politely and within budgets. Every body
goes to a `Sink`, every address that was not seen becomes a `Skip` with its reason. Nothing a site
does is an exception, but for a first page that never comes.
"""

from oit_audit.crawl.borders import CrawlResult, Priority, ReadLinks, Sink
from oit_audit.crawl.crawler import crawl

PARTS = (
    "answers", "borders", "budget", "crawler", "decoding", "entrance", "fetcher", "follow",
    "frontier", "guard", "harvest", "jobs", "ledger", "links", "pages", "politeness", "reception",
    "robots", "sitemaps", "traps", "transport", "urls",
)  # fmt: skip

__all__ = ["PARTS", "CrawlResult", "Priority", "ReadLinks", "Sink", "crawl"]
