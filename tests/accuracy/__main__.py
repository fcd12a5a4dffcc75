"""`make accuracy`: how far audits of the sites with a known truth are right, beside a naive search.

Further sites in the same form: a folder in the environment as OIT_AUDIT_SITES. With `--pin` the
floors rise to what was measured; below a floor it ends with 1.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.accuracy import tables, wording
from tests.accuracy.gate import below, figures, pin
from tests.accuracy.places import PLACES, homes, judged
from tests.accuracy.scoring import Row


def main(arguments: list[str]) -> int:
    """Measure, print, compare with the floors."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--pin", action="store_true", help="raise the floors")
    asked = parser.parse_args(arguments)
    logging.disable(logging.WARNING)
    with TemporaryDirectory() as folder:
        groups = {group: _rows(group, Path(folder)) for group in PLACES}
    groups = {group: rows for group, rows in groups.items() if rows}
    every = [row for rows in groups.values() for row in rows]
    _print("Sites", tables.by_site(every))
    _print("Styles of sites", tables.by_style(every))
    _print("Concepts", tables.by_concept(every))
    _print("Confidence of verdicts", tables.calibration(every))
    _print("Worst confusions", tables.confusions(every))
    _print("Labels", *wording.lists())
    _print("Labels, each source unseen", *wording.unseen())
    measured = {group: figures(rows) for group, rows in groups.items()}
    if asked.pin:
        pin(measured)
    fallen = below(measured)
    _print("Floors", "\n".join(fallen) or "none is fallen below")
    return 1 if fallen else 0


def _rows(group: str, shelf: Path) -> list[Row]:
    found = homes(group)
    if not found:
        sys.stderr.write(f"no sites in {PLACES[group]}: left out\n")
    return [row for home in found for row in judged(home, shelf)]


def _print(title: str, *parts: Iterable[str]) -> None:
    sys.stdout.write("\n".join([f"\n{title}\n{'=' * len(title)}\n", *map(str, parts), ""]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
