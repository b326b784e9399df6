"""The exercise that is open or stands in its middle: what happened, what is safe, the way back into it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.home.past import Standing
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label

_BAR, _RADIUS = 5, 10
_ENOUGH = 700


class ResumeCard(QWidget):
    """First on the page while there is one; its button is the only primary one."""

    resumed = Signal(str)
    looked_at = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.shown: Standing | None = None
        self._icon = IconLabel("history", 28, "acc")
        self._title = Label("section")
        self._body = Label(tone="ink2")
        self._journal = Button("quiet")
        self.button = Button("primary", big=True)
        self._journal.clicked.connect(lambda: self._tell(self.looked_at))
        self.button.clicked.connect(lambda: self._tell(self.resumed))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._body)
        self._told = QHBoxLayout()
        self._told.addWidget(self._icon)
        self._told.addLayout(words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for button in (self._journal, self.button):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addLayout(self._told, 1)
        self._box.addLayout(self._buttons)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)
        self.hide()

    def show_standing(self, shown: Standing | None) -> None:
        """Tell of another exercise, or of none."""
        self.shown = shown
        if shown is not None:
            self._title.setText(shown.title)
            self._body.setText(shown.body)
            self.setAccessibleName(shown.title)
            self.setAccessibleDescription(shown.body)
            self.button.setAccessibleDescription(shown.title)
            self._journal.setAccessibleDescription(shown.title)
            self._icon.show_icon("circle-play" if shown.is_open else "history", "acc")
            self._journal.setVisible(not shown.is_open)
            self._say_button()
        self.setVisible(shown is not None)

    def retranslate(self) -> None:
        """Say the buttons in the language in force."""
        self._journal.setText(self._voice.say("home.see_journal"))
        self._say_button()

    def _say_button(self) -> None:
        is_open = self.shown is not None and self.shown.is_open
        self.button.setText(self._voice.say("home.back_to_it" if is_open else "home.resume"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is little room beside them."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = self.width() < theme.px(_ENOUGH)
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, its outline, and the bar at its left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(1)
        inner = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        outline = QPainterPath()
        outline.addRoundedRect(inner, theme.px(_RADIUS), theme.px(_RADIUS))
        painter.fillPath(outline, theme.color("panel"))
        bar = QPainterPath()
        bar.addRect(QRectF(0, 0, theme.px(_BAR), self.height()))
        painter.fillPath(outline & bar, theme.color("acc"))
        painter.setPen(QPen(theme.color("acc"), width))
        painter.drawPath(outline)

    def _tell(self, signal: SignalInstance) -> None:
        if self.shown is not None:
            signal.emit(self.shown.entry.exercise)

    def _take_sizes(self) -> None:
        self._box.setContentsMargins(theme.px(20), theme.px(14), theme.px(16), theme.px(14))
        for layout in (self._box, self._told, self._buttons):
            layout.setSpacing(theme.px(18))
        self.updateGeometry()
