"""The lines in which a document names itself, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from oit_audit.match.labels import LabelKind
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.senses import ACCEPT, Understanding
from oit_audit.model import Document, Media

_SITE_SEPARATOR = re.compile(r"\s+[|»•·–—]\s+|\s+-\s+|\s*::\s*")
_HEADLINE_END = re.compile(r"\s*:\s+|\s+[-–—]\s+")
_LEAST_HEADLINE = 8
_MOST_HEADLINE = 120
"""Characters of a name that stands at the beginning of a line of text."""

_FIRST_LINES = 4
_LONGEST = 300
"""Characters of a name."""

_SPEAKING_LINES = 2
_LIST_SHARE = 0.5
"""Share of its lines that hold a link from which a page is a list."""

_SPEAKING_LENGTH = 200
"""Characters of a line of text that speaks for a page whose headings are silent."""


def own_names(document: Document, lexicon: Lexicon) -> tuple[tuple[str, LabelKind], ...]:
    """Return the lines in which a document says what it is, the surest first.

    Unique; may be empty.
    """
    if document.media is Media.WEBPAGE:
        names = _names_of_page(document)
    else:
        names = _names_of_paper(document, lexicon)
    return tuple(
        dict.fromkeys((" ".join(name.split()), kind) for name, kind in names if name.strip())
    )


def _names_of_page(document: Document) -> list[tuple[str, LabelKind]]:
    names: list[tuple[str, LabelKind]] = []
    for level in (1, 2, 3, 4):
        texts = [block.text for block in document.blocks if block.heading == level][:2]
        names += [(text, LabelKind.HEADING) for text in texts if len(text) <= _LONGEST]
    return names + [(part, LabelKind.TITLE) for part in _SITE_SEPARATOR.split(document.title)]


def _names_of_paper(document: Document, lexicon: Lexicon) -> list[tuple[str, LabelKind]]:
    joined = accumulate(first_lines(document), lambda above, line: f"{above} {line}")
    names = [(text[:_LONGEST], LabelKind.TITLE) for text in joined]
    names.append((document.title, LabelKind.TITLE))
    read = (lexicon.understand(name, kind) for name, kind in names)
    if not any(understood.concepts or understood.other for understood in read):
        names += _file_name(document, lexicon)
    return names


def _file_name(document: Document, lexicon: Lexicon) -> list[tuple[str, LabelKind]]:
    """Return what a file is called, which counts only where it does not say itself what it is."""
    if lexicon.is_neutral(document.file_name):
        return []
    return [(document.file_name, LabelKind.FILENAME)]


def first_lines(document: Document) -> tuple[str, ...]:
    """Return the first lines of a paper; the first rows of its first table when it has no text."""
    lines = [block.text for block in document.blocks[:_FIRST_LINES]]
    if not lines:
        rows = [row for table in document.tables[:1] for row in table.rows[:2]]
        lines = [" ".join(dict.fromkeys(cell for cell in row if cell)) for row in rows]
    return tuple(line for line in lines if line.strip())


def understand_own(document: Document, lexicon: Lexicon) -> tuple[Understanding, ...]:
    """Return what the document's own names stand for, the surest first.

    A page whose headings and title say nothing speaks by its first lines.
    """
    read = understand_titles(document, lexicon)
    if document.media is not Media.WEBPAGE or any(u.concepts or u.other for u in read):
        return read
    lines = speaking_lines(document)
    said = [text for line in lines for text in (headline(line), line) if text]
    return (*read, *(lexicon.understand(text, LabelKind.TITLE) for text in said))


def speaking_lines(document: Document) -> tuple[str, ...]:
    """Return the first lines of a page's text; none for a list of links and for other documents.

    The lines of a list name what they lead to.
    """
    if document.media is not Media.WEBPAGE:
        return ()
    lines = [block.text for block in document.blocks if not block.heading]
    faces = {link.text for link in document.links if link.text}
    listed = sum(any(face in line for face in faces) for line in lines)
    if listed >= _LIST_SHARE * len(lines):
        return ()
    return tuple(line[:_SPEAKING_LENGTH] for line in lines[:_SPEAKING_LINES])


def headline(line: str) -> str:
    """Return what stands before the first colon or dash of a line; empty when that is no name.

    >>> headline("การมีส่วนร่วมของประชาชน: 3 ธันวาคม 2562 ประชาคมตำบล")
    'การมีส่วนร่วมของประชาชน'
    """
    head, mark, _ = _HEADLINE_END.sub("\n", line[:_LONGEST], count=1).partition("\n")
    return head.strip() if mark and _LEAST_HEADLINE <= len(head.strip()) <= _MOST_HEADLINE else ""


def understand_titles(document: Document, lexicon: Lexicon) -> tuple[Understanding, ...]:
    """Return what headings, title and, for a paper, first lines stand for, the surest first."""
    return tuple(lexicon.understand(name, kind) for name, kind in own_names(document, lexicon))


def own_score(names: Sequence[Understanding], concept: str) -> float:
    """Return how well a document's own names stand for `concept`; 0 when they say nothing of it."""
    return max((understood.score(concept) for understood in names), default=0.0)


def rival(names: Sequence[Understanding], concept: str) -> str | None:
    """Return what the document's surest telling name stands for when none stands for `concept`."""
    if own_score(names, concept) >= ACCEPT:
        return None
    for understood in names:
        if understood.other or understood.concepts:
            return understood.other or understood.concepts[0]
    return None
