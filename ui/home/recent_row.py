"""One exercise of before, as a row that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import fonts, icons, theme
from ui.home.past import Act, Row
from ui.voice import Voice
from ui.widgets.button import Button

_HEIGHT, _SIDE, _LEFT, _GAP = 54, 18, 14, 12


class RecentRow(QAbstractButton):
    """Icon, name, when; at its right where it stands. A row that can do nothing is not reached by key."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row
        self.setText(row.title.replace("&", "&&"))
        self.setAccessibleName(f"{row.title}, {row.word}")
        self.setAccessibleDescription(row.detail)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if row.act is Act.NOTHING:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Have room for two lines."""
        return QSize(theme.px(280), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters: what is cut is in the accessible name."""
        return QSize(theme.px(180), theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.color("hover"))
        word = QFontMetrics(fonts.font("detail", 600)).horizontalAdvance(self.row.word) + 1
        right = self.width() - theme.px(_LEFT)
        icon = QRect(theme.px(_LEFT), 0, theme.px(_SIDE), self.height())
        icons.paint(painter, icon, self.row.icon, "stop" if self.row.tone == "stop" else "ink2")
        self._paint_words(painter, QRect(right - word, 0, word, self.height()))
        left = icon.right() + 1 + theme.px(_GAP)
        self._paint_lines(painter, left, right - word - theme.px(_GAP) - left)

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        painter.setFont(fonts.font("detail", 400 if self.row.tone == "ink2" else 600))
        painter.setPen(theme.color(self.row.tone))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.row.word)

    def _paint_lines(self, painter: QPainter, left: int, width: int) -> None:
        tone = "stop" if self.row.tone == "stop" else "ink"
        lines = ((self.row.title, "text", 500, tone), (self.row.detail, "detail", 400, "ink2"))
        heights = [QFontMetrics(fonts.font(role, weight)).height() for _, role, weight, _ in lines]
        top = (self.height() - sum(heights)) // 2
        for (text, role, weight, colour), height in zip(lines, heights, strict=True):
            painter.setFont(fonts.font(role, weight))
            painter.setPen(theme.color(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top, width, height), Qt.AlignmentFlag.AlignVCenter, shown)
            top += height


class MissingRow(QWidget):
    """One whose database is not where it was: it can be looked for, or taken off the list."""

    located = Signal(str)
    forgotten = Signal(str)

    def __init__(self, row: Row, voice: Voice) -> None:
        super().__init__()
        name, exercise = row.title, row.entry.exercise
        locate = Button("quiet", small=True, text=voice.say("home.locate"))
        locate.setAccessibleName(voice.say("home.locate_it", name=name))
        locate.clicked.connect(lambda: self.located.emit(exercise))
        forget = Button("quiet", small=True, text=voice.say("home.forget"))
        forget.setAccessibleName(voice.say("home.forget_it", name=name))
        forget.clicked.connect(lambda: self.forgotten.emit(exercise))
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(_LEFT + _SIDE + _GAP - 10), 0, theme.px(_LEFT), theme.px(8))
        line.setSpacing(theme.px(4))
        line.addWidget(locate)
        line.addWidget(forget)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(RecentRow(row))
        column.addLayout(line)
