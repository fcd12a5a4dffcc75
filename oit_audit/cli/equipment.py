"""The optional parts: what each adds, whether it is there and works, and how to get it."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from oit_audit.crawl import NAMED_BY, BrowserError, find_browser, has_playwright, try_browser
from oit_audit.extract import office, unpacker, word_reader
from oit_audit.model import Text

_TESSERACT_S = 10.0


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
    return (_browser(), _ocr(), _old_office(), _archives())


def _browser() -> Part:
    library, executable = _library(), _executable()
    signs = [library, executable]
    if library.found and executable.found:
        signs.append(_start())
    return Part(
        "browser",
        Text("เบราว์เซอร์", "Browser"),
        Text(
            "อ่านหน้าที่ว่างจนกว่าจะรัน JavaScript หากไม่มี ข้อที่อยู่หลังหน้าเหล่านั้นจะได้ผลเป็น unknown",
            "reads pages that are empty until JavaScript has run; without it, what lies behind them"
            " is unknown",
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
        return Sign(
            "playwright", found=False, says=Text("ไม่มี playwright", "playwright is not installed")
        )
    try:
        said = f"playwright {version('playwright')}"
    except PackageNotFoundError:  # there without its papers, as in a bundled program
        said = "playwright"
    return Sign("playwright", found=True, says=Text(said, said))


def _executable() -> Sign:
    executable = find_browser()
    if executable is not None:
        return Sign("executable", found=True, says=Text(str(executable), str(executable)))
    if named := os.environ.get(NAMED_BY):
        says = Text(f"{NAMED_BY}={named} ไม่ใช่ไฟล์", f"{NAMED_BY}={named} is no file")
    else:
        says = Text("ไม่พบ Chromium, Chrome หรือ Edge", "no Chromium, Chrome or Edge was found")
    return Sign("executable", found=False, says=says)


def _start() -> Sign:
    try:
        said = f"Chromium {asyncio.run(try_browser())}"
    except BrowserError as error:
        return Sign(
            "starts", found=False, says=Text(f"เปิดไม่ได้: {error}", f"it does not work: {error}")
        )
    return Sign("starts", found=True, says=Text(f"เปิดได้จริง ({said})", f"it starts ({said})"))


def _ocr() -> Part:
    program = shutil.which("tesseract") or ""
    signs = [_tesseract(program)]
    if program:
        signs.append(_thai_data(program))
    return Part(
        "ocr",
        Text("รู้จำตัวอักษร (OCR)", "Character recognition (OCR)"),
        Text(
            "อ่านตัวอักษรในไฟล์สแกนและรูปภาพ (โปรแกรมรุ่นนี้ยังไม่ใช้)",
            "reads the letters in scans and pictures (this version does not use it yet)",
        ),
        tuple(signs),
        {
            "Debian": ("sudo apt install tesseract-ocr tesseract-ocr-tha",),
            "Ubuntu": ("sudo apt install tesseract-ocr tesseract-ocr-tha",),
            "Windows": (
                "winget install UB-Mannheim.TesseractOCR  # choose Thai among the languages",
            ),
            "macOS": ("brew install tesseract tesseract-lang",),
        },
    )


def _tesseract(program: str) -> Sign:
    if not program:
        return Sign(
            "tesseract", found=False, says=Text("ไม่พบ tesseract", "tesseract was not found")
        )
    first = _said_by(program, "--version").partition("\n")[0].strip() or "tesseract"
    return Sign("tesseract", found=True, says=Text(f"{first} ({program})", f"{first} ({program})"))


def _thai_data(program: str) -> Sign:
    found = re.search(r"^tha\s*$", _said_by(program, "--list-langs"), re.MULTILINE) is not None
    says = (
        Text("มีข้อมูลภาษาไทย", "it knows Thai")
        if found
        else Text("ไม่มีข้อมูลภาษาไทย", "it does not know Thai")
    )
    return Sign("thai", found=found, says=says)


def _said_by(program: str, option: str) -> str:
    try:
        ended = subprocess.run(  # noqa: S603 - a program of this machine, and an option of ours
            [program, option], capture_output=True, check=False, timeout=_TESSERACT_S
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (ended.stdout + ended.stderr).decode("utf-8", errors="replace")


def _old_office() -> Part:
    program, small = office(), word_reader()
    return Part(
        "office",
        Text("ไฟล์ Office รุ่นเก่า", "Old Office files"),
        Text(
            "อ่านไฟล์ .doc .ppt .odt .odp (ไฟล์ .doc อ่านได้ด้วย antiword ด้วย) หากไม่มี ไฟล์เหล่านี้จะได้ผลเป็น"
            " unknown ส่วน .docx .xlsx .xls .ods .pptx .rtf อ่านได้อยู่แล้ว",
            "reads .doc, .ppt, .odt and .odp (antiword reads .doc alone); without it they are"
            " unknown; .docx, .xlsx, .xls, .ods, .pptx and .rtf need nothing",
        ),
        (
            _found("soffice", program, Text("ไม่พบ LibreOffice", "LibreOffice was not found")),
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
    missing = Text("ไม่พบ bsdtar", "bsdtar was not found")
    return Part(
        "archives",
        Text("ไฟล์ .rar และ .7z", "Archives .rar and .7z"),
        Text(
            "เปิดไฟล์ .rar และ .7z แล้วอ่านไฟล์ข้างใน หากไม่มีจะได้ผลเป็น unknown"
            " ส่วน .zip .tar และ .gz เปิดได้อยู่แล้ว",
            "opens .rar and .7z and reads the files in them; without it they are unknown;"
            " .zip, .tar and .gz need nothing",
        ),
        (_found("bsdtar", unpacker(), missing),),
        {
            "Debian": ("sudo apt install libarchive-tools",),
            "Ubuntu": ("sudo apt install libarchive-tools",),
            "Windows": ("# tar.exe of Windows 10 and later is bsdtar",),
            "macOS": ("# tar of macOS is bsdtar",),
        },
    )


def _found(name: str, program: str, missing: Text) -> Sign:
    return Sign(name, found=bool(program), says=Text(program, program) if program else missing)
