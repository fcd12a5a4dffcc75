"""Which pages and files could be evidence of which concept, and why.

In come the documents of a snapshot, the lexicon, and each year's numbering of the items; out go
candidates and dead ends by concept (`Matches`); `Matching` keeps what it knows, for when some
documents can be read after all. For the crawl: how much a link looks like evidence
(`priority`).
"""

from oit_audit.match.index_pages import Numbering
from oit_audit.match.labels import Label, LabelKind, read_label
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.lexicon_file import read_lexicon
from oit_audit.match.matching import Matching, match
from oit_audit.match.number_hints import understand_numbered
from oit_audit.match.priority import priority
from oit_audit.match.senses import ACCEPT, SURE, Sense, Understanding
from oit_audit.match.wordbook import Reading, Wordbook

PARTS = (
    "claims",
    "conjoined",
    "cut_labels",
    "disagreements",
    "entered",
    "following",
    "front_news",
    "graph",
    "index_pages",
    "item_numbers",
    "labels",
    "leads",
    "lexicon",
    "lexicon_file",
    "matching",
    "named_below",
    "naming",
    "neutral",
    "number_hints",
    "openings",
    "ordinary",
    "own_names",
    "page_years",
    "priority",
    "senses",
    "sheets",
    "shown",
    "silent",
    "site_name",
    "slips",
    "spoken",
    "steps",
    "strangers",
    "trimmings",
    "unclaimed",
    "ways",
    "weighing",
    "wordbook",
)

__all__ = [
    "ACCEPT",
    "PARTS",
    "SURE",
    "Label",
    "LabelKind",
    "Lexicon",
    "Matching",
    "Numbering",
    "Reading",
    "Sense",
    "Understanding",
    "Wordbook",
    "match",
    "priority",
    "read_label",
    "read_lexicon",
    "understand_numbered",
]
