"""The exercises of before, the most recent first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.home.past import Act, Row
from ui.home.recent_row import MissingRow, RecentRow
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.pane import Rule
from ui.widgets.text import Label

FIRST = 6


class RecentsList(QWidget):
    """A title and the rows; before the first exercise, one sentence."""

    chosen = Signal(str, Act)
    located = Signal(str)
    forgotten = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._rows: tuple[Row, ...] = ()
        self._all = False
        self._shown: tuple[object, ...] = ()
        self._title = Label("section")
        self._empty = Label(tone="ink2")
        self._frame = QFrame()
        self._frame.setProperty("role", "pane")
        self._list = QVBoxLayout(self._frame)
        self._list.setSpacing(0)
        self._more = Button("quiet", small=True)
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._frame, self._empty):
            self._column.addWidget(widget)
        self._column.addWidget(self._more)
        self._column.addStretch(1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these exercises."""
        self._rows = tuple(rows)
        shows = (self._rows, self._all, self._voice.language, theme.current())
        if shows == self._shown:  # a row that is made anew slips away under a finger
            return
        self._shown = shows
        border = theme.px(1)
        self._list.setContentsMargins(border, border, border, border)
        self._column.setSpacing(theme.px(12))
        self._title.setText(self._voice.say("home.recents"))
        self._empty.setText(self._voice.say("home.no_recent"))
        self._empty.setVisible(not rows)
        self._frame.setVisible(bool(rows))
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._rows if self._all else self._rows[:FIRST]
        for number, row in enumerate(shown):
            if number:
                self._list.addWidget(Rule())
            self._list.addWidget(self._made(row))
        self._more.setVisible(len(shown) < len(self._rows))
        self._more.setText(self._voice.say("home.see_all", n=len(self._rows)))

    def _made(self, row: Row) -> QWidget:
        if row.act is Act.NOTHING:
            missing = MissingRow(row, self._voice)
            missing.located.connect(self.located)
            missing.forgotten.connect(self.forgotten)
            return missing
        made = RecentRow(row)
        made.clicked.connect(lambda: self.chosen.emit(row.entry.exercise, row.act))
        return made

    def _show_all(self) -> None:
        self._all = True
        self.show_rows(self._rows)
