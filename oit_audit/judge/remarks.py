"""What a visit noticed about a host, in words and with its weight."""

from __future__ import annotations

from collections.abc import Sequence

from oit_audit.model import Reach, Remark, RemarkKind, Severity, SiteFinding, Text

_CERTIFICATE = Text(
    "เบราว์เซอร์อาจเตือนว่าไม่ปลอดภัยก่อนเปิดเว็บไซต์ oit-audit อ่านต่อโดยไม่ตรวจใบรับรอง",
    "browsers may warn before they open the website; oit-audit read on without checking",
)
_SAYS: dict[RemarkKind, tuple[Severity, Text]] = {
    RemarkKind.TLS_EXPIRED: (
        Severity.HIGH,
        Text("ใบรับรอง HTTPS หมดอายุ ให้ต่ออายุ", "the HTTPS certificate has expired: renew it"),
    ),
    RemarkKind.TLS_WRONG_HOST: (
        Severity.HIGH,
        Text(
            "ใบรับรอง HTTPS เป็นของชื่อเว็บไซต์อื่น ให้ออกใบรับรองใหม่",
            "the HTTPS certificate belongs to another name: get one for this website",
        ),
    ),
    RemarkKind.TLS_INCOMPLETE: (
        Severity.MEDIUM,
        Text(
            "ใบรับรอง HTTPS ติดตั้งไม่ครบชุดหรือไม่รู้จักผู้ออก ให้ติดตั้งใบรับรองระหว่างกลาง",
            "the HTTPS certificate is not installed whole, or its issuer is unknown:"
            " add the intermediate one",
        ),
    ),
    RemarkKind.TLS_UNTRUSTED: (
        Severity.HIGH,
        Text(
            "ใบรับรอง HTTPS ไม่ได้ออกโดยผู้ออกที่เชื่อถือได้ ให้ใช้ใบรับรองจากผู้ออกที่เชื่อถือได้",
            "the HTTPS certificate has no trusted issuer: use one that browsers trust",
        ),
    ),
    RemarkKind.TLS_OLD: (
        Severity.HIGH,
        Text(
            "เครื่องแม่ข่ายใช้ HTTPS รุ่นเก่า ให้เปิดใช้ TLS 1.2 ขึ้นไป",
            "the server speaks an old HTTPS: switch TLS 1.2 or newer on",
        ),
    ),
    RemarkKind.ROBOTS_IGNORED: (
        Severity.LOW,
        Text(
            "การตรวจนี้ไม่ทำตาม robots.txt ตามที่ผู้ดูแลเว็บไซต์สั่ง ผู้ประเมินอาจเห็นน้อยกว่านี้",
            "this scan ignored robots.txt, as the keeper of the site asked; others may see less",
        ),
    ),
    RemarkKind.NEEDS_BROWSER: (
        Severity.MEDIUM,
        Text(
            "หน้าเว็บว่างจนกว่าจะรัน JavaScript โปรแกรมค้นหาและโปรแกรมอ่านจออาจไม่เห็นเนื้อหา",
            "pages are empty until JavaScript has run; search engines and screen readers may see"
            " nothing",
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
        says = Text(f"{says.th} ({_CERTIFICATE.th})", f"{says.en} ({_CERTIFICATE.en})")
    return SiteFinding(remark.kind.value, severity, remark.url, says)
