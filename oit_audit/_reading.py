"""From a snapshot to what is judged: documents read and masked, matches, a case."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from oit_audit.extract import Reader, reader
from oit_audit.judge import Case, Personal, masked_documents, personal_data
from oit_audit.match import Lexicon, Matching, Numbering
from oit_audit.model import Checklist, Document, Resource, Snapshot
from oit_audit.progress import Watcher

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rules:
    """What an audit is judged by."""

    checklist: Checklist
    lexicon: Lexicon
    numbering: Numbering


@dataclass(frozen=True, slots=True)
class ReadSite:
    """A site that was read and not yet judged."""

    snapshot: Snapshot
    read: Sequence[Document]
    """As the site says it."""

    personal: Personal
    documents: tuple[Document, ...]
    """Without the numbers of people."""

    matching: Matching
    case: Case


def read_site(
    snapshot: Snapshot, rules: Rules, today: date, watcher: Watcher, pages: Reader | None
) -> ReadSite:
    """Read a snapshot; with `pages` of the visit, what was read there is not read again."""
    with ExitStack() as stack:
        reading = pages or stack.enter_context(reader())
        read = read_documents(snapshot, watcher, reading)
    personal = personal_data(read)
    documents = masked_documents(read, personal.numbers)
    matching = Matching(snapshot, documents, rules.lexicon, rules.numbering)
    matches = matching.matches()
    named = replace(snapshot.organisation, name=matches.own_name or None)
    case = Case(rules.checklist, matches, snapshot.reach, named, today)
    return ReadSite(snapshot, read, personal, documents, matching, case)


def read_documents(snapshot: Snapshot, watcher: Watcher, pages: Reader) -> Sequence[Document]:
    """Return what every resource says; what several addresses lead to is read once."""
    first: dict[str, Resource] = {}
    for resource in snapshot.resources:
        first.setdefault(resource.final_url, resource)
    asked = [(each, partial(snapshot.bodies.body, each)) for each in first.values()]
    documents: dict[str, Document] = {}
    for index, read in enumerate(pages.documents(asked), 1):
        documents.update((document.final_url, document) for document in _with_members(read))
        watcher.stage("extract", index, len(asked))
    logger.info("extracted: %d documents", len(documents))
    return tuple(documents.values())


def _with_members(document: Document) -> Iterator[Document]:
    """Give a document and all that lies in it, at any depth."""
    yield document
    for member in document.members:
        yield from _with_members(member)
