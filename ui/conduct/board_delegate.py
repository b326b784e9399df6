"""A service of the recovery board: name, state, and its bar along the story."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import fonts, icons, theme
from ui.conduct.recovery_board import Bar, Scale
from ui.conduct.row_list import Place, RowDelegate, draw_text
from ui.conduct.rows_model import ROW
from ui.conduct.service_rows import Health
from ui.conduct.signs import HEALTHS
from ui.voice import Voice

HEIGHT, NAMES, STATES, MARGIN = 44, 176, 116, 12
_NAMES_SHARE = 0.33
_BAR, _ICON = 18, 16
_TONES = {Health.DOWN: "stop", Health.CUT: "stop", Health.RECOVERING: "work"}


class BoardDelegate(RowDelegate):
    """Past hatched, future soft with a dashed outline, an accent line for now."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.scale: Scale | None = None
        self._longest = 0

    def name(self, shown: Sequence[Bar]) -> None:
        """Have room for the names of these, as far as the bars leave it."""
        metrics = QFontMetrics(fonts.font("text", 600))
        self._longest = max((metrics.horizontalAdvance(bar.name) for bar in shown), default=0)

    def lane(self, area: QRect) -> QRect:
        """Tell where the bars of a row stand."""
        left = area.left() + theme.px(MARGIN) + self._names(area) + theme.px(STATES)
        return QRect(left, area.top(), max(1, area.right() - theme.px(MARGIN) - left), area.height())

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Place) -> QSize:
        """Be as high as the base says."""
        return QSize(theme.px(300), theme.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        """Paint a service."""
        bar: Bar = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter, option)
        self._words(painter, area, bar)
        if self.scale is not None:
            lane = self.lane(area)
            painter.setClipRect(QRect(lane.left(), area.top(), area.right() - lane.left(), area.height()))
            self._hours(painter, lane, self.scale)
            if bar.since is not None:
                self._bar(painter, lane, self.scale, bar, bar.since)
            at = lane.left() + self.scale.place(self.scale.now, lane.width())
            painter.fillRect(QRect(at, area.top(), theme.px(2), area.height()), theme.color("acc"))
            painter.setClipping(False)
        self.outline(painter, option)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, bar: Bar) -> None:
        above = QFontMetrics(fonts.font("text")).height()
        below = QFontMetrics(fonts.font("detail")).height() if bar.detail else 0
        left, top = area.left() + theme.px(MARGIN), area.top() + (area.height() - above - below) // 2
        names = self._names(area)
        width = names - theme.px(8)
        draw_text(painter, QRect(left, top, width, above), bar.name, "text", "ink", 600)
        draw_text(painter, QRect(left, top + above, width, below), bar.detail, "detail", "ink2")
        sign = HEALTHS[bar.health]
        left += names
        side = theme.px(_ICON)
        icons.paint(painter, QRect(left, area.top(), side, area.height()), sign.icon, sign.tone)
        left += side + theme.px(6)
        room = QRect(left, area.top(), theme.px(STATES) - side - theme.px(8), area.height())
        draw_text(painter, room, self._voice.say(sign.word), "detail", sign.tone, 600)

    def _names(self, area: QRect) -> int:
        most = max(theme.px(NAMES), round(area.width() * _NAMES_SHARE))
        return min(max(theme.px(NAMES), self._longest + theme.px(14)), most)

    def _hours(self, painter: QPainter, lane: QRect, scale: Scale) -> None:
        for at, _ in scale.ticks:
            x = lane.left() + scale.place(at, lane.width())
            painter.fillRect(QRect(x, lane.top(), 1, lane.height()), theme.color("line"))

    def _bar(self, painter: QPainter, lane: QRect, scale: Scale, bar: Bar, since: int) -> None:
        tone = _TONES.get(bar.health, "warn")
        high = theme.px(_BAR)
        top = lane.center().y() - high // 2

        def x(at: int) -> int:
            return lane.left() + scale.place(at, lane.width())

        past = QRectF(x(since), top, max(2, x(scale.now) - x(since)), high)
        painter.fillRect(past, theme.color(f"{tone}S"))
        painter.fillRect(past, QBrush(theme.color(tone), Qt.BrushStyle.BDiagPattern))
        self._frame(painter, past, tone, dashed=False)
        if bar.back is not None:
            coming = QRectF(x(scale.now), top, max(2, x(bar.back) - x(scale.now)), high)
            painter.fillRect(coming, theme.color("workS"))
            self._frame(painter, coming, "work", dashed=True)
            self._ring(painter, QPointF(x(bar.back), lane.center().y()))
        if bar.target is not None:
            reach = theme.px(5)
            mark = QRect(x(bar.target), top - reach, theme.px(3), high + 2 * reach)
            painter.fillRect(mark, theme.color("ink"))
        if bar.paper is not None:
            self._triangle(painter, QPointF(x(bar.paper), top + high + theme.px(2)))
        if bar.late:
            last = max(one for one in (bar.back, bar.target, scale.now) if one is not None)
            left = x(last) + theme.px(12)
            room = QRect(left, lane.top(), lane.right() - left, lane.height())
            draw_text(painter, room, bar.late, "detail", "warn", 600)

    @staticmethod
    def _frame(painter: QPainter, rect: QRectF, tone: str, *, dashed: bool) -> None:
        pen = QPen(theme.color(tone), theme.px(1))
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    @staticmethod
    def _ring(painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(theme.color("work"), theme.px(3)))
        painter.setBrush(theme.color("panel"))
        painter.drawEllipse(at, theme.px(6), theme.px(6))

    @staticmethod
    def _triangle(painter: QPainter, at: QPointF) -> None:
        half, high = theme.px(5), theme.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warn"))
        painter.drawPolygon(
            QPolygonF([at, QPointF(at.x() - half, at.y() + high), QPointF(at.x() + half, at.y() + high)])
        )
