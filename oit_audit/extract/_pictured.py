"""Pictures of a page that says next to nothing else: what they show is worth a request."""

from __future__ import annotations

import re

from oit_audit.model import Document, Link, Picture, Region, Via

_FEW_WORDS = 200
"""Letters of a page, headings left out, up to which its pictures speak for it."""

_MOST = 6
_DECORATION = re.compile(
    r"logo|icon|banner|spacer|blank|bullet|arrow|button|\bbtn|\bbg[_.-]|background|counter|captcha"
    r"|loading|facebook|line\.(?:png|gif)|โลโก้|ตราสัญลักษณ์|ไอคอน|แบนเนอร์",
    re.IGNORECASE,
)


def picture_links(page: Document) -> tuple[Link, ...]:
    """Return the pictures in which a page says what it says, as links; none of other pages.

    They bear the label of the section in which they stand, for whoever decides what to ask for.
    """
    said = sum(
        len(block.text)
        for block in page.blocks
        if block.region is Region.MAIN and not block.heading
    )
    if said > _FEW_WORDS or page.tables or page.forms:
        return ()
    shown = {p.url: p for p in page.pictures if _tells(p)}
    if not 0 < len(shown) <= _MOST:
        return ()
    return tuple(_link(page, picture) for picture in shown.values())


def _tells(picture: Picture) -> bool:
    said = f"{picture.alt} {picture.url.rpartition('/')[2]}"
    return bool(picture.url) and picture.region is Region.MAIN and not _DECORATION.search(said)


def _link(page: Document, picture: Picture) -> Link:
    heading = next((b.text for b in page.blocks if b.heading and b.section == picture.section), "")
    around = (page.title, page.sections[picture.section].label, heading)
    context = tuple(dict.fromkeys(text for text in around if text))
    return Link(picture.url, picture.alt, context=context, section=picture.section, via=Via.EMBED)
