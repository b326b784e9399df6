"""The services as they stood at the instant of the replay, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import fonts, theme
from ui.review.signs import SIGNS
from ui.widgets.chip import chip_size, paint_chip

if TYPE_CHECKING:
    from ui.review.standing import Service
    from ui.voice import Voice

_ROW = 40
_Index = QModelIndex | QPersistentModelIndex


class ServicesList(QListView):
    """Name and state of each service."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._rows = _Rows(voice)
        self.setModel(self._rows)
        self.setItemDelegate(_Row(self._rows, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        theme.signals.changed.connect(self.scheduleDelayedItemsLayout)

    def show_services(self, services: tuple[Service, ...]) -> None:
        """Show states; rows stay where they are."""
        self._rows.take(services)


class _Rows(QAbstractListModel):
    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.voice = voice
        self.services: tuple[Service, ...] = ()

    def take(self, services: tuple[Service, ...]) -> None:
        before, self.services = self.services, services
        if [one.name for one in before] != [one.name for one in services]:
            self.beginResetModel()
            self.endResetModel()
            return
        for row, (then, now) in enumerate(zip(before, services, strict=True)):
            if then != now:
                place = self.index(row, 0)
                self.dataChanged.emit(place, place)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.services)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self.services[index.row()]
        state = self.voice.say(SIGNS[one.condition][2])
        return self.voice.say("review.service_state", name=one.name, state=state)


class _Row(QStyledItemDelegate):
    def __init__(self, rows: _Rows, parent: ServicesList) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(theme.px(200), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        one = self._rows.services[index.row()]
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        tone, icon, key = SIGNS[one.condition]
        word = self._rows.voice.say(key)
        width = chip_size(icon, word).width()
        inside = area.adjusted(theme.px(16), 0, -theme.px(16), 0)
        chip = QRect(inside.right() - width, inside.top(), width + 1, inside.height())
        paint_chip(painter, chip, tone, icon, word)
        painter.setFont(fonts.font("text", 500))
        painter.setPen(theme.color("ink"))
        room = inside.adjusted(0, 0, -width - theme.px(12), 0)
        shown = painter.fontMetrics().elidedText(one.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QPen(theme.color("line"), theme.px(1)))
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(theme.px(2), theme.px(2), -theme.px(2), -theme.px(2)))
