"""What a file says before anybody knows what it means: scalars, maps and lists, each with its place."""

from __future__ import annotations

from msgspec import Struct


class Scalar(Struct, gc=False):
    """A value as it is written; ``style`` is its quote, its block mark (``|``, ``>``) or nothing.

    Lines and columns are counted from 0, as the parser does.
    """

    value: str
    style: str
    line: int
    column: int

    @property
    def empty(self) -> bool:
        """Whether nothing is written there at all."""
        return not self.value and not self.style

    @property
    def text(self) -> str:
        """What it says; the line ends after a block are not part of it."""
        return self.value.rstrip("\n") if self.style in ("|", ">") else self.value


class Mapping(Struct, gc=False):
    """Keys and values in document order, each key once."""

    items: list[tuple[Scalar, Node]]
    line: int
    column: int


class Sequence(Struct, gc=False):
    """Values in a list."""

    items: list[Node]
    line: int
    column: int


Node = Scalar | Mapping | Sequence


def found_at(root: Node, path: str) -> Node:
    """The key or value at a path such as ``injects.samu.effects.0``, or the nearest around it that exists."""
    node, place = root, root
    for word in path.split(".") if path else ():
        if isinstance(node, Mapping):
            pair = next(((key, value) for key, value in node.items if key.value == word), None)
            if pair is None:
                break
            place, node = pair
        elif isinstance(node, Sequence) and word.isdigit() and int(word) < len(node.items):
            place = node = node.items[int(word)]
        else:
            break
    return place
