"""The logical tree of a document: tags kept by the story, and the elements that its drawing makes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self


class Tag:
    """What a piece of the story is to a reader: shared by all its fragments, however pages cut it."""

    __slots__ = ("_links", "actual", "alt", "attributes", "kind", "language", "parent")

    def __init__(
        self,
        kind: str,
        parent: Tag | None = None,
        *,
        alt: str = "",
        actual: str = "",
        language: str = "",
        attributes: dict[str, Any] | None = None,
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.alt = alt
        self.actual = actual
        self.language = language
        self.attributes = attributes or {}
        self._links: dict[int, Tag] = {}

    def link(self, number: int) -> Tag:
        """Give the tag of this paragraph's link of that number, the same on every line it covers."""
        return self._links.setdefault(number, Tag("Link", self))

    # Platypus copies what it splits: the copy must stay the same piece
    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


class MarkedContent(NamedTuple):
    """A run of a page's content, by its number there."""

    page: int
    number: int


class Annotation(NamedTuple):
    """An annotation of a page, by its place there."""

    page: int
    place: int


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree that goes into the file; its children are in reading order."""

    tag: Tag
    parent: Element | None
    kids: list[Element | MarkedContent | Annotation] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    spoken: list[str] = field(default_factory=list)


class Tree:
    """The elements made by one drawing of a story: an element joins its parent when it is first drawn."""

    def __init__(self) -> None:
        self.root = Element(Tag("Document"), None)
        self.pages: list[list[Element]] = [[]]
        self.annotations: list[tuple[Annotation, Tag]] = []
        self._elements: dict[Tag, Element] = {self.root.tag: self.root}
        self._containers: list[Element] = [self.root]

    @property
    def page(self) -> int:
        """The page being drawn, from 0."""
        return len(self.pages) - 1

    def element(self, tag: Tag) -> Element:
        """Find a tag's element, or make it under its own parent, or else under the open container."""
        found = self._elements.get(tag)
        if found is None:
            parent = self.element(tag.parent) if tag.parent else self._containers[-1]
            found = self._elements[tag] = Element(tag, parent, attributes=dict(tag.attributes))
            parent.kids.append(found)
        return found

    def mark(self, tag: Tag) -> int:
        """Number the run of content that is about to be drawn for a tag."""
        element = self.element(tag)
        runs = self.pages[-1]
        element.kids.append(MarkedContent(self.page, len(runs)))
        runs.append(element)
        return len(runs) - 1

    def enter(self, tag: Tag) -> None:
        """Make a tag's element the parent of what is drawn until ``leave``."""
        self._containers.append(self.element(tag))

    def leave(self) -> None:
        """Close the container that was entered last."""
        self._containers.pop()

    def annotate(self, place: int, tag: Tag) -> None:
        """Note that an annotation of this page belongs to a link."""
        self.annotations.append((Annotation(self.page, place), tag))

    def next_page(self) -> None:
        """Start numbering again: numbers are those of a page."""
        self.pages.append([])

    def close(self) -> Element:
        """Attach the annotations, which were drawn before their links' text, and return the root."""
        for annotation, tag in self.annotations:
            self.element(tag).kids.append(annotation)
        self.annotations.clear()
        return self.root
