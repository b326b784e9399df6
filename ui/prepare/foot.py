"""The foot of the preparation: what is to be known before, and DEBEX."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui import theme
from ui.actions import Actions
from ui.voice import Voice
from ui.widgets.button import ActionButton, Button
from ui.widgets.pane import Rule
from ui.widgets.text import Label
from ui.widgets.tick import TickBox


class Foot(QFrame):
    """Always in sight, whatever the page is scrolled to."""

    def __init__(self, voice: Voice, actions: Actions, action: str, beside: str) -> None:
        super().__init__()
        self._voice = voice
        self.rehearsal = TickBox()
        self.back = Button("quiet")
        self.begin = ActionButton(actions, voice, action, "primary", "play", big=True)
        self._beside = ActionButton(actions, voice, beside, "primary", "play", big=True)
        self._beside.hide()
        self._said = Label("detail", "ink2")
        self._line = QHBoxLayout()
        self._line.addWidget(self.rehearsal)
        self._line.addWidget(self._said, 1)
        self._line.addWidget(self.back)
        self._line.addWidget(self.begin)
        self._line.addWidget(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(self._line)
        self.retranslate()
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def offer_beside(self, *, offered: bool) -> None:
        """Have the button say that it begins in another file, or that it begins."""
        self.begin.setVisible(not offered)
        self._beside.setVisible(offered)

    @property
    def ready(self) -> ActionButton:
        """The button that begins."""
        return self.begin if self._beside.isHidden() else self._beside

    def say(self, sentence: str) -> None:
        """Say what is to be known before DEBEX."""
        self._said.setText(sentence)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        say = self._voice.say
        self.rehearsal.set_words(say("prepare.rehearsal"), say("prepare.rehearsal_why"))
        self.back.setText(say("prepare.back"))

    def _take_sizes(self) -> None:
        self._line.setContentsMargins(theme.px(28), theme.px(12), theme.px(28), theme.px(12))
        self._line.setSpacing(theme.px(16))
