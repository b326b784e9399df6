"""Who is there: a box for each function, by cell. None is required."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from care_desktop.language import Language
from care_desktop.scenario.ids import FunctionId
from ui import theme
from ui.prepare.card import AskedCard
from ui.prepare.plan import CellAsked
from ui.voice import Voice
from ui.widgets.text import Label
from ui.widgets.tick import TickBox


class Presence(AskedCard):
    """The functions that sit at the table when it begins; others may come later."""

    changed = Signal()

    def __init__(self, voice: Voice, present: frozenset[FunctionId]) -> None:
        super().__init__()
        self._voice = voice
        self._kept = present
        self._cells: tuple[CellAsked, ...] = ()
        self._asked: tuple[tuple[CellAsked, ...], Language] | None = None
        self._boxes: dict[FunctionId, TickBox] = {}
        self._labels: list[Label] = []
        self._remark = Label("detail", "ink2")
        self.column.addWidget(self._remark)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.retranslate()

    @property
    def present(self) -> frozenset[FunctionId]:
        """The functions that are ticked."""
        return frozenset(function for function, box in self._boxes.items() if box.isChecked())

    @property
    def to_keep(self) -> frozenset[FunctionId]:
        """What to tick the next time: also functions that other scenarios ask for."""
        return (self._kept - self._boxes.keys()) | self.present

    def show_cells(self, cells: Sequence[CellAsked]) -> None:
        """Ask for the functions of these cells; what is ticked stays so."""
        if (asked := (tuple(cells), self._voice.language)) == self._asked:
            return
        self._asked = asked
        kept = self.to_keep
        self._kept, self._cells = kept, tuple(cells)
        for widget in (*self._labels, *self._boxes.values()):
            widget.hide()
            widget.deleteLater()
        self._labels, self._boxes = [], {}
        for cell in self._cells:
            label = Label("detail", "ink2", text=self._voice.text(cell.name), weight=600)
            self._labels.append(label)
            label.setContentsMargins(0, theme.px(6), 0, theme.px(2))
            self._list.addWidget(label)
            for one in cell.functions:
                box = TickBox(self._voice.text(one.name))
                box.setChecked(one.function in kept)
                box.toggled.connect(self.changed)
                self._boxes[one.function] = box
                self._list.addWidget(box)

    def remark(self, sentence: str) -> None:
        """Say what may be missing in the room."""
        self._remark.setText(sentence)
        self._remark.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.set_title(self._voice.say("prepare.presence"))
        self.show_cells(self._cells)
