"""The room screen: which one, by its name, and a way to see which one that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import fonts, theme
from ui.prepare.card import AskedCard
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.field import Choice

NONE, WINDOW = "none", "window"
_SHOWN_MS = 3_000


class RoomScreens(AskedCard):
    """The other screens by name, or a window to be moved by hand where there is no other; or none."""

    def __init__(self, voice: Voice, names: Callable[[], Sequence[str]], kept: str) -> None:
        super().__init__()
        self._voice, self._names, self._kept = voice, names, kept
        self._choice = Choice()
        self._identify = Button("quiet", "presentation", small=True)
        self._identify.clicked.connect(identify)
        self._row = QHBoxLayout()
        self._row.addWidget(self._choice, 1)
        self._row.addWidget(self._identify)
        self.column.addLayout(self._row)
        self._choice.chosen.connect(self._keep)
        self.retranslate()

    def value(self) -> str:
        """What is chosen: a screen, ``WINDOW`` or ``NONE``."""
        return self._choice.value()

    def look(self, here: str) -> None:
        """Look at which screens there are; the one that this window is on is no room screen."""
        others = [name for name in self._names() if name != here]
        say = self._voice.say
        named = [(name, name) for name in others] or [(WINDOW, say("prepare.screen_window"))]
        self._choice.set_options([*named, (NONE, say("prepare.screen_none"))])
        known = {name for name, _ in named} | {NONE}
        self._choice.choose(self._kept if self._kept in known else named[0][0])
        self._identify.setVisible(bool(others))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        say = self._voice.say
        self._row.setSpacing(theme.px(8))
        self.set_title(say("prepare.screen"))
        self._choice.setAccessibleName(say("prepare.screen"))
        self._identify.setText(say("prepare.identify"))

    def _keep(self) -> None:
        self._kept = self._choice.value()


def identify() -> None:
    """Show on each screen its name, for a moment."""
    for screen in QGuiApplication.screens():
        _NameOnScreen(screen).show()


class _NameOnScreen(QWidget):
    """The name of a screen, on it; it takes no focus and goes by itself."""

    def __init__(self, screen: QScreen) -> None:
        flags = Qt.WindowType
        super().__init__(None, flags.ToolTip | flags.FramelessWindowHint | flags.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = screen.name()
        area = screen.availableGeometry()
        self.setGeometry(area.x(), area.y(), area.width() // 2, area.height() // 4)
        QTimer.singleShot(_SHOWN_MS, self, self.close)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name as large as it fits."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("stage"))
        painter.setPen(theme.color("sink"))
        font = QFont(fonts.font("page"))
        font.setPixelSize(
            max(theme.px(20), min(self.height() // 3, 2 * self.width() // (len(self._name) + 4)))
        )
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._name)
