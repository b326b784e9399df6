"""A panel in place of panes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.conduct.console import Console
from ui.conduct.seen import Seen
from ui.widgets.button import Button
from ui.widgets.pane import Pane


class Panel(Pane):
    """An outlined pane with *Fermer Échap*. It keeps what was begun until it is sent or another is opened."""

    closed = Signal()

    def __init__(self, console: Console, icon: str) -> None:
        super().__init__(icon, opened=True)
        self.console, self.voice = console, console.context.voice
        self._close = Button("quiet", small=True)
        self._close.clicked.connect(self.closed)
        self.set_action(self._close)
        self._close.setText(self.voice.say("conduct.close"))
        self._close.set_key(self.voice.key("Esc"))

    def add_before_close(self, *widgets: QWidget) -> None:
        """Put widgets in the header, before the button that closes."""
        self._line.removeWidget(self._close)
        self.set_action(*widgets, self._close)

    def begin(self, what: object) -> None:
        """Be opened, about something or about nothing in particular."""

    def refresh(self, seen: Seen) -> None:
        """Show the exercise as it is now; what was begun stays."""

    def left(self) -> None:
        """Be closed."""

    def record(self) -> None:
        """What Enter does where a gesture says so."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on an option or a list does what it does in a line; on a button it does nothing."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            # A line has done it already, and may have closed the panel
            if self.isAncestorOf(focused or self) and not isinstance(focused, Button | QLineEdit):
                self.record()
            return
        super().keyPressEvent(event)

    def first(self) -> QWidget:
        """Where the focus goes when it opens."""
        return self._close
