"""Ways of looking: how one sees whether a document shows what an item asks.

In come the accepted documents of one item, the best first, and the scene; out goes one `Finding`.
A check knows no year and no item number: those stand in the checklists, which name a check and its
parameters and get it here by `bind`. One file a check; each is listed in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.checks import (
    channel,
    chart,
    contact,
    counts,
    dated,
    executive,
    listing,
    months,
    person,
    phrases,
    span,
    table,
    tied,
)
from oit_audit.checks._bind import bind_one_of, parameters_of
from oit_audit.checks._part import Part
from oit_audit.model import Check

CHECKS: tuple[type[Part], ...] = (
    channel.CHECK,
    chart.CHECK,
    contact.CHECK,
    counts.CHECK,
    dated.CHECK,
    executive.CHECK,
    listing.CHECK,
    months.CHECK,
    person.CHECK,
    phrases.CHECK,
    span.CHECK,
    table.CHECK,
    tied.CHECK,
)
"""Every check, in the order of their names."""


def bind(name: str, parameters: Mapping[str, object]) -> Check:
    """Return the check called `name` with `parameters`, as a checklist writes them.

    Raises:
        ValueError: no such check, or a parameter that is unknown, missing or of the wrong type; the
            message names the key, what was expected and the nearest valid name.
    """
    return bind_one_of(CHECKS, name, parameters)


__all__ = ["CHECKS", "Part", "bind", "parameters_of"]
