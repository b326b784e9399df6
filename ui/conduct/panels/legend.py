"""What the marks of the recovery board mean, always shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui import fonts, theme
from ui.conduct.row_list import draw_text
from ui.voice import Voice

_MARKS = {
    "down": "conduct.legend_down",
    "degraded": "conduct.legend_degraded",
    "coming": "conduct.legend_coming",
    "back": "conduct.legend_back",
    "target": "conduct.legend_target",
    "paper": "conduct.legend_paper",
}
_HEIGHT, _SIGN, _GAP, _APART = 26, 20, 6, 18


class Legend(QFrame):
    """Signs with their words, on as many lines as they need."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.setProperty("role", "sunk")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(self._words()))

    def hasHeightForWidth(self) -> bool:
        """Need as many lines as the width gives."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Need as many lines as the width gives."""
        places = self._places(width)
        return places[-1].bottom() + theme.px(8)

    def sizeHint(self) -> QSize:
        """Ask for a line."""
        return QSize(theme.px(400), self.heightForWidth(theme.px(700)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs and their words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for name, word, place in zip(_MARKS, self._words(), self._places(self.width()), strict=True):
            sign = QRect(place.left(), place.top(), theme.px(_SIGN), place.height())
            _paint_sign(painter, sign, name)
            left = sign.right() + theme.px(_GAP)
            draw_text(
                painter,
                QRect(left, place.top(), place.right() - left + 2, place.height()),
                word,
                "detail",
                "ink2",
            )

    def _words(self) -> list[str]:
        return [self._voice.say(key) for key in _MARKS.values()]

    def _places(self, width: int) -> list[QRect]:
        metrics = QFontMetrics(fonts.font("detail", tabular=True))
        left, top, high = theme.px(12), theme.px(6), theme.px(_HEIGHT)
        places: list[QRect] = []
        for word in self._words():
            wide = theme.px(_SIGN + _GAP) + metrics.horizontalAdvance(word) + 2
            if left + wide > width - theme.px(8) and places:
                left, top = theme.px(12), top + high
            places.append(QRect(left, top, wide, high))
            left += wide + theme.px(_APART)
        return places


def _paint_sign(painter: QPainter, place: QRect, name: str) -> None:
    high = theme.px(10)
    box = QRectF(place.left(), place.center().y() - high / 2, place.width(), high)
    centre = QPointF(place.center())
    if name in ("down", "degraded"):
        tone = "stop" if name == "down" else "warn"
        painter.fillRect(box, theme.color(f"{tone}S"))
        painter.fillRect(box, QBrush(theme.color(tone), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(theme.color(tone), theme.px(1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
    elif name == "coming":
        pen = QPen(theme.color("work"), theme.px(1))
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme.color("workS"))
        painter.drawRect(box)
    elif name == "back":
        painter.setPen(QPen(theme.color("work"), theme.px(2)))
        painter.setBrush(theme.color("panel"))
        painter.drawEllipse(centre, theme.px(4), theme.px(4))
    elif name == "target":
        tall = theme.px(16)
        painter.fillRect(QRectF(centre.x() - 1, centre.y() - tall / 2, theme.px(3), tall), theme.color("ink"))
    else:
        half = theme.px(5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warn"))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(centre.x(), centre.y() - half / 2),
                    QPointF(centre.x() - half, centre.y() + half / 2),
                    QPointF(centre.x() + half, centre.y() + half / 2),
                ]
            )
        )
