"""How a service is painted: its name, what there is to know of it, its state."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from ui import fonts, theme
from ui.conduct.row_list import Place, RowDelegate
from ui.conduct.rows_model import ROW
from ui.conduct.runs import Laid, Run, lay_out
from ui.conduct.service_rows import Row
from ui.conduct.signs import HEALTHS
from ui.voice import Voice
from ui.widgets.chip import chip_size, paint_chip

_HEIGHT, _PADDING, _GAP, _AIR, _NARROWEST = 48, 12, 8, 5, 80
_MOST_LINES = 2


class _Words(NamedTuple):
    """The name and what there is to know, laid out beside the chip."""

    name: Laid
    detail: Laid | None

    @property
    def name_height(self) -> int:
        return self.name.lines * self.name.line_height

    @property
    def height(self) -> int:
        below = 0 if self.detail is None else self.detail.lines * self.detail.line_height
        return self.name_height + below


class ServiceDelegate(RowDelegate):
    """A name and a detail, each on two lines where it is long, and a chip."""

    def __init__(self, voice: Voice, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._voice, self._view = voice, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Place) -> QSize:
        """Be as high as the words need at the width of the list."""
        row: Row | None = index.data(ROW)
        high = theme.px(_HEIGHT)
        if row is not None:
            words = self._laid_out(row, self._view.viewport().width())
            high = max(high, words.height + 2 * theme.px(_AIR))
        return QSize(theme.px(120), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        """Paint a service."""
        row: Row = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter, option)
        sign = HEALTHS[row.health]
        size = self._chip(row)
        left = area.right() - theme.px(_PADDING) - size.width()
        chip = QRect(QPoint(left, area.center().y() - size.height() // 2), size)
        paint_chip(painter, chip, sign.tone, sign.icon, self._voice.say(sign.word))
        words = self._laid_out(row, area.width())
        top = area.top() + (area.height() - words.height) // 2
        words.name.paint(painter, QPointF(area.left() + theme.px(_PADDING), top))
        if words.detail is not None:
            words.detail.paint(painter, QPointF(area.left() + theme.px(_PADDING), top + words.name_height))
        self.outline(painter, option)
        painter.restore()

    def _chip(self, row: Row) -> QSize:
        sign = HEALTHS[row.health]
        return chip_size(sign.icon, self._voice.say(sign.word))

    def _laid_out(self, row: Row, width: int) -> _Words:
        room = width - 2 * theme.px(_PADDING) - theme.px(_GAP) - self._chip(row).width()
        room = max(room, theme.px(_NARROWEST))
        name = lay_out((Run(row.name, 500),), fonts.font("text", tabular=True), room, _MOST_LINES)
        if not row.detail:
            return _Words(name, None)
        detail = (Run(row.detail, tone="ink2"),)
        return _Words(name, lay_out(detail, fonts.font("detail", tabular=True), room, _MOST_LINES))
