"""The first address: read from the caller, and what to say when nothing comes."""

from __future__ import annotations

from oit_audit.crawl.answers import Fault
from oit_audit.errors import AddressError, OitAuditError, UnreachableError
from oit_audit.model import SkipReason, Text, canonical, host_of
from oit_audit.thai import reason_in_thai
from oit_audit.words import worded, worded_for

_RELAX = worded("Tell the keeper of the site; without --strict-tls it is read all the same.")
_LATER = worded("Try again later.")
_ALLOW = worded("Allow it with --allow-private if this is your own server.")

_SAYS = {
    SkipReason.DNS: (
        worded_for("entrance: says", "there is no host of this name"),
        worded("Check the spelling of the address."),
    ),
    SkipReason.REFUSED: (
        worded("it refuses the connection"),
        worded("Check the address and its port."),
    ),
    SkipReason.TIMEOUT: (worded("it did not answer in time"), _LATER),
    SkipReason.CONNECT_TIMEOUT: (
        worded_for("entrance: says", "there was no connection in time"),
        worded("Check that the site opens in a browser here, then try again."),
    ),
    SkipReason.SLOW: (worded("it answers too slowly"), _LATER),
    SkipReason.TLS: (
        worded_for("entrance: says", "no secure connection could be made"),
        worded("Try the address with http:// instead, and tell the keeper of the site."),
    ),
    SkipReason.TLS_EXPIRED: (worded_for("entrance: says", "its certificate has expired"), _RELAX),
    SkipReason.TLS_WRONG_HOST: (
        worded_for("entrance: says", "its certificate belongs to another name"),
        _RELAX,
    ),
    SkipReason.TLS_INCOMPLETE: (
        worded("its certificate is not installed whole, or its issuer is unknown"),
        _RELAX,
    ),
    SkipReason.TLS_UNTRUSTED: (
        worded_for("entrance: says", "its certificate has no trusted issuer"),
        _RELAX,
    ),
    SkipReason.TLS_OLD: (worded("it speaks an old HTTPS"), _RELAX),
    SkipReason.BUDGET: (
        worded("a limit was reached before it came"),
        worded("Allow more with --max-bytes."),
    ),
    SkipReason.PARKED: (
        worded_for("entrance: says", "the domain is vacant or for sale"),
        worded("Check the address; renew the domain if it is the organisation's."),
    ),
    SkipReason.NEEDS_COOKIES: (
        worded_for("entrance: says", "it does not open without cookies"),
        worded("Ask the keeper of the site to let visitors in without cookies."),
    ),
    SkipReason.ROBOTS: (
        worded("robots.txt keeps us out"),
        worded("Ask the keeper of the site to let oit-audit in, or try again later."),
    ),
    SkipReason.BLOCKED: (
        worded("a firewall takes us for a nuisance"),
        worded("Ask the keeper of the site to let oit-audit pass, or scan from another network."),
    ),
    SkipReason.OFF_SITE: (
        worded("the first page leads to another site"),
        worded("Scan that address instead, if it is the organisation's."),
    ),
    SkipReason.PRIVATE_ADDRESS: (
        worded("the first page leads into a private network"),
        _ALLOW,
    ),
    SkipReason.LOGIN: (
        worded("the first page asks for a login"),
        worded("Give the address of the public home page."),
    ),
    SkipReason.NOT_FOUND: (
        worded("the first page is not there"),
        worded("Check the path of the address."),
    ),
    SkipReason.GONE: (worded_for("entrance: says", "gone"), _LATER),
    SkipReason.SOFT_NOT_FOUND: (worded("soft not found"), _LATER),
    SkipReason.FORBIDDEN: (worded("forbidden"), _LATER),
    SkipReason.RATE_LIMITED: (worded("rate limited"), _LATER),
    SkipReason.SERVER_ERROR: (worded("server error"), _LATER),
    SkipReason.STATUS: (worded("status"), _LATER),
    SkipReason.WRONG_TYPE: (worded("wrong type"), _LATER),
    SkipReason.RESET: (worded("reset"), _LATER),
    SkipReason.NETWORK: (worded("network"), _LATER),
    SkipReason.TRUNCATED: (worded("truncated"), _LATER),
    SkipReason.BAD_ENCODING: (worded("bad encoding"), _LATER),
    SkipReason.BOMB: (worded("decompression bomb"), _LATER),
    SkipReason.TOO_LARGE: (worded("too large"), _LATER),
    SkipReason.REDIRECT_LOOP: (worded("redirect loop"), _LATER),
    SkipReason.NEEDS_BROWSER: (worded("needs browser"), _LATER),
    SkipReason.INTERRUPTED: (worded("interrupted"), _LATER),
    SkipReason.INVALID_URL: (worded("invalid url"), _LATER),
}

_NO_ADDRESS = {
    "not a web address": worded("not a web address"),
    "not a host name": worded("not a host name"),
}
"""What `canonical` says of what is no address, before its colon."""


def address_of_home(url: str) -> str:
    """Return the canonical address of the home page.

    Raises:
        AddressError: It is no web address.
    """
    try:
        return canonical(url)
    except ValueError as error:
        what, colon, rest = str(error).partition(": ")
        says = _NO_ADDRESS.get(what) or Text(what, what)
        raise AddressError(
            Text(f"{says.th}{colon}{rest}", f"{says.en}{colon}{rest}"),
            hint=worded("Give a whole address, such as https://www.example.go.th/"),
        ) from error


def unreachable(home: str, fault: Fault, *, redirected: bool) -> OitAuditError:
    """Return the error that says why the first page at `home` never came.

    Args:
        home: The address that the caller gave.
        fault: What went wrong.
        redirected: Did the site itself send us where it went wrong?
    """
    host, detail = host_of(home), fault.detail
    thai = reason_in_thai(detail) or detail
    if fault.reason is SkipReason.PRIVATE_ADDRESS and not redirected:
        refused = worded("{host} must not be asked", host=host)
        return AddressError(
            Text(f"{refused.th}: {thai}", f"{refused.en}: {detail}"),
            hint=_ALLOW,
        )
    name = fault.reason.value.replace("_", " ")
    says, hint = _SAYS.get(fault.reason, (Text(name, name), _LATER))
    start = worded("cannot reach {host}", host=host)
    more = Text(f" ({thai})", f" ({detail})") if detail else Text("", "")
    return UnreachableError(
        Text(f"{start.th}: {says.th}{more.th}", f"{start.en}: {says.en}{more.en}"), hint=hint
    )
