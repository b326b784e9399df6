"""Labels that are not cut while the page can hold them: names fold beside their rows, which grow."""

from __future__ import annotations

from collections.abc import Sequence

from care_desktop.report.figures.pen import INK, REGULAR, SIZE, Pen, folded, measured

LEADING = 9.2
_NARROW, _WIDE = 74.0, 118.0
_LINES = (6, 4, 3, 2, 1)


def column(names: Sequence[str], font: str = REGULAR, size: float = SIZE) -> float:
    """How wide the column of names is: as the longest of them, within what the plot can spare."""
    longest = max((measured(name, font, size) for name in names), default=0.0)
    return min(max(longest + 1, _NARROW), _WIDE)


def beside(
    names: Sequence[str], width: float, least: float, room: float, font: str = REGULAR, size: float = SIZE
) -> list[tuple[tuple[str, ...], float]]:
    """Each name on its lines, and how high its row is; cut only where all of them would not fit the room."""
    rows: list[tuple[tuple[str, ...], float]] = []
    for most in _LINES:
        lines = [folded(name, width, font, size, most) for name in names]
        rows = [(one, max(least, len(one) * LEADING + least - LEADING)) for one in lines]
        if sum(height for _, height in rows) <= room:
            break
    return rows


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
