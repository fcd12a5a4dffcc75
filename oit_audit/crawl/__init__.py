"""The world: a home page comes in, a visit goes out.

`crawl` asks a website for everything that may be evidence, politely and within budgets. Every body
goes to a `Sink`, every address that was not seen becomes a `Skip` with its reason. Nothing a site
does is an exception, but for a first page that never comes.
"""

from oit_audit.crawl.borders import (
    Before,
    CrawlResult,
    Given,
    Memory,
    NoMemory,
    Priority,
    ReadLinks,
    Sink,
)
from oit_audit.crawl.crawler import crawl
from oit_audit.crawl.executables import NAMED_BY, find_browser, has_playwright
from oit_audit.crawl.rendering import try_browser
from oit_audit.crawl.screens import BrowserError

PARTS = (
    "abroad", "answers", "borders", "browser", "budget", "certificates", "copies", "crawler",
    "decoding", "doors", "entrance", "executables", "faults", "fetcher", "follow", "frontier",
    "given", "guard", "harvest", "jobs", "ledger", "links", "names", "notices", "pages", "parts",
    "politeness", "portraits", "reception", "rendering", "robots", "screens", "selection",
    "shells", "sitemaps", "transport", "traps", "urls",
)  # fmt: skip

__all__ = [
    "NAMED_BY", "PARTS", "Before", "BrowserError", "CrawlResult", "Given", "Memory", "NoMemory",
    "Priority", "ReadLinks", "Sink", "crawl", "find_browser", "has_playwright", "try_browser",
]  # fmt: skip
