"""Pages and pictures as pixels in shades of grey, bounded before they are unpacked."""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Callable
from contextlib import closing

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from oit_audit.extract._pdf_lock import LOCK

MAX_PIXELS = 40_000_000
"""Of a picture as it was sent; an A3 sheet at 400 dpi has 31 million."""

MAX_DRAWN = 20_000_000
"""Of a page as we draw it; an A3 sheet at 300 dpi has 17 million."""

_SHEET_INCHES = 11.7
"""Longer side of A4: what a picture of a paper is taken to show."""

_LEAST = 120
"""Pixels of the longer side below which a picture holds no words."""

_MOST_ENLARGED = 3.0
_WHITE = 255

_OPENING = threading.Lock()
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
"""Those we open; Pillow knows many more, some of which start programs."""

_DAMAGES = (
    UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError,
    IndexError, OverflowError, ZeroDivisionError, Image.DecompressionBombError,
)  # fmt: skip
"""What strange picture files make Pillow raise."""

Draw = Callable[[int], Image.Image]
"""Gives a page in shades of grey at so many pixels an inch."""


class PixelsError(Exception):
    """A page cannot be drawn; the message says why, one clause in English."""


def paper(body: bytes, number: int) -> Draw:
    """Return what draws page `number` (from 1) of a PDF."""

    def draw(dpi: int) -> Image.Image:
        with LOCK:
            try:
                with closing(pypdfium2.PdfDocument(body)) as opened:
                    page = opened[number - 1]
                    width, height = page.get_size()
                    scale = dpi / 72
                    if not width * height * scale * scale <= MAX_DRAWN:
                        scale = (MAX_DRAWN / (width * height)) ** 0.5
                    bitmap = page.render(scale=scale, grayscale=True)
                    drawn: Image.Image = bitmap.to_pil()
                    return drawn.convert("L")
            except (pypdfium2.PdfiumError, IndexError, ValueError, OSError) as error:
                raise PixelsError("the page cannot be drawn") from error

    return draw


def picture(body: bytes, number: int) -> Draw:
    """Return what draws picture `number` (from 1) of a picture file, as if it were a sheet."""

    def draw(dpi: int) -> Image.Image:
        try:
            grey = _grey(body, number)
        except _DAMAGES as error:
            raise PixelsError("the picture is damaged or of an unusual kind") from error
        return _sized(grey, round(_SHEET_INCHES * dpi))

    return draw


def pages_in(body: bytes, *, is_paper: bool) -> int:
    """Return how many pages a PDF or a picture file holds; 1 when that cannot be told."""
    try:
        if is_paper:
            with LOCK, closing(pypdfium2.PdfDocument(body)) as opened:
                return max(1, len(opened))
        with _opened(body) as shown:
            return max(1, getattr(shown, "n_frames", 1)) if shown.format == "TIFF" else 1
    except (pypdfium2.PdfiumError, *_DAMAGES):
        return 1


def _opened(body: bytes) -> Image.Image:
    with _OPENING, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is too large is refused by our own limit
        return Image.open(io.BytesIO(body), formats=_FORMATS)


def _grey(body: bytes, number: int) -> Image.Image:
    with _opened(body) as opened:
        if number > 1:
            opened.seek(number - 1)
        if opened.width * opened.height > MAX_PIXELS:
            raise PixelsError(f"the picture has more than {MAX_PIXELS // 1_000_000} million pixels")
        if max(opened.size) < _LEAST:
            raise PixelsError("the picture is too small to hold words")
        if opened.format == "JPEG":
            opened.draft("L", opened.size)
        upright = ImageOps.exif_transpose(opened)
        if "A" in upright.getbands() or "transparency" in upright.info:
            seen = upright.convert("RGBA")
            sheet = Image.new("RGBA", seen.size, (_WHITE, _WHITE, _WHITE, _WHITE))
            upright = Image.alpha_composite(sheet, seen)
        return upright.convert("L")


def _sized(grey: Image.Image, side: int) -> Image.Image:
    """Return the picture with about `side` pixels on its longer side."""
    scale = min(side / max(grey.size), _MOST_ENLARGED)
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    return grey.resize(size, Image.Resampling.LANCZOS)
