"""Which pages and files could be evidence of which concept, and why.

In: the documents of a snapshot and the lexicon. Out: candidates and dead ends by concept (`Matches`), and, for the crawl,
how much a link looks like evidence (`priority`).
"""

from oit_audit.match import (
    candidates,
    graph,
    index_pages,
    labels,
    leads,
    lexicon,
    lexicon_file,
    matching,
    words,
)
from oit_audit.match.index_pages import Numbering
from oit_audit.match.labels import Label, LabelKind, read_label
from oit_audit.match.lexicon import ACCEPT, SURE, Lexicon, Sense, Understanding
from oit_audit.match.lexicon_file import read_lexicon
from oit_audit.match.matching import match, priority

PARTS = (labels, lexicon, lexicon_file, words, graph, index_pages, leads, candidates, matching)

__all__ = [
    "ACCEPT",
    "PARTS",
    "SURE",
    "Label",
    "LabelKind",
    "Lexicon",
    "Numbering",
    "Sense",
    "Understanding",
    "match",
    "priority",
    "read_label",
    "read_lexicon",
]
