"""Figure 3: how long each decision took, beside what it was given."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures import labels, marks, scales
from care_desktop.report.figures.pen import (
    ACCENT,
    ALLOWED,
    FAINT,
    GREY,
    INK,
    REGULAR,
    SEMIBOLD,
    SMALL,
    WIDTH,
    Pen,
    measured,
)
from care_desktop.report.plots import DelayRow, DelaysPlot, Sign

_KEY = 21.0
_BARS = 216.0
_ROW = 13.6
_ROOM = 430.0
_TOP = 14.0
_END = WIDTH - 40
_BESIDE, _TOUCHING = 4.8, 9.0


def delays(plot: DelaysPlot) -> Drawing:
    """A row per decision: grey is what was allowed, a tick its limit, the mark is the fact."""
    names = labels.beside([row.label for row in plot.rows], _BARS - _KEY - 8, _ROW, _ROOM)
    bottom = _TOP + sum(height for _, height in names)
    pen = Pen(bottom + 20)
    scale = scales.even(plot.axis, _BARS, _END)
    for tick in plot.axis.ticks:
        if tick.label:
            pen.line((scale(tick.at), _TOP), (scale(tick.at), bottom), 0.25, FAINT)
    _median(pen, plot, scale, bottom)
    y = _TOP
    for row, (lines, height) in zip(plot.rows, names, strict=True):
        pen.text(0, y + height / 2 + 2.8 - labels.LEADING * (len(lines) - 1) / 2, row.key, SEMIBOLD)
        labels.write(pen, _KEY, y + height / 2, lines)
        _row(pen, row, scale, y + height / 2)
        y += height
    pen.line((_BARS, _TOP - 2), (_BARS, bottom), 0.8)
    scales.draw(pen, plot.axis, scale, bottom)
    pen.text(0, bottom + 12, plot.axis.name, REGULAR, SMALL, GREY)
    return pen.drawing


def _median(pen: Pen, plot: DelaysPlot, scale: scales.Scale, bottom: float) -> None:
    if plot.median is None:
        return
    x = scale(plot.median)
    pen.line((x, _TOP - 8), (x, bottom), 0.7, ACCENT, (3, 2))
    begin = min(x + 3, WIDTH - measured(plot.median_label, SEMIBOLD, SMALL))
    pen.text(begin, _TOP - 4, plot.median_label, SEMIBOLD, SMALL, ACCENT)


def _row(pen: Pen, row: DelayRow, scale: scales.Scale, middle: float) -> None:
    limit = None if row.allowed is None else scale(row.allowed)
    if limit is not None:
        pen.box(_BARS, middle - 2.7, limit - _BARS, 5.4, ALLOWED)
    font = SEMIBOLD if row.sign is Sign.ASKED else REGULAR
    width = measured(row.told, font, SMALL)
    mark = _BARS if row.at is None else scale(row.at)
    begin = told_at(mark, limit, width)
    if limit is not None and mark + _TOUCHING < limit < begin:
        pen.line((mark, middle), (begin - 2, middle), 0.4)
    pen.ground(begin, middle + 2.6, width, SMALL)
    if limit is not None:
        pen.line((limit, middle - 4.6), (limit, middle + 4.6), 1.1, INK)
    if row.at is not None:
        marks.sign(pen, row.sign, mark, middle, 3.3)
    pen.text(begin, middle + 2.6, row.told, font, SMALL)


def told_at(mark: float, limit: float | None, width: float) -> float:
    """Where the words of a mark begin: at its right, at its left where the limit is in the way.

    Only a limit that the mark touches stands between the two, or one that leaves no room on either side.
    """
    right, left = mark + _BESIDE, mark - _BESIDE - width
    free = WIDTH if limit is None or limit < mark else limit - 1
    if right + width <= free:
        return right
    after = right if limit is None else max(limit, mark) + _BESIDE
    touching = limit is not None and limit - mark <= _TOUCHING
    if after + width > WIDTH or (left > _BARS and not touching):
        return left
    return after
