"""What a visit to a website brings home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from oit_audit.model.skip import Remark, Skip, SkipReason


class Kind(StrEnum):
    """What sort of local government."""

    SUBDISTRICT = "subdistrict"
    """องค์การบริหารส่วนตำบล"""

    MUNICIPALITY = "municipality"
    """เทศบาลตำบล เมือง นคร"""

    PROVINCE = "province"
    """องค์การบริหารส่วนจังหวัด"""

    SPECIAL = "special"
    """กรุงเทพมหานคร เมืองพัทยา"""

    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose website it is."""

    url: str
    """Address of the home page."""

    name: str | None = None
    kind: Kind | None = None
    province: str | None = None


class Completion(StrEnum):
    """How far a look got."""

    FULL = "full"
    PARTLY = "partly"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Resource:
    """One answer of the site with status 200; its body lies in the snapshot."""

    url: str
    """Canonical address that was asked first."""

    final_url: str
    """Canonical address that answered, after redirects."""

    status: int
    media_type: str
    """As declared, lower case, without parameters; empty when not declared."""

    charset: str | None
    """As declared in the header."""

    fetched_at: datetime
    """UTC."""

    sha256: str
    """Of the body, hexadecimal."""

    length: int
    """Bytes of the body."""

    redirects: tuple[str, ...] = ()
    """Canonical addresses between `url` and `final_url`, both left out."""

    file_name: str | None = None
    """From Content-Disposition."""

    depth: int = 0
    """Clicks from the home page, as the crawl found it."""

    rendered: bool = False
    """Is the body what a browser made of the page after its scripts ran?"""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question to a server and its answer: what the crawl hands to whoever keeps it."""

    url: str
    """As asked, without fragment."""

    method: str
    request_headers: tuple[tuple[str, str], ...]
    status: int
    reason: str
    """The words behind the status; may be empty."""

    headers: tuple[tuple[str, str], ...]
    """As the server sent them, bytes as Latin-1."""

    body: bytes
    """Decoded from its transfer and content encodings."""

    fetched_at: datetime
    """UTC."""

    ip: str = ""
    """The address that was dialled; empty when not known."""

    overlooked: SkipReason | None = None
    """The certificate fault that was overlooked to get this answer."""

    unchanged_since: datetime | None = None
    """When the body was fetched, where the server said that it had not changed since then."""

    rendered: bool = False
    """Is the body what a browser made of the page, rather than an answer of the server?"""


@dataclass(frozen=True, slots=True)
class Reach:
    """How much of the site was seen."""

    completion: Completion
    reason: str | None = None
    """Why not everything, one clause in English; None when everything was seen."""

    requests: int = 0
    pages: int = 0
    documents: int = 0
    bytes: int = 0
    skipped: tuple[Skip, ...] = ()
    """Sorted by address."""

    remarks: tuple[Remark, ...] = ()
    """Sorted by kind and address, none twice."""


class Bodies(Protocol):
    """Where the bodies of a snapshot lie."""

    def body(self, resource: Resource) -> bytes:
        """Return the body of `resource`, decoded from its transfer and content encodings."""
        ...


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One visit: everything that was seen, everything that was not, and why."""

    id: str
    """`sha256:` and the digest over addresses and bodies."""

    organisation: Organisation
    resources: tuple[Resource, ...]
    """In the order of their addresses."""

    reach: Reach
    started_at: datetime
    finished_at: datetime
    bodies: Bodies
