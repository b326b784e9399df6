"""The stacked steps of the recovery figure: how many services were in which state."""

from __future__ import annotations

import itertools

from care_desktop.report.figures import scales
from care_desktop.report.figures.pen import (
    ACCENT,
    GREY,
    INK,
    PAPER,
    REGULAR,
    SEMIBOLD,
    SIZE,
    SMALL,
    WIDTH,
    Pen,
    measured,
)
from care_desktop.report.plots import RecoveryPlot
from care_desktop.scenario.conditions import ServiceLevel

Interval = tuple[float, float, int, int]
"""Left, right, how many are nominal, how many are down."""


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


def draw(pen: Pen, plot: RecoveryPlot, scale: scales.Scale, box: tuple[float, float, float]) -> None:
    """The steps within their left, top and height, each area named where it is widest."""
    left_edge, top, height = box
    total = len(plot.services)
    unit = height / max(total, 1)
    floor = top + height
    intervals = _intervals(plot, scale)
    pen.text(0, top + 9, plot.words.services, SEMIBOLD, SIZE)
    pen.text(0, top + 18.5, plot.words.count, REGULAR, SMALL, GREY)
    nominal_line: list[tuple[float, float]] = []
    for left, right, nominal, down in intervals:
        degraded = total - nominal - down
        pen.box(left, top + down * unit, right - left, height - down * unit, PAPER)
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
    _areas(pen, plot, intervals, unit, (top, top + height))


def _areas(
    pen: Pen, plot: RecoveryPlot, intervals: list[Interval], unit: float, edges: tuple[float, float]
) -> None:
    """Each area is named where it is widest, if its name fits."""
    total = len(plot.services)
    top, floor = edges
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
