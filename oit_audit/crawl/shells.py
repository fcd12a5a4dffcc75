"""Pages that show nothing until a script has run: the frame of a web app, a list still to come.

Several signs must agree, for a page that a browser must draw costs a dozen requests, and without a
browser it is not judged at all. Frames, splash pages, pictures, pages under construction and pages
that the server has filled are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from oit_audit.crawl import pages

_FEW = 200
"""Characters of its own that a page may show and still be looked at more closely."""

_FRAME_WORDS = 120
"""Characters that an empty frame may show, whatever they are: a name, *loading*."""

_ROOT_WORDS = 40
_LIST_WORDS = 60
_BARE_WORDS = 150
_FEW_LINKS = 3
_FEW_PICTURES = 2

_HINTS = (
    b"app", b"root", b"__next", b"__nuxt", b"gatsby", b"svelte", b"module", b"<noscript", b"<tbody",
    b"loading", b"loader", b"spinner", b"skeleton", b"aria-busy", b"please wait",
    b"header", b"nav", b"menu", b"include",
    *(word.encode() for word in ("กำลัง", "กรุณารอ", "โปรดรอ", "รอโหลด")),
)  # fmt: skip
"""Without any of these, in small letters, no page is taken apart."""

_ROOTS = (
    "#app, #root, #__next, #__nuxt, #___gatsby, #svelte, #q-app, #main-app, #react-root,"
    " #application, app-root, [ng-app], [data-ng-app], [data-reactroot], [data-v-app],"
    " [ng-version]"
)
_BUNDLE = re.compile(
    r"(?:^|/)(?:_next|_nuxt|static/js|assets|dist|build)/.*\.m?js"
    r"|(?:^|/)(?:main|app|bundle|index|runtime|vendors?|polyfills|umi|chunk[\w-]*)"
    r"(?:[.\-~][\w.\-~]*)?\.m?js",
    re.IGNORECASE,
)
_ENABLE = re.compile(
    r"(?:enable|need|require|without|turn on|activate|support|disabled|work).{0,60}java\s?script"
    r"|java\s?script.{0,60}(?:enable|require|disabled|turned|needed|to run)"
    r"|(?:เปิด|ใช้|ต้องการ|รองรับ|ปิด).{0,40}(?:java\s?script|จาวาสคริป)"
    r"|(?:java\s?script|จาวาสคริป).{0,40}(?:เปิด|ใช้งาน|ก่อน)",
    re.IGNORECASE | re.DOTALL,
)
_LOADING = re.compile(
    r"(?:กำลัง|รอ)\s*(?:ดาวน์)?(?:โหลด|เรียก|ดึง|ประมวลผล)\s*(?:ข้อมูล|หน้า|เนื้อหา|รายการ)?"
    r"|(?:โปรด|กรุณา)\s*รอ\s*(?:สักครู่)?|loading(?: data| content| page)?|please wait",
    re.IGNORECASE,
)
_DOTS = re.compile(r"[\s.…·\ufeff\u200b]+")
_SETTLED = re.compile(
    r"ปรับปรุง|ก่อสร้าง|จัดทำ|ไม่มี|ไม่พบ|construction|coming soon|maintenance|no data|no record"
    r"|not found",
    re.IGNORECASE,
)
"""A page that says this has said what it has to say."""

_ASKS = re.compile(
    r"\bfetch\s*\(|XMLHttpRequest|\.ajax\s*\(|\bajax\s*:|axios|\.getJSON\s*\(|\.load\s*\(\s*[\"'`]"
)
_WAITING = (
    "[class*=spinner i], [class*=loading i], [class*=loader i], [class*=skeleton i],"
    " [aria-busy=true]"
)
_CURTAIN = "[class*=preload i], [id*=preload i], body > [class*=load i], body > [id*=load i]"
"""What many themes lay over every page until its pictures are there."""

_MENUS = (
    "nav, header, footer, aside, [role=navigation], [class*=menu i], [id*=menu i],"
    " [class*=navbar i], [class*=header i], [id*=header i], [class*=footer i], [id*=footer i],"
    " [class*=sidebar i], [class*=breadcrumb i]"
)
_LABELS = "h1, h2, h3, h4, h5, h6, th, label, button, select, legend, caption"
_LEADS_ON = "frameset, frame, iframe[src], object, embed, video, meta[http-equiv=refresh i]"
_UNSEEN = "script, style, template, noscript, title"
_MENU_PLACES = (
    "header, nav, [id*=header i], [class*=header i], [id*=nav i], [class*=navbar i],"
    " [id*=menu i], [class*=menu i], [data-include], [w3-include-html]"
)
"""Where hand-made sites let a script put the menu that all their pages share."""

_LIBRARY = re.compile(
    r"^(?:[a-z]+:)?//|jquery|bootstrap|popper|swiper|slick|owl|lightbox|fancybox|wow(?:\.min)?\.js"
    r"|aos|isotope|counter|font-?awesome|modernizr|gtag|analytics",
    re.IGNORECASE,
)
"""Scripts that draw nothing by themselves: those of others, and what every theme brings."""

_NO_WAY = re.compile(r"^\s*(?:#|javascript:|mailto:|tel:|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Promise:
    """What the scripts of a page let expect."""

    bundle: bool
    """Is there one as build tools make them?"""

    asks: bool
    """Does one fetch something?"""

    says_enable: bool
    """Does the page ask visitors to switch scripts on?"""

    own: bool
    """Is there a script file of the site's own making?"""


def is_shell(body: bytes, glance: pages.Glance) -> bool:
    """Is the page, or its main part, empty until a script has run?

    Args:
        body: What the server sent.
        glance: The first look at it.
    """
    if glance.own_words > _FEW or not _hints(body.lower()):
        return False
    tree = LexborHTMLParser(pages.text_of(body))
    if tree.body is None or tree.css_first(_LEADS_ON) is not None:
        return False
    promise = _promise(tree)
    _drop(tree, _UNSEEN)
    return promise is not None and (
        _is_frame(tree, promise)
        or _is_menu_to_come(tree, promise)
        or _is_list_to_come(tree, promise)
    )


def leads_nowhere(body: bytes) -> bool:
    """Is the page without any way on, because a script has still to put its menu there?

    However much it says: a visit that began with it would end with it.
    """
    tree = LexborHTMLParser(pages.text_of(body))
    promise = _promise(tree)
    _drop(tree, _UNSEEN)
    return promise is not None and _is_menu_to_come(tree, promise)


def _hints(small: bytes) -> bool:
    return b"<script" in small and any(hint in small for hint in _HINTS)


def is_bare(body: bytes) -> bool:
    """Does the page show next to nothing of its own, whatever stands in its menus?"""
    tree = LexborHTMLParser(pages.text_of(body))
    _drop(tree, f"{_UNSEEN}, {_MENUS}")
    links = len(tree.css("a[href]"))
    _drop(tree, "h1, h2, h3, h4, h5, h6")
    return links <= _FEW_LINKS and len(_said(tree.body)) <= _BARE_WORDS


def _promise(tree: LexborHTMLParser) -> _Promise | None:
    scripts = tree.css("script")
    bundle = any(
        node.attributes.get("type") == "module" or _BUNDLE.search(node.attributes.get("src") or "")
        for node in scripts
    )
    asks = any(_ASKS.search(node.text()) for node in scripts)
    enable = any(_ENABLE.search(node.text()) for node in tree.css("noscript"))
    own = any(
        (source := node.attributes.get("src")) and not _LIBRARY.search(source) for node in scripts
    )
    return _Promise(bundle, asks, enable, own) if scripts else None


def _is_frame(tree: LexborHTMLParser, promise: _Promise) -> bool:
    """Is it the frame of a web app: an empty root, and what fills it?"""
    if len(_said(tree.body)) > _FRAME_WORDS:
        return False
    if len(tree.css("a[href]")) > _FEW_LINKS or len(tree.css("img[src]")) > _FEW_PICTURES:
        return False
    root = any(_is_empty(node) for node in tree.css(_ROOTS)) or _own_tag(tree)
    signs = (root, promise.says_enable, promise.bundle, _is_loading(tree))
    return (root or promise.says_enable) and sum(signs) >= 2


def _is_menu_to_come(tree: LexborHTMLParser, promise: _Promise) -> bool:
    """Is the place of the menu empty, and not one link on the page?"""
    if not (promise.own or promise.asks or promise.bundle):
        return False
    if tree.css_first(f"{_LEADS_ON}, area[href], [onclick]") is not None:
        return False
    if any(not _NO_WAY.match(node.attributes.get("href") or "") for node in tree.css("a")):
        return False
    return any(_is_void(node) for node in tree.css(_MENU_PLACES))


def _is_void(node: LexborNode) -> bool:
    """Is there neither a word nor an element in it?"""
    return not node.text().strip() and all(
        child.tag.startswith("-") for child in node.iter(include_text=True) if child.tag
    )


def _is_list_to_come(tree: LexborHTMLParser, promise: _Promise) -> bool:
    """Is there a heading, and below it only a sign that something is being fetched?"""
    _drop(tree, f"{_MENUS}, {_CURTAIN}")
    whole = _said(tree.body)
    if _SETTLED.search(whole) or len(tree.css("a[href]")) > _FEW_LINKS:
        return False
    loading = _is_loading(tree)
    if not (promise.asks or promise.bundle or (promise.own and loading)):
        return False
    empty = promise.asks and any(_is_empty_table(node) for node in tree.css("table"))
    waits = tree.css_first(_WAITING) is not None
    _drop(tree, _LABELS)
    words = len(_said(tree.body))
    root = promise.bundle and any(_is_empty(node) for node in tree.css(_ROOTS))
    return words <= _LIST_WORDS and (loading or empty or root or (waits and words == 0))


def _is_empty(root: LexborNode) -> bool:
    if root.css_first("a[href], form, input") is not None or len(_said(root)) > _ROOT_WORDS:
        return False
    waits = _LOADING.search(root.text()) is not None or root.css_first(_WAITING) is not None
    return waits or root.css_first("img[src]") is None


def _own_tag(tree: LexborHTMLParser) -> bool:
    """Is there an element of the page's own making right below the body, and nothing in it?"""
    return any("-" in (node.tag or "") and _is_empty(node) for node in tree.css("body > *"))


def _is_loading(tree: LexborHTMLParser) -> bool:
    """Does an element say that something is loading, and nothing else?"""
    return any(
        _LOADING.search(text) and not _said(node)
        for node in tree.css("body *")
        if len(text := node.text(deep=False).strip()) in range(1, 60)
    )


def _is_empty_table(table: LexborNode) -> bool:
    cells = table.css("td")
    return table.css_first("th") is not None and not any(_said(cell) for cell in cells)


def _said(node: LexborNode | None) -> str:
    """Return the letters of `node` without spaces, and without *loading*."""
    return _DOTS.sub("", _LOADING.sub("", node.text(separator=" "))) if node else ""


def _drop(tree: LexborHTMLParser, selector: str) -> None:
    """Take away what `selector` names; what lies inside another such part goes with it."""
    found = {node.mem_id: node for node in tree.css(selector) if node.tag not in ("html", "body")}
    for node in [node for node in found.values() if not _lies_in(node, found)]:
        node.decompose()


def _lies_in(node: LexborNode, others: Mapping[int, LexborNode]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.mem_id in others:
            return True
        parent = parent.parent
    return False
