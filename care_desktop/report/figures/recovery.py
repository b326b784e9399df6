"""Figure 4: how many services in which state, each of them, and the public reference, in story time."""

from __future__ import annotations

import itertools

from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures import marks, scales
from care_desktop.report.figures.pen import (
    ACCENT,
    GREY,
    HAIRLINE,
    INK,
    ITALIC,
    LEFT,
    PAPER,
    REGULAR,
    SEMIBOLD,
    SIZE,
    SMALL,
    WASH,
    WIDTH,
    Pen,
    measured,
    shortened,
)
from care_desktop.report.figures.placing import Rows
from care_desktop.report.plots import PublicMark, RecoveryPlot
from care_desktop.scenario.conditions import ServiceLevel

_TOP = 13.0
_CURVES = 88.0
_ROW = 11.4
_BAR = 7.6
_PUBLIC = 46.0

Interval = tuple[float, float, int, int]
"""Left, right, how many are nominal, how many are down."""


def recovery(plot: RecoveryPlot) -> Drawing:
    """The stacked steps, a bar per service with its DMIA, the public strip, one axis for all."""
    bars = _TOP + _CURVES + 12
    strip = bars + _ROW * len(plot.services) + 5
    bottom = strip + (_PUBLIC if plot.public else 2)
    jumps = any(one.jump for one in plot.passages)
    pen = Pen(bottom + (44 if jumps else 34))
    scale = scales.played(plot.passages, LEFT)
    for one in plot.passages:
        if one.jump:
            pen.box(scale(one.begin), _TOP, scale(one.end) - scale(one.begin), bottom - _TOP, WASH)
    _phases(pen, plot, scale)
    _curves(pen, plot, scale)
    for number, _row in enumerate(plot.services):
        _service(pen, plot, number, scale, bars + number * _ROW)
    if plot.public:
        pen.line((0, strip), (WIDTH, strip), 0.5)
        _public(pen, plot, scale, strip)
    scales.draw(pen, plot.axis, scale, bottom)
    pen.text(0, bottom + 12, plot.axis.name, REGULAR, SMALL, GREY)
    _jumps(pen, plot, scale, bottom + 22)
    _key(pen, plot, bottom + (38 if jumps else 28))
    return pen.drawing


def _phases(pen: Pen, plot: RecoveryPlot, scale: scales.Scale) -> None:
    free = 0.0
    for number, tick in enumerate(plot.phases):
        last = number + 1 == len(plot.phases)
        following = WIDTH if last else scale(plot.phases[number + 1].at)
        x = max(scale(tick.at), LEFT)
        if last:
            x = max(min(x, WIDTH - measured(tick.label, SEMIBOLD, SMALL)), free, LEFT)
        if x >= free:
            label = shortened(tick.label, max(following - x - 4, 24) + 5 * last, SEMIBOLD, SMALL)
            pen.text(x, 8, label, SEMIBOLD, SMALL)
            free = x + measured(label, SEMIBOLD, SMALL) + 5


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


def _curves(pen: Pen, plot: RecoveryPlot, scale: scales.Scale) -> None:
    total = len(plot.services)
    unit = _CURVES / max(total, 1)
    floor = _TOP + _CURVES
    intervals = _intervals(plot, scale)
    pen.text(0, _TOP + 9, plot.words.services, SEMIBOLD, SIZE)
    pen.text(0, _TOP + 18.5, plot.words.count, REGULAR, SMALL, GREY)
    nominal_line: list[tuple[float, float]] = []
    for left, right, nominal, down in intervals:
        degraded = total - nominal - down
        pen.box(left, _TOP + down * unit, right - left, _CURVES - down * unit, PAPER)
        if degraded:
            pen.hatch(left, _TOP + down * unit, right - left, degraded * unit)
        if down:
            pen.box(left, _TOP, right - left, down * unit, INK)
        nominal_line += [(left, floor - nominal * unit), (right, floor - nominal * unit)]
    pen.line((LEFT, _TOP), (WIDTH, _TOP), 0.5)
    pen.line((LEFT, _TOP), (LEFT, floor), 0.8)
    pen.line((LEFT, floor), (WIDTH, floor), 0.8)
    pen.line((WIDTH, _TOP), (WIDTH, floor), 0.5)
    if nominal_line:
        pen.steps(tuple(nominal_line), 1.5, ACCENT)
    for count in sorted({0, total // 2, total}):
        y = floor - count * unit
        pen.line((LEFT - 4, y), (LEFT, y), 0.5)
        pen.text(LEFT - 6, y + 2.6, str(count), REGULAR, SMALL, anchor="end")
    _labels(pen, plot, intervals, unit)


def _labels(pen: Pen, plot: RecoveryPlot, intervals: list[Interval], unit: float) -> None:
    """Each area is named where it is widest, if its name fits."""
    total = len(plot.services)
    floor = _TOP + _CURVES
    areas = (
        (plot.key.down, [(a, b, _TOP, down * unit) for a, b, _, down in intervals], PAPER),
        (
            plot.key.degraded,
            [(a, b, _TOP + d * unit, (total - n - d) * unit) for a, b, n, d in intervals],
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


def _service(pen: Pen, plot: RecoveryPlot, number: int, scale: scales.Scale, y: float) -> None:
    row = plot.services[number]
    pen.text(0, y + 6.8, shortened(row.name, LEFT - 4, REGULAR, SIZE), REGULAR, SIZE)
    marks.bar(pen, tuple((scale(one.begin), scale(one.end), one) for one in row.spans), y, _BAR)
    if row.target is not None and row.target <= plot.axis.end:
        x = scale(row.target)
        pen.box(x - 2.6, y + 0.3, 5.2, _BAR - 0.6, PAPER)
        pen.box(x - 1.1, y - 0.7, 2.2, _BAR + 1.4, INK)


def _public(pen: Pen, plot: RecoveryPlot, scale: scales.Scale, strip: float) -> None:
    line = strip + 30
    pen.text(0, strip + 10, plot.words.public, SEMIBOLD, SIZE)
    pen.text(0, strip + 20, shortened(plot.words.public_name, LEFT - 6, REGULAR, SMALL), REGULAR, SMALL, GREY)
    pen.line((LEFT, line), (WIDTH, line), 1.2, INK, (3.2, 2.4))
    rows = (Rows(1, LEFT - 2, WIDTH + 1), Rows(1, LEFT - 2, WIDTH + 1))
    for one in plot.public:
        x = scale(one.at)
        pen.ground(x - 2, line + 1, 4, 6)
        pen.disc(x, line, 2.4, PAPER, 1)
        _public_label(pen, one, rows, x, strip)


def _public_label(pen: Pen, one: PublicMark, rows: tuple[Rows, Rows], x: float, strip: float) -> None:
    """Hour and text where both find room, else the hour alone; the table has them all."""
    for text in (shortened(one.text, 96, REGULAR, 7), shortened(one.text, 52, REGULAR, 7), ""):
        hour, width = measured(one.hour, SEMIBOLD, 7), measured(text, REGULAR, 7)
        for begin in (x - max(hour, width) / 2, x - 2, x - max(hour, width) + 2):
            if rows[0].free(0, begin, begin + hour) and (not text or rows[1].free(0, begin, begin + width)):
                rows[0].take(0, begin - 4, begin + hour + 4)
                if text:
                    rows[1].take(0, begin - 4, begin + width + 4)
                pen.line((x, strip + 27.6), (x, strip + 21), 0.4)
                pen.text(begin, strip + 10, one.hour, SEMIBOLD, 7)
                pen.text(begin, strip + 18.5, text, REGULAR, 7)
                return


def _jumps(pen: Pen, plot: RecoveryPlot, scale: scales.Scale, y: float) -> None:
    free = 0.0
    for one in plot.passages:
        if not one.jump:
            continue
        width = measured(one.jump, ITALIC, 7)
        x = min(max((scale(one.begin) + scale(one.end)) / 2, LEFT + width / 2), WIDTH - width / 2)
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
