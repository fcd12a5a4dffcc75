"""The one door to apprise: short messages to chat rooms, mailboxes and phones.

In: addresses as apprise writes them (`tgram://token/chat`, `mailto://…`), and a `Notice`. Out: who
did not take it. Only the command line asks for it, and only where the caller names an address:
nothing else in the house speaks to anybody but the site.

Such an address holds a password or a token. None of it is ever printed or logged: of an address we
say its scheme alone, `tgram://…`, and what apprise and its libraries log stays here.
"""

from __future__ import annotations

import logging
import multiprocessing
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pebble import ProcessFuture, ProcessPool

from oit_audit.errors import UsageError
from oit_audit.model import Notice, Tone
from oit_audit.words import worded

if TYPE_CHECKING:
    from apprise import NotifyBase

EXTRA = 'pip install "oit-audit[notify]"'
"""How to get the library."""

LIMIT_S = 30.0
"""Seconds that one service may take, the start of the library among them."""

_SCHEME = re.compile(r"\s*([a-z][a-z0-9.+-]{0,20})://", re.IGNORECASE)
_PARTS = re.compile(r"[^/:@?&=,#+\s]{4,}")
_TALKATIVE = ("apprise", "urllib3", "requests_oauthlib", "oauthlib")
_TYPES: Mapping[Tone, str] = {
    Tone.GOOD: "success",
    Tone.PLAIN: "info",
    Tone.WARNING: "warning",
    Tone.BAD: "failure",
}


@dataclass(frozen=True, slots=True)
class Receiver:
    """A place that takes messages."""

    label: str
    """Its scheme, all of its address that may be said."""

    secret: str = field(repr=False)
    """Its address."""


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A message that was not taken, and why."""

    label: str
    reason: str
    """In the words of the library, without any part of the address; may be empty."""


def has_apprise() -> bool:
    """Is the library installed?"""
    return find_spec("apprise") is not None


def receivers(urls: Iterable[str]) -> tuple[Receiver, ...]:
    """Return who takes messages at `urls`, in this order. Connects to nobody.

    Raises:
        UsageError: the library is missing, or does not understand one of them. The message holds
            nothing of the address but its scheme.
    """
    wanted = tuple(urls)
    if not wanted:
        return ()
    if not has_apprise():
        raise UsageError(
            worded("--notify needs the library apprise, which is not installed"),
            hint=EXTRA,
        )
    return tuple(_receiver(url, number) for number, url in enumerate(wanted, start=1))


def send(notice: Notice, to: Sequence[Receiver]) -> tuple[Undelivered, ...]:
    """Send `notice` to everybody in `to`, and return who did not take it.

    Sent from a process of its own: a service that never ends its answer holds nobody up. Proxies
    are those of the environment (`HTTPS_PROXY`).
    """
    try:
        pool = ProcessPool(max_workers=1, context=multiprocessing.get_context("spawn"))
        going = [pool.schedule(_sent, args=(each, notice), timeout=LIMIT_S) for each in to]
    except OSError as error:  # no shared memory, say
        return tuple(Undelivered(each.label, str(error.strerror or error)) for each in to)
    try:
        outcomes = [_outcome(each, sending) for each, sending in zip(to, going, strict=True)]
    finally:
        pool.stop()  # type: ignore[no-untyped-call]  # the library left it out
        pool.join()
    return tuple(outcome for outcome in outcomes if outcome is not None)


def _receiver(url: str, number: int) -> Receiver:
    label = _label(url)
    if _service(url) is None:
        raise UsageError(
            worded(
                "--notify number {number} ({label}) is not understood", number=number, label=label
            ),
            hint=worded(
                "addresses are written as apprise has them, for example tgram://TOKEN/CHAT or "
                "mailto://user:password@example.go.th"
            ),
        )
    return Receiver(label, url)


def _service(url: str) -> NotifyBase | None:
    _hush()
    from apprise import Apprise, AppriseAsset  # noqa: PLC0415 - an extra

    asset = AppriseAsset(app_id="oit-audit", app_desc="oit-audit", async_mode=False)
    return Apprise.instantiate(url, asset=asset)


def _outcome(to: Receiver, sending: ProcessFuture[str | None]) -> Undelivered | None:
    match sending.exception():
        case None:
            complaint = sending.result()
            return None if complaint is None else Undelivered(to.label, complaint)
        case TimeoutError():
            return Undelivered(to.label, f"no end of its answer within {LIMIT_S:g} seconds")
        case error:  # its words may hold the address
            return Undelivered(to.label, f"the library failed: {type(error).__name__}")


def _sent(to: Receiver, notice: Notice) -> str | None:
    """Send, in the process of its own; return None, or what the library complains of."""
    from apprise import Apprise, NotifyFormat, NotifyType  # noqa: PLC0415 - an extra

    service = _service(to.secret)
    with _overheard() as said:
        taken = Apprise(service).notify(
            body=notice.body,
            title=notice.title,
            notify_type=NotifyType(_TYPES[notice.tone]),
            body_format=NotifyFormat.TEXT,
        )
    return None if taken else _masked(said[-1] if said else "", to.secret)[:200]


def _label(url: str) -> str:
    scheme = _SCHEME.match(url)
    return f"{scheme[1].lower()}://…" if scheme else "without ://"


def _masked(text: str, secret: str) -> str:
    """Return `text` without any part of `secret`."""
    parts = {*_PARTS.findall(secret), *_PARTS.findall(unquote(secret))}
    for part in sorted(parts, key=len, reverse=True):
        text = text.replace(part, "…")
    return text


def _hush() -> None:
    """Keep what names addresses in full (at DEBUG, all of them) from every log of ours."""
    for name in _TALKATIVE:
        talkative = logging.getLogger(name)
        talkative.propagate = False
        talkative.addHandler(_NOBODY)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


_NOBODY = logging.NullHandler()


@contextmanager
def _overheard() -> Iterator[list[str]]:
    """Give what the library complains of inside the block."""
    listener, library = _Listener(), logging.getLogger("apprise")
    library.addHandler(listener)
    try:
        yield listener.said
    finally:
        library.removeHandler(listener)
