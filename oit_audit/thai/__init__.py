"""The Thai language as pure functions.

In comes any text; out go folded text with the way back to the original, phrases found in it, the
days, months and fiscal years it names, the local governments, people and citizen numbers in it,
what a template left in it, and why a document cannot be read. Nothing here raises for what a text
says.
"""

from oit_audit.thai.authors import is_foreign, is_in_passing
from oit_audit.thai.citizens import (
    LongNumber,
    Writing,
    close_digits,
    is_citizen_number,
    long_numbers,
    masked_number,
    may_hold_number,
    without_citizen_numbers,
)
from oit_audit.thai.dates import Mention, MentionKind, mentions
from oit_audit.thai.fiscal import (
    first_six_months,
    fiscal_year,
    fiscal_year_span,
    fiscal_years_of,
    month_name,
)
from oit_audit.thai.light import LightText
from oit_audit.thai.months import months_covered
from oit_audit.thai.normalize import Folded, fold, folded
from oit_audit.thai.notes import note_in_thai, reason_in_thai
from oit_audit.thai.organisations import (
    OrganisationName,
    mentions_organisation,
    mentions_place,
    organisation_name,
    organisation_names,
    same_organisation,
)
from oit_audit.thai.paths import path_mentions
from oit_audit.thai.people import PERSON_NAME
from oit_audit.thai.phrases import AnyOf, Finder, Hit, excerpt, has_roughly
from oit_audit.thai.places import Place, places, same_place
from oit_audit.thai.samples import is_sample_mail, is_sample_phone, is_sample_picture, sample_text

__all__ = [
    "PERSON_NAME",
    "AnyOf",
    "Finder",
    "Folded",
    "Hit",
    "LightText",
    "LongNumber",
    "Mention",
    "MentionKind",
    "OrganisationName",
    "Place",
    "Writing",
    "close_digits",
    "excerpt",
    "first_six_months",
    "fiscal_year",
    "fiscal_year_span",
    "fiscal_years_of",
    "fold",
    "folded",
    "has_roughly",
    "is_citizen_number",
    "is_foreign",
    "is_in_passing",
    "is_sample_mail",
    "is_sample_phone",
    "is_sample_picture",
    "long_numbers",
    "masked_number",
    "may_hold_number",
    "mentions",
    "mentions_organisation",
    "mentions_place",
    "month_name",
    "months_covered",
    "note_in_thai",
    "organisation_name",
    "organisation_names",
    "path_mentions",
    "places",
    "reason_in_thai",
    "same_organisation",
    "same_place",
    "sample_text",
    "without_citizen_numbers",
]

PARTS = (
    "_date_patterns",
    "_periods",
    "authors",
    "citizens",
    "dates",
    "fiscal",
    "light",
    "months",
    "normalize",
    "notes",
    "organisations",
    "paths",
    "people",
    "phrases",
    "places",
    "samples",
)
