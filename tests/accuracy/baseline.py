"""What a search for the official titles would say: the least that an audit must be better than."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from oit_audit.extract import reader
from oit_audit.model import Checklist, Media, Status
from oit_audit.store import read_snapshot
from oit_audit.thai import fold


def by_titles(directory: Path, checklist: Checklist) -> dict[str, Status]:
    """Return `met` for each item whose title is in a link or the title of a page that was seen."""
    snapshot = read_snapshot(directory)
    said: set[str] = set()
    with reader() as pages:
        html = [each for each in snapshot.resources if "html" in each.media_type]
        asked = [(each, partial(snapshot.bodies.body, each)) for each in html]
        for page in pages.documents(asked):
            if page.media is Media.WEBPAGE:
                said.add(fold(page.title))
                said.update(fold(link.text) for link in page.links)
    return {
        item.id: Status.MET if any(fold(item.title.th) in each for each in said) else Status.MISSING
        for item in checklist.items
    }
