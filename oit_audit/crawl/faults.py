"""What went wrong on the way to an answer: httpx's exceptions as reasons of the closed list."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import httpx

from oit_audit.crawl.answers import Fault
from oit_audit.model import SkipReason

_BY_CODE = {
    9: SkipReason.TLS_EXPIRED,  # not valid yet
    10: SkipReason.TLS_EXPIRED,
    18: SkipReason.TLS_UNTRUSTED,  # self-signed
    19: SkipReason.TLS_UNTRUSTED,  # self-signed, in the chain
    20: SkipReason.TLS_INCOMPLETE,  # the issuer is not known here
    21: SkipReason.TLS_INCOMPLETE,
    62: SkipReason.TLS_WRONG_HOST,
    64: SkipReason.TLS_WRONG_HOST,  # the address is not named
}
"""By `X509_V_ERR_…`. Source: OpenSSL, x509_vfy.h."""

_OLD = (
    "UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION", "NO_PROTOCOLS_AVAILABLE", "DH_KEY_TOO_SMALL",
    "EE_KEY_TOO_SMALL", "CA_MD_TOO_WEAK", "EE_MD_TOO_WEAK", "CA_KEY_TOO_SMALL",
    "UNSAFE_LEGACY_RENEGOTIATION", "HANDSHAKE_FAILURE", "NO_SHARED_CIPHER", "BAD_ECPOINT",
    "INTERNAL_ERROR", "WRONG_SIGNATURE_TYPE", "LEGACY_SIGALG", "UNSUPPORTED_SIGNATURE_TYPE",
)  # fmt: skip
"""What OpenSSL says of a server with which nothing newer can be agreed upon."""


def fault_of(error: httpx.HTTPError) -> Fault:
    """Return `error` as a fault."""
    causes = tuple(_causes(error))
    if isinstance(error, httpx.ConnectTimeout):  # in the handshake too: silence is no refusal
        return Fault(SkipReason.CONNECT_TIMEOUT, words(error), passing=True)
    if isinstance(error, httpx.TimeoutException):
        return Fault(SkipReason.TIMEOUT, words(error), passing=True)
    refused = next((cause for cause in causes if isinstance(cause, ssl.SSLError)), None)
    if refused is not None:
        return Fault(_tls_reason(refused), words(error))
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return Fault(SkipReason.REFUSED, "connection refused", passing=True)
    if isinstance(error, httpx.ReadError | httpx.WriteError | httpx.RemoteProtocolError):
        return Fault(SkipReason.RESET, words(error), passing=True)
    return Fault(SkipReason.NETWORK, words(error), passing=True)


def words(error: Exception) -> str:
    """Return what `error` says, on one line, never empty."""
    return " ".join(str(error).split())[:200] or type(error).__name__


def _tls_reason(error: ssl.SSLError) -> SkipReason:
    if isinstance(error, ssl.SSLCertVerificationError):
        code = getattr(error, "verify_code", 0)  # only there when OpenSSL itself raised it
        return _BY_CODE.get(code, SkipReason.TLS_UNTRUSTED)
    said = f"{error.reason} {error}".upper().replace(" ", "_")
    return SkipReason.TLS_OLD if any(sign in said for sign in _OLD) else SkipReason.TLS


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                yield from _causes(part)
        error = error.__cause__ or error.__context__
