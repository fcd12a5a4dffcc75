"""Inside a workflow of GitHub: annotations of its run, and no command from anybody else.

A workflow obeys lines on standard output and on standard error. Annotations go to standard error,
so that a report on standard output stays as it is; a call with `GITHUB_ACTIONS` empty has none.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO, Any

from oit_audit.model import Audit, Language
from oit_audit.report import as_annotations, tame


def in_workflow() -> bool:
    """Return whether this process is a step of a workflow."""
    return os.environ.get("GITHUB_ACTIONS", "").lower() == "true"


def annotate(audit: Audit, language: Language, source: str | None = None) -> None:
    """Annotate the run of the workflow that this is a step of; elsewhere do nothing."""
    if not in_workflow():
        return
    told = "".join(f"{line}\n" for line in as_annotations(audit, language, in_checkout(source)))
    sys.stderr.flush()
    sys.stderr.buffer.write(told.encode("utf-8", "replace"))
    sys.stderr.buffer.flush()


def in_checkout(source: str | None) -> str | None:
    """Return a path of the caller as the code host knows it: from the root of the checkout.

    The root is `GITHUB_WORKSPACE`, else where the command runs; what lies outside stays as it is.
    """
    if source is None:
        return None
    root = Path(os.environ.get("GITHUB_WORKSPACE") or ".").resolve()
    path = Path(source).resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else source


class Tamed:
    """A stream of text whose lines no workflow obeys; its `buffer` takes bytes as they are."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write `text` without commands; say that all of it was written."""
        self._stream.write(tame(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def tame_streams() -> None:
    """See that nothing we print is obeyed by the workflow that this is a step of."""
    if not in_workflow():
        return
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if not isinstance(stream, Tamed):
            setattr(sys, name, Tamed(stream))
