"""Single signs on a picture: where they stand, and which of those we know they are most like."""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image

PICTURE = Path(__file__).with_name("thai_digits.png")
"""How fonts draw the signs: a font in each row, a sign in each column."""

SIGNS = "๐๑๒๓๔๕๖๗๘๙()"
TILE = (30, 24)
"""Pixels: width and height of one sign of the picture."""

_GRID = (18, 24)
"""Pixels to which signs are brought to be compared."""

_BREADTH = 0.35
"""What a sign that is e times too broad loses."""

_DUST = 0.12
"""Share of the largest sign below which a spot is none."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom; the last two just outside."""

Features = tuple[list[float], float]
"""Shades around their mean, of length 1; and breadth by height."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Dark pixels that touch each other."""

    box: Box
    size: int


def spots(picture: Image.Image) -> list[Spot]:
    """Return the signs of a grey picture from left to right; dust left out."""
    return _merged(_dark(picture))


def _merged(spots: Sequence[Spot]) -> list[Spot]:
    """Return the spots without dust, those above each other as one, from left to right."""
    largest = max((spot.size for spot in spots), default=0)
    merged: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: spot.box):
        if spot.size < _DUST * largest:
            continue
        last = merged[-1] if merged else None
        if last and spot.box[0] + spot.box[2] < 2 * last.box[2]:
            box = (*map(min, last.box[:2], spot.box[:2]), *map(max, last.box[2:], spot.box[2:]))
            merged[-1] = Spot(box, last.size + spot.size)  # type: ignore[arg-type]  # four of them
        else:
            merged.append(spot)
    return merged


def _dark(picture: Image.Image) -> list[Spot]:
    """Return what is dark and hangs together."""
    shades = picture.tobytes()
    darkest, lightest = min(shades), max(shades)
    middle = (darkest + lightest) / 2
    width = picture.width
    dark = {at for at, shade in enumerate(shades) if shade < middle}
    found = []
    while dark:
        edge = [dark.pop()]
        size, box = 0, (width, picture.height, 0, 0)
        while edge:
            at = edge.pop()
            y, x = divmod(at, width)
            size += 1
            box = (min(box[0], x), min(box[1], y), max(box[2], x + 1), max(box[3], y + 1))
            for beside in (-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1):
                if at + beside in dark:
                    dark.remove(at + beside)
                    edge.append(at + beside)
        found.append(Spot(box, size))
    return found


def features(sign: Image.Image) -> Features:
    shades = [255.0 - shade for shade in sign.resize(_GRID, Image.Resampling.BICUBIC).tobytes()]
    mean = sum(shades) / len(shades)
    around = [shade - mean for shade in shades]
    length = math.sqrt(sum(shade * shade for shade in around)) or 1.0
    return [shade / length for shade in around], sign.width / sign.height


def ranked(sign: Features) -> list[tuple[float, str]]:
    """Return the signs and how like they are, the likest first."""
    shades, breadth = sign
    best: dict[str, float] = {}
    for known, (drawn, broad) in _drawn():
        likeness = sum(map(operator.mul, shades, drawn))
        likeness -= _BREADTH * abs(math.log(breadth / broad))
        best[known] = max(best.get(known, -1.0), likeness)
    return sorted(((likeness, known) for known, likeness in best.items()), reverse=True)


@cache
def _drawn() -> tuple[tuple[str, Features], ...]:
    """Return how fonts draw the signs."""
    with Image.open(PICTURE) as opened:
        sheet = opened.convert("L")
    return tuple(
        (sign, features(tile.crop(_ink(tile))))
        for row in range(sheet.height // TILE[1])
        for column, sign in enumerate(SIGNS)
        for tile in (_tile(sheet, column, row),)
    )


def _tile(sheet: Image.Image, column: int, row: int) -> Image.Image:
    left, top = column * TILE[0], row * TILE[1]
    return sheet.crop((left, top, left + TILE[0], top + TILE[1]))


def _ink(tile: Image.Image) -> Box:
    """Return where the sign of a tile stands; to its right the tile is white."""
    shades, width = tile.tobytes(), tile.width
    right = max(at % width for at, shade in enumerate(shades) if shade < 250)
    return (0, 0, right + 1, tile.height)
