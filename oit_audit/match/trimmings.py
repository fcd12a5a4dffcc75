"""Links that act on the page they stand on: print it, mail it, share it, lead back from it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from oit_audit.hosts import HostKind, known
from oit_audit.model import Link

_ACTS = re.compile(
    r"\W*(?:สั่ง)?(?:พิมพ์(?:หน้านี้|บทความ)?|อีเมล์?|แชร์|แบ่งปัน|ส่งต่อ|ส่งอีเมล|คัดลอกลิงก์|ถูกใจ|ทวีต"
    r"|print(?: this)?(?: page)?|e-?mail(?: this)?|share|tweet|like|copy link|pdf)\W*",
    re.IGNORECASE,
)
_OTHER_VIEW = re.compile(r"(?:^|&)(?:print=|tmpl=component|layout=print|format=pdf|share=)")
"""Keys of a query that ask for the same page in another form."""

_MAILS = re.compile(r"/(?:component/mailto|mailto|print|emailarticle)(?:[/.]|$)", re.IGNORECASE)


_BACK = re.compile(
    r"\W*(?:(?:ย้อน)?กลับ(?:ไป)?(?:ยัง)?(?:หน้า)?(?:หลัก|แรก|รายการ|ที่แล้ว|เดิม|ก่อนหน้า)?|(?:go )?back)\W*",
    re.IGNORECASE,
)
"""Words of a link to where one came from."""


def acts_on_page(link: Link, page_url: str) -> bool:
    """Does a link only print, mail or share the page at `page_url`, or lead back from it?"""
    if link.text and _BACK.fullmatch(link.text):
        return True
    if not link.url:
        return _ACTS.fullmatch(link.text) is not None
    foreign = known(link.url)
    if foreign is not None and foreign.kind is HostKind.SHARE:
        return True
    target, page = urlsplit(link.url), urlsplit(page_url)
    if target.hostname != page.hostname:
        return False
    if target.path == page.path:
        return _OTHER_VIEW.search(target.query) is not None
    return _MAILS.search(target.path) is not None and _ACTS.fullmatch(link.text) is not None
