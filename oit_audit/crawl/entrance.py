"""The first address: read from the caller, and what to say when nothing comes."""

from __future__ import annotations

from oit_audit.crawl.answers import Fault
from oit_audit.errors import AddressError, OitAuditError, UnreachableError
from oit_audit.model import SkipReason, canonical, host_of

_RELAX = "Tell the keeper of the site; without --strict-tls it is read all the same."

_SAYS = {
    SkipReason.DNS: ("there is no host of this name", "Check the spelling of the address."),
    SkipReason.REFUSED: ("it refuses the connection", "Check the address and its port."),
    SkipReason.TIMEOUT: ("it did not answer in time", "Try again later."),
    SkipReason.CONNECT_TIMEOUT: (
        "there was no connection in time",
        "Check that the site opens in a browser here, then try again.",
    ),
    SkipReason.SLOW: ("it answers too slowly", "Try again later."),
    SkipReason.TLS: (
        "no secure connection could be made",
        "Try the address with http:// instead, and tell the keeper of the site.",
    ),
    SkipReason.TLS_EXPIRED: ("its certificate has expired", _RELAX),
    SkipReason.TLS_WRONG_HOST: ("its certificate belongs to another name", _RELAX),
    SkipReason.TLS_INCOMPLETE: (
        "its certificate is not installed whole, or its issuer is unknown",
        _RELAX,
    ),
    SkipReason.TLS_UNTRUSTED: ("its certificate has no trusted issuer", _RELAX),
    SkipReason.TLS_OLD: ("it speaks an old HTTPS", _RELAX),
    SkipReason.BUDGET: (
        "a limit was reached before it came",
        "Allow more with --max-bytes.",
    ),
    SkipReason.PARKED: (
        "the domain is vacant or for sale",
        "Check the address; renew the domain if it is the organisation's.",
    ),
    SkipReason.NEEDS_COOKIES: (
        "it does not open without cookies",
        "Ask the keeper of the site to let visitors in without cookies.",
    ),
    SkipReason.ROBOTS: (
        "robots.txt keeps us out",
        "Ask the keeper of the site to let oit-audit in, or try again later.",
    ),
    SkipReason.BLOCKED: (
        "a firewall takes us for a nuisance",
        "Ask the keeper of the site to let oit-audit pass, or scan from another network.",
    ),
    SkipReason.OFF_SITE: (
        "the first page leads to another site",
        "Scan that address instead, if it is the organisation's.",
    ),
    SkipReason.PRIVATE_ADDRESS: (
        "the first page leads into a private network",
        "Allow it with --allow-private if this is your own server.",
    ),
    SkipReason.LOGIN: (
        "the first page asks for a login",
        "Give the address of the public home page.",
    ),
    SkipReason.NOT_FOUND: ("the first page is not there", "Check the path of the address."),
}


def address_of_home(url: str) -> str:
    """Return the canonical address of the home page.

    Raises:
        AddressError: It is no web address.
    """
    try:
        return canonical(url)
    except ValueError as error:
        raise AddressError(
            str(error), hint="Give a whole address, such as https://www.example.go.th/"
        ) from error


def unreachable(home: str, fault: Fault, *, redirected: bool) -> OitAuditError:
    """Return the error that says why the first page at `home` never came.

    Args:
        home: The address that the caller gave.
        fault: What went wrong.
        redirected: Did the site itself send us where it went wrong?
    """
    if fault.reason is SkipReason.PRIVATE_ADDRESS and not redirected:
        return AddressError(
            f"{host_of(home)} must not be asked: {fault.detail}",
            hint="Allow it with --allow-private if this is your own server.",
        )
    default = (fault.reason.value.replace("_", " "), "Try again later.")
    says, hint = _SAYS.get(fault.reason, default)
    detail = f" ({fault.detail})" if fault.detail else ""
    return UnreachableError(f"cannot reach {host_of(home)}: {says}{detail}", hint=hint)
