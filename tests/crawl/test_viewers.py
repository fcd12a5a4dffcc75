"""Papers that pages show in viewers, of their own and of other hosts, are fetched from the site."""

from __future__ import annotations

from oit_audit import extract
from oit_audit.crawl import CrawlResult, crawl
from oit_audit.model import Organisation, SkipReason
from tests.crawl.town import QUICK, Reply, Shelf, Town, flat, opened, page, seen, skip

PDF = Reply(b"%PDF-1.4 %%EOF", type="application/pdf")


async def look(town: Town) -> CrawlResult:
    return await crawl(
        Organisation(town.url),
        QUICK,
        sink=Shelf(),
        read_links=extract.read_links,
        priority=flat,
    )


async def test_a_viewer_of_the_site_is_not_asked_but_its_paper_is() -> None:
    viewer = "<iframe src='/pdfjs/web/viewer.html?file=..%2F..%2Fdocs%2Fplan.pdf#zoom=90'></iframe>"
    async with opened({"/": page() + viewer, "/docs/plan.pdf": PDF}) as town:
        result = await look(town)
    assert seen(result) == ["/", "/docs/plan.pdf"]
    assert result.reach.skipped == ()


async def test_a_viewer_of_another_host_shows_a_paper_of_ours() -> None:
    async with opened({"/docs/1.pdf": PDF, "/get.php?id=2": PDF, "/docs/3.xlsx": PDF}) as town:
        viewers = (
            f"https://docs.google.com/viewer?url={town.url}docs%2F1.pdf&embedded=true",
            f"//docs.google.com/gview?embedded=true&url={town.url}get.php%3Fid%3D2",
            f"https://view.officeapps.live.com/op/embed.aspx?src={town.url}docs/3.xlsx",
        )
        town.routes["/"] = page() + "".join(f"<iframe src='{url}'></iframe>" for url in viewers)
        result = await look(town)
    assert seen(result) == ["/", "/docs/1.pdf", "/docs/3.xlsx", "/get.php?id=2"]


async def test_what_only_a_script_names_is_fetched() -> None:
    script = r'<script>window.option_df_3 = {"source":"\/docs\/plan.pdf"};</script>'
    async with opened({"/": page() + script, "/docs/plan.pdf": PDF}) as town:
        result = await look(town)
    assert seen(result) == ["/", "/docs/plan.pdf"]


async def test_a_viewer_without_its_paper_is_a_link_that_leads_nowhere() -> None:
    async with opened({"/": page() + "<embed src='/docs/plan.pdf'>"}) as town:
        result = await look(town)
    assert skip(result, "/docs/plan.pdf").reason is SkipReason.NOT_FOUND
