"""« À surveiller » as a pane: a few remarks, never a reproach."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from care_desktop.exercise.commands import MeetDuty
from ui import theme
from ui.conduct.console import Console
from ui.conduct.runs import Run, RunsLabel
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.conduct.watch_rows import Row, Sort, Traces, rows
from ui.widgets.button import Button
from ui.widgets.pane import IconLabel, Pane
from ui.widgets.text import Label


class WatchPane(Pane):
    """Cells without a trace, duties that are not done so far."""

    def __init__(self, console: Console) -> None:
        super().__init__("eye")
        self._console, self._voice = console, console.context.voice
        self._traces = Traces()
        self._shown: list[Row] | None = None
        self._remarks: list[_Remark] = []
        column = Column(side=12, spacing=8)
        self._remarks_column = column.inside
        self._nothing = Label("text", "ink2")
        self._remarks_column.addWidget(self._nothing)
        self._remarks_column.addStretch(1)
        self.set_body(column)
        self.retranslate()

    def refresh(self, seen: Seen) -> None:
        """Look again; remarks that are as they were are left alone."""
        shown = rows(seen, self._traces.follow(seen))
        if shown == self._shown:
            return
        self._shown = shown
        while len(self._remarks) > len(shown):
            remark = self._remarks.pop()
            self._remarks_column.removeWidget(remark)
            remark.hide()
            remark.deleteLater()
        while len(self._remarks) < len(shown):
            remark = _Remark(self._console)
            self._remarks_column.insertWidget(self._remarks_column.count() - 1, remark)
            self._remarks.append(remark)
        for remark, row in zip(self._remarks, shown, strict=True):
            remark.show_row(row)
        self._nothing.setVisible(not shown)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.set_title(self._voice.say("conduct.to_watch"))
        self._nothing.setText(self._voice.say("conduct.nothing_to_watch"))
        self._shown = None
        seen = self._console.seen
        if seen is not None:
            self.refresh(seen)


class _Remark(QWidget):
    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._duty = ""
        self._icon = IconLabel("hourglass", 18)
        self._words = RunsLabel()
        self._done = Button("quiet", small=True)
        self._done.clicked.connect(self._meet)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._done, 0, Qt.AlignmentFlag.AlignTop)

    def show_row(self, row: Row) -> None:
        """Show a remark."""
        is_duty = row.sort is Sort.DUTY
        self._duty = row.of if is_duty else ""
        self._icon.show_icon("phone-call" if is_duty else "hourglass", "warn" if row.presses else "ink2")
        rest = Run(row.text, 700) if row.presses else Run(row.text, 400, "ink2")
        self._words.show_runs(Run(f"{row.name}, ", 500 if is_duty else 400), rest)
        self._done.setVisible(is_duty)
        self._done.setText(self._console.context.voice.say("conduct.note_done"))
        self._done.setAccessibleName(f"{self._done.words()}, {row.name}")
        self._row.setSpacing(theme.px(8))

    def _meet(self) -> None:
        if self._duty:
            self._console.send(MeetDuty(self._duty))
