"""How long each decision took, as dots on a line, its allowed time as a bar; one row can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, theme
from ui.review.delays import Dot, Dots

if TYPE_CHECKING:
    from ui.voice import Voice

_ROW, _KEY, _LEAST_FOR_MEDIAN = 26, 38, 3


class DotsView(QWidget):
    """A row a decision; ``chosen`` tells the place of its moment. The same is said in words at its right."""

    chosen = Signal(int)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._dots = Dots((), 0, 0, None)
        self._moment = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def show_dots(self, dots: Dots) -> None:
        """Show the delays of an exercise."""
        self._dots = dots
        rows = [self._voice.say("review.dot_told", key=one.key, told=one.told) for one in dots.rows]
        self.setAccessibleName("; ".join(rows))
        self.updateGeometry()
        self.update()

    def show_moment(self, moment: int) -> None:
        """Mark the row of a moment."""
        self._moment = moment
        self.update()

    def sizeHint(self) -> QSize:
        """Have a row for each."""
        return QSize(theme.px(260), theme.px(_ROW) * max(1, len(self._dots.rows)))

    def minimumSizeHint(self) -> QSize:
        """Have a row for each."""
        return QSize(theme.px(200), self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a row."""
        row = int(event.position().y()) // theme.px(_ROW)
        if 0 <= row < len(self._dots.rows):
            moment = self._dots.rows[row].moment
            if moment is not None:
                self.chosen.emit(moment)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all rows, then the median over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = self._axis()
        for row, dot in enumerate(self._dots.rows):
            self._paint_row(painter, row, dot, axis)
        median = self._dots.median
        if median is not None and self._dots.n >= _LEAST_FOR_MEDIAN:
            x = self._x(axis, median)
            painter.setPen(QPen(theme.color("ink2"), theme.px(1), Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(x, 0, x, self.height()))

    def _axis(self) -> QRect:
        metrics = QFontMetrics(fonts.font("detail", tabular=True))
        told = max((metrics.horizontalAdvance(one.told) for one in self._dots.rows), default=0)
        told = min(told, self.width() // 2)
        left = theme.px(_KEY)
        return QRect(left, 0, max(theme.px(40), self.width() - left - told - theme.px(16)), self.height())

    def _x(self, axis: QRect, ms: int) -> float:
        return axis.left() + axis.width() * ms / max(1, self._dots.most)

    def _paint_row(self, painter: QPainter, row: int, dot: Dot, axis: QRect) -> None:
        chosen = dot.moment == self._moment and dot.moment is not None
        tone = "acc" if chosen else "ink2"
        height = theme.px(_ROW)
        area = QRect(0, row * height, self.width(), height)
        y = area.center().y()
        painter.setFont(fonts.font("detail", 700 if chosen else 500))
        painter.setPen(theme.color(tone))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, dot.key)
        painter.setPen(QPen(theme.color("line"), theme.px(2)))
        painter.drawLine(QLineF(axis.left(), y, axis.right(), y))
        if dot.allowed is not None:
            thick = theme.px(6)
            bar = QRectF(axis.left(), y - thick / 2, self._x(axis, dot.allowed) - axis.left(), thick)
            painter.setPen(QPen(theme.color("ctl"), theme.px(1)))
            painter.setBrush(theme.color("idleS"))
            painter.drawRoundedRect(bar, thick / 2, thick / 2)
        if dot.ms is not None:
            radius = theme.px(6 if chosen else 5)
            painter.setPen(QPen(theme.color(tone), theme.px(2)))
            painter.setBrush(theme.color("panel" if dot.open else tone))
            painter.drawEllipse(QPointF(self._x(axis, dot.ms), y), radius - 1, radius - 1)
        painter.setFont(fonts.font("detail", tabular=True))
        painter.setPen(theme.color("ink"))
        right = QRect(
            axis.right() + theme.px(8), area.top(), self.width() - axis.right() - theme.px(8), height
        )
        shown = painter.fontMetrics().elidedText(dot.told, Qt.TextElideMode.ElideRight, right.width())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
