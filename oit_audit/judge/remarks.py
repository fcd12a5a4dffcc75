"""What a visit noticed about a host, in words and with its weight."""

from __future__ import annotations

from collections.abc import Sequence

from oit_audit.model import Reach, Remark, RemarkKind, Severity, SiteFinding, Text
from oit_audit.words import worded

_CERTIFICATE = worded(
    "browsers may warn before they open the website; oit-audit read on without checking"
)
_SAYS: dict[RemarkKind, tuple[Severity, Text]] = {
    RemarkKind.TLS_EXPIRED: (
        Severity.HIGH,
        worded("the HTTPS certificate has expired: renew it"),
    ),
    RemarkKind.TLS_WRONG_HOST: (
        Severity.HIGH,
        worded("the HTTPS certificate belongs to another name: get one for this website"),
    ),
    RemarkKind.TLS_INCOMPLETE: (
        Severity.MEDIUM,
        worded(
            "the HTTPS certificate is not installed whole, or its issuer is unknown: add the "
            "intermediate one"
        ),
    ),
    RemarkKind.TLS_UNTRUSTED: (
        Severity.HIGH,
        worded("the HTTPS certificate has no trusted issuer: use one that browsers trust"),
    ),
    RemarkKind.TLS_OLD: (
        Severity.HIGH,
        worded("the server speaks an old HTTPS: switch TLS 1.2 or newer on"),
    ),
    RemarkKind.ROBOTS_IGNORED: (
        Severity.LOW,
        worded(
            "this scan ignored robots.txt, as the keeper of the site asked; others may see less"
        ),
    ),
    RemarkKind.NEEDS_BROWSER: (
        Severity.MEDIUM,
        worded(
            "pages are empty until JavaScript has run; search engines and screen readers may "
            "see nothing"
        ),
    ),
}


_ORDER = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def site_findings(reach: Reach, others: Sequence[SiteFinding] = ()) -> tuple[SiteFinding, ...]:
    """Return what a report must say about the website as a whole, the most urgent first.

    What is as urgent as another stands in the order of the remarks, then of `others`.
    """
    findings = (*map(_finding, reach.remarks), *others)
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))


def _finding(remark: Remark) -> SiteFinding:
    severity, says = _SAYS[remark.kind]
    if remark.kind.value.startswith("tls_"):
        says = worded("{says} ({certificate})", says=says, certificate=_CERTIFICATE)
    return SiteFinding(remark.kind.value, severity, remark.url, says)
