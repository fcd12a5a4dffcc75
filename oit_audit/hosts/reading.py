"""Reads `hosts.yaml`, or says in one line what is wrong with it."""

from __future__ import annotations

import re
from typing import Annotated, Self

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from oit_audit.errors import OitAuditError
from oit_audit.hosts.services import Answer, HostKind, Rule, Service
from oit_audit.model import Text
from oit_audit.thai import fold

_ID = r"(?P<id>[\w-]{10,200})"
"""Identifiers are long; `e` and `u` in their place are not."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _is_pattern(text: str) -> str:
    try:
        re.compile(text.replace("{id}", _ID))
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return text


Pattern = Annotated[str, Field(min_length=1), AfterValidator(_is_pattern)]
Host = Annotated[str, Field(pattern=r"^[a-z0-9.-]+\.[a-z]+$")]
Web = Annotated[str, Field(pattern=r"^(self|https://.+)$")]
Phrases = Annotated[tuple[str, ...], Field(min_length=1)]


class _NameModel(_Model):
    th: str = Field(min_length=1)
    en: str = Field(min_length=1)


class _RuleModel(_Model):
    kinds: tuple[HostKind, ...] = Field(min_length=1)
    hosts: tuple[Host, ...] = ()
    path: Pattern
    key: str = ""
    ask: Web | None = None
    change: dict[str, str] = Field(default={}, alias="set")
    keep: tuple[str, ...] = ()
    view: Web | None = None
    page: bool = False
    resolve: bool = False

    @model_validator(mode="after")
    def _has_what_it_fills_in(self) -> Self:
        fills = "{id}" in (self.ask or "") or "{id}" in (self.view or "")
        if fills and not (self.key or "{id}" in self.path):
            raise ValueError("`{id}` stands in an address, but neither in `path` nor as `key`")
        return self


class _ServiceModel(_Model):
    id: str = Field(pattern=r"^[a-z_]+$")
    name: _NameModel
    hosts: tuple[Host, ...] = Field(min_length=1)
    delivers: tuple[Host, ...] = ()
    login: tuple[Pattern, ...] = ()
    refused: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()
    says: dict[Answer, Phrases] = {}
    rules: tuple[_RuleModel, ...] = Field(min_length=1)


class _FileModel(_Model):
    services: tuple[_ServiceModel, ...]


def read_services(data: bytes, name: str = "hosts.yaml") -> tuple[Service, ...]:
    """Return the services that `data` names, in its order.

    Raises:
        OitAuditError: not YAML, or a key that is unknown, missing or of the wrong type; names file
            and key.
    """
    try:
        model = _FileModel.model_validate(yaml.load(data, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise OitAuditError(f"{name}: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise OitAuditError(f"{name}: {place}: {problem['msg']}") from error
    return tuple(map(_service, model.services))


def _service(model: _ServiceModel) -> Service:
    return Service(
        id=model.id,
        name=Text(model.name.th, model.name.en),
        hosts=model.hosts,
        rules=tuple(_rule(rule, model.hosts) for rule in model.rules),
        delivers=model.delivers,
        login=tuple(re.compile(pattern) for pattern in model.login),
        refused=model.refused,
        gone=model.gone,
        says={answer: tuple(map(fold, phrases)) for answer, phrases in model.says.items()},
    )


def _rule(model: _RuleModel, hosts: tuple[str, ...]) -> Rule:
    return Rule(
        kinds=model.kinds,
        hosts=model.hosts or hosts,
        path=re.compile(model.path.replace("{id}", _ID)),
        key=model.key,
        ask=model.ask or "",
        change=model.change,
        keep=model.keep,
        view=model.view or "",
        page=model.page,
        resolve=model.resolve,
    )
