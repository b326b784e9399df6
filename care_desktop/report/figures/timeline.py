"""Figure 2: what reached the cells, what they decided, how services did, along the memory of the room."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from care_desktop.report.figures import marks, scales
from care_desktop.report.figures.pen import (
    GREY,
    HAIRLINE,
    INK,
    ITALIC,
    LEFT,
    REGULAR,
    SEMIBOLD,
    SIZE,
    SMALL,
    WASH,
    WIDTH,
    Pen,
    folded,
    measured,
    shortened,
)
from care_desktop.report.figures.placing import Placed, Rows, Wanted, beside
from care_desktop.report.plots import Lane, TimelinePlot

_PHASES = 33.0
_STIMULI = 38.0
_ROW = 14.5
_BAR = 10.0
_LABELS = 40


def timeline(plot: TimelinePlot) -> Drawing:
    """Phases, stimuli, a lane per cell, then services, on the axis of real time."""
    scale = scales.even(plot.axis, LEFT)
    lanes = [_placed(plot, lane, scale) for lane in plot.lanes]
    tall = [8 + 13.5 * (1 + max((place.row for place in placed), default=0)) for placed in lanes]
    services = 18 + _ROW * len(plot.services) if plot.services else 0
    bottom = _PHASES + 5 + _STIMULI + sum(tall) + services
    signs, states = marks.width_of_keys(plot.key)
    lines = 1 if signs + states <= WIDTH + 11 else 2
    pen = Pen(bottom + 18 + 13 * lines)
    _pauses(pen, plot, scale, bottom)
    _phases(pen, plot, scale, bottom)
    _stimuli(pen, plot, scale, _PHASES + 5)
    y = _PHASES + 5 + _STIMULI
    for lane, placed, height in zip(plot.lanes, lanes, tall, strict=True):
        _lane(pen, lane, placed, y, height)
        y += height
    _services(pen, plot, scale, y)
    _pause_labels(pen, plot, scale, bottom)
    scales.draw(pen, plot.axis, scale, bottom)
    pen.text(0, bottom + 12, plot.axis.name, REGULAR, SMALL, GREY)
    end = marks.key_of_signs(pen, plot.key, 0, bottom + 27, SMALL)
    if lines == 1:
        marks.key_of_states(pen, plot.key, end + 4, bottom + 27, SMALL)
    else:
        marks.key_of_states(pen, plot.key, 0, bottom + 40, SMALL)
    return pen.drawing


def _placed(plot: TimelinePlot, lane: Lane, scale: scales.Scale) -> list[Placed]:
    """Where the marks of a lane and what is written beside them stand."""
    pauses = [(scale(one.begin) + 1, scale(one.end) - 1) for one in plot.pauses]
    wanted = [
        Wanted(
            min(max(scale(one.at), LEFT + 4), WIDTH - 4),
            measured(one.key, SEMIBOLD),
            measured(one.label, REGULAR) + 2,
        )
        for one in lane.marks
    ]
    return beside(wanted, pauses, (LEFT, WIDTH))


def _pauses(pen: Pen, plot: TimelinePlot, scale: scales.Scale, bottom: float) -> None:
    for pause in plot.pauses:
        left = scale(pause.begin)
        pen.pause(left, _PHASES + 3, max(scale(pause.end) - left, 2), bottom - _PHASES - 3)


def _pause_labels(pen: Pen, plot: TimelinePlot, scale: scales.Scale, bottom: float) -> None:
    for pause in plot.pauses:
        left, right = scale(pause.begin), scale(pause.end)
        middle = (_PHASES + bottom - _ROW * len(plot.services)) / 2 + 10
        if right - left >= 9 and pause.label:
            pen.upright((left + right) / 2, middle, pause.label)


def _phases(pen: Pen, plot: TimelinePlot, scale: scales.Scale, bottom: float) -> None:
    pen.text(0, 9, plot.phase_head[0], SEMIBOLD, SIZE)
    pen.text(0, 18.5, plot.phase_head[1], REGULAR, SMALL, GREY)
    for number, phase in enumerate(plot.phases):
        left, right = scale(phase.begin), scale(phase.end)
        if number:
            pen.line((left, _PHASES + 3), (left, bottom), 0.5, INK, (1.5, 2))
        pen.box(left, 0, max(right - left - 1.5, 0.5), _PHASES, WASH)
        room = right - left - 7
        if room > 16:
            pen.text(left + 4, 9, shortened(phase.name, room, SEMIBOLD, SIZE), SEMIBOLD, SIZE)
            for place, line in enumerate(phase.lines):
                pen.text(left + 4, 18.5 + 9 * place, shortened(line, room, REGULAR, 7.2), REGULAR, 7.2, GREY)


def _stimuli(pen: Pen, plot: TimelinePlot, scale: scales.Scale, y: float) -> None:
    pen.text(0, y + 17, plot.stimuli_head[0], SEMIBOLD, SIZE)
    pen.text(0, y + 26.5, plot.stimuli_head[1], REGULAR, SMALL, GREY)
    rows = Rows(1, LEFT - 2, WIDTH)
    written = 0
    for one in plot.stimuli:
        x = scale(one.at)
        if not one.played:
            pen.line((x, y + 24), (x, y + 33), 0.6, HAIRLINE)
            pen.disc(x, y + 22, 1.9, WASH, 0.7)
            continue
        pen.line((x, y + 24), (x, y + 33), 1.1)
        label = shortened(one.label, 92, REGULAR, SMALL)
        width = measured(label, REGULAR, SMALL)
        begin = min(x - 1, WIDTH - width)
        if written < _LABELS and rows.free(0, begin, begin + width):
            rows.take(0, begin - 5, begin + width + 6)
            pen.line((x, y + 14), (x, y + 24), 0.4)
            pen.ground(begin, y + 11, width, SMALL)
            pen.text(begin, y + 11, label, REGULAR, SMALL)
            written += 1
    pen.line((0, y + _STIMULI), (WIDTH, y + _STIMULI), 0.25, HAIRLINE)


def _lane(pen: Pen, lane: Lane, placed: list[Placed], y: float, height: float) -> None:
    name = folded(lane.name, LEFT - 4)
    for number, line in enumerate(name):
        pen.text(0, y + height / 2 + 3 - 4.6 * (len(name) - 1) + 9.2 * number, line, SEMIBOLD, SIZE)
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
        pen.text(LEFT, y + height / 2 + 3, "–", ITALIC, SIZE, GREY)
    pen.line((0, y + height), (WIDTH, y + height), 0.25, HAIRLINE)


def _services(pen: Pen, plot: TimelinePlot, scale: scales.Scale, y: float) -> None:
    if not plot.services:
        return
    pen.text(0, y + 11, plot.services_head, SEMIBOLD, SIZE)
    for number, row in enumerate(plot.services):
        top = y + 16 + number * _ROW
        pen.text(0, top + 7.8, shortened(row.name, LEFT - 4), REGULAR, SIZE)
        marks.bar(pen, tuple((scale(one.begin), scale(one.end), one) for one in row.spans), top, _BAR)
