"""Lists that a user hands in: tables of whatever encoding and delimiter, and lists of links.

In comes a CSV or XLSX file, out go its rows by the names of columns, English or Thai
(`read_table`), or the links that an office enters for its items, and what is wrong with the other
rows (`read_links`). No network, no clock.
"""

from oit_audit.lists.links import Fault, Links, read_links
from oit_audit.lists.tables import Column, Row, read_table

PARTS = ("addresses", "items", "links", "tables")

__all__ = ["PARTS", "Column", "Fault", "Links", "Row", "read_links", "read_table"]
