"""What is asked, year by year. In: `checklists/2566.yaml`. Out: a `Checklist` that can look.

A year may extend another: what it leaves out of an item or an element is taken from there, found by
concept and by the element's id, because concepts outlive the numbers of items.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from importlib import resources
from pathlib import Path

from oit_audit._checklist_build import build
from oit_audit._checklist_file import YearPart, read_yaml, read_year
from oit_audit._checklist_resolve import Pool, complaints, resolve
from oit_audit.errors import ChecklistError
from oit_audit.model import Checklist
from oit_audit.words import worded

LEXICON = "concepts.yaml"
"""Beside the years; the keys under `concepts` are the slugs that a checklist may name."""

_BUDDHIST_ERA = 543


def load_checklist(
    year: int, directory: Path | None = None, concepts: Collection[str] | None = None
) -> Checklist:
    """Return what is asked in the fiscal year `year` (Buddhist Era).

    Args:
        year: a year of `available_years`.
        directory: where the files lie; None for those that come with the package.
        concepts: the slugs allowed; None for those of the lexicon, when there is one.

    Raises:
        ChecklistError: no such year, or a file that cannot be used.
    """
    place = directory or bundled_directory()
    path = place / f"{year}.yaml"
    if not path.is_file():
        known = ", ".join(map(str, available_years(place)))
        raise ChecklistError(
            worded("no checklist for {year}", year=year),
            hint=worded("there are: {known}", known=known) if known else worded("there are: none"),
        )
    answer = _assemble(path, concepts)
    if isinstance(answer, tuple):
        count = len(answer)
        more = worded(
            "oit-audit checklist lint {path} lists all {count} problems", path=path, count=count
        )
        raise ChecklistError(answer[0], hint=more if count > 1 else "")
    return answer


def available_years(directory: Path | None = None) -> tuple[int, ...]:
    """Return the fiscal years (Buddhist Era) that have a checklist, oldest first."""
    names = (path.stem for path in (directory or bundled_directory()).glob("*.yaml"))
    return tuple(sorted(int(name) for name in names if re.fullmatch(r"[0-9]{4}", name)))


def default_year(today: date) -> int:
    """Return the newest fiscal year (Buddhist Era) with a checklist that has begun by `today`.

    Raises:
        ChecklistError: none has begun.
    """
    begun = [year for year in available_years() if _first_day(year) <= today]
    if not begun:
        day, first = today.isoformat(), _first_day(available_years()[0]).isoformat()
        raise ChecklistError(
            worded("no checklist for {day}", day=day),
            hint=worded("the oldest begins on {first}", first=first),
        )
    return begun[-1]


def bundled_directory() -> Path:
    """Return the directory of the checklists that come with the package."""
    installed = Path(str(resources.files("oit_audit") / "_data" / "checklists"))
    if installed.is_dir():
        return installed
    return Path(__file__).resolve().parent.parent / "checklists"


def lint(path: Path, concepts: Collection[str] | None = None) -> tuple[str, ...]:
    """Return every problem of the checklist in the file `path`, one line each; empty when good."""
    answer = _assemble(path, concepts)
    return answer if isinstance(answer, tuple) else ()


def schema() -> dict[str, object]:
    """Return the JSON schema of a checklist file, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **YearPart.model_json_schema(by_alias=True),
    }


def _first_day(year: int) -> date:
    return date(year - _BUDDHIST_ERA - 1, 10, 1)


def _assemble(path: Path, concepts: Collection[str] | None) -> Checklist | tuple[str, ...]:
    chain = _chain(path)
    if isinstance(chain, tuple):
        return chain
    pool = Pool()
    for file, part in chain:
        year, pool, found = resolve(part, pool)
        problems = [f"{file.name}: {problem}" for problem in found]
        if file != path and problems:
            return tuple(problems)
    slugs = _slugs(path.parent) if concepts is None else frozenset(concepts)
    if isinstance(slugs, tuple):
        return slugs
    problems += [f"{path.name}: {problem}" for problem in complaints(year, path.stem, slugs)]
    if problems:
        return tuple(problems)
    built = build(year)
    if isinstance(built, tuple):
        return tuple(f"{path.name}: {problem}" for problem in built)
    return built


def _chain(path: Path) -> list[tuple[Path, YearPart]] | tuple[str, ...]:
    """Return the years that `path` rests on, itself last, or what is wrong with one of them."""
    chain: list[tuple[Path, YearPart]] = []
    seen: list[Path] = []
    following: Path | None = path
    while following is not None:
        if following in seen:
            return (f"{path.name}: extends: comes back to {following.name}",)
        seen.append(following)
        part = read_year(following)
        if isinstance(part, tuple):
            return part
        chain.insert(0, (following, part))
        following = None
        if part.extends is not None:
            following = _find(part.extends, path.parent)
            if following is None:
                return (f"{chain[0][0].name}: extends: there is no {part.extends}.yaml",)
    return chain


def _find(year: int, directory: Path) -> Path | None:
    candidates = (place / f"{year}.yaml" for place in (directory, bundled_directory()))
    return next((path for path in candidates if path.is_file()), None)


def _slugs(directory: Path) -> frozenset[str] | tuple[str, ...]:
    """Return the concepts of the lexicon, none when there is no lexicon, or what is wrong."""
    places = (directory / LEXICON, bundled_directory() / LEXICON)
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        return frozenset()
    raw = read_yaml(path)
    if isinstance(raw, tuple):
        return raw
    concepts = raw.get("concepts") if isinstance(raw, dict) else None
    if not isinstance(concepts, dict):
        return (f"{path.name}: expected a mapping under concepts",)
    return frozenset(map(str, concepts))
