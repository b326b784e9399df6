"""How a row of the running order is painted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import fonts, icons, theme
from ui.conduct.row_list import Place, RowDelegate, draw_text
from ui.conduct.rows_model import ROW
from ui.conduct.running_order import OVER, Row, Standing
from ui.conduct.signs import CHANNEL_ICONS, CHIPS, MARKS
from ui.voice import Voice
from ui.widgets.chip import chip_size, paint_chip

_HEIGHT, _NEXT_HEIGHT = 42, 50
_BAR, _PADDING, _MARK, _HOUR, _CHANNEL, _GAP = 4, 12, 20, 46, 20, 10
_ICON = 16


class OrderDelegate(RowDelegate):
    """Mark, hour, channel, title over id and recipients, state; the next one alone wears the accent."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.painted = 0

    def sizeHint(self, _option: QStyleOptionViewItem, index: Place) -> QSize:
        """Be as high as the base says; the next one a little more."""
        row: Row | None = index.data(ROW)
        high = _NEXT_HEIGHT if row is not None and row.is_next else _HEIGHT
        return QSize(theme.px(160), theme.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        """Paint a row."""
        row: Row = index.data(ROW)
        self.painted += 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter, option, "accS" if row.is_next else "")
        area: QRect = option.rect
        if row.is_next:
            bar = QRect(area.topLeft(), QSize(theme.px(_BAR), area.height() - 1))
            painter.fillRect(bar, theme.color("acc"))
        left = self._columns(painter, area, row)
        right = self._state(painter, area, row, left)
        self._words(painter, QRect(QPoint(left, area.top()), QPoint(right, area.bottom())), row)
        self.outline(painter, option)
        painter.restore()

    def chip_area(self, area: QRect, row: Row) -> QRect:
        """Where the chip of a row stands; a press on it is a gesture."""
        sign = CHIPS.get(row.standing)
        if sign is None or row.is_next:
            return QRect()
        size = chip_size(sign.icon, row.word)
        right = area.right() - theme.px(_PADDING)
        return QRect(QPoint(right - size.width(), area.center().y() - size.height() // 2), size)

    def _columns(self, painter: QPainter, area: QRect, row: Row) -> int:
        left = area.left() + theme.px(_PADDING)
        sign = MARKS[row.standing]
        name, tone = sign.icon, sign.tone
        if row.is_next:
            name, tone = "chevron-right", "acc"
        elif row.on_screen:
            name, tone = "presentation", "ink"
        side = theme.px(_ICON if name != "circle" else _ICON - 2)
        mark = QRect(left, area.top(), theme.px(_MARK), area.height())
        place = QRect(mark.left() + (mark.width() - side) // 2, area.center().y() - side // 2, side, side)
        icons.paint(painter, place, name, tone)
        left += theme.px(_MARK + _GAP - 2)
        self._hour(painter, QRect(left, area.top(), theme.px(_HOUR), area.height()), row)
        left += theme.px(_HOUR + 4)
        side = theme.px(_ICON)
        icons.paint(
            painter,
            QRect(left, area.center().y() - side // 2, side, side),
            CHANNEL_ICONS[row.channel],
            "ink2",
        )
        return left + theme.px(_CHANNEL + _GAP - 2)

    def _hour(self, painter: QPainter, room: QRect, row: Row) -> None:
        if not row.day:
            draw_text(painter, room, row.hour, "text", "ink2")
            return
        above, below = _halves(room)
        draw_text(painter, above, row.hour, "text", "ink2")
        draw_text(painter, below, row.day, "detail", "ink2")

    def _state(self, painter: QPainter, area: QRect, row: Row, left: int) -> int:
        right = area.right() - theme.px(_PADDING)
        if row.is_next:
            return self._chip(painter, area, "acc", "", self._voice.say("conduct.next"), filled=True)
        if row.on_screen:
            return self._chip(painter, area, "ink", "", self._voice.say("conduct.on_screen"), filled=True)
        sign = CHIPS.get(row.standing)
        if sign is not None:
            return self._chip(painter, area, sign.tone, sign.icon, row.word, filled=False)
        if not row.word:
            return right
        font = fonts.font("detail", 600, tabular=True)
        width = min(QFontMetrics(font).horizontalAdvance(row.word) + 1, right - left)
        tone = "ok" if row.standing is Standing.DELIVERED else "ink2"
        draw_text(
            painter,
            QRect(right - width, area.top(), width, area.height()),
            row.word,
            "detail",
            tone,
            600,
        )
        return right - width - theme.px(_GAP)

    def _chip(self, painter: QPainter, area: QRect, tone: str, icon: str, word: str, *, filled: bool) -> int:
        size = chip_size(icon, word)
        left = area.right() - theme.px(_PADDING) - size.width()
        place = QRect(QPoint(left, area.center().y() - size.height() // 2), size)
        paint_chip(painter, place, tone, icon, word, filled=filled)
        return left - theme.px(_GAP)

    def _words(self, painter: QPainter, room: QRect, row: Row) -> None:
        above, below = _halves(room)
        over = row.standing in OVER and not (row.is_next or row.on_screen)
        weight = 700 if row.is_next else 400 if over else 500
        draw_text(painter, above, row.title, "text", "ink2" if over else "ink", weight)
        draw_text(painter, below, row.detail, "detail", "ink2")


def _halves(room: QRect) -> tuple[QRect, QRect]:
    """Two lines in the middle of a row."""
    first = QFontMetrics(fonts.font("text")).height()
    second = QFontMetrics(fonts.font("detail")).height()
    top = room.top() + (room.height() - first - second) // 2
    return (
        QRect(room.left(), top, room.width(), first),
        QRect(room.left(), top + first, room.width(), second),
    )
