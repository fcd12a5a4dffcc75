"""The schema of a file of settings, with the words that the options of the commands have."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from oit_audit.cli.configuration.keys import all_keys, schema
from oit_audit.report import FORMATS

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def described_schema(helps: Mapping[str, str]) -> dict[str, Any]:
    """Return the JSON schema of a file, for editors.

    What a file must not say is left out. `helps` are the words of keys, by their names.
    """
    whole = copy.deepcopy(schema())
    places = {"": whole, **{name: whole["$defs"][name.title()] for name in ("verify",)}}
    for name, key in all_keys().items():
        parts: dict[str, Any] = places[".".join(key.path[:-1])]["properties"]
        if key.mark.door:
            del parts[key.path[-1]]
        elif name in helps:
            parts[key.path[-1]]["description"] = helps[name]
    whole["properties"]["output"]["propertyNames"] = {"enum": [each.name for each in FORMATS]}
    return {"$schema": ADDRESS, "title": "oit-audit.toml", **whole}
