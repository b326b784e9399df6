"""A choice among a few, all of them in sight: the chosen one has a tick."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy

from ui import fonts, icons, theme

_HEIGHT, _PADDING, _TICK, _GAP, _RADIUS = 34, 14, 16, 8, 8


class Segmented(QFrame):
    """A choice of one among ``options``, a key and a name each; ``chosen`` tells what a person took.

    Where it ``may_be_none``, taking what is chosen once more takes the choice back: an empty key.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str = "", *, may_be_none: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, text) in enumerate(options):
            segment = _Segment(is_first=place == 0, is_last=place == len(options) - 1)
            segment.set_words(text)
            self._group.addButton(segment)
            self._segments[key] = segment
            row.addWidget(segment, 1)
            if may_be_none:
                segment.pressed.connect(partial(self._look, segment))
                segment.clicked.connect(partial(self._take_back, segment))
        self._was_chosen = False
        self._group.buttonToggled.connect(self._tell)
        self._silent = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """Tell the key of what is chosen; nothing yet is an empty text."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose by key, without telling anyone; an unknown one changes nothing."""
        if key in self._segments:
            self._silent = True
            self._segments[key].setChecked(True)
            self._silent = False

    def set_texts(self, texts: Sequence[str]) -> None:
        """Name the options anew, in their order."""
        for segment, text in zip(self._segments.values(), texts, strict=True):
            segment.set_words(text)

    def _tell(self, _segment: QRadioButton, checked: bool) -> None:
        if checked and not self._silent:
            self.chosen.emit(self.value())

    def _look(self, segment: QRadioButton) -> None:
        self._was_chosen = segment.isChecked()

    def _take_back(self, segment: QRadioButton) -> None:
        if not self._was_chosen:
            return
        self._group.setExclusive(False)
        segment.setChecked(False)
        self._group.setExclusive(True)
        self.chosen.emit("")


class _Segment(QRadioButton):
    def __init__(self, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._is_first, self._is_last = is_first, is_last
        self._text = ""
        self.setProperty("radius", _RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._take_font()
        theme.signals.changed.connect(self._take_font)

    def set_words(self, text: str) -> None:
        self._text = text
        self.setText(text.replace("&", "&&"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self._text)
        return QSize(width + theme.px(_TICK + _GAP + 2 * _PADDING), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._shape()
        chosen = self.isChecked()
        hovered = self.underMouse() and self.isEnabled()
        painter.fillPath(shape, theme.color("acc" if chosen else "hover" if hovered else "panel"))
        painter.setPen(QPen(theme.color("ctl" if self.isEnabled() else "line"), theme.px(1)))
        painter.drawPath(shape)
        tone = "ink3" if not self.isEnabled() else "onacc" if chosen else "ink"
        words = QFontMetrics(self.font()).horizontalAdvance(self._text) + 1
        tick = theme.px(_TICK + _GAP) if chosen else 0
        left = (self.width() - words - tick) // 2
        if chosen:
            side = theme.px(_TICK)
            icons.paint(painter, QRect(left, (self.height() - side) // 2, side, side), "check", tone)
        painter.setFont(self.font())
        painter.setPen(theme.color(tone))
        room = QRect(left + tick, 0, words, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._text)

    def _shape(self) -> QPainterPath:
        """Make the outline: round at the ends of the row, sharing its border with the neighbour before."""
        half, radius = theme.px(1) / 2, theme.px(_RADIUS)
        before = half if self._is_first else -half
        area = QRectF(self.rect()).adjusted(before, half, -half, -half)
        path = QPainterPath()
        path.addRoundedRect(area, radius, radius)
        square = QPainterPath()
        if not self._is_first:
            square.addRect(area.adjusted(0, 0, -radius, 0))
        if not self._is_last:
            square.addRect(area.adjusted(radius, 0, 0, 0))
        return path.united(square).simplified()

    def _take_font(self) -> None:
        self.setFont(fonts.font("text", 600))
        self.updateGeometry()
