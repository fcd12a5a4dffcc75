"""The survey of people outside the office (EIT): does the website lead to it?

No item asks it, so it binds none; assessors look for it, and people answer only what they find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from oit_audit.model import Completion, Document, Media, Reach, Severity, SiteFinding
from oit_audit.thai import fold
from oit_audit.words import worded

_FEWEST = 20
"""Pages from which a website has been seen well enough to miss a link."""

_ADDRESS = re.compile(r"itas?\.nacc\.go\.th/+go/+eit", re.IGNORECASE)
_WORD = re.compile(r"(?<![A-Za-z])EIT(?![A-Za-z])", re.IGNORECASE)
_NAME = fold("ผู้มีส่วนได้ส่วนเสียภายนอก")
_CODE = re.compile(r"(?<![a-z])qr(?![a-z])|qr[_-]?code|คิวอาร์", re.IGNORECASE)


def survey_findings(
    documents: Iterable[Document], reach: Reach, home: str
) -> tuple[SiteFinding, ...]:
    """Return that no page leads to the survey; nothing when one does, or may.

    A QR code without words may be it, and a look that was cut short may have missed it.
    """
    pages = [document for document in documents if document.media is Media.WEBPAGE]
    if reach.completion is not Completion.FULL or len(pages) < _FEWEST:
        return ()
    if any(map(_leads_there, pages)):
        return ()
    says = worded(
        "no page leads to the survey of people outside the office (EIT), by link or QR "
        "code: put it on the home page (no item of OIT loses points by it)"
    )
    return (SiteFinding("eit_survey_not_linked", Severity.LOW, home, says),)


def _leads_there(page: Document) -> bool:
    links = (link for link in page.links if link.url)
    if any(_ADDRESS.search(each.url) or _is_survey(each.text, each.title) for each in links):
        return True
    return any(
        _is_survey(picture.alt, picture.near) or _CODE.search(f"{picture.alt} {picture.url}")
        for picture in page.pictures
    )


def _is_survey(*texts: str) -> bool:
    said = " ".join(texts)
    return _WORD.search(said) is not None or _NAME in fold(said)
