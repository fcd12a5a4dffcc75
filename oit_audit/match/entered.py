"""What an assessor sees who opens a link that an office has entered: it, and what it leads to.

That the office says what it is about counts for nothing by itself: the page must say so, or a label
of the site.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from oit_audit.match.following import Follower, framed
from oit_audit.match.graph import HOME_LABEL, SiteGraph
from oit_audit.match.leads import Lead, network_of, page_leads
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.own_names import understand_titles
from oit_audit.match.senses import ACCEPT
from oit_audit.match.sheets import Sheet
from oit_audit.match.steps import DEEPEST, Step
from oit_audit.match.ways import Ways, alike
from oit_audit.model import (
    Candidate,
    DeadEnd,
    Document,
    EnteredLink,
    Legibility,
    Link,
    Matches,
    Media,
    Region,
    SeenLink,
    SkipReason,
    readable,
    without_fragment,
)

_CLICKS = 2
"""From the entered link to the paper behind it."""

_CLAIMED = 0.4
"""What it is worth that the office says so: less than any label of its site."""

_SAID = 0.5
"""From this score on a label of the site speaks for what it leads to."""

_A_LIST = 3
"""Concepts with which the links of a page are labelled from which it is a list of papers."""

_LABEL = 120
_CODES = {SkipReason.NOT_FOUND: 404, SkipReason.GONE: 410, SkipReason.RATE_LIMITED: 429}


class EnteredLinks:
    """Follows entered links through one site."""

    def __init__(
        self,
        graph: SiteGraph,
        lexicon: Lexicon,
        sheets: Mapping[str, Sheet],
        leads: Mapping[str, Sequence[Lead]],
        found: Mapping[str, Sequence[Candidate]],
        *,
        whole: bool,
    ) -> None:
        """Follow links.

        Args:
            graph: What was seen.
            lexicon: Says what labels stand for.
            sheets: How each page is to be read, by its address.
            leads: All of the site, by concept.
            found: What they lead to, by concept.
            whole: Was all of the site seen, so that what has no link to it has none?
        """
        self._graph = graph
        self._lexicon = lexicon
        self._sheets = sheets
        self._leads = leads
        self._found = found
        self._whole = whole
        self._ways = Ways(graph)
        self._follower = Follower(graph, lexicon)
        self._page_leads: dict[str, tuple[Lead, ...]] = {}

    def seen(self, link: EnteredLink, concepts: Sequence[str]) -> SeenLink:
        """Return what came of `link`, which is to show `concepts`."""
        url = self._ways.address(link.url)
        document = self._graph.document(url)
        skip = self._graph.skip(url)
        path = self._ways.clicks(url, document)
        found = [self._follow(url, document, concept) for concept in concepts]
        matches = Matches(
            tuple(candidate for candidates, _ in found for candidate in candidates),
            tuple(end for _, ends in found for end in ends),
            own_name="",
        )
        opens = None if skip is None or not skip.reason.is_absence else False
        return SeenLink(
            link,
            matches,
            opens=True if document is not None else opens,
            final_url=document.final_url if document is not None else None,
            status_code=200 if document is not None else _CODES.get(skip.reason) if skip else None,
            reason=skip.reason if skip is not None and document is None else None,
            reachable=True if path else False if self._whole else None,
            click_path=path,
            is_own=self._ways.is_own(url, document),
            is_home=document is not None and document.final_url == self._graph.home,
        )

    def _follow(
        self, url: str, document: Document | None, concept: str
    ) -> tuple[tuple[Candidate, ...], tuple[DeadEnd, ...]]:
        candidates, ends = self._follower.go(self._steps(url, document, concept))
        if document is not None:
            candidates = (*candidates, *self._held_out(url, document, concept))
            candidates = (*candidates, *self._shown_outside(candidates, concept))
        kept = (self._placed(c, url, document) for c in candidates)
        bare = without_fragment(url)
        return (
            tuple(c for c in kept if self._is_entered(c, document) or _is_said(c)),
            tuple(e for e in ends if e.label_score >= _SAID or without_fragment(e.url) == bare),
        )

    def _held_out(self, url: str, document: Document, concept: str) -> Iterator[Candidate]:
        """Yield what the site itself holds out: the entered page, and what that page lists."""
        if document.final_url == self._graph.home:
            yield from framed(self._graph, concept)
            return
        leads_on = "#" not in url and not self._is_about_another(document, concept)
        for candidate in self._found.get(concept, ()):
            if candidate.off_site or candidate.is_frame:
                continue
            shown = candidate.document.final_url
            same = without_fragment(shown) == document.final_url
            fragment = candidate.document.url.partition("#")[2]
            entered = same and fragment == url.partition("#")[2]
            if entered or (leads_on and not same and candidate.hub == document.final_url):
                yield candidate

    def _shown_outside(
        self, candidates: Sequence[Candidate], concept: str
    ) -> tuple[Candidate, ...]:
        """Return what the pages among `candidates` show of other hosts, such as an account."""
        pages = {c.document.final_url for c in candidates if not c.off_site and _is_said(c)}
        found = self._found.get(concept, ())
        return tuple(c for c in found if c.off_site and c.document.final_url in pages)

    def _is_about_another(self, document: Document, concept: str) -> bool:
        """Is a page about one other thing, so that what it refers to is not what was entered?

        A page whose links are labelled with many concepts is a list, whatever its title says.
        """
        if document.media is not Media.WEBPAGE:
            return False
        names = understand_titles(self._graph.without_chrome(document), self._lexicon)
        surest = next((name for name in names if name.concepts or name.other), None)
        if surest is None or concept in surest.concepts:
            return False
        linked = {lead.concept for lead in self._on_page(document) if lead.link is not None}
        return len(linked) < _A_LIST

    def _steps(self, url: str, document: Document | None, concept: str) -> Iterator[Step]:
        """Yield what is opened first: what the site calls so, what stands on the page, the link."""
        start = DEEPEST - _CLICKS
        is_home = document is not None and document.final_url == self._graph.home
        stays = is_home or (document is not None and self._is_about_another(document, concept))
        ways: list[Step] = []
        called = [lead for lead in self._leads.get(concept, ()) if self._opens(lead, url)]
        if document is None and called:
            yield from (Step(lead, DEEPEST) for lead in called)
            return
        if document is not None:
            ways += [Step(lead, DEEPEST if stays else start) for lead in called]
            ways += [
                Step(lead, DEEPEST if stays else start + (lead.link is not None))
                for lead in self._standing_on(url, document)
                if lead.concept == concept and not (stays and lead.link is not None)
            ]
        yield from sorted(ways, key=lambda step: -step.lead.score)
        yield Step(self._claim(url, document, concept), DEEPEST if stays else start + 1)

    def _opens(self, lead: Lead, url: str) -> bool:
        """Does the site itself hold out, by this lead, just what was entered?"""
        if lead.link is not None:
            there, fragment = lead.link.url, lead.link.url.partition("#")[2]
        else:
            there = lead.source.final_url
            fragment = lead.source.sections[lead.section].anchor or ""
        entered = url.partition("#")[2]
        if self._graph.document(url) is None:
            return lead.link is not None and bool(there) and alike(there) == alike(url)
        if self._shows_account(lead, url):
            return True
        target = self._graph.document(there) if there else None
        if target is None or target is not self._graph.document(url):
            return False
        return fragment == entered if entered or lead.link is not None else lead.section == 0

    def _shows_account(self, lead: Lead, url: str) -> bool:
        """Does the entered page show an account in a network: the home page anywhere?"""
        if lead.link is None or not network_of(lead.link):
            return False
        source = lead.source.final_url
        if source != self._graph.aliases.get(without_fragment(url)):
            return False
        is_own = lead.link.region is Region.MAIN and not self._graph.is_chrome(lead.link)
        about = is_own and not self._is_about_another(lead.source, lead.concept)
        return source == self._graph.home or about

    def _standing_on(self, url: str, document: Document) -> Iterator[Lead]:
        """Yield the leads that stand on an entered page, or in the part that its fragment names."""
        part = _part_of(document, url)
        inside = document.inside(part) if part else None
        for lead in self._on_page(document):
            if inside is None or lead.section in inside:
                yield lead

    def _on_page(self, page: Document) -> tuple[Lead, ...]:
        found = self._page_leads.get(page.final_url)
        if found is None:
            sheet = self._sheets.get(page.final_url)
            found = tuple(page_leads(sheet, self._graph, self._lexicon)) if sheet else ()
            self._page_leads[page.final_url] = found
        return found

    def _claim(self, url: str, document: Document | None, concept: str) -> Lead:
        """Return the lead that the list of the office is: it says nothing but where to look."""
        label, score, inherited = readable(url)[:_LABEL], ACCEPT, False
        if document is not None:
            label = self._graph.label_of(document) or document.title or label
            inherited = document.legibility is not Legibility.NONE
            score = _CLAIMED if inherited else ACCEPT
        source = self._graph.documents.get(self._graph.home) or Document(
            self._graph.home, self._graph.home, Media.WEBPAGE, HOME_LABEL
        )
        return Lead(concept, score, label, source, Link(url, label), inherited=inherited)

    def _is_entered(self, candidate: Candidate, document: Document | None) -> bool:
        shown = without_fragment(candidate.document.final_url)
        return candidate.off_site or (document is not None and shown == document.final_url)

    def _placed(self, candidate: Candidate, url: str, document: Document | None) -> Candidate:
        """Return a candidate as one that was entered: only ways that are there lead to it."""
        if candidate.off_site and document is None:
            path = self._ways.clicks(url, None)
            shown = candidate.document
            alone = shown if path else replace(shown, url=url, final_url=url)
            return replace(candidate, click_path=path, document=alone)
        final = without_fragment(candidate.document.final_url)
        path = self._ways.clicks(final, self._graph.documents.get(final))
        if path and "#" in candidate.document.url:
            path = (*path, candidate.document.title)
        entered = self._is_entered(candidate, document)
        hub = self._graph.home if entered else candidate.hub
        return replace(candidate, click_path=path, hub=hub)


def _is_said(candidate: Candidate) -> bool:
    """Does the document itself, or a label of the site, say what it is about?"""
    return candidate.own_score > 0 or not candidate.inherited or candidate.label_score >= _SAID


def _part_of(page: Document, url: str) -> int:
    """Return the section that the fragment of `url` names; 0 when it names none."""
    fragment = url.partition("#")[2]
    anchors = [section.anchor for section in page.sections]
    return anchors.index(fragment) if fragment and fragment in anchors else 0
