"""A list in which one thing is chosen: names with a detail, the chosen one on the accent's ground."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import fonts, icons, theme
from ui.conduct.row_list import Place, RowDelegate, RowList, draw_text
from ui.conduct.rows_model import ROW, RowsModel

_HEIGHT, _PADDING, _ICON, _GAP, _BAR = 44, 12, 18, 10, 4


class Named(Struct, frozen=True):
    """Something to choose, by its key."""

    key: str
    name: str
    detail: str = ""
    icon: str = ""


class ChoiceList(RowList):
    """``chosen`` comes with each other choice, by arrows or by the pointer."""

    chosen = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.rows_model: RowsModel[Named] = RowsModel(
            lambda row: row.key, lambda row: ", ".join(filter(None, (row.name, row.detail)))
        )
        self.setModel(self.rows_model)
        self.setItemDelegate(_NamedDelegate(self))
        self.selectionModel().currentChanged.connect(self._tell)

    def offer(self, rows: list[Named]) -> None:
        """Offer these; what was chosen stays where it is still offered."""
        before = self.value()
        self.rows_model.show(rows)
        if before and self.value() != before:
            self.choose(before)

    def value(self) -> str:
        """The key of what is chosen; empty for nothing."""
        row = self.rows_model.row(self.currentIndex())
        return "" if row is None else row.key

    def choose(self, key: str) -> None:
        """Choose by key."""
        place = self.rows_model.place(key)
        if place.isValid():
            self.setCurrentIndex(place)

    def _tell(self) -> None:
        self.chosen.emit(self.value())


class _NamedDelegate(RowDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Place) -> QSize:
        return QSize(theme.px(120), theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        row: Named = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.ground(painter, option, "accS" if chosen else "")
        if chosen:
            painter.fillRect(
                QRect(area.left(), area.top(), theme.px(_BAR), area.height() - 1), theme.color("acc")
            )
        left = area.left() + theme.px(_PADDING)
        if row.icon:
            side = theme.px(_ICON)
            place = QRect(left, area.center().y() - side // 2, side, side)
            icons.paint(painter, place, row.icon, "ink2")
            left += side + theme.px(_GAP)
        above = QFontMetrics(fonts.font("text")).height()
        below = QFontMetrics(fonts.font("detail")).height() if row.detail else 0
        top = area.top() + (area.height() - above - below) // 2
        width = area.right() - theme.px(_PADDING // 2) - left
        words = QRect(left, area.top(), width, area.height() - theme.px(1))
        if row.detail or not _draw_wrapped(painter, words, row.name):
            draw_text(painter, QRect(left, top, width, above), row.name, "text", "ink", 600)
            draw_text(painter, QRect(left, top + above, width, below), row.detail, "detail", "ink2")
        if option.state & QStyle.StateFlag.State_HasFocus:
            self.outline(painter, option)
        painter.restore()


def _draw_wrapped(painter: QPainter, room: QRect, name: str) -> bool:
    """Draw a name without a detail on the lines that a row has; tell whether it fits on them."""
    font = fonts.font("text", 600)
    wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
    needed = QFontMetrics(font).boundingRect(room, wrapped, name)
    if not room.contains(needed):
        return False
    painter.setFont(font)
    painter.setPen(theme.color("ink"))
    painter.drawText(room, wrapped, name)
    return True
