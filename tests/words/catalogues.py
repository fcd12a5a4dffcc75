"""The catalogues: collected from the code, brought up to date, compiled."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parents[2] / "oit_audit"
LOCALE = PACKAGE / "words" / "locale"
TEMPLATE = LOCALE / "oit_audit.pot"
KEYWORDS = {"worded": None, "worded_for": ((1, "c"), 2)}


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue."""
    return tuple(sorted(path.name for path in LOCALE.iterdir() if path.is_dir()))


def source(language: str) -> Path:
    """Return where translators write."""
    return LOCALE / language / "LC_MESSAGES" / "oit_audit.po"


def compiled(language: str) -> Path:
    """Return what the program reads."""
    return source(language).with_suffix(".mo")


def read(path: Path, language: str | None = None) -> Catalog:
    """Return a catalogue as it is written."""
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="oit_audit", abort_invalid=True)


def collected() -> Catalog:
    """Return every sentence that the code says, in the order of its files."""
    begun = read(TEMPLATE).creation_date
    template = Catalog(
        domain="oit_audit",
        header_comment="# What oit-audit says to readers: collected by `make words`.",
        project="oit-audit",
        version="1",
        msgid_bugs_address="the issues of the project",
        creation_date=begun,
        last_translator="none: this is the template",
        language_team="none: this is the template",
        fuzzy=False,
    )
    for name, line, message, comments, context in extract_from_dir(PACKAGE, keywords=KEYWORDS):
        place = (f"oit_audit/{Path(name).as_posix()}", line)
        template.add(message, None, [place], auto_comments=comments, context=context)
    return template


def updated(language: str, template: Catalog) -> Catalog:
    """Return a language's catalogue with the sentences of `template`: new ones are empty."""
    catalogue = read(source(language), language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def as_source(catalogue: Catalog) -> bytes:
    """Return a catalogue as translators read it."""
    written = BytesIO()
    write_po(written, catalogue, width=100, sort_by_file=True, include_lineno=False)
    return written.getvalue()


def as_compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    written = BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()
