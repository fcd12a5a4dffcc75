"""Where a browser lies on this machine that we may start: Chromium, Chrome or Edge."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

NAMED_BY = "OIT_AUDIT_BROWSER"
"""The variable of the environment that names one; then no other is looked for."""

_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge",
    "microsoft-edge", "microsoft-edge-stable",
)  # fmt: skip
_LINUX = ("/usr/bin/chromium", "/opt/google/chrome/chrome", "/snap/bin/chromium")
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Microsoft/Edge/Application/msedge.exe",
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
)
_WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_PLAYWRIGHTS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-win*/chrome.exe",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)
"""Below the folder in which `playwright install chromium` leaves browsers."""


def has_playwright() -> bool:
    """Is the library there that drives browsers? It is not imported by asking."""
    return find_spec("playwright") is not None


def find_browser(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path | None:
    """Return the browser to start, None when there is none.

    Args:
        environment: Its `OIT_AUDIT_BROWSER`, when set, is the only one that counts.
        platform: As `sys.platform` names it.
    """
    named = environment.get(NAMED_BY)
    places = iter([Path(named)]) if named else _places(environment, platform)
    return next((place for place in places if place.is_file()), None)


def _places(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Give the places to look at, the likeliest first."""
    for name in _NAMES:
        if found := shutil.which(name, path=environment.get("PATH", "")):
            yield Path(found)
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "/")
    if platform == "win32":
        roots = [environment[name] for name in _WINDOWS_ROOTS if environment.get(name)]
        yield from (Path(root) / place for place in _WINDOWS for root in roots)
        own = Path(environment.get("LOCALAPPDATA", str(home))) / "ms-playwright"
    elif platform == "darwin":
        roots = ["/Applications", str(home / "Applications")]
        yield from (Path(root) / place for place in _MAC for root in roots)
        own = home / "Library/Caches/ms-playwright"
    else:
        yield from map(Path, _LINUX)
        own = home / ".cache/ms-playwright"
    own = Path(environment.get("PLAYWRIGHT_BROWSERS_PATH") or own)
    for pattern in _PLAYWRIGHTS:
        yield from sorted(own.glob(pattern), key=_build, reverse=True)


def _build(place: Path) -> int:
    """Return the number in `chromium-1234`."""
    found = re.search(r"chromium-(\d+)", str(place))
    return int(found.group(1)) if found else 0
