"""Every time that a candidate names, by where it stands: what its year is decided by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from oit_audit.model import Candidate, Document, Media, Region
from oit_audit.thai import LightText, Mention, MentionKind, mentions, path_mentions

_FRAME = frozenset({Region.NAVIGATION, Region.HEADER, Region.FOOTER})
"""Where a heading is rather of the site than of its page."""

_TITLE_LINES = 4
"""Blocks of a paper that are its title."""

_OPENING = 14
"""Blocks from the top in which a document says its period."""

_BODY_LETTERS = 20_000
"""Characters of the text that are read."""

LINE_LETTERS = 4_000
"""Characters of a title, a first line or a label that are read."""

_MONTHS_IN_A_ROW = 3
"""Months that a line or a table names from which they are the period that it counts."""

_TABLES, _ROWS, _COLUMNS = 6, 40, 2
"""Tables, rows and leading columns in which months are looked for."""

MOST_YEARS = 40
"""Times of one candidate that are listed."""


class YearSource(StrEnum):
    """Where a year was read, the most trusted first."""

    TITLE = "title"
    OPENING = "opening"
    """The period that its first lines say it covers."""

    SIGNED = "signed"
    """The day on which it was signed or announced."""

    TABLE = "table"
    """The months that its rows or columns count."""

    FILE_NAME = "file_name"
    LABEL = "label"
    CONTEXT = "context"
    BODY = "body"
    UPLOAD = "upload"
    """A folder or a stamp of its address: when it was put up."""

    NOWHERE = "nowhere"


PLAIN = frozenset({YearSource.TITLE, YearSource.OPENING, YearSource.TABLE, YearSource.LABEL})
"""Sources that say of which year something is; a signature or a file name only hints at it."""


@dataclass(frozen=True, slots=True)
class SeenYear:
    """One time that a candidate names."""

    years: tuple[int, ...]
    """Buddhist Era, ascending: the fiscal years it touches; never empty."""

    kind: MentionKind
    quote: str
    source: YearSource


YEARLY = frozenset({MentionKind.FISCAL, MentionKind.HALF, MentionKind.QUARTER})
"""Times that can only be meant as of a fiscal year."""

SILENT = frozenset({MentionKind.LAW, MentionKind.PUBLISHED, MentionKind.UPLOAD})
"""Times that say nothing of the period a document is about."""

_SIGNED = re.compile(
    r"(?:ประกาศ|สัง|ใหไว|ลงนาม|แถลง|รายงาน)(?: ?(?:มา|ใช|ไว))?"
    r" {0,2}ณ {0,2}(?:วันที)?[ .…_]{0,12}$"
)
_CITED = re.compile(r"ลงวันที {0,2}$")
_SIGNED_REACH = 60
_BASED_ON = re.compile(
    r"(?:ผลการประเมิน|ผลการวิเคราะห|ผลคะแนน|คะแนน(?:การ)?ประเมิน|วิเคราะหผล|จากผล|ตามผล)[^\n]{0,90}$"
    r"|(?:เทียบ(?:กับ)?|เนื่องจาก|จาก|อางอิง|ปีที(?:ผาน(?:มา)?|แลว)) ?(?:ขอมูล|ผล)?[ .(]{0,3}$"
)
"""Words before the year of what a paper starts from, not of the paper."""

_ROUND = re.compile(
    r"(?:\bita|\boit|\blpa|\bo ?\d{1,2})[\s:._-]{0,3}(?:ประจ ?าปี|ปี(?:งบประมาณ)?)?[\s.พศ]{0,6}$"
)
"""Before the year of an assessment, not of what is shown in it."""


def is_signature(text: str, mention: Mention) -> bool:
    """Is a day of `text` the one on which it was signed: `ประกาศ ณ วันที่ …`?"""
    if mention.kind not in (MentionKind.DATE, MentionKind.MONTH):
        return False
    lead = text[max(0, mention.position - _SIGNED_REACH) : mention.position]
    return _SIGNED.search(LightText(lead).text) is not None


def is_day_of_a_letter(text: str, mention: Mention) -> bool:
    """Is a day of `text` that of a signature, or of a letter that is cited: `ลงวันที่ …`?"""
    lead = text[max(0, mention.position - _SIGNED_REACH) : mention.position]
    cited = mention.kind is MentionKind.DATE and _CITED.search(LightText(lead).text)
    return bool(cited) or is_signature(text, mention)


def is_based_on(text: str, mention: Mention) -> bool:
    """Is the year that of a result from which the paper starts, not of the paper itself?"""
    lead = text[max(0, mention.position - _SIGNED_REACH * 2) : mention.position]
    return _BASED_ON.search(LightText(lead).text) is not None


def is_of_a_round(text: str, mention: Mention) -> bool:
    """Is the year that of an assessment, `ITA 2566`, under which a paper is shown?"""
    lead = text[max(0, mention.position - _SIGNED_REACH) : mention.position]
    return _ROUND.search(LightText(lead).text) is not None


def titles(candidate: Candidate) -> list[str]:
    """Return the texts that are the document's own title, the first lines of a paper as one."""
    document = candidate.document
    if document.media is Media.WEBPAGE:
        heads = [block for block in document.blocks if block.heading]
        headings = [b.text for b in heads if b.region not in _FRAME] or [b.text for b in heads]
        return [t[:LINE_LETTERS] for t in (*headings[:1], document.title) if t]
    return ["\n".join(_first_lines(document))[:LINE_LETTERS], document.title[:LINE_LETTERS]]


def _first_lines(document: Document) -> list[str]:
    lines = [block.text for block in document.blocks[:_TITLE_LINES]]
    return lines or [" ".join(row) for table in document.tables[:1] for row in table.rows[:2]]


def opening(candidate: Candidate) -> list[str]:
    """Return the lines in which the document says its period."""
    return [block.text[:LINE_LETTERS] for block in candidate.document.blocks[:_OPENING]]


def signatures(candidate: Candidate) -> Iterator[Mention]:
    """Yield the days on which the document says it was signed, in order."""
    text = body(candidate)
    yield from (mention for mention in mentions(text) if is_signature(text, mention))


def table_months(candidate: Candidate) -> tuple[Mention, ...]:
    """Return the months that rows or columns count, in order; empty when fewer than three."""
    document = candidate.document
    for line in _beginning(document):
        found = _months(line)
        if len({mention.start for mention in found}) >= _MONTHS_IN_A_ROW:
            return found
    for table in document.tables[:_TABLES]:
        heads = " | ".join(table.rows[0]) if table.rows else ""
        sides = " | ".join(c for row in table.rows[:_ROWS] for c in row[:_COLUMNS])
        for text in (heads, sides):
            found = _months(text)
            if len({mention.start for mention in found}) >= _MONTHS_IN_A_ROW:
                return found
    return ()


def _beginning(document: Document) -> Iterator[str]:
    """Yield the lines of a document up to what is read."""
    left = _BODY_LETTERS
    for block in document.blocks:
        if left <= 0:
            return
        yield block.text[:left]
        left -= len(block.text)


def _months(text: str) -> tuple[Mention, ...]:
    return tuple(m for m in mentions(text[:_BODY_LETTERS]) if m.kind is MentionKind.MONTH)


def named_in_file(document: Document) -> tuple[Mention, ...]:
    """Return the years that a file name gives the file.

    Stamps of days, years of the common era and those beside a running number, `00912_2565.pdf`,
    rather say when it was made.
    """
    found = path_mentions(document.file_name)
    stem = document.file_name.rpartition(".")[0] or document.file_name
    if _WORD.search(stem) is None and not any(m.quote == stem for m in found):
        return ()
    return tuple(m for m in found if m.start != m.end and not _COMMON_ERA.search(m.quote))


_WORD = re.compile(r"[^\W\d_]{2}")
_COMMON_ERA = re.compile(r"(?<!\d)20\d\d")


def put_up(document: Document) -> tuple[Mention, ...]:
    """Return the years of stamps in the file name and of folders in the address, in order."""
    named = set(named_in_file(document))
    stamped = [m for m in path_mentions(document.file_name) if m not in named]
    path = urlsplit(document.url).path
    folders = path_mentions(path[: path.rfind("/") + 1])
    return (*stamped, *folders)


def body(candidate: Candidate) -> str:
    """Return the words and cells of the document, up to what is read."""
    return _body(candidate.document)


@lru_cache(maxsize=256)
def _body(document: Document) -> str:
    parts = [block.text for block in document.blocks]
    parts += [cell for table in document.tables for row in table.rows for cell in row if cell]
    return " \n".join(parts)[:_BODY_LETTERS]


def seen_years(candidate: Candidate) -> tuple[SeenYear, ...]:
    """Return the times that a candidate names, the most trusted source first; 40 at most.

    Laws and days of publication are among them; what one source says twice comes once.
    """
    return tuple(islice(_unique(_seen(candidate)), MOST_YEARS))


def _seen(candidate: Candidate) -> Iterator[SeenYear]:
    own = () if candidate.off_site else titles(candidate)
    first = () if candidate.off_site else opening(candidate)
    yield from _in_texts(YearSource.TITLE, own)
    yield from _in_texts(YearSource.OPENING, first)
    if not candidate.off_site:
        yield from _as_seen(YearSource.SIGNED, signatures(candidate))
        yield from _as_seen(YearSource.TABLE, table_months(candidate))
    yield from _as_seen(YearSource.FILE_NAME, named_in_file(candidate.document))
    yield from _in_texts(YearSource.LABEL, [candidate.label])
    yield from _in_texts(YearSource.CONTEXT, reversed(candidate.context))
    if not candidate.off_site:
        yield from _in_texts(YearSource.BODY, [body(candidate)])
    yield from _as_seen(YearSource.UPLOAD, put_up(candidate.document))


def _in_texts(source: YearSource, texts: Iterable[str]) -> Iterator[SeenYear]:
    for text in texts:
        yield from _as_seen(source, mentions(text[:_BODY_LETTERS]))


def _as_seen(source: YearSource, found: Iterable[Mention]) -> Iterator[SeenYear]:
    for mention in found:
        if mention.fiscal_years:
            yield SeenYear(mention.fiscal_years, mention.kind, mention.quote, source)


def _unique(seen: Iterable[SeenYear]) -> Iterator[SeenYear]:
    """Leave out what the same source says again, and what the body only repeats."""
    known: set[tuple[object, ...]] = set()
    for each in seen:
        key = (each.years, each.kind, each.quote)
        if key in known and each.source in (YearSource.OPENING, YearSource.BODY):
            continue
        if (each.source, *key) not in known:
            known |= {key, (each.source, *key)}
            yield each


def tells(mention: Mention) -> bool:
    """Does a time say anything of the period that a document is about?"""
    return mention.kind not in SILENT and bool(mention.fiscal_years)


def is_period(mention: Mention) -> bool:
    """Is it a year or a part of one, rather than a day?"""
    return mention.kind in YEARLY or mention.kind in (MentionKind.RANGE, MentionKind.YEAR)


def telling(text: str, said: list[Mention]) -> list[Mention]:
    """Return the mentions that tell most: fiscal years, else ranges, else years, else any.

    `ประจำปี 2566` tells as much as a fiscal year.
    """
    fiscal = [m for m in said if m.kind in YEARLY or is_annual(text, m)]
    ranges = [m for m in said if m.kind is MentionKind.RANGE]
    return fiscal or ranges or [m for m in said if m.kind is MentionKind.YEAR] or said


def is_annual(text: str, mention: Mention) -> bool:
    """Is a year of `text` that of what comes every year: `ประจำปี 2566`?"""
    lead = text[max(0, mention.position - 8) : mention.position].rstrip()
    return mention.kind is MentionKind.YEAR and lead.endswith(("ประจำ", "ประจํา"))
