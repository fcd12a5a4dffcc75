"""How much of each thing a page shows, so that it never grows too large to send."""

from __future__ import annotations

from dataclasses import dataclass

MAX_BYTES = 500_000
"""Of a whole page: what still goes through a mail and opens at once on a telephone."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page shows at most; counts of things, or characters of one text."""

    evidence: int = 4
    """Pages or documents shown for one item; the first openly, the rest folded."""

    elements: int = 40
    rejected: int = 8
    findings: int = 120
    """Findings about the whole site."""

    links: int = 40
    """Links that were entered for one item."""

    examples: int = 8
    """Addresses for one reason why something was not seen."""

    labels: int = 12
    """Steps of one way to a page."""

    text: int = 800
    quote: int = 500
    name: int = 240
    address: int = 160
    href: int = 2_000
    """Characters up to which an address can be clicked."""


LADDER = (
    Limits(),
    Limits(2, 20, 3, 60, 20, 4, 6, text=300, quote=160, name=160, address=120, href=500),
    Limits(1, 8, 2, 20, 5, 2, 4, text=140, quote=60, name=100, address=80, href=160),
    Limits(1, 2, 1, 10, 1, 1, 2, text=40, quote=20, name=40, address=40, href=80),
)
"""From the roomiest to the tightest; a page takes the first in which it fits."""
