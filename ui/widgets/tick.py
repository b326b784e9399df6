"""Boxes to tick and options to choose, whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from ui import fonts, icons, theme

_BOX, _GAP, _TARGET, _RADIUS = 20, 10, 28, 5
_CARD_PADDING, _LARGE_PADDING, _CARD_RADIUS = 10, 14, 8


class _Words:
    """The words of a box: they wrap, and a detail may follow on a line of its own."""

    def __init__(
        self, button: QAbstractButton, *, padding: int = 0, large: bool = False, keeps_line: bool = False
    ) -> None:
        self._button, self._padding, self._large = button, padding, large
        self._keeps_line = keeps_line
        self.text, self.detail = "", ""

    def height(self, width: int) -> int:
        """Measure the height of the box with its words in ``width``."""
        room = max(theme.px(40), width - self._left() - self._pad())
        text = self._measure(self._font(), self.text, room)
        detail = self._measure_detail(room)
        detail += theme.px(2) if detail else 0
        return max(theme.px(_TARGET), text + detail + 2 * (self._pad() or theme.px(4)))

    def natural_width(self) -> int:
        """Measure the width at which nothing wraps, up to the length that reads well."""
        words = max(
            QFontMetrics(self._font()).horizontalAdvance(self.text),
            QFontMetrics(self._detail_font()).horizontalAdvance(self.detail),
        )
        return min(words + 2, theme.px(560)) + self._left() + self._pad()

    def box(self) -> QRect:
        """Tell where the box is: beside the first line where words wrap, in the middle otherwise."""
        side = theme.px(_BOX)
        if self._pad():
            return QRect(self._pad(), (self._button.height() - side) // 2, side, side)
        words, _ = self._places()
        first = words.top() + (QFontMetrics(self._font()).height() - side) // 2
        return QRect(0, max(0, min(first, self._button.height() - side)), side, side)

    def paint(self, painter: QPainter) -> None:
        """Paint the words."""
        tone = "ink" if self._button.isEnabled() else "ink3"
        words, below = self._places()
        painter.setFont(self._font())
        painter.setPen(theme.color(tone))
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self.text)
        if self.detail:
            painter.setFont(self._detail_font())
            painter.setPen(theme.color("ink2" if tone == "ink" else tone))
            painter.drawText(below, Qt.TextFlag.TextWordWrap, self.detail)

    def _places(self) -> tuple[QRect, QRect]:
        """Tell where the words stand, and the detail below them: in the middle of the height."""
        left, gap = self._left(), theme.px(2)
        width = self._button.width() - left - self._pad()
        text = self._measure(self._font(), self.text, width)
        detail = self._measure_detail(width)
        top = (self._button.height() - text - (detail + gap if detail else 0)) // 2
        return QRect(left, top, width, text), QRect(left, top + text + gap, width, detail)

    def _left(self) -> int:
        return self._pad() + theme.px(_BOX + _GAP)

    def _pad(self) -> int:
        return theme.px(self._padding) if self._padding else 0

    def _font(self) -> QFont:
        if self._large:
            return fonts.font("choice")
        return fonts.font("text", 500 if self._padding else 400)

    def _detail_font(self) -> QFont:
        return fonts.font("aside" if self._large else "detail")

    def _measure_detail(self, width: int) -> int:
        if self.detail:
            return self._measure(self._detail_font(), self.detail, width)
        return QFontMetrics(self._detail_font()).height() if self._keeps_line else 0

    @staticmethod
    def _measure(font: QFont, text: str, width: int) -> int:
        room = QRect(QPoint(0, 0), QSize(width, theme.px(10000)))
        return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


class TickBox(QCheckBox):
    """A box to tick; ``keeps_line`` where a detail comes and goes, so that nothing moves under the hand."""

    def __init__(self, text: str = "", detail: str = "", *, keeps_line: bool = False) -> None:
        super().__init__()
        self._words = _Words(self, keeps_line=keeps_line)
        self.setProperty("radius", _RADIUS)
        _let_wrap(self)
        self.set_words(text, detail)
        theme.signals.changed.connect(self.updateGeometry)

    def set_words(self, text: str, detail: str = "") -> None:
        """Say what is ticked; no letter of it becomes a key."""
        self._words.text, self._words.detail = text, detail
        self.setText(text.replace("&", "&&"))
        self.setAccessibleDescription(detail)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Have room for the words, wrapped."""
        return self._words.height(width)

    def sizeHint(self) -> QSize:
        """Ask for the words on a line."""
        width = self._words.natural_width()
        return QSize(width, self._words.height(width))

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow column."""
        return QSize(min(theme.px(120), self.sizeHint().width()), theme.px(_TARGET))

    def hitButton(self, position: QPoint) -> bool:
        """Take a press anywhere on the words."""
        return self.rect().contains(position)

    def ring_area(self) -> QRect:
        """Tell what the focus ring goes around."""
        return self._words.box()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = self.isChecked()
        border = "line" if not self.isEnabled() else "acc" if ticked else "ctl"
        width = theme.px(1)
        painter.setPen(QPen(theme.color(border), width))
        ground = "acc" if ticked else "hover" if self.underMouse() else "panel"
        painter.setBrush(theme.color("panel" if not self.isEnabled() else ground))
        half = width / 2
        box = self._words.box()
        painter.drawRoundedRect(
            QRectF(box).adjusted(half, half, -half, -half), theme.px(_RADIUS), theme.px(_RADIUS)
        )
        if ticked:
            inset = theme.px(3)
            mark = box.adjusted(inset, inset, -inset, -inset)
            icons.paint(painter, mark, "check", "onacc" if self.isEnabled() else "ink3")
        self._words.paint(painter)


class OptionCard(QRadioButton):
    """One of several options, as a card: what it is, and in a detail what it costs; ``large`` for a page."""

    def __init__(self, text: str = "", detail: str = "", *, large: bool = False) -> None:
        super().__init__()
        self._words = _Words(self, padding=_LARGE_PADDING if large else _CARD_PADDING, large=large)
        self.setProperty("radius", _CARD_RADIUS)
        _let_wrap(self)
        self.set_words(text, detail)
        theme.signals.changed.connect(self.updateGeometry)

    def set_words(self, text: str, detail: str = "") -> None:
        """Say what the option is; no letter of it becomes a key."""
        self._words.text, self._words.detail = text, detail
        self.setText(text.replace("&", "&&"))
        self.setAccessibleDescription(detail)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Have room for the words, wrapped."""
        return max(theme.px(34), self._words.height(width))

    def sizeHint(self) -> QSize:
        """Ask for the words on a line."""
        width = self._words.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow column."""
        return QSize(min(theme.px(160), self.sizeHint().width()), theme.px(34))

    def hitButton(self, position: QPoint) -> bool:
        """Take a press anywhere on the card."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, its circle and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, half = self.isChecked(), theme.px(1) / 2
        card = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(theme.color("acc" if chosen else "line"), theme.px(1)))
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(theme.color("accS" if chosen else "hover" if hovered else "panel"))
        painter.drawRoundedRect(card, theme.px(_CARD_RADIUS), theme.px(_CARD_RADIUS))
        self._paint_circle(painter, chosen=chosen)
        self._words.paint(painter)

    def _paint_circle(self, painter: QPainter, *, chosen: bool) -> None:
        box, half = QRectF(self._words.box()), theme.px(1) / 2
        tone = "line" if not self.isEnabled() else "acc" if chosen else "ctl"
        painter.setPen(QPen(theme.color(tone), theme.px(1)))
        painter.setBrush(theme.color("acc" if chosen else "panel"))
        painter.drawEllipse(box.adjusted(half, half, -half, -half))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("onacc"))
            painter.drawEllipse(QPointF(box.center()), theme.px(4), theme.px(4))


def _let_wrap(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
