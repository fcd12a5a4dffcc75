"""Read `concepts.yaml`, or say in one line what is wrong with it."""

from __future__ import annotations

import hashlib
from difflib import get_close_matches

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from oit_audit.errors import ChecklistError
from oit_audit.match.lexicon import Lexicon, Reading


class _ReadingModel(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    all: tuple[str, ...] = Field(min_length=1)
    also: tuple[str, ...] = Field(default=(), alias="with")
    never: tuple[str, ...] = Field(default=(), alias="not")
    only: bool = False
    weak: bool = False
    leads: bool = False
    weight: float = 0.0


class _ConceptModel(BaseModel):
    model_config = ConfigDict(extra="forbid")

    titles: tuple[str, ...] = Field(min_length=1)
    readings: tuple[_ReadingModel, ...] = Field(min_length=1)
    told: tuple[tuple[str, ...], ...] = ()


class _OtherModel(BaseModel):
    model_config = ConfigDict(extra="forbid")

    says: str
    readings: tuple[_ReadingModel, ...] = Field(min_length=1)


class _LexiconModel(BaseModel):
    model_config = ConfigDict(extra="forbid")

    aspects: dict[str, tuple[str, ...]]
    hides: dict[str, tuple[str, ...]]
    filler: tuple[str, ...]
    silent: tuple[str, ...] = ()
    concepts: dict[str, _ConceptModel]
    others: dict[str, _OtherModel] = {}


def read_lexicon(data: bytes, name: str = "concepts.yaml") -> Lexicon:
    """Return the lexicon that `data` holds.

    Raises:
        ChecklistError: not YAML, an unknown key, or a reading that names an unknown aspect; names file and key.
    """
    try:
        loaded = yaml.load(data, Loader=yaml.CSafeLoader)  # noqa: S506 - the safe loader, in C
        model = _LexiconModel.model_validate(loaded)
    except yaml.YAMLError as error:
        raise ChecklistError(
            f"{name}: not readable as YAML: {' '.join(str(error).split())}"
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ChecklistError(f"{name}: {where}: {first['msg']}") from error
    readings = tuple(
        Reading(
            concept,
            reading.all,
            frozenset(reading.also),
            frozenset(reading.never),
            reading.only,
            reading.weak,
            reading.leads,
            reading.weight,
        )
        for concept, held in (*model.concepts.items(), *model.others.items())
        for reading in held.readings
    )
    _refuse_unknown_aspects(readings, model.aspects, name)
    return Lexicon(
        model.aspects,
        {phrase: longer for phrase, longer in model.hides.items() if longer},
        model.filler,
        frozenset(model.silent),
        readings,
        {concept: held.titles for concept, held in model.concepts.items()},
        tuple(
            (concept, frozenset(told))
            for concept, held in model.concepts.items()
            for told in held.told
        ),
        {other: held.says for other, held in model.others.items()},
        f"sha256:{hashlib.sha256(data).hexdigest()}",
    )


def _refuse_unknown_aspects(
    readings: tuple[Reading, ...], aspects: dict[str, tuple[str, ...]], name: str
) -> None:
    for reading in readings:
        for aspect in (*reading.all, *sorted(reading.also | reading.never)):
            if aspect not in aspects:
                near = get_close_matches(aspect, aspects, 1)
                raise ChecklistError(
                    f"{name}: {reading.concept}: unknown aspect {aspect!r}",
                    hint=f"did you mean {near[0]!r}?" if near else "",
                )
