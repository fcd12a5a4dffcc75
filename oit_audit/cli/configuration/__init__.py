"""Settings from a file and from the environment. In: a folder, variables. Out: what is settled.

`Wanted` takes `Config` and `Isolated` as options; `settled_by` tells a command what was said.
"""

from __future__ import annotations

from oit_audit.cli.configuration.asking import Config, Isolated, key_of, settled_by
from oit_audit.cli.configuration.complaints import shown
from oit_audit.cli.configuration.described import described_schema
from oit_audit.cli.configuration.keys import Key, all_keys
from oit_audit.cli.configuration.settled import NOTHING, Settled, Source

PARTS = ("keys", "lines", "complaints", "files", "variables", "settled", "asking", "described")

__all__ = [
    "NOTHING",
    "Config",
    "Isolated",
    "Key",
    "Settled",
    "Source",
    "all_keys",
    "described_schema",
    "key_of",
    "settled_by",
    "shown",
]
