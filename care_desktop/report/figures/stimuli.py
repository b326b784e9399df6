"""The stimuli of the timeline: a tick for each, a label over those where it fits whole."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from care_desktop.report.figures import scales
from care_desktop.report.figures.pen import (
    GREY,
    HAIRLINE,
    REGULAR,
    SEMIBOLD,
    SIZE,
    SMALL,
    WASH,
    WIDTH,
    Pen,
    folded,
    measured,
)
from care_desktop.report.figures.placing import Rows
from care_desktop.report.plots import TimelinePlot

_TICKS, _LINE = 26.0, 8.6
_LABELS, _LABEL, _LABEL_LINES = 40, 104.0, 2


class Label(Struct, frozen=True):
    """A label over the tick of a stimulus."""

    mark: float
    begin: float
    lines: tuple[str, ...]


def height(shown: Sequence[Label]) -> float:
    """How high ticks and labels are."""
    return _TICKS + _LINE * max((len(one.lines) for one in shown), default=1)


def labelled(plot: TimelinePlot, scale: scales.Scale, left: float) -> list[Label]:
    """The labels that find room, each of them whole; the annex has them all."""
    rows = Rows(1, left - 2, WIDTH)
    found: list[Label] = []
    for one in plot.stimuli:
        lines = folded(one.label, _LABEL, REGULAR, SMALL)
        if not one.played or len(lines) > _LABEL_LINES or len(found) == _LABELS:
            continue
        width = max(measured(line, REGULAR, SMALL) for line in lines)
        begin = min(scale(one.at) - 1, WIDTH - width - 1.2)
        if rows.free(0, begin, begin + width):
            rows.take(0, begin - 5, begin + width + 6)
            found.append(Label(scale(one.at), begin, lines))
    return found


def draw(pen: Pen, plot: TimelinePlot, scale: scales.Scale, shown: list[Label], y: float) -> None:
    """Ticks above ``y``, labels over them."""
    pen.text(0, y - 17, plot.stimuli_head[0], SEMIBOLD, SIZE)
    pen.text(0, y - 7.5, plot.stimuli_head[1], REGULAR, SMALL, GREY)
    for one in plot.stimuli:
        x = scale(one.at)
        if one.played:
            pen.line((x, y - 14), (x, y - 5), 1.1)
        else:
            pen.line((x, y - 14), (x, y - 5), 0.6, HAIRLINE)
            pen.disc(x, y - 16, 1.9, WASH, 0.7)
    for label in shown:
        pen.line((label.mark, y - 23), (label.mark, y - 14), 0.4)
        base = y - 25.5 - _LINE * (len(label.lines) - 1)
        for number, line in enumerate(label.lines):
            pen.ground(label.begin, base + _LINE * number, measured(line, REGULAR, SMALL), SMALL)
            pen.text(label.begin, base + _LINE * number, line, REGULAR, SMALL)
    pen.line((0, y), (WIDTH, y), 0.25, HAIRLINE)
