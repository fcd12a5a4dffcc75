"""What is measured: each client runs in a process of its own and says what it did as JSON.

python -m tests.benchmarks.clients NAME ADDRESS PAGES FOLDER
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from oit_audit import cli, extract
from oit_audit.cli.rules import load_rules
from oit_audit.model import Organisation, Snapshot
from oit_audit.pipeline import visit
from oit_audit.settings import CrawlSettings

POLITE_DELAY_S = 0.1


def ours(url: str, pages: int, folder: Path) -> dict[str, float]:
    """Visit and read every page, as an audit does before anything is judged."""
    once = extract.reader()
    start = time.process_time()
    snapshot = _visit(url, CrawlSettings(3 * pages, delay_s=0, allow_private=True), folder, once)
    crawled = time.process_time()
    for resource in snapshot.resources:
        once.document(resource, partial(snapshot.bodies.body, resource))
    read = time.process_time()
    return {
        "pages": snapshot.reach.pages, "crawl_s": crawled - start, "extract_s": read - crawled,
    }  # fmt: skip


def reading(url: str, pages: int, folder: Path) -> dict[str, float]:
    """Read pages of a snapshot; the visit and the unpacking are not counted."""
    settings = CrawlSettings(pages, delay_s=0, allow_private=True)
    snapshot = _visit(url, settings, folder, None)
    took = 0.0
    for resource in snapshot.resources:
        body = snapshot.bodies.body(resource)
        before = time.process_time()
        extract.extract(resource, body)
        took += time.process_time() - before
    return {"pages": len(snapshot.resources), "extract_s": took}


def polite(url: str, pages: int, folder: Path) -> dict[str, float]:
    """Visit `pages` pages with a delay; say how long it took for each second of delay."""
    settings = CrawlSettings(pages, delay_s=POLITE_DELAY_S, allow_private=True)
    snapshot = _visit(url, settings, folder, None)
    took = (snapshot.finished_at - snapshot.started_at).total_seconds()
    requests = snapshot.reach.requests
    return {"pages": requests, "ratio": took / (requests * POLITE_DELAY_S)}


def _visit(
    url: str, settings: CrawlSettings, folder: Path, pages: extract.Reader | None
) -> Snapshot:
    lexicon = load_rules(None, date(2023, 6, 1)).lexicon
    return asyncio.run(visit(Organisation(url), settings, lexicon, folder, pages=pages))


CLIENTS: dict[str, Callable[[str, int, Path], dict[str, float]]] = {
    "ours": ours, "reading": reading, "polite": polite,
}  # fmt: skip

if __name__ == "__main__":
    gc.set_threshold(cli.YOUNG_OBJECTS)
    name, address, count, directory = sys.argv[1:]
    print(json.dumps(CLIENTS[name](address, int(count), Path(directory))))
