"""A list of rows of the console: the mouse and the arrows select, no letter does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import fonts, theme

Place = QModelIndex | QPersistentModelIndex

_RING = 2


class RowList(QListView):
    """Rows that fill the width. ``entered`` comes with Enter on a row, or a double click."""

    entered_row = Signal(QModelIndex)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self.entered_row)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def keyboardSearch(self, _search: str) -> None:
        """Let letters choose no row: a note that was begun without its field must move nothing."""

    def dataChanged(self, first: Place, last: Place, roles: Sequence[int] = ()) -> None:
        """Paint the rows that differ, and lay all out anew only where one is of another height."""
        if Qt.ItemDataRole.SizeHintRole in roles:
            super().dataChanged(first, last, list(roles))
        else:
            QAbstractItemView.dataChanged(self, first, last, list(roles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a row says so; Escape goes to whoever is around."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if self.currentIndex().isValid():
                self.entered_row.emit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _take_sizes(self) -> None:
        self.setFont(fonts.font("text"))
        self.verticalScrollBar().setSingleStep(theme.px(21))
        self.scheduleDelayedItemsLayout()


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row, the line under it, and the outline of the selection."""

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, colour: str = "") -> None:
        """Paint what is behind a row: its own colour, or that of a row under the pointer."""
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if colour or hovered:
            painter.fillRect(option.rect, theme.color(colour or "hover"))
        painter.fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.color("line")
        )

    def outline(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Outline the row that is selected: grey, and the ring of the focus while keys go to the list."""
        if not option.state & QStyle.StateFlag.State_Selected:
            return
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        width = theme.px(_RING if focused else 1)
        painter.setPen(QPen(theme.color("focus" if focused else "ctl"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2 + 1
        radius = theme.px(4)
        painter.drawRoundedRect(
            QRectF(option.rect).adjusted(inset, inset, -inset, -inset - 1), radius, radius
        )


def draw_text(
    painter: QPainter, room: QRect, text: str, role: str, tone: str, weight: int | None = None
) -> None:
    """Draw a line of text, cut where it lacks room."""
    font = fonts.font(role, weight, tabular=True)
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
