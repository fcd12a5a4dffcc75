"""Where a link in a file for other programs may lead."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from oit_audit.report._clean import href

_UNSAFE = re.compile(r"""["<>\[\]^`{}|\\]|%(?![0-9A-Fa-f]{2})""")
_HOST = re.compile(r"[\w.-]+(?::\d{1,5})?")


def target(url: str) -> str | None:
    """Return `url` as a link may hold it, None where no reader should follow it.

    It is an address of the web without a user's name; what an address may not hold is escaped.
    """
    link = href(url)
    if link is None:
        return None
    parts = urlsplit(link)
    if _HOST.fullmatch(parts.netloc) is None:
        return None
    lower = f"{parts.scheme}{link[len(parts.scheme) :]}"
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", lower)
