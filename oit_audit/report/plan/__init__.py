"""The corrective-action plan. In: an `Audit`. Out: a plan, as a Word document or a workbook.

A workbook that people filled in is read back by `lists`, by the names that stand here.
"""

from oit_audit.report.plan import word, workbook
from oit_audit.report.plan.rows import plan_of

__all__ = ["plan_of", "word", "workbook"]
