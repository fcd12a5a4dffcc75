"""Copies of a fixture site with a change that tells nothing about what the site discloses."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.worlds import HTML, page

_MARKUP = re.compile(r"(<(script|style)\b.*?</\2>|<[^>]*>|&[#\w]+;)", re.DOTALL | re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"\b[oO]\s?-?\d{1,2}\b[.:)]?|(?<![๐-๙])๐[๐-๙]{2}(?![๐-๙])")
_CHARSET = re.compile(r"(<meta[^>]*charset=[\"']?)[\w-]+", re.IGNORECASE)
_OFFICE_WORDS = re.compile(r"(?<=<t>)[^<]+|(?<=<w:t>)[^<]+|(?<=preserve\">)[^<]+")
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_LEGACY = "cp874"

_EVENTS = (
    "แข่งขันกีฬาตำบลต้านยาเสพติด", "รณรงค์กำจัดลูกน้ำยุงลาย", "ทำบุญตักบาตรวันขึ้นปีใหม่",
    "แจ้งปิดถนนชั่วคราวเพื่อวางท่อระบายน้ำ", "อบรมอาชีพทำขนมไทย", "มอบถุงยังชีพผู้ประสบภัย",
    "ฉีดวัคซีนป้องกันโรคพิษสุนัขบ้า", "ประเพณีแห่เทียนพรรษา", "แจ้งงดจ่ายน้ำประปา", "ปลูกต้นไม้ริมคลอง",
)  # fmt: skip
_ON_A_PAGE = 50


class SiteCopy:
    """A copy of the folder of a site, to be changed."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = folder / home.name
        shutil.copytree(home, self.home)
        self._site: dict[str, Any] = json.loads(
            (self.home / "site.json").read_text(encoding="utf-8")
        )
        self.routes: dict[str, dict[str, Any]] = self._site["routes"]

    def save(self) -> Path:
        (self.home / "site.json").write_text(json.dumps(self._site), encoding="utf-8")
        return self.home

    def files(self, *media_types: str) -> Iterable[tuple[dict[str, Any], Path]]:
        """Give the routes of some media types, each file once."""
        seen: set[str] = set()
        for route in [*self.routes.values()]:
            name = route.get("file", "")
            if name and name not in seen and any(t in route["type"] for t in media_types):
                seen.add(name)
                yield route, self.home / "www" / name

    def change_pages(self, change: Callable[[str], str]) -> None:
        for _, path in self.files("text/html"):
            path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def with_news(home: Path, folder: Path, count: int) -> Path:
    """Add `count` pages of news that are about no item, listed page by page below the home page."""
    copy = SiteCopy(home, folder)
    lists = range(-(-count // _ON_A_PAGE))
    for at in range(count):
        said = f"{_EVENTS[at % len(_EVENTS)]} ครั้งที่ {at + 1}"
        told = f"<p>เชิญชวนประชาชนร่วมกิจกรรม{said} ที่ลานหน้าตลาดสด หมู่ {at % 9 + 1}</p>"
        _add(copy, f"/gossip/{at}", page(said, told))
    for nth in lists:
        links = "".join(
            f"<li><a href='/gossip/{at}'>{_EVENTS[at % len(_EVENTS)]} ครั้งที่ {at + 1}</a></li>"
            for at in range(nth * _ON_A_PAGE, min(count, (nth + 1) * _ON_A_PAGE))
        )
        _add(copy, f"/gossip/page/{nth}", page(f"ภาพกิจกรรม หน้า {nth + 1}", f"<ul>{links}</ul>"))
    _, first = next(iter(copy.files("text/html")))
    more = "".join(f"<a href='/gossip/page/{nth}'>ภาพกิจกรรม หน้า {nth + 1}</a> " for nth in lists)
    text = first.read_text(encoding="utf-8")
    first.write_text(text.replace("</body>", f"<p>{more}</p></body>"), encoding="utf-8")
    return copy.save()


def _add(copy: SiteCopy, address: str, text: str) -> None:
    name = address.strip("/").replace("/", "-")
    (copy.home / "www" / name).write_text(text, encoding="utf-8")
    copy.routes[address] = {"file": name, "type": HTML}


def without_numbers(home: Path, folder: Path) -> Path:
    """Leave the numbers of the items out of what the pages say."""
    copy = SiteCopy(home, folder)
    copy.change_pages(lambda text: _said(text, lambda words: _ITEM_NUMBER.sub("", words)))
    return copy.save()


def with_thai_digits(home: Path, folder: Path) -> Path:
    """Write every digit of pages, Word papers and workbooks in Thai."""
    copy = SiteCopy(home, folder)
    copy.change_pages(lambda text: _said(text, lambda words: words.translate(_THAI_DIGITS)))
    for _, path in copy.files("wordprocessingml", "spreadsheetml"):
        path.write_bytes(_in_thai_digits(path.read_bytes()))
    return copy.save()


def _in_thai_digits(paper: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(paper)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            data = old.read(member)
            if re.search(r"(?:document|sharedStrings|sheet\d+)\.xml$", member.filename):
                data = _OFFICE_WORDS.sub(_thai_entities, data.decode()).encode()
            new.writestr(member, data)
    return out.getvalue()


def _thai_entities(words: re.Match[str]) -> str:
    return escape(unescape(words[0]).translate(_THAI_DIGITS))


def _said(text: str, change: Callable[[str], str]) -> str:
    """Change what a page says between its tags."""
    at, parts = 0, []
    for markup in _MARKUP.finditer(text):
        parts += [change(text[at : markup.start()]), markup[0]]
        at = markup.end()
    return "".join([*parts, change(text[at:])])


def in_windows_874(home: Path, folder: Path, *, told_by: str) -> Path:
    """Write the pages in the old Thai code; `told_by` header, meta or nobody."""
    copy = SiteCopy(home, folder)
    for route in copy.routes.values():
        if "text/html" in route.get("type", ""):
            charset = "; charset=windows-874" if told_by == "header" else ""
            route["type"] = f"text/html{charset}"
    for _, path in copy.files("text/html"):
        text = path.read_text(encoding="utf-8")
        if told_by == "meta":
            text = _CHARSET.sub(r"\g<1>windows-874", text)
        else:
            text = re.sub(r"<meta[^>]*charset[^>]*>", "", text, flags=re.IGNORECASE)
        path.write_bytes(text.encode(_LEGACY, "xmlcharrefreplace"))
    return copy.save()


def with_swapped(home: Path, folder: Path, other: Mapping[str, str]) -> Path:
    """Let each address of `other` give what the address beside it gave."""
    copy = SiteCopy(home, folder)
    spelled = {unquote(address): address for address in copy.routes}
    before = dict(copy.routes)
    for here, there in other.items():
        copy.routes[spelled[unquote(here)]] = before[spelled[unquote(there)]]
    return copy.save()
