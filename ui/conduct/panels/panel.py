"""A panel in place of panes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

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

    def draft(self) -> object:
        """What is filled in, in no language: the same panel in another one takes it up."""
        return None

    def take_up(self, draft: object) -> None:
        """Hold what was filled in before; called once, before it is opened."""

    def left(self) -> None:
        """Be closed."""

    def record(self) -> None:
        """What Enter does where a gesture says so."""

    def is_begun(self) -> bool:
        """Whether something is filled in and not sent: then Ctrl+Enter is about it, not about LANCER."""
        return False

    def submit(self) -> None:
        """Do what the main button says."""
        self.record()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on an option or a list does what it does in a line; on a button it does nothing."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            # A line has done it already, and may have closed the panel
            if self.isAncestorOf(focused or self) and not isinstance(focused, Button | QLineEdit):
                self.record()
            return
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and plain:
            self._scroll(-1 if event.key() == Qt.Key.Key_PageUp else 1)
            return
        super().keyPressEvent(event)

    def _scroll(self, pages: int) -> None:
        """Move what is longer than its room: the longest, where several parts are."""
        bars = [one.verticalScrollBar() for one in self.findChildren(QScrollArea) if one.isVisible()]
        longest = max(bars, key=lambda bar: bar.maximum(), default=None)
        if longest is not None:
            longest.setValue(longest.value() + pages * longest.pageStep())

    def first(self) -> QWidget:
        """Where the focus goes when it opens."""
        return self._close
