"""Places on a page for moments and numbers, and the axis that says so."""

from __future__ import annotations

from collections.abc import Callable

from care_desktop.report.figures.pen import FAINT, INK, REGULAR, SMALL, WIDTH, Pen, measured
from care_desktop.report.plots import Axis, Passage

Scale = Callable[[float], float]
GAP = 38.0
GAP_LEAST = 14.0
GAP_SMALL = 4.0


def even(axis: Axis, left: float, right: float = WIDTH) -> Scale:
    """A scale on which equal times are equally wide; what lies outside is drawn at its end."""
    length = max(axis.end - axis.begin, 1e-9)

    def place(at: float) -> float:
        return left + min(max((at - axis.begin) / length, 0), 1) * (right - left)

    return place


def played(passages: tuple[Passage, ...], left: float, right: float = WIDTH) -> Scale:
    """A scale as wide as the room played; jumps are narrow gaps, and what is in them keeps its proportion.

    However many there are, gaps leave a quarter of the width to what was played.
    """
    jumps = [one for one in passages if one.jump]
    room = right - left
    told = sum(1 for one in jumps if one.label)
    gap = min(max(GAP_LEAST, min(GAP, room * 0.3 / max(told, 1))), room * 0.5 / max(told, 1))
    small = min(GAP_SMALL, gap, room * 0.25 / max(len(jumps) - told, 1))
    length = sum(one.played for one in passages if not one.jump) or 1.0
    free = room - gap * told - small * (len(jumps) - told)
    edges: list[tuple[Passage, float, float]] = []
    x = left
    for one in passages:
        wide = (gap if one.label else small) if one.jump else free * one.played / length
        edges.append((one, x, x + wide))
        x += wide

    def place(at: float) -> float:
        for one, begin, end in edges:
            if at <= one.end:
                share = (at - one.begin) / ((one.end - one.begin) or 1)
                return begin + max(share, 0) * (end - begin)
        return edges[-1][2] if edges else left

    return place


def draw(pen: Pen, axis: Axis, scale: Scale, y: float, top: float | None = None) -> None:
    """The axis with ticks below and their labels, dropping those that would touch; a grid up to ``top``."""
    pen.line((scale(axis.begin), y), (scale(axis.end), y), 0.8)
    free = -1e9
    for tick in axis.ticks:
        x = scale(tick.at)
        pen.line((x, y), (x, y + (4 if tick.label else 2.2)), 0.5, INK)
        if not tick.label:
            continue
        half = measured(tick.label, REGULAR, SMALL) / 2
        middle = min(max(x, half), WIDTH - half)
        if middle - half < free:
            continue
        if top is not None:
            pen.line((x, top), (x, y), 0.25, FAINT)
        pen.text(middle, y + 12, tick.label, REGULAR, SMALL, anchor="middle")
        free = middle + half + 4
