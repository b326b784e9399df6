"""A card of the preparation: what is asked, and the answer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.text import Label


class AskedCard(QFrame):
    """A question as a title, at most one thing at its right, and below what answers it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.title = Label("title")
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self._head)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put ``widget`` at the right of the title."""
        self._head.addWidget(widget)

    def set_title(self, text: str) -> None:
        """Ask."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def _take_sizes(self) -> None:
        self.column.setContentsMargins(theme.px(15), theme.px(11), theme.px(15), theme.px(13))
        self.column.setSpacing(theme.px(8))
        self._head.setSpacing(theme.px(8))
