"""*Arrivées et départs*: which function is there, and who decides in each cell."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QWidget

from care_desktop.exercise.commands import HandOver, NoteArrival, NoteDeparture
from care_desktop.scenario.ids import CellId, FunctionId
from ui import theme
from ui.conduct.console import Console
from ui.conduct.panels.panel import Panel
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.widgets.field import Captioned, Choice
from ui.widgets.text import Label
from ui.widgets.tick import TickBox


class PresencePanel(Panel):
    """A column a cell: tick who arrives, untick who leaves."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "users")
        self.set_title(self.voice.say("action.conduct.presence"))
        self._row = QHBoxLayout()
        self._boxes: dict[tuple[CellId, FunctionId], TickBox] = {}
        self._deciders: dict[CellId, Choice] = {}
        self.body.addLayout(self._row, 1)
        theme.signals.changed.connect(self._take_widths)
        self._take_widths()

    def begin(self, _what: object) -> None:
        """Make the columns."""
        seen = self.console.seen
        if seen is not None and not self._deciders:
            for cell in seen.index.script.cells:
                self._row.addWidget(self._cell_column(seen, cell.id), 1)

    def refresh(self, seen: Seen) -> None:
        """Show who is there now."""
        for (cell, function), box in self._boxes.items():
            there = seen.view.presence.get(function)
            with QSignalBlocker(box):
                box.setChecked(there is not None and there.cell == cell)
            since = "" if there is None else self.voice.hour(seen.view.line.story_at(there.since))
            here = there is not None and there.cell == cell
            text = self.voice.text(seen.index.functions[function].name)
            box.set_words(text, self.voice.say("conduct.there_since", hour=since) if here else "")
        for cell, choice in self._deciders.items():
            choice.choose(seen.view.authority.get(cell, ""))

    def first(self) -> QWidget:
        """The first function."""
        return next(iter(self._boxes.values()), super().first())

    def _cell_column(self, seen: Seen, cell: CellId) -> Column:
        column = Column(side=0, spacing=8)
        say = self.voice.say
        column.inside.addWidget(Label("text", text=self.voice.text(seen.index.cells[cell].name), weight=700))
        named = [("", say("conduct.not_said"))]
        for function in seen.index.cells[cell].functions:
            box = TickBox()
            box.toggled.connect(partial(self._note, cell, function))
            column.inside.addWidget(box)
            self._boxes[cell, function] = box
            named.append((function, self.voice.text(seen.index.functions[function].name)))
        decider = Choice(named)
        decider.chosen.connect(partial(self._hand_over, cell))
        self._deciders[cell] = decider
        column.inside.addWidget(Captioned(say("conduct.decides_here"), decider))
        column.inside.addStretch(1)
        return column

    def _note(self, cell: CellId, function: FunctionId, there: bool) -> None:
        self.console.send(NoteArrival(function, cell) if there else NoteDeparture(function))

    def _hand_over(self, cell: CellId, function: str) -> None:
        if function:
            self.console.send(HandOver(cell, FunctionId(function)))

    def _take_widths(self) -> None:
        side = theme.px(16)
        self._row.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._row.setSpacing(side)
