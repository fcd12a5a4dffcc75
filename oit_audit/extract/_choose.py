"""Gives a resource to the part that reads its type.

One of the two places that may catch everything: a stranger's file must cost one document, not the
audit.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from oit_audit.extract._extractor import Extractor, Unpack, blank
from oit_audit.extract._inner import member as find_member
from oit_audit.extract._kind import is_packed, media_type_of
from oit_audit.extract._members import MAX_DEPTH, Room, opened, with_members
from oit_audit.model import Document, Link, Media, Resource

logger = logging.getLogger(__name__)

CATCHES: tuple[type[Exception], ...] = (Exception,)
"""What may go wrong inside a part without ending the audit; tests set it to `()`."""

MAX_LIGHT = 1_000_000
"""Bytes of a page; real ones have a tenth of it."""

_LIGHT = frozenset({Media.WEBPAGE, Media.TEXT})
_Answer = TypeVar("_Answer")
BROKEN = "the file could not be read: it is damaged or unusual"


def read(extractors: tuple[Extractor, ...], resource: Resource, body: bytes) -> Document:
    """Return what `resource` says; one that breaks its reader becomes a document that says so."""
    broken = blank(resource, Media.OTHER, note=BROKEN)
    return guarded(lambda: _read(extractors, resource, body), broken, resource)


def is_light(extractors: tuple[Extractor, ...], resource: Resource, body: bytes) -> bool:
    """Is it an ordinary page or text, which is read within milliseconds whatever it says?"""
    if len(body) > MAX_LIGHT or is_packed(body):
        return False
    return _part(extractors, media_type_of(resource, body, extractors)).media in _LIGHT


def page(extractors: tuple[Extractor, ...], resource: Resource, body: bytes) -> Document | None:
    """Return what a page says; None when it is none, and then it is not read."""
    return guarded(lambda: _page(extractors, resource, body), None, resource)


def _page(extractors: tuple[Extractor, ...], resource: Resource, body: bytes) -> Document | None:
    media_type = media_type_of(resource, body, extractors)
    part = _part(extractors, media_type)
    return _read_by(part, media_type, resource, body) if part.media is Media.WEBPAGE else None


def _read(extractors: tuple[Extractor, ...], resource: Resource, body: bytes) -> Document:
    return _opened(extractors, resource, body, Room(resource.url), 0)


def _opened(
    extractors: tuple[Extractor, ...], resource: Resource, body: bytes, room: Room, depth: int
) -> Document:
    """Return what a file says, and what lies in it."""
    media_type = media_type_of(resource, body, extractors)
    part = _part(extractors, media_type)
    document = _read_by(part, media_type, resource, body)
    unpack = part.unpack
    if unpack is None or depth >= MAX_DEPTH or document.members:
        return document

    def read_member(inner: Resource, content: bytes) -> Document:
        return _opened(extractors, inner, content, room, depth + 1)

    return guarded(
        lambda: with_members(document, resource, opened(unpack, body, room), read_member, room),
        document,
        resource,
    )


def _read_by(part: Extractor, media_type: str, resource: Resource, body: bytes) -> Document:
    known = replace(resource, media_type=media_type)
    broken = blank(known, part.media, note=BROKEN)
    return guarded(lambda: part.read(known, body), broken, resource)


def member(
    extractors: tuple[Extractor, ...], resource: Resource, body: bytes, address: str
) -> bytes | None:
    """Return the bytes of the file at `address`, which may lie in `resource`; None if not there."""

    def opening(file: Resource, content: bytes) -> Unpack | None:
        return _part(extractors, media_type_of(file, content, extractors)).unpack

    return guarded(lambda: find_member(resource, body, address, opening), None, resource)


def links(extractors: tuple[Extractor, ...], resource: Resource, body: bytes) -> tuple[Link, ...]:
    """Return the links of a page or paper; none for types that have none to follow."""
    nothing: tuple[Link, ...] = ()
    return guarded(lambda: _links(extractors, resource, body), nothing, resource)


def _links(extractors: tuple[Extractor, ...], resource: Resource, body: bytes) -> tuple[Link, ...]:
    part = _part(extractors, media_type_of(resource, body, extractors))
    return part.links(resource, body) if part.links is not None else ()


def _part(extractors: tuple[Extractor, ...], media_type: str) -> Extractor:
    found = (part for part in extractors if media_type in part.media_types)
    return next(found, extractors[-1])


def guarded(read_it: Callable[[], _Answer], otherwise: _Answer, resource: Resource) -> _Answer:
    """Return what `read_it` gives; `otherwise` when `resource` breaks it."""
    try:
        return read_it()
    except CATCHES:
        logger.exception("could not be read: %s", resource.final_url)
        return otherwise
