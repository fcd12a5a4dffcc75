"""Papers as a scanner sees them, and sites whose papers were scanned."""

from __future__ import annotations

import io
import json
import random
import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pypdfium2
from PIL import Image

from oit_audit.model import Audit, Status

_DPI = 200
_DUST = 900
_FOUND = frozenset({Status.MET, Status.PARTIAL, Status.STALE})


def scanned(paper: bytes, seed: int) -> bytes:
    """Return a PDF as pictures of its pages: grey, skewed, dusty, pressed hard."""
    dice = random.Random(seed)
    with closing(pypdfium2.PdfDocument(paper)) as opened:
        pages = [_through_a_scanner(page, dice) for page in opened]
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=_DPI, quality=45, save_all=True, append_images=pages[1:])
    return out.getvalue()


def _through_a_scanner(page: pypdfium2.PdfPage, dice: random.Random) -> Image.Image:
    seen: Image.Image = page.render(scale=_DPI / 72, grayscale=True).to_pil()
    seen = seen.convert("L").point(lambda shade: 45 + shade * 190 // 255)
    for _ in range(_DUST):
        at = dice.randrange(seen.width), dice.randrange(seen.height)
        seen.putpixel(at, dice.randrange(90, 200))
    turn = dice.uniform(-1.5, 1.5)
    return seen.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=225)


def deciding(audit: Audit) -> dict[str, str]:
    """Return the papers that decide an item: item and path with query."""
    found = {}
    for verdict in audit.verdicts:
        shown = verdict.evidence[:1]
        if verdict.status in _FOUND and shown and shown[0].media_type == "application/pdf":
            parts = urlsplit(shown[0].final_url)
            found[verdict.id] = parts.path + (f"?{parts.query}" if parts.query else "")
    return found


def with_scans(home: Path, folder: Path, paths: Iterable[str]) -> Path:
    """Return a copy of a site below `folder` in which the papers at `paths` are scans."""
    copy = folder / home.name
    shutil.copytree(home, copy)
    routes = json.loads((copy / "site.json").read_text(encoding="utf-8"))["routes"]
    files = {unquote(path): route["file"] for path, route in routes.items() if "file" in route}
    for path in sorted(set(paths)):
        file = copy / "www" / files[unquote(path)]
        file.write_bytes(scanned(file.read_bytes(), seed=len(path)))
    return copy
