"""Services that citizens can ask for online."""

from __future__ import annotations

import re

from oit_audit.checks._forms import form_about
from oit_audit.checks._links import FILE, SURVEY, context_of, first_link, says
from oit_audit.checks._reading import Hit, read
from oit_audit.checks._social import is_chat, is_foreign_form
from oit_audit.checks._words import any_of
from oit_audit.model import Document, Form, Link, Region, host_of
from oit_audit.thai import fold

_SERVICE = re.compile(
    any_of(
        *("คำขอ", "คำร้อง", "ขอรับบริการ", "ยื่นขอ", "e-service", "eservice", "บริการออนไลน์"),
        *("ชำระภาษี", "ชำระค่า", "จองคิว", "ขออนุญาต", "ขอใช้", "ขอถัง", "ขอซ่อม", "แจ้งซ่อม"),
        *("one stop service", "ลงทะเบียนรับ", "ขอสนับสนุน", "ระบบบริการ", "ขอรับ", "ขอความอนุเคราะห์"),
    )
)
_SERVICE_ADDRESS = re.compile(
    r"e-?_?service|bizportal|citizen|one-?stop|online-?service|request", re.IGNORECASE
)
_CITIZENS = re.compile(any_of("ประชาชน", "ผู้ขอรับบริการ", "ผู้ใช้บริการ", "ผู้ยื่นคำ", "ผู้รับบริการ"))
_JOIN = re.compile(
    any_of("สมัครสมาชิก", "สมัครใช้", "ลงทะเบียน", "register", "sign up", "thaid", "ยื่นคำ")
)
_STAFF_ONLY = re.compile(
    any_of("สำหรับเจ้าหน้าที่", "เฉพาะเจ้าหน้าที่", "สารบรรณ", "ระบบหลังบ้าน", "ผู้ดูแลระบบเท่านั้น", "intranet")
)


def way_to_apply(document: Document) -> Hit | None:
    """Return a form, a link to a system or its login, in which a visitor requests a service."""
    titled = fold(" ".join(line.text for line in read(document, headings=True).lines))
    is_service_page = _SERVICE.search(titled) is not None

    def leads_to_service(link: Link) -> bool:
        named = is_service_page or _SERVICE.search(says(link)) is not None
        form = is_foreign_form(link.url) or is_chat(link.url)
        system = _SERVICE_ADDRESS.search(f"{host_of(link.url)}/{link.url.partition('//')[2]}")
        if SURVEY.search(context_of(link)) and not _SERVICE.search(says(link)):
            return False
        same_page = link.url.partition("#")[0] == document.url.partition("#")[0]
        is_system = system is not None and not same_page and not FILE.search(link.url)
        return named and (form or is_system)

    return (
        form_about(document, _SERVICE)
        or first_link(document, leads_to_service)
        or (_login_of_citizens(document) if is_service_page else None)
    )


def _login_of_citizens(document: Document) -> Hit | None:
    """Return the login of a system that says that citizens may use it, and not only the staff."""
    reading = read(document)
    form = next((each for each in document.forms if _asks_password(each)), None)
    if form is None or _STAFF_ONLY.search(reading.whole.text):
        return None
    own = [link for link in document.links if link.region is Region.MAIN]
    said = " ".join((reading.whole.text, *map(says, own)))
    if not (_JOIN.search(said) and _CITIZENS.search(said)):
        return None
    words = " ".join((*(field.label for field in form.fields), *form.buttons))
    return Hit(document, form.where, words or document.title)


def _asks_password(form: Form) -> bool:
    is_own = form.region is Region.MAIN
    return is_own and any(field.kind == "password" for field in form.fields)
