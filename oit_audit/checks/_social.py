"""Where links lead outside: networks, chats, forms of others."""

from __future__ import annotations

import re

from oit_audit.model import host_of

_NETWORKS = (
    *(
        "facebook.com",
        "fb.com",
        "fb.me",
        "fb.watch",
        "line.me",
        "lin.ee",
        "youtube.com",
        "youtu.be",
    ),
    *("tiktok.com", "instagram.com", "x.com", "twitter.com", "threads.net"),
)
_CHATS = (
    *("m.me", "messenger.com", "line.me", "lin.ee", "tawk.to", "crisp.chat", "wa.me"),
    *("chatbot.com", "zwiz.ai", "page365.net", "t.me"),
)
_FORMS = ("forms.gle", "forms.office.com", "typeform.com", "surveymonkey.com", "jotform.com")
_SHARE = re.compile(
    r"/sharer|/share(?:\.php)?\b|/intent/|/dialog/|/plugins/(?:like|share(?:_button)?)\.php|social-plugins|lineit|"
    r"/R/msg|/R/share|/watch\?",
    re.IGNORECASE,
)
_FORM_PATH = re.compile(r"docs\.google\.com/(?:a/[^/]+/)?forms?/", re.IGNORECASE)


def is_network(url: str) -> bool:
    """Is `url` an account in a social network, and not a share button or a film?"""
    return _is_under(url, _NETWORKS) and _has_path(url) and not _SHARE.search(url)


def is_chat(url: str) -> bool:
    """Does `url` open a conversation with the office?"""
    in_facebook = _is_under(url, ("facebook.com",)) and "/messages/t/" in url
    return (in_facebook or _is_under(url, _CHATS)) and not _SHARE.search(url)


def is_foreign_form(url: str) -> bool:
    """Does `url` lead to a form that another service keeps?"""
    return _is_under(url, _FORMS) or _FORM_PATH.search(url) is not None


def _is_under(url: str, hosts: tuple[str, ...]) -> bool:
    host = host_of(url)
    return any(host == each or host.endswith(f".{each}") for each in hosts)


def _has_path(url: str) -> bool:
    return bool(re.sub(r"^\w+://[^/]+", "", url).strip("/?#"))
