"""Standard error, logging and exit codes: the only place that sets them up."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable

from rich.console import Console

from oit_audit.errors import OitAuditError

logger = logging.getLogger(__name__)


def stderr() -> Console:
    """Return the console for everything that is not a report."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def set_up_logging() -> None:
    """Send warnings and worse to standard error; `OIT_AUDIT_LOG` asks for more."""
    level = os.environ.get("OIT_AUDIT_LOG", "WARNING").upper()
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    for noisy in ("httpx", "httpcore", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def guarded(run: Callable[[], object]) -> None:
    """Run the command line; an `OitAuditError` becomes one line, its hint and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    set_up_logging()
    try:
        run()
    except OitAuditError as error:
        console = stderr()
        console.print(f"oit-audit: {error}", markup=False)
        if error.hint:
            console.print(f"  {error.hint}", markup=False)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        stderr().print("oit-audit: ถูกยกเลิก · interrupted", markup=False)
        sys.exit(130)
