"""Which addresses stand behind a name: asked once a visit, looked at by the guard."""

from __future__ import annotations

from urllib.parse import urlsplit

from oit_audit.crawl.guard import Guard, RefusedError, UnresolvedError


class Names:
    """Remembers what the guard let through, so that one visit asks one machine."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._known: dict[tuple[str, int], tuple[str, ...]] = {}

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """Return the IP addresses to dial, the preferred one first, never empty.

        Raises:
            RefusedError: the host has addresses, and none may be dialled.
            UnresolvedError: it has none.
        """
        if (host, port) not in self._known:
            self._known[host, port] = await self._guard.addresses(host, port)
        return self._known[host, port]

    def forget(self, host: str, port: int) -> None:
        """Ask again the next time: none of the addresses took a connection."""
        self._known.pop((host, port), None)

    async def address(self, url: str) -> str:
        """Return the address that `url` will be asked at; empty when there is none to dial."""
        parts = urlsplit(url)
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
            return (await self.addresses(parts.hostname or "", port))[0]
        except (RefusedError, UnresolvedError, ValueError):
            return ""
