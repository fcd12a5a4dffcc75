"""Read `concepts.yaml`, or say in one line what is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from difflib import get_close_matches

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from oit_audit.errors import ChecklistError
from oit_audit.match.lexicon import Lexicon
from oit_audit.match.wordbook import Ordinary, Reading, Wordbook
from oit_audit.model import Text
from oit_audit.thai import fold
from oit_audit.words import worded


class _ReadingModel(BaseModel):
    model_config = ConfigDict(extra="forbid")

    all: tuple[str, ...] = Field(min_length=1)
    also: tuple[str, ...] = Field(default=(), alias="with")
    never: tuple[str, ...] = Field(default=(), alias="not")
    only: bool = False
    weak: bool = False
    leads: bool = False
    whole: bool = False
    weight: float = 0.0


class _OrdinaryModel(BaseModel):
    model_config = ConfigDict(extra="forbid")

    concepts: tuple[str, ...] = Field(min_length=1)
    when: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = Field(min_length=1)


class _SpokenModel(BaseModel):
    model_config = ConfigDict(extra="forbid")

    readings: tuple[_ReadingModel, ...] = Field(min_length=1)


class _ConceptModel(_SpokenModel):
    titles: tuple[str, ...] = Field(min_length=1)
    told: tuple[tuple[str, ...], ...] = ()
    usual: tuple[str, ...] = ()


class _OtherModel(_SpokenModel):
    says: str
    in_place_of: _OrdinaryModel | None = None


class _LexiconModel(BaseModel):
    model_config = ConfigDict(extra="forbid")

    aspects: dict[str, tuple[str, ...]]
    hides: dict[str, tuple[str, ...]]
    filler: tuple[str, ...]
    silent: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    short_forms: dict[str, str] = {}
    concepts: dict[str, _ConceptModel]
    others: dict[str, _OtherModel] = {}


_KEYS = tuple(
    field.alias or name
    for model in (_LexiconModel, _ConceptModel, _OtherModel, _OrdinaryModel, _ReadingModel)
    for name, field in model.model_fields.items()
)


def read_lexicon(data: bytes, name: str = "concepts.yaml") -> Lexicon:
    """Return the lexicon that `data` holds; `name` is what messages call the file.

    Raises:
        ChecklistError: as `read_wordbook` does.
    """
    return Lexicon(read_wordbook(data, name))


def read_wordbook(data: bytes, name: str = "concepts.yaml") -> Wordbook:
    """Return the words that `data` holds; `name` is what messages call the file.

    Raises:
        ChecklistError: not YAML, a key that is unknown, missing or of the wrong type, a wording of
            which folding leaves nothing, or an aspect that is named nowhere; names file and key.
    """
    model = _checked(data, name)
    _refuse_unknown_aspects(model, name)
    _refuse_unknown_concepts(model, name)
    _refuse_empty_wordings(model, name)
    return Wordbook(
        aspects=model.aspects,
        hides={wording: longer for wording, longer in model.hides.items() if longer},
        filler=model.filler,
        silent=frozenset(model.silent),
        acts=frozenset(model.acts),
        neutral=model.neutral,
        mended=model.mended,
        short_forms=model.short_forms,
        titles={concept: held.titles for concept, held in model.concepts.items()},
        readings=tuple(_readings(model)),
        told=tuple(
            (concept, frozenset(aspects))
            for concept, held in model.concepts.items()
            for aspects in held.told
        ),
        others={other: held.says for other, held in model.others.items()},
        usual={concept: held.usual for concept, held in model.concepts.items() if held.usual},
        ordinary=tuple(_ordinary(model)),
        digest=f"sha256:{hashlib.sha256(data).hexdigest()}",
    )


def _checked(data: bytes, name: str) -> _LexiconModel:
    try:
        return _LexiconModel.model_validate(yaml.load(data, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        said = " ".join(str(error).split())
        raise ChecklistError(
            worded("{name}: not readable as YAML: {said}", name=name, said=said)
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        hint = _nearest(str(first["loc"][-1]), _KEYS) if first["type"] == "extra_forbidden" else ""
        raise ChecklistError(f"{name}: {where}: {first['msg']}", hint=hint) from error


def _readings(model: _LexiconModel) -> Iterator[Reading]:
    for concept, held in _spoken(model):
        for reading in held.readings:
            yield Reading(
                concept,
                reading.all,
                frozenset(reading.also),
                frozenset(reading.never),
                only=reading.only,
                weak=reading.weak,
                leads=reading.leads,
                whole=reading.whole,
                weight=reading.weight,
            )


def _ordinary(model: _LexiconModel) -> Iterator[Ordinary]:
    for other, held in model.others.items():
        if (place := held.in_place_of) is not None:
            yield Ordinary(other, frozenset(place.concepts), place.when, place.unless)


def _spoken(model: _LexiconModel) -> Iterator[tuple[str, _SpokenModel]]:
    yield from model.concepts.items()
    yield from model.others.items()


def _refuse_unknown_aspects(model: _LexiconModel, name: str) -> None:
    for where, aspect in _named_aspects(model):
        if aspect not in model.aspects:
            asked = repr(aspect)
            raise ChecklistError(
                worded(
                    "{name}: {where}: unknown aspect {asked}", name=name, where=where, asked=asked
                ),
                hint=_nearest(aspect, tuple(model.aspects)),
            )


def _named_aspects(model: _LexiconModel) -> Iterator[tuple[str, str]]:
    """Yield every use of an aspect, with where it stands in the file."""
    for aspect in model.silent:
        yield "silent", aspect
    for aspect in model.acts:
        yield "acts", aspect
    for concept, held in _spoken(model):
        for reading in held.readings:
            for aspect in (*reading.all, *reading.also, *reading.never):
                yield concept, aspect
    for ordinary in _ordinary(model):
        for aspect in (*ordinary.when, *ordinary.unless):
            yield f"{ordinary.name}.in_place_of", aspect
    for concept, told in model.concepts.items():
        for aspect in told.usual:
            yield f"{concept}.usual", aspect
        for aspects in told.told:
            for aspect in aspects:
                yield f"{concept}.told", aspect


def _refuse_unknown_concepts(model: _LexiconModel, name: str) -> None:
    for ordinary in _ordinary(model):
        for concept in sorted(ordinary.concepts - set(model.concepts)):
            where, asked = ordinary.name, repr(concept)
            raise ChecklistError(
                worded(
                    "{name}: {where}.in_place_of: unknown concept {asked}",
                    name=name,
                    where=where,
                    asked=asked,
                ),
                hint=_nearest(concept, tuple(model.concepts)),
            )


def _refuse_empty_wordings(model: _LexiconModel, name: str) -> None:
    lists = {
        "filler": model.filler,
        "neutral": model.neutral,
        "mended": model.mended,
        "short_forms": (*model.short_forms, *model.short_forms.values()),
        **{f"aspects.{aspect}": wordings for aspect, wordings in model.aspects.items()},
        **{f"hides.{wording}": (wording, *longer) for wording, longer in model.hides.items()},
        **{f"{concept}.titles": held.titles for concept, held in model.concepts.items()},
    }
    for where, wordings in lists.items():
        for wording in wordings:
            if not fold(wording):
                asked = repr(wording)
                raise ChecklistError(
                    worded(
                        "{name}: {where}: {asked} holds no letter",
                        name=name,
                        where=where,
                        asked=asked,
                    )
                )


def _nearest(word: str, known: tuple[str, ...]) -> Text | str:
    near = get_close_matches(word, known, 1)
    meant = repr(near[0]) if near else ""
    return worded("did you mean {meant}?", meant=meant) if near else ""
