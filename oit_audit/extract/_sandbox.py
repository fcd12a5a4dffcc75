"""Strangers' files are read in processes of their own, with limits on time, memory and output.

A file that hangs, kills or floods its reader costs that one document, and the document says so.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import pickle
import sys
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooSlowError
from dataclasses import dataclass
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from oit_audit.extract._extractor import blank
from oit_audit.model import Document, Media, Resource

logger = logging.getLogger(__name__)

MOST_WORKERS = 4
_MAX_ANSWER = 100_000_000
"""Bytes of what a worker hands back."""

_RENEWED_AFTER = 500
"""Files, after which a worker gives way to a fresh one: libraries in C leak."""

TOO_SLOW = "reading the file took too long"
BROKE = "the file broke the program that reads it"
TOO_MUCH = "the file says more than we keep"
NO_MEMORY = "reading the file takes too much memory"

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one file may take."""

    seconds: float = 90.0
    memory_bytes: int = 1_500_000_000
    """Of one process; kept where the system can (Linux)."""


class Sandbox:
    """A few processes that read; they start with the first file."""

    def __init__(self, limits: Limits | None = None, workers: int | None = None) -> None:
        self.workers = workers or max(1, min(MOST_WORKERS, os.cpu_count() or 1))
        self._limits = limits or Limits()
        self._pool: ProcessPool | None = None
        self._closed: weakref.finalize[[ProcessPool], Sandbox] | None = None
        self._lock = threading.Lock()

    def begin(
        self, work: Callable[[Resource, bytes], _Answer], resource: Resource, body: bytes
    ) -> Future[bytes]:
        """Begin to `work` in one of the processes; `work` must be a function of a module."""
        try:
            pool = self._started()
        except OSError as error:  # no shared memory, say
            logger.warning("files are read without limits: no process can be started: %s", error)
            return _here(work, resource, body)
        future: Future[bytes] = pool.schedule(
            _worked, args=(work, resource, body), timeout=self._limits.seconds
        )
        return future

    def end(self, future: Future[bytes], resource: Resource, otherwise: Failed[_Answer]) -> _Answer:
        """Return what came of `future`; `otherwise` makes an answer of why nothing came."""
        try:
            answer: _Answer = pickle.loads(future.result())  # noqa: S301 - bytes of our own process
        except TooSlowError:
            why = TOO_SLOW
        except ProcessExpired:
            why = BROKE
        except MemoryError:
            why = NO_MEMORY
        except OverflowError:
            why = TOO_MUCH
        else:
            return answer
        logger.warning("could not be read: %s: %s", resource.final_url, why)
        return otherwise(why)

    def close(self) -> None:
        """End the processes; the next file would start new ones."""
        with self._lock:
            if self._closed is not None:
                self._closed()
            self._pool = self._closed = None

    def _started(self) -> ProcessPool:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPool(
                    max_workers=self.workers,
                    max_tasks=_RENEWED_AFTER,
                    initializer=_confine,
                    initargs=(self._limits,),
                    context=multiprocessing.get_context("spawn"),  # threads and a loop run here
                )
                self._closed = weakref.finalize(self, _end, self._pool)
            return self._pool


Failed = Callable[[str], _Answer]


def unread(resource: Resource) -> Failed[Document]:
    """Return what makes a document of why `resource` could not be read."""
    return lambda why: blank(resource, Media.OTHER, note=why)


def _here(
    work: Callable[[Resource, bytes], object], resource: Resource, body: bytes
) -> Future[bytes]:
    """Work in this process, where no other can be had."""
    done: Future[bytes] = Future()
    try:
        done.set_result(_worked(work, resource, body))
    except (MemoryError, OverflowError) as error:
        done.set_exception(error)
    return done


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # the library left it out
    pool.join()


def _confine(limits: Limits) -> None:
    """Keep this process within `limits`, as far as the system can."""
    logging.disable(logging.CRITICAL)  # the one who asks says what went wrong
    if sys.platform != "win32":
        import resource as system  # noqa: PLC0415 - not on Windows

        for kind, most in ((system.RLIMIT_DATA, limits.memory_bytes), (system.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):
                _, hardest = system.getrlimit(kind)
                least = most if hardest == system.RLIM_INFINITY else min(most, hardest)
                system.setrlimit(kind, (least, hardest))


def _worked(work: Callable[[Resource, bytes], object], resource: Resource, body: bytes) -> bytes:
    """Return what came of `work` as bytes.

    Raises:
        OverflowError: There is too much of it.
    """
    answer = pickle.dumps(work(resource, body), pickle.HIGHEST_PROTOCOL)
    if len(answer) > _MAX_ANSWER:
        raise OverflowError(len(answer))
    return answer
