"""Every sentence a reader sees stands in the catalogues, in every language."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from tests.words import catalogues

GAP = re.compile("{[^}]*}")
THAI = re.compile("[\u0e00-\u0e7f]")
MAKERS = ("worded", "worded_for")
CODE = {
    path.relative_to(catalogues.PACKAGE): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(catalogues.PACKAGE.rglob("*.py"))
}
Key = tuple[str | None, str]


def messages(catalogue: Catalog) -> dict[Key, Message]:
    return {(each.context, str(each.id)): each for each in catalogue if each.id}


def calls(room: str, *names: str) -> Iterator[tuple[Path, ast.Call]]:
    """Yield the calls of what comes from a room, with the file they stand in."""
    for path, tree in CODE.items():
        here = {
            each.asname or each.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(f"{room}.")
            for each in node.names
            if each.name in names
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in here:
                yield path, node


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def words_of(node: ast.expr) -> str:
    """Return the words of ours that an expression holds; names and what is filled in are none."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(words_of(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return words_of(node.left) + words_of(node.right)
    if isinstance(node, ast.IfExp):
        return words_of(node.body) + words_of(node.orelse)
    return ""


def says_thai(path: Path) -> bool:
    """Does a file of the package say something in Thai, beside comments and what is collected?"""
    if path not in CODE:
        return THAI.search((catalogues.PACKAGE / path).read_text(encoding="utf-8")) is not None
    beside = {id(each.value) for each in ast.walk(CODE[path]) if isinstance(each, ast.Expr)}
    for call in ast.walk(CODE[path]):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in MAKERS:
            beside |= {id(each) for each in call.args}
    return any(
        isinstance(each, ast.Constant)
        and id(each) not in beside
        and THAI.search(str(each.value)) is not None
        for each in ast.walk(CODE[path])
    )


TEMPLATE = messages(catalogues.read(catalogues.TEMPLATE))
SOURCES = {
    language: messages(catalogues.read(catalogues.source(language), language))
    for language in catalogues.languages()
}
REPORT = [
    path.relative_to(catalogues.PACKAGE)
    for path in (catalogues.PACKAGE / "report").rglob("*.*")
    if path.suffix in {".py", ".html", ".css", ".js", ".svg"}
]
CALLS = tuple(calls("oit_audit.words", *MAKERS))
each_language = pytest.mark.parametrize("language", SOURCES)


def test_there_is_thai_and_there_are_sentences() -> None:
    assert "th" in SOURCES
    assert len(TEMPLATE) > 300


def test_the_template_holds_what_the_code_says_and_nothing_else() -> None:
    collected = messages(catalogues.collected())

    assert collected.keys() == TEMPLATE.keys(), "run `make words`"
    for key, message in collected.items():
        assert {name for name, _ in message.locations} == {
            name for name, _ in TEMPLATE[key].locations
        }, "run `make words`"


@each_language
def test_every_sentence_is_translated(language: str) -> None:
    assert SOURCES[language].keys() == TEMPLATE.keys(), "run `make words`"
    for key, message in SOURCES[language].items():
        assert message.string, f"{key} waits for its translation"
        assert not message.fuzzy, f"{key} waits for somebody to look"


@each_language
def test_a_translation_fills_in_what_the_sentence_does(language: str) -> None:
    for (_, sentence), message in SOURCES[language].items():
        assert set(GAP.findall(str(message.string))) == set(GAP.findall(sentence)), sentence
        assert fields(str(message.string)) == fields(sentence), sentence
        assert all(name.isidentifier() for name in fields(sentence)), sentence


def test_thai_is_thai_and_english_is_english() -> None:
    for (_, sentence), message in SOURCES["th"].items():
        thai = GAP.sub("", str(message.string))
        assert THAI.search(thai) or not re.search("[a-z]", thai), sentence
        assert len(THAI.findall(sentence)) <= len(re.findall("[A-Za-z]", sentence)), sentence


@each_language
def test_what_is_compiled_is_what_translators_wrote(language: str) -> None:
    with catalogues.compiled(language).open("rb") as file:
        said = GNUTranslations(file)
        file.seek(0)
        held = len(read_mo(file))

    for (use, sentence), message in SOURCES[language].items():
        heard = said.pgettext(use, sentence) if use else said.gettext(sentence)
        assert heard == message.string, "run `make words`"
    assert held == len(SOURCES[language]), "run `make words`"


@each_language
def test_the_header_says_whose_words_they_are_and_how_they_are_written(language: str) -> None:
    with catalogues.compiled(language).open("rb") as file:
        header = GNUTranslations(file).info()

    assert header["project-id-version"].startswith("oit-audit ")
    assert header["language"] == language
    assert header["content-type"] == "text/plain; charset=utf-8"
    assert header["plural-forms"].startswith("nplurals=")
    assert not re.search("EMAIL|FULL NAME|YEAR|PROJECT", str(header))


def test_a_use_is_named_where_it_makes_a_difference_and_nowhere_else() -> None:
    for use, sentence in TEMPLATE:
        if use is None:
            continue
        said = {
            tuple(str(source[key].string) for source in SOURCES.values())
            for key in TEMPLATE
            if key[1] == sentence
        }
        assert len(said) > 1, (use, sentence)


def test_every_sentence_is_a_literal_or_it_could_not_be_collected() -> None:
    for path, call in CALLS:
        name = getattr(call.func, "id", "")
        said = call.args[: MAKERS.index(name) + 1]
        assert len(said) == len(call.args) == MAKERS.index(name) + 1, (path, call.lineno)
        for each in said:
            assert isinstance(each, ast.Constant), (path, call.lineno)
            assert isinstance(each.value, str), (path, call.lineno)


def test_a_sentence_gets_all_that_it_fills_in_or_nothing() -> None:
    for path, call in CALLS:
        given = {keyword.arg for keyword in call.keywords}
        sentence = ast.literal_eval(call.args[-1])
        assert not given or given == fields(sentence), (path, call.lineno)


def test_no_sentence_passes_the_catalogues_by() -> None:
    found = {
        path.as_posix()
        for path, call in calls("oit_audit.model", "Text")
        for given in (*call.args, *(keyword.value for keyword in call.keywords))
        if re.search(r"\w", words_of(given))
    }

    assert found == set()


def test_no_report_speaks_thai_by_itself() -> None:
    about_thai = {"report/_wrap.py", "report/locale/dates.py"}
    found = {path.as_posix() for path in REPORT if says_thai(path)}

    assert found - about_thai == set()


def test_the_catalogues_are_in_the_wheel() -> None:
    project = tomllib.loads((catalogues.PACKAGE.parent / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    ignored = (catalogues.PACKAGE.parent / ".gitignore").read_text("utf-8").split()

    assert wheel["packages"] == ["oit_audit"]
    assert not wheel.keys() & {"exclude", "include", "only-include", "artifacts"}
    assert not any(catalogues.compiled("th").match(pattern) for pattern in ignored)
    assert catalogues.compiled("th").is_relative_to(catalogues.PACKAGE)
