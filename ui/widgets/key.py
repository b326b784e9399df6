"""Keys as they are drawn: a small box around the words on the key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import fonts, theme

_HEIGHT, _PADDING, _RADIUS = 18, 6, 5


def key_size(text: str) -> QSize:
    """Tell how large the key with ``text`` is."""
    width = QFontMetrics(fonts.font("key")).horizontalAdvance(text) + 2 * theme.px(_PADDING)
    return QSize(max(width, theme.px(_HEIGHT)), theme.px(_HEIGHT))


def paint_key(painter: QPainter, rect: QRect, text: str, ink: QColor, border: QColor) -> None:
    """Paint a key that fills ``rect``, on whatever is there."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = theme.px(1)
    painter.setPen(QPen(border, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inner, theme.px(_RADIUS), theme.px(_RADIUS))
    painter.setFont(fonts.font("key"))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class KeyCap(QLabel):
    """A key, named beside what it does."""

    def __init__(self, text: str = "", tone: str = "ink", border: str = "ctl", ground: str = "panel") -> None:
        super().__init__()
        self._tone, self._border, self._ground = tone, border, ground
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Be as large as the key."""
        return key_size(self.text()) if self.text() else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Be as large as the key."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        if self.text():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(self._ground))
            painter.drawRoundedRect(self.rect(), theme.px(_RADIUS), theme.px(_RADIUS))
            paint_key(painter, self.rect(), self.text(), theme.color(self._tone), theme.color(self._border))
