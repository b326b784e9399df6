"""A grave gesture in two steps, in the window itself: what it does, then do it or leave it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout

from ui import theme
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label
from ui.widgets.way_back import WayBack

_HEIGHT = 48


class AskStrip(QFrame):
    """Stands between band and panes as long as it asks; Escape is « no »."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._do: Callable[[], None] | None = None
        self._asked = ("", "")
        self._back = WayBack()
        self.setProperty("role", "banner")
        self.setProperty("tone", "warn")
        self._sentence = Label("text", "warn", weight=500)
        self.yes, self.no = Button("primary"), Button()
        self.yes.clicked.connect(self._confirm)
        self.no.clicked.connect(self.leave)
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconLabel("octagon-alert", 18, "warn"))
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self.no)
        self._row.addWidget(self.yes)
        self.hide()
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def ask(self, sentence: str, yes: str, do: Callable[[], None]) -> None:
        """Ask; the focus stands on « no », so that no key in passing says yes."""
        self._do, self._asked = do, (sentence, yes)
        self._back.remember(QApplication.focusWidget())
        self.retranslate()
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Ask in the language of now."""
        if self._do is None:
            return
        sentence, yes = self._asked
        self._sentence.setText(self._voice.say(sentence))
        self.setAccessibleName(self._sentence.text())
        self.yes.setText(self._voice.say(yes))
        self.no.setText(self._voice.say("conduct.leave_it"))
        self.no.set_key(self._voice.key("Esc"))

    def leave(self) -> None:
        """Do nothing; the focus goes back."""
        self._do = None
        self.hide()
        self._back.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is « no »."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _confirm(self) -> None:
        do = self._do
        self.leave()
        if do is not None:
            do()

    def _take_sizes(self) -> None:
        self._row.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6))
        self._row.setSpacing(theme.px(10))
        self.setMinimumHeight(theme.px(_HEIGHT))
