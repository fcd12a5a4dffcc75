"""Sentences in Thai and in English that several commands say."""

from __future__ import annotations

from collections.abc import Iterable

from oit_audit.model import Text
from oit_audit.words import worded


def after(place: str | Text, says: Text) -> Text:
    """Return what is said of a place, behind its name."""
    where = Text(place, place) if isinstance(place, str) else place
    return Text(f"{where.th}: {says.th}", f"{where.en}: {says.en}")


def perhaps(meant: str) -> Text:
    """Ask whether another word was meant.

    >>> perhaps("max_pages").en
    'did you mean max_pages?'
    """
    return worded("did you mean {meant}?", meant=meant)


def there_are(known: Iterable[str]) -> Text:
    """Name what can be said.

    >>> there_are(["docx", "xlsx"]).en
    'there are: docx, xlsx'
    """
    names = ", ".join(known)
    return worded("there are: {names}", names=names)
