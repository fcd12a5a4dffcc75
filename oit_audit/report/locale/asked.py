"""How a checklist says where a requirement comes from, how sure it is, and of which year."""

from __future__ import annotations

from oit_audit.model import Basis, Freshness, Sureness
from oit_audit.words import worded, worded_for

BASES = {
    Basis.RULE: worded("read in the rule"),
    Basis.TITLE: worded("said by the title"),
    Basis.PRACTICE: worded("seen in practice"),
    Basis.OTHER_YEAR: worded("read for another year"),
    Basis.INFERRED: worded("inferred from other years"),
}
SURENESS = {
    Sureness.HIGH: worded_for("confidence of a rule", "high"),
    Sureness.MEDIUM: worded_for("confidence of a rule", "medium"),
    Sureness.LOW: worded_for("confidence of a rule", "low"),
}
FRESHNESS = {
    Freshness.CURRENT: worded("as it is today"),
    Freshness.IN_FORCE: worded("in force in the assessed year"),
    Freshness.ASSESSED_YEAR: worded("of the assessed year"),
    Freshness.FIRST_6_MONTHS: worded("at least its first six months"),
    Freshness.PREVIOUS_YEAR: worded("of the year before"),
}
