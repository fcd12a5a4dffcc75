"""Cases as an auditor writes them, read into the values that a check takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from oit_audit.model import (
    Block,
    Document,
    Field,
    Form,
    Legibility,
    Link,
    Media,
    Organisation,
    Picture,
    Region,
    Scene,
    Section,
    Table,
)

CASES = Path(__file__).parent / "cases"
HOME = "https://www.town.test/"


@dataclass(frozen=True)
class Case:
    """One look and what it must say."""

    check: str
    title: str
    parameters: Mapping[str, object]
    documents: tuple[Document, ...]
    scene: Scene
    expected: Mapping[str, str]
    """`outcome`, and parts of `reason` (Thai), `reason_en`, `quote`, `where`, `url`."""


def cases() -> list[Case]:
    """Return the cases of all checks."""
    return [
        _case(path.stem, title, said)
        for path in sorted(CASES.glob("*.yaml"))
        for title, said in yaml.safe_load(path.read_text("utf-8")).items()
    ]


def _case(check: str, title: str, said: dict[str, Any]) -> Case:
    parameters = said.pop("with", {})
    documents = said.pop("documents", None) or [said.pop("document")]
    in_scene = scene(**said.pop("scene", {}))
    known = {"outcome", "reason", "reason_en", "quote", "where", "url"}
    assert set(said) <= known, f"{check}: {title}: unknown {set(said) - known}"
    return Case(check, title, parameters, tuple(map(document, documents)), in_scene, said)


def scene(
    fiscal_year: int = 2566,
    evidence_year: int | None = None,
    click_path: tuple[str, ...] = (),
    elsewhere: Mapping[str, list[dict[str, Any]]] | None = None,
    gone: tuple[str, ...] = (),
) -> Scene:
    """Return a scene of an invented town."""
    return Scene(
        Organisation(HOME, "เทศบาลตำบลสมมุติ"),
        fiscal_year,
        evidence_year or fiscal_year,
        date(fiscal_year - 543, 4, 20),
        tuple(click_path),
        {concept: tuple(map(document, said)) for concept, said in (elsewhere or {}).items()},
        frozenset(gone),
    )


def document(said: dict[str, Any]) -> Document:
    """Return a document from the short form of a case."""
    url = said.get("url", f"{HOME}page")
    sections = (
        Section("", -1, 0),
        *(Section(each, 0, 2, panel=True) for each in said.get("panels", ())),
    )
    return Document(
        url=url,
        final_url=url,
        media=Media(said.get("media", "webpage")),
        title=said.get("title", ""),
        blocks=tuple(map(_block, said.get("blocks", ()))),
        tables=tuple(map(_table, said.get("tables", ()))),
        pictures=tuple(map(_picture, said.get("pictures", ()))),
        links=tuple(map(_link, said.get("links", ()))),
        forms=tuple(map(_form, said.get("forms", ()))),
        sections=sections,
        legibility=Legibility(said.get("legibility", "good")),
        legibility_note=said.get("note", ""),
        file_name=said.get("file_name", ""),
    )


def _region(said: dict[str, Any]) -> Region:
    return Region(said.get("region", "main"))


def _block(said: str | dict[str, Any]) -> Block:
    if isinstance(said, str):
        return Block(said, "p")
    heading = said.get("heading", 0)
    where = said.get("where", f"h{heading}" if heading else "p")
    return Block(said["text"], where, said.get("section", 0), heading, _region(said))


def _table(said: list[list[object]] | dict[str, Any]) -> Table:
    if isinstance(said, list):
        said = {"rows": said}
    rows = tuple(tuple(str(cell) for cell in row) for row in said["rows"])
    return Table(rows, "table 1", caption=said.get("caption", ""), region=_region(said))


def _picture(said: dict[str, Any]) -> Picture:
    return Picture(
        said.get("url", f"{HOME}img/photo.jpg"),
        said.get("alt", ""),
        "img",
        region=_region(said),
        near=said.get("near", ""),
    )


def _link(said: dict[str, Any]) -> Link:
    return Link(
        said.get("url", f"{HOME}next"),
        said.get("text", ""),
        row=said.get("row", ""),
        context=tuple(said.get("context", ())),
        region=_region(said),
    )


def _form(said: dict[str, Any]) -> Form:
    fields = tuple(
        Field(each, "text") if isinstance(each, str) else Field(each.get("label", ""), each["kind"])
        for each in said.get("fields", ())
    )
    buttons = tuple(said.get("buttons", ()))
    return Form(f"{HOME}send", "post", fields, buttons, "form", region=_region(said))
