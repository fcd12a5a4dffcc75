"""Pages from templates: all is escaped, nothing may be lacking, and what is printed is harmless."""

from __future__ import annotations

from datetime import date, datetime

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from oit_audit.model import Language
from oit_audit.report._clean import plain


def environment(package: str) -> Environment:
    """Return what fills in the templates of `package`, which lie in its folder `templates`."""
    return Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )


def in_thai(language: Language) -> Markup:
    """Return the attribute of what the site says, which is Thai, on a page in `language`."""
    return Markup("") if language == "th" else Markup(' lang="th"')


def _harmless(value: object) -> object:
    """Clean whatever a template prints; autoescape comes after it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return plain(value)
    if value is None or isinstance(value, (date, datetime)):
        raise TypeError(f"a template prints {value!r} bare")
    return value
