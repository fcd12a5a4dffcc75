"""The program that recognises letters: where it is, what it knows, and what it sees.

Tesseract is asked through its standard input and output: no shell, no temporary files.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from oit_audit.model import Word

if TYPE_CHECKING:
    from PIL.Image import Image

NAMED_BY = "OIT_AUDIT_TESSERACT"
"""Environment variable that names the program where it is not on the path."""

_WINDOWS = (
    r"%ProgramFiles%\Tesseract-OCR\tesseract.exe",
    r"%LOCALAPPDATA%\Programs\Tesseract-OCR\tesseract.exe",
)
"""Where its installer for Windows puts it, without adding it to the path."""

_THAI = "tha"
_BESIDE = "eng"
_ANSWERS_S = 10.0
_MAX_WORDS = 20_000
"""Of one page."""

_LONGEST = 200
"""Characters of one word."""

_SETTINGS = "1"
"""Goes up when the same picture would be given to the engine in another way."""

_WORD = "5"
_TURN = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)


class EngineError(Exception):
    """The engine gave no answer; the message says why, one clause in English."""


@dataclass(frozen=True, slots=True)
class Installed:
    """Tesseract as it is on this machine."""

    program: str
    """Empty when it was not found."""

    version: str = ""
    languages: tuple[str, ...] = ()

    @property
    def knows_thai(self) -> bool:
        """Has it the data for Thai?"""
        return _THAI in self.languages


@dataclass(frozen=True, slots=True)
class Engine:
    """A tesseract that knows Thai."""

    program: str
    name: str
    """Program, version, languages and settings: the same ones give the same words."""

    languages: str
    """As the program wants them: `tha+eng`."""

    can_turn: bool
    """Has it the data that tell which way up a page is?"""

    def words(self, picture: Image, dpi: int, until: float) -> tuple[Word, ...]:
        """Return the words of a picture.

        Args:
            picture: In shades of grey.
            dpi: Pixels an inch.
            until: By then (`time.monotonic`) it must have answered.

        Raises:
            EngineError: it gave no answer.
        """
        said = self._ask(picture, until, "-l", self.languages, "--dpi", str(dpi), "tsv")
        return tuple(_words(said))

    def turn(self, picture: Image, until: float) -> int:
        """Return by how many degrees clockwise the picture must be turned to stand upright.

        0 when that cannot be told.
        """
        if not self.can_turn:
            return 0
        try:
            said = self._ask(picture, until, "--psm", "0")
        except EngineError:  # too few letters to tell
            return 0
        found = _TURN.search(said)
        return int(found[1]) % 360 if found else 0

    def _ask(self, picture: Image, until: float, *arguments: str) -> str:
        head = f"P5 {picture.width} {picture.height} 255\n".encode("ascii")
        try:
            ended = subprocess.run(  # noqa: S603 - a program of this machine, and options of ours
                [self.program, "stdin", "stdout", *arguments],
                input=head + picture.tobytes(),
                capture_output=True,
                check=False,
                timeout=max(0.1, until - monotonic()),
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired as error:
            raise EngineError("recognising it took too long") from error
        except OSError as error:
            raise EngineError("the recognising program could not be started") from error
        if ended.returncode != 0:
            raise EngineError("the recognising program failed")
        return ended.stdout.decode("utf-8", errors="replace")


def installed() -> Installed:
    """Return the tesseract of this machine; asks it what it knows."""
    program = _program()
    if not program:
        return Installed("")
    found = re.search(r"tesseract v?(\S+)", _said_by(program, "--version"))
    languages = re.findall(r"^([\w/-]+)\s*$", _said_by(program, "--list-langs"), re.MULTILINE)
    return Installed(program, found[1] if found else "", tuple(sorted(languages)))


def has_pillow() -> bool:
    """Is the library there that opens pictures?"""
    try:
        return find_spec("PIL") is not None
    except ValueError:  # somebody says that it is not there
        return False


def find_engine() -> Engine | None:
    """Return the engine of this machine; None when it lacks a part."""
    found = installed()
    if not (found.version and found.knows_thai and has_pillow()):
        return None
    languages = "+".join(name for name in (_THAI, _BESIDE) if name in found.languages)
    name = f"tesseract {found.version} {languages} {_SETTINGS}"
    return Engine(found.program, name, languages, "osd" in found.languages)


def _program() -> str:
    if named := os.environ.get(NAMED_BY):
        return named if Path(named).is_file() else ""
    usual = (os.path.expandvars(place) for place in _WINDOWS)
    return shutil.which("tesseract") or next((p for p in usual if Path(p).is_file()), "")


def _said_by(program: str, option: str) -> str:
    try:
        ended = subprocess.run(  # noqa: S603 - a program of this machine, and an option of ours
            [program, option], capture_output=True, check=False, timeout=_ANSWERS_S
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (ended.stdout + ended.stderr).decode("utf-8", errors="replace")


def _words(table: str) -> list[Word]:
    """Read what tesseract writes: a word in each row that begins with 5."""
    words: list[Word] = []
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != _WORD:
            continue
        left, top, width, height = map(int, cells[6:10])
        line = lines.setdefault(tuple(cells[1:5]), len(lines))
        text = cells[11].strip()[:_LONGEST]
        sure = min(100, max(0, round(float(cells[10]))))
        words.append(Word(text, sure, left, top, left + width, top + height, line))
        if len(words) >= _MAX_WORDS:
            break
    return words
