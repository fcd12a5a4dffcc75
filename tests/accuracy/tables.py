"""The tables of accuracy: by site, style and concept, by how sure we were, and what went wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from oit_audit.model import Sureness
from tests.accuracy.scoring import NAIVE, QUESTIONS, Row, f1, share

_HEADS = ("items", "exact", "precision", "recall", "F1", "evidence", "named")
_NAIVE_HEADS = ("~exact", "~precision", "~recall", "~F1")
_EXPLAINED = "~ a search for the official titles in the links and titles of pages"
_MOST = 40
"""Wrong items that are shown with their words."""


def grouped(rows: Iterable[Row], names: Callable[[Row], Iterable[str]]) -> dict[str, list[Row]]:
    """Return the rows by each of their names, in the order of the names."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for name in names(row):
            groups[name].append(row)
    return dict(sorted(groups.items()))


def table(title: str, groups: dict[str, list[Row]]) -> str:
    """Return a line a group and one for all of them, the naive search beside."""
    every = list(dict.fromkeys(row for rows in groups.values() for row in rows))
    width = max(map(len, (title, "all", *groups)), default=0)
    heads = "".join(f"{head:>10}" for head in (*_HEADS, *_NAIVE_HEADS))
    lines = [f"{title:{width}}{heads}"]
    lines += [f"{name:{width}}{_figures(rows)}" for name, rows in (*groups.items(), ("all", every))]
    return "\n".join([*lines, _EXPLAINED])


def _figures(rows: Sequence[Row]) -> str:
    ours = [share(rows, QUESTIONS[name]) for name in ("exact", "precision", "recall")]
    more = [share(rows, QUESTIONS[name]) for name in ("evidence", "named")]
    naive = [share(rows, question) for question in NAIVE.values()]
    shares = [*ours, f1(rows, QUESTIONS), *more, *naive, f1(rows, NAIVE)]
    return f"{len(rows):10}" + "".join(f"{100 * each:9.1f}%" for each in shares)


def by_site(rows: Iterable[Row]) -> str:
    return table("site", grouped(rows, lambda row: (row.site,)))


def by_style(rows: Iterable[Row]) -> str:
    return table("style", grouped(rows, lambda row: (row.style,)))


def by_concept(rows: Iterable[Row]) -> str:
    return table("concept", grouped(rows, lambda row: row.concepts))


def calibration(rows: Iterable[Row]) -> str:
    """Return how often we were right when we said that we were sure, by status."""
    known = list(rows)
    lines = [f"{'confidence':10}{'items':>8}{'right':>9}   by status"]
    for sure in reversed(Sureness):
        held = [row for row in known if row.sure is sure]
        asked, right = Counter(r.said for r in held), Counter(r.said for r in held if r.is_right)
        parts = ", ".join(f"{s} {right[s]}/{asked[s]}" for s in sorted(asked))
        is_right = share(held, lambda row: row.is_right)
        lines.append(f"{sure:10}{len(held):8}{100 * is_right:8.1f}%   {parts}")
    return "\n".join(lines)


def confusions(rows: Iterable[Row]) -> str:
    """Return what was taken for what, the commonest first, then each with its words."""
    wrong = [row for row in rows if not row.is_right]
    pairs = Counter((row.truth.value, row.said.value) for row in wrong)
    lines = [f"{n:4} × is {truth}, said {said}" for (truth, said), n in pairs.most_common()]
    return "\n".join([f"{len(wrong)} wrong", *lines, *_told(wrong)])


def _told(wrong: list[Row]) -> Iterator[str]:
    worst = sorted(wrong, key=lambda row: (row.said != "met", row.sure != "high"))
    for row in worst[:_MOST]:
        yield f"  {row.site} {row.item} {'|'.join(row.concepts)}: {row.words} [{row.sure}]"
