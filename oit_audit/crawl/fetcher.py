"""The one door to httpx: one address in, one answer or the reason why there is none out."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

import httpx

from oit_audit.crawl.answers import Fault
from oit_audit.crawl.decoding import BadEncodingError, Decoder, TooLargeError
from oit_audit.crawl.guard import Guard, RefusedError, UnresolvedError
from oit_audit.crawl.transport import GuardedTransport
from oit_audit.model import Exchange, SkipReason
from oit_audit.settings import CrawlSettings

_MAX_COOKIES = 50
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
    "Accept-Language": "th,en;q=0.7",
    "Accept-Encoding": "gzip, deflate",
}

_AS_SENT = "headers_as_sent"

Wanted = Callable[[str], bool]
"""Is a body of this media type worth downloading?"""

Headers = tuple[tuple[str, str], ...]


class Fetcher:
    """Asks for addresses; keeps one client, with its cookies, for each host."""

    def __init__(
        self,
        settings: CrawlSettings,
        guard: Guard,
        now: Callable[[], datetime],
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.requests = 0
        """Questions asked so far."""

        self._settings = settings
        self._guard = guard
        self._now = now
        self._transport = transport
        self._clients: dict[str, httpx.AsyncClient] = {}
        self._tls = httpx.create_ssl_context()

    async def get(
        self, url: str, wanted: Wanted, *, max_bytes: int, headers: Headers = ()
    ) -> Exchange | Fault:
        """Ask for `url` and follow nothing. Raises nothing for what a site may do.

        `headers` are said instead of ours, or beside them.
        """
        try:
            self._guard.check(url)
            async with asyncio.timeout(self._settings.total_timeout_s):
                return await self._ask(url, wanted, max_bytes, headers)
        except RefusedError as error:
            return Fault(SkipReason.PRIVATE_ADDRESS, str(error))
        except UnresolvedError as error:
            return Fault(SkipReason.DNS, str(error), passing=True)
        except TimeoutError:
            limit = self._settings.total_timeout_s
            return Fault(SkipReason.TIMEOUT, f"no whole answer within {limit:g} seconds")
        except httpx.InvalidURL as error:
            return Fault(SkipReason.INVALID_URL, str(error))
        except httpx.HTTPError as error:
            return _fault(error)

    def refusal(self, url: str) -> Fault | None:
        """Say why `url` must not be asked, as far as its text alone can tell."""
        try:
            self._guard.check(url)
        except RefusedError as error:
            return Fault(SkipReason.PRIVATE_ADDRESS, str(error))
        return None

    def cookies(self, url: str) -> str:
        """Return what the host of `url` has made us remember, as one text to compare."""
        client = self._clients.get(urlsplit(url).netloc)
        jar = client.cookies.jar if client else ()
        return ";".join(sorted(f"{cookie.name}={cookie.value}" for cookie in jar))

    async def aclose(self) -> None:
        """Close all connections."""
        for client in self._clients.values():
            await client.aclose()

    async def _ask(
        self, url: str, wanted: Wanted, max_bytes: int, headers: Headers
    ) -> Exchange | Fault:
        client = self._client(url)
        self.requests += 1
        async with client.stream("GET", url, headers=list(headers)) as response:
            media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            if response.status_code == 200 and not wanted(media_type):
                return Fault(SkipReason.STATUS, f"{media_type} is not read")
            body = await _body(response, max_bytes)
        if isinstance(body, Fault):
            return body
        if len(client.cookies.jar) > _MAX_COOKIES:
            client.cookies.clear()
        return Exchange(
            url=url,
            method="GET",
            request_headers=_pairs(response.request.headers),
            status=response.status_code,
            reason=response.reason_phrase,
            headers=response.extensions[_AS_SENT],
            body=body,
            fetched_at=self._now(),
            ip=_dialled(response),
        )

    def _client(self, url: str) -> httpx.AsyncClient:
        host = urlsplit(url).netloc
        if host not in self._clients:
            settings = self._settings
            self._clients[host] = httpx.AsyncClient(
                transport=self._transport or self._dialler(),
                headers={**_HEADERS, "User-Agent": settings.user_agent},
                timeout=httpx.Timeout(settings.read_timeout_s, connect=settings.connect_timeout_s),
                follow_redirects=False,
                trust_env=False,  # a proxy would dial what the guard has not looked at
                event_hooks={"response": [_keep_headers]},
            )
        return self._clients[host]

    def _dialler(self) -> GuardedTransport:
        limits = httpx.Limits(max_connections=self._settings.concurrency)
        return GuardedTransport(
            self._guard, httpx.AsyncHTTPTransport(verify=self._tls, limits=limits)
        )


async def _keep_headers(response: httpx.Response) -> None:
    """Keep the headers, and hide Location: httpx would refuse an answer that leads nowhere."""
    response.extensions[_AS_SENT] = _pairs(response.headers)
    response.headers.pop("location", None)


async def _body(response: httpx.Response, max_bytes: int) -> bytes | Fault:
    try:
        decoder = Decoder(response.headers.get("content-encoding", ""), max_bytes)
        async for piece in response.aiter_raw():
            decoder.feed(piece)
        return decoder.body()
    except BadEncodingError as error:
        return Fault(SkipReason.BAD_ENCODING, str(error))
    except TooLargeError as error:
        return Fault(SkipReason.TOO_LARGE, str(error))
    except (httpx.RemoteProtocolError, httpx.ReadError) as error:
        return Fault(SkipReason.TRUNCATED, _words(error), passing=True)


def _pairs(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


def _dialled(response: httpx.Response) -> str:
    stream = response.extensions.get("network_stream")
    address = stream.get_extra_info("server_addr") if stream else None
    return str(address[0]) if address else ""


def _fault(error: httpx.HTTPError) -> Fault:
    causes = tuple(_causes(error))
    if isinstance(error, httpx.TimeoutException):
        return Fault(SkipReason.TIMEOUT, _words(error), passing=True)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Fault(SkipReason.TLS, _words(error))
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return Fault(SkipReason.REFUSED, "connection refused", passing=True)
    if isinstance(error, httpx.ReadError | httpx.WriteError | httpx.RemoteProtocolError):
        return Fault(SkipReason.RESET, _words(error), passing=True)
    return Fault(SkipReason.NETWORK, _words(error), passing=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                yield from _causes(part)
        error = error.__cause__ or error.__context__


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
