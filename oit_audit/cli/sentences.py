"""Sentences in Thai and in English that several commands say."""

from __future__ import annotations

from collections.abc import Iterable

from oit_audit.model import Text


def after(place: str | Text, says: Text) -> Text:
    """Return what is said of a place, behind its name."""
    where = Text(place, place) if isinstance(place, str) else place
    return Text(f"{where.th}: {says.th}", f"{where.en}: {says.en}")


def perhaps(meant: str) -> Text:
    """Ask whether another word was meant.

    >>> perhaps("max_pages").en
    'did you mean max_pages?'
    """
    return Text(f"ท่านหมายถึง {meant} หรือไม่", f"did you mean {meant}?")


def there_are(known: Iterable[str]) -> Text:
    """Name what can be said.

    >>> there_are(["docx", "xlsx"]).en
    'there are: docx, xlsx'
    """
    names = ", ".join(known)
    return Text(f"ค่าที่ใช้ได้: {names}", f"there are: {names}")
