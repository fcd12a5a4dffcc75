"""What a host lets us see: robots.txt, as RFC 9309 says.

Section 2.3.1: an answer 4xx leaves everything free, 5xx or no answer at all forbids everything.
"""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from protego import Protego

from oit_audit.crawl.answers import Fault
from oit_audit.model import Exchange, SkipReason

MAX_BYTES = 512_000
"""RFC 9309, section 2.5: at least 500 kibibytes are read."""

MAX_DELAY_S = 10.0
"""Longest `Crawl-delay` that we keep; more would make a visit take days."""

_PRODUCT = "oit-audit"
_FREE = frozenset(
    {
        SkipReason.NOT_FOUND, SkipReason.GONE, SkipReason.LOGIN, SkipReason.FORBIDDEN,
        SkipReason.BLOCKED, SkipReason.RATE_LIMITED, SkipReason.STATUS, SkipReason.OFF_SITE,
        SkipReason.REDIRECT_LOOP, SkipReason.PRIVATE_ADDRESS, SkipReason.INVALID_URL,
        SkipReason.SOFT_NOT_FOUND,
    }
)  # fmt: skip
"""There is no robots.txt: 4xx, or redirects that lead nowhere we may go (section 2.3.1.2)."""

_AGENT = re.compile(r"user[ -]?agent\b\s*:?\s*(\*(?!\S)|[a-z_-]*)", re.IGNORECASE)
"""Whom a group is for: `*`, or a product token, up to what no token may hold (section 2.2.1)."""

_RULE = re.compile(r"(?:allow|di\w{2,6}w|crawl[ -]delay|site-?maps?)\b", re.IGNORECASE)

Ask = Callable[[str], Awaitable[Exchange | Fault]]


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin lets us see."""

    parsed: Protego | None
    """None where there are no rules."""

    closed: Fault | None = None
    """Why we stay out of everything; None when we need not."""

    def allows(self, url: str) -> bool:
        """May `url` be asked?"""
        if self.closed is not None:
            return False
        return self.parsed is None or self.parsed.can_fetch(url, _PRODUCT)

    def refusal(self, url: str) -> Fault | None:
        """Say why `url` must not be asked; None when it may."""
        if self.allows(url):
            return None
        return self.closed or Fault(SkipReason.ROBOTS, "robots.txt keeps us out")

    @property
    def delay_s(self) -> float:
        """Return the delay it asks for, within reason; 0 when it asks for none."""
        asked = self.parsed.crawl_delay(_PRODUCT) if self.parsed else None
        return min(max(float(asked or 0), 0.0), MAX_DELAY_S)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Return the sitemaps it names, in its order."""
        return tuple(self.parsed.sitemaps) if self.parsed else ()


class Robots:
    """Asks each origin once."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._rules: dict[str, Rules] = {}
        self._one_at_a_time: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @property
    def closed(self) -> tuple[str, ...]:
        """Return the origins that we stay out of because their server failed to give rules.

        A host that is not there at all is not among them: it hides nothing.
        """
        closed = ((origin, rules.closed) for origin, rules in self._rules.items())
        return tuple(
            origin for origin, fault in closed if fault and fault.reason is SkipReason.ROBOTS
        )

    async def rules(self, url: str) -> Rules:
        """Return the rules of the origin of `url`."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        async with self._one_at_a_time[origin]:
            if origin not in self._rules:
                answer = await self._ask(urljoin(origin, "/robots.txt"))
                self._rules[origin] = _read(answer)
        return self._rules[origin]


def _read(answer: Exchange | Fault) -> Rules:
    if isinstance(answer, Exchange):
        text = answer.body[:MAX_BYTES].decode("utf-8-sig", errors="replace")
        return Rules(Protego.parse("\n".join(_lines(text))))
    if answer.reason in _FREE:
        return Rules(None)
    server = answer.reason is SkipReason.SERVER_ERROR
    reason = SkipReason.ROBOTS if server else answer.reason
    return Rules(None, Fault(reason, f"robots.txt: {answer.detail}"))


def _lines(text: str) -> Iterator[str]:
    """Give the lines that say something to us; all other robots go by one name.

    So a token is ours only when all of it is, lines of other protocols come between nothing
    (section 2.2.4), and a file that names thousands of robots costs no more than any other.
    `Crawl-delay` is a rule like the others: it ends the list of those whom a group is for.
    """
    for line in re.split(r"[\r\n]+", text):
        said = line.partition("#")[0].strip()
        if agent := _AGENT.match(said):
            token = agent.group(1).lower()
            yield f"User-agent: {token if token in ('*', _PRODUCT) else 'another'}"
        elif _RULE.match(said):
            yield said
