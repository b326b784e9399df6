"""States as chips: an icon, a word and a colour, in that order of trust."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import fonts, icons, theme

_HEIGHT, _PADDING, _ICON, _GAP, _RADIUS = 22, 9, 14, 5, 5
# On the band a chip has no ground of its own
_ON_STAGE = {"go", "sink", "sink2", "stageWarn"}


def chip_size(icon: str, word: str, *, outline: bool = False) -> QSize:
    """Tell how large a chip is; ``icon`` may be empty."""
    width = 2 * theme.px(_PADDING) + QFontMetrics(_font(outline=outline)).horizontalAdvance(word)
    if icon:
        width += theme.px(_ICON) + (theme.px(_GAP) if word else 0)
    return QSize(width, theme.px(_HEIGHT))


def paint_chip(  # noqa: PLR0913 - where, then what a chip is
    painter: QPainter,
    rect: QRect,
    tone: str,
    icon: str,
    word: str,
    *,
    filled: bool = False,
    outline: bool = False,
) -> None:
    """Paint a chip in the middle of ``rect``: ``tone`` is a token with a soft ground, or one of the band."""
    size = chip_size(icon, word, outline=outline).boundedTo(rect.size())
    box = QRect(QPoint(0, 0), size)
    box.moveCenter(rect.center())
    ground, border, ink = _colours(tone, filled=filled, outline=outline)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, box, ground, border)
    left = box.left() + theme.px(_PADDING)
    if icon:
        side = theme.px(_ICON)
        place = QRect(left, box.top() + (box.height() - side) // 2, side, side)
        icons.paint(painter, place, icon, ink)
        left += side + theme.px(_GAP)
    painter.setFont(_font(outline=outline))
    painter.setPen(ink)
    room = QRect(left, box.top(), box.right() + 1 - theme.px(_PADDING) - left, box.height())
    shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)
    painter.restore()


class Chip(QLabel):
    """A chip by itself."""

    def __init__(
        self,
        tone: str = "idle",
        icon: str = "",
        word: str = "",
        *,
        filled: bool = False,
        outline: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(tone, icon, word, filled=filled, outline=outline)
        theme.signals.changed.connect(self.updateGeometry)

    def show_state(
        self, tone: str, icon: str, word: str, *, filled: bool = False, outline: bool = False
    ) -> None:
        """Show another state."""
        self._tone, self._icon = tone, icon
        self._filled, self._outline = filled, outline
        self.setText(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as large as the chip."""
        return chip_size(self._icon, self.text(), outline=self._outline)

    def minimumSizeHint(self) -> QSize:
        """Be as large as the chip."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        paint_chip(
            painter,
            self.rect(),
            self._tone,
            self._icon,
            self.text(),
            filled=self._filled,
            outline=self._outline,
        )


def _font(*, outline: bool) -> QFont:
    return fonts.font("detail", 500 if outline else 600, tabular=True)


def _colours(tone: str, *, filled: bool, outline: bool) -> tuple[QColor | None, QColor | None, QColor]:
    """Choose ground, border and ink."""
    colour = theme.color(tone)
    if tone in _ON_STAGE:
        return (colour, None, theme.color("goInk")) if filled else (None, colour, colour)
    if filled:
        return colour, None, theme.color("onacc" if tone == "acc" else "panel")
    if outline:
        return None, theme.color("line"), theme.color("ink2" if tone in {"idle", "ink"} else tone)
    if theme.is_contrast():
        return None, colour, colour
    return theme.color("idleS" if tone == "ink" else f"{tone}S"), None, colour


def _paint_ground(painter: QPainter, box: QRect, ground: QColor | None, border: QColor | None) -> None:
    width = theme.px(1) if border else 0
    painter.setPen(QPen(border, width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(ground or Qt.BrushStyle.NoBrush)
    inner = QRectF(box).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inner, theme.px(_RADIUS), theme.px(_RADIUS))
