"""What a site says wrongly of its own papers is told, and never believed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from oit_audit.checklists import load_checklist
from oit_audit.judge import Case, claim_findings, judge
from oit_audit.model import (
    Completion,
    Document,
    Matches,
    Organisation,
    Reach,
    Severity,
    SiteFinding,
    Status,
    Sureness,
    Verdict,
)
from tests.match.sites import HOME, LONG, matches, paper, url
from tests.match.test_claims import PAPERS, entry, read, silent

CHECKLIST = load_checklist(2566)
REACH = Reach(Completion.FULL, pages=4, documents=20)
TOWN = "เทศบาลตำบลทุ่งสมมติ"
PLAN = "แผนปฏิบัติการป้องกันการทุจริต"
BUYING = "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ"
SURVEY = "รายงานผลการสำรวจความพึงพอใจการให้บริการ"


def survey(path: str = "/f/17.pdf", year: int = 2566) -> Document:
    return paper(path, f"{SURVEY} ประจำปีงบประมาณ พ.ศ. {year} {TOWN}", LONG, LONG)


def buying(year: int = 2566, path: str = "/f/19.pdf") -> Document:
    title = f"{BUYING} ประจำปีงบประมาณ พ.ศ. {year} {TOWN}"
    return paper(path, title, f"ประกาศ ณ วันที่ 3 ตุลาคม พ.ศ. {year - 1}", "ชื่อโครงการ งบประมาณ", LONG)


def site(body: str, *papers: Document) -> Matches:
    index = read(f"<h1>ITA ปี 2566</h1><ul>{body}</ul>")
    home = read(f"<h1>{TOWN}</h1><a href='/ita'>ข้อมูลสาธารณะ</a>", "/")
    listed = {link.url for link in index.links if link.url} - {each.url for each in papers}
    return matches(home, index, *papers, *map(silent, sorted(listed)), name=TOWN)


def right(*without: int) -> str:
    return "".join(entry(n, title) for n, title in PAPERS.items() if n not in without)


def told(found: Matches) -> tuple[SiteFinding, ...]:
    return claim_findings(found, CHECKLIST)


def verdict(found: Matches, id: str) -> Verdict:
    case = Case(CHECKLIST, found, REACH, Organisation(HOME, TOWN), date(2023, 4, 20))
    return next(verdict for verdict in judge(case) if verdict.id == id)


def test_claims_that_agree_are_not_told() -> None:
    assert told(site(right(), survey())) == ()


def test_a_number_that_disagrees_with_its_title_is_told_for_the_site() -> None:
    (finding,) = told(site(right() + entry(12, "รายงานผลการดำเนินงานประจำปี")))

    assert (finding.id, finding.severity) == ("claim_disagrees", Severity.MEDIUM)
    assert finding.url == url("/ita")
    assert "o12" in finding.says.th
    assert "o13 ของปี 2566" in finding.says.th
    assert "says o12" in finding.says.en
    assert "this is o13 of B.E. 2566" in finding.says.en


def test_what_a_number_alone_would_have_shown_is_rejected_with_the_reason() -> None:
    found = site(right() + entry(12, "รายงานผลการดำเนินงานประจำปี", "/f/report.pdf"))

    rejected = {each.url: each.reason.en for each in verdict(found, "o12").rejected}

    assert "o13" in rejected[url("/f/report.pdf")]
    assert verdict(found, "o12").status is Status.MISSING


def test_a_paper_under_a_wrong_number_counts_by_its_title_with_less_confidence() -> None:
    sure = verdict(site(right() + entry(19, BUYING), buying()), "o19")
    misnumbered = verdict(site(right() + entry(21, BUYING, "/f/19.pdf"), buying()), "o19")

    assert misnumbered.status is sure.status
    assert misnumbered.evidence[0].url == sure.evidence[0].url == url("/f/19.pdf")
    assert "o21" in misnumbered.reason.en
    assert (sure.confidence, misnumbered.confidence) == (Sureness.HIGH, Sureness.MEDIUM)


def test_a_label_that_opens_another_items_paper_is_told_and_meets_nothing() -> None:
    other = paper("/f/17.pdf", f"{PLAN} ประจำปีงบประมาณ พ.ศ. 2566 {TOWN}", LONG)
    found = site(right(), other)

    (finding,) = told(found)

    assert "o36" in finding.says.en
    assert verdict(found, "o17").status is not Status.MET
    assert PLAN in verdict(found, "o17").reason.th


def test_a_page_that_numbers_as_another_year_is_told_once() -> None:
    older = {
        10: "แผนดำเนินงานประจำปี",
        13: "คู่มือหรือมาตรฐานการปฏิบัติงาน",
        16: SURVEY,
        21: "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ",
        36: "การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบประจำปี",
        39: PLAN,
    }
    (finding,) = told(site("".join(entry(n, title) for n, title in older.items())))

    assert "2565" in finding.says.th
    assert "numbers its items as in B.E. 2565" in finding.says.en


def test_a_paper_of_another_year_than_its_place_is_told() -> None:
    found = site(right() + entry(19, BUYING), buying(2564))

    (finding,) = told(found)

    assert "ของปี 2564" in finding.says.th
    assert verdict(found, "o19").status is Status.STALE


def test_weak_claims_are_told_as_such() -> None:
    body = right(2, 17) + entry(2, PAPERS[2], "/f/1.pdf") + "<li><a href='/f/17.pdf'>O17</a></li>"

    found = {finding.id: finding for finding in told(site(body, survey()))}

    assert {finding.severity for finding in found.values()} == {Severity.LOW}
    assert "o1, o2" in found["claim_shared"].says.en
    assert "o17" in found["claim_untitled"].says.en


def test_what_is_told_of_a_hostile_list_is_bounded() -> None:
    body = "".join(entry(n % 48 + 1, PLAN + " " + "ก" * 500, f"/f/{n}.pdf") for n in range(300))

    found = told(site(right() + body))

    assert len(found) <= 10
    assert all(len(finding.says.th) < 1_500 for finding in found)


def test_several_years_side_by_side_never_show_an_older_paper_as_met() -> None:
    titles = {**PAPERS, 19: BUYING}
    cells = "".join(
        f"<tr><td>O{n}</td><td>{title}</td><td><a href='/64/{n}.pdf'>เปิด</a></td>"
        f"<td><a href='/66/{n}.pdf'>เปิด</a></td></tr>"
        for n, title in titles.items()
    )
    head = "<tr><th>ข้อ</th><th>รายการ</th><th>ปี 2564</th><th>ปี 2566</th></tr>"
    index = read(f"<h1>OIT</h1><table>{head}{cells}</table>")
    home = read(f"<h1>{TOWN}</h1><a href='/ita'>ข้อมูลสาธารณะ</a>", "/")
    older = paper("/64/19.pdf", f"{BUYING} {TOWN}", "ชื่อโครงการ งบประมาณ", LONG)
    newer = replace(older, url=url("/66/19.pdf"), final_url=url("/66/19.pdf"))

    both = verdict(matches(home, index, older, newer, name=TOWN), "o19")
    one = verdict(matches(home, index, older, name=TOWN), "o19")

    assert both.evidence[0].url == url("/66/19.pdf")
    assert one.status not in (Status.MET, Status.PARTIAL)
