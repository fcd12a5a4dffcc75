"""The sentences about links that an office enters, in Thai and English."""

from __future__ import annotations

from collections.abc import Sequence

from oit_audit.judge import words
from oit_audit.model import BetterPage, Item, SeenLink, Status, Text, readable

_ADDRESS = 200
"""Characters of an address that are shown."""

_STEPS = 8
"""Clicks of a way that are shown."""

NOT_ENTERED = Text("ไม่ได้กรอกลิงก์สำหรับข้อนี้", "no link was entered for this item")
SHOWS_ALL = Text("แสดงครบตามข้อนี้", "it shows what the item asks for")
SAYS_NOTHING = Text(
    "เปิดได้ แต่ไม่มีข้อความใดในหน้าที่บอกว่าเป็นเรื่องของข้อนี้",
    "it opens, but nothing on it says that it is about this item",
)
_UNASKED = Text("ยังไม่ได้เปิดลิงก์นี้ในการตรวจ จึงยังบอกไม่ได้", "it was not opened, so nothing can be said")
_OUTSIDE = Text(
    "อยู่นอกเว็บไซต์ของหน่วยงาน จึงไม่ได้เปิดดู", "it lies on a host of others, which was not opened"
)
_HOME = Text(
    "เป็นหน้าแรกของเว็บไซต์ ไม่ใช่ลิงก์ตรงไปยังข้อมูลของข้อนี้",
    "it is the home page, no direct link to what the item asks for",
)
_NO_WAY = Text(
    "ไม่พบทางคลิกจากหน้าหลักของเว็บไซต์ไปยังหน้านี้ ผู้ประเมินจึงอาจไม่นับ",
    "no clicks lead there from the home page, so an assessor may not count it",
)
_FOREIGN = Text(
    "อยู่นอกเว็บไซต์ของหน่วยงาน และไม่มีหน้าใดของเว็บไซต์ลิงก์ไปถึง ผู้ประเมินจึงไม่นับ",
    "it lies outside the organisation's website and no page of that links to it,"
    " so an assessor does not count it",
)
_UNTRIED = Text(
    "ยังไม่ได้ตรวจว่าคลิกจากหน้าหลักไปถึงหน้านี้ได้หรือไม่",
    "whether clicks lead there from the home page was not checked",
)
UNREACHED = Text("ไม่พบทางคลิกจากหน้าหลัก", "no clicks lead there from the home page")
UNTRIED = Text("ยังไม่ได้ตรวจ", "not checked")


def not_opened(seen: SeenLink) -> Text:
    """Say why a link was not opened."""
    if seen.reason is not None:
        return words.why(seen.reason)
    return _UNASKED if seen.is_own else _OUTSIDE


def about(item: Item, title: Text, other: str | None) -> Text:
    """Say that a link shows something else: the item `other`, or what only has a title."""
    th = f"ข้อ {other} “{title.th}”" if other else f"“{title.th}”"
    en = f"{other} “{title.en}”" if other else f"“{title.en}”"
    return Text(f"ลิงก์ของข้อ {item.id} เป็นเรื่องของ{th}", f"the link of {item.id} shows {en}")


def place(seen: SeenLink) -> Text:
    """Say where a link leads as seen from the site; empty when clicks lead there."""
    if seen.is_home:
        return _HOME
    if seen.reachable:
        return Text("", "")
    if seen.reachable is None:
        return _UNTRIED
    return _NO_WAY if seen.is_own else _FOREIGN


def both(first: Text, second: Text) -> Text:
    """Return two clauses as one sentence; either may be empty."""
    if not (first.th and second.th):
        return first if first.th else second
    return Text(f"{first.th} · {second.th}", f"{first.en}; {second.en}")


def by_row(outcomes: Sequence[tuple[SeenLink, Text]]) -> Text:
    """Say of each link, with its row and address, what came of it."""
    said = [
        Text(
            f"แถว {seen.link.row} {readable(seen.link.url)[:_ADDRESS]}: {outcome.th}",
            f"row {seen.link.row} {readable(seen.link.url)[:_ADDRESS]}: {outcome.en}",
        )
        for seen, outcome in outcomes
    ]
    return Text(" · ".join(each.th for each in said), "; ".join(each.en for each in said))


def remedy(
    item: Item, better: BetterPage | None, before: Text, *, entered: bool, met: bool
) -> Text:
    """Say which address to enter instead, and what else is to be done.

    Args:
        item: Which item.
        better: What the visit found; None when nothing better.
        before: What would be said without it.
        entered: Was any link entered?
        met: Do the links show all, so that the address is only more direct?
    """
    if better is None:
        return before
    way = " › ".join(better.click_path[:_STEPS])
    th = f"{'แก้' if entered else 'กรอก'}ลิงก์ข้อ {item.id} เป็น {better.url}"
    en = f"{'Change' if entered else 'Set'} the link of {item.id} to {better.url}"
    if way:
        th, en = f"{th} (เข้าจาก {way})", f"{en} (by {way})"
    if met:
        return Text(f"{th} ซึ่งตรงกว่า", f"{en}, which is more direct.")
    if better.status is Status.MET:
        return Text(th, f"{en}.")
    return Text(f"{th} แล้วแก้ไขต่อ: {before.th}", f"{en}. Then: {before.en}")


def no_way(seen: Sequence[SeenLink], before: Text) -> Text:
    """Say how to make links count to which no clicks lead."""
    urls = ", ".join(readable(each.link.url)[:_ADDRESS] for each in seen)
    return Text(
        f"ทำเมนูหรือลิงก์บนเว็บไซต์ของหน่วยงานให้คลิกจากหน้าหลักไปถึง {urls} ได้ {before.th}".strip(),
        f"Link {urls} from a page of the organisation's website. {before.en}".strip(),
    )
