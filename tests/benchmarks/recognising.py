"""What recognising costs, and how much of it is saved: towns all of whose PDFs are scans.

Run it with `make bench`, or

    python -m tests.benchmarks.recognising
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from datetime import date
from pathlib import Path

import yaml

from oit_audit._reading import read_documents
from oit_audit.cli.rules import load_rules
from oit_audit.extract import find_engine, reader
from oit_audit.model import Media, Organisation, Snapshot
from oit_audit.pipeline import Rules, assess, visit
from oit_audit.progress import Silent
from oit_audit.serve import serve_site
from oit_audit.settings import CrawlSettings, OcrSettings
from oit_audit.store import recognised_pages
from tests.scans import deciding, with_scans

SITES = Path(__file__).parents[2] / "fixtures" / "sites"
TOWNS = ("demo", "tabs", "oldphp", "sao2563")


def main() -> None:
    """Print a line for each town."""
    engine = find_engine()
    if engine is None:
        print("recognising: left out, there is no tesseract that knows Thai")
        return
    print(f"\nrecognising, {engine.name}")
    print(f"{'town':<9}{'scans':>6}{'pages':>7}{'read':>6}{'saved':>7}{'s/page':>8}  same verdicts")
    for name in TOWNS:
        with tempfile.TemporaryDirectory(prefix="oit-audit-bench-") as folder:
            print(_line(SITES / name, Path(folder)))


def _line(home: Path, folder: Path) -> str:
    truth = yaml.safe_load((home / "truth.yaml").read_text(encoding="utf-8"))
    today = date.fromisoformat(truth["today"])
    rules = load_rules(str(truth["fiscal_year"]), today)
    plain = assess(_visited(home, folder / "plain", rules), rules, today)
    routes = json.loads((home / "site.json").read_text(encoding="utf-8"))["routes"]
    papers = [url for url, route in routes.items() if route.get("type") == "application/pdf"]
    snapshot = _visited(with_scans(home, folder / "sites", papers), folder / "scans", rules)
    scans = [d for d in read_documents(snapshot, Silent(), reader()) if d.media is Media.PDF]
    began = time.perf_counter()
    assess(snapshot, rules, today)
    bare = time.perf_counter() - began
    began = time.perf_counter()
    audit = assess(snapshot, rules, today, ocr=OcrSettings())
    seconds = time.perf_counter() - began - bare
    pages, read = sum(scan.pages for scan in scans), len(recognised_pages(snapshot))
    before = {verdict.id: verdict.status for verdict in plain.verdicts}
    after = {verdict.id: verdict.status for verdict in audit.verdicts}
    decided = deciding(plain)
    same = sum(before[item] is after[item] for item in decided)
    return (
        f"{home.name:<9}{len(scans):>6}{pages:>7}{read:>6}{1 - read / pages:>7.0%}"
        f"{seconds / max(1, read):>8.1f}  {same} of {len(decided)}"
    )


def _visited(home: Path, directory: Path, rules: Rules) -> Snapshot:
    settings = CrawlSettings(delay_s=0, allow_private=True, browser=False)
    with serve_site(home) as server, reader() as pages:
        town = Organisation(server.url)
        return asyncio.run(visit(town, settings, rules.lexicon, directory, pages=pages))


if __name__ == "__main__":
    main()
