"""What was not seen and why, and what a visit noticed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SkipReason(StrEnum):
    """Why an address was not seen: the closed list.

    `ABSENCES` are those in which the site itself says *nothing here*.
    """

    NOT_FOUND = "not_found"
    GONE = "gone"
    SOFT_NOT_FOUND = "soft_not_found"
    LOGIN = "login"
    FORBIDDEN = "forbidden"
    BLOCKED = "blocked"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    STATUS = "status"
    WRONG_TYPE = "wrong_type"
    """Sound, video, a program: nothing that an audit reads."""

    DNS = "dns"
    REFUSED = "refused"
    RESET = "reset"
    CONNECT_TIMEOUT = "connect_timeout"
    TIMEOUT = "timeout"
    """Connected, and then a silence that was too long."""

    SLOW = "slow"
    """Piece after piece, and never the whole in time."""

    NETWORK = "network"
    TLS = "tls"
    TLS_EXPIRED = "tls_expired"
    TLS_WRONG_HOST = "tls_wrong_host"
    TLS_INCOMPLETE = "tls_incomplete_chain"
    TLS_UNTRUSTED = "tls_untrusted"
    TLS_OLD = "tls_old_protocol"
    TRUNCATED = "truncated"
    BAD_ENCODING = "bad_encoding"
    BOMB = "decompression_bomb"
    TOO_LARGE = "too_large"
    REDIRECT_LOOP = "redirect_loop"
    OFF_SITE = "off_site"
    NEEDS_PERMISSION = "needs_permission"
    """Kept at a service of others, which opens it for some people only."""

    FOREIGN_FOLDER = "foreign_folder"
    """A folder at a service of others, whose files only scripts show."""

    FOREIGN_ROBOTS = "foreign_robots"
    """Kept at a service whose robots.txt keeps us out."""

    FOREIGN_QUOTA = "foreign_quota"
    """Kept at a service which says that too many have opened it today."""

    FOREIGN_PAGE = "foreign_page"
    """Kept at a service which showed a page of its own, and not what was asked for."""

    PRIVATE_ADDRESS = "private_address"
    PARKED = "parked"
    """The name is for sale, or shows the page of whoever keeps it."""

    NEEDS_COOKIES = "needs_cookies"
    NEEDS_BROWSER = "needs_browser"
    """Empty until a script has run."""

    ROBOTS = "robots"
    TRAP = "trap"
    BUDGET = "budget"
    INTERRUPTED = "interrupted"
    INVALID_URL = "invalid_url"

    @property
    def is_absence(self) -> bool:
        """Did the site say that there is nothing for the public at this address?"""
        return self in ABSENCES


ABSENCES = frozenset(
    {
        SkipReason.NOT_FOUND,
        SkipReason.GONE,
        SkipReason.SOFT_NOT_FOUND,
        SkipReason.LOGIN,
        SkipReason.NEEDS_PERMISSION,
        SkipReason.INVALID_URL,
        SkipReason.REDIRECT_LOOP,
    }
)

CERTIFICATE_FAULTS = frozenset(
    {
        SkipReason.TLS_EXPIRED,
        SkipReason.TLS_WRONG_HOST,
        SkipReason.TLS_INCOMPLETE,
        SkipReason.TLS_UNTRUSTED,
        SkipReason.TLS_OLD,
    }
)
"""What a visitor may overlook knowingly, on pages that everybody may read."""


@dataclass(frozen=True, slots=True)
class Skip:
    """An address that was not seen, and why."""

    url: str
    """Canonical address."""

    reason: SkipReason
    detail: str = ""
    referrer: str | None = None
    """The page on which the address was found first."""


class RemarkKind(StrEnum):
    """What a visit notices about a host as a whole."""

    TLS_EXPIRED = "tls_expired"
    TLS_WRONG_HOST = "tls_wrong_host"
    TLS_INCOMPLETE = "tls_incomplete_chain"
    TLS_UNTRUSTED = "tls_untrusted"
    TLS_OLD = "tls_old_protocol"
    ROBOTS_IGNORED = "robots_ignored"
    NEEDS_BROWSER = "needs_browser"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a visit noticed about a host, and that a report must not hide."""

    kind: RemarkKind
    url: str
    """Home of the host, or the page."""

    detail: str = ""
