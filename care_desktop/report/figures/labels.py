"""Labels that are not cut while the page can hold them: names fold beside their rows, which grow."""

from __future__ import annotations

from collections.abc import Sequence

from care_desktop.report.figures.pen import INK, REGULAR, SIZE, Pen, folded, measured

LEADING = 9.2
_NARROW, _WIDE = 74.0, (118.0, 150.0, 180.0)
_LINES = (0, 6, 4, 3, 2, 1)

Named = tuple[tuple[str, ...], float]
"""The lines of a name, and how high its row is."""


def column(names: Sequence[str], least: float, room: float, font: str = REGULAR) -> float:
    """How wide the column of names is: as the longest, or as narrow as lets all of them stand uncut."""
    longest = max((measured(name, font) for name in names), default=0.0)
    width = _NARROW
    for wide in _WIDE:
        width = min(max(longest + 1, _NARROW), wide)
        if _high(_rows(names, width, least, font, 0)) <= room:
            break
    return width


def beside(names: Sequence[str], width: float, least: float, room: float, font: str = REGULAR) -> list[Named]:
    """Each name on its lines; cut only where all of them would not fit the room."""
    rows: list[Named] = []
    for most in _LINES:
        rows = _rows(names, width, least, font, most)
        if _high(rows) <= room:
            break
    return rows


def _rows(names: Sequence[str], width: float, least: float, font: str, most: int) -> list[Named]:
    lines = [folded(name, width, font, SIZE, most) for name in names]
    return [(one, least + LEADING * (len(one) - 1)) for one in lines]


def _high(rows: Sequence[Named]) -> float:
    return sum(height for _, height in rows)


def write(
    pen: Pen, x: float, middle: float, lines: Sequence[str], font: str = REGULAR, size: float = SIZE
) -> None:
    """The lines of a name, centred on its row."""
    first = middle + size * 0.35 - LEADING * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        pen.text(x, first + LEADING * number, line, font, size, INK)


def whole(text: str, number: str, room: float, font: str, size: float) -> tuple[str, ...]:
    """A heading folded into its room; where not even its words fit, its number alone, or nothing."""
    if all(measured(word, font, size) <= room for word in text.split(" ")):
        return folded(text, room, font, size)
    return (number,) if measured(number, font, size) <= room else ()
