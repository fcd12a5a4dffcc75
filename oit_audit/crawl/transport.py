"""Dials the very address that the guard has looked at, so that a name cannot change its mind."""

from __future__ import annotations

import httpx

from oit_audit.crawl.names import Names


class GuardedTransport(httpx.AsyncBaseTransport):
    """Resolves, checks, and connects to what was checked.

    Host header and TLS name stay those of the host.
    """

    def __init__(self, names: Names, inner: httpx.AsyncBaseTransport) -> None:
        self._names = names
        self._inner = inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request` to the first checked address that accepts a connection."""
        host = request.url.host
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        addresses = await self._names.addresses(host, port)
        for address in addresses[:-1]:
            try:
                return await self._send(request, address)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        try:
            return await self._send(request, addresses[-1])
        except (httpx.ConnectError, httpx.ConnectTimeout):
            self._names.forget(host, port)
            raise

    async def _send(self, request: httpx.Request, address: str) -> httpx.Response:
        extensions = dict(request.extensions)
        if request.url.host != address:
            extensions["sni_hostname"] = request.url.host
        dialled = httpx.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions=extensions,
        )
        return await self._inner.handle_async_request(dialled)

    async def aclose(self) -> None:
        """Close what was opened."""
        await self._inner.aclose()
