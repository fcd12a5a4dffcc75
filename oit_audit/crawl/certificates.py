"""How sure we want to be of whom we talk to."""

from __future__ import annotations

import ssl

import httpx

_LEGACY_SERVER_CONNECT = 0x4
"""`ssl.OP_LEGACY_SERVER_CONNECT`, which Python names from 3.12 on."""


def strict() -> ssl.SSLContext:
    """Return what browsers ask for: a valid certificate of this host, over TLS 1.2 or newer."""
    return httpx.create_ssl_context()


def relaxed() -> ssl.SSLContext:
    """Return what takes any certificate and any version that OpenSSL still speaks.

    Only for what everybody may read, only after `strict` has failed, and never without saying so.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.options |= _LEGACY_SERVER_CONNECT
    return context
