"""What the site says of its own papers: `this is o12 of 2566: this title, there`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from oit_audit.match.graph import SiteGraph
from oit_audit.match.item_numbers import bare_number, is_one_row, item_number, sub_number
from oit_audit.match.labels import LabelKind
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.naming import line_before, turns_pages
from oit_audit.match.own_names import own_names
from oit_audit.match.page_years import one_year, year_of
from oit_audit.match.sheets import Sheet
from oit_audit.model import Claim, Document, Link, Region, without_fragment
from oit_audit.thai import MentionKind, mentions

_MOST = 2_000
"""Claims of a site that are kept."""

_LONGEST = 300
_LINES = 3
"""Lines before a link in which its number may stand."""

_YEARS = frozenset({MentionKind.FISCAL, MentionKind.YEAR, MentionKind.RANGE, MentionKind.HALF})
_NAMES = 3
"""Names of a target in which its year is sought."""


def claims(sheets: Iterable[Sheet], graph: SiteGraph, lexicon: Lexicon) -> tuple[Claim, ...]:
    """Return the claims of a site in the order of its pages, each once; at most two thousand.

    Labels of other schemes (MOIT, EB, LPA) and headings over several items claim nothing.
    """
    return tuple(islice(_distinct(sheets, graph, lexicon), _MOST))


def _distinct(sheets: Iterable[Sheet], graph: SiteGraph, lexicon: Lexicon) -> Iterator[Claim]:
    seen: set[tuple[str, int, int | None, str]] = set()
    for sheet in sheets:
        if not sheet.index.names_items:
            continue
        for link in sheet.own_links:
            claim = _claim(sheet, link, graph, lexicon)
            if claim is None:
                continue
            key = (claim.label, claim.number, claim.year_be, claim.target)
            if key not in seen:
                seen.add(key)
                yield claim


def _claim(sheet: Sheet, link: Link, graph: SiteGraph, lexicon: Lexicon) -> Claim | None:
    turns = link.region is not Region.MAIN and turns_pages(link.text)
    marked = None if turns else _marked(sheet, link)
    if marked is None:
        return None
    number, mark = marked
    label, concepts, also = _title(mark, link, lexicon)
    target = graph.document(link.url) if link.url else None
    address = target.final_url if target is not None else link.url
    fragment = link.url.partition("#")[2]
    return Claim(
        page=sheet.page.final_url,
        label=label[:_LONGEST],
        number=number,
        year_be=_year_around(sheet.around(link), lexicon),
        list_year=sheet.index.year,
        concepts=concepts,
        also=also,
        target=f"{address}#{fragment}" if fragment and "#" not in address else address,
        click_path=graph.paths.get(without_fragment(sheet.page.final_url), ()),
        target_years=_own_years(target, lexicon) if target is not None else (),
        untitled=not concepts and lexicon.is_neutral(label),
    )


def _marked(sheet: Sheet, link: Link) -> tuple[int, str] | None:
    """Return the number that a link bears, and the words that bear the number."""
    lines = [*reversed(link.before[-_LINES:])]
    row = [link.row] if is_one_row(link.row) else []
    beside = [line for line in lines if line in link.row]
    above = [line for line in lines if line not in link.row]
    enclosing = [*reversed(link.context[-_LINES:])]
    for text in (link.text, link.title, *beside, *row, *above, *enclosing):
        number = item_number(text)
        if number is None and sheet.index.bare:
            number = bare_number(text)
        if number is None and text == link.text and sub_number(text) is not None:
            return None
        if number is not None:
            return number, text
    return None


def _title(mark: str, link: Link, lexicon: Lexicon) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the title that belongs to a number, what it stands for, and what else is said there.

    It stands in the words that bear the number, else in their row, else around the link.
    """
    own = mark in (link.text, link.title)
    row = link.row if is_one_row(link.row) else ""
    around = [*reversed(link.context[-_LINES:])]
    line = line_before(link, lexicon) or ""
    order = (mark, link.text, link.title, row, line, *around)
    if not own:
        order = (mark, row if mark in row else "", *around, line, link.text, link.title, row)
    texts = [text for text in dict.fromkeys(order) if text and not lexicon.is_neutral(text)]
    read = [(text, lexicon.understand(text, LabelKind.HEADING).concepts) for text in texts]
    title, concepts = next((each for each in read if each[1]), (texts[0] if texts else mark, ()))
    also = {concept for _, found in read for concept in found} - {*concepts}
    return title, concepts, tuple(sorted(also))


def _year_around(around: tuple[str, ...], lexicon: Lexicon) -> int | None:
    """Return the year that the labels around a link name, not that of its own item."""
    outer = (
        label
        for label in reversed(around)
        if item_number(label) is None and not lexicon.understand(label, LabelKind.HEADING).concepts
    )
    return year_of(one_year(outer))


def _own_years(target: Document, lexicon: Lexicon) -> tuple[int, ...]:
    for name, _ in own_names(target, lexicon)[:_NAMES]:
        said = [mention for mention in mentions(name[:_LONGEST]) if mention.kind in _YEARS]
        if years := {year for mention in said for year in mention.fiscal_years}:
            return tuple(sorted(years))
    return ()
