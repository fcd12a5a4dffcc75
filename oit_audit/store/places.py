"""Where evidence lies: when two addresses name one page of a website, and whether it has moved."""

from __future__ import annotations

from urllib.parse import urlsplit

from oit_audit.model import EvidenceChange, Verdict, canonical


def place(url: str, home: str) -> str:
    """Return where `url` lies: the path on the site of `home`, else the whole address.

    So a page keeps its place when the whole website moves. A text that is no address stays.
    """
    try:
        parts, own = urlsplit(canonical(url)), urlsplit(canonical(home))
        fragment = urlsplit(url).fragment
    except ValueError:
        return url
    whole = parts._replace(fragment=fragment)
    if (parts.scheme, parts.netloc) == (own.scheme, own.netloc):
        whole = whole._replace(scheme="", netloc="")
    return whole.geturl()


def moved(
    then: Verdict, now: Verdict, homes: tuple[str, str], names_of_many: frozenset[str]
) -> EvidenceChange | None:
    """Return how the best evidence has moved; None where it is still there."""
    if not (then.evidence and now.evidence):
        return None
    before = [place(each.url, homes[0]) for each in then.evidence]
    after = [place(each.url, homes[1]) for each in now.evidence]
    is_there = then.evidence[0].url == now.evidence[0].url or before[0] == after[0]
    if is_there or (before[0] in after and after[0] in before):
        return None
    first, second = then.evidence[0], now.evidence[0]
    title = first.title.strip()
    same = (
        (first.sha256 and first.sha256 == second.sha256)
        or (title and title == second.title.strip() and title not in names_of_many)
        or _bare(first.url) == _bare(second.url)
    )
    return EvidenceChange(first, second, bool(same))


def _bare(url: str) -> str:
    """Return an address without what does not name the page: scheme, `www.`, the last slash."""
    _, _, rest = place(url, "").partition("://")
    return rest.removeprefix("www.").partition("#")[0].rstrip("/")
