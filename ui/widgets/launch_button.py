"""LANCER: the only bright surface of the window."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import fonts, motion, theme

if TYPE_CHECKING:
    from ui.voice import Voice

_WIDTH, _HEIGHT, _RADIUS = 160, 72, 12
_LOCK = 1000
_PRESSING_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Select, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LaunchState(Enum):
    """What LANCER does when pressed."""

    ARMED = "armed"
    LOCKED = "locked"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    EXHAUSTED = "exhausted"


class _Drawing(NamedTuple):
    ground: str
    border: str
    width: float
    ink: str
    small_ink: str
    role: str
    dashed: bool = False


_DRAWINGS = {
    LaunchState.ARMED: _Drawing("go", "go", 2, "goInk", "goInk", "launch"),
    LaunchState.LOCKED: _Drawing("stage", "go", 2, "go", "go", "launch"),
    LaunchState.REFUSED: _Drawing("stage", "stageWarn", 4, "stageWarn", "stageWarn", "clock"),
    LaunchState.SUSPENDED: _Drawing("stage", "stageWarn", 3, "stageWarn", "stageWarn", "clock", dashed=True),
    LaunchState.EXHAUSTED: _Drawing("stage", "stageL", 2, "sink2", "sink2", "launch"),
}
_WORDS = {
    LaunchState.ARMED: ("widget.launch", "widget.launch_keys"),
    LaunchState.LOCKED: ("widget.launch", "widget.launch_locked"),
    LaunchState.REFUSED: ("", ""),
    LaunchState.SUSPENDED: ("widget.launch_resume", "widget.launch_resume_key"),
    LaunchState.EXHAUSTED: ("widget.launch_end", "widget.launch_end_keys"),
}


class LaunchButton(QAbstractButton):
    """LANCER in its states. No key presses it: Ctrl+Entrée and F9 are an action, and Espace is never one.

    A press says ``launched`` while armed, locked or refused: who hears it asks the core, which says why not.
    It says ``resumed`` while suspended, and ``ended`` when nothing is left to launch.
    """

    launched = Signal()
    resumed = Signal()
    ended = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._state, self._detail, self._word, self._subject = LaunchState.ARMED, "", "", ""
        self._left = 0.0
        self._lock = QVariantAnimation(self)
        self._lock.setStartValue(1.0)
        self._lock.setEndValue(0.0)
        self._lock.valueChanged.connect(self._shrink)
        self.setProperty("radius", _RADIUS)
        self.setAutoRepeat(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._press)
        voice.changed.connect(self._name)
        theme.signals.changed.connect(self.updateGeometry)
        self._name()

    def set_state(self, state: LaunchState, detail: str = "", *, word: str = "") -> None:
        """Show ``state``; ``detail`` stands in the small line, or alone says why it was refused."""
        if (state, detail, word) == (self._state, self._detail, self._word):
            return
        begins = state is LaunchState.LOCKED and self._state is not LaunchState.LOCKED
        self._state, self._detail, self._word = state, detail, word
        self._lock.stop()
        self._left = 0.0
        if begins and (duration := motion.duration(_LOCK)):
            self._lock.setDuration(duration)
            self._lock.start()
        self._name()

    def state(self) -> LaunchState:
        """Tell the state shown."""
        return self._state

    def set_subject(self, subject: str) -> None:
        """Say what would be launched, for who hears the window: « S12, Le SAMU demande… »."""
        if subject != self._subject:
            self._subject = subject
            self._name()

    def lines(self) -> tuple[str, str]:
        """Tell the large and the small line."""
        word, detail = (self._voice.say(key) if key else "" for key in _WORDS[self._state])
        return self._word or word, self._detail or detail

    def sizeHint(self) -> QSize:
        """Be large."""
        return QSize(theme.px(_WIDTH + 12), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never be small."""
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that press other buttons to nobody, the others to Qt."""
        if event.key() not in _PRESSING_KEYS:
            super().keyPressEvent(event)
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.accept()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that press other buttons to nobody."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = _DRAWINGS[self._state]
        self._paint_surface(painter, drawing)
        word, detail = self.lines()
        if word:
            self._paint_two_lines(painter, drawing, word, detail)
        else:
            self._paint_sentence(painter, drawing, detail)

    def _paint_surface(self, painter: QPainter, drawing: _Drawing) -> None:
        width = theme.px(drawing.width)
        half = width / 2
        surface = QRectF(self.rect()).adjusted(half, half, -half, -half)
        pen = QPen(self._shaded(drawing.border), width)
        if drawing.dashed:
            pen.setDashPattern([2.2, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self._lock.state() == QVariantAnimation.State.Running:
            pen.setColor(theme.color("stageL"))
        painter.setPen(pen)
        painter.setBrush(self._ground(drawing))
        radius = theme.px(_RADIUS)
        painter.drawRoundedRect(surface, radius - half, radius - half)
        if self._lock.state() == QVariantAnimation.State.Running:
            self._paint_lock(painter, surface, QPen(theme.color("go"), width))

    def _paint_lock(self, painter: QPainter, surface: QRectF, pen: QPen) -> None:
        """Paint what is left of the lock as what is left of the outline."""
        path = QPainterPath()
        radius = theme.px(_RADIUS) - pen.widthF() / 2
        path.addRoundedRect(surface, radius, radius)
        whole = path.length() / pen.widthF()
        pen.setDashPattern([max(0.01, whole * self._left), whole])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_two_lines(self, painter: QPainter, drawing: _Drawing, word: str, detail: str) -> None:
        large = self._fitting(fonts.font(drawing.role), word)
        large.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, theme.px(1))
        small = self._fitting(fonts.font("detail", 600, tabular=True), detail)
        above, below = QFontMetrics(large).height(), QFontMetrics(small).height()
        top = (self.height() - above - below) // 2
        painter.setFont(large)
        painter.setPen(theme.color(drawing.ink))
        painter.drawText(QRect(0, top, self.width(), above), Qt.AlignmentFlag.AlignCenter, word)
        painter.setFont(small)
        painter.setPen(theme.color(drawing.small_ink))
        painter.drawText(QRect(0, top + above, self.width(), below), Qt.AlignmentFlag.AlignCenter, detail)

    def _paint_sentence(self, painter: QPainter, drawing: _Drawing, sentence: str) -> None:
        side = theme.px(10)
        room = self.rect().adjusted(side, side, -side, -side)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        candidates = [fonts.font(role, 600, tabular=True) for role in ("section", "say", "text", "detail")]
        fitting = (
            font
            for font in candidates
            if room.contains(QFontMetrics(font).boundingRect(room, flags, sentence))
        )
        painter.setFont(next(fitting, candidates[-1]))
        painter.setPen(theme.color(drawing.ink))
        painter.drawText(room, flags, sentence)

    def _fitting(self, font: QFont, text: str) -> QFont:
        """Make ``font`` as much smaller as ``text`` needs to stay on its line."""
        room, needed = self.width() - theme.px(16), QFontMetrics(font).horizontalAdvance(text)
        if needed > room > 0:
            font.setPixelSize(max(1, font.pixelSize() * room // needed))
        return font

    def _ground(self, drawing: _Drawing) -> QColor:
        if drawing.ground == "go":
            return self._shaded("go")
        hovered = self.underMouse() or self.isDown()
        return theme.color("stage2" if hovered and self._state is LaunchState.SUSPENDED else drawing.ground)

    def _shaded(self, token: str) -> QColor:
        colour = theme.color(token)
        if self._state is not LaunchState.ARMED:
            return colour
        return colour.darker(115) if self.isDown() else colour.lighter(107) if self.underMouse() else colour

    def _shrink(self, left: float) -> None:
        self._left = left
        self.update()

    def _press(self) -> None:
        if self._state is LaunchState.SUSPENDED:
            self.resumed.emit()
        elif self._state is LaunchState.EXHAUSTED:
            self.ended.emit()
        else:
            self.launched.emit()

    def _name(self) -> None:
        word, detail = self.lines()
        is_about_the_next = self._state in {LaunchState.ARMED, LaunchState.LOCKED}
        named = f"{word} {self._subject}" if self._subject and is_about_the_next else word or detail
        self.setAccessibleName(named)
        self.setAccessibleDescription(detail if word else "")
        self.update()
