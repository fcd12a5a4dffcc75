"""What we say to readers, in the languages of `Text`.

An English sentence comes in, out goes the same in every language: the translations stand in the
gettext catalogues of `locale/`. `make words` collects the sentences from the code.
"""

from oit_audit.words.catalogue import CATALOGUES, joined, worded, worded_for

PARTS = ("catalogue",)

__all__ = ["CATALOGUES", "PARTS", "joined", "worded", "worded_for"]
