"""The public reference under the recovery figure: hours on a dashed line, texts where they fit whole."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.report.figures import scales
from care_desktop.report.figures.pen import (
    GREY,
    INK,
    PAPER,
    REGULAR,
    SEMIBOLD,
    SIZE,
    SMALL,
    WIDTH,
    Pen,
    folded,
    measured,
)
from care_desktop.report.figures.placing import Rows
from care_desktop.report.plots import PublicMark, RecoveryPlot

_TEXT = 7.0
_LINE = 8.0
LINES = 3
_WIDTHS = (76.0, 100.0, 132.0)


class Milestone(Struct, frozen=True):
    """A mark, where its hour begins if that finds room, and the lines under it if they do."""

    mark: float
    hour: str
    hour_at: float | None
    text_at: float
    lines: tuple[str, ...]


class Strip(Struct, frozen=True):
    """The whole strip, measured."""

    milestones: tuple[Milestone, ...]
    name: tuple[str, ...]
    lines: int

    @property
    def line(self) -> float:
        """How far below its top the dashed line is."""
        return 21.0 + _LINE * self.lines

    @property
    def height(self) -> float:
        """How high it is; the name of the hospital may be the highest of it."""
        return max(self.line + 10, 22 + 8.6 * len(self.name))


def placed(plot: RecoveryPlot, scale: scales.Scale, left: float, most: int = LINES) -> Strip:
    """First every hour, then the texts that fit whole under their own; the annex has them all."""
    rows = Rows(1, left - 2, WIDTH + 1)
    hours = [_hour(one, scale(one.at), rows) for one in plot.public]
    texts = Rows(1, left - 2, WIDTH + 1)
    found = tuple(
        _milestone(one, scale(one.at), hour, (rows, texts), most)
        for one, hour in zip(plot.public, hours, strict=True)
    )
    name = folded(plot.words.public_name, left - 8, REGULAR, SMALL)
    return Strip(found, name, max((len(one.lines) for one in found), default=0))


def _hour(one: PublicMark, x: float, rows: Rows) -> float | None:
    width = measured(one.hour, SEMIBOLD, _TEXT)
    for begin in (x - width / 2, x - 2, x - width + 2):
        if rows.free(0, begin, begin + width):
            rows.take(0, begin - 4, begin + width + 4)
            return begin
    return None


def _milestone(
    one: PublicMark, x: float, hour: float | None, rows: tuple[Rows, Rows], most: int
) -> Milestone:
    """A text begins under its hour, or ends under it where no other hour could be taken for its own."""
    if hour is None:
        return Milestone(x, one.hour, None, 0.0, ())
    hours, texts = rows
    end = hour + measured(one.hour, SEMIBOLD, _TEXT)
    for room in _WIDTHS:
        lines = folded(one.text, room, REGULAR, _TEXT)
        width = max(measured(line, REGULAR, _TEXT) for line in lines)
        if len(lines) > most:
            continue
        for begin in (hour, end - width):
            alone = begin == hour or hours.free(0, begin, hour - 4)
            if alone and texts.free(0, begin, begin + width):
                texts.take(0, begin - 5, begin + width + 5)
                return Milestone(x, one.hour, hour, begin, lines)
    return Milestone(x, one.hour, hour, 0.0, ())


def draw(pen: Pen, plot: RecoveryPlot, strip: Strip, left: float, top: float) -> None:
    """The strip below its rule."""
    pen.line((0, top), (WIDTH, top), 0.5)
    pen.text(0, top + 10, plot.words.public, SEMIBOLD, SIZE)
    for number, text in enumerate(strip.name):
        pen.text(0, top + 20 + 8.6 * number, text, REGULAR, SMALL, GREY)
    line = top + strip.line
    pen.line((left, line), (WIDTH, line), 1.2, INK, (3.2, 2.4))
    for one in strip.milestones:
        pen.ground(one.mark - 2, line + 1, 4, 6)
        pen.disc(one.mark, line, 2.4, PAPER, 1)
        if one.hour_at is None:
            continue
        pen.text(one.hour_at, top + 10, one.hour, SEMIBOLD, _TEXT)
        for number, text in enumerate(one.lines):
            pen.text(one.text_at, top + 18.5 + _LINE * number, text, REGULAR, _TEXT)
        below = top + 13 + (7 + _LINE * len(one.lines) if one.lines else 0)
        if one.lines or not _written_over(one.mark, strip):
            pen.line((one.mark, line - 2.4), (one.mark, below), 0.4)


def _written_over(mark: float, strip: Strip) -> bool:
    """Whether the text of another stands between an hour and its mark."""
    for other in strip.milestones:
        wide = max((measured(text, REGULAR, _TEXT) for text in other.lines), default=-9.0)
        if other.text_at - 2 <= mark <= other.text_at + wide + 2:
            return True
    return False
