"""The plan as a Word document, read by python-docx as Word would."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from oit_audit.checklists import load_checklist
from oit_audit.model import (
    ONLY_ENTERED,
    Audit,
    Completion,
    Language,
    Level,
    LinkVerdict,
    Reckoning,
    Sureness,
    Text,
)
from oit_audit.report import plan_as_word, plan_of, progress_as_word, progress_of
from oit_audit.store import changes
from tests.report.accepted import agrees
from tests.report.audits import HOME, all_met, every_status, nothing_seen
from tests.report.office import converted
from tests.report.papers import text_of_word

DAY = date(2026, 11, 21)
SURVEYS = Reckoning(
    (91.7, 86.67, 86.7, 79.64, 83.11), (75.76, 80.18, 73.62), 77.99, None, oit_after=78.41
)


def written(audit: Audit, language: Language = "th", reckoning: Reckoning | None = None) -> bytes:
    plan = plan_of(audit, DAY, load_checklist(audit.fiscal_year), reckoning)
    return plan_as_word(plan, language)


def opened(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_plan_says_what_was_accepted(language: Language) -> None:
    said = text_of_word(written(every_status(), language, SURVEYS))

    agrees(f"plan.{language}.docx.txt", said.encode())


def test_the_same_plan_gives_the_same_bytes_of_the_day_of_the_audit() -> None:
    data = written(every_status())

    assert data == written(every_status())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    properties = opened(data).core_properties
    assert (properties.created.date(), properties.author) == (DAY, "")
    assert (properties.language, properties.last_modified_by) == ("th-TH", "")
    assert properties.title.startswith("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน – เทศบาล")


def test_nothing_of_the_librarys_empty_document_is_left_behind() -> None:
    with zipfile.ZipFile(io.BytesIO(written(every_status()))) as archive:
        names = archive.namelist()

    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    assert not [name for name in names if "stylesWithEffects" in name]


def test_letters_have_a_thai_font_and_language_by_default_and_none_of_their_own() -> None:
    document = opened(written(every_status()))
    defaults = document.styles.element.find(qn("w:docDefaults"))
    fonts = next(defaults.iter(qn("w:rFonts")))

    assert {fonts.get(qn(f"w:{k}")) for k in ("ascii", "hAnsi", "cs", "eastAsia")} == {
        "TH Sarabun New"
    }
    assert next(defaults.iter(qn("w:szCs"))).get(qn("w:val")) == "32"
    assert next(defaults.iter(qn("w:lang"))).get(qn("w:bidi")) == "th-TH"
    assert not list(document.element.iter(qn("w:rFonts")))
    assert not list(document.element.iter(qn("w:sz")))


def test_headings_are_headings_in_their_order() -> None:
    styles = [p.style.name for p in opened(written(every_status())).paragraphs]
    levels = [int(name[-1]) for name in styles if name.startswith("Heading")]

    assert styles[0] == "Title"
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_pages_are_a4_and_the_measures_lie_across() -> None:
    sections = opened(written(every_status())).sections

    sizes = [{round(s.page_width / Mm(1)), round(s.page_height / Mm(1))} for s in sections]
    assert sizes == [{210, 297}] * len(sections)
    assert [s.orientation for s in sections].count(WD_ORIENT.LANDSCAPE) == 1
    footer = sections[0].footer._element.xml
    assert re.findall(r'w:instr="(\w+)"', footer) == ["PAGE", "NUMPAGES"]


def test_tables_repeat_their_names_keep_their_widths_and_part_no_short_row() -> None:
    for table in opened(written(every_status(), "en", SURVEYS)).tables:
        if not table.rows[0]._tr.xpath("./w:trPr/w:tblHeader"):
            assert table.style.name == "Normal Table"  # the lines on which people sign
            continue
        assert not table.autofit
        widths = {
            tuple(c.width for c in row.cells) for row in table.rows if len(set(row.cells)) > 3
        }
        assert len(widths) == 1
        short = [row for row in table.rows if len(row._tr.xpath("string(.)")) < 100]
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in short)


def test_only_addresses_of_the_web_are_links() -> None:
    part = opened(written(every_status())).part
    targets = [r.target_ref for r in part.rels.values() if r.is_external]

    assert targets
    assert all(target.startswith(("http://", "https://")) for target in targets)
    assert not [target for target in targets if "\u202e" in target or len(target) > 2_000]


def test_an_incomplete_audit_says_so_before_anything_else() -> None:
    for audit in (every_status(), nothing_seen()):
        paragraphs = opened(written(audit, "en")).paragraphs
        warning = next(p for p in paragraphs if p.style.name == "Plan Warning")
        heading = next(p for p in paragraphs if p.style.name == "Heading 1")
        place = [p._p for p in paragraphs]
        assert warning.text.startswith("Caution")
        assert place.index(warning._p) < place.index(heading._p)
    whole = replace(every_status(), reach=replace(every_status().reach, completion=Completion.FULL))
    assert "Caution" not in text_of_word(written(whole, "en"))


def test_an_audit_of_entered_links_says_that_it_saw_nothing_else_and_is_complete() -> None:
    link = LinkVerdict(
        2,
        "o1",
        HOME,
        "",
        True,
        HOME,
        200,
        None,
        None,
        (),
        Text("", ""),
    )
    reach = replace(every_status().reach, reason=ONLY_ENTERED)
    said = text_of_word(written(replace(every_status(), links=(link,), reach=reach), "en"))

    assert "links that were entered (1)" in said
    assert "Caution" not in said


def test_a_site_that_never_answered_has_no_points() -> None:
    said = text_of_word(written(nothing_seen(), "en", SURVEYS))

    assert "No points yet" in said
    assert "77.99" not in said


def test_a_site_in_which_everything_is_met_asks_for_nothing() -> None:
    said = text_of_word(written(all_met(), "en"))

    assert "Nothing to correct was found." in said
    assert "Appendix" not in said


@pytest.mark.parametrize(
    ("level", "has_levels", "expected"),
    [
        (Level("B", 75, Sureness.MEDIUM), True, "| Level | B |"),
        (Level("D", 55, Sureness.LOW), True, "D (its threshold is not confirmed)"),
        (None, False, "the levels of fiscal year 2569 B.E. are not confirmed"),
    ],
)
def test_the_level_is_told_as_far_as_the_year_confirms_it(
    level: Level | None, has_levels: bool, expected: str
) -> None:
    reckoning = replace(SURVEYS, level=level, has_levels=has_levels)

    assert expected in text_of_word(written(every_status(), "en", reckoning))


def test_without_iit_and_eit_there_is_no_total() -> None:
    said = text_of_word(written(every_status(), "en"))

    assert "IIT and EIT were not given" in said
    assert "ITA total" not in said


@settings(max_examples=8, deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_of_strangers_breaks_the_document(text: str) -> None:
    audit = every_status()
    evil = replace(
        audit.verdicts[1],
        title=Text(text, text),
        unit=text,
        reason=Text(text, text),
        evidence=(replace(audit.verdicts[1].evidence[0], url=text, quote=text, title=text),),
    )
    named = replace(audit.organisation, name=text, url=text)
    data = written(replace(audit, organisation=named, verdicts=(evil, *audit.verdicts[2:])))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    assert opened(data).paragraphs
    codes = re.findall(r"instrText|w:instr=", opened(data).element.xml)
    assert codes == []


def test_an_office_opens_both_documents_and_leaves_no_page_empty(tmp_path: Path) -> None:
    plan = plan_of(every_status(), DAY, load_checklist(2569), SURVEYS)
    later = replace(every_status(), snapshot_id="sha256:" + "8" * 64)
    report = progress_of(plan, changes(every_status(), later))
    files = tmp_path / "plan.docx", tmp_path / "progress.docx"
    files[0].write_bytes(plan_as_word(plan, "th"))
    files[1].write_bytes(progress_as_word(report, "th"))

    made = converted(files, "pdf", tmp_path)

    for file in files:
        pages = pypdfium2.PdfDocument(made / file.with_suffix(".pdf").name)
        texts = [page.get_textpage().get_text_range() for page in pages]
        assert 3 <= len(texts) <= 20  # as the fonts of the machine want it
        assert all(len(text) > 120 for text in texts)
        assert f"หน้า {len(texts)} จาก {len(texts)}" in texts[-1]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2022, 4, 1), "before the last day for evidence of 2565: 30 April 2022"),
        (date(2022, 6, 1), "Evidence of 2565 counted until 30 April 2022"),
    ],
)
def test_the_plan_says_what_its_days_come_from(day: date, said: str) -> None:
    audit = replace(every_status(), fiscal_year=2565)
    plan = plan_of(audit, day, load_checklist(2565), Reckoning(target=85.0))

    text = text_of_word(plan_as_word(plan, "en"))

    assert said in text
    assert "Split at the target of 85.00 points." in text


def test_where_nothing_can_be_corrected_yet_the_undecided_are_named() -> None:
    said = text_of_word(written(nothing_seen(), "en"))

    assert "Nothing to correct was found so far, but some items still need a person." in said
    assert "To be checked by a person" in said
