"""An audit read back from its JSON."""

from __future__ import annotations

from pydantic import ValidationError

from oit_audit.errors import InputError
from oit_audit.model import Audit
from oit_audit.report._clean import plain
from oit_audit.report._shape import AuditShape
from oit_audit.words import worded

HINT = worded("give the file that `oit-audit scan --output json=PATH` wrote")

_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_audit(data: bytes, name: str) -> Audit:
    """Return the audit that `data` holds; `name` is the file's name, for messages.

    Every element counts and none has a remedy until the audit is `completed`.

    Raises:
        InputError: it is no audit of version 1; the message names file and first wrong key.
    """
    if data.startswith(_WIDE):
        raise InputError(
            worded("{name}: Invalid JSON: it is UTF-16, as `>` of PowerShell writes it", name=name),
            hint=HINT,
        )
    try:
        return AuditShape.model_validate_json(data.removeprefix(b"\xef\xbb\xbf")).value()
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"])
        where = f"{name}: {key.removeprefix('.')}" if key else name
        raise InputError(plain(f"{where}: {first['msg']}", 400), hint=HINT) from error
