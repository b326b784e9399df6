"""The band of the page: that it is an exercise, its name, how far it is, and the one clock."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from care_desktop.scenario.time import StoryMs
from ui import theme
from ui.alone.story import progress
from ui.alone.telling import hour_in_words
from ui.conduct.seen import Seen
from ui.voice import Voice
from ui.widgets.text import ElidedLabel, Label

_DASH, _GAP = 26, 6


class Dashes(QWidget):
    """How far it is, as dashes; the words beside them say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._done = self._all = 1

    def show_progress(self, done: int, every: int) -> None:
        """Show so many of so many."""
        self._done, self._all = done, every
        self.setFixedSize(theme.px((_DASH + _GAP) * every), theme.px(8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashes, those that are done filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = self.height()
        for place in range(self._all):
            painter.setBrush(theme.color("go" if place < self._done else "stageL"))
            box = QRectF(theme.px((_DASH + _GAP) * place), 0, theme.px(_DASH), high)
            painter.drawRoundedRect(box, high / 2, high / 2)


class AloneBand(QFrame):
    """*EXERCICE*, a name, « 3 sur 9 », an hour of the story."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.setProperty("role", "stage")
        self._voice = voice
        self._sign = Label("section", "sink", wrap=False)
        self._name = ElidedLabel("section", "sink2", weight=400)
        self._dashes = Dashes()
        self._far = Label("text", "sink2", tabular=True, wrap=False)
        self.hour = Label("clock", "sink", tabular=True, wrap=False)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._sign)
        self._line.addWidget(self._name, 1)
        for part in (self._dashes, self._far, self.hour):
            self._line.addWidget(part)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def refresh(self, seen: Seen, hour: StoryMs) -> None:
        """Show how far it is, and the hour of what is on the page: it stands still while they talk."""
        done, every = progress(seen, hour)
        self._sign.setText(self._voice.say("alone.exercise"))
        self._name.setText(self._voice.text(seen.index.script.name))
        self._dashes.show_progress(done, every)
        self._far.setText(self._voice.say("alone.progress", n=done, all=every))
        self.hour.setText(hour_in_words(seen, hour))

    def _take_sizes(self) -> None:
        self._line.setContentsMargins(theme.px(28), theme.px(12), theme.px(28), theme.px(12))
        self._line.setSpacing(theme.px(16))
