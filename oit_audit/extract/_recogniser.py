"""Recognises pages in the sandbox, a few at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Self

from oit_audit.extract import _choose
from oit_audit.extract._engine import Engine
from oit_audit.extract._extractor import Extractor
from oit_audit.extract._ocr import SECONDS_A_PAGE, recognise_page
from oit_audit.extract._sandbox import Limits, Sandbox
from oit_audit.model import RecognisedPage, Resource

WORKERS = 2
"""Pages at once; the engine keeps one core busy with each."""

_LIMITS = Limits(seconds=SECONDS_A_PAGE + 30)
"""The engine is stopped first, so that it does not outlive the process that asked it."""

Body = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """A page that is to be recognised."""

    resource: Resource
    """What was fetched."""

    address: str
    """Final address of the scan: of the resource, or of a file that lies in it."""

    number: int
    """Of the page, from 1."""

    body: Body
    """Fetches the body of the resource."""


class Recogniser:
    """An engine at work. Ends its processes when it is closed."""

    def __init__(
        self, extractors: tuple[Extractor, ...], engine: Engine, sandbox: Sandbox | None = None
    ) -> None:
        self._extractors = extractors
        self._engine = engine
        self._sandbox = sandbox or Sandbox(_LIMITS, WORKERS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sandbox.close()

    @property
    def name(self) -> str:
        """Return what reads: the same name gives the same words."""
        return self._engine.name

    def pages(self, asked: Iterable[Asked]) -> Iterator[RecognisedPage]:
        """Give the pages in the order in which they are asked for."""
        ahead: deque[Callable[[], RecognisedPage]] = deque()
        for one in asked:
            ahead.append(self._begun(one))
            if len(ahead) > self._sandbox.workers:
                yield ahead.popleft()()
        while ahead:
            yield ahead.popleft()()

    def _begun(self, asked: Asked) -> Callable[[], RecognisedPage]:
        work = partial(
            recognise_member,
            extractors=self._extractors,
            address=asked.address,
            number=asked.number,
            engine=self._engine,
        )
        future = self._sandbox.begin(work, asked.resource, asked.body())

        def unread(why: str) -> RecognisedPage:
            return RecognisedPage(asked.number, note=why)

        return lambda: self._sandbox.end(future, asked.resource, unread)


def recognise_member(
    resource: Resource,
    body: bytes,
    *,
    extractors: tuple[Extractor, ...],
    address: str,
    number: int,
    engine: Engine,
) -> RecognisedPage:
    """Return a page of the file at `address`, which may lie in `resource`.

    One that breaks whoever reads it says so.
    """

    def read() -> RecognisedPage:
        content = _choose.member(extractors, resource, body, address)
        if content is None:
            return RecognisedPage(number, note="the file is no longer there")
        return recognise_page(resource, content, number=number, engine=engine)

    broken = RecognisedPage(number, note=_choose.BROKEN)
    return _choose.guarded(read, broken, resource)
