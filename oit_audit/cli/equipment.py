"""The optional parts: what each adds, whether it is there and works, and how to get it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from oit_audit.crawl import NAMED_BY, BrowserError, find_browser, has_playwright, try_browser
from oit_audit.extract import NAMED_BY as NAMED_TESSERACT
from oit_audit.extract import (
    Installed,
    has_pillow,
    installed,
    office,
    unpacker,
    word_reader,
)
from oit_audit.model import Text
from oit_audit.notify import has_apprise
from oit_audit.words import worded


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that a part needs, and whether it is there."""

    id: str
    found: bool
    says: Text


@dataclass(frozen=True, slots=True)
class Part:
    """An optional part of the program."""

    id: str
    title: Text
    adds: Text
    signs: tuple[Sign, ...]
    how: Mapping[str, tuple[str, ...]]
    """By system: the commands that get it, comments after `#`."""

    @property
    def is_ready(self) -> bool:
        """Can it be used on this machine?"""
        return all(sign.found for sign in self.signs)


def equipment() -> tuple[Part, ...]:
    """Return the optional parts as they are on this machine now. Starts a browser to see."""
    return (_browser(), _ocr(), _old_office(), _archives(), _messages())


def _browser() -> Part:
    library, executable = _library(), _executable()
    signs = [library, executable]
    if library.found and executable.found:
        signs.append(_start())
    return Part(
        "browser",
        worded("Browser"),
        worded(
            "reads pages that are empty until JavaScript has run; without it, what lies behind "
            "them is unknown"
        ),
        tuple(signs),
        {
            "Debian": ('pip install "oit-audit[browser]"', "sudo apt install chromium"),
            "Ubuntu": (
                'pip install "oit-audit[browser]"',
                "python3 -m playwright install --with-deps chromium",
            ),
            "Windows": (
                'py -m pip install "oit-audit[browser]"',
                "# Microsoft Edge is there already",
            ),
            "macOS": (
                'pip install "oit-audit[browser]"',
                "python3 -m playwright install chromium  # not needed beside Chrome or Edge",
            ),
        },
    )


def _library() -> Sign:
    if not has_playwright():
        return Sign("playwright", found=False, says=worded("playwright is not installed"))
    return _module("playwright")


def _executable() -> Sign:
    executable = find_browser()
    if executable is not None:
        return Sign("executable", found=True, says=Text(str(executable), str(executable)))
    if named := os.environ.get(NAMED_BY):
        says = worded("{name}={named} is no file", name=NAMED_BY, named=named)
    else:
        says = worded("no Chromium, Chrome or Edge was found")
    return Sign("executable", found=False, says=says)


def _start() -> Sign:
    try:
        said = f"Chromium {asyncio.run(try_browser())}"
    except BrowserError as error:
        return Sign("starts", found=False, says=worded("it does not work: {error}", error=error))
    return Sign("starts", found=True, says=worded("it starts ({said})", said=said))


def _ocr() -> Part:
    found = installed()
    signs = [_tesseract(found)]
    if found.program:
        signs.append(_thai_data(found))
    signs.append(_pillow())
    return Part(
        "ocr",
        worded("Character recognition (OCR)"),
        worded(
            "reads the letters in scans and pictures that may settle an item; without it, these"
            " items are unknown"
        ),
        tuple(signs),
        {
            "Debian": (
                "sudo apt install tesseract-ocr tesseract-ocr-tha",
                'pip install "oit-audit[ocr]"',
            ),
            "Ubuntu": (
                "sudo apt install tesseract-ocr tesseract-ocr-tha",
                'pip install "oit-audit[ocr]"',
            ),
            "Windows": (
                "winget install UB-Mannheim.TesseractOCR  # choose Thai among the languages",
                'py -m pip install "oit-audit[ocr]"',
            ),
            "macOS": (
                "brew install tesseract tesseract-lang",
                'pip install "oit-audit[ocr]"',
            ),
        },
    )


def _tesseract(found: Installed) -> Sign:
    if not found.program:
        named = os.environ.get(NAMED_TESSERACT)
        says = (
            worded("{name}={named} is no file", name=NAMED_TESSERACT, named=named)
            if named
            else worded("tesseract was not found")
        )
        return Sign("tesseract", found=False, says=says)
    if not found.version:
        says = worded("it does not work: {program}", program=found.program)
        return Sign("tesseract", found=False, says=says)
    said = f"tesseract {found.version} ({found.program})"
    return Sign("tesseract", found=True, says=Text(said, said))


def _thai_data(found: Installed) -> Sign:
    says = worded("it knows Thai") if found.knows_thai else worded("it does not know Thai")
    return Sign("thai", found=found.knows_thai, says=says)


def _pillow() -> Sign:
    if not has_pillow():
        return Sign("pillow", found=False, says=worded("Pillow is not installed"))
    try:
        said = f"Pillow {version('pillow')}"
    except PackageNotFoundError:  # there without its papers, as in a bundled program
        said = "Pillow"
    return Sign("pillow", found=True, says=Text(said, said))


def _old_office() -> Part:
    program, small = office(), word_reader()
    return Part(
        "office",
        worded("Old Office files"),
        worded(
            "reads .doc, .ppt, .odt and .odp (antiword reads .doc alone); without it they are "
            "unknown; .docx, .xlsx, .xls, .ods, .pptx and .rtf need nothing"
        ),
        (
            _found("soffice", program, worded("LibreOffice was not found")),
            *((_found("antiword", small, Text("", "")),) if small else ()),
        ),
        {
            "Debian": (
                "sudo apt install libreoffice-writer-nogui libreoffice-impress-nogui",
                "sudo apt install antiword  # small, for .doc alone",
            ),
            "Ubuntu": (
                "sudo apt install libreoffice-writer-nogui libreoffice-impress-nogui",
                "sudo apt install antiword  # small, for .doc alone",
            ),
            "Windows": ("winget install TheDocumentFoundation.LibreOffice",),
            "macOS": ("brew install --cask libreoffice", "brew install antiword"),
        },
    )


def _archives() -> Part:
    missing = worded("bsdtar was not found")
    return Part(
        "archives",
        worded("Archives .rar and .7z"),
        worded(
            "opens .rar and .7z and reads the files in them; without it they are unknown; .zip,"
            " .tar and .gz need nothing"
        ),
        (_found("bsdtar", unpacker(), missing),),
        {
            "Debian": ("sudo apt install libarchive-tools",),
            "Ubuntu": ("sudo apt install libarchive-tools",),
            "Windows": ("# tar.exe of Windows 10 and later is bsdtar",),
            "macOS": ("# tar of macOS is bsdtar",),
        },
    )


def _messages() -> Part:
    return Part(
        "notify",
        worded("Messages"),
        worded(
            "sends the result, or what has changed, by mail, LINE, Telegram and others: --notify"
        ),
        (
            _module("apprise")
            if has_apprise()
            else Sign("apprise", found=False, says=worded("apprise is not installed")),
        ),
        {
            **dict.fromkeys(("Debian", "Ubuntu", "macOS"), ('pip install "oit-audit[notify]"',)),
            "Windows": ('py -m pip install "oit-audit[notify]"',),
        },
    )


def _module(name: str) -> Sign:
    try:
        said = f"{name} {version(name)}"
    except PackageNotFoundError:  # there without its papers, as in a bundled program
        said = name
    return Sign(name, found=True, says=Text(said, said))


def _found(name: str, program: str, missing: Text) -> Sign:
    return Sign(name, found=bool(program), says=Text(program, program) if program else missing)
