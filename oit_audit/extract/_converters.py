"""Programs that read what no library reads: LibreOffice for old Office files, bsdtar for archives.

A program gets one file in a folder of its own, an end to its time and to what it may write, and is
ended with all that it started. LibreOffice runs no macro, asks no network and keeps no settings.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from oit_audit.extract._tar import Bounded

OFFICE_S = 45.0
TEXT_S = 20.0
ARCHIVE_S = 60.0
MAX_OUTPUT = 60_000_000
"""Bytes that a program may give back."""

NAMED_BY = "OIT_AUDIT_SOFFICE"
"""Environment variable that names the program of LibreOffice where it is not found."""

_PREFIX = "oit-audit-converting-"
"""Of our folders alone: those of a visit begin otherwise, and may be hours old."""

_LEFT_S = 3_600.0
"""Age of a folder that a process left behind when it was ended."""

_OFFICES = (
    r"%ProgramFiles%\LibreOffice\program\soffice.com",
    r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_TO = {"docx": "docx:MS Word 2007 XML", "pptx": "pptx:Impress MS PowerPoint 2007 XML"}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


class ConverterError(Exception):
    """A program that is there did not read the file."""


def office() -> str:
    """Return the program of LibreOffice; empty when it is not there."""
    named = os.environ.get(NAMED_BY, "")
    if named:
        return named if Path(named).is_file() else ""
    known = (os.path.expandvars(path) for path in _OFFICES)
    return shutil.which("soffice") or next((path for path in known if Path(path).is_file()), "")


def word_reader() -> str:
    """Return a small program that gives the text of a `.doc`; empty when there is none."""
    return shutil.which("antiword") or shutil.which("catdoc") or ""


def unpacker() -> str:
    """Return bsdtar, which opens `.rar` and `.7z`; empty when it is not there.

    The `tar` of Windows and macOS is bsdtar.
    """
    found = shutil.which("bsdtar")
    if found is None and sys.platform in {"win32", "darwin"}:
        found = shutil.which("tar")
    return found or ""


def by_office(body: bytes, suffix: str, to: str) -> bytes:
    """Return what LibreOffice makes of a file: one of type `to`, `docx` or `pptx`.

    Args:
        body: The file.
        suffix: What files of its type end with, with the dot.
        to: The type that is wanted.

    Raises:
        ConverterError: it makes nothing of it, or is not there.
    """
    with _folder() as place:
        folder = Path(place)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        source = folder / f"file{suffix}"
        source.write_bytes(body)
        command = [
            office(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            "--convert-to", _TO[to], "--outdir", str(folder / "made"), str(source),
        ]  # fmt: skip
        _run(command, folder, OFFICE_S)
        made = folder / "made" / f"file.{to}"
        if not made.is_file() or made.stat().st_size > MAX_OUTPUT:
            raise ConverterError("LibreOffice gives nothing back")
        return made.read_bytes()


def by_word_reader(body: bytes) -> str:
    """Return the text of a `.doc` by antiword or catdoc.

    Raises:
        ConverterError: the program makes nothing of it, or is not there.
    """
    program = word_reader()
    options = (
        ("-m", "UTF-8.txt", "-w", "0")
        if "antiword" in Path(program).name
        else ("-d", "utf-8", "-w")
    )
    with _folder() as place:
        source = Path(place) / "file.doc"
        source.write_bytes(body)
        return _run([program, *options, str(source)], Path(place), TEXT_S).decode(
            "utf-8", "replace"
        )


@contextmanager
def as_tar(body: bytes) -> Iterator[Bounded]:
    """Give an archive as bsdtar hands it on: as a tar, piece by piece; empty where it cannot.

    No file of the archive is ever written to the disk.
    """
    program = unpacker()
    if not program:
        yield Bounded(io.BytesIO())
        return
    with _folder() as place:
        source = Path(place) / "archive"
        source.write_bytes(body)
        command = (program, "--format", "pax", "-cf", "-", "@archive")
        try:
            started = _start(command, Path(place), subprocess.PIPE, ARCHIVE_S)
        except ConverterError:
            yield Bounded(io.BytesIO())
            return
        clock = threading.Timer(ARCHIVE_S, end, (started,))
        clock.daemon = True
        clock.start()
        try:
            yield Bounded(started.stdout or io.BytesIO())
        finally:
            clock.cancel()
            end(started)
            if started.stdout is not None:
                started.stdout.close()


def _folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder of its own for one file; those that were left behind are removed."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_S:
                shutil.rmtree(left, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)


def _run(command: Sequence[str], folder: Path, seconds: float) -> bytes:
    """Return what a program says, or fail."""
    if not command[0]:
        raise ConverterError("the program is not there")
    said = folder / "said"
    with said.open("wb") as out:
        started = _start(command, folder, out, seconds)
        try:
            started.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise ConverterError("the program took too long") from error
        finally:
            end(started)
    if started.returncode != 0 or said.stat().st_size > MAX_OUTPUT:
        raise ConverterError("the program did not read the file")
    return said.read_bytes()


def _start(
    command: Sequence[str], folder: Path, out: IO[bytes] | int, seconds: float
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - a program of this machine, options of ours
            [*_guard(seconds), *command],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_surroundings(folder),
            start_new_session=True,
        )
    except OSError as error:
        raise ConverterError("the program does not start") from error


def _guard(seconds: float) -> tuple[str, ...]:
    """Return what ends a program even when nobody waits for it any more; nothing on Windows."""
    found = shutil.which("timeout") if sys.platform != "win32" else None
    return (found, "--kill-after=1", f"{seconds + 2:.0f}") if found else ()


def end(started: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    if sys.platform == "win32":
        taskkill = ["taskkill", "/F", "/T", "/PID", str(started.pid)]
        subprocess.run(taskkill, capture_output=True, check=False)  # noqa: S603 - Windows's own
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(started.pid, signal.SIGKILL)
    started.wait()


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the environment of a program: no more of ours than it needs."""
    kept = ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PROGRAMFILES", "PROGRAMDATA")
    said = {name: os.environ[name] for name in kept if name in os.environ}
    place = str(folder)
    own = {"HOME": place, "TMPDIR": place, "TEMP": place, "TMP": place, "USERPROFILE": place}
    return {**said, **own, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
