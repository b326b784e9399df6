"""Figure 4: how many services in which state, each of them, and the public reference, in story time."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures import labels, marks, scales, steps, strip
from care_desktop.report.figures.pen import (
    GREY,
    HAIRLINE,
    INK,
    ITALIC,
    PAPER,
    REGULAR,
    SEMIBOLD,
    SMALL,
    WASH,
    WIDTH,
    Pen,
    measured,
)
from care_desktop.report.plots import RecoveryPlot, ServiceRow

_CURVES, _LOW = 72.0, 40.0
_ROW, _BAR = 11.0, 7.4
_ROOM = 330.0


def recovery(plot: RecoveryPlot, *, low: bool = False) -> Drawing:
    """The stacked steps, a bar per service with its DMIA, the public strip, one axis for all.

    ``low`` draws it for what is left of a page: lower steps, shorter texts in the strip, all else alike.
    """
    left = 4 + labels.column([row.name for row in plot.services], _ROW, _ROOM)
    scale = scales.played(plot.passages, left)
    heads = _heads(plot, scale)
    names = labels.beside([row.name for row in plot.services], left - 4, _ROW, _ROOM)
    public = strip.placed(plot, scale, left, 1 if low else strip.LINES) if plot.public else None
    top = 4.0 + 9.0 * max((len(lines) for _, lines in heads), default=0)
    curves = _LOW if low else _CURVES
    bars = top + curves + 12
    under = bars + sum(height for _, height in names) + 5
    bottom = under + (public.height if public else 2)
    jumps = any(one.jump for one in plot.passages)
    pen = Pen(bottom + (44 if jumps else 34))
    for one in plot.passages:
        if one.jump:
            width = scale(one.end) - scale(one.begin)
            pen.box(scale(one.begin), top, width, bottom - top, WASH)
    for x, lines in heads:
        for number, line in enumerate(lines):
            pen.text(x, top - 5 - 9 * (len(lines) - 1 - number), line, SEMIBOLD, SMALL)
    steps.draw(pen, plot, scale, (left, top, curves))
    y = bars
    for row, (lines, height) in zip(plot.services, names, strict=True):
        labels.write(pen, 0, y + height / 2 - 1.6, lines)
        _service(pen, row, plot.axis.end, scale, y + (height - _ROW) / 2)
        y += height
    if public is not None:
        strip.draw(pen, plot, public, left, under)
    scales.draw(pen, plot.axis, scale, bottom)
    pen.text(0, bottom + 12, plot.axis.name, REGULAR, SMALL, GREY)
    _jumps(pen, plot, scale, left, bottom + 22)
    _key(pen, plot, bottom + (38 if jumps else 28))
    return pen.drawing


def _heads(plot: RecoveryPlot, scale: scales.Scale) -> list[tuple[float, tuple[str, ...]]]:
    """The names of the phases over their beginnings, each within its own width, or its number alone."""
    heads: list[tuple[float, tuple[str, ...]]] = []
    for number, tick in enumerate(plot.phases):
        x = scale(tick.at)
        last = number + 1 == len(plot.phases)
        room = (WIDTH if last else scale(plot.phases[number + 1].at) - 4) - x
        heads.append((x, labels.whole(tick.label, tick.short, room, SEMIBOLD, SMALL)))
    return heads


def _service(pen: Pen, row: ServiceRow, end: float, scale: scales.Scale, y: float) -> None:
    marks.bar(pen, tuple((scale(one.begin), scale(one.end), one) for one in row.spans), y, _BAR)
    if row.target is not None and row.target <= end:
        x = scale(row.target)
        pen.box(x - 2.6, y + 0.3, 5.2, _BAR - 0.6, PAPER)
        _tick(pen, x, y - 0.7, _BAR + 1.4, by_default=row.by_default)


def _tick(pen: Pen, x: float, y: float, height: float, *, by_default: bool) -> None:
    """A DMIA: a full bar is the facility's own, a hollow one is a default of the scenario."""
    if by_default:
        pen.box(x - 1.6, y + 0.35, 3.2, height - 0.7, PAPER, 0.7)
    else:
        pen.box(x - 1.1, y, 2.2, height, INK)


def _jumps(pen: Pen, plot: RecoveryPlot, scale: scales.Scale, left: float, y: float) -> None:
    free = 0.0
    for one in plot.passages:
        if not one.label:
            continue
        width = measured(one.label, ITALIC, 7)
        x = min(max((scale(one.begin) + scale(one.end)) / 2, left + width / 2), WIDTH - width / 2)
        if x - width / 2 >= free:
            pen.text(x, y, one.label, ITALIC, 7, anchor="middle")
            free = x + width / 2 + 4


def _key(pen: Pen, plot: RecoveryPlot, y: float) -> None:
    x = marks.key_of_states(pen, plot.key, 0, y, SMALL) + 3
    for by_default, word in ((False, plot.words.target), (True, plot.words.target_by_default)):
        if any(row.target is not None and row.by_default is by_default for row in plot.services):
            _tick(pen, x + 1.6, y - 6.6, 8.4, by_default=by_default)
            pen.text(x + 7, y, word, REGULAR, SMALL)
            x += 7 + measured(word, REGULAR, SMALL) + 11
    if any(one.jump for one in plot.passages):
        pen.box(x, y - 6, 15, 6.8, WASH)
        pen.line((x, y + 0.8), (x + 15, y + 0.8), 0.25, HAIRLINE)
        pen.text(x + 19, y, plot.words.jump, REGULAR, SMALL)
