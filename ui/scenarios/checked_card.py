"""A scenario of the shelf, and what its check says."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import Context
from ui.home.cards import Card
from ui.home.exercise_card import ExerciseCard
from ui.tasks import Task
from ui.widgets.button import Button
from ui.widgets.text import Label


class _Finding(Struct):
    severity: str = ""
    message: str = ""
    line: int = 0


class _Checked(Struct):
    findings: tuple[_Finding, ...] = ()


class CheckedCard(QWidget):
    """The card that prepares, and in it the check, which runs in a process of its own."""

    prepared = Signal(object)

    def __init__(self, card: Card, context: Context) -> None:
        super().__init__()
        self._context, self._path = context, card.path
        self._task: Task | None = None
        shown = ExerciseCard(card, context.voice)
        shown.prepared.connect(self.prepared)
        self.check = Button("quiet", "list-checks", text=context.voice.say("scenarios.check"))
        self.check.setAccessibleName(
            context.voice.say("scenarios.check_it", name=context.voice.text(card.name))
        )
        self.check.clicked.connect(self._check)
        self.said = Label("detail", "ink2")
        self.said.hide()
        shown.add_gesture(self.check)
        shown.add_below(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(shown)

    def _check(self) -> None:
        say = self._context.voice.say
        self.check.setEnabled(False)
        self.said.show()
        self.said.setText(say("scenarios.checking"))
        self._task = self._context.tasks.run(
            ["check", str(self._path), "--json", "--lang", self._context.voice.language]
        )
        # A method of its own: Qt lets go of it when the card goes before the check is done
        self._task.done.connect(self._show)

    def _show(self, _code: int) -> None:
        say, task = self._context.voice.say, self._task
        if task is None:
            return
        self.check.setEnabled(True)
        try:
            checked = msgspec.json.decode("\n".join(task.said), type=_Checked)
        except msgspec.DecodeError:
            self.said.setText(" ".join(task.said) or say("scenarios.not_checked"))
            return
        told = [f"{one.message}" for one in checked.findings[:2]]
        count = say("scenarios.findings", n=len(checked.findings))
        self.said.setText(" · ".join([count, *told]) if checked.findings else say("scenarios.sound"))
