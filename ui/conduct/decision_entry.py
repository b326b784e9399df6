"""A decision as it stands in its pane."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui import theme
from ui.conduct.decision_rows import Row, Stage
from ui.conduct.signs import HOWS, STAGES
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.pane import Rule
from ui.widgets.text import ElidedLabel, Label

_GESTURES = {
    "default": "conduct.expired_default",
    "let_run": "conduct.expired_let_run",
    "withdraw": "conduct.expired_withdraw",
}
"""What can be done once a limit has passed; nothing is applied in silence."""


class DecisionEntry(QFrame):
    """Code, state, since when; what is asked or was decided; what can be done, in words."""

    wanted = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._voice = voice
        self._code = Label("text", weight=700, wrap=False)
        self._chip, self._how = Chip(), Chip()
        self._when = ElidedLabel("detail", "ink2", tabular=True)
        self._title = Label("text", weight=600)
        self._detail = Label("detail", "ink2", tabular=True)
        self._write = Button(small=False)
        self._write.clicked.connect(lambda: self.wanted.emit("write"))
        self._gestures = {name: Button(small=True) for name in _GESTURES}
        for name, button in self._gestures.items():
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
        self._lay_out()
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def show_row(self, row: Row) -> None:
        """Show how a decision stands."""
        say = self._voice.say
        self._code.setText(row.code)
        self._code.setVisible(bool(row.code))
        sign = STAGES[row.stage]
        self._chip.show_state(sign.tone, sign.icon, say(sign.word))
        how = None if row.how is None else HOWS[row.how]
        self._how.setVisible(how is not None)
        if how is not None:
            self._how.show_state(how.tone, how.icon, say(how.word), outline=True)
        self._when.setText(row.when)
        self._title.setText(row.title)
        self._title.set_weight(600 if row.is_open else 400)
        self._detail.setText(row.detail)
        self._detail.setVisible(bool(row.detail) and row.stage is not Stage.TAKEN)
        self._write.setVisible(row.is_open or (row.stage is Stage.TAKEN and row.decision is not None))
        self._write.setText(say("conduct.write_down" if row.is_open else "conduct.revise"))
        self._write.set_kind("normal" if row.is_open else "quiet")
        self._write.setAccessibleName(f"{self._write.words()}, {row.code} {row.title}")
        for name, button in self._gestures.items():
            button.setVisible(row.expired)
            button.setText(say(_GESTURES[name]))
        self.setAccessibleName(", ".join(filter(None, (row.code, say(sign.word), row.when, row.title))))

    def _lay_out(self) -> None:
        self._first = QHBoxLayout()
        for widget in (self._code, self._chip, self._how):
            self._first.addWidget(widget)
        self._first.addWidget(self._when, 1)
        self._last = QHBoxLayout()
        for button in self._gestures.values():
            self._last.addWidget(button)
        self._last.addStretch(1)
        self._words = QVBoxLayout()
        self._words.addLayout(self._first)
        self._words.addWidget(self._title)
        self._words.addWidget(self._detail)
        self._words.addLayout(self._last)
        self._row = QHBoxLayout()
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._write, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(Rule())

    def _take_sizes(self) -> None:
        side = theme.px(12)
        self._row.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self._row.setSpacing(side)
        self._first.setSpacing(theme.px(8))
        self._last.setSpacing(theme.px(6))
        self._words.setSpacing(theme.px(2))
