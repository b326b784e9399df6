"""Drawing from the top left, in points: lines, hatches that match, text with its own ground, marks."""

from __future__ import annotations

from math import ceil, floor, sqrt

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Path, Polygon, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from care_desktop.report.pdf import fonts
from care_desktop.report.pdf.styles import (
    ACCENT,
    ALLOWED,
    FAINT,
    GREY,
    HAIRLINE,
    HATCH,
    INK,
    WASH,
)

__all__ = [
    "ACCENT",
    "ALLOWED",
    "FAINT",
    "GREY",
    "HAIRLINE",
    "HATCH",
    "INK",
    "ITALIC",
    "LEFT",
    "PAPER",
    "REGULAR",
    "SEMIBOLD",
    "SIZE",
    "SMALL",
    "WASH",
    "WIDTH",
    "Pen",
    "folded",
    "measured",
    "shortened",
]

WIDTH = 481.9
LEFT = 96.0
SMALL = 7.5
SIZE = 8.0

PAPER = HexColor(0xFFFFFF)

REGULAR = fonts.SANS
SEMIBOLD = fonts.SANS_SEMIBOLD
ITALIC = "SourceSans3-It"


def measured(text: str, font: str = REGULAR, size: float = SIZE) -> float:
    """How wide a text is."""
    fonts.register()
    return float(stringWidth(text, font, size))


def shortened(text: str, width: float, font: str = REGULAR, size: float = SIZE) -> str:
    """The text, or as much of it as fits, with an ellipsis."""
    if measured(text, font, size) <= width:
        return text
    while text and measured(text + "…", font, size) > width:
        text = text[:-1]
    return text.rstrip(" …") + "…"


def folded(
    text: str, width: float, font: str = SEMIBOLD, size: float = SIZE, most: int = 0
) -> tuple[str, ...]:
    """The text on as many lines as it needs, at most ``most``; what is wider than a line is broken."""
    lines: list[str] = []
    words = text.split(" ")
    while words:
        line = words.pop(0)
        while words and measured(f"{line} {words[0]}", font, size) <= width:
            line = f"{line} {words.pop(0)}"
        if len(lines) + 1 == most and (words or measured(line, font, size) > width):
            return (*lines, shortened(" ".join([line, *words, "…"]), width, font, size))
        fits = _fitting(line, width, font, size)
        if line[fits:]:
            words.insert(0, line[fits:])
        lines.append(line[:fits])
    return tuple(lines)


def _fitting(word: str, width: float, font: str, size: float) -> int:
    """How many letters of a word fit, at least one."""
    length = len(word)
    while length > 1 and measured(word[:length], font, size) > width:
        length -= 1
    return length


class Pen:
    """What draws; ``y`` grows downwards."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        self.drawing = Drawing(width, height)
        self._height = height

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float = 0.5,
        colour: Color = INK,
        dash: tuple[float, ...] | None = None,
    ) -> None:
        """A straight line."""
        (x0, y0), (x1, y1) = start, end
        self.drawing.add(
            Line(
                x0,
                self._height - y0,
                x1,
                self._height - y1,
                strokeColor=colour,
                strokeWidth=width,
                strokeDashArray=list(dash) if dash else None,
            )
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Color | None = None,
        outline: float = 0,
    ) -> None:
        """A rectangle, filled or outlined in ink."""
        self.drawing.add(
            Rect(
                x,
                self._height - y - height,
                width,
                height,
                fillColor=fill,
                strokeColor=INK if outline else None,
                strokeWidth=outline,
            )
        )

    def hatch(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        step: float = 3.3,
        stroke: tuple[float, Color] = (0.6, HATCH),
    ) -> None:
        """Lines at 45°, cut by arithmetic, in a phase that all hatches of a drawing share."""
        low = self._height - y - height
        apart = step * sqrt(2)
        path = Path(strokeColor=stroke[1], strokeWidth=stroke[0], fillColor=None)
        for number in range(ceil((x - low - height) / apart), floor((x + width - low) / apart) + 1):
            offset = number * apart
            bottom, top = max(low, x - offset), min(low + height, x + width - offset)
            if top - bottom > 0.1:
                path.moveTo(bottom + offset, bottom)
                path.lineTo(top + offset, top)
        self.drawing.add(path)

    def pause(self, x: float, y: float, width: float, height: float) -> None:
        """A real pause: a lighter hatch without outline."""
        self.hatch(x, y, width, height, step=3.4, stroke=(0.45, HAIRLINE))

    def text(  # noqa: PLR0913 - where, what, and how it looks
        self,
        x: float,
        y: float,
        text: str,
        font: str = REGULAR,
        size: float = SIZE,
        colour: Color = INK,
        anchor: str = "start",
    ) -> None:
        """A text with its baseline at ``y``."""
        fonts.register()
        self.drawing.add(
            String(
                x,
                self._height - y,
                text,
                fontName=font,
                fontSize=size,
                fillColor=colour,
                textAnchor=anchor,
            )
        )

    def ground(self, x: float, y: float, width: float, size: float = SIZE) -> None:
        """White ground for a text that crosses lines; ``x`` and ``y`` are where it begins."""
        self.box(x - 1.2, y - size * 0.78, width + 2.4, size * 1.02, fill=PAPER)

    def upright(self, x: float, y: float, text: str, size: float = SMALL) -> None:
        """A text that reads upwards, centred on ``x``, ``y``, on white ground."""
        width = measured(text, REGULAR, size)
        group = Group(
            Rect(-width / 2 - 2, -size * 0.3 - 1, width + 4, size + 2, fillColor=PAPER, strokeColor=None),
            String(0, -size * 0.05, text, fontName=REGULAR, fontSize=size, textAnchor="middle"),
            transform=(0, 1, -1, 0, x + size * 0.25, self._height - y),
        )
        self.drawing.add(group)

    def disc(self, x: float, y: float, radius: float, fill: Color = INK, outline: float = 0) -> None:
        """A circle, filled, with an outline of ink if asked for."""
        self.drawing.add(
            Circle(
                x,
                self._height - y,
                radius,
                fillColor=fill,
                strokeColor=INK if outline else None,
                strokeWidth=outline,
            )
        )

    def shape(
        self, points: tuple[tuple[float, float], ...], fill: Color | None = INK, outline: float = 0
    ) -> None:
        """A closed shape through points."""
        flat = [value for x, y in points for value in (x, self._height - y)]
        self.drawing.add(
            Polygon(flat, fillColor=fill, strokeColor=INK if outline else None, strokeWidth=outline)
        )

    def steps(
        self, points: tuple[tuple[float, float], ...], width: float, colour: Color, fill: Color | None = None
    ) -> None:
        """A line, or an area, through points."""
        path = Path(strokeColor=colour if width else None, strokeWidth=width, fillColor=fill)
        for number, (x, y) in enumerate(points):
            (path.lineTo if number else path.moveTo)(x, self._height - y)
        if fill is not None:
            path.closePath()
        self.drawing.add(path)
