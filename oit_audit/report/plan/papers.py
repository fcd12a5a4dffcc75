"""The papers of a plan: its document, its workbook, and the report of its progress.

What writes them is loaded when one is asked for: other commands need not wait for it.
"""

from __future__ import annotations

from oit_audit.model import Language, Plan, Progress


def plan_as_word(plan: Plan, language: Language) -> bytes:
    """Return `plan` as a .docx file; the same plan gives the same bytes."""
    from oit_audit.report.plan import word  # noqa: PLC0415 - slow to load

    return word.render(plan, language)


def plan_as_workbook(plan: Plan, language: Language) -> bytes:
    """Return `plan` as an .xlsx file; the same plan gives the same bytes."""
    from oit_audit.report.plan import workbook  # noqa: PLC0415 - slow to load

    return workbook.render(plan, language)


def progress_as_word(found: Progress, language: Language) -> bytes:
    """Return `found` as a .docx file; the same progress gives the same bytes."""
    from oit_audit.report.plan import progress  # noqa: PLC0415 - slow to load

    return progress.render(found, language)
