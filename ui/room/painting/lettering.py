"""Faces and lines: how words are measured, broken and cut. Sizes are never chosen here."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ui import fonts

ELLIPSIS = "…"


class Face(Enum):
    """The families of the wall: the window's own, a newspaper's, a printer's."""

    TEXT = "text"
    PRESS = "press"
    PRINTER = "printer"


class Type(NamedTuple):
    """A face at a size in pixels."""

    px: int
    weight: int = 400
    face: Face = Face.TEXT
    tabular: bool = False
    spacing: float = 0.0


class Ink(NamedTuple):
    """How a line is set: its type, its colour, how far lines are apart in sizes of the type.

    ``align`` is 0 where it begins at its place, 0.5 where it has it in the middle, 1 where it ends there.
    ``body`` is what must be read at ease.
    """

    kind: Type
    color: str
    pitch: float = 1.3
    align: float = 0.0
    body: bool = False

    @property
    def high(self) -> float:
        """The height of a line."""
        return self.pitch * self.kind.px


@lru_cache(maxsize=256)
def font(kind: Type) -> QFont:
    """The font of a type."""
    made = _plain(kind)
    if kind.tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    if kind.spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, kind.spacing)
    return made


@lru_cache(maxsize=256)
def measure(kind: Type) -> QFontMetricsF:
    """The metrics of a type."""
    return QFontMetricsF(font(kind))


def width(text: str, kind: Type) -> float:
    """How wide a line of text is."""
    return measure(kind).horizontalAdvance(text)


def broken(text: str, kind: Type, room: float) -> list[str]:
    """A text broken into lines that fit. A paragraph ends at a line feed; an empty one is an empty line."""
    return [
        line for paragraph in text.split("\n") for line in _broken_paragraph(paragraph.strip(), kind, room)
    ]


def evened(text: str, kind: Type, room: float) -> list[str]:
    """The same number of lines, but as long as one another as can be."""
    lines = broken(text, kind, room)
    low, high = room / 4, room
    while high - low > kind.px / 8:
        middle = (low + high) / 2
        if len(broken(text, kind, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return broken(text, kind, high)


def cut(lines: list[str], most: int, kind: Type, room: float) -> list[str]:
    """The first lines, the last of which says that there was more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip() + ELLIPSIS
    while len(last) > 1 and width(last, kind) > room:
        last = last[:-2].rstrip() + ELLIPSIS
    return [*lines[: most - 1], last]


def _plain(kind: Type) -> QFont:
    match kind.face:
        case Face.TEXT:
            return fonts.sized(kind.px, kind.weight)
        case Face.PRESS:
            return fonts.paper("press", kind.px, kind.weight)
        case Face.PRINTER:
            return fonts.paper("printer", kind.px, kind.weight)


def _broken_paragraph(text: str, kind: Type, room: float) -> list[str]:
    if not text:
        return [""]
    layout = QTextLayout(text, font(kind))
    layout.setTextOption(_wrapping())
    units = text.encode("utf-16-le")
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1.0))
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        lines.append(units[start:end].decode("utf-16-le").rstrip(" "))
    layout.endLayout()
    return lines


@lru_cache(maxsize=1)
def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
