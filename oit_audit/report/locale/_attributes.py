"""Sentences as attributes, in the language of whose attributes they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

from oit_audit.model import Language, Text

_Key = TypeVar("_Key")


class Speaker(Protocol):
    """Who speaks one language."""

    language: Language


class Said:
    """A sentence, by name."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def __get__(self, speaker: Speaker, owner: type[Speaker]) -> str:
        """Return the sentence."""
        return self._text.in_language(speaker.language)


class Table(Generic[_Key]):
    """Sentences by what they stand for."""

    def __init__(self, texts: Mapping[_Key, Text]) -> None:
        self._th = {key: text.th for key, text in texts.items()}
        self._en = {key: text.en for key, text in texts.items()}

    def __get__(self, speaker: Speaker, owner: type[Speaker]) -> Mapping[_Key, str]:
        """Return the sentences, in the order in which they are written."""
        return self._th if speaker.language == "th" else self._en
