"""A panel in place of panes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme
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

    def begin(self, what: object) -> None:
        """Be opened, about something or about nothing in particular."""

    def refresh(self, seen: Seen) -> None:
        """Show the exercise as it is now; what was begun stays."""

    def left(self) -> None:
        """Be closed."""

    def first(self) -> QWidget:
        """Where the focus goes when it opens."""
        return self._close


class Column(QScrollArea):
    """A column that scrolls where it is too long."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        self.inside = QVBoxLayout(inside)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def _take_sizes(self) -> None:
        side = theme.px(16)
        self.inside.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self.inside.setSpacing(theme.px(8))
