"""Figure 1: which function was there, from when to when."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures import labels, scales
from care_desktop.report.figures.pen import FAINT, GREY, HATCH, INK, REGULAR, SMALL, WIDTH, Pen, measured
from care_desktop.report.plots import PresencePlot, PresenceRow

_BARS = 173.0
_ROW = 13.2
_TOP = 6.0
_ROOM = 430.0


def presence(plot: PresencePlot) -> Drawing:
    """Bars of presence by function; required ones have a square, an absence is written."""
    names = labels.beside([row.name for row in plot.rows], _BARS - 22, _ROW, _ROOM)
    bottom = _TOP + sum(height for _, height in names)
    pen = Pen(bottom + 20)
    scale = scales.even(plot.axis, _BARS)
    for pause in plot.pauses:
        left = scale(pause.begin)
        pen.pause(left, 0, max(scale(pause.end) - left, 2), bottom)
    y = _TOP
    for number, (row, (lines, height)) in enumerate(zip(plot.rows, names, strict=True)):
        if number:
            pen.line((0, y), (WIDTH, y), 0.25, FAINT)
        labels.write(pen, 0, y + height / 2, lines)
        _row(pen, row, scale, y + height / 2)
        y += height
    scales.draw(pen, plot.axis, scale, bottom)
    if any(row.required for row in plot.rows):
        pen.box(0, bottom + 7.2, 4.4, 4.4, INK)
        pen.text(7.5, bottom + 12, plot.required, REGULAR, SMALL, GREY)
    return pen.drawing


def _row(pen: Pen, row: PresenceRow, scale: scales.Scale, middle: float) -> None:
    if row.required:
        pen.box(_BARS - 15, middle - 2.2, 4.4, 4.4, INK)
    for span in row.spans:
        left = scale(span.begin)
        pen.box(left, middle - 2.6, max(scale(span.end) - left, 1.2), 5.2, HATCH)
    if row.note:
        pen.line((_BARS, middle), (WIDTH, middle), 0.5, INK, (1, 2))
        pen.ground(_BARS + 5, middle + 2.6, measured(row.note, REGULAR, SMALL), SMALL)
        pen.text(_BARS + 5, middle + 2.6, row.note, REGULAR, SMALL)
