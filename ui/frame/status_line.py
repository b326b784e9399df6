"""The line at the bottom: what is kept, the screen of the room, what is worth a look, two keys to know."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from care_desktop.journal.records import Stamp
from ui import fonts, icons, theme
from ui.voice import Voice
from ui.widgets.key import KeyCap
from ui.widgets.pane import IconLabel
from ui.widgets.text import ElidedLabel, Label

_HEIGHT, _ICON = 28, 14


class Sign(QWidget):
    """An icon and a few words."""

    def __init__(self, icon: str, tone: str = "ink2") -> None:
        super().__init__()
        self._icon = IconLabel(icon, _ICON, tone)
        self._text = ElidedLabel("detail", tone, tabular=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def say(self, text: str, icon: str, tone: str = "ink2") -> None:
        """Show other words; nothing hides the sign."""
        self._icon.show_icon(icon, tone)
        self._text.set_tone(tone)
        if text != self._text.text():
            self._text.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def _take_sizes(self) -> None:
        self._row.setSpacing(theme.px(6))


class StatusLine(QFrame):
    """Always true: the hour of the last thing that was recorded, never of one that is on its way."""

    remarks_asked = Signal()
    palette_asked = Signal()
    keys_asked = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._saved: Stamp | None = None
        self._failed = False
        self._remarks = 0
        self._room, self._room_floats = "", False
        self.setProperty("role", "status")
        self.kept = Sign("hard-drive")
        self.room = Sign("presentation")
        self._button = QToolButton()
        self._button.setProperty("kind", "rail")
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.clicked.connect(self.remarks_asked)
        self._commands, self._keys = Label("detail", "ink2", wrap=False), Label("detail", "ink2", wrap=False)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.kept)
        self._row.addWidget(self.room)
        self._row.addStretch(1)
        for widget in (self._button, self._commands, KeyCap("Ctrl+K"), self._keys, KeyCap("F1")):
            self._row.addWidget(widget)
        theme.signals.changed.connect(self._take_sizes)
        voice.changed.connect(self.retranslate)
        self._take_sizes()
        self.retranslate()

    def show_saved(self, stamp: Stamp | None) -> None:
        """Say when the last thing was recorded; None when no exercise is open."""
        self._saved, self._failed = stamp, False
        self.retranslate()

    def show_not_saved(self) -> None:
        """Say that nothing more is being recorded."""
        self._failed = True
        self.retranslate()

    def show_room(self, screen: str, *, floats: bool = False) -> None:
        """Name the screen of the room, or say that it ``floats`` in a window; nothing hides it."""
        self._room, self._room_floats = screen, floats
        self.retranslate()

    def show_remarks(self, count: int) -> None:
        """Say how many things are worth a look."""
        self._remarks = count
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        say = self._voice.say
        if self._saved is None:
            self.kept.say(say("frame.all_here"), "hard-drive")
        elif self._failed:
            self.kept.say(
                say("frame.not_saved_since", hour=self._voice.wall_to_second(self._saved)),
                "octagon-x",
                "stop",
            )
        else:
            self.kept.say(say("frame.saved_at", hour=self._voice.wall_to_second(self._saved)), "check")
        where = say("frame.room_floats" if self._room_floats else "frame.room_screen", name=self._room)
        self.room.say(where if self._room or self._room_floats else "", "presentation")
        self._button.setText(say("frame.remarks", n=self._remarks))
        self._button.setVisible(self._remarks > 0)
        self._commands.setText(say("frame.commands"))
        self._keys.setText(say("frame.keyboard"))
        self.setAccessibleName(say("frame.status_line"))

    def _take_sizes(self) -> None:
        self.setFixedHeight(theme.px(_HEIGHT))
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._row.setSpacing(theme.px(8))
        self._button.setIcon(icons.icon("triangle-alert", _ICON, "warn"))
        self._button.setFont(fonts.font("detail", 600))
