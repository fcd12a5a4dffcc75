"""A finished visit of another day: what a server may say has not changed since."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from oit_audit.errors import SnapshotError
from oit_audit.model import Exchange, Resource, canonical
from oit_audit.store.bodies import WarcBodies, record_at
from oit_audit.store.records import exchange_of
from oit_audit.store.snapshots import read_snapshot

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer of the earlier visit."""

    exchange: Exchange
    conditions: Mapping[str, str]
    """The headers that ask whether it still holds, never empty."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The answers of one earlier visit, by address."""

    bodies: WarcBodies
    resources: Mapping[str, Resource]

    def find(self, url: str) -> Stored | None:
        """Return what was got for `url`; None when a server cannot be asked about it.

        A record that cannot be read is one that is not there: the page is asked for anew.
        """
        resource = self.resources.get(canonical(url))
        if resource is None:
            return None
        try:
            body = self.bodies.body(resource)
            place = self.bodies.places[resource.final_url, resource.sha256]
            with record_at(self.bodies.directory, place) as record:
                exchange = exchange_of(record, body)
        except (SnapshotError, ValueError) as error:
            logger.warning("not reused: %s", error)
            return None
        conditions = _conditions(exchange) if canonical(exchange.url) == canonical(url) else {}
        return Stored(exchange, conditions) if conditions else None


def read_earlier(directory: Path) -> Earlier:
    """Return the answers of the visit that lies in `directory`.

    Raises:
        SnapshotError: there is none, or it is damaged.
    """
    snapshot = read_snapshot(directory)
    assert isinstance(snapshot.bodies, WarcBodies)  # noqa: S101 - what it has just made
    asked = {part.final_url: part for part in snapshot.resources if not part.rendered}
    return Earlier(snapshot.bodies, asked)


def _conditions(exchange: Exchange) -> dict[str, str]:
    """Return If-None-Match and If-Modified-Since. Source: RFC 9110, section 13.1."""
    headers = {name.lower(): value for name, value in exchange.headers}
    conditions = {
        "If-None-Match": headers.get("etag", ""),
        "If-Modified-Since": headers.get("last-modified", ""),
    }
    return {name: value for name, value in conditions.items() if value and value.isascii()}
