"""Names of the files in an archive, as the one who packed it saw them, and safe to show."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from oit_audit.extract._extractor import MAX_LABEL, folded

_DRIVE = re.compile(r"^[A-Za-z]:")
_JUNK = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.DS_Store$|\._|Thumbs\.db$|ehthumbs\.db$|desktop\.ini$|~\$)",
    re.IGNORECASE,
)


def decoded(raw: bytes) -> str | None:
    """Return a name that does not say its code page: UTF-8, else Thai Windows; None for neither."""
    for codec in ("utf-8", "cp874"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def is_junk(name: str) -> bool:
    """Is it a file that a system leaves behind for itself?

    >>> is_junk("__MACOSX/._plan.pdf"), is_junk("plan.pdf")
    (True, False)
    """
    return _JUNK.search(name) is not None


def plain(name: str) -> str:
    r"""Return `name` without what leads out of the archive; it names a place, not a path.

    >>> plain("../../C:\\etc/./a.txt"), plain("c:/x/../y.doc"), plain("/")
    ('C:/etc/a.txt', 'x/y.doc', '')
    """
    parts = _DRIVE.sub("", name.replace("\\", "/")).split("/")
    kept = (folded(part)[:MAX_LABEL].strip() for part in parts)
    return "/".join(part for part in kept if part.strip("."))


@dataclass(slots=True)
class Names:
    """Gives each file of an archive a name of its own."""

    given: set[str] = field(default_factory=set)

    def own(self, name: str) -> str:
        """Return `name`, safe and with a number when another file bears it already."""
        safe = plain(name) or "file"
        folder, _, last = safe.rpartition("/")
        stem, dot, suffix = last.rpartition(".")
        found, number = safe, 1
        while found in self.given:
            number += 1
            numbered = f"{stem} ({number}).{suffix}" if dot else f"{last} ({number})"
            found = f"{folder}/{numbered}" if folder else numbered
        self.given.add(found)
        return found
