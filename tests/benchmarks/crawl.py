"""How much a crawl costs: ours beside Scrapy and wget, on one synthetic site on this machine.

Each client runs in a process of its own, whose CPU seconds (user and system) and largest resident
memory the system tells us. Run it with `make bench`, or

    python -m tests.benchmarks.crawl --pages 1000
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import municipal, server
from tests.benchmarks.ours import POLITE_DELAY_S

ROOT = Path(__file__).resolve().parent.parent.parent
_POLITE_PAGES = 117
_READ_PAGES = 500
_NAMES = {
    "ours": "oit-audit: crawl and extract",
    "least": "httpx, warcio, selectolax alone",
    "scrapy": "Scrapy, 2 requests at once",
    "scrapy_wide": "Scrapy, 16 requests at once",
    "wget": "wget -r",
}
_PARTS = [*_NAMES, "reading", "memory", "polite"]
_USUAL = [part for part in _PARTS if part != "scrapy_wide"]
"""Without what takes a minute to say the same again."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    pages: int
    cpu_s: float
    wall_s: float
    peak_mb: float
    said: dict[str, float]

    @property
    def cpu_per_1000(self) -> float:
        """Return the CPU seconds for 1,000 pages."""
        return 1_000 * self.cpu_s / self.pages


@contextmanager
def town(pages: int, folder: Path) -> Iterator[str]:
    """Serve a site of `pages` pages; give its address."""
    root, work = folder / "www", folder / "server"
    root.mkdir()
    work.mkdir()
    try:
        municipal.build(root, pages)
        with server.serving(root, work) as url:
            yield url
    finally:
        shutil.rmtree(root)
        shutil.rmtree(work)


def run(client: str, url: str, pages: int, folder: Path) -> Run:
    """Let `client` visit the site at `url` and measure it."""
    target = folder / f"visit-{client}"
    start = time.monotonic()
    process = subprocess.Popen(
        _command(client, url, pages, target),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if client != "wget" and process.returncode:
        raise SystemExit(f"{client} failed")
    said = json.loads(text) if text else {"pages": sum(p.is_file() for p in target.rglob("*"))}
    shutil.rmtree(target, ignore_errors=True)
    cpu = usage.ru_utime + usage.ru_stime
    return Run(int(said["pages"]), cpu, wall, usage.ru_maxrss / 1_024, said)


def _command(client: str, url: str, pages: int, target: Path) -> list[str]:
    python = [sys.executable, "-m"]
    match client:
        case "wget":
            return ["wget", "-q", "-r", "-l", "inf", "-P", str(target), url]
        case "least":
            return [*python, "tests.benchmarks.least", url, str(target)]
        case "scrapy":
            return [*python, "tests.benchmarks.rival", url, "2"]
        case "scrapy_wide":
            return [*python, "tests.benchmarks.rival", url, "16"]
    return [*python, "tests.benchmarks.ours", client, url, str(pages), str(target)]


def row(*cells: object) -> str:
    """Return one line of the table."""
    return "{:<34}{:>8}{:>14}{:>10}{:>12}".format(*map(str, cells))


def measure(client: str, url: str, pages: int, folder: Path) -> Run:
    """Run a client and print its line."""
    found = run(client, url, pages, folder)
    speed, cpu = f"{found.pages / found.wall_s:.0f}", f"{found.cpu_per_1000:.2f}"
    print(row(_NAMES[client], found.pages, cpu, speed, f"{found.peak_mb:.0f}"), flush=True)
    return found


def goal(what: str, value: float, limit: float, unit: str = "") -> None:
    """Print one figure beside what it should be."""
    verdict = "ok" if value <= limit else "over"
    print(f"{what:<58}{value:>9.3g}{unit} (at most {limit:g}{unit}: {verdict})", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure what a crawl costs.")
    parser.add_argument("--pages", type=int, default=5_000, help="of the site that all visit")
    parser.add_argument("--few", type=int, default=1_000, help="of the site for the memory")
    parser.add_argument("--many", type=int, default=10_000, help="of the site for the memory")
    parser.add_argument("--only", choices=_PARTS, action="append")
    asked = parser.parse_args()
    wanted = asked.only or _USUAL
    server.find()
    with tempfile.TemporaryDirectory(prefix="oit-audit-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # the workers of an nginx that root starts are somebody else
        _compare([each for each in wanted if each in _NAMES], asked.pages, folder)
        if "reading" in wanted:
            with town(_READ_PAGES, folder) as url:
                found = run("reading", url, _READ_PAGES, folder)
            each = 1_000 * found.said["extract_s"] / found.pages
            goal("extraction after fetch, a page", each, 0.9, " ms")
        if "memory" in wanted:
            _memory((asked.few, asked.many), folder)
        if "polite" in wanted:
            with town(1_000, folder) as url:
                found = run("polite", url, _POLITE_PAGES, folder)
            what = f"polite scan, seconds / {found.pages} requests x {POLITE_DELAY_S:g} s"
            goal(what, found.said["ratio"], 1.05)


def _compare(clients: list[str], pages: int, folder: Path) -> None:
    if not clients:
        return
    print(row("client", "pages", "CPU s / 1,000", "pages / s", "peak MB"))
    with town(pages, folder) as url:
        runs = {client: measure(client, url, pages, folder) for client in clients}
    print()
    if "ours" in runs:
        mine = runs["ours"]
        for client in clients:
            if client.startswith("scrapy"):
                ratio = mine.cpu_per_1000 / runs[client].cpu_per_1000
                goal(f"CPU a page, ours / {_NAMES[client]}", ratio, 0.10)
        if "least" in runs:
            _floor(runs)
        for key in ("crawl_s", "extract_s"):
            print(f"{key:<58}{1_000 * mine.said[key] / mine.pages:>9.3g} ms a page")


def _floor(runs: dict[str, Run]) -> None:
    """Print what of the ratios above is the libraries' own cost."""
    least = runs["least"].cpu_per_1000
    for client, found in runs.items():
        if client not in ("least", "wget"):
            what = f"CPU a page, {_NAMES['least']} / {client}"
            print(f"{what:<58}{least / found.cpu_per_1000:>9.3g}")


def _memory(sizes: tuple[int, int], folder: Path) -> None:
    for pages in sizes:
        with town(pages, folder) as url:
            found = run("ours", url, pages, folder)
        goal(f"peak memory, {found.pages:,} pages", found.peak_mb, 300, " MB")


if __name__ == "__main__":
    main()
