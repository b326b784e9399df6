"""The facts of the timeline as a table, for a screen reader or whoever prefers to read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui import fonts, theme
from ui.review.facts import COLUMNS

if TYPE_CHECKING:
    from ui.review.facts import Fact
    from ui.voice import Voice

_Index = QModelIndex | QPersistentModelIndex
_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
_ROW, _BESIDE, _WIDEST = 32, 24, 320


class FactsTable(QTableView):
    """Rows in the order of play time; being at one is being at its instant."""

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
        self.selectionModel().currentRowChanged.connect(self._seek)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show the facts of an exercise."""
        with QSignalBlocker(self):
            self._rows.take(facts)
        self._take_sizes()

    def show_instant(self, play: int) -> None:
        """Be at what happened last: the first fact of its instant, or another of it that was gone to."""
        facts, current = self._rows.facts, self.currentIndex()
        if current.isValid() and facts[current.row()].play == play:
            return
        last = bisect_right(facts, play, key=_play) - 1
        at = -1 if last < 0 else bisect_left(facts, facts[last].play, key=_play)
        if at != current.row():
            with QSignalBlocker(self):
                self.setCurrentIndex(self._rows.index(at, 0))
                self.selectionModel().clearSelection() if at < 0 else self.selectRow(at)

    def retranslate(self) -> None:
        """Name it in the language in force."""
        self.setAccessibleName(self._rows.voice.say("action.review.table"))
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._take_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight where it is."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _seek(self, index: QModelIndex) -> None:
        if index.isValid():
            self.sought.emit(self._rows.facts[index.row()].play)

    def _take_sizes(self) -> None:
        self.setFont(fonts.font("text"))
        self.horizontalHeader().setFont(fonts.font("detail", 600))
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        for column in range(len(COLUMNS) - 1):
            self.setColumnWidth(column, min(self._width(column), theme.px(_WIDEST)))

    def _width(self, column: int) -> int:
        """What the longest words of a column need."""
        cells = {fact.cells[column] for fact in self._rows.facts}
        named = self.horizontalHeader().fontMetrics().horizontalAdvance(self._rows.voice.say(COLUMNS[column]))
        longest = max((self.fontMetrics().horizontalAdvance(one) for one in cells), default=0)
        return max(named, longest) + theme.px(_BESIDE)


def _play(fact: Fact) -> int:
    return fact.play


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
        if role not in _SAID:
            return None
        return self.facts[index.row()].cells[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.voice.say(COLUMNS[section])
