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

from typing import ClassVar, Protocol


class Bilingual(Protocol):
    """One sentence in Thai and in English."""

    @property
    def th(self) -> str:
        """The sentence in Thai."""

    @property
    def en(self) -> str:
        """The same in English."""


class OitAuditError(Exception):
    """One line for the reader, and a hint that says what to do next; `str` of it is English."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str | Bilingual, *, hint: str | Bilingual = "") -> None:
        self.en, self.th = _both(message)
        self.hint, self.hint_th = _both(hint)
        super().__init__(self.en)


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


def _both(said: str | Bilingual) -> tuple[str, str]:
    """Return a sentence in English and in Thai; what is in one language alone is so in both."""
    return (said, said) if isinstance(said, str) else (said.en, said.th)
