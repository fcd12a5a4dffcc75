"""How much a link looks like evidence, for a crawl that cannot fetch everything."""

from __future__ import annotations

from collections.abc import Callable

from oit_audit.match.lexicon import Lexicon
from oit_audit.match.naming import line_before, speaking_label
from oit_audit.model import Link
from oit_audit.thai import Finder

_INDEX = 0.95
"""A page that lists the items: everything else is one click behind it."""

_TELLING = 0.9
_AMONG_TELLING = 0.75
"""A silent link below a label that tells."""

_NEARLY = 0.7
"""What a label that stands for no concept may reach."""

_PAPER = 0.5
_SILENT = 0.35
_OTHER = 0.3

_AROUND = 3
"""Labels around a silent link that are asked."""

_INDEX_WORDS = Finder(
    (
        "ITA",
        "OIT",
        "การประเมินคุณธรรม",
        "การเปิดเผยข้อมูลสาธารณะ",
        "anticorruption",
        "แผนผังเว็บไซต์",
        "sitemap",
    )
)
_PAPER_SUFFIXES = (".pdf", ".docx", ".xlsx", ".doc", ".xls", ".zip")


def priority(lexicon: Lexicon) -> Callable[[Link, str], float]:
    """Return how much a link looks like evidence, 0 to 1, for the crawl to fetch the best first."""

    def look(link: Link, _page: str) -> float:
        said = line_before(link, lexicon) or speaking_label(link, lexicon)
        least = _PAPER if _is_paper(link) else _OTHER
        if said is None:
            if _INDEX_WORDS.has(link.text):
                return _INDEX
            telling = any(lexicon.understand(text).concepts for text in link.context[-_AROUND:])
            return _AMONG_TELLING if telling else max(least, _SILENT)
        understood = lexicon.understand(said)
        if understood.concepts:
            return _TELLING
        if _INDEX_WORDS.has(said) or _INDEX_WORDS.has(link.url):
            return _INDEX
        best = understood.senses[0].score if understood.senses else 0.0
        return max(least, min(_NEARLY, best + 0.1))

    return look


def _is_paper(link: Link) -> bool:
    return link.url.partition("?")[0].lower().endswith(_PAPER_SUFFIXES)
