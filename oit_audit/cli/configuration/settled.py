"""Which value of a setting counts, and who said it: command line > environment > file > default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from oit_audit.cli.configuration.files import ConfigFile, found_from, read
from oit_audit.cli.configuration.keys import all_keys
from oit_audit.cli.configuration.variables import CONFIG, read_variables
from oit_audit.cli.sentences import after
from oit_audit.errors import OitAuditError
from oit_audit.model import Text


class Source(StrEnum):
    """Who said a value; each goes before those above it."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"
    COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Settled:
    """What the environment and a file say; what the command line says instead is `overruled`."""

    file: ConfigFile | None = None
    variables: Mapping[str, object] = field(default_factory=dict)
    """By the names of keys, as in `ConfigFile.values`."""

    overruled: frozenset[str] = frozenset()
    """Names of keys of which the command line says something else."""

    def source(self, name: str) -> Source:
        """Return who said the value of a key."""
        if name in self.overruled:
            return Source.COMMAND_LINE
        if name in self.variables:
            return Source.ENVIRONMENT
        return Source.FILE if self.file and name in self.file.values else Source.DEFAULT

    def value(self, name: str) -> object:
        """Return what environment or file say of a key; None if nothing."""
        of_file = self.file.values.get(name) if self.file else None
        return self.variables.get(name, of_file)

    def text(self, name: str) -> str | None:
        """Return the same as text."""
        value = self.value(name)
        return None if value is None else str(value)

    def holds(self, name: str) -> bool:
        """Does environment or file say what counts for a key?"""
        return self.source(name) in (Source.ENVIRONMENT, Source.FILE)

    def site_of(self, name: str) -> str | None:
        """Return the address of the site that a key was said of; None if nobody said one."""
        of_file = self.file.values.get("url") if self.file else None
        said = self.variables.get("url") if self.source(name) is Source.ENVIRONMENT else None
        site = said or of_file
        return None if site is None else str(site)

    def place(self, name: str) -> Text:
        """Return where the value of a key was said: `oit-audit.toml: line 3`, `OIT_AUDIT_DELAY`."""
        key = all_keys()[name]
        match self.source(name):
            case Source.ENVIRONMENT:
                return Text(key.variable, key.variable)
            case Source.FILE if self.file:
                return self.file.place(*key.path)
            case Source.COMMAND_LINE:
                option = f"--{key.option.replace('_', '-')}"
                return Text(option, option)
            case _:
                return Text("", "")

    @contextmanager
    def blaming(self, name: str) -> Iterator[None]:
        """Let errors inside the block name the place where the value of a key was said."""
        try:
            yield
        except OitAuditError as error:
            if not self.holds(name):
                raise
            said = after(self.place(name), after(name, Text(error.th, error.en)))
            raise type(error)(said, hint=Text(error.hint_th, error.hint)) from error


NOTHING = Settled()
"""Neither a file nor the environment say anything."""


def settled(
    named: Path | None, environment: Mapping[str, str], folder: Path | None, *, isolated: bool
) -> Settled:
    """Return what holds in `folder`.

    Args:
        named: The file that the caller names; else the variable `OIT_AUDIT_CONFIG` may.
        environment: The variables.
        folder: Where the search for a file begins; None for nowhere.
        isolated: No file is read.

    Raises:
        InputError: a file or variable says what cannot be used.
    """
    variables = read_variables(environment)
    chosen = named or _named_by(environment)
    if isolated:
        return Settled(None, variables)
    if chosen is not None:
        return Settled(read(chosen), variables)
    return Settled(found_from(folder) if folder else None, variables)


def _named_by(environment: Mapping[str, str]) -> Path | None:
    text = environment.get(CONFIG, "").strip()
    return Path(text).expanduser() if text else None
