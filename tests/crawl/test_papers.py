"""Papers that no page links to, only another paper."""

from __future__ import annotations

from pathlib import Path

from oit_audit import extract
from oit_audit.crawl import crawl
from oit_audit.model import Completion, Organisation
from tests.crawl.town import QUICK, Reply, Route, Shelf, flat, opened, page, seen

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "documents" / "pdf"


def paper(name: str) -> Reply:
    return Reply((FOLDER / f"{name}.pdf").read_bytes(), type="application/pdf")


async def test_what_only_a_pdf_links_to_is_seen() -> None:
    routes: dict[str, Route] = {
        "/": page("files/index.pdf", "files/index.pdf"),
        "/files/index.pdf": paper("index_of_links"),
        "/files/guide.pdf": paper("words_spaced"),
        "/files/reports/year.pdf": paper("words_decomposed"),
    }
    async with opened(routes) as town:
        result = await crawl(
            Organisation(town.url),
            QUICK,
            sink=Shelf(),
            read_links=extract.read_links,
            priority=flat,
        )
    assert seen(result) == ["/", "/files/guide.pdf", "/files/index.pdf", "/files/reports/year.pdf"]
    depths = {resource.url.rpartition("/")[2]: resource.depth for resource in result.resources}
    assert depths == {"": 0, "index.pdf": 1, "guide.pdf": 2, "year.pdf": 2}
    assert (result.reach.documents, result.reach.completion) == (3, Completion.FULL)
