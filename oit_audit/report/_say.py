"""How the page and the terminal say a sentence and a number."""

from __future__ import annotations

from oit_audit.model import Language, Text


def said(text: Text, language: Language) -> str:
    """Return `text` in `language`, or in the other one when it is empty there."""
    return text.in_language(language).strip() or text.th.strip() or text.en.strip()


def points(value: float) -> str:
    """Return points as people read them: at most two decimals, none when there are none.

    >>> points(88.9), points(100.0), points(0.004)
    ('88.90', '100', '0')
    """
    rounded = round(value, 2) + 0.0
    return f"{rounded:.0f}" if rounded.is_integer() else f"{rounded:.2f}"
