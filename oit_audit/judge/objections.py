"""Why a candidate cannot be the evidence, whatever its year."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from oit_audit.hosts import HostKind, keeper, known
from oit_audit.judge.blanks import is_blank_form
from oit_audit.judge.furniture import asks_who_one_is
from oit_audit.judge.ownership import disowned
from oit_audit.judge.rows import row_days
from oit_audit.judge.substance import (
    emptiness,
    is_a_few_words,
    is_bare,
    is_of_no_help,
    leads_nowhere,
)
from oit_audit.model import Candidate, Item, ItemKind, Text, host_of
from oit_audit.thai import Place
from oit_audit.words import worded

_NETWORK = "social_network"

_FRONT_DOOR = re.compile(r"/?(?:(?:home|index|login)(?:\.php)?/?|#)?", re.IGNORECASE)
"""Path of a network at which nobody's account lies."""

_NO_ACCOUNT = worded(
    "the link opens the network itself or a share button, not the organisation's account"
)

_SURVEY = worded("it is a survey of the NACC, not evidence")

_LOGIN = worded("it is a login, which the public cannot pass")
_BLANK_FORM = worded("it is a form that nobody has filled in")

_PAPERS = frozenset({ItemKind.PLAN, ItemKind.REPORT})
"""Kinds that no few words under a heading can be."""

_TOLD_ON_PAGES = frozenset({ItemKind.PAGE, ItemKind.CHANNEL, ItemKind.NEWS})
"""Kinds of which a few words beside a dead link may be all that is asked."""


def objection_to_link(candidate: Candidate) -> Text | None:
    """Return why a link to another host shows nothing; None when it may."""
    if _is_survey(candidate):
        return _SURVEY
    return _NO_ACCOUNT if _is_no_account(candidate) else None


def _is_survey(candidate: Candidate) -> bool:
    """Does a link lead to a survey of the assessors?"""
    links = candidate.document.links
    foreign = known(links[0].url) if links else None
    return foreign is not None and foreign.kind is HostKind.SURVEY


def _is_no_account(candidate: Candidate) -> bool:
    """Does a link that stands for an account only open a network, or share a page there?"""
    url = candidate.document.links[0].url if candidate.document.links else ""
    if candidate.concept != _NETWORK or not url or keeper(host_of(url)) is None:
        return False
    foreign = known(url)
    shares = foreign is not None and foreign.kind is HostKind.SHARE
    return shares or _FRONT_DOOR.fullmatch(urlsplit(url).path) is not None


def objection(
    candidate: Candidate, item: Item, own_name: str, home: Place | None, titles: dict[str, Text]
) -> Text | None:
    """Return why the candidate cannot be the evidence; None when it may."""
    nothing = _nothing_there(candidate, item)
    if nothing is not None:
        return nothing
    if candidate.rival and candidate.rival not in item.concepts:
        other = titles.get(candidate.rival, Text(candidate.rival_says, candidate.rival_says))
        return worded("it is about “{other}”", other=other)
    not_ours = disowned(candidate.document, own_name, home)
    if not_ours is not None:
        return not_ours
    if candidate.inherited and not candidate.own_score and is_of_no_help(candidate):
        return worded("nothing on it says that it is about this")
    is_door = item.kind is not ItemKind.CHANNEL and not candidate.own_score
    return _LOGIN if is_door and asks_who_one_is(candidate.document) else None


def _nothing_there(candidate: Candidate, item: Item) -> Text | None:
    """Return why there is nothing behind the label; None when there is something."""
    document = candidate.document
    if item.kind is ItemKind.NEWS and row_days(document):
        return None
    empty = emptiness(document, candidate.label, *candidate.context)
    if empty is not None and not (candidate.offers and document.links):
        return empty
    if is_blank_form(document, item.kind):
        return _BLANK_FORM
    if item.kind in _PAPERS and is_a_few_words(candidate):
        return worded("a few words under a heading, and no paper")
    is_told = item.kind in _TOLD_ON_PAGES and not is_bare(
        document, candidate.label, *candidate.context
    )
    return None if is_told else leads_nowhere(candidate)
