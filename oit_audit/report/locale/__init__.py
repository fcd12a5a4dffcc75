"""The words of the reports. In: a language. Out: its sentences and its way to write dates.

They stand here in English, by name or by what they stand for; Thai comes from the catalogue of
`oit_audit.words`.
"""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Language
from oit_audit.report.locale._words import Words
from oit_audit.report.locale.dates import day, instant

LANGUAGES: Mapping[Language, Words] = {"th": Words("th"), "en": Words("en")}

__all__ = ["LANGUAGES", "Words", "day", "instant"]
