"""Figure 2: what reached the cells, what they decided, how services did, along the memory of the room."""

from __future__ import annotations

from msgspec import Struct
from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures import labels, marks, scales, stimuli
from care_desktop.report.figures.pen import (
    GREY,
    HAIRLINE,
    INK,
    ITALIC,
    REGULAR,
    SEMIBOLD,
    SIZE,
    SMALL,
    WASH,
    WIDTH,
    Pen,
    measured,
)
from care_desktop.report.figures.placing import Placed, Wanted, beside
from care_desktop.report.plots import Lane, PhaseSpan, TimelinePlot

_TINY = 7.2
_ROW, _BAR = 13.4, 9.0
_LANE, _LANES, _SERVICES = 13.5, 240.0, 200.0


class Head(Struct, frozen=True):
    """A phase: where it stands, and its name and story time folded into that room."""

    left: float
    right: float
    name: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """How much room it needs."""
        return 6.0 + 9.2 * len(self.name) + 8.8 * len(self.lines)


def timeline(plot: TimelinePlot) -> Drawing:
    """Phases, stimuli, a lane per cell, then services, on the axis of real time."""
    left = 4 + max(
        labels.column([one.name for one in plot.lanes], _LANE, _LANES, SEMIBOLD),
        labels.column([one.name for one in plot.services], _ROW, _SERVICES),
    )
    scale = scales.even(plot.axis, left)
    heads = [_head(one, scale) for one in plot.phases]
    shown = stimuli.labelled(plot, scale, left)
    lanes = [_placed(plot, lane, scale, left) for lane in plot.lanes]
    names = labels.beside([one.name for one in plot.lanes], left - 4, _LANE, _LANES, SEMIBOLD)
    tall = [
        max(8 + 13.5 * (1 + max((place.row for place in placed), default=0)), height + 5)
        for placed, (_, height) in zip(lanes, names, strict=True)
    ]
    services = labels.beside([one.name for one in plot.services], left - 4, _ROW, _SERVICES)
    top = max((head.height for head in heads), default=24.0)
    below = top + 5 + stimuli.height(shown)
    bottom = below + sum(tall) + (18 + sum(height for _, height in services) if services else 0)
    signs, states = marks.width_of_keys(plot.key)
    lines = 1 if signs + states <= WIDTH + 11 else 2
    pen = Pen(bottom + 18 + 13 * lines)
    _pauses(pen, plot, scale, top, bottom)
    _phases(pen, plot, heads, top, bottom)
    stimuli.draw(pen, plot, scale, shown, below)
    y = below
    for lane, placed, height, (name, _) in zip(plot.lanes, lanes, tall, names, strict=True):
        labels.write(pen, 0, y + height / 2, name, SEMIBOLD)
        _lane(pen, lane, placed, left, (y, height))
        y += height
    _services(pen, plot, services, scale, y)
    _pause_labels(pen, plot, scale, (top + y) / 2)
    scales.draw(pen, plot.axis, scale, bottom)
    pen.text(0, bottom + 12, plot.axis.name, REGULAR, SMALL, GREY)
    end = marks.key_of_signs(pen, plot.key, 0, bottom + 27, SMALL)
    x, y = (end + 4, bottom + 27) if lines == 1 else (0.0, bottom + 40)
    marks.key_of_states(pen, plot.key, x, y, SMALL)
    return pen.drawing


def _head(phase: PhaseSpan, scale: scales.Scale) -> Head:
    """A phase too narrow for its words has its number; a story time too wide is in the text alone."""
    left, right = scale(phase.begin), scale(phase.end)
    room = right - left - 7
    name = labels.whole(phase.name, phase.number, room, SEMIBOLD, SIZE)
    return Head(
        left, right, name, tuple(line for line in phase.lines if measured(line, REGULAR, _TINY) <= room)
    )


def _placed(plot: TimelinePlot, lane: Lane, scale: scales.Scale, left: float) -> list[Placed]:
    """Where the marks of a lane and what is written beside them stand."""
    pauses = [(scale(one.begin) + 1, scale(one.end) - 1) for one in plot.pauses]
    wanted = [
        Wanted(
            min(max(scale(one.at), left + 4), WIDTH - 4),
            measured(one.key, SEMIBOLD),
            measured(one.label, REGULAR) + 2,
        )
        for one in lane.marks
    ]
    # The white ground of a label is a little wider than its words
    return beside(wanted, pauses, (left, WIDTH - 1.2))


def _pauses(pen: Pen, plot: TimelinePlot, scale: scales.Scale, top: float, bottom: float) -> None:
    for pause in plot.pauses:
        left = scale(pause.begin)
        pen.pause(left, top + 3, max(scale(pause.end) - left, 2), bottom - top - 3)


def _pause_labels(pen: Pen, plot: TimelinePlot, scale: scales.Scale, middle: float) -> None:
    for pause in plot.pauses:
        left, right = scale(pause.begin), scale(pause.end)
        if right - left >= 9 and pause.label:
            pen.upright((left + right) / 2, middle, pause.label)


def _phases(pen: Pen, plot: TimelinePlot, heads: list[Head], top: float, bottom: float) -> None:
    pen.text(0, 9, plot.phase_head[0], SEMIBOLD, SIZE)
    pen.text(0, 18.5, plot.phase_head[1], REGULAR, SMALL, GREY)
    for number, head in enumerate(heads):
        if number:
            pen.line((head.left, top + 3), (head.left, bottom), 0.5, INK, (1.5, 2))
        pen.box(head.left, 0, max(head.right - head.left - 1.5, 0.5), top, WASH)
        y = 9.0
        for line in head.name:
            pen.text(head.left + 4, y, line, SEMIBOLD, SIZE)
            y += 9.2
        for line in head.lines:
            pen.text(head.left + 4, y, line, REGULAR, _TINY, GREY)
            y += 8.8


def _lane(pen: Pen, lane: Lane, placed: list[Placed], left: float, rows: tuple[float, float]) -> None:
    y, height = rows
    for one, place in zip(lane.marks, placed, strict=True):
        base = y + 12 + 13.5 * place.row
        marks.sign(pen, one.sign, place.mark, base - 2.7)
        if place.key is None:
            continue
        key = measured(one.key, SEMIBOLD)
        label = measured(one.label, REGULAR) + 2 if place.labelled else 0
        pen.ground(place.key, base, key + label)
        pen.text(place.key, base, one.key, SEMIBOLD, SIZE)
        if place.labelled:
            pen.text(place.key + key + 2, base, one.label, REGULAR, SIZE)
    if not lane.marks:
        pen.text(left, y + height / 2 + 3, "–", ITALIC, SIZE, GREY)
    pen.line((0, y + height), (WIDTH, y + height), 0.25, HAIRLINE)


def _services(
    pen: Pen,
    plot: TimelinePlot,
    names: list[labels.Named],
    scale: scales.Scale,
    y: float,
) -> None:
    if not plot.services:
        return
    pen.text(0, y + 11, plot.services_head, SEMIBOLD, SIZE)
    y += 16
    for row, (lines, height) in zip(plot.services, names, strict=True):
        labels.write(pen, 0, y + _BAR / 2 + (height - _ROW) / 2, lines)
        top = y + (height - _ROW) / 2
        marks.bar(pen, tuple((scale(one.begin), scale(one.end), one) for one in row.spans), top, _BAR)
        y += height
