"""What the documents promise is there."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import pytest
import typer.core
import typer.main
import yaml

from oit_audit import (
    __version__,
    checks,
    cli,
    crawl,
    extract,
    hosts,
    judge,
    lists,
    match,
    report,
    serve,
    store,
)
from oit_audit import thai as thai_room
from oit_audit import words as words_room
from oit_audit.checklists import available_years, load_checklist
from oit_audit.cli import waivers
from oit_audit.model import Status
from oit_audit.settings import CrawlSettings

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, THAI = "README.md", "README.th.md"
READMES = (ENGLISH, THAI)
DOCUMENTS = (
    *READMES,
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/configuration.md",
    "docs/ci/README.md",
    "docs/dependencies.md",
    "docs/diff.md",
    "docs/formats.md",
    "docs/tables.md",
    "checklists/README.md",
    "fixtures/README.md",
)
PACKAGE = ROOT / "oit_audit"


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def fences(text: str) -> list[tuple[str, str]]:
    """Return language and body of every code block, in order; inside a list without its indent."""
    found = re.finditer(r"^( *)```(\w*)\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    return [(m[2], re.sub(rf"^{m[1]}", "", m[3], flags=re.MULTILINE)) for m in found]


def prose(text: str) -> str:
    return re.sub(r"^ *```.*?^ *```$", "", text, flags=re.MULTILINE | re.DOTALL)


def headings(text: str) -> list[str]:
    return re.findall(r"^(#+) ", prose(text), re.MULTILINE)


def code_spans(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", prose(text)))


def commands() -> dict[str, set[str]]:
    """Return the options of every command by its words, `checklist show` among them."""

    def within(command: object, words: str) -> Iterator[tuple[str, set[str]]]:
        params: Iterable[typer.core.TyperOption] = getattr(command, "params", ())
        yield words, {"--help", *(name for each in params for name in each.opts)}
        inner: Mapping[str, object] = getattr(command, "commands", {})
        for name, each in inner.items():
            yield from within(each, f"{words} {name}".strip())

    return dict(within(typer.main.get_command(cli.app), ""))


def parts() -> Iterator[tuple[str, str]]:
    """Yield room and file of every part that a room lists at its door."""
    for room in (crawl, hosts, lists, match, judge, store, serve, thai_room, words_room):
        listed: tuple[str | ModuleType, ...] = room.PARTS
        for part in listed:
            name = part if isinstance(part, str) else part.__name__.rpartition(".")[2]
            yield room.__name__.rpartition(".")[2], name
    for made in (
        *(check.__module__ for check in checks.CHECKS),
        *(form.render.__module__ for form in report.FORMATS),
        *(extractor.read.__module__ for extractor in extract.EXTRACTORS),
        *(register.__module__ for register in cli.COMMANDS),
    ):
        _, room_name, file_name = made.split(".")
        yield room_name, file_name


@pytest.mark.parametrize(("room", "part"), sorted(parts()))
def test_a_part_is_a_file_with_a_docstring_and_has_its_place_in_the_drawing(
    room: str, part: str
) -> None:
    source = (PACKAGE / room / f"{part}.py").read_text(encoding="utf-8")
    assert source.startswith('"""')
    row = next(
        r for r in text_of("docs/architecture.md").splitlines() if r.startswith(f"| `{room}")
    )
    assert f"`{part}`" in row


def test_every_public_file_of_the_package_is_named_in_the_drawing() -> None:
    named = code_spans(text_of("docs/architecture.md"))
    files = {path.stem for path in PACKAGE.rglob("*.py") if "_data" not in path.parts}
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    public = {name for name in files | rooms if not name.startswith("_")}
    assert sorted(public - named) == []


@pytest.mark.parametrize("name", READMES)
def test_the_two_commands_of_the_readme_are_in_the_makefile(name: str) -> None:
    assert ("sh", "make demo\nmake test\n") in fences(text_of(name))
    targets = re.findall(r"^(\w+):(?!=)", text_of("Makefile"), re.MULTILINE)
    assert {"demo", "test"} <= set(targets)


@pytest.mark.parametrize("name", READMES)
def test_every_command_of_the_readme_exists_and_takes_the_options_it_is_shown_with(
    name: str,
) -> None:
    known = commands()
    shown = [line for _, body in fences(text_of(name)) for line in body.splitlines()]
    shown += sorted(code_spans(text_of(name)))
    lines = [line.removeprefix("oit-audit ") for line in shown if line.startswith("oit-audit ")]
    assert len(lines) > 8
    for line in lines:
        words = [words for words in known if f"{line} ".startswith(f"{words} ".lstrip())]
        assert words != [""] or line.startswith("--"), line
        named = set(re.findall(r"(?<!\S)--[a-z-]+", line))
        assert named <= known[max(words, key=len)], line


@pytest.mark.parametrize("name", READMES)
def test_every_option_of_the_readme_exists(name: str) -> None:
    known = {option for options in commands().values() for option in options}
    named = {
        option for span in code_spans(text_of(name)) for option in re.findall(r"--[a-z-]+", span)
    }
    assert len(named) > 12
    assert named <= known


@pytest.mark.parametrize("name", READMES)
def test_the_readme_says_the_defaults_that_are_true(name: str) -> None:
    text, settings = text_of(name), CrawlSettings()
    assert settings.user_agent in text
    for number in (f"{settings.max_pages:,}", f"{settings.max_seconds / 3600:g}"):
        assert re.search(rf"{number} (pages|hours|หน้า|ชั่วโมง)", text)
    assert settings.max_documents == settings.max_pages
    assert settings.delay_s == 1


@pytest.mark.parametrize("name", READMES)
def test_the_readme_explains_every_status(name: str) -> None:
    rows = re.findall(r"^\|[^|]+\| `(\w+)` \|", text_of(name), re.MULTILINE)
    assert rows == [status.value for status in Status]


@pytest.mark.parametrize("name", READMES)
def test_the_readme_says_how_much_is_known_of_every_year(name: str) -> None:
    rows = re.findall(r"^\| (25\d\d) \| (\d+) \| (\d+) \|", text_of(name), re.MULTILINE)
    known = []
    for year in available_years():
        items = load_checklist(year).items
        binding = sum(any(e.basis.binds for e in item.elements) for item in items)
        known.append((str(year), str(len(items)), str(binding)))
    assert rows == known


@pytest.mark.parametrize("name", READMES)
def test_the_waivers_of_the_readme_can_be_used(name: str, tmp_path: Path) -> None:
    (sample,) = [body for language, body in fences(text_of(name)) if language == "yaml"]
    file = tmp_path / "waivers.yaml"
    file.write_text(sample, encoding="utf-8")
    assert list(waivers.read_waivers(file, load_checklist(2566))) == ["o26"]


def test_the_readmes_are_twins() -> None:
    english, thai = text_of(ENGLISH), text_of(THAI)
    assert headings(english) == headings(thai)
    for (language, body), (other_language, other) in zip(
        fences(english), fences(thai), strict=True
    ):
        assert language == other_language
        assert body == other or language == "text"
    for count in (r"^\|.*\|$", r"^ *- ", r"^\d\. "):
        found = [len(re.findall(count, text, re.MULTILINE)) for text in (english, thai)]
        assert found[0] == found[1]


def test_the_readmes_show_the_same_options_and_links() -> None:
    spans = [{s for s in code_spans(text_of(name)) if s.startswith("--")} for name in READMES]
    assert spans[0] == spans[1]
    links = [set(re.findall(r"\]\(([^)#]+)", text_of(name))) - set(READMES) for name in READMES]
    assert links[0] == links[1]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_to_parts_of_a_page_name_a_heading_of_it(name: str) -> None:
    for file, part in re.findall(r"\]\(([^)\s#:]*)#([^)\s]+)\)", prose(text_of(name))):
        page = ((ROOT / name).parent / file) if file else ROOT / name
        titles = re.findall(r"^#+ (.+)$", prose(page.read_text(encoding="utf-8")), re.MULTILINE)
        assert unquote(part) in {anchor(title) for title in titles}, part


def anchor(title: str) -> str:
    """Return how a heading is called in an address, as code hosts have it."""
    kept = (c for c in title.lower() if c in "-_ " or unicodedata.category(c)[0] in "LNM")
    return "".join(kept).replace(" ", "-")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_to_files_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", prose(text_of(name)))
    files = [link.partition("#")[0] for link in links if "://" not in link]
    gone = [file for file in files if not ((ROOT / name).parent / unquote(file)).exists()]
    assert gone == []


def test_every_dependency_has_its_line_and_every_line_its_dependency() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))
    asked = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(name for extra in project["project"]["optional-dependencies"].values() for name in extra),
        *project["dependency-groups"]["dev"],
        *project["dependency-groups"]["bench"],
    ]
    needed = {re.match(r"[\w.-]+", each)[0] for each in asked}  # type: ignore[index]  # each has a name
    rows = re.findall(r"^\| [^|]+ \| `([\w.-]+)` \|", text_of("docs/dependencies.md"), re.MULTILINE)
    assert sorted(rows) == sorted(needed)


def test_the_changelog_tells_of_this_version() -> None:
    assert re.search(rf"^## \[{re.escape(__version__)}\]", text_of("CHANGELOG.md"), re.MULTILINE)


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.yml")), ids=lambda p: p.name)
def test_forms_and_workflows_are_readable(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["name"]


def test_continuous_integration_runs_what_the_readme_says() -> None:
    assert ".ci/run" in text_of(".github/workflows/ci.yml")
    assert "make test" in text_of(".ci/run")
    declared = set(re.findall(r"Python :: (3\.\d+)", text_of("pyproject.toml")))
    assert declared == set(re.findall(r'"(3\.\d+)"', text_of(".github/workflows/ci.yml")))
