"""The words of all years as values: what `concepts.yaml` holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FIRST = "^"
"""Before a wording of an aspect: it names it only where a label begins with it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a concept, or a look-alike, is said."""

    concept: str
    all: tuple[str, ...]
    """Aspects that must be named; never empty."""

    also: frozenset[str] = frozenset()
    """Aspects that add to what the reading explains (`with` in the file)."""

    never: frozenset[str] = frozenset()
    """Aspects that forbid it (`not` in the file)."""

    only: bool = False
    """It holds only where next to nothing else is said."""

    weak: bool = False
    """It counts less than its share: the words have other uses."""

    leads: bool = False
    """A label that begins with it is it, whatever follows: `ประกาศผู้ชนะการเสนอราคา …`."""

    whole: bool = False
    """It counts by its share of the label alone, even where the label begins with it."""

    weight: float = 0.0
    """Added to its score, to settle a draw."""


@dataclass(frozen=True, slots=True)
class Ordinary:
    """What concepts about corruption are mistaken for: the same topic without corruption."""

    name: str
    """The look-alike."""

    concepts: frozenset[str]
    """In whose place it stands."""

    when: tuple[str, ...]
    """Aspects of the topic: what names itself by one of them is it."""

    unless: tuple[str, ...]
    """Aspects of which none may be named anywhere."""


@dataclass(frozen=True, slots=True)
class Wordbook:
    """What things are called, once for all years."""

    aspects: Mapping[str, tuple[str, ...]]
    """For each aspect its wordings, as a person would write them; `FIRST` may stand before one."""

    hides: Mapping[str, tuple[str, ...]]
    """For a wording, the longer words in which it does not mean what it says; none is empty."""

    filler: tuple[str, ...]
    """Wordings that speak neither for nor against any reading."""

    silent: frozenset[str]
    """Aspects that tell readings apart but do not speak against one that leaves them out."""

    acts: frozenset[str]
    """Aspects that say what sort of thing it is or of what period, never what it is about."""

    neutral: tuple[str, ...]
    """Wordings of which a label consists that says nothing of what it leads to."""

    titles: Mapping[str, tuple[str, ...]]
    """For each concept its official titles; its keys are the concepts."""

    readings: tuple[Reading, ...]
    """Of concepts and look-alikes."""

    told: tuple[tuple[str, frozenset[str]], ...] = ()
    """Concepts, each with aspects that tell of it when one sentence names them all."""

    usual: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For a concept, aspects of what is usually done for it, which alone do not stand for it."""

    others: Mapping[str, str] = field(default_factory=dict)
    """What looks like a concept and is none, each with its Thai name."""

    ordinary: tuple[Ordinary, ...] = ()
    """Look-alikes that are told by what is said nowhere."""

    mended: tuple[str, ...] = ()
    """Words that are understood when they are misspelt."""

    short_forms: Mapping[str, str] = field(default_factory=dict)
    """For a short form, without dots, what it stands for."""

    digest: str = ""
    """`sha256:` of the file; empty when there is none."""
