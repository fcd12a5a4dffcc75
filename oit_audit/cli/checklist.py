"""`oit-audit checklist`: list, read and check checklists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text as Styled

from oit_audit.checklists import (
    LEXICON,
    available_years,
    bundled_directory,
    lint,
    load_checklist,
    schema,
)
from oit_audit.cli import options
from oit_audit.cli.console import stderr, stdout
from oit_audit.cli.rules import year_named
from oit_audit.errors import ChecklistError
from oit_audit.match import read_lexicon
from oit_audit.model import Checklist, Element, Item, Language
from oit_audit.report import BASES, FRESHNESS, SURENESS
from oit_audit.words import worded

commands = typer.Typer(help="ดูและตรวจรายการตรวจ · Read and check checklists.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.add_typer(commands, name="checklist")


@commands.command("list")
def list_() -> None:
    """แสดงปีที่มีรายการตรวจ · List the fiscal years that have a checklist."""
    table = Table("ปี · year", "ข้อ · items", "ระดับ · levels", "ที่มา · rests on", box=SIMPLE)
    for year in available_years():
        checklist = load_checklist(year)
        levels = " ".join(level.name for level in checklist.levels) or "–"
        table.add_row(str(year), str(len(checklist.items)), levels, Styled(checklist.source))
    stdout().print(table)


@commands.command()
def show(
    year: Annotated[str, typer.Argument(metavar="YEAR", help="ปีงบประมาณ · fiscal year (B.E.).")],
    *,
    lang: options.Lang = "th",
    as_json: options.AsJson = False,
) -> None:
    """แสดงสิ่งที่ต้องเผยแพร่ของปีหนึ่ง · Show what is asked in one year, and how sure we are."""
    checklist = load_checklist(year_named(year))
    if as_json:
        typer.echo(json.dumps(_plain(checklist), ensure_ascii=False, indent=2))
        return
    console = stdout()
    for line in _lines(checklist, lang):
        console.print(line)


@commands.command("lint")
def lint_(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]…", help="ไฟล์หรือโฟลเดอร์ · files or folders."),
    ] = None,
) -> None:
    """ตรวจไฟล์รายการตรวจ · Check checklist files; every problem is one line."""
    chosen = paths or [bundled_directory()]
    files = [file for path in chosen for file in _files(path)]
    problems = [problem for file in files for problem in _problems(file)]
    for problem in problems:
        typer.echo(problem)
    if problems:
        wrong, read = len(problems), len(files)
        raise ChecklistError(worded("{wrong} problem(s) in {read} file(s)", wrong=wrong, read=read))
    stderr().print(f"{len(files)} file(s): ถูกต้อง · good", markup=False)


@commands.command("schema")
def schema_() -> None:
    """พิมพ์ JSON schema ของไฟล์ · Print the JSON schema of a checklist file, for editors."""
    typer.echo(json.dumps(schema(), ensure_ascii=False, indent=2))


def _files(path: Path) -> list[Path]:
    """Return the checklists and the lexicon of a directory; a file itself."""
    if not path.is_dir():
        return [path]
    files = [path / f"{year}.yaml" for year in available_years(path)]
    return files + [lexicon for lexicon in (path / LEXICON,) if lexicon.is_file()]


def _problems(path: Path) -> tuple[str, ...]:
    if path.name != LEXICON:
        return lint(path)
    try:
        read_lexicon(path.read_bytes(), path.name)
    except ChecklistError as error:
        return (str(error),)
    except OSError as error:
        return (f"{path.name}: cannot be read: {error.strerror}",)
    return ()


def _lines(checklist: Checklist, language: Language) -> Iterator[Styled]:
    thai = language == "th"
    year = checklist.fiscal_year
    yield Styled(f"OIT ปีงบประมาณ {year}" if thai else f"OIT, fiscal year {year}", "bold")
    yield Styled(checklist.source, "dim")
    if checklist.deadline:
        label = "วันสุดท้ายของการเผยแพร่" if thai else "last day for evidence"
        yield Styled(f"{label}: {checklist.deadline.isoformat()}", "dim")
    for indicator in checklist.indicators:
        yield Styled(f"\n{indicator.id} {indicator.title.in_language(language)}", "bold cyan")
        for sub in indicator.sub_indicators:
            yield Styled(f"\n{sub.id} {sub.title.in_language(language)}", "cyan")
            for name in sub.items:
                yield from _item(checklist.item(name), language)


def _item(item: Item, language: Language) -> Iterator[Styled]:
    doubt = SURENESS[item.confidence].in_language(language)
    fresh = FRESHNESS[item.fresh].in_language(language)
    source = BASES[item.fresh_basis].in_language(language)
    yield Styled.assemble(
        (f"{item.id} ", "bold"), (item.title.in_language(language), "bold"), (f" [{doubt}]", "dim")
    )
    yield Styled(f"    {fresh} ({source}) · {item.unit}", "dim")
    for element in item.elements:
        yield _element(element, language)
    if not item.elements:
        none = "ไม่พบองค์ประกอบที่ยืนยันได้ของปีนี้"
        yield Styled("    " + (none if language == "th" else "no element could be read"), "dim")


def _element(element: Element, language: Language) -> Styled:
    says = element.says.in_language(language)
    basis = BASES[element.basis].in_language(language)
    if element.basis.binds:
        return Styled.assemble(f"    ● {says} ", (f"({basis})", "dim"))
    informs = "แจ้งเพื่อทราบ" if language == "th" else "informs only"
    return Styled.assemble(f"    ○ {says} ", (f"({basis}, {informs})", "dim"))


def _plain(checklist: Checklist) -> dict[str, object]:
    return {
        "scheme": checklist.scheme,
        "fiscal_year": checklist.fiscal_year,
        "digest": checklist.digest,
        "source": checklist.source,
        "deadline": checklist.deadline.isoformat() if checklist.deadline else None,
        "levels": [
            {"name": one.name, "minimum": one.minimum, "confidence": one.confidence}
            for one in checklist.levels
        ],
        "items": [_plain_item(item) for item in checklist.items],
    }


def _plain_item(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "concepts": list(item.concepts),
        "title": {"th": item.title.th, "en": item.title.en},
        "sub_indicator": item.sub_indicator,
        "fresh": item.fresh,
        "fresh_basis": item.fresh_basis,
        "unit": item.unit,
        "basis": item.basis,
        "confidence": item.confidence,
        "title_confidence": item.title_confidence,
        "aliases": list(item.aliases),
        "source": item.source,
        "elements": [
            {
                "id": element.id,
                "says": {"th": element.says.th, "en": element.says.en},
                "check": element.check_name,
                "basis": element.basis,
                "binds": element.basis.binds,
                "confidence": element.confidence,
                "concept": element.concept,
                "remedy": {"th": element.remedy.th, "en": element.remedy.en},
            }
            for element in item.elements
        ],
        "remedy": {"th": item.remedy.th, "en": item.remedy.en},
    }
