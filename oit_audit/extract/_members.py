"""Files that lie in other files: how many we open, how deep, how large, and their addresses."""

from __future__ import annotations

import posixpath
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from urllib.parse import quote

from oit_audit.extract._extractor import MAX_LABEL, File, Unpack, blank, folded
from oit_audit.model import Block, Document, Legibility, Link, Media, Resource

MAX_DEPTH = 3
"""Files within files within files."""

MAX_MEMBERS = 300
"""Of one resource, at all depths together."""

MAX_BYTES = 200_000_000
"""Of all members of one resource, unpacked."""

MAX_MEMBER_BYTES = 60_000_000
MAX_SECONDS = 60.0
"""Until no further member is opened: what was read until then must not be lost."""

Read = Callable[[Resource, bytes], Document]


@dataclass(slots=True)
class Room:
    """What may still be opened of one resource."""

    address: str
    """Of the resource: what a person opens to get at any of the files."""

    files: int = MAX_MEMBERS
    bytes: int = MAX_BYTES
    until: float = field(default_factory=lambda: time.monotonic() + MAX_SECONDS)
    """On the monotonic clock."""

    def take(self, file: File) -> bool:
        """Make room for `file`; False when there is none."""
        self.files -= 1
        self.bytes -= len(file.body)
        return self.files >= 0 and self.bytes >= 0 and time.monotonic() < self.until


def with_members(
    document: Document, resource: Resource, files: Iterator[File], read: Read, room: Room
) -> Document:
    """Return `document` with the files that lie in it, and links that lead to them.

    Args:
        document: What the outer file says itself.
        resource: The outer file.
        files: Taken until `room` is used up.
        read: Reads a member.
        room: What may still be opened.
    """
    members: list[Document] = []
    cut = False
    for file in files:
        if not room.take(file):
            cut = True
            break
        inner = member_resource(resource, file)
        found = blank(inner, Media.OTHER, note=file.note) if file.note else read(inner, file.body)
        members.append(replace(found, within=room.address))
    if not members:
        return document
    links = (Link(member.final_url, _label(member)) for member in members)
    whole = replace(document, members=tuple(members), links=(*document.links, *links))
    if document.media is Media.ARCHIVE:
        names = tuple(Block(_label(member), "archive") for member in members)
        whole = replace(whole, blocks=names, legibility=Legibility.GOOD, legibility_note="")
    if not cut:
        return whole
    note = f"only the first {len(members)} of the files in it were opened"
    return replace(whole, legibility=Legibility.POOR, legibility_note=note)


def opened(unpack: Unpack, body: bytes, room: Room) -> Iterator[File]:
    """Give the files that lie in `body`."""
    return iter(unpack(body, min(MAX_MEMBER_BYTES, max(0, room.bytes))))


def member_resource(outer: Resource, file: File) -> Resource:
    """Return a member as if a server had sent it."""
    place = f"!/{quote(file.name)}"
    return replace(
        outer,
        url=f"{outer.url}{place}",
        final_url=f"{outer.final_url}{place}",
        media_type="",
        charset=None,
        sha256=sha256(file.body).hexdigest(),
        length=len(file.body),
        file_name=posixpath.basename(file.name.rstrip("/")) or file.name,
    )


def _label(member: Document) -> str:
    return folded(member.file_name)[:MAX_LABEL]
