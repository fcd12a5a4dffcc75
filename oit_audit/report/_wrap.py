"""Thai text in columns: broken at spaces where there are any, else between syllable-like clusters.

Thai puts no spaces between words. A terminal that breaks it anywhere tears marks from their letters
and leaves a leading vowel alone at the end of a line; that is what this avoids, and most breaks
within a syllable. A dictionary would break better and costs more than a table is worth.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.style import StyleType
from rich.text import Text

_VOWEL = "[ะาำัิ-ฺ็-๎]"
_NEXT = f"[ก-ฮ][รลว]?{_VOWEL} | ห[งญนมยรลว] | ผล | ของ? | งบ | ปฏิ | สถิ | นโย | ควา"
"""What surely begins a syllable: a letter before it belongs to the one before."""

_CLUSTER = re.compile(
    rf"""
    \S\u00a0                                      # a sign and the word it stands before
  | [^\S\u00a0]+
  | (?: ของ | ทรัพ
      | [ก-ฮ] [่-๋]? ว [กงดนบมย] (?! {_VOWEL} )      # a vowel written as a letter: ส่วน, ด้วย
      | ห (?= [งญนมยรลว] ) (?= .[ก-ฮ]? {_VOWEL} ) [งญนมยรลว]  # ห before it: หน่วย, หรือ
        (?: [ัึื] [่-๋]? [ก-ฮ] | [่-๋] ว [กงดนบมย] )?
      | [เแโใไ]? [ก-ฮ] [ัึื็] [่-๋]? [ก-ฮ]         # wants a last letter: พัฒ, เรื่อ, เป็น
      | เ [ก-ฮ]{{1,2}} ี [่-๋]? ย                   # เรีย, เปลี่ย
      | [เแโ] [ก-ฮ] [่-๋]? [ก-ฮ] (?! {_VOWEL} | [รล]{_VOWEL} )  # เอก, แผน, แล้ว
      | [ก-ฮ] [่-๋] [ก-ฮ] (?! {_VOWEL} )            # a tone mark alone: ร้อ, ก่อ
      | [เแโใไ]? (?: [กขคจตทบปผพศส] [รล] | [กขค] ว ) (?= {_VOWEL} )  # one sound: ประ, ความ
      | [ก-ฮ] [ก-ฮ] (?! {_VOWEL} | [รล]{_VOWEL} )   # no vowel written: คน, ผล
      | [เแโใไ]? [ก-ฮฤฦ] )
    (?: [ัิ-ฺ็-๎] | [ะาำๅๆฯ] | [ก-ฮ] ิ? ์
      | [ก-ฮ] (?= [เแโใไ] | [^ก-๎] | \Z )           # a last letter: what follows begins anew
      | (?: (?<= [าำิ-ู่-๋] ) | (?<= [ี่้]ย ) | (?<= [ื่้]อ ) )
        (?: [งดนมยรลว] | [กบ] (?! [รลว] ) ) (?= {_NEXT} ) )*  # the same within: การ|ทุ, ช่อง|ทาง
  | [A-Za-z0-9]{{1,24}}
  | . [\u0300-\u036f\u200b-\u200d]*
    """,
    re.VERBOSE | re.DOTALL,
)
MIN_WIDTH = 8
"""Cells below which no column of text is worth having."""


def lines(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` cells; never empty.

    >>> lines("เผยแพร่แผน แล้ว", 10)
    ['เผยแพร่แผน', 'แล้ว']
    """
    out: list[str] = []
    current = ""
    for cluster in _CLUSTER.findall(text):
        for piece in [cluster] if cell_len(cluster) <= width else chop_cells(cluster, width):
            while current and cell_len(current + piece.rstrip()) > width:
                kept, current = _cut(current, width)
                out.append(kept.rstrip())
            current = (current + piece) if current else piece.lstrip()
    return [*out, current.rstrip()] if current.strip() or not out else out


def _cut(line: str, width: int) -> tuple[str, str]:
    """Break `line` at its last space when that wastes less than half of it, else at its end."""
    space = line.rfind(" ")
    if space > 0 and cell_len(line[:space]) * 2 >= width:
        return line[:space], line[space + 1 :]
    return line, ""


class Column:
    """Text that wraps itself into whatever width a table leaves it."""

    def __init__(self, text: str, style: StyleType = "", *, indent: int = 0) -> None:
        self.text = text
        self.style = style
        self.indent = indent

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Say how narrow and how wide it may get."""
        widest = cell_len(self.text) + self.indent
        return Measurement(min(widest, MIN_WIDTH), widest).with_maximum(options.max_width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give its lines; no markup is read from them."""
        margin = " " * self.indent
        wrapped = lines(self.text, max(options.max_width - self.indent, 1))
        yield Text(
            "\n".join(margin + line for line in wrapped),
            style=self.style,
            no_wrap=True,
            overflow="ignore",
        )
