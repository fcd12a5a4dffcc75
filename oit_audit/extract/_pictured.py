"""Pictures that say what a page has to say: what they show is worth a request."""

from __future__ import annotations

import re
from urllib.parse import unquote

from oit_audit.model import Document, Link, Picture, Region, Via
from oit_audit.thai import PERSON_NAME

_FEW_WORDS = 200
"""Letters of a page, headings left out, up to which its pictures speak for it."""

_MOST = 6
_DECORATION = re.compile(
    r"logo|icon|banner|spacer|blank|bullet|arrow|button|\bbtn|\bbg[_.-]|background|counter|captcha"
    r"|loading|facebook|line\.(?:png|gif)|โลโก้|ตราสัญลักษณ์|ไอคอน|แบนเนอร์",
    re.IGNORECASE,
)


_CHART = re.compile(
    r"structure|org[-_ ]?chart|\bchart|โครงสร้าง|แผนผัง|แผนภูมิ|ผังองค์กร|ผังการ", re.IGNORECASE
)
"""What a picture of an organisation chart is called."""

_MOST_CHARTS = 3

_POST = re.compile(r"นายก|ปลัด|เลขานุการ|ที่ปรึกษา|ผู้อำนวยการ|หัวหน้า|ผอ\.")
_MOST_PORTRAITS = 12
"""Photos of people of a page that are asked for."""


def picture_links(page: Document) -> tuple[Link, ...]:
    """Return the pictures in which a page says what it says, as links.

    Of a page with words of its own these are only those that are charts by their name. They bear
    the label of the section in which they stand, for whoever decides what to ask for.
    """
    shown = {p.url: p for p in page.pictures if _tells(p)}
    if not _speaks_by(page, len(shown)):
        charts = [url for url, picture in shown.items() if _CHART.search(_called(picture))]
        shown = {url: shown[url] for url in charts[:_MOST_CHARTS]}
    return tuple(_link(page, picture) for picture in shown.values())


def portrait_links(page: Document) -> tuple[Link, ...]:
    """Return the photos that stand by the name and the post of somebody, as links."""
    shown = dict.fromkeys(
        picture.url
        for picture in page.pictures
        if _tells(picture) and PERSON_NAME.search(picture.near) and _POST.search(picture.near)
    )
    return tuple(Link(url, "", via=Via.PORTRAIT) for url in list(shown)[:_MOST_PORTRAITS])


def _speaks_by(page: Document, pictures: int) -> bool:
    """Do the pictures of a page speak for it, because nothing else does?"""
    said = sum(
        len(block.text)
        for block in page.blocks
        if block.region is Region.MAIN and not block.heading
    )
    silent = said <= _FEW_WORDS and not page.tables and not page.forms
    return silent and 0 < pictures <= _MOST


def _tells(picture: Picture) -> bool:
    said = _called(picture)
    return bool(picture.url) and picture.region is Region.MAIN and not _DECORATION.search(said)


def _called(picture: Picture) -> str:
    return f"{picture.alt} {unquote(picture.url.rpartition('/')[2])}"


def _link(page: Document, picture: Picture) -> Link:
    heading = next((b.text for b in page.blocks if b.heading and b.section == picture.section), "")
    around = (page.title, page.sections[picture.section].label, heading)
    context = tuple(dict.fromkeys(text for text in around if text))
    return Link(picture.url, picture.alt, context=context, section=picture.section, via=Via.EMBED)
