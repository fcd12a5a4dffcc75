"""A certificate authority of our own, and every certificate that a server should not show."""

from __future__ import annotations

import ssl
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme

from tests.faults.names import DATA, HOST

_NAMES = (HOST, DATA)


class Authority:
    """Signs what it is asked to sign."""

    def __init__(self, path: Path) -> None:
        self._root = trustme.CA(organization_name="Sample Root")
        self.path = path
        """Its own certificate, for whoever is to trust it."""

        self._root.cert_pem.write_to_path(path)

    def good(self, *names: str) -> ssl.SSLContext:
        """Return a server that shows a certificate as it should be."""
        return _shows(self._root.issue_cert(*(names or _NAMES)))

    def expired(self) -> ssl.SSLContext:
        """Return a server whose certificate ran out yesterday."""
        today = datetime.now(UTC)
        old, past = today - timedelta(days=400), today - timedelta(days=1)
        return _shows(self._root.issue_cert(*_NAMES, not_before=old, not_after=past))

    def wrong_host(self) -> ssl.SSLContext:
        """Return a server with the certificate of somebody else."""
        return _shows(self._root.issue_cert("hosting.example"))

    def incomplete(self) -> ssl.SSLContext:
        """Return a server that keeps the certificate between its own and the root to itself."""
        leaf = self._root.create_child_ca().issue_cert(*_NAMES)
        return _context(leaf.private_key_pem, leaf.cert_chain_pems[0])

    def self_signed(self) -> ssl.SSLContext:
        """Return a server that vouches for itself."""
        own = trustme.CA(organization_name="Sample Town")
        return _context(own.private_key_pem, own.cert_pem)

    def stranger(self) -> ssl.SSLContext:
        """Return a server whose whole chain leads to an authority that nobody knows."""
        other = trustme.CA(organization_name="Sample Stranger")
        leaf = other.issue_cert(*_NAMES)
        return _context(leaf.private_key_pem, *leaf.cert_chain_pems, other.cert_pem)

    def old(self, version: ssl.TLSVersion) -> ssl.SSLContext:
        """Return a server that speaks nothing newer than `version`; for a `Relay`."""
        context = self.good()
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            context.minimum_version = version
            context.maximum_version = version
        return context


def _shows(leaf: trustme.LeafCert) -> ssl.SSLContext:
    return _context(leaf.private_key_pem, *leaf.cert_chain_pems)


def _context(*parts: trustme.Blob) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with trustme.Blob(b"".join(part.bytes() for part in parts)).tempfile() as path:
        context.load_cert_chain(path)
    return context
