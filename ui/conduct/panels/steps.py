"""The steps of the recovery: begin one, put it down, have care staff confirm what it brought back."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.exercise.commands import AbandonStep, BeginStep, Command, PauseStep, ValidateCare
from care_desktop.scenario.ids import StepId
from ui import theme
from ui.conduct.console import Console
from ui.conduct.names import joined, service_named
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.conduct.signs import PLACES
from ui.conduct.step_rows import Place, Row, rows
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.pane import Rule
from ui.widgets.text import Label, tip


class Steps(Column):
    """One entry a step, in the order of the script."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._entries: dict[StepId, _Entry] = {}
        self.inside.addStretch(1)

    def refresh(self, seen: Seen) -> None:
        """Show where each step stands."""
        for place, row in enumerate(rows(seen)):
            entry = self._entries.get(row.step)
            if entry is None:
                entry = self._entries[row.step] = _Entry(self._console)
                self.inside.insertWidget(place, entry)
            entry.show_row(seen, row)

    def first(self) -> QWidget:
        """The first gesture that can be made."""
        for entry in self._entries.values():
            for button in (entry.begin, entry.pause, entry.confirm):
                if button.isVisibleTo(self) and button.isEnabled():
                    return button
        return self


class _Entry(QWidget):
    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._voice = console, console.context.voice
        self._row: Row | None = None
        self._told = ""
        say = self._voice.say
        self._name, self._detail = Label("text", weight=500), Label("detail", "ink2", tabular=True)
        self._brings = Label("detail", "work", weight=500)
        self._chip = Chip()
        self.begin, self.pause = (
            Button(text=say("conduct.step_begin")),
            Button(text=say("conduct.step_pause")),
        )
        self.abandon = Button("quiet", text=say("conduct.step_abandon"))
        self.confirm = Button(text=say("conduct.step_confirm"), icon="badge-check")
        self.begin.clicked.connect(partial(self._send, BeginStep))
        self.pause.clicked.connect(partial(self._send, PauseStep))
        self.abandon.clicked.connect(partial(self._send, AbandonStep))
        self.confirm.clicked.connect(self._validate)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._brings)
        words.addWidget(self._detail)
        self._line = QHBoxLayout()
        self._line.addLayout(words, 1)
        self._line.addWidget(self._chip)
        for button in (self.abandon, self.pause, self.begin, self.confirm):
            self._line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addWidget(Rule())
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def show_row(self, seen: Seen, row: Row) -> None:
        """Show where a step stands, and why it cannot begin."""
        if row != self._row:
            self._row = row
            self._name.setText(row.name)
            self._brings.setText(self._brought(seen, row))
            self._brings.setVisible(bool(row.brings_back))
            part = self._voice.say("window.percent", n=row.done // 10) if 0 < row.done < 1000 else ""
            self._told = joined(row.track, row.team, row.effort, row.detail, part)
            sign = PLACES[row.place]
            self._chip.show_state(sign.tone, sign.icon, self._voice.say(sign.word))
            self.begin.setText(
                self._voice.say("conduct.step_take_up" if row.place is Place.PAUSED else "conduct.step_begin")
            )
            for button in (self.begin, self.pause, self.abandon, self.confirm):
                button.setAccessibleName(f"{button.words()}, {row.name}")
        under_way = row.place is Place.UNDER_WAY
        self.pause.setVisible(under_way)
        self.abandon.setVisible(under_way or row.place is Place.PAUSED)
        self.confirm.setVisible(bool(row.validates))
        self.begin.setVisible(row.place not in (Place.UNDER_WAY, Place.DONE))
        refusal = self._console.refusal(BeginStep(row.step))
        self.begin.setEnabled(refusal is None)
        why = "" if refusal is None else self._voice.message(refusal, seen.index)
        tip(self.begin, why)
        # What is ready and cannot begin says why; what waits has said it
        kept = row.place in (Place.READY, Place.PAUSED, Place.ABANDONED) and not row.detail.strip()
        self._detail.setText(joined(self._told, why if kept else ""))

    def _brought(self, seen: Seen, row: Row) -> str:
        names = ", ".join(service_named(seen, service) for service in row.brings_back)
        return self._voice.say("conduct.step_brings", services=names)

    def _send(self, command: type[BeginStep | PauseStep | AbandonStep]) -> None:
        if self._row is not None:
            self._console.send(command(self._row.step))

    def _validate(self) -> None:
        seen = self._console.seen
        if self._row is None or seen is None:
            return
        by = seen.index.steps[self._row.step].validated_by
        confirmed: list[Command] = [ValidateCare(service, by) for service in self._row.validates]
        for command in confirmed:
            self._console.send(command)

    def _take_sizes(self) -> None:
        side = theme.px(12)
        self._line.setContentsMargins(side, theme.px(6), side, theme.px(6))
        self._line.setSpacing(theme.px(8))
