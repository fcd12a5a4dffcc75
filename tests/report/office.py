"""The office program that really opens what we write for offices."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import absent


def converted(files: Iterable[Path], to: str, folder: Path, *filters: str) -> Path:
    """Return a folder with `files` as LibreOffice writes them in the format `to`; one start."""
    program = shutil.which("soffice") or ""
    if not program:
        absent("there is no LibreOffice")
    made = folder / f"as-{to.partition(':')[0]}"
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    line = [program, home, "--headless", *filters, "--convert-to", to, "--outdir", str(made)]
    subprocess.run(
        [*line, *map(str, files)], check=True, capture_output=True, timeout=120, cwd=folder
    )
    return made
