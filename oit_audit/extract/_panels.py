"""Parts of a page that a label opens: accordion panels, tabs, folded details, titled cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from oit_audit.extract._layout import HEADINGS, Layout
from oit_audit.extract._tree import BLOCKS, Tree
from oit_audit.model import Region

_TARGET_KEY = re.compile(r"data-(?:[a-z]{1,12}-)?target$")
_TOGGLE_KEY = re.compile(r"data-(?:[a-z]{1,12}-)?(?:toggle|target)$|aria-(?:controls|expanded)$")
"""Kits of the same ancestry put their own letters in the middle: `bs`, `mdb`, `tab`, `modal`."""

_OTHER_TOGGLES = frozenset({"dropdown", "tooltip", "popover", "offcanvas", "carousel", "slide"})
_SLIDES = frozenset({"data-slide", "data-slide-to", "data-bs-slide", "data-bs-slide-to"})
_MENU_WORDS = frozenset({"toggle navigation", "navigation", "menu", "เมนู", "เมนูหลัก", "☰"})
_BUTTONS = frozenset({"button", "a", "div", "span", "li", "h2", "h3", "h4", "h5", "h6", "p"})
_CHOICES = frozenset({"button", "a", "li", "div", "span", "option", "label"})
_CHOICE_KEYS = frozenset(
    {"data-tab", "data-pane", "data-panel", "data-content", "data-open", "rel", "value", "onclick"}
)
"""Where buttons of tabs and entries of list boxes say which part they show."""

_QUOTED = re.compile(r"""["']([^"'\s(){}]{1,60})["']""")
_LONGEST_SCRIPT = 400
_HOLDERS = frozenset(
    {"div", "section", "article", "ul", "ol", "dl", "table", "fieldset", "dd", "form"}
)
_MAX_TITLE = 200
"""Characters of a card's title; what is longer is no title."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page with the label that opens it."""

    node: int
    label: str
    anchor: str | None
    opener: int
    """The element that holds the label."""

    level: int = 0
    """Of the heading around the label; 0 when there is none."""


@dataclass(slots=True)
class Panels:
    """All panels of a page."""

    by_node: dict[int, Panel] = field(default_factory=dict)
    toggles: set[int] = field(default_factory=set)
    """Elements that open a part of the page and lead nowhere else."""

    silent: set[int] = field(default_factory=set)
    """Headings that are the label of a panel."""


def find_panels(tree: Tree, layout: Layout) -> Panels:
    """Return the panels of a page."""
    panels = Panels()
    for opener, target in _openings(tree, layout):
        if target in panels.by_node:
            panels.toggles.add(opener)
            continue
        label = _said(tree, opener)
        if not label or label.lower() in _MENU_WORDS:
            continue
        heading = _heading_of(tree, opener)
        if heading >= 0:
            panels.silent.add(heading)
        level = HEADINGS[tree.tags[heading]] if heading >= 0 else 0
        anchor = tree.get(target, "id") or None
        panels.by_node[target] = Panel(target, label, anchor, opener, level)
        if not _is_plain(tree, opener):
            panels.toggles.add(opener)
    _add_cards(tree, layout, panels)
    return panels


def _said(tree: Tree, opener: int) -> str:
    if opener in tree.options:
        return tree.options[opener]
    return tree.label(opener) or tree.get(opener, "aria-label") or tree.get(opener, "title")


def _openings(tree: Tree, layout: Layout) -> Iterator[tuple[int, int]]:
    """Give each opener with the element it opens."""
    tags = tree.tags
    for index, own in enumerate(tree.attributes):
        if not own and tags[index] != "summary":
            continue
        tag = tags[index]
        if own.get("role") == "tabpanel" and (tab := _labelled_by(tree, layout, index)) >= 0:
            yield tab, index
        if tag == "summary":
            if tags[tree.parents[index]] == "details":
                yield index, tree.parents[index]
            continue
        target = -1
        if _is_toggle(own):
            target = _target(tree, layout, index, own)
        elif tag == "a" and (own.get("href") or "").startswith("#") and _SLIDES.isdisjoint(own):
            target = _plain_target(tree, layout, own["href"] or "")
        elif tag in _CHOICES and not _CHOICE_KEYS.isdisjoint(own) and not _leads_away(own):
            named = (_plain_target(tree, layout, name) for name in _names(own))
            target = next((found for found in named if found >= 0), -1)
        if target < 0 and tag in _BUTTONS and _may_open(layout, index, own):
            target = _neighbour(tree, layout, index)
        if target >= 0 and not target <= index < tree.ends[target]:
            yield index, target


def _labelled_by(tree: Tree, layout: Layout, panel: int) -> int:
    """Return the element that names a panel; -1 when none does, or it is in the panel."""
    words = tree.get(panel, "aria-labelledby").split()
    opener = layout.ids.get(words[0], -1) if words else -1
    return -1 if panel <= opener < tree.ends[panel] else opener


def _names(own: dict[str, str | None]) -> list[str]:
    """Return the names of parts, each after `#`, that a choice says in its script or its data."""
    said = [own.get(key) or "" for key in sorted(_CHOICE_KEYS - {"onclick"})]
    said += _QUOTED.findall((own.get("onclick") or "")[:_LONGEST_SCRIPT])
    return [f"#{name.strip().removeprefix('#')}" for name in said if name.strip()]


def _leads_away(own: dict[str, str | None]) -> bool:
    """Is it a link to another address, whatever else it says?"""
    href = (own.get("href") or "").strip().lower()
    return bool(href) and not href.startswith(("#", "javascript:"))


def _may_open(layout: Layout, index: int, own: dict[str, str | None]) -> bool:
    if "aria-expanded" in own:
        return True
    said = layout.traits.get(index)
    if said is not None:
        return said.opener
    names = own.get("class") or ""
    return "accordion" in names or "collapsible" in names or "toggle" in names


def _is_toggle(own: dict[str, str | None]) -> bool:
    return any(_TOGGLE_KEY.match(key) for key in own)


def _target(tree: Tree, layout: Layout, index: int, own: dict[str, str | None]) -> int:
    """Return the element that a toggle opens; -1 when it opens none on this page."""
    kind = next((own[key] or "" for key in own if key.endswith("-toggle")), "").lower()
    said = layout.traits.get(index)
    if kind in _OTHER_TOGGLES or not _SLIDES.isdisjoint(own) or (said and said.menu_button):
        return -1
    for key in (*filter(_TARGET_KEY.match, own), "href", "aria-controls"):
        name = (own.get(key) or "").strip()
        if key == "href" and not name.startswith("#"):
            continue
        words = name.removeprefix("#").split()
        if words and (found := layout.ids.get(unquote(words[0]))) is not None:
            return found if _is_panel(tree, found) else -1
    return -1


def _is_panel(tree: Tree, node: int) -> bool:
    """Can it be opened, and is it not the whole menu or page?"""
    if tree.tags[node] in {"body", "main", "nav", "header", "a"} or tree.tags[node] not in BLOCKS:
        return False
    return "navbar-collapse" not in tree.get(node, "class") and tree.has_content(
        node, tree.ends[node]
    )


def _plain_target(tree: Tree, layout: Layout, href: str) -> int:
    """Return the part that a bare `href="#name"` opens: one without a heading of its own."""
    found = layout.ids.get(unquote(href[1:]))
    if found is None or tree.tags[found] not in _HOLDERS or not _is_panel(tree, found):
        return -1
    end = tree.ends[found]
    if (end - found) * 10 > len(tree.tags) * 6 or layout.places[found].region is not Region.MAIN:
        return -1
    first = next((node for node in layout.headings if found < node < end), end)
    return found if tree.has_content(found, first) and first == end else -1


def _neighbour(tree: Tree, layout: Layout, index: int) -> int:
    """Return the part that follows an accordion's button, one or two elements up."""
    node = index
    for _ in range(3):
        after = tree.ends[node]
        while after < len(tree.tags) and not tree.tags[after] and tree.texts[after].isspace():
            after += 1
        parent = tree.parents[node]
        if parent < 0 or after >= len(tree.tags):
            return -1
        if after < tree.ends[parent]:
            said = layout.traits.get(after)
            return after if said is not None and said.opened else -1
        node = parent
    return -1


def _heading_of(tree: Tree, opener: int) -> int:
    """Return the heading that is, encloses, or stands in an opener; -1 when there is none."""
    node = opener
    for _ in range(3):
        if tree.tags[node] in HEADINGS:
            return node
        node = tree.parents[node]
        if node < 0:
            break
    inside = range(opener + 1, min(tree.ends[opener], opener + 20))
    return next((node for node in inside if tree.tags[node] in HEADINGS), -1)


def _is_plain(tree: Tree, opener: int) -> bool:
    """Is it an ordinary link to a place on the same page?"""
    own = tree.attributes[opener]
    return (
        tree.tags[opener] == "a"
        and not (own.get("onclick") and not _leads_away(own))
        and not _is_toggle(own)
        and tree.get(opener, "role") != "tab"
    )


def _add_cards(tree: Tree, layout: Layout, panels: Panels) -> None:
    """Add cards and boxes whose title is neither a heading nor a button."""
    busy = sorted({*layout.headings, *(panel.opener for panel in panels.by_node.values())})
    for node, said in layout.traits.items():
        if not said.head or tree.tags[node] in {"header", *HEADINGS}:
            continue
        holder = layout.places[tree.parents[node]].card
        if tree.tags[node] == "legend":
            holder = tree.parents[node]
        if holder < 0 or holder in panels.by_node or tree.has_content(holder, node):
            continue
        end = tree.ends[node]
        label = tree.label(node)
        if not label or len(label) > _MAX_TITLE or not tree.has_content(end, tree.ends[holder]):
            continue
        if not any(node <= other < end for other in busy):
            panels.by_node[holder] = Panel(holder, label, tree.get(holder, "id") or None, node)
