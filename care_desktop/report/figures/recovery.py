"""Figure 4: how many services in which state, each of them, and the public reference, in story time."""

from __future__ import annotations

import itertools

from msgspec import Struct
from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures import labels, marks, scales, strip
from care_desktop.report.figures.pen import (
    ACCENT,
    GREY,
    HAIRLINE,
    INK,
    ITALIC,
    PAPER,
    REGULAR,
    SEMIBOLD,
    SIZE,
    SMALL,
    WASH,
    WIDTH,
    Pen,
    measured,
)
from care_desktop.report.plots import RecoveryPlot, ServiceRow
from care_desktop.scenario.conditions import ServiceLevel

_CURVES = 72.0
_ROW, _BAR = 11.0, 7.4
_ROOM = 330.0

Interval = tuple[float, float, int, int]
"""Left, right, how many are nominal, how many are down."""


class Frame(Struct, frozen=True):
    """Where the plot begins, and how far down curves, bars, the public strip and the axis are."""

    left: float
    top: float
    bars: float
    strip: float
    bottom: float


def recovery(plot: RecoveryPlot) -> Drawing:
    """The stacked steps, a bar per service with its DMIA, the public strip, one axis for all."""
    left = 4 + labels.column([row.name for row in plot.services], _ROW, _ROOM)
    scale = scales.played(plot.passages, left)
    heads = _heads(plot, scale)
    names = labels.beside([row.name for row in plot.services], left - 4, _ROW, _ROOM)
    public = strip.placed(plot, scale, left) if plot.public else None
    top = 4.0 + 9.0 * max((len(lines) for _, lines in heads), default=0)
    bars = top + _CURVES + 12
    under = bars + sum(height for _, height in names) + 5
    frame = Frame(left, top, bars, under, under + (public.height if public else 2))
    jumps = any(one.jump for one in plot.passages)
    pen = Pen(frame.bottom + (44 if jumps else 34))
    for one in plot.passages:
        if one.jump:
            width = scale(one.end) - scale(one.begin)
            pen.box(scale(one.begin), top, width, frame.bottom - top, WASH)
    for x, lines in heads:
        for number, line in enumerate(lines):
            pen.text(x, top - 5 - 9 * (len(lines) - 1 - number), line, SEMIBOLD, SMALL)
    _curves(pen, plot, scale, frame)
    y = bars
    for row, (lines, height) in zip(plot.services, names, strict=True):
        labels.write(pen, 0, y + height / 2 - 1.6, lines)
        _service(pen, row, plot.axis.end, scale, y + (height - _ROW) / 2)
        y += height
    if public is not None:
        strip.draw(pen, plot, public, left, under)
    scales.draw(pen, plot.axis, scale, frame.bottom)
    pen.text(0, frame.bottom + 12, plot.axis.name, REGULAR, SMALL, GREY)
    _jumps(pen, plot, scale, left, frame.bottom + 22)
    _key(pen, plot, frame.bottom + (38 if jumps else 28))
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


def _intervals(plot: RecoveryPlot, scale: scales.Scale) -> list[Interval]:
    moments = sorted({edge for row in plot.services for one in row.spans for edge in (one.begin, one.end)})
    found = []
    for begin, end in itertools.pairwise(moments):
        levels = [
            next((one.level for one in row.spans if one.begin <= begin < one.end), ServiceLevel.NOMINAL)
            for row in plot.services
        ]
        nominal, down = levels.count(ServiceLevel.NOMINAL), levels.count(ServiceLevel.DOWN)
        found.append((scale(begin), scale(end), nominal, down))
    return found


def _curves(pen: Pen, plot: RecoveryPlot, scale: scales.Scale, frame: Frame) -> None:
    total = len(plot.services)
    unit = _CURVES / max(total, 1)
    left_edge, top = frame.left, frame.top
    floor = top + _CURVES
    intervals = _intervals(plot, scale)
    pen.text(0, top + 9, plot.words.services, SEMIBOLD, SIZE)
    pen.text(0, top + 18.5, plot.words.count, REGULAR, SMALL, GREY)
    nominal_line: list[tuple[float, float]] = []
    for left, right, nominal, down in intervals:
        degraded = total - nominal - down
        pen.box(left, top + down * unit, right - left, _CURVES - down * unit, PAPER)
        if degraded:
            pen.hatch(left, top + down * unit, right - left, degraded * unit)
        if down:
            pen.box(left, top, right - left, down * unit, INK)
        nominal_line += [(left, floor - nominal * unit), (right, floor - nominal * unit)]
    pen.line((left_edge, top), (WIDTH, top), 0.5)
    pen.line((left_edge, top), (left_edge, floor), 0.8)
    pen.line((left_edge, floor), (WIDTH, floor), 0.8)
    pen.line((WIDTH, top), (WIDTH, floor), 0.5)
    if nominal_line:
        pen.steps(tuple(nominal_line), 1.5, ACCENT)
    for count in sorted({0, total // 2, total}):
        y = floor - count * unit
        pen.line((left_edge - 4, y), (left_edge, y), 0.5)
        pen.text(left_edge - 6, y + 2.6, str(count), REGULAR, SMALL, anchor="end")
    _areas(pen, plot, intervals, unit, top)


def _areas(pen: Pen, plot: RecoveryPlot, intervals: list[Interval], unit: float, top: float) -> None:
    """Each area is named where it is widest, if its name fits."""
    total = len(plot.services)
    floor = top + _CURVES
    areas = (
        (plot.key.down, [(a, b, top, down * unit) for a, b, _, down in intervals], PAPER),
        (
            plot.key.degraded,
            [(a, b, top + d * unit, (total - n - d) * unit) for a, b, n, d in intervals],
            INK,
        ),
        (plot.key.nominal, [(a, b, floor - n * unit, n * unit) for a, b, n, _ in intervals], INK),
    )
    for word, pieces, colour in areas:
        width = measured(word, SEMIBOLD, SIZE)
        place = _widest(pieces, width + 8)
        if place is None:
            continue
        x, y = place
        if colour is INK:
            pen.ground(x - width / 2, y + 3, width)
        pen.text(x, y + 3, word, SEMIBOLD, SIZE, colour, "middle")


def _widest(pieces: list[tuple[float, float, float, float]], least: float) -> tuple[float, float] | None:
    """The middle of the widest stretch in which pieces (left, right, top, height) leave a common band."""
    best: tuple[float, float, float] | None = None
    for first in range(len(pieces)):
        high, low = -1e9, 1e9
        for left, right, top, height in pieces[first:]:
            high, low = max(high, top), min(low, top + height)
            if low - high < SIZE + 3:
                break
            wide = right - pieces[first][0]
            if wide >= least and (best is None or wide > best[0]):
                best = (wide, (pieces[first][0] + right) / 2, (high + low) / 2)
            del left
    return None if best is None else (best[1], best[2])


def _service(pen: Pen, row: ServiceRow, end: float, scale: scales.Scale, y: float) -> None:
    marks.bar(pen, tuple((scale(one.begin), scale(one.end), one) for one in row.spans), y, _BAR)
    if row.target is not None and row.target <= end:
        x = scale(row.target)
        pen.box(x - 2.6, y + 0.3, 5.2, _BAR - 0.6, PAPER)
        pen.box(x - 1.1, y - 0.7, 2.2, _BAR + 1.4, INK)


def _jumps(pen: Pen, plot: RecoveryPlot, scale: scales.Scale, left: float, y: float) -> None:
    free = 0.0
    for one in plot.passages:
        if not one.jump:
            continue
        width = measured(one.jump, ITALIC, 7)
        x = min(max((scale(one.begin) + scale(one.end)) / 2, left + width / 2), WIDTH - width / 2)
        if x - width / 2 >= free:
            pen.text(x, y, one.jump, ITALIC, 7, anchor="middle")
            free = x + width / 2 + 4


def _key(pen: Pen, plot: RecoveryPlot, y: float) -> None:
    x = marks.key_of_states(pen, plot.key, 0, y, SMALL) + 3
    if any(row.target is not None for row in plot.services):
        pen.box(x, y - 6.6, 2.2, 8.4, INK)
        pen.text(x + 7, y, plot.words.target, REGULAR, SMALL)
        x += 7 + measured(plot.words.target, REGULAR, SMALL) + 13
    if any(one.jump for one in plot.passages):
        pen.box(x, y - 6, 15, 6.8, WASH)
        pen.line((x, y + 0.8), (x + 15, y + 0.8), 0.25, HAIRLINE)
        pen.text(x + 19, y, plot.words.jump, REGULAR, SMALL)
