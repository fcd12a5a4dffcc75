"""Lists that a user hands in: tables of whatever encoding and delimiter, and lists of links.

In comes a CSV or XLSX file, out go its rows by the names of columns, English or Thai
(`read_table`), the links that an office enters for its items (`read_links`), or what it decided in
a plan that it filled in (`read_answers`), and what is wrong with the other rows. No network, no
clock.
"""

from oit_audit.lists.answers import Answers, is_answered, read_answers
from oit_audit.lists.links import Fault, Links, read_links
from oit_audit.lists.tables import Column, Row, read_table

PARTS = ("addresses", "answers", "days", "items", "links", "tables")

__all__ = [
    "PARTS",
    "Answers",
    "Column",
    "Fault",
    "Links",
    "Row",
    "is_answered",
    "read_answers",
    "read_links",
    "read_table",
]
