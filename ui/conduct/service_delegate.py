"""How a service is painted: its name, what there is to know of it, its state."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import fonts, theme
from ui.conduct.row_list import Place, RowDelegate, draw_text
from ui.conduct.rows_model import ROW
from ui.conduct.service_rows import Row
from ui.conduct.signs import HEALTHS
from ui.voice import Voice
from ui.widgets.chip import chip_size, paint_chip

_HEIGHT, _PADDING, _GAP = 48, 12, 8


class ServiceDelegate(RowDelegate):
    """Two lines and a chip."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Place) -> QSize:
        """Be as high as the base says."""
        return QSize(theme.px(120), theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        """Paint a service."""
        row: Row = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter, option)
        sign = HEALTHS[row.health]
        word = self._voice.say(sign.word)
        size = chip_size(sign.icon, word)
        left = area.right() - theme.px(_PADDING) - size.width()
        chip = QRect(QPoint(left, area.center().y() - size.height() // 2), size)
        paint_chip(painter, chip, sign.tone, sign.icon, word)
        self._words(painter, area, left - theme.px(_GAP), row)
        self.outline(painter, option)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, right: int, row: Row) -> None:
        above = QFontMetrics(fonts.font("text")).height()
        below = QFontMetrics(fonts.font("detail")).height() if row.detail else 0
        left = area.left() + theme.px(_PADDING)
        top = area.top() + (area.height() - above - below) // 2
        draw_text(painter, QRect(left, top, right - left, above), row.name, "text", "ink", 500)
        draw_text(painter, QRect(left, top + above, right - left, below), row.detail, "detail", "ink2")
