"""The labelled parts of a page: what follows a heading, and what a label opens, as one tree."""

from __future__ import annotations

from dataclasses import dataclass

from oit_audit.extract._extractor import MAX_LABEL
from oit_audit.extract._layout import HEADINGS, Layout
from oit_audit.extract._panels import Panel, Panels, find_panels
from oit_audit.extract._tree import Tree
from oit_audit.model import Section

_MAX_BOLD = 150
"""Characters of a bold paragraph that may stand for a heading."""

_LEADS = frozenset({"ul", "ol", "dl", "a", "table"})
_CONTAINERS = frozenset({"article", "section", "main", "td", "th", "details", "fieldset"})
_MAX_SECTIONS = 5_000


@dataclass(slots=True)
class _Open:
    section: int
    end: int
    level: int
    kind: str
    """`heading`, `bold`, `panel` or `region`."""


@dataclass(slots=True)
class Outline:
    """The sections of a page, and the section of every node."""

    sections: list[Section]
    of: list[int]
    """For each node the index of its section."""

    panels: Panels


def outline(tree: Tree, layout: Layout) -> Outline:
    """Return the sections of a page."""
    panels = find_panels(tree, layout)
    writer = _Writer(tree, layout)
    events: list[tuple[int, str]] = [(node, "panel") for node in panels.by_node]
    events += [(node, "heading") for node in layout.headings]
    events += [(node, "region") for node in layout.islands]
    events += [(node, "bold") for node in _bold_titles(tree, layout, panels)]
    for node, kind in sorted(events)[:_MAX_SECTIONS]:
        writer.close_before(node)
        if kind == "panel":
            writer.open_panel(panels.by_node[node])
        elif kind == "region":
            writer.open_region(node)
        elif node in panels.silent:
            writer.close_level(node, HEADINGS[tree.tags[node]])
        elif kind == "heading":
            writer.open_heading(node, HEADINGS[tree.tags[node]])
        else:
            writer.open_bold(node)
    of = writer.spread()
    for panel in panels.by_node.values():
        if (section := writer.panels.get(panel.node)) is not None:
            end = tree.ends[panel.opener]
            of[panel.opener : end] = [section] * (end - panel.opener)
    return Outline(writer.sections, of, panels)


class _Writer:
    def __init__(self, tree: Tree, layout: Layout) -> None:
        self.sections = [Section("", -1, 0)]
        self.panels: dict[int, int] = {}
        self._tree, self._layout = tree, layout
        self._open = [_Open(0, len(tree.tags), 0, "panel")]
        self._changes: list[tuple[int, int]] = [(0, 0)]

    def close_before(self, node: int) -> None:
        """Close what ends before `node`, inner parts first."""
        while len(self._open) > 1 and self._open[-1].end <= node:
            end = self._open.pop().end
            self._changes.append((end, self._open[-1].section))

    def close_level(self, node: int, level: int) -> None:
        """Close the sections of headings of this level or below, up to the panel around."""
        while self._open[-1].kind in {"heading", "bold"} and self._open[-1].level >= level:
            self._open.pop()
        self._changes.append((node, self._open[-1].section))

    def open_heading(self, node: int, level: int) -> None:
        """Open the section of a heading."""
        label = self._tree.label(node)
        self.close_level(node, level)
        if label:
            anchor = _anchor(self._tree, node)
            self._push(
                node, Section(label, self._parent, level, anchor), self._extent(node), "heading"
            )

    def open_bold(self, node: int) -> None:
        """Open the section of a bold paragraph that stands for a heading."""
        while self._open[-1].kind == "bold":
            self._open.pop()
        level = min(self._open[-1].level + 1, 6)
        section = Section(self._tree.label(node), self._parent, level, _anchor(self._tree, node))
        self._push(node, section, self._extent(node), "bold")

    def open_panel(self, panel: Panel) -> None:
        """Open the section of a panel."""
        level = panel.level or min(self._open[-1].level + 1, 6)
        section = Section(panel.label[:MAX_LABEL], self._parent, level, panel.anchor, panel=True)
        self.panels[panel.node] = len(self.sections)
        self._push(panel.node, section, self._tree.ends[panel.node], "panel")

    def open_region(self, node: int) -> None:
        """Leave the headings above for a part that does not belong to them: footer, side bar."""
        around = next(part for part in reversed(self._open) if part.kind in {"panel", "region"})
        end = min(self._tree.ends[node], self._open[-1].end)
        self._open.append(_Open(around.section, end, around.level, "region"))
        self._changes.append((node, around.section))

    @property
    def _parent(self) -> int:
        return self._open[-1].section

    def _push(self, node: int, section: Section, end: int, kind: str) -> None:
        self.sections.append(section)
        index = len(self.sections) - 1
        self._open.append(_Open(index, min(end, self._open[-1].end), section.level, kind))
        self._changes.append((node, index))

    def _extent(self, heading: int) -> int:
        """Return the end of the smallest part of the page that holds more than this heading.

        What a link or list item says about itself heads nothing beyond it.
        """
        tree, places = self._tree, self._layout.places
        node, end = heading, tree.ends[heading]
        while (parent := tree.parents[node]) >= 0:
            if places[parent].region is not places[heading].region:
                return tree.ends[node]
            node = parent
            if tree.tags[node] in {"a", "li"}:
                return tree.ends[places[node].node]
            if self._bounds(node) and tree.has_content(end, tree.ends[node]):
                return tree.ends[node]
        return len(tree.tags)

    def _bounds(self, node: int) -> bool:
        said = self._layout.traits.get(node)
        if said is None or said.head:
            return False
        return said.card or self._tree.tags[node] in _CONTAINERS

    def spread(self) -> list[int]:
        """Return the section of every node."""
        self.close_before(len(self._tree.tags))
        of: list[int] = []
        for (start, section), (stop, _) in zip(
            self._changes, [*self._changes[1:], (len(self._tree.tags), 0)], strict=True
        ):
            of.extend([section] * (stop - start))
        return of


def _anchor(tree: Tree, heading: int) -> str | None:
    """Return the name that opens a heading: its own, one in it, or one just before it."""
    for node in range(heading, tree.ends[heading]):
        if name := tree.get(node, "id") or (
            tree.get(node, "name") if tree.tags[node] == "a" else ""
        ):
            return name
    for node in range(heading - 1, max(-1, heading - 12), -1):
        if tree.has_content(node, heading):
            return None
        tag = tree.tags[node]
        around = tree.ends[node] > heading and tag not in {"html", "body", "main"}
        if around or tag in {"a", "span"}:
            name = tree.get(node, "id") or (tree.get(node, "name") if tag == "a" else "")
            if name:
                return name
    return None


def _bold_titles(tree: Tree, layout: Layout, panels: Panels) -> list[int]:
    """Return the bold paragraphs that clearly head what follows: short, before links or lists."""
    found: list[int] = []
    openers = {panel.opener for panel in panels.by_node.values()}
    for node in layout.bold:
        end = tree.ends[node]
        if tree.tags[node] not in {"p", "div", "center"} or tree.has_anchor(node, end):
            continue
        if node in openers or not openers.isdisjoint(range(node, min(end, node + 20))):
            continue
        if len(tree.label(node)) > _MAX_BOLD or layout.places[tree.parents[node]].cell >= 0:
            continue
        after = end
        while after < len(tree.tags) and not tree.tags[after] and tree.texts[after].isspace():
            after += 1
        if after < len(tree.tags) and (
            tree.tags[after] in _LEADS or tree.has_anchor(after, tree.ends[after])
        ):
            found.append(node)
    return found
