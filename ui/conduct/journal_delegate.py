"""How a line of the journal is painted: its hour, its sign, what it is about, what happened."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from ui import fonts, icons, theme
from ui.conduct.journal_rows import Row
from ui.conduct.row_list import Place, RowDelegate, draw_text
from ui.conduct.rows_model import ROW
from ui.conduct.runs import Laid, Run, lay_out

_HEIGHT, _PADDING, _HOUR, _DATED, _ICON, _GAP = 32, 12, 42, 90, 16, 10
_MOST_LINES = 2


class JournalDelegate(RowDelegate):
    """A line, or two where it is long; what is longer still is told by its tooltip."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._hour = _HOUR
        self._sizes: dict[tuple[Row, int, float], QSize] = {}

    def have_room_for_days(self, *, shown: bool) -> None:
        """Have one column of hours for all lines, wider where some say their day."""
        hour = _DATED if shown else _HOUR
        if hour != self._hour:
            self._hour = hour
            self._sizes.clear()
            self._view.doItemsLayout()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Place) -> QSize:
        """Be as high as the text needs at the width of the list."""
        width = self._view.viewport().width()
        row: Row | None = index.data(ROW)
        if row is None:
            return QSize(0, theme.px(_HEIGHT))
        key = (row, width, theme.current().base)
        if key not in self._sizes:
            laid = self._laid_out(row, width)
            high = theme.px(_HEIGHT) + (laid.lines - 1) * laid.line_height
            self._sizes[key] = QSize(theme.px(120), high)
        return self._sizes[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        """Paint a line."""
        row: Row = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter, option)
        laid = self._laid_out(row, area.width())
        top = area.top() + (theme.px(_HEIGHT) - laid.line_height) // 2
        left = area.left() + theme.px(_PADDING)
        line = QRect(left, top, theme.px(self._hour), laid.line_height)
        draw_text(painter, line, row.hour, "text", "ink2")
        left += theme.px(self._hour + _GAP)
        icons.paint(painter, QRect(left, top, theme.px(_ICON), laid.line_height), row.icon, "ink2")
        left += theme.px(_ICON + _GAP)
        laid.paint(painter, QPointF(left, top))
        self.outline(painter, option)
        painter.restore()

    def _laid_out(self, row: Row, width: int) -> Laid:
        room = width - theme.px(2 * _PADDING + self._hour + _ICON + 2 * _GAP)
        runs = (Run(row.about, 600), Run(f" · {row.text}" if row.text else ""))
        return lay_out(runs, fonts.font("text", tabular=True), max(room, theme.px(80)), _MOST_LINES)
