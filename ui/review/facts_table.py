"""The facts of the timeline as a table, for a screen reader or whoever prefers to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui import fonts, theme
from ui.review.facts import COLUMNS

if TYPE_CHECKING:
    from ui.review.facts import Fact
    from ui.voice import Voice

_Index = QModelIndex | QPersistentModelIndex
_WIDTHS = (110, 170, 130, 70)
_ROW = 32


class FactsTable(QTableView):
    """Rows in the order of play time; entering one goes to its instant."""

    sought = Signal(int)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._rows = _Rows(voice)
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._seek)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show the facts of an exercise."""
        self._rows.take(facts)

    def retranslate(self) -> None:
        """Name it in the language in force."""
        self.setAccessibleName(self._rows.voice.say("action.review.table"))
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the instant of the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._seek(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _seek(self, index: QModelIndex) -> None:
        if index.isValid():
            self.sought.emit(self._rows.facts[index.row()].play)

    def _take_sizes(self) -> None:
        self.setFont(fonts.font("text"))
        self.horizontalHeader().setFont(fonts.font("detail", 600))
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, theme.px(width))


class _Rows(QAbstractTableModel):
    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.voice = voice
        self.facts: tuple[Fact, ...] = ()

    def take(self, facts: tuple[Fact, ...]) -> None:
        self.beginResetModel()
        self.facts = facts
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.facts)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.facts[index.row()].cells[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.voice.say(COLUMNS[section])
