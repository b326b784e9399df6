"""Files of an older format, brought to the present one step at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from care_desktop.scenario import layout
from care_desktop.scenario.canonical import Canonical, canonical
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.layout import Plain, Tree
from care_desktop.scenario.reading import Source, nodes
from care_desktop.scenario.reading.comments import commented_lines
from care_desktop.scenario.reading.content import text_of
from care_desktop.scenario.reading.events import parse
from care_desktop.scenario.reading.trouble import Trouble
from care_desktop.scenario.scenario import FORMAT

Upgrader: TypeAlias = Callable[[dict[str, Tree]], dict[str, Tree]]
"""From the keys of a format to those of the next one."""

UPGRADERS: Mapping[int, Upgrader] = {}
"""By the format that each begins with. There is none: 1 is the first format that was ever given out."""


def converted(
    source: Source, upgraders: Mapping[int, Upgrader] = UPGRADERS
) -> tuple[Canonical | None, tuple[Finding, ...]]:
    """The canonical form in the present format of an older file; neither form nor finding for a present one.

    What cannot be converted is told as reading tells it.
    """
    tree = _tree_of(source)
    said = tree.get("format")
    number = int(said) if isinstance(said, str) and said.isdecimal() and len(said) < 9 else None
    if number is None or (number != FORMAT and number not in upgraders):
        return None, canonical(source)[1]
    if number == FORMAT:
        return None, ()
    while number < FORMAT:
        tree = upgraders[number](tree)
        number += 1
    found, findings = canonical(layout.document({**tree, "format": Plain(str(FORMAT))}))
    return found and Canonical(found.content, commented_lines(source)), findings


def _tree_of(source: Source) -> dict[str, Tree]:
    """The keys and values of a file as they are written; none where it cannot be read."""
    trouble = Trouble("")
    text = text_of(source, trouble)
    root = None if text is None else parse(text, trouble)
    return _map(root) if isinstance(root, nodes.Mapping) and not trouble else {}


def _map(node: nodes.Mapping) -> dict[str, Tree]:
    return {key.value: _tree(value) for key, value in node.items if not _is_empty(value)}


def _tree(node: nodes.Node) -> Tree:
    match node:
        case nodes.Mapping():
            return _map(node)
        case nodes.Sequence(items):
            return [_tree(item) for item in items]
        case _:
            return node.text


def _is_empty(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Scalar) and node.empty
