"""Figure 1: which function was there, from when to when."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures import scales
from care_desktop.report.figures.pen import (
    FAINT,
    GREY,
    HATCH,
    INK,
    REGULAR,
    SIZE,
    SMALL,
    WIDTH,
    Pen,
    measured,
    shortened,
)
from care_desktop.report.plots import PresencePlot

_BARS = 173.0
_ROW = 13.2
_TOP = 6.0


def presence(plot: PresencePlot) -> Drawing:
    """Bars of presence by function; required ones have a square, an absence is written."""
    bottom = _TOP + len(plot.rows) * _ROW
    pen = Pen(bottom + 20)
    scale = scales.even(plot.axis, _BARS)
    for pause in plot.pauses:
        left = scale(pause.begin)
        pen.pause(left, 0, max(scale(pause.end) - left, 2), bottom)
    for number, row in enumerate(plot.rows):
        middle = _TOP + number * _ROW + _ROW / 2
        if number:
            pen.line((0, middle - _ROW / 2), (WIDTH, middle - _ROW / 2), 0.25, FAINT)
        pen.text(0, middle + 2.8, shortened(row.name, _BARS - 22), REGULAR, SIZE)
        if row.required:
            pen.box(_BARS - 15, middle - 2.2, 4.4, 4.4, INK)
        for span in row.spans:
            left = scale(span.begin)
            pen.box(left, middle - 2.6, max(scale(span.end) - left, 1.2), 5.2, HATCH)
        if row.note:
            pen.line((_BARS, middle), (WIDTH, middle), 0.5, INK, (1, 2))
            pen.ground(_BARS + 5, middle + 2.6, measured(row.note, REGULAR, SMALL), SMALL)
            pen.text(_BARS + 5, middle + 2.6, row.note, REGULAR, SMALL)
    scales.draw(pen, plot.axis, scale, bottom)
    if any(row.required for row in plot.rows):
        pen.box(0, bottom + 7.2, 4.4, 4.4, INK)
        pen.text(7.5, bottom + 12, plot.required, REGULAR, SMALL, GREY)
    return pen.drawing
