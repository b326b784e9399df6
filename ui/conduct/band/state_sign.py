"""The state of the exercise, large enough to be seen from the door."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import fonts, icons, theme

_HEIGHT, _PADDING, _ICON, _GAP, _RADIUS = 28, 11, 18, 7, 6


class StateSign(QLabel):
    """An icon and a word in an outline; filled where time stands still."""

    def __init__(self) -> None:
        super().__init__()
        self._tone, self._icon, self._filled = "go", "circle-play", False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def show_state(self, tone: str, icon: str, word: str, *, filled: bool = False) -> None:
        """Show another state."""
        self._tone, self._icon, self._filled = tone, icon, filled
        self.setText(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as large as the sign."""
        words = QFontMetrics(fonts.font("text", 600)).horizontalAdvance(self.text())
        return QSize(words + theme.px(2 * _PADDING + _ICON + _GAP) + 1, theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, colour = theme.px(1), theme.color(self._tone)
        painter.setPen(QPen(colour, width))
        painter.setBrush(colour if self._filled else Qt.BrushStyle.NoBrush)
        inner = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inner, theme.px(_RADIUS), theme.px(_RADIUS))
        ink = theme.color("goInk") if self._filled else colour
        left, side = theme.px(_PADDING), theme.px(_ICON)
        icons.paint(painter, QRect(left, 0, side, self.height()), self._icon, ink)
        painter.setFont(fonts.font("text", 600))
        painter.setPen(ink)
        left += side + theme.px(_GAP)
        room = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
