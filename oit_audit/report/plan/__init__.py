"""The corrective-action plan. In: an `Audit`. Out: a plan, as a Word document or a workbook.

With what changed since an earlier audit: the report of its progress.

A workbook that people filled in is read back by `lists`, by the names that stand here.
"""

from oit_audit.report.plan.advances import progress_of
from oit_audit.report.plan.papers import plan_as_word, plan_as_workbook, progress_as_word
from oit_audit.report.plan.rows import plan_of

__all__ = ["plan_as_word", "plan_as_workbook", "plan_of", "progress_as_word", "progress_of"]
