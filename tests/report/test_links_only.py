"""An audit of the links of a list has seen all that it was to see, and no report says otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_audit.model import ONLY_ENTERED, Completion
from oit_audit.report import LANGUAGES, render
from tests.report.linked import verified


@pytest.mark.parametrize("name", ["html", "markdown", "csv"])
def test_a_look_at_links_alone_is_not_called_incomplete(name: str) -> None:
    audit = verified()
    cut_short = replace(audit, reach=replace(audit.reach, completion=Completion.PARTLY))
    as_wanted = replace(cut_short, reach=replace(cut_short.reach, reason=ONLY_ENTERED))
    words = LANGUAGES["en"]

    assert words.partly_heading in render(name, cut_short, "en").decode()
    assert words.partly_heading not in render(name, as_wanted, "en").decode()
