"""The forms of a page: what a visitor can fill in and send."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice

from oit_audit.extract._addresses import Addresses
from oit_audit.extract._extractor import MAX_LABEL, folded
from oit_audit.extract._layout import Layout
from oit_audit.extract._sections import Outline
from oit_audit.extract._tree import Tree
from oit_audit.model import Field, Form

MAX_FORMS = 200
MAX_FIELDS = 500
MAX_CHOICES = 60
_BUTTONS = frozenset({"submit", "button", "image"})
_NO_FIELDS = frozenset({"hidden", "reset"}) | _BUTTONS
_BEFORE = 100
"""Characters before a field that may name it."""


def read_forms(
    tree: Tree, layout: Layout, outline: Outline, addresses: Addresses
) -> tuple[Form, ...]:
    """Return the forms in reading order.

    Fields that stand in no form are given as one form without a method.
    """
    labels = _labels(tree)
    buttons = _buttons(tree, layout)
    stops = sorted(tree.ends[node] for node in (*layout.fields, *_button_nodes(tree)))
    owners: dict[int, list[int]] = {form: [] for form in layout.forms[:MAX_FORMS]}
    for node in layout.fields:
        owners.setdefault(_owner(tree, layout, node), []).append(node)
    forms: list[Form] = []
    for owner, nodes in sorted(owners.items()):
        fields = _fields(tree, layout, nodes[:MAX_FIELDS], labels, stops)
        if not fields and not (owner >= 0 and owner in buttons):
            continue
        at = nodes[0] if nodes else owner  # a form may begin before the part that it fills
        action = tree.get(owner, "action") if owner >= 0 else ""
        forms.append(
            Form(
                addresses.absolute(action) or addresses.page,
                (tree.get(owner, "method").lower() or "get") if owner >= 0 else "",
                fields,
                tuple(buttons.get(owner, ())[:MAX_FIELDS]),
                f"form {len(forms) + 1}",
                outline.of[at],
                layout.places[at].region,
            )
        )
    return tuple(forms[:MAX_FORMS])


def _owner(tree: Tree, layout: Layout, node: int) -> int:
    """Return the form of a field: named by it, around it, or torn off it by a table; else -1."""
    if (named := layout.ids.get(tree.get(node, "form"), -1)) >= 0 and tree.tags[named] == "form":
        return named
    if (around := layout.places[node].form) >= 0:
        return around
    before = [form for form in layout.forms[:MAX_FORMS] if form < node]
    torn = bool(before) and tree.ends[before[-1]] == before[-1] + 1
    return before[-1] if torn else -1


def _labels(tree: Tree) -> dict[str, str]:
    """Return the text of each `label` that names its field."""
    if "label" not in tree.tags:
        return {}
    return {
        name: tree.label(node)
        for node, tag in enumerate(tree.tags)
        if tag == "label" and (name := tree.get(node, "for"))
    }


def _kind(tree: Tree, node: int) -> str:
    tag = tree.tags[node]
    return (tree.get(node, "type").lower() or "text")[:20] if tag == "input" else tag


def _fields(
    tree: Tree, layout: Layout, nodes: list[int], labels: dict[str, str], stops: list[int]
) -> tuple[Field, ...]:
    """Return the fields; `stops` are the ends of all fields and buttons, ascending."""
    fields: list[Field] = []
    for node in nodes:
        kind = _kind(tree, node)
        if kind in _NO_FIELDS:
            continue
        before = bisect_right(stops, node) - 1
        since = max(stops[before] if before >= 0 else 0, layout.places[node].form, node - 60)
        label = _field_label(tree, node, kind, since, labels)
        fields.append(Field(label, kind, _choices(tree, node) if kind == "select" else ()))
    return tuple(fields)


def _choices(tree: Tree, node: int) -> tuple[str, ...]:
    inside = range(node + 1, min(tree.ends[node], node + 8 * MAX_CHOICES))
    return tuple(islice(filter(None, (tree.options.get(at) for at in inside)), MAX_CHOICES))


def _field_label(tree: Tree, node: int, kind: str, since: int, labels: dict[str, str]) -> str:
    """Return what names a field; a box to tick is named by what follows it."""
    parent = node
    wrapping = ""
    for _ in range(3):
        parent = tree.parents[parent]
        if parent < 0:
            break
        if tree.tags[parent] == "label":
            wrapping = tree.label(parent)
    end = tree.ends[node]
    beside = (
        tree.words(end, min(len(tree.tags), end + 3))
        if kind in {"radio", "checkbox"}
        else tree.words(since, node)[-_BEFORE:]
    )
    named = (
        labels.get(tree.get(node, "id"), ""),
        wrapping,
        tree.get(node, "aria-label"),
        tree.get(node, "placeholder"),
        beside,
        tree.get(node, "title"),
        tree.get(node, "name"),
    )
    return next((folded(text)[:MAX_LABEL] for text in named if text), "")


def _buttons(tree: Tree, layout: Layout) -> dict[int, list[str]]:
    """Return what the buttons of each form say."""
    buttons: dict[int, list[str]] = {}
    for node in _button_nodes(tree):
        if text := _button_text(tree, node):
            buttons.setdefault(_owner(tree, layout, node), []).append(text)
    return buttons


def _button_nodes(tree: Tree) -> list[int]:
    if "button" not in tree.tags and "input" not in tree.tags:
        return []
    return [
        node
        for node, tag in enumerate(tree.tags)
        if tag == "button" or (tag == "input" and _kind(tree, node) in _BUTTONS)
    ]


def _button_text(tree: Tree, node: int) -> str:
    names = (
        tree.label(node),
        *(tree.get(node, key) for key in ("value", "alt", "aria-label", "title")),
    )
    return next((folded(name)[:MAX_LABEL] for name in names if name), "")
