"""What is known of an address: one look-up, the same everywhere."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from oit_audit.hosts.reading import read_services
from oit_audit.hosts.services import Foreign, HostKind, Service, fitted, is_under
from oit_audit.model import canonical, host_of

_LABELS = 6
"""Labels of a host name that are looked at; longer names are of nobody that we know."""


@lru_cache(maxsize=16_384)
def known(url: str) -> Foreign | None:
    """Return what is known of `url`, its fragment left out; None when nothing is.

    >>> found = known("https://docs.google.com/spreadsheets/d/1aBcDeFgHiJkLm/edit#gid=0")
    >>> found.kind.value, found.export
    ('sheet', 'https://docs.google.com/spreadsheets/d/1aBcDeFgHiJkLm/export?format=xlsx')
    """
    services = _of_host(host_of(url))
    if not services:
        return None
    try:
        address = canonical(url)
    except ValueError:
        return None
    found = (fitted(service, rule, address) for service in services for rule in service.rules)
    return next((foreign for foreign in found if foreign is not None), None)


def flipbook(url: str) -> str:
    """Return the domain of the service that shows `url` as a book to leaf through; else empty.

    The address of such a book does not say where its file lies.

    >>> flipbook("https://online.anyflip.com/abcd/efgh/mobile/index.html"), flipbook("https://a.test/b")
    ('anyflip.com', '')
    """
    found = known(url)
    if found is None or found.kind is not HostKind.FLIPBOOK:
        return ""
    return next(name for name in found.service.hosts if is_under(host_of(found.url), (name,)))


@lru_cache(maxsize=4_096)
def keeper(host: str) -> Service | None:
    """Return who keeps what lies at `host`, delivery included; None when nobody that we know."""
    own = _of_host(host)
    if own:
        return own[0]
    return next((service for name in _names(host) for service in _delivering().get(name, ())), None)


def _of_host(host: str) -> tuple[Service, ...]:
    """Return the services at `host`, those with the longest name for it first."""
    index = _index()
    return tuple(service for name in _names(host) for service in index.get(name, ()))


def _names(host: str) -> tuple[str, ...]:
    """Return `host` and the domains above it, the longest first."""
    labels = host.split(".")
    if len(labels) > _LABELS:
        labels = labels[-_LABELS:]
    return tuple(".".join(labels[start:]) for start in range(len(labels) - 1))


@cache
def _services() -> tuple[Service, ...]:
    path = files("oit_audit.hosts") / "hosts.yaml"
    return read_services(path.read_bytes(), str(path))


@cache
def _index() -> dict[str, tuple[Service, ...]]:
    index: dict[str, tuple[Service, ...]] = {}
    for service in _services():
        for host in service.hosts:
            index[host] = (*index.get(host, ()), service)
    return index


@cache
def _delivering() -> dict[str, tuple[Service, ...]]:
    index: dict[str, tuple[Service, ...]] = {}
    for service in _services():
        for host in service.delivers:
            index[host] = (*index.get(host, ()), service)
    return index
