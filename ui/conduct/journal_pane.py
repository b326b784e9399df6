"""The exercise's journal as a pane: the line to write on top, the newest first."""

from __future__ import annotations

from functools import partial
from itertools import islice

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QVBoxLayout

from care_desktop.exercise.commands import WriteEntry
from care_desktop.scenario.time import PlayMs
from ui import theme
from ui.conduct.console import Console
from ui.conduct.journal_delegate import JournalDelegate
from ui.conduct.journal_rows import Row, rows
from ui.conduct.journal_telling import Sort
from ui.conduct.row_list import RowList
from ui.conduct.rows_model import RowsModel
from ui.conduct.seen import Seen
from ui.widgets.button import Button
from ui.widgets.field import LineField
from ui.widgets.pane import Pane, Rule
from ui.widgets.way_back import WayBack

_SORTS = {
    Sort.ALL: "conduct.journal_all",
    Sort.WRITTEN: "conduct.journal_written",
    Sort.INJECTS: "conduct.journal_injects",
    Sort.DECISIONS: "conduct.journal_decisions",
    Sort.CALLS: "conduct.journal_calls",
}


_STEP = 200
"""How many more lines are laid out each time one comes to the end."""


class JournalPane(Pane):
    """Enter writes a line, at the time at which it was begun; nothing that was written changes.

    Enter on what a person typed, or *Corriger*, leads to its correction.
    """

    def __init__(self, console: Console) -> None:
        super().__init__("notebook-pen")
        self._console, self._voice = console, console.context.voice
        self._read, self._most = 0, _STEP
        self._rows: list[Row] = []
        self._begun: PlayMs | None = None
        self._back = WayBack()
        self.field = LineField(icon="plus")
        self.field.returnPressed.connect(self._write)
        self.field.textEdited.connect(self._note_begin)
        self.field.installEventFilter(self)
        self._wanted = Sort.ALL
        self._filter = Button("quiet", small=True)
        self._filter.set_icon(None, "chevron-down")
        self._filter.clicked.connect(self._offer)
        self._amend = Button("quiet", small=True, icon="pencil")
        self._amend.clicked.connect(self._amend_current)
        self._amend.hide()
        self.set_action(self._amend, self._filter)
        self.model: RowsModel[Row] = RowsModel(lambda row: row.seq, self._spoken)
        self.list = RowList()
        self.list.setModel(self.model)
        self.delegate = JournalDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.entered_row.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._offer_amending)
        self.model.modelReset.connect(self._offer_amending)
        self.list.verticalScrollBar().valueChanged.connect(self._show_more)
        strip = QFrame()
        strip.setProperty("role", "sunk")
        self._strip = QVBoxLayout(strip)
        self._strip.addWidget(self.field)
        self.body.addWidget(strip)
        self.body.addWidget(Rule())
        self.set_body(self.list)
        theme.signals.changed.connect(self._take_strip)
        self._take_strip()
        self.retranslate()

    def refresh(self, seen: Seen) -> None:
        """Put what was recorded since the last time on top."""
        if len(seen.events) < self._read:
            self.begin_anew()
        new = rows(seen, seen.events[self._read :])
        self._read = len(seen.events)
        if not new:
            return
        new.reverse()
        self._rows[:0] = new
        if any(row.has_day for row in new):
            self.delegate.have_room_for_days(shown=True)
        self.model.put_first([row for row in new if self._is_wanted(row)])
        if self.model.rowCount() > self._most + _STEP // 2:
            self._show()
        if not self.list.hasFocus():
            self.list.scrollToTop()

    def begin_anew(self) -> None:
        """Forget the lines: another exercise, or another language."""
        self._read = 0
        self._rows.clear()
        self.delegate.have_room_for_days(shown=False)
        self._most = _STEP
        self.model.show([])

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        say = self._voice.say
        self.set_title(say("conduct.journal"))
        self.list.setAccessibleName(say("conduct.journal"))
        self.field.setPlaceholderText(say("conduct.write"))
        self.field.setAccessibleName(say("conduct.write"))
        self.field.set_key(self._console.context.actions.key("conduct.write"))
        self._amend.setText(say("conduct.amend"))
        self._filter.setText(say(_SORTS[self._wanted]))
        self._filter.setAccessibleName(f"{say('conduct.journal_filter')}, {self._filter.words()}")
        self.begin_anew()
        seen = self._console.seen
        if seen is not None:
            self.refresh(seen)

    def write(self) -> None:
        """Lead to the line, and remember where the focus was."""
        before = QApplication.focusWidget()
        if before is not self.field:
            self._back.remember(before)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the line goes back to where the focus was; what was begun stays."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self._back.go()
            return True
        return super().eventFilter(watched, event)

    def _note_begin(self, text: str) -> None:
        if not text.strip():
            self._begun = None
        elif self._begun is None:
            seen = self._console.seen
            self._begun = None if seen is None else seen.now.play

    def _write(self) -> None:
        words = self._console.words(self.field.text())
        if words is None:
            return
        self._console.send(WriteEntry(words, fact_at=self._begun))
        self._begun = None
        self.field.clear()
        self._back.go()

    def _offer_amending(self) -> None:
        row = self.model.row(self.list.currentIndex())
        self._amend.setVisible(row is not None and row.amends is not None)

    def _amend_current(self) -> None:
        self._open(self.list.currentIndex())

    def _open(self, place: QModelIndex) -> None:
        """Lead to the correction of what a person typed."""
        row = self.model.row(place)
        if row is not None and row.amends is not None:
            self._console.open("amend", row.amends)

    def narrow(self, wanted: Sort) -> None:
        """Show lines of one sort alone."""
        self._wanted = wanted
        self._filter.setText(self._voice.say(_SORTS[wanted]))
        self._most = _STEP
        self._show()

    def _show(self) -> None:
        """Show the newest; a long journal is laid out as far as one has scrolled."""
        wanted = (row for row in self._rows if self._is_wanted(row))
        self.model.show(list(islice(wanted, self._most)))

    def _show_more(self, value: int) -> None:
        if value == self.list.verticalScrollBar().maximum() and self.model.rowCount() >= self._most:
            self._most += _STEP
            self._show()

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for sort, key in _SORTS.items():
            menu.addAction(self._voice.say(key), partial(self.narrow, sort))
        menu.popup(self._filter.mapToGlobal(self._filter.rect().bottomLeft()))

    def _is_wanted(self, row: Row) -> bool:
        return self._wanted in (Sort.ALL, row.sort)

    def _spoken(self, row: Row) -> str:
        return ", ".join(part for part in (row.hour, row.about, row.text) if part)

    def _take_strip(self) -> None:
        side = theme.px(10)
        self._strip.setContentsMargins(side, theme.px(8), side, theme.px(8))
