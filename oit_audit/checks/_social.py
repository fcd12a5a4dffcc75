"""Where links lead outside: networks, chats, forms of others."""

from __future__ import annotations

from oit_audit.hosts import HostKind, known


def is_network(url: str) -> bool:
    """Is `url` an account in a social network, and not a share button or a film?"""
    return _is_a(url, HostKind.SOCIAL)


def is_chat(url: str) -> bool:
    """Does `url` open a conversation with the office?"""
    return _is_a(url, HostKind.CHAT)


def is_foreign_form(url: str) -> bool:
    """Does `url` lead to a form that another service keeps?"""
    return _is_a(url, HostKind.FORM)


def _is_a(url: str, kind: HostKind) -> bool:
    foreign = known(url)
    return foreign is not None and foreign.is_a(kind)
