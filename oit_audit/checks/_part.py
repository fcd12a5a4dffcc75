"""What every check is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from oit_audit.model import Document, Finding, Scene


@dataclass(frozen=True, slots=True)
class Part(ABC):
    """A check: its fields are the parameters that a checklist writes under `with`."""

    name: ClassVar[str]
    """What a checklist writes under `check`."""

    @abstractmethod
    def look(self, documents: tuple[Document, ...], scene: Scene) -> Finding:
        """Look through `documents`, the best first, never empty, and say what was found."""
