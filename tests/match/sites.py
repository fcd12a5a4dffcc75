"""Small invented sites for the tests of `match` and `judge`: pages, papers, links, snapshots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from oit_audit.checklists import available_years, load_checklist
from oit_audit.match import Lexicon, Numbering, match, read_lexicon
from oit_audit.match.graph import SiteGraph, build_graph
from oit_audit.model import (
    Block,
    Candidate,
    Completion,
    DeadEnd,
    Document,
    Link,
    Matches,
    Media,
    Organisation,
    Reach,
    Resource,
    Section,
    Skip,
    SkipReason,
    Snapshot,
    resolve,
    without_fragment,
)

ROOT = Path(__file__).parents[2]
HOME = "https://town.test/"
WHEN = datetime(2023, 1, 9, 3, 0, tzinfo=UTC)
LONG = "เทศบาลจัดบริการสาธารณะเพื่อประโยชน์ของประชาชนในท้องถิ่นตามที่กฎหมายกำหนดไว้ทุกประการ"
"""A sentence that says something and names nothing."""


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the project."""
    path = ROOT / "checklists" / "concepts.yaml"
    return read_lexicon(path.read_bytes(), path.name)


@cache
def numbering() -> Numbering:
    """Return the numbering of every year of the project."""
    return {
        year: {int(item.id[1:]): item.concepts for item in load_checklist(year).items}
        for year in available_years()
    }


def url(path: str) -> str:
    """Return the address of a path; addresses, and what leads nowhere, stay."""
    return (resolve(HOME, path) or "") if path else ""


def link(to: str, text: str = "", **more: Any) -> Link:
    """Return a link to a path of the town."""
    return replace(Link(url(to), text), **more)


def page(
    path: str,
    title: str = "",
    *text: str,
    links: Iterable[Link] = (),
    sections: Sequence[Section] = (),
    **more: Any,
) -> Document:
    """Return a page: its title is its h1 too, `text` its paragraphs."""
    blocks = [Block(title, "h1", heading=1)] if title else []
    blocks += [Block(line, "p") for line in text]
    document = Document(
        url=url(path),
        final_url=url(path),
        media=Media.WEBPAGE,
        title=title,
        blocks=tuple(blocks),
        links=tuple(links),
        sections=(Section("", -1, 0), *sections),
        media_type="text/html",
        fetched_at=WHEN,
    )
    return replace(document, **more)


def paper(path: str, *lines: str, **more: Any) -> Document:
    """Return a PDF with these lines."""
    document = Document(
        url=url(path),
        final_url=url(path),
        media=Media.PDF,
        title="",
        blocks=tuple(Block(line, "page 1") for line in lines),
        file_name=path.rpartition("/")[2],
        media_type="application/pdf",
        fetched_at=WHEN,
    )
    return replace(document, **more)


def snapshot(
    documents: Iterable[Document],
    *,
    skips: Mapping[str, SkipReason] | None = None,
    redirects: Mapping[str, str] | None = None,
    name: str | None = None,
) -> Snapshot:
    """Return the visit on which these documents were seen; the rest was skipped or redirected."""
    seen = [_resource(document.final_url, document.final_url) for document in documents]
    seen += [_resource(url(old), url(new)) for old, new in (redirects or {}).items()]
    seen.sort(key=lambda resource: resource.url)
    skipped = tuple(Skip(url(path), reason) for path, reason in sorted((skips or {}).items()))
    reach = Reach(Completion.FULL, pages=len(seen), documents=len(seen), skipped=skipped)
    organisation = Organisation(HOME, name)
    return Snapshot("sha256:0", organisation, tuple(seen), reach, WHEN, WHEN, _NoBodies())


class _NoBodies:
    def body(self, resource: Resource) -> bytes:
        raise AssertionError(resource)


def _resource(asked: str, answered: str) -> Resource:
    return Resource(asked, without_fragment(answered), 200, "text/html", None, WHEN, "0", 1)


def graph(*documents: Document, **visit: Any) -> SiteGraph:
    """Return the graph of a site."""
    return build_graph(snapshot(documents, **visit), documents)


def matches(*documents: Document, **visit: Any) -> Matches:
    """Return what a site holds out as evidence."""
    visited = snapshot(documents, **visit)
    return match(visited, documents, lexicon(), numbering())


def candidates(concept: str, *documents: Document, **visit: Any) -> dict[str, Candidate]:
    """Return the candidates of a concept by path, the best first."""
    found: dict[str, Candidate] = {}
    for candidate in matches(*documents, **visit).of((concept,)):
        found.setdefault(candidate.document.url.removeprefix(HOME.rstrip("/")), candidate)
    return found


def dead_ends(concept: str, *documents: Document, **visit: Any) -> tuple[DeadEnd, ...]:
    """Return where the labels of a concept end in nothing."""
    return matches(*documents, **visit).dead_ends_of((concept,))
