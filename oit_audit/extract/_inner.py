"""The bytes of a file that lies in another one, by its address."""

from __future__ import annotations

from collections.abc import Callable

from oit_audit.extract._extractor import Unpack
from oit_audit.extract._members import MAX_DEPTH, Room, member_resource, opened
from oit_audit.model import Resource

Opening = Callable[[Resource, bytes], Unpack | None]
"""Says how a file is opened in which others lie; None for all others."""


def member(resource: Resource, body: bytes, address: str, opening: Opening) -> bytes | None:
    """Return the bytes of the file at `address`; None when it is not there.

    Args:
        resource: The outermost file.
        body: Its bytes.
        address: Of that file, or like `…/year.zip!/january.pdf` of one in it.
        opening: Tells files in which others lie.
    """
    room = Room(resource.final_url)
    for _ in range(MAX_DEPTH):
        if address == resource.final_url:
            return body
        unpack = opening(resource, body)
        found = None if unpack is None else _towards(resource, body, address, unpack, room)
        if found is None:
            return None
        resource, body = found
    return body if address == resource.final_url else None


def _towards(
    outer: Resource, body: bytes, address: str, unpack: Unpack, room: Room
) -> tuple[Resource, bytes] | None:
    """Return the file in `outer` that is the one at `address`, or in which it lies."""
    for file in opened(unpack, body, room):
        if not room.take(file):
            return None
        inner = member_resource(outer, file)
        if address == inner.final_url or address.startswith(f"{inner.final_url}!/"):
            return inner, file.body
    return None
