"""Dials the very address that the guard has looked at, so that a name cannot change its mind."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from oit_audit.crawl.names import Names

_LEFT = ".send_request_headers.complete"
"""What httpcore says, of any version of HTTP, when a request has left."""


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
        if request.url.host == address:
            return await self._inner.handle_async_request(request)
        extensions = {**request.extensions, "sni_hostname": request.url.host}
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


@dataclass(slots=True)
class Line:
    """A way to one host, and what it has made us remember.

    It does of a client only what a visit needs: nothing is followed, and what comes is handed on as
    it came.
    """

    transport: httpx.AsyncBaseTransport
    headers: httpx.Headers
    timeout: httpx.Timeout
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    @asynccontextmanager
    async def ask(
        self,
        url: str,
        headers: Sequence[tuple[str, str]],
        left: Callable[[], None] = lambda: None,
    ) -> AsyncIterator[tuple[httpx.Request, httpx.Response]]:
        """Ask for `url`; give the question as it was sent, and the answer, whose body waits.

        Args:
            url: With a name and a password in it, they are said.
            headers: Said instead of ours, or beside them.
            left: Called when the request has left.

        Raises:
            httpx.InvalidURL: It is no address.
            httpx.HTTPError: Nothing, or nothing sound, came.
        """
        said = httpx.Headers(self.headers)
        said.update(list(headers))

        async def trace(event: str, _: object) -> None:
            if event.endswith(_LEFT):
                left()

        extensions = {"timeout": self.timeout.as_dict(), "trace": trace}
        request = httpx.Request("GET", url, headers=said, extensions=extensions)
        if self.cookies:
            self.cookies.set_cookie_header(request)
        if request.url.userinfo:
            login = httpx.BasicAuth(request.url.username, request.url.password)
            request = next(login.auth_flow(request))
        response = await self.transport.handle_async_request(request)
        try:
            response.request = request
            if "set-cookie" in response.headers:
                self.cookies.extract_cookies(response)
            yield request, response
        finally:
            await response.aclose()

    async def aclose(self) -> None:
        """Close the connections."""
        await self.transport.aclose()
