"""Everything that ends a command early, as one tree.

    OitAuditError            we cannot go on; exit code 2 unless said otherwise
    ├── UsageError           the caller asked for something that cannot be done
    ├── AddressError         an address that is no address, or that must not be asked
    ├── ChecklistError       a checklist or lexicon that cannot be used
    ├── InputError           a list, an audit or another file of the caller that cannot be read
    ├── SnapshotError        a snapshot that cannot be read or written
    └── UnreachableError     the first page never came; exit code 3

What a *site* does wrong is never an exception: it is a `Skip` with its reason.
"""

from __future__ import annotations

from typing import ClassVar


class OitAuditError(Exception):
    """One line for the reader, and a hint that says what to do next."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(OitAuditError):
    """The caller asked for something that cannot be done."""


class AddressError(OitAuditError):
    """An address that is no address, or that must not be asked."""


class ChecklistError(OitAuditError):
    """A checklist or lexicon that cannot be used; names file, item, key and what was expected."""


class InputError(OitAuditError):
    """A file of the caller that cannot be read; names file and row."""


class SnapshotError(OitAuditError):
    """A snapshot that cannot be read or written."""


class UnreachableError(OitAuditError):
    """The first page never came."""

    exit_code: ClassVar[int] = 3
