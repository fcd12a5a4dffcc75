"""What a service of others answers instead of a file, and what that means.

Nothing is an absence unless the service says for sure that the public cannot have the file.
"""

from __future__ import annotations

from urllib.parse import urlencode, urljoin

from selectolax.lexbor import LexborHTMLParser

from oit_audit.crawl import pages
from oit_audit.crawl.answers import REDIRECTS, Fault, header, location, media_type
from oit_audit.crawl.follow import Arrival
from oit_audit.crawl.links import Kind, kind_by_type
from oit_audit.hosts import Answer, Foreign, known
from oit_audit.markup import tamed
from oit_audit.model import Exchange, SkipReason, canonical

_MAX_PAGE = 1_000_000
"""Bytes of a page that comes instead of a file, of which more is not read."""

_SAID = 4_000
"""Characters in which such a page says what it is."""

_MOST_FIELDS = 20

_SAYS = {
    Answer.NEEDS_PERMISSION: (SkipReason.NEEDS_PERMISSION, "a page that asks for permission"),
    Answer.GONE: (SkipReason.SOFT_NOT_FOUND, "a page that says the file is gone"),
    Answer.QUOTA: (SkipReason.FOREIGN_QUOTA, "a page that says too many have opened it"),
}


def led_to(arrival: Arrival) -> str:
    """Return where the last redirect leads; empty when there is none."""
    last = arrival.exchanges[-1] if arrival.exchanges else None
    if last is None or last.status not in REDIRECTS or not header(last, "location"):
        return ""
    return _absolute(last.url, location(last))


def _absolute(base: str, reference: str) -> str:
    try:
        return canonical(urljoin(base, reference))
    except ValueError:
        return ""


def meaning(foreign: Foreign, arrival: Arrival, fault: Fault) -> Fault:
    """Return what a fault means at a service of others."""
    if fault.reason is SkipReason.OFF_SITE:
        return _elsewhere(foreign, led_to(arrival)) or fault
    if fault.reason is SkipReason.ROBOTS:
        return Fault(SkipReason.FOREIGN_ROBOTS, fault.detail)
    last = arrival.exchanges[-1] if arrival.exchanges else None
    if last is None or last.status < 300:
        return fault
    if refusal := _refusal(foreign, last):
        return refusal
    if fault.reason.is_absence or fault.reason is SkipReason.FORBIDDEN:
        return Fault(SkipReason.FOREIGN_PAGE, f"{foreign.host} answers {last.status}")
    return fault


def _elsewhere(foreign: Foreign, target: str) -> Fault | None:
    """Say what it means that a service leads to `target`; None when it only leads away."""
    if foreign.service.is_login(target):
        return Fault(SkipReason.NEEDS_PERMISSION, f"{foreign.host} asks who one is")
    led = known(target)
    if led is not None and led.is_unread_folder:
        return Fault(SkipReason.FOREIGN_FOLDER, f"a folder at {led.host}")
    return None


def _refusal(foreign: Foreign, last: Exchange) -> Fault | None:
    """Say what a status means, by itself or by the words that come with it."""
    service, status = foreign.service, last.status
    if status in service.refused:
        return Fault(SkipReason.NEEDS_PERMISSION, f"{foreign.host} answers {status}")
    if status in service.gone:
        return Fault(SkipReason.GONE if status == 410 else SkipReason.NOT_FOUND, str(status))
    said = _said(foreign, last) if status >= 400 and is_page(last) else None
    return _fault(foreign, said)


def instead(foreign: Foreign, page: Exchange) -> Fault | None:
    """Return what a page says that came instead of a file; None when it is the paper itself."""
    if fault := _fault(foreign, _said(foreign, page)):
        return fault
    if foreign.rule.page:
        return None
    return Fault(SkipReason.FOREIGN_PAGE, f"{foreign.host} shows a page instead of the file")


def _fault(foreign: Foreign, said: Answer | None) -> Fault | None:
    if said is None or said not in _SAYS:
        return None
    reason, says = _SAYS[said]
    return Fault(reason, f"{foreign.host} shows {says}")


def is_page(exchange: Exchange) -> bool:
    """Is it a page, by what the service calls it, else by its bytes?"""
    declared = media_type(exchange)
    if declared and kind_by_type(declared) is not Kind.PAGE:
        return False
    return bool(declared) or pages.looks_like_page(exchange.body)


def _tree(page: Exchange) -> LexborHTMLParser:
    return LexborHTMLParser(tamed(page.body[:_MAX_PAGE].decode("utf-8", "replace")))


def _said(foreign: Foreign, page: Exchange) -> Answer | None:
    """Return what the title and the words of a page say; a page of many words says nothing."""
    tree = _tree(page)
    title = tree.css_first("title")
    tree.strip_tags(["script", "style", "template", "noscript", "svg", "title"])
    words = tree.body.text(separator=" ") if tree.body else ""
    shown = " ".join(words.split())
    named = title.text() if title else ""
    return foreign.service.answer(named, shown if len(shown) <= _SAID else "")


def confirmed(foreign: Foreign, page: Exchange) -> str:
    """Return the address behind the button of a page that asks whether we are sure.

    Only a plain question (GET) to the same service; empty when there is none.
    """
    if not is_page(page) or _said(foreign, page) is not Answer.CONFIRM:
        return ""
    for form in _tree(page).css("form"):
        method = form.attributes.get("method") or "get"
        target = _absolute(page.url, form.attributes.get("action") or "")
        if method.lower() != "get" or not (target and foreign.service.delivers_from(target)):
            continue
        fields = [field.attributes for field in form.css("input[type=hidden]")[:_MOST_FIELDS]]
        pairs = [(own.get("name") or "", own.get("value") or "") for own in fields]
        bare, _, query = target.partition("?")
        asked = "&".join(filter(None, [query, urlencode([pair for pair in pairs if pair[0]])]))
        return canonical(f"{bare}?{asked}")
    return ""
