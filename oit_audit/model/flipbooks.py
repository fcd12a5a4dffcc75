"""Services that show a paper as a book to leaf through, page by page as pictures."""

from __future__ import annotations

from oit_audit.model.address import host_of

FLIPBOOKS = (
    "3dissue.com", "anyflip.com", "calameo.com", "canva.com", "docdroid.net", "ebook.in.th",
    "fliphtml5.com", "flipbookpdf.net", "flipbuilder.com", "flipgorilla.com", "flippingbook.com",
    "flipsnack.com", "flowpaper.com", "heyzine.com", "ipaper.io", "issuu.com", "joomag.com",
    "madmagz.com", "online-ebooks.info", "paperturn-view.com", "pubhtml5.com", "publitas.com",
    "publuu.com", "scribd.com", "simplebooklet.com", "slideshare.net", "viewer.zmags.com",
    "yumpu.com",
)  # fmt: skip
"""Domains of services; the address of a book there does not say where its file lies."""


def flipbook(url: str) -> str:
    """Return the domain of the service that shows `url` as a flipbook; empty when it is none.

    >>> flipbook("https://online.anyflip.com/abcd/efgh/mobile/index.html"), flipbook("https://a.test/b")
    ('anyflip.com', '')
    """
    host = host_of(url)
    return next((name for name in FLIPBOOKS if host == name or host.endswith("." + name)), "")
