"""The replay: back, play, where we are, and how services stood then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from ui import theme
from ui.review.signs import SIGNS
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.text import ElidedLabel, Label

if TYPE_CHECKING:
    from ui.review.standing import Standing
    from ui.voice import Voice

_SECOND = 1000
_TICK_MS = 100
SPEED = 60
"""Played back, a minute of the exercise lasts a second."""


class ReplayBar(QWidget):
    """A place in play time; ``moved`` tells it in milliseconds whenever it changes."""

    moved = Signal(int)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._end = self._instant = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.step)
        self.back = Button(icon="skip-back")
        self.play = Button(icon="play")
        self._now, self._total = Label(weight=700, tabular=True), Label(tone="ink2", tabular=True)
        self.slider = PlaySlider()
        self._told = ElidedLabel("detail", "ink2")
        self._chips = {condition: Chip() for condition in SIGNS}
        self._build()
        self.back.clicked.connect(lambda: self.seek(0))
        self.play.clicked.connect(self.toggle)
        self.slider.valueChanged.connect(lambda second: self.seek(second * _SECOND))
        self.retranslate()
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def set_end(self, end: int) -> None:
        """Take the length of an exercise."""
        self._end = end
        self.slider.setRange(0, -(-end // _SECOND))
        self._total.setText(self._voice.play(end))

    def seek(self, play: int) -> None:
        """Go to a play time, to the millisecond: what happened at it has happened."""
        self._go(min(play, self._end))

    @property
    def instant(self) -> int:
        """The play time that is shown."""
        return self._instant

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Go on by itself, from the beginning if it was at the end; or stop."""
        if self._timer.isActive():
            self.stop()
            return
        if self.instant >= self._end:
            self.seek(0)
        self._timer.start()
        self._name_play()

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()
        self._name_play()

    def step(self) -> None:
        """Go on by a tick of the replay."""
        self.seek(self.instant + _TICK_MS * SPEED)
        if self.instant >= self._end:
            self.stop()

    def show_standing(self, standing: Standing, told: str) -> None:
        """Say how services stood at the instant."""
        self._told.setText(told)
        counts = dict(standing.counts)
        for condition, chip in self._chips.items():
            tone, icon, key = SIGNS[condition]
            number = counts.get(condition, 0)
            chip.setVisible(number > 0)
            chip.show_state(
                tone, icon, self._voice.say("review.counted", n=number, state=self._voice.say(key))
            )

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.back.alone(self._voice.say("review.to_start"))
        self.slider.setAccessibleName(self._voice.say("review.instant"))
        self._total.setText(self._voice.play(self._end))
        self._name_play()

    def _name_play(self) -> None:
        going = self._timer.isActive()
        self.play.set_icon("pause" if going else "play")
        self.play.alone(self._voice.say("action.review.pause" if going else "action.review.play"))

    def _go(self, instant: int) -> None:
        if instant == self._instant:
            return
        self._instant = instant
        with QSignalBlocker(self.slider):
            self.slider.setValue(instant // _SECOND)
        said = self._voice.play(self.instant)
        self._now.setText(said)
        self.slider.setAccessibleDescription(said)
        self.moved.emit(self.instant)

    def _build(self) -> None:
        self._now.setText(self._voice.play(0))
        self._state, self._bar = QHBoxLayout(), QHBoxLayout()
        for chip in self._chips.values():
            chip.hide()
            self._state.addWidget(chip)
        self._state.addWidget(self._told, 1)
        for widget in (self.back, self.play, self._now):
            self._bar.addWidget(widget)
        self._bar.addWidget(self.slider, 1)
        self._bar.addWidget(self._total)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._state)
        self._column.addLayout(self._bar)

    def _take_sizes(self) -> None:
        self._column.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(10))
        self._column.setSpacing(theme.px(8))
        for row in (self._state, self._bar):
            row.setSpacing(theme.px(10))


class PlaySlider(QSlider):
    """A slider that goes where it is clicked."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSingleStep(10)
        self.setPageStep(300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("radius", 6)

    def sizeHint(self) -> QSize:
        """Be high enough to be hit."""
        return QSize(theme.px(200), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Be content with little width."""
        return QSize(theme.px(80), theme.px(28))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where it is."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, thick, middle = theme.px(9), theme.px(6), self.height() / 2
        at = self._place()
        whole = QRectF(radius, middle - thick / 2, self.width() - 2 * radius, thick)
        painter.setPen(QPen(theme.color("ctl"), theme.px(1)) if theme.is_contrast() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("panel" if theme.is_contrast() else "line"))
        painter.drawRoundedRect(whole, thick / 2, thick / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("acc"))
        whole.setRight(at)
        painter.drawRoundedRect(whole, thick / 2, thick / 2)
        painter.setPen(QPen(theme.color("acc"), theme.px(4)))
        painter.setBrush(theme.color("panel"))
        painter.drawEllipse(QPointF(at, middle), radius - theme.px(2), radius - theme.px(2))

    def _place(self) -> float:
        radius = theme.px(9)
        return radius + (self.width() - 2 * radius) * self.value() / max(1, self.maximum())

    def _go(self, event: QMouseEvent) -> None:
        radius = theme.px(9)
        share = (event.position().x() - radius) / max(1, self.width() - 2 * radius)
        self.setValue(round(min(max(share, 0), 1) * self.maximum()))
