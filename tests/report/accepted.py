"""Golden files: what a report looks like, accepted on purpose with OIT_AUDIT_ACCEPT=1."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def agrees(name: str, actual: bytes) -> None:
    """Compare `actual` with the golden file `name`; write it when asked to."""
    path = FOLDER / name
    if os.environ.get("OIT_AUDIT_ACCEPT"):
        path.write_bytes(actual)
    assert path.exists(), f"no golden file {name}; look at the report, then OIT_AUDIT_ACCEPT=1"
    expected = path.read_bytes().replace(b"\r\n", b"\n")
    assert actual.decode() == expected.decode(), f"{name} changed; OIT_AUDIT_ACCEPT=1 accepts it"
