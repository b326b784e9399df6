"""Figure 3: how long each decision took, beside what it was given."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures import marks, scales
from care_desktop.report.figures.pen import (
    ACCENT,
    ALLOWED,
    FAINT,
    GREY,
    INK,
    REGULAR,
    SEMIBOLD,
    SIZE,
    SMALL,
    WIDTH,
    Pen,
    measured,
    shortened,
)
from care_desktop.report.plots import DelayRow, DelaysPlot, Sign

_BARS = 146.0
_ROW = 13.6
_TOP = 14.0
_END = WIDTH - 74


def delays(plot: DelaysPlot) -> Drawing:
    """A row per decision: grey is what was allowed, a tick its limit, the mark is the fact."""
    bottom = _TOP + len(plot.rows) * _ROW
    pen = Pen(bottom + 20)
    scale = scales.even(plot.axis, _BARS, _END)
    for tick in plot.axis.ticks:
        if tick.label:
            pen.line((scale(tick.at), _TOP), (scale(tick.at), bottom), 0.25, FAINT)
    for number, row in enumerate(plot.rows):
        _row(pen, row, scale, _TOP + number * _ROW + _ROW / 2)
    if plot.median is not None:
        x = scale(plot.median)
        pen.line((x, _TOP - 8), (x, bottom), 0.7, ACCENT, (3, 2))
        pen.text(x + 3, _TOP - 4, plot.median_label, SEMIBOLD, SMALL, ACCENT)
    for number, row in enumerate(plot.rows):
        if row.at is not None:
            marks.sign(pen, row.sign, scale(row.at), _TOP + number * _ROW + _ROW / 2, 3.3)
    pen.line((_BARS, _TOP - 2), (_BARS, bottom), 0.8)
    scales.draw(pen, plot.axis, scale, bottom)
    pen.text(0, bottom + 12, plot.axis.name, REGULAR, SMALL, GREY)
    return pen.drawing


def _row(pen: Pen, row: DelayRow, scale: scales.Scale, middle: float) -> None:
    pen.text(0, middle + 2.8, row.key, SEMIBOLD, SIZE)
    pen.text(21, middle + 2.8, shortened(row.label, _BARS - 27), REGULAR, SIZE)
    end = _BARS
    if row.allowed is not None:
        end = scale(row.allowed)
        pen.box(_BARS, middle - 2.7, end - _BARS, 5.4, ALLOWED)
        pen.line((end, middle - 4.6), (end, middle + 4.6), 1.1, INK)
    if row.at is not None:
        end = max(end, scale(row.at) + (3 if row.sign is not Sign.ANTICIPATED else 0))
    font = SEMIBOLD if row.sign is Sign.ASKED else REGULAR
    told = shortened(row.told, WIDTH - end - 6, font, SMALL)
    pen.ground(end + 6, middle + 2.6, measured(told, font, SMALL), SMALL)
    pen.text(end + 6, middle + 2.6, told, font, SMALL)
