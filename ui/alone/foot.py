"""The four buttons, and the line in which a note is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui import theme
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.field import LineField
from ui.widgets.text import Label


class NoteField(LineField):
    """A line of the journal: Enter notes it, Escape leaves it and keeps what was typed."""

    noted = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep both keys from what is around."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.noted.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Foot(QFrame):
    """*Pause*, *Relire*, *Écrire une note*, and the one that goes on."""

    noted = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self._voice = voice
        self.pause = Button(icon="pause", big=True)
        self.again = Button(icon="undo-2", big=True)
        self.note = Button(icon="pencil", big=True)
        self.forward = Button("primary", big=True)
        self.forward.set_icon(None, "arrow-right")
        self.field = NoteField()
        self.field.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._line = QHBoxLayout()
        for one in (self.pause, self.again, self.note):
            self._line.addWidget(one)
        self.said = Label("text", "ink2")
        self._line.addWidget(self.said, 1)
        self._line.addWidget(self.forward)
        self._column.addLayout(self._line)
        self.note.clicked.connect(self.write)
        self.field.noted.connect(self._noted)
        self.field.left.connect(self.leave)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        say = self._voice.say
        self.pause.setText(say("alone.pause"))
        self.note.setText(say("alone.note"))
        self.field.setPlaceholderText(say("alone.note_hint"))
        self.field.setAccessibleName(say("alone.note"))

    def write(self) -> None:
        """Open the line of the journal."""
        self.said.setText("")
        self.field.show()
        self.field.setFocus()

    def _noted(self, text: str) -> None:
        if text:
            self.noted.emit(text)
            self.field.clear()
            self.said.setText(self._voice.say("alone.note_written"))
        self.leave()

    def leave(self) -> None:
        """Close it; what was typed stays."""
        self.field.hide()
        self.forward.setFocus()

    def _take_sizes(self) -> None:
        side = theme.px(20)
        self._column.setContentsMargins(theme.px(28), side, theme.px(28), side)
        self._column.setSpacing(theme.px(12))
        self._line.setSpacing(theme.px(12))
