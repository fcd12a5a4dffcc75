"""The first address: read from the caller, and what to say when nothing comes."""

from __future__ import annotations

from oit_audit.crawl.answers import Fault
from oit_audit.errors import AddressError, OitAuditError, UnreachableError
from oit_audit.model import SkipReason, Text, canonical, host_of
from oit_audit.thai import reason_in_thai

_RELAX = Text(
    "กรุณาแจ้งผู้ดูแลเว็บไซต์ หากไม่ใช้ --strict-tls โปรแกรมจะยังอ่านเว็บไซต์ได้",
    "Tell the keeper of the site; without --strict-tls it is read all the same.",
)
_LATER = Text("กรุณาลองใหม่ภายหลัง", "Try again later.")
_ALLOW = Text(
    "หากเป็นเครื่องแม่ข่ายของท่านเอง กรุณาอนุญาตด้วย --allow-private",
    "Allow it with --allow-private if this is your own server.",
)

_SAYS = {
    SkipReason.DNS: (
        Text("ไม่มีเว็บไซต์ชื่อนี้", "there is no host of this name"),
        Text("กรุณาตรวจตัวสะกดของที่อยู่เว็บ", "Check the spelling of the address."),
    ),
    SkipReason.REFUSED: (
        Text("เว็บไซต์ปฏิเสธการเชื่อมต่อ", "it refuses the connection"),
        Text("กรุณาตรวจที่อยู่เว็บและหมายเลขพอร์ต", "Check the address and its port."),
    ),
    SkipReason.TIMEOUT: (Text("เว็บไซต์ไม่ตอบภายในเวลาที่กำหนด", "it did not answer in time"), _LATER),
    SkipReason.CONNECT_TIMEOUT: (
        Text("เชื่อมต่อไม่ได้ภายในเวลาที่กำหนด", "there was no connection in time"),
        Text(
            "กรุณาตรวจว่าเปิดเว็บไซต์ด้วยเบราว์เซอร์จากเครื่องนี้ได้ แล้วลองใหม่",
            "Check that the site opens in a browser here, then try again.",
        ),
    ),
    SkipReason.SLOW: (Text("เว็บไซต์ตอบช้าเกินไป", "it answers too slowly"), _LATER),
    SkipReason.TLS: (
        Text("เชื่อมต่ออย่างปลอดภัย (HTTPS) ไม่ได้", "no secure connection could be made"),
        Text(
            "กรุณาลองใช้ที่อยู่เว็บที่ขึ้นต้นด้วย http:// และแจ้งผู้ดูแลเว็บไซต์",
            "Try the address with http:// instead, and tell the keeper of the site.",
        ),
    ),
    SkipReason.TLS_EXPIRED: (Text("ใบรับรองของเว็บไซต์หมดอายุ", "its certificate has expired"), _RELAX),
    SkipReason.TLS_WRONG_HOST: (
        Text("ใบรับรองเป็นของเว็บไซต์ชื่ออื่น", "its certificate belongs to another name"),
        _RELAX,
    ),
    SkipReason.TLS_INCOMPLETE: (
        Text(
            "ติดตั้งใบรับรองไม่ครบชุด หรือไม่รู้จักผู้ออกใบรับรอง",
            "its certificate is not installed whole, or its issuer is unknown",
        ),
        _RELAX,
    ),
    SkipReason.TLS_UNTRUSTED: (
        Text("ผู้ออกใบรับรองไม่เป็นที่เชื่อถือ", "its certificate has no trusted issuer"),
        _RELAX,
    ),
    SkipReason.TLS_OLD: (Text("เว็บไซต์ใช้ HTTPS รุ่นเก่า", "it speaks an old HTTPS"), _RELAX),
    SkipReason.BUDGET: (
        Text("ถึงขีดจำกัดที่กำหนดไว้ก่อนได้รับหน้าแรก", "a limit was reached before it came"),
        Text("กรุณาเพิ่มขีดจำกัดด้วย --max-bytes", "Allow more with --max-bytes."),
    ),
    SkipReason.PARKED: (
        Text("ชื่อโดเมนว่างหรือประกาศขายอยู่", "the domain is vacant or for sale"),
        Text(
            "กรุณาตรวจที่อยู่เว็บ และต่ออายุโดเมนหากเป็นของหน่วยงาน",
            "Check the address; renew the domain if it is the organisation's.",
        ),
    ),
    SkipReason.NEEDS_COOKIES: (
        Text("เว็บไซต์ไม่เปิดให้อ่านหากไม่รับคุกกี้", "it does not open without cookies"),
        Text(
            "กรุณาขอให้ผู้ดูแลเว็บไซต์เปิดให้ผู้เข้าชมอ่านได้โดยไม่ต้องรับคุกกี้",
            "Ask the keeper of the site to let visitors in without cookies.",
        ),
    ),
    SkipReason.ROBOTS: (
        Text("robots.txt ไม่อนุญาตให้โปรแกรมเข้าอ่าน", "robots.txt keeps us out"),
        Text(
            "กรุณาขอให้ผู้ดูแลเว็บไซต์อนุญาต oit-audit หรือลองใหม่ภายหลัง",
            "Ask the keeper of the site to let oit-audit in, or try again later.",
        ),
    ),
    SkipReason.BLOCKED: (
        Text("ไฟร์วอลล์ของเว็บไซต์ปิดกั้นโปรแกรม", "a firewall takes us for a nuisance"),
        Text(
            "กรุณาขอให้ผู้ดูแลเว็บไซต์อนุญาต oit-audit หรือตรวจจากเครือข่ายอื่น",
            "Ask the keeper of the site to let oit-audit pass, or scan from another network.",
        ),
    ),
    SkipReason.OFF_SITE: (
        Text("หน้าแรกพาไปยังเว็บไซต์อื่น", "the first page leads to another site"),
        Text(
            "กรุณาตรวจที่อยู่เว็บนั้นแทน หากเป็นของหน่วยงาน",
            "Scan that address instead, if it is the organisation's.",
        ),
    ),
    SkipReason.PRIVATE_ADDRESS: (
        Text("หน้าแรกพาไปยังเครือข่ายภายใน", "the first page leads into a private network"),
        _ALLOW,
    ),
    SkipReason.LOGIN: (
        Text("หน้าแรกต้องเข้าสู่ระบบก่อน", "the first page asks for a login"),
        Text("กรุณาระบุที่อยู่เว็บของหน้าแรกที่เปิดให้ทุกคนอ่านได้", "Give the address of the public home page."),
    ),
    SkipReason.NOT_FOUND: (
        Text("ไม่พบหน้าแรก", "the first page is not there"),
        Text("กรุณาตรวจเส้นทางในที่อยู่เว็บ", "Check the path of the address."),
    ),
    SkipReason.GONE: (Text("หน้าแรกถูกนำออกแล้ว", "gone"), _LATER),
    SkipReason.SOFT_NOT_FOUND: (Text("หน้าแรกแจ้งว่าไม่พบหน้า", "soft not found"), _LATER),
    SkipReason.FORBIDDEN: (Text("เว็บไซต์ไม่อนุญาตให้เข้าอ่าน", "forbidden"), _LATER),
    SkipReason.RATE_LIMITED: (Text("เว็บไซต์จำกัดจำนวนครั้งที่เข้าอ่าน", "rate limited"), _LATER),
    SkipReason.SERVER_ERROR: (Text("เครื่องแม่ข่ายของเว็บไซต์ขัดข้อง", "server error"), _LATER),
    SkipReason.STATUS: (Text("เว็บไซต์ตอบด้วยรหัสสถานะที่ไม่ปกติ", "status"), _LATER),
    SkipReason.WRONG_TYPE: (Text("หน้าแรกไม่ใช่หน้าเว็บหรือเอกสาร", "wrong type"), _LATER),
    SkipReason.RESET: (Text("การเชื่อมต่อถูกตัด", "reset"), _LATER),
    SkipReason.NETWORK: (Text("เครือข่ายขัดข้อง", "network"), _LATER),
    SkipReason.TRUNCATED: (Text("ได้รับหน้าแรกไม่ครบ", "truncated"), _LATER),
    SkipReason.BAD_ENCODING: (Text("ถอดรหัสหน้าแรกไม่ได้", "bad encoding"), _LATER),
    SkipReason.BOMB: (Text("หน้าแรกขยายใหญ่ผิดปกติเมื่อคลายออก", "decompression bomb"), _LATER),
    SkipReason.TOO_LARGE: (Text("หน้าแรกใหญ่เกินกำหนด", "too large"), _LATER),
    SkipReason.REDIRECT_LOOP: (Text("เว็บไซต์ส่งต่อวนไปมาไม่สิ้นสุด", "redirect loop"), _LATER),
    SkipReason.NEEDS_BROWSER: (Text("หน้าแรกว่างจนกว่าจะรัน JavaScript", "needs browser"), _LATER),
    SkipReason.INTERRUPTED: (Text("การตรวจถูกหยุดกลางคัน", "interrupted"), _LATER),
    SkipReason.INVALID_URL: (Text("ที่อยู่เว็บไม่ถูกต้อง", "invalid url"), _LATER),
}

_NO_ADDRESS = {
    "not a web address": Text("ไม่ใช่ที่อยู่เว็บ", "not a web address"),
    "not a host name": Text("ไม่ใช่ชื่อเว็บไซต์", "not a host name"),
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
            hint=Text(
                "กรุณาระบุที่อยู่เว็บให้ครบ เช่น https://www.example.go.th/",
                "Give a whole address, such as https://www.example.go.th/",
            ),
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
        refused = Text(f"ไม่อนุญาตให้เข้าอ่าน {host}", f"{host} must not be asked")
        return AddressError(
            Text(f"{refused.th}: {thai}", f"{refused.en}: {detail}"),
            hint=_ALLOW,
        )
    name = fault.reason.value.replace("_", " ")
    says, hint = _SAYS.get(fault.reason, (Text(name, name), _LATER))
    start = Text(f"เข้าถึง {host} ไม่ได้", f"cannot reach {host}")
    more = Text(f" ({thai})", f" ({detail})") if detail else Text("", "")
    return UnreachableError(
        Text(f"{start.th}: {says.th}{more.th}", f"{start.en}: {says.en}{more.en}"), hint=hint
    )
