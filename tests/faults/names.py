"""The resolver of the machine, played: names that lead to loopback, and names that lead nowhere."""

from __future__ import annotations

import socket
from typing import Any

import pytest

DOMAIN = "town.example"
HOST = f"www.{DOMAIN}"
DATA = f"data.{DOMAIN}"


class Names:
    """Knows the names below `DOMAIN`; whatever else lies there does not exist."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {HOST: "127.0.0.1", DATA: "127.0.0.1"}
        self.asked: list[str] = []
        self._system = socket.getaddrinfo

    def look_up(self, host: str, port: int, *rest: Any, **named: Any) -> list[Any]:
        """Answer as `socket.getaddrinfo` does."""
        if not host.endswith(DOMAIN) and host not in self.known:
            return list(self._system(host, port, *rest, **named))
        self.asked.append(host)
        if host not in self.known:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        address = (self.known[host], port)
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", address)]


def played(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Return names that stand in for those of the machine until the test is over."""
    names = Names()
    monkeypatch.setattr(socket, "getaddrinfo", names.look_up)
    return names
