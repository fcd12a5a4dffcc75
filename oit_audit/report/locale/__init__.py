"""The words of the reports. In: a language. Out: its sentences and its way to write dates.

One file per language, each a `Words` table with every sentence.
"""

from __future__ import annotations

from collections.abc import Mapping

from oit_audit.model import Language
from oit_audit.report.locale._words import Words
from oit_audit.report.locale.dates import day, instant
from oit_audit.report.locale.en import EN
from oit_audit.report.locale.th import TH

LANGUAGES: Mapping[Language, Words] = {"th": TH, "en": EN}

__all__ = ["LANGUAGES", "Words", "day", "instant"]
