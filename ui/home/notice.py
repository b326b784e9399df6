"""What went wrong, where one is looking: what happened, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from care_desktop.errors import UserError
from care_desktop.session.recovering import Recoverable
from ui import theme
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label


class Notice(QFrame):
    """The three sentences of an error, until somebody closes it or it is over.

    Where there is a copy to go on from, it is offered: ``taken`` says that somebody wants it.
    """

    taken = Signal(object)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.error: UserError | None = None
        self.setProperty("role", "pane")
        self._icon = IconLabel("triangle-alert", 20, "warn")
        self._happened = Label(weight=700)
        self._then = Label(tone="ink2")
        self.offer = Button("normal", "history", small=True)
        self.offer.clicked.connect(self._take)
        self._close = Button("quiet", "x", small=True)
        self._close.clicked.connect(self.clear)
        words = QVBoxLayout()
        words.addWidget(self._happened)
        words.addWidget(self._then)
        words.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        words.setSpacing(0)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(words, 1)
        self._line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)
        self.hide()

    def show_error(self, error: UserError) -> None:
        """Say what went wrong."""
        self.error = error
        self.retranslate()
        self.show()

    def clear(self) -> None:
        """Say nothing more."""
        self.error = None
        self.hide()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._close.alone(self._voice.say("home.close_notice"))
        self._say_offer()
        if self.error is not None:
            happened, safe, remedy = (self._voice.message(one) for one in self.error.messages)
            self._happened.setText(happened)
            self._then.setText(f"{safe} {remedy}")
            self.setAccessibleName(happened)
            self.setAccessibleDescription(f"{safe} {remedy}")

    def _say_offer(self) -> None:
        error = self.error
        self.offer.setVisible(isinstance(error, Recoverable))
        if isinstance(error, Recoverable):
            made = error.copy.made.astimezone()
            date = self._voice.day(made.date(), year=True)
            self.offer.setText(self._voice.say("home.from_copy", date=date, hour=f"{made:%H:%M}"))

    def _take(self) -> None:
        if isinstance(self.error, Recoverable):
            self.taken.emit(self.error.copy)

    def _take_sizes(self) -> None:
        self._line.setContentsMargins(theme.px(14), theme.px(12), theme.px(10), theme.px(12))
        self._line.setSpacing(theme.px(12))
