"""What is shown where there is nothing: a sentence, and one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label


class Empty(QWidget):
    """An empty state: icon and title where there is room for them, a sentence, at most one button."""

    def __init__(
        self, sentence: str, button: QWidget | None = None, *, icon: str = "", title: str = ""
    ) -> None:
        super().__init__()
        self._title = Label("section", text=title)
        self._sentence = Label("text", "ink2", text=sentence)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        if icon:
            self._column.addWidget(IconLabel(icon, 36, "ink3"), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(label)
        self._title.setVisible(bool(title))
        if button is not None:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def set_words(self, sentence: str, title: str = "") -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def _take_sizes(self) -> None:
        side = theme.px(20)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.px(8))
