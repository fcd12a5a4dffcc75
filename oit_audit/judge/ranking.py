"""What the candidates of an item are ordered by."""

from __future__ import annotations

from typing import NamedTuple

from oit_audit.judge.freshness import YearReading, wanted_year
from oit_audit.model import Candidate, Item


class Rank(NamedTuple):
    """What candidates are ordered by, the weightiest first; less comes first."""

    frame: float
    year: float
    """0 for the wanted one, 1 for none, else 2 and the years between."""

    number: float
    own_title: float
    inherited: float
    label: float
    concept: float
    clicks: float


def rank(candidate: Candidate, reading: YearReading, item: Item, fiscal_year: int) -> Rank:
    """Order what may be judged: of the wanted year, by its own title, by its label, near home."""
    wanted = wanted_year(item, fiscal_year)
    if wanted in reading.years:
        distance = 0.0
    elif not reading.years:
        distance = 1.0
    else:
        distance = 2.0 + min(abs(wanted - year) for year in reading.years)
    order = {concept: index for index, concept in enumerate(item.concepts)}
    return Rank(
        float(candidate.is_frame),
        distance,
        float(int(item.id[1:]) not in candidate.numbers),
        -round(candidate.own_score, 1),
        float(candidate.inherited),
        -round(candidate.label_score, 1),
        float(order[candidate.concept]),
        float(len(candidate.click_path)),
    )
