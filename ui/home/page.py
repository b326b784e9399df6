"""The page of the home: a title, what went wrong, the exercise to take up again, and two columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.text import ElidedLabel, Label

_SIDE = 28


class Page(QScrollArea):
    """A page that scrolls up and down, never sideways: ``title`` and ``subtitle``, then whatever is added."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = ElidedLabel("page")
        self.subtitle = Label(tone="ink2")
        self._words = QVBoxLayout()
        self._words.addWidget(self.title)
        self._words.addWidget(self.subtitle)
        self._head = QHBoxLayout()
        self._head.addLayout(self._words, 1)
        inside = QWidget()
        inside.setProperty("role", "page")
        self._column = QVBoxLayout(inside)
        self._column.addLayout(self._head)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)
        self.verticalScrollBar().rangeChanged.connect(self._take_sizes)

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` below all that is there."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put ``widget`` at the right of the title."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _take_sizes(self) -> None:
        side, bar = theme.px(_SIDE), self.verticalScrollBar()
        # The bar takes of the margin: what ends the lines of the page stays under one another
        right = side - bar.sizeHint().width() if bar.maximum() > 0 else side
        self._column.setContentsMargins(side, theme.px(20), right, theme.px(20))
        self._column.setSpacing(theme.px(16))
        self._words.setSpacing(theme.px(2))
        self._head.setSpacing(theme.px(12))
