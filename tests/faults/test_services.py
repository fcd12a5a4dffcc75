"""Papers at Google Drive, Dropbox and the like: read where everybody may, named where not."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from oit_audit.model import Organisation, SkipReason, Status, Sureness
from oit_audit.pipeline import assess, visit
from oit_audit.store import read_snapshot
from tests.crawl.town import Asked, Reply, Route, to
from tests.faults.certificates import Authority
from tests.faults.names import Names
from tests.faults.scene import (
    BRIEF,
    FAULTY,
    HEALTHY,
    TODAY,
    Seen,
    home,
    opened,
    raw,
    reply,
    rules,
    visited,
)
from tests.faults.services import (
    BYTES,
    CONTENT,
    DELIVERY,
    DOCS,
    DRIVE,
    DROPBOX,
    EXPORT,
    FILE,
    HOSTS,
    ID,
    ONEDRIVE,
    REACHED,
    VIEW,
    Cable,
    Services,
    login,
    notice,
    paper,
    services,
    warning,
    wired,
)

DOCUMENT = f"https://{DOCS}/document/d/{ID}/edit?usp=sharing"
DOCX = f"/document/d/{ID}/export?format=docx"
SHUT = Reply(b"User-agent: *\nDisallow: /\n", type="text/plain")
LEADS = to(f"https://{CONTENT}{BYTES}", 303)
SHARED: Mapping[str, Mapping[str, Route]] = {DRIVE: {EXPORT: LEADS}, CONTENT: {BYTES: paper()}}

Playing = Mapping[str, Mapping[str, Route]]
Play = Callable[..., Awaitable["Played"]]


@dataclass(frozen=True)
class Played:
    """A town that keeps a paper elsewhere, seen and judged."""

    seen: Seen
    others: Services

    @property
    def reason(self) -> SkipReason:
        """Return why the paper was not seen."""
        reasons = set(self.seen.reasons.values())
        assert len(reasons) == 1, self.seen.reasons
        return reasons.pop()


@pytest.fixture
def cable(names: Names, monkeypatch: pytest.MonkeyPatch) -> Cable:
    return wired(names, monkeypatch)


@pytest.fixture
def tls(trusted: Authority) -> ssl.SSLContext:
    return trusted.good(*HOSTS)


@pytest.fixture
def play(cable: Cable, tls: ssl.SSLContext) -> Play:
    """Visit a town whose structure lies at `url`; its honest pages must count as ever."""

    async def visit_it(url: str, routes: Playing, *more: str, **changes: object) -> Played:
        async with (
            services(cable, tls, routes) as others,
            opened({"/": home(*more, fault=url)}) as town,
        ):
            seen = await visited(town, BRIEF, **changes)
        assert seen.status(HEALTHY) is Status.MET, seen.audit.reach
        assert seen.audit.reach.completion.value == "full", seen.audit.reach.reason
        return Played(seen, others)

    return visit_it


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
async def test_a_shared_file_is_read_where_the_page_links_it(play: Play, kind: str) -> None:
    sent = paper(kind)
    found = await play(FILE, {DRIVE: {EXPORT: LEADS}, CONTENT: {BYTES: sent}})
    resource = next(part for part in found.seen.snapshot.resources if part.url == FILE)
    assert resource.final_url == f"https://{CONTENT}{BYTES}"
    assert resource.redirects == (f"https://{DRIVE}{EXPORT}",)
    assert (resource.file_name, resource.length) == (f"structure.{kind}", len(sent.body))
    assert found.seen.snapshot.reach.documents == 1
    assert found.others.asked(DRIVE) == [EXPORT]


async def test_a_text_at_docs_is_asked_for_as_a_file(play: Play) -> None:
    delivered = "/export/1/2/3"
    routes: Playing = {
        DOCS: {DOCX: to(f"https://{DELIVERY}{delivered}", 307)},
        DELIVERY: {"/robots.txt": Reply(status=404), delivered: paper()},
    }
    found = await play(DOCUMENT, routes)
    assert found.seen.bodies[f"/document/d/{ID}/edit?usp=sharing"] == paper().body
    evidence = found.seen.verdict(FAULTY).evidence[0]
    assert evidence.url == DOCUMENT


async def test_evidence_elsewhere_is_weaker_says_where_and_that_home_is_safer(play: Play) -> None:
    found = await play(FILE, SHARED)
    verdict = found.seen.verdict(FAULTY)
    assert verdict.evidence[0].url == FILE
    assert verdict.confidence is not Sureness.HIGH
    assert "drive.google.com" in verdict.reason.th
    assert "เว็บไซต์ของหน่วยงาน" in verdict.reason.th


async def test_met_elsewhere_is_met_with_less_certainty_and_a_better_place(
    cable: Cable, tls: ssl.SSLContext
) -> None:
    contact = "ข้อมูลการติดต่อ"
    front = "<!doctype html><title>เทศบาลตำบลตัวอย่าง</title><h1>เทศบาลตำบลตัวอย่าง</h1>"
    sent = paper("docx", REACHED)

    async def seen_at(url: str) -> Seen:
        pages: dict[str, Route] = {"/": f"{front}<a href='{url}'>{contact}</a>", "/c.docx": sent}
        async with opened(pages) as town:
            return await visited(town)

    async with services(cable, tls, {DOCS: {DOCX: sent}}):
        elsewhere = (await seen_at(DOCUMENT)).verdict(HEALTHY)
    at_home = (await seen_at("/c.docx")).verdict(HEALTHY)
    assert (at_home.status, elsewhere.status) == (Status.MET, Status.MET)
    assert (at_home.confidence, elsewhere.confidence) == (Sureness.HIGH, Sureness.MEDIUM)
    assert "docs.google.com" in elsewhere.reason.th
    assert "docs.google.com" in elsewhere.remedy.th
    assert "google" not in at_home.reason.th


async def test_one_file_behind_many_addresses_is_asked_for_once(play: Play) -> None:
    other = f"<a href='https://{DRIVE}/uc?id={ID}'>โครงสร้าง</a><a href='{FILE}&pli=1'>โครงสร้าง</a>"
    found = await play(FILE, SHARED, other)
    assert found.others.asked(DRIVE) == [EXPORT]
    assert (
        sum(part.length > 0 and "google" in part.url for part in found.seen.snapshot.resources) == 3
    )


@pytest.mark.parametrize(
    "answer",
    [
        login(),
        reply(notice("คุณต้องมีสิทธิ์เข้าถึง ขอสิทธิ์เข้าถึงหรือเปลี่ยนไปใช้บัญชีที่มีสิทธิ์")),
        reply(notice("You need access. Request access, or switch to an account with access.")),
        reply(notice("คุณต้องมีสิทธิ์เข้าถึง"), 403),
    ],
)
async def test_a_file_that_is_not_shared_is_a_defect_with_its_own_remedy(
    play: Play, answer: Reply
) -> None:
    found = await play(FILE, {DRIVE: {EXPORT: LEADS}, CONTENT: {BYTES: answer}})
    assert found.reason is SkipReason.NEEDS_PERMISSION
    verdict = found.seen.verdict(FAULTY)
    assert verdict.status is Status.MISSING
    assert "ยังไม่เปิดสิทธิ์ให้ทุกคน" in verdict.reason.th
    assert "ทุกคนที่มีลิงก์" in verdict.remedy.th
    assert "เว็บไซต์ของหน่วยงาน" in verdict.remedy.th
    assert "Anyone with the link" in verdict.remedy.en


async def test_docs_say_by_their_status_that_a_text_is_not_shared(play: Play) -> None:
    found = await play(DOCUMENT, {DOCS: {DOCX: Reply(status=401)}})
    assert found.reason is SkipReason.NEEDS_PERMISSION


async def test_a_login_is_never_asked_for(play: Play) -> None:
    found = await play(FILE, {DRIVE: {EXPORT: login()}, "accounts.google.com": {}})
    assert found.reason is SkipReason.NEEDS_PERMISSION
    assert found.others.towns["accounts.google.com"].paths == []


async def test_what_a_drive_answers_to_a_program_alone_is_no_accusation(play: Play) -> None:
    """A drive answers 401 and 403 to programs for files that a browser opens."""
    found = await play(FILE, {DRIVE: {EXPORT: Reply(status=403)}})
    assert found.reason is SkipReason.FOREIGN_PAGE
    assert found.seen.status(FAULTY) is Status.UNKNOWN
    found = await play(FILE, {DRIVE: {EXPORT: Reply(status=401)}})
    assert found.reason is SkipReason.FOREIGN_PAGE
    assert found.seen.status(FAULTY) is Status.UNKNOWN


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Reply(status=404), SkipReason.NOT_FOUND),
        (Reply(status=410), SkipReason.GONE),
        (
            reply(notice("Sorry, the file you have requested does not exist.")),
            SkipReason.SOFT_NOT_FOUND,
        ),
    ],
)
async def test_a_file_that_is_gone_is_missing(
    play: Play, answer: Reply, reason: SkipReason
) -> None:
    found = await play(FILE, {DRIVE: {EXPORT: answer}})
    assert found.reason is reason
    assert found.seen.status(FAULTY) is Status.MISSING


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Too many users have viewed or downloaded this file recently.", SkipReason.FOREIGN_QUOTA),
        ("ข้อกำหนดในการให้บริการ", SkipReason.FOREIGN_PAGE),
    ],
)
async def test_a_page_instead_of_the_file_leaves_it_open(
    play: Play, words: str, reason: SkipReason
) -> None:
    found = await play(FILE, {DRIVE: {EXPORT: notice(words)}})
    assert found.reason is reason
    verdict = found.seen.verdict(FAULTY)
    assert verdict.status is Status.UNKNOWN
    assert "Google ไดรฟ์" in verdict.reason.th
    assert "นำไฟล์" in verdict.remedy.th


async def test_a_folder_is_named_and_not_opened(play: Play) -> None:
    folder = f"https://{DRIVE}/drive/folders/{ID}?usp=sharing"
    found = await play(folder, {DRIVE: {}})
    assert found.reason is SkipReason.FOREIGN_FOLDER
    assert found.others.towns[DRIVE].paths == []
    verdict = found.seen.verdict(FAULTY)
    assert verdict.status is Status.UNKNOWN
    assert "โฟลเดอร์" in verdict.reason.th
    assert "ไฟล์แต่ละไฟล์" in verdict.remedy.th


async def test_an_address_that_turns_out_to_be_a_folder_is_one(play: Play) -> None:
    shared = f"https://{DRIVE}/open?id={ID}"
    folder = to(f"https://{DRIVE}/drive/folders/{ID}")
    found = await play(shared, {DRIVE: {f"/open?id={ID}": folder}})
    assert found.reason is SkipReason.FOREIGN_FOLDER
    assert found.others.asked(DRIVE) == [f"/open?id={ID}"]


async def test_an_address_that_only_leads_on_is_followed_to_the_file(play: Play) -> None:
    routes: Playing = {
        DRIVE: {
            f"/open?id={ID}": to(f"https://{DRIVE}{VIEW}?usp=drive_open", 307),
            EXPORT: LEADS,
        },
        CONTENT: {BYTES: paper()},
    }
    shared = f"https://{DRIVE}/open?id={ID}"
    found = await play(shared, routes)
    assert found.seen.bodies[f"/open?id={ID}"] == paper().body
    assert found.others.asked(DRIVE) == [f"/open?id={ID}", EXPORT]


async def test_a_short_link_leads_to_a_file_to_our_own_page_or_nowhere_we_go(
    play: Play, cable: Cable, tls: ssl.SSLContext
) -> None:
    found = await play("https://bit.ly/a", {"bit.ly": {"/a": to(FILE, 301)}, **SHARED})
    assert found.seen.bodies["/a"] == paper().body
    assert found.seen.verdict(FAULTY).evidence[0].url == "https://bit.ly/a"
    found = await play("https://bit.ly/b", {"bit.ly": {"/b": to("https://www.town.example/", 301)}})
    assert found.reason is SkipReason.OFF_SITE
    assert found.seen.status(FAULTY) is Status.UNKNOWN
    async with opened({}) as town:
        town.routes["/"] = home(fault="https://bit.ly/c")
        town.routes["/real"] = (
            "<title>โครงสร้าง</title><h1>โครงสร้างหน่วยงาน</h1><p>สำนักปลัด กองคลัง</p>"
        )
        short = {"bit.ly": {"/c": to(f"{town.url}real", 301)}}
        async with services(cable, tls, short):
            seen = await visited(town)
    assert next(p for p in seen.snapshot.resources if p.url.endswith("/c")).final_url.endswith(
        "/real"
    )


async def test_our_own_address_may_lead_to_a_service(cable: Cable, tls: ssl.SSLContext) -> None:
    folder = to(f"https://{DRIVE}/drive/folders/{ID}")
    async with services(cable, tls, SHARED) as others, opened({"/structure": to(FILE)}) as town:
        town.routes["/"] = home("<a href='/more'>แผนที่</a>")
        town.routes["/more"] = folder
        seen = await visited(town)
    assert seen.bodies["/structure"] == paper().body
    assert seen.verdict(FAULTY).evidence[0].url == f"{town.url}structure"
    assert "drive.google.com" in seen.verdict(FAULTY).reason.th
    assert seen.reasons == {"/more": SkipReason.FOREIGN_FOLDER}
    assert others.asked(DRIVE) == [EXPORT]


async def test_the_question_about_viruses_is_answered_once(play: Play) -> None:
    action = f"https://{CONTENT}/download"
    confirmed = f"/download?id={ID}&export=download&confirm=t&uuid=5e0c1a2b"
    asks = reply(warning(action))
    found = await play(FILE, {DRIVE: {EXPORT: LEADS}, CONTENT: {BYTES: asks, confirmed: paper()}})
    assert found.seen.bodies[f"{VIEW}?usp=sharing"] == paper().body
    found = await play(FILE, {DRIVE: {EXPORT: LEADS}, CONTENT: {BYTES: asks, confirmed: asks}})
    assert found.reason is SkipReason.FOREIGN_PAGE
    assert found.others.asked(CONTENT) == [BYTES, confirmed]


@pytest.mark.parametrize(
    "asks",
    [warning("https://www.town.example/download"), warning(f"https://{CONTENT}/download", "post")],
)
async def test_a_question_that_leads_elsewhere_is_not_answered(play: Play, asks: str) -> None:
    found = await play(FILE, {DRIVE: {EXPORT: asks}, CONTENT: {}})
    assert found.reason is SkipReason.FOREIGN_PAGE
    assert found.others.asked(CONTENT) == []


async def test_a_way_out_of_the_service_is_not_taken(play: Play, names: Names) -> None:
    found = await play(FILE, {DRIVE: {EXPORT: to("https://evil.example/file.pdf")}})
    assert found.reason is SkipReason.OFF_SITE
    assert "evil.example" not in names.asked
    assert found.seen.status(FAULTY) is Status.UNKNOWN


async def test_a_way_into_a_private_network_is_refused(
    play: Play, names: Names, cable: Cable
) -> None:
    names.known[CONTENT] = "127.0.0.1"
    found = await play(FILE, {DRIVE: {EXPORT: LEADS}}, allow_private=True)
    assert found.reason is SkipReason.PRIVATE_ADDRESS


async def test_robots_txt_of_a_service_is_kept_and_said(play: Play) -> None:
    shut: Playing = {
        DRIVE: {EXPORT: LEADS, VIEW: notice("แผน", "structure.pdf - Google ไดรฟ์")},
        CONTENT: {"/robots.txt": SHUT, BYTES: paper()},
    }
    found = await play(FILE, shut, own_site=True, ignore_robots=True)
    assert found.reason is SkipReason.FOREIGN_ROBOTS
    assert found.others.asked(CONTENT) == []
    verdict = found.seen.verdict(FAULTY)
    assert verdict.status is Status.UNKNOWN
    assert "robots.txt" in verdict.reason.th
    assert "เว็บไซต์ของหน่วยงาน" in verdict.remedy.th


@pytest.mark.parametrize(
    ("view", "reason"),
    [
        (login(), SkipReason.NEEDS_PERMISSION),
        (Reply(status=404), SkipReason.NOT_FOUND),
        (Reply(status=401), SkipReason.FOREIGN_ROBOTS),
        (Reply(status=500), SkipReason.FOREIGN_ROBOTS),
    ],
)
async def test_where_the_file_must_not_be_asked_its_page_may_say_more(
    play: Play, view: Reply, reason: SkipReason
) -> None:
    free = b"User-agent: *\nAllow: /file\nDisallow: /\n"
    robots = Reply(free, type="text/plain")
    found = await play(FILE, {DRIVE: {"/robots.txt": robots, EXPORT: LEADS, VIEW: view}})
    assert found.reason is reason
    assert found.others.asked(DRIVE) == [VIEW]


async def test_a_huge_file_is_left_and_said(play: Play) -> None:
    huge = Reply(b"%PDF-1.7" + b"x" * 300_000, type="application/pdf")
    found = await play(FILE, {DRIVE: {EXPORT: huge}}, max_body_bytes=100_000)
    assert found.reason is SkipReason.TOO_LARGE
    assert found.seen.status(FAULTY) is Status.UNKNOWN


async def test_a_film_is_not_read(play: Play) -> None:
    found = await play(FILE, {DRIVE: {EXPORT: Reply(b"x", type="video/mp4")}})
    assert found.reason is SkipReason.WRONG_TYPE


async def test_a_certificate_of_a_service_is_never_overlooked(
    cable: Cable, trusted: Authority
) -> None:
    wrong = trusted.good("hosting.example")
    async with services(cable, wrong, SHARED), opened({"/": home(fault=FILE)}) as town:
        seen = await visited(town)
    assert set(seen.reasons.values()) == {SkipReason.TLS_WRONG_HOST}
    assert seen.status(FAULTY) is Status.UNKNOWN
    assert seen.snapshot.reach.remarks == ()


async def _never(_: Asked, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)


@pytest.mark.parametrize("robots", [Reply(b"", type="text/plain"), _never])
async def test_a_service_that_hangs_holds_nobody_up_and_spoils_nothing(
    play: Play, robots: Route
) -> None:
    many = "".join(
        f"<a href='https://{DRIVE}/file/d/{ID[:-2]}{n:02}/view'>แผนที่ {n}</a>" for n in range(20)
    )
    hung = {f"/uc?export=download&id={ID[:-2]}{n:02}": _never for n in range(20)}
    routes: Playing = {DRIVE: {"/robots.txt": robots, EXPORT: _never, **hung}}
    found = await play(FILE, routes, many, read_timeout_s=0.5, total_timeout_s=0.6)
    assert found.reason is SkipReason.TIMEOUT
    assert found.seen.status(FAULTY) is Status.UNKNOWN
    assert len(found.others.towns[DRIVE].asked) <= 6, "left alone after a few"


async def test_a_service_that_is_not_there_spoils_nothing(play: Play, cable: Cable) -> None:
    cable.lead(DRIVE, 0)
    found = await play(FILE, {}, connect_timeout_s=0.3)
    assert found.reason is SkipReason.CONNECT_TIMEOUT
    assert found.seen.status(FAULTY) is Status.UNKNOWN


async def test_a_service_that_breaks_off_spoils_nothing(play: Play) -> None:
    cut = raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 900\r\n\r\n%PDF"
    )
    found = await play(FILE, {DRIVE: {EXPORT: cut}})
    assert found.reason is SkipReason.TRUNCATED
    assert found.seen.status(FAULTY) is Status.UNKNOWN


async def test_dropbox_gives_the_file_itself_when_it_is_asked_for_it(play: Play) -> None:
    url = f"https://{DROPBOX}/s/a1b2c3/plan.docx?dl=0"
    found = await play(url, {DROPBOX: {"/s/a1b2c3/plan.docx?dl=1": paper()}})
    assert found.seen.bodies["/s/a1b2c3/plan.docx?dl=0"] == paper().body
    gone = {DROPBOX: {"/s/a1b2c3/plan.docx?dl=1": to(f"https://{DROPBOX}/login?cont=x")}}
    found = await play(url, gone)
    assert found.reason is SkipReason.NEEDS_PERMISSION


async def test_a_short_address_of_onedrive_leads_to_the_file(play: Play) -> None:
    download = "/download?resid=1&authkey=2"
    routes: Playing = {
        "1drv.ms": {"/b/s!AbC?download=1": to(f"https://{ONEDRIVE}{download}")},
        ONEDRIVE: {download: paper("pdf")},
    }
    found = await play("https://1drv.ms/b/s!AbC", routes)
    assert found.seen.bodies["/b/s!AbC"] == paper("pdf").body
    lost: Playing = {"1drv.ms": {"/b/s!AbC?download=1": Reply(status=404)}}
    found = await play("https://1drv.ms/b/s!AbC", lost)
    assert found.reason is SkipReason.FOREIGN_PAGE, "a browser may open what a program may not"


async def test_a_published_text_is_the_paper_and_its_links_are_not_followed(play: Play) -> None:
    url = f"https://{DOCS}/document/d/e/2PACX-1vQaBcDeFg/pub"
    text = (
        "<title>โครงสร้างหน่วยงาน</title><h1>โครงสร้างหน่วยงาน</h1><p>สำนักปลัด กองคลัง กองช่าง</p>"
        f"<a href='https://{DOCS}/help'>x</a><a href='https://{DOCS}/document/d/{ID}x/edit'>y</a>"
    )
    found = await play(url, {DOCS: {"/document/d/e/2PACX-1vQaBcDeFg/pub": text}})
    assert found.seen.bodies["/document/d/e/2PACX-1vQaBcDeFg/pub"] == text.encode()
    assert found.others.asked(DOCS) == ["/document/d/e/2PACX-1vQaBcDeFg/pub"]


async def test_papers_elsewhere_have_a_share_of_their_own_evidence_first(play: Play) -> None:
    def shared(n: int) -> str:
        return f"{ID[:-2]}{n:02}"

    silent = "".join(f"<a href='https://{DRIVE}/file/d/{shared(n)}/view'>.</a>" for n in range(9))
    routes: Playing = {
        DRIVE: {
            EXPORT: paper(),
            **{f"/uc?export=download&id={shared(n)}": paper("pdf") for n in range(9)},
        }
    }
    found = await play(FILE, routes, silent, max_foreign=4)
    asked = found.others.asked(DRIVE)
    assert asked[0] == EXPORT
    assert 2 <= len(asked) <= 4
    assert found.reason is SkipReason.BUDGET
    none = await play(FILE, routes, max_foreign=0)
    assert none.others.towns[DRIVE].paths == []
    assert none.seen.status(FAULTY) is Status.UNKNOWN


async def test_accounts_films_and_portals_are_never_asked(play: Play, names: Names) -> None:
    urls = (
        "https://www.facebook.com/town.example",
        "https://www.youtube.com/watch?v=1",
        "https://line.me/R/ti/p/@town",
        "https://process3.gprocurement.go.th/x",
        f"https://{DOCS}/forms/d/e/1FAIpQLSdaBcDeFg/viewform",
    )
    links = "".join(f"<a href='{url}'>ติดตามเรา</a>" for url in urls)
    async with opened({"/": home(links)}) as town:
        before = list(names.asked)
        await visited(town)
    assert names.asked == before


async def test_the_same_bytes_come_from_the_snapshot_and_a_visit_goes_on(
    cable: Cable, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    async with services(cable, tls, SHARED) as others, opened({"/": home(fault=FILE)}) as town:
        whose, lexicon = Organisation(town.url), rules().lexicon
        first = await visit(whose, BRIEF, lexicon, tmp_path / "a")
        again = read_snapshot(tmp_path / "a")
        (tmp_path / "a" / "manifest.json").unlink()
        asked = len(others.towns[DRIVE].asked)
        resumed = await visit(whose, BRIEF, lexicon, tmp_path / "a", resume=True)
        assert len(others.towns[DRIVE].asked) == asked, "nothing is asked for twice"
        later = await visit(whose, BRIEF, lexicon, tmp_path / "b", previous=tmp_path / "a")
    audits = [await asyncio.to_thread(assess, each, rules(), TODAY) for each in (first, again)]
    assert audits[0] == audits[1]
    assert first.id == again.id == resumed.id == later.id
    assert any(part.url == FILE for part in later.resources)


async def test_a_portal_is_named_and_a_survey_is_no_evidence() -> None:
    portal = "https://process3.gprocurement.go.th/egp2procmainWeb/jsp/procsearch.sch"
    more = (
        f"<a href='{portal}'>แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ ปี 2566</a>"
        "<a href='https://itas.nacc.go.th/go/eit/aB1cD2'>ข่าวประชาสัมพันธ์</a>"
    )
    async with opened({"/": home(more)}) as town:
        seen = await visited(town)
    said = [v for v in seen.audit.verdicts if "e-GP" in v.reason.th]
    assert said
    assert all(verdict.status is Status.UNKNOWN for verdict in said)
    assert "กรมบัญชีกลาง" in said[0].reason.th
    news = next(v for v in seen.audit.verdicts if "news" in v.concepts)
    assert news.status is Status.MISSING
