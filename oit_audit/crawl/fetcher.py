"""The one door to httpx: one address in, one answer or the reason why there is none out."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

import httpx

from oit_audit.crawl import certificates
from oit_audit.crawl.answers import Fault
from oit_audit.crawl.borders import Before
from oit_audit.crawl.decoding import (
    ACCEPTED,
    BadEncodingError,
    BombError,
    Decoder,
    TooLargeError,
)
from oit_audit.crawl.faults import fault_of, words
from oit_audit.crawl.guard import Guard, RefusedError, UnresolvedError
from oit_audit.crawl.names import Names
from oit_audit.crawl.transport import GuardedTransport, Line
from oit_audit.model import CERTIFICATE_FAULTS, Exchange, SkipReason
from oit_audit.settings import CrawlSettings

logger = logging.getLogger(__name__)

_MAX_COOKIES = 50
_HEADERS = {
    "Connection": "keep-alive",
    "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
    "Accept-Language": "th,en;q=0.7",
    "Accept-Encoding": ACCEPTED,
}

_TLS_FAULTS = CERTIFICATE_FAULTS | {SkipReason.TLS}

Wanted = Callable[[str], bool]
"""Is a body of this media type worth downloading?"""

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Question:
    url: str
    wanted: Wanted
    max_bytes: int
    headers: Headers
    before: Before | None
    left: Callable[[], None]


class Fetcher:
    """Asks for addresses; keeps one line, with its cookies, to each host."""

    def __init__(
        self,
        settings: CrawlSettings,
        guard: Guard,
        now: Callable[[], datetime],
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.requests = 0
        """Questions asked so far, in this run and in those that it goes on with."""

        self.bytes = 0
        """Of all bodies so far, decoded, those that did not come whole included."""

        self._settings = settings
        self._guard = guard
        self._names = Names(guard)
        self._now = now
        self._transport = transport
        self._lines: dict[str, Line] = {}
        self._overlooked: dict[str, SkipReason] = {}
        self._tls = certificates.strict()

    async def get(
        self,
        url: str,
        wanted: Wanted,
        *,
        max_bytes: int,
        headers: Headers = (),
        before: Before | None = None,
        left: Callable[[], None] = lambda: None,
    ) -> Exchange | Fault:
        """Ask for `url` and follow nothing. Raises nothing for what a site may do.

        A certificate that cannot be trusted is overlooked once it is known what is wrong with it,
        unless the settings are strict: the exchange says so.

        Args:
            url: What to ask for.
            wanted: Which media types are worth a download.
            max_bytes: Of the body.
            headers: Said instead of ours, or beside them.
            before: What an earlier visit got; the server may say that it still holds.
            left: Called when the request has left.
        """
        asked = (*headers, *before.conditions.items()) if before else headers
        question = _Question(url, wanted, max_bytes, asked, before, left)
        host = urlsplit(url).netloc
        relaxed = host in self._overlooked
        answer = await self._try(question)
        if not isinstance(answer, Fault) or answer.reason not in _TLS_FAULTS:
            return answer
        if self._settings.strict_tls or relaxed or not self._guard.is_own(url):
            return answer
        if host in self._overlooked:  # by another request in the meantime
            return await self._try(question)
        # A server that hangs up in the handshake may be too old to say so.
        old = answer.reason is SkipReason.TLS
        self._overlooked[host] = SkipReason.TLS_OLD if old else answer.reason
        await self._hang_up(host)
        again = await self._try(question)
        if isinstance(again, Fault) and again.reason in _TLS_FAULTS:
            del self._overlooked[host]
            await self._hang_up(host)
            return answer
        return again

    async def _hang_up(self, host: str) -> None:
        line = self._lines.pop(host, None)
        if line is not None:
            await line.aclose()

    async def address(self, url: str) -> str:
        """Return the IP address that `url` is asked at; empty when that cannot be known."""
        if self._transport is not None:
            return ""
        try:
            async with asyncio.timeout(self._settings.connect_timeout_s):
                return await self._names.address(url)
        except TimeoutError:
            return ""

    def refusal(self, url: str) -> Fault | None:
        """Say why `url` must not be asked, as far as its text alone can tell."""
        try:
            self._guard.check(url)
        except RefusedError as error:
            return Fault(SkipReason.PRIVATE_ADDRESS, str(error))
        return None

    def remember(self, exchange: Exchange) -> None:
        """Count an answer that was not asked for again, and take its cookies."""
        self.requests += 1
        request = httpx.Request("GET", exchange.url)
        answer = httpx.Response(exchange.status, headers=exchange.headers, request=request)
        self.bytes += len(exchange.body)
        if exchange.overlooked is not None and not self._settings.strict_tls:
            self._overlooked.setdefault(urlsplit(exchange.url).netloc, exchange.overlooked)
        self._line(exchange.url).cookies.extract_cookies(answer)

    def cookies(self, url: str) -> str:
        """Return what the host of `url` has made us remember, as one text to compare."""
        line = self._lines.get(urlsplit(url).netloc)
        jar = line.cookies.jar if line else ()
        return ";".join(sorted(f"{cookie.name}={cookie.value}" for cookie in jar))

    async def aclose(self) -> None:
        """Close all connections."""
        for line in self._lines.values():
            await line.aclose()

    async def _try(self, question: _Question) -> Exchange | Fault:
        heard: list[int] = []
        try:
            self._guard.check(question.url)
            async with asyncio.timeout(self._settings.total_timeout_s):
                return await self._ask(question, heard)
        except RefusedError as error:
            return Fault(SkipReason.PRIVATE_ADDRESS, str(error))
        except UnresolvedError as error:
            return Fault(SkipReason.DNS, str(error), passing=True)
        except TimeoutError:
            reason = SkipReason.SLOW if heard else SkipReason.TIMEOUT
            return Fault(reason, f"no whole answer within {self._settings.total_timeout_s:g} s")
        except httpx.InvalidURL as error:
            return Fault(SkipReason.INVALID_URL, str(error))
        except httpx.HTTPError as error:
            return fault_of(error)

    async def _ask(self, question: _Question, heard: list[int]) -> Exchange | Fault:
        url = question.url
        line = self._line(url)
        self.requests += 1
        async with line.ask(url, question.headers, question.left) as (request, response):
            heard.append(response.status_code)
            logger.info("asked: %d %s", response.status_code, url)
            media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            if response.status_code == 200 and not question.wanted(media_type):
                return Fault(SkipReason.WRONG_TYPE, f"{media_type} is not read")
            body = await self._body(response, question.max_bytes)
        if isinstance(body, Fault):
            return body
        if len(line.cookies.jar) > _MAX_COOKIES:
            line.cookies.clear()
        exchange = Exchange(
            url=url,
            method="GET",
            request_headers=_pairs(request.headers),
            status=response.status_code,
            reason=response.reason_phrase,
            headers=_pairs(response.headers),
            body=body,
            fetched_at=self._now(),
            ip=_dialled(response),
            overlooked=self._overlooked.get(urlsplit(url).netloc),
        )
        if question.before is None or exchange.status != 304:
            return exchange
        self.bytes += len(question.before.exchange.body)
        return _still_so(exchange, question.before)

    async def _body(self, response: httpx.Response, max_bytes: int) -> bytes | Fault:
        """Read the body; stop where it, or all bodies together, are more than allowed."""
        try:
            decoder = Decoder(response.headers.get("content-encoding", ""), max_bytes)
            async for piece in response.aiter_raw():
                self.bytes += decoder.feed(piece)
                if self.bytes > self._settings.max_bytes:
                    return Fault(
                        SkipReason.BUDGET,
                        f"the budget of {self._settings.max_bytes} bytes is spent",
                    )
            return decoder.body()
        except BadEncodingError as error:
            return Fault(SkipReason.BAD_ENCODING, str(error))
        except BombError as error:
            return Fault(SkipReason.BOMB, str(error))
        except TooLargeError as error:
            return Fault(SkipReason.TOO_LARGE, str(error))
        except (httpx.RemoteProtocolError, httpx.ReadError) as error:
            return Fault(SkipReason.TRUNCATED, words(error), passing=True)

    def _line(self, url: str) -> Line:
        host = urlsplit(url).netloc
        if host not in self._lines:
            settings = self._settings
            tls = certificates.relaxed() if host in self._overlooked else self._tls
            self._lines[host] = Line(
                self._transport or self._dialler(tls),
                httpx.Headers({**_HEADERS, "User-Agent": settings.user_agent}),
                httpx.Timeout(settings.read_timeout_s, connect=settings.connect_timeout_s),
            )
        return self._lines[host]

    def _dialler(self, tls: ssl.SSLContext) -> GuardedTransport:
        limits = httpx.Limits(max_connections=self._settings.concurrency)
        return GuardedTransport(self._names, httpx.AsyncHTTPTransport(verify=tls, limits=limits))


def _still_so(exchange: Exchange, before: Before) -> Exchange:
    """Return what was fetched before, of which the server says that it still holds."""
    earlier = before.exchange
    return replace(
        earlier,
        url=exchange.url,
        request_headers=exchange.request_headers,
        fetched_at=exchange.fetched_at,
        ip=exchange.ip,
        overlooked=exchange.overlooked,
        unchanged_since=earlier.unchanged_since or earlier.fetched_at,
    )


def _pairs(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


def _dialled(response: httpx.Response) -> str:
    stream = response.extensions.get("network_stream")
    address = stream.get_extra_info("server_addr") if stream else None
    return str(address[0]) if address else ""
