"""*Arrivées et départs*: which function is there, and who decides in each cell."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from care_desktop.exercise.commands import HandOver, NoteArrival, NoteDeparture
from care_desktop.scenario.ids import CellId, FunctionId
from ui import theme
from ui.conduct.console import Console
from ui.conduct.names import cell_named, hour_after_day
from ui.conduct.panels.panel import Panel
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.widgets.field import Captioned, Choice
from ui.widgets.text import Label
from ui.widgets.tick import TickBox

_CAPTION = 60


class PresencePanel(Panel):
    """A column a cell: who decides there, then rows that stand level: tick who arrives, untick who leaves."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "users")
        self.set_title(self.voice.say("action.conduct.presence"))
        self._grid = QGridLayout()
        self._boxes: dict[tuple[CellId, FunctionId], TickBox] = {}
        self._deciders: dict[CellId, Choice] = {}
        page = Column(side=16)
        page.inside.addLayout(self._grid)
        page.inside.addStretch(1)
        self.set_body(page)
        theme.signals.changed.connect(self._take_widths)
        self._take_widths()

    def begin(self, _what: object) -> None:
        """Make the columns."""
        seen = self.console.seen
        if seen is None or self._deciders:
            return
        cells = [cell.id for cell in seen.index.script.cells]
        for column, cell in enumerate(cells):
            self._grid.setColumnStretch(column, 1)
            self._add_cell(seen, cell, column)

    def refresh(self, seen: Seen) -> None:
        """Show who is there now."""
        for (cell, function), box in self._boxes.items():
            there = seen.view.presence.get(function)
            with QSignalBlocker(box):
                box.setChecked(there is not None and there.cell == cell)
            name = self.voice.text(seen.index.functions[function].name)
            box.set_words(name, self._where(seen, cell, function))
        for cell, choice in self._deciders.items():
            choice.choose(seen.view.authority.get(cell, ""))

    def first(self) -> QWidget:
        """The first function."""
        return next(iter(self._boxes.values()), super().first())

    def _where(self, seen: Seen, cell: CellId, function: FunctionId) -> str:
        there, say = seen.view.presence.get(function), self.voice.say
        if there is None:
            return ""
        if there.cell != cell:
            return say("conduct.there_in", cell=cell_named(seen, there.cell))
        return say("conduct.there_since", hour=hour_after_day(seen, seen.view.line.story_at(there.since)))

    def _add_cell(self, seen: Seen, cell: CellId, column: int) -> None:
        say = self.voice.say
        self._grid.addWidget(Label("text", text=cell_named(seen, cell), weight=700), 0, column)
        named = [("", say("conduct.not_said"))]
        for row, function in enumerate(seen.index.cells[cell].functions, start=2):
            box = TickBox(keeps_line=True)
            box.toggled.connect(partial(self._note, cell, function))
            self._grid.addWidget(box, row, column, Qt.AlignmentFlag.AlignTop)
            self._boxes[cell, function] = box
            named.append((function, self.voice.text(seen.index.functions[function].name)))
        decider = Choice(named)
        decider.chosen.connect(partial(self._hand_over, cell))
        self._deciders[cell] = decider
        self._grid.addWidget(Captioned(say("conduct.decides_here"), decider, before=_CAPTION), 1, column)

    def _note(self, cell: CellId, function: FunctionId, there: bool) -> None:
        self.console.send(NoteArrival(function, cell) if there else NoteDeparture(function))

    def _hand_over(self, cell: CellId, function: str) -> None:
        if function:
            self.console.send(HandOver(cell, FunctionId(function)))

    def _take_widths(self) -> None:
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setRowMinimumHeight(1, theme.px(48))
