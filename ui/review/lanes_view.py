"""The lanes as they are drawn: a row for the stimuli, one for each cell, one for the public reference."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from ui import fonts, theme
from ui.review.curve import Curve
from ui.review.lanes import Lane, Mark, Sort, Timeline
from ui.review.scale import Scale
from ui.review.shapes import paint_diamond, paint_mark, paint_span

if TYPE_CHECKING:
    from ui.voice import Voice

AXIS, HEADING = 32, 30
TALLEST, LOWEST = 40, 26
_SHORTEST_NAME, _NAME_SHARE = 84, 0.22
_KEYED = {Sort.DECISION, Sort.NO_DECISION}


class Lanes(QWidget):
    """Rows of marks over the shared axis; a decision that is clicked is chosen, a place is looked at."""

    chosen = Signal(str, int)
    sought = Signal(int)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._timeline: Timeline | None = None
        self._curve: Curve | None = None
        self._scale = Scale(0, 1, 1)
        self._row = TALLEST
        self._moment: tuple[str, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_exercise(self, timeline: Timeline, curve: Curve, *, public: bool) -> None:
        """Draw an exercise; ``public`` says whether there is anything published to stand beside it."""
        self._timeline, self._curve, self._public = timeline, curve, public
        self.update()

    def show_moment(self, key: str, play: int) -> None:
        """Mark the decision that is looked at."""
        self._moment = (key, play)
        self.update()

    def lay_out(self, scale: Scale, row: int) -> None:
        """Take the axis and the height of a row."""
        self._scale, self._row = scale, row
        self.setFixedHeight(theme.px(AXIS) + self.rows * row + theme.px(HEADING))
        self.update()

    @property
    def rows(self) -> int:
        """How many rows there are."""
        if self._timeline is None:
            return 0
        return len(self._timeline.lanes) + int(self._public)

    def name_width(self, width: int) -> int:
        """How wide the names stand, in a drawing so wide."""
        most = max(theme.px(_SHORTEST_NAME), int(width * _NAME_SHARE))
        metrics = QFontMetrics(fonts.font("text", 500))
        longest = max((metrics.horizontalAdvance(name) for name in self._names()), default=0)
        return min(longest, most) + theme.px(30)

    def mark_at(self, place: QPointF) -> Mark | None:
        """The mark under a place: the one whose middle is nearest."""
        if self._timeline is None:
            return None
        row = int(place.y() - theme.px(AXIS)) // max(1, self._row)
        if place.y() < theme.px(AXIS) or not 0 <= row < len(self._timeline.lanes):
            return None
        near = [
            (abs(self._scale.x(mark.play) - place.x()), mark.sort not in _KEYED, mark)
            for mark in self._timeline.lanes[row].marks
        ]
        near = [one for one in near if one[0] <= theme.px(9)]
        return min(near, key=lambda one: one[:2])[2] if near else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axis, rows and marks."""
        if self._timeline is None or self._curve is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, self._timeline)
        for row, name in enumerate(self._names()):
            self._paint_name(painter, row, name)
        for row, lane in enumerate(self._timeline.lanes):
            self._paint_lane(painter, self._middle(row), lane)
        if self._public:
            self._paint_public(painter, self._curve)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the decision, or look at the place."""
        place = event.position()
        mark = self.mark_at(place)
        if mark is not None and mark.sort in _KEYED:
            self.chosen.emit(mark.key, mark.play)
        elif place.x() >= self._scale.left:
            self.sought.emit(mark.play if mark is not None else self._scale.play_at(round(place.x())))

    def event(self, event: QEvent) -> bool:
        """Say what a mark is; the table says it to whoever has no pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            told = ""
            if mark is not None:
                told = self._voice.say("review.mark_tip", text=mark.text, play=self._voice.play(mark.play))
            QToolTip.showText(event.globalPos(), escape(told, quote=False), self)
            return True
        return super().event(event)

    def _names(self) -> list[str]:
        if self._timeline is None:
            return []
        names = [lane.name for lane in self._timeline.lanes]
        if self._public:
            names.append(self._voice.say("review.lane_public"))
        return names

    def _middle(self, row: int) -> float:
        return theme.px(AXIS) + (row + 0.5) * self._row

    def _paint_axis(self, painter: QPainter, timeline: Timeline) -> None:
        painter.setFont(fonts.font("detail", tabular=True))
        metrics = painter.fontMetrics()
        for play, label in timeline.ticks:
            x = self._scale.x(play)
            painter.setPen(QPen(theme.color("line"), theme.px(1)))
            painter.drawLine(x, theme.px(AXIS) - theme.px(6), x, self.height())
            width = metrics.horizontalAdvance(label)
            if x + width <= self.width():
                painter.setPen(theme.color("ink2"))
                painter.drawText(x + theme.px(4), theme.px(AXIS) - theme.px(10), label)

    def _paint_name(self, painter: QPainter, row: int, name: str) -> None:
        top = theme.px(AXIS) + row * self._row
        painter.setFont(fonts.font("text", 500))
        painter.setPen(theme.color("ink"))
        room = QRect(theme.px(16), top, self._scale.left - theme.px(24), self._row)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QPen(theme.color("line"), theme.px(1)))
        line = top + self._row
        painter.drawLine(self._scale.left, line, self._scale.left + self._scale.width, line)

    def _paint_lane(self, painter: QPainter, y: float, lane: Lane) -> None:
        for mark in lane.marks:
            if self._is_chosen(mark) and mark.since is not None and mark.since < mark.play:
                paint_span(painter, self._scale.x(mark.since), self._scale.x(mark.play), y)
        # Decisions last, so that nothing hides them
        for mark in sorted(lane.marks, key=lambda one: one.sort in _KEYED):
            place = QPointF(self._scale.x(mark.play), y)
            paint_mark(painter, place, mark.sort, chosen=self._is_chosen(mark))
        self._paint_keys(painter, y, [mark for mark in lane.marks if mark.sort in _KEYED])

    def _is_chosen(self, mark: Mark) -> bool:
        return self._moment == (mark.key, mark.play) and mark.sort in _KEYED

    def _paint_keys(self, painter: QPainter, y: float, marks: list[Mark]) -> None:
        """Write the keys beside the diamonds, where they do not run into the next one."""
        painter.setFont(fonts.font("detail", 600))
        metrics = painter.fontMetrics()
        free = theme.px(12)
        ends = [self._scale.x(mark.play) for mark in marks] + [self.width() + free]
        for mark, (at, following) in zip(marks, pairwise(ends), strict=True):
            width = metrics.horizontalAdvance(mark.key)
            if at + free + width <= following - theme.px(10) or self._is_chosen(mark):
                painter.setPen(theme.color("acc" if mark.sort is Sort.DECISION else "ink2"))
                box = QRectF(at + free, y - self._row / 2, width + theme.px(2), self._row)
                painter.fillRect(box.adjusted(0, theme.px(10), 0, -theme.px(10)), theme.color("panel"))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, mark.key)

    def _paint_public(self, painter: QPainter, curve: Curve) -> None:
        y = self._middle(self.rows - 1)
        painter.setFont(fonts.font("detail"))
        if not curve.public:
            painter.setPen(theme.color("ink3"))
            room = QRect(self._scale.left + theme.px(8), int(y - self._row / 2), self._scale.width, self._row)
            text = self._voice.say("review.public_none")
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            # The lines of the hours do not run through the words
            free = QRectF(0, 0, metrics.horizontalAdvance(shown) + theme.px(8), metrics.height())
            free.moveCenter(QPointF(room.left() + free.width() / 2 - theme.px(4), y))
            painter.fillRect(free, theme.color("panel"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            return
        for one in curve.public:
            x = self._scale.x(one.play)
            painter.setPen(QPen(theme.color("ink2"), theme.px(1), Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(x, y, x, self.height()))
            paint_diamond(painter, QPointF(x, y), theme.color("ink2"), filled=False, dashed=True)
            painter.setPen(theme.color("ink2"))
            painter.drawText(QPointF(x + theme.px(12), y + theme.px(4)), f"{one.key}  {one.label}")
