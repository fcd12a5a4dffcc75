"""Which pictures show something, and which only decorate."""

from __future__ import annotations

import re
from urllib.parse import unquote

from oit_audit.model import Document, Picture, Region
from oit_audit.thai import is_sample_picture

_DECORATION = re.compile(
    r"logo|โลโก้|ตราสัญลักษณ์|icon|ไอคอน|favicon|banner|แบนเนอร์|spacer|blank|pixel|transparent|"
    r"\bbg[_\-.]|background|bullet|arrow|button|\bbtn|divider|\bline\d*\.(?:png|gif|jpe?g)|loading|spinner|"
    r"facebook|youtube|twitter|tiktok|instagram|qr-?_?code|คิวอาร์|counter|visitor|captcha|"
    r"พื้นหลัง|ลูกศร|emoji|smil(?:ey|ies)|sprite|print\.(?:png|gif)|pdf\.(?:png|gif)|\bnew\d*\.gif",
    re.IGNORECASE,
)
_SMALLEST = re.compile(r"(?<!\d)(?:1x1|0x0)(?!\d)")


def file_of(picture: Picture) -> str:
    """Return the file name of `picture`, escapes undone."""
    return unquote(picture.url.partition("?")[0].rpartition("/")[2], errors="replace")


def shows_something(picture: Picture) -> bool:
    """Is `picture` more than decoration, by what it is called?"""
    return not _DECORATION.search(f"{picture.alt} {file_of(picture)}")


def is_portrait(picture: Picture) -> bool:
    """May `picture` be the photo of a person: no decoration and no stand-in for a photo?"""
    return shows_something(picture) and not (
        is_sample_picture(picture.url, picture.alt) or _SMALLEST.search(file_of(picture))
    )


def content_pictures(document: Document) -> tuple[Picture, ...]:
    """Return the pictures of the page's own content that show something."""
    return tuple(
        picture
        for picture in document.pictures
        if picture.region is Region.MAIN and shows_something(picture)
    )
