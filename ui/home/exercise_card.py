"""A scenario that can be prepared, as a card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.home.cards import Card
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label


class Told(QWidget):
    """An icon and a few words beside it."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(IconLabel(icon, 15, "ink2"))
        self._line.addWidget(Label("detail", "ink2", text=text, wrap=False))
        self._line.setSpacing(theme.px(5))


class ExerciseCard(QFrame):
    """What players may see of a scenario, how long, how many, how much; and the way to its preparation."""

    prepared = Signal(Path)

    def __init__(self, card: Card, voice: Voice, *, chip: str = "", primary: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        name, opening = voice.text(card.name), voice.text(card.opening)
        told = (
            ("users", voice.say("home.card_people", n=card.people)),
            ("clock", voice.duration(card.lasts)),
            ("mail", voice.say("home.card_stimuli", n=card.stimuli)),
        )
        self.button = Button("primary" if primary else "normal", text=voice.say("home.prepare"))
        self.button.setAccessibleName(voice.say("home.prepare_it", name=name))
        self.button.setAccessibleDescription(", ".join((opening, *(text for _, text in told))))
        self.button.clicked.connect(lambda: self.prepared.emit(card.path))
        self._head = QHBoxLayout()
        self._head.addWidget(Label("title", text=name, wrap=False))
        if chip:
            self._head.addWidget(Chip("acc", "check", chip))
        self._head.addStretch(1)
        self._told = QHBoxLayout()
        for icon, text in told:
            self._told.addWidget(Told(icon, text))
        self._told.addStretch(1)
        self._words = QVBoxLayout()
        self._words.addLayout(self._head)
        if opening:
            self._words.addWidget(Label(tone="ink2", text=opening))
        self._words.addLayout(self._told)
        self._line = QHBoxLayout(self)
        self._line.addLayout(self._words, 1)
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._take_sizes()

    def add_gesture(self, button: QWidget) -> None:
        """Put another gesture before that which prepares."""
        self._line.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_below(self, words: QWidget) -> None:
        """Put words below all that is told."""
        self._words.addWidget(words)

    def _take_sizes(self) -> None:
        self._head.setSpacing(theme.px(9))
        self._told.setSpacing(theme.px(16))
        self._words.setSpacing(theme.px(3))
        self._line.setContentsMargins(theme.px(15), theme.px(11), theme.px(15), theme.px(11))
        self._line.setSpacing(theme.px(16))
