"""The small drawings that stand in the cells of tables: marks, ladders, states, tenures, boxes."""

from __future__ import annotations

from math import log

from reportlab.graphics.shapes import Circle, Drawing, Path, Rect
from reportlab.graphics.shapes import Line as Stroke

from care_desktop.report.figures import marks
from care_desktop.report.figures.pen import ACCENT, HATCH, INK, PAPER, Pen
from care_desktop.report.model import Answer
from care_desktop.scenario.conditions import ServiceLevel

_LEAST_HOURS, _MOST_HOURS = 1.0, 64.0


def mark(answer: Answer, size: float = 9.5) -> Drawing:
    """● ◐ ○ – for yes, in part, no, not observed; = ≠ – before a public reference."""
    drawing = Drawing(size, size)
    middle, radius = size / 2, size * 0.42
    if answer in {Answer.YES, Answer.NO, Answer.PARTLY}:
        fill = INK if answer is Answer.YES else PAPER
        drawing.add(Circle(middle, middle, radius, fillColor=fill, strokeColor=INK, strokeWidth=0.9))
        if answer is Answer.PARTLY:
            drawing.add(_left_half(middle, radius))
        return drawing
    places = (0.0,) if answer in {Answer.UNSEEN, Answer.NOTHING} else (-1.5, 1.5)
    for place in places:
        y = middle + place
        drawing.add(Stroke(middle - radius, y, middle + radius, y, strokeColor=INK, strokeWidth=1))
    if answer is Answer.DIFFERENT:
        drawing.add(
            Stroke(
                middle - radius * 0.6,
                middle - radius,
                middle + radius * 0.6,
                middle + radius,
                strokeColor=INK,
                strokeWidth=1,
            )
        )
    return drawing


def _left_half(middle: float, radius: float) -> Path:
    half = Path(fillColor=INK, strokeColor=None)
    bend = radius * 0.5523
    half.moveTo(middle, middle + radius)
    half.curveTo(middle - bend, middle + radius, middle - radius, middle + bend, middle - radius, middle)
    half.curveTo(middle - radius, middle - bend, middle - bend, middle - radius, middle, middle - radius)
    half.closePath()
    return half


def ladder(steps: int | None) -> Drawing:
    """Three rising steps filled from the left; dotted outlines when nobody saw."""
    drawing = Drawing(30, 12)
    for number, height in enumerate((4.6, 7.6, 10.6)):
        filled = steps is not None and number < steps
        drawing.add(
            Rect(
                number * 10 + 0.5,
                0.5,
                8,
                height,
                fillColor=INK if filled else PAPER,
                strokeColor=INK,
                strokeWidth=0.7,
                strokeDashArray=[1.1, 1.5] if steps is None else None,
            )
        )
    return drawing


def state(level: ServiceLevel) -> Drawing:
    """A service's state as it is in the figures."""
    pen = Pen(8.4, 15.5)
    marks.level(pen, level, 0.3, 0.4, (14.6, 7.4))
    return pen.drawing


def tenure(hours: float, target: float | None, width: float = 84) -> Drawing:
    """How long a degraded procedure holds, 1 h to 64 h on a logarithmic scale; the DMIA is a tick."""
    drawing = Drawing(width, 9.5)

    def place(value: float) -> float:
        within = min(max(value, _LEAST_HOURS), _MOST_HOURS)
        return 1.2 + (width - 2.4) * log(within / _LEAST_HOURS) / log(_MOST_HOURS / _LEAST_HOURS)

    drawing.add(Rect(0, 2.4, place(hours), 4.6, fillColor=HATCH, strokeColor=None))
    if target is not None:
        x = place(target)
        drawing.add(Rect(x - 1.4, 0, 2.8, 9.4, fillColor=PAPER, strokeColor=None))
        drawing.add(Rect(x - 0.7, 0, 1.4, 9.4, fillColor=ACCENT, strokeColor=None))
    return drawing


def tick_box(ticked: bool = False, size: float = 9.0) -> Drawing:
    """An empty box, or a crossed one."""
    drawing = Drawing(size, size)
    drawing.add(Rect(0.5, 0.5, size - 1, size - 1, fillColor=PAPER, strokeColor=INK, strokeWidth=0.8))
    if ticked:
        low, high = 2.3, size - 2.3
        drawing.add(Stroke(low, low, high, high, strokeColor=INK, strokeWidth=1.6))
        drawing.add(Stroke(low, high, high, low, strokeColor=INK, strokeWidth=1.6))
    return drawing
