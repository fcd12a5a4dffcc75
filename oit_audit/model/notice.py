"""A short message for people who do not look at reports every day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a message sounds: most services show it as a colour or a sign."""

    GOOD = "good"
    PLAIN = "plain"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Notice:
    """Plain text that nobody's markup can get into."""

    title: str
    """One line."""

    body: str
    """A few lines, short enough for every service in use."""

    tone: Tone
