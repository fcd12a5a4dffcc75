"""The audit as a workbook: a summary for those who decide, tables for those who do the work."""

from __future__ import annotations

from oit_audit.model import Audit
from oit_audit.report._columns import warning
from oit_audit.report._format import Format, Reader
from oit_audit.report._sheets import Sheets
from oit_audit.report._summary import Summary
from oit_audit.report._workbook import Book
from oit_audit.report.locale import LANGUAGES, day


def render(audit: Audit, reader: Reader) -> bytes:
    """Return the workbook; its first sheet is the summary."""
    words = LANGUAGES[reader.language]
    name = audit.organisation.name or words.nameless
    on = f"{words.audit_date} {day(audit.today, reader.language)}"
    about = {
        "title": words.page_title.format(year=audit.fiscal_year, name=name),
        "subject": words.eyebrow,
        "author": f"oit-audit {audit.tool_version}",
        "company": name,
        "comments": words.estimate,
    }
    book = Book(about, audit.today, (name, warning(audit, words), on))
    sheets = Sheets(audit, reader.language)
    tables = sheets.all()
    Summary(book, sheets).write([key for key, _ in tables])
    for _, table in tables:
        book.table(table)
    return book.finished()


FORMAT = Format(
    "xlsx",
    ".xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    render,
)
