"""Is it this organisation's own? Another office's paper is no evidence, however well it fits."""

from __future__ import annotations

from oit_audit.model import Document
from oit_audit.thai import OrganisationName, is_foreign, organisation_name

_TOP = 12
"""Blocks in which a paper names its author."""


def foreign_owner(document: Document, own_name: str) -> OrganisationName | None:
    """Return the other local government that signs the document; None when it is ours, or nobody's.

    Without our own name nothing can be foreign.
    """
    own = organisation_name(own_name)
    if own is None:
        return None
    top = [document.title, *(block.text for block in document.blocks[:_TOP])]
    top += [cell for table in document.tables[:1] for row in table.rows[:2] for cell in row]
    return is_foreign(" \n".join(text for text in top if text), own)
