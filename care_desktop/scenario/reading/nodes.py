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


class Places:
    """Where things stand in a file, by paths of keys such as ``injects.samu.effects.0``."""

    def __init__(self, root: Node) -> None:
        self._root = root
        # A finding for each text of a large collection must not look through it each time
        self._keys: dict[int, dict[str, tuple[Node, Node]]] = {}

    def at(self, path: str) -> Node | None:
        """The key or item at a path, or the nearest around it; None when even its first word is unknown."""
        node, place = self._root, None if path else self._root
        for word in path.split(".") if path else ():
            found = self._inside(node).get(word)
            if found is None:
                break
            place, node = found
        return place

    def _inside(self, node: Node) -> dict[str, tuple[Node, Node]]:
        found = self._keys.get(id(node))
        if found is None:
            found = {}
            if isinstance(node, Mapping):
                found = {key.value: (key, value) for key, value in node.items}
            elif isinstance(node, Sequence):
                found = {str(number): (item, item) for number, item in enumerate(node.items)}
            self._keys[id(node)] = found
        return found
