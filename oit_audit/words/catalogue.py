"""Sentences, said in English where they are needed and in Thai by the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from gettext import GNUTranslations
from importlib.resources import files

from oit_audit.model import Text

CATALOGUES = files("oit_audit.words") / "locale"
"""The template `oit_audit.pot`, and below `LANGUAGE/LC_MESSAGES` what translators fill in."""


def _catalogue(language: str) -> GNUTranslations:
    with (CATALOGUES / language / "LC_MESSAGES" / "oit_audit.mo").open("rb") as compiled:
        return GNUTranslations(compiled)


_THAI = _catalogue("th")


def worded(english: str, /, **fields: object) -> Text:
    """Return a sentence in both languages, its `{fields}` filled in.

    The sentence is a literal, or it would not be collected. A field that is a `Text` is said in the
    language of the sentence. Without any field its braces stay, for whoever fills them in later.

    >>> worded("Level {level}", level="A").th
    'ระดับ A'
    """
    return _filled(Text(_THAI.gettext(english), english), fields)


def worded_for(use: str, english: str, /, **fields: object) -> Text:
    """Return a sentence as `worded` does, where the same English words mean several things.

    `use` says to the translator which of them is meant.
    """
    return _filled(Text(_THAI.pgettext(use, english), english), fields)


def joined(texts: Iterable[Text], th: str = " · ", en: str = "; ") -> Text:
    """Return sentences as one, with what stands between them in each language."""
    said = tuple(texts)
    return Text(th.join(each.th for each in said), en.join(each.en for each in said))


def _filled(said: Text, fields: Mapping[str, object]) -> Text:
    if not fields:
        return said
    thai, english = dict(fields), dict(fields)
    for name, value in fields.items():
        if isinstance(value, Text):
            thai[name], english[name] = value.th, value.en
    return Text(said.th.format_map(thai), said.en.format_map(english))
