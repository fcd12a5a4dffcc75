"""Follow every lead to what can be judged, or to where it ends in nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from oit_audit.match.graph import HOME_LABEL, SiteGraph
from oit_audit.match.leads import Lead
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.openings import Opener
from oit_audit.match.steps import Step, Steps
from oit_audit.model import Candidate, DeadEnd

_MOST_AROUND = 40
"""Labels around those that lead to one thing."""

_PRINTED_IN_FRAMES = frozenset({"contact"})


class Follower:
    """Follows the leads of one site."""

    def __init__(self, graph: SiteGraph, lexicon: Lexicon) -> None:
        self._opener = Opener(graph, lexicon)
        self._steps = Steps(graph, lexicon)

    def follow(self, leads: Iterable[Lead]) -> tuple[tuple[Candidate, ...], tuple[DeadEnd, ...]]:
        """Return what the leads of one concept open, and where they end in nothing.

        Each page, part and paper comes once, with the label that says most; each dead end once.
        What was opened before is not followed again, so that circles end.
        """
        return self.go(Step(lead) for lead in sorted(leads, key=lambda lead: -lead.score))

    def go(self, steps: Iterable[Step]) -> tuple[tuple[Candidate, ...], tuple[DeadEnd, ...]]:
        """Return what comes of `steps` of one concept, taken in their order, as `follow` does."""
        queue = deque(steps)
        found: dict[str, Candidate] = {}
        dead: dict[tuple[str, str], DeadEnd] = {}
        while queue:
            step = queue.popleft()
            match self._opener.open(step.lead):
                case DeadEnd() as end:
                    dead.setdefault((end.url, end.label), end)
                case Candidate(off_site=True) as outside:
                    target = outside.document.links[0].url
                    found.setdefault(f"{outside.document.url} {target} {outside.label}", outside)
                case opened:
                    key = f"{opened.document.url} {opened.document.title}"
                    if key in found:
                        found[key] = _better(found[key], opened)
                        continue
                    further = list(self._steps.beyond(step, opened.document))
                    found[key] = replace(opened, offers=len(further))
                    queue.extend(further)
        return tuple(found.values()), tuple(dead.values())


def framed(graph: SiteGraph, concept: str) -> tuple[Candidate, ...]:
    """Hold out the home page, footer and all, for what many offices print only there."""
    home = graph.documents.get(graph.home)
    if home is None or concept not in _PRINTED_IN_FRAMES:
        return ()
    label = home.title or HOME_LABEL
    return (
        Candidate(concept, home, label, 0.0, 0.0, None, click_path=(HOME_LABEL,), is_frame=True),
    )


def _better(known: Candidate, other: Candidate) -> Candidate:
    """Return the one whose label says most, with what the known one offers.

    What stands around the other label stands around this one too, further out.
    """
    if (not other.inherited, other.label_score) > (not known.inherited, known.label_score):
        known, other = replace(other, offers=known.offers), known
    around = dict.fromkeys((*other.context, *known.context))
    return replace(known, context=tuple(around)) if len(around) <= _MOST_AROUND else known
