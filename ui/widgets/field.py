"""Fields: a line to write, a choice among a few, an hour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui import fonts, icons, theme
from ui.widgets.key import key_size, paint_key
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label, repolish, tip

if TYPE_CHECKING:
    from ui.voice import Voice

_HEIGHT, _ICON, _PADDING, _RADIUS = 34, 16, 10, 8
_EXAMPLE = "09:41"
_HOUR = re.compile(r"\s*(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?|(\d{2}))?\s*")


class LineField(QLineEdit):
    """A line to write: an icon before it, the key that leads to it after, and what is wrong with it."""

    complained = Signal(str)

    def __init__(self, placeholder: str = "", *, icon: str = "", key: str = "") -> None:
        super().__init__()
        self._icon, self._key, self._fault = icon, key, ""
        self.setPlaceholderText(placeholder)
        self.setProperty("radius", _RADIUS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def set_error(self, sentence: str | None) -> None:
        """Say what is wrong, or that nothing is any more."""
        fault = sentence or ""
        if fault == self._fault:
            return
        self._fault = fault
        self.setProperty("error", "true" if fault else "false")
        self.setAccessibleDescription(fault)
        repolish(self)
        self.complained.emit(fault)

    def fault(self) -> str:
        """Tell what is wrong; nothing is an empty text."""
        return self._fault

    def set_key(self, key: str) -> None:
        """Show another key at the end of the line; empty is none."""
        self._key = key
        self._take_sizes()

    def sizeHint(self) -> QSize:
        """Be as high as a button."""
        return QSize(super().sizeHint().width(), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Be as high as a button, and narrow if need be."""
        return QSize(theme.px(80), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, its icon and its key."""
        super().paintEvent(event)
        painter = QPainter(self)
        if self._icon:
            side = theme.px(_ICON)
            place = QRect(theme.px(_PADDING + 1), (self.height() - side) // 2, side, side)
            icons.paint(painter, place, self._icon, "ink3")
        if self._key:
            size = key_size(self._key)
            left = self.width() - theme.px(_PADDING) - size.width()
            place = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
            paint_key(painter, place, self._key, theme.color("ink2"), theme.color("ctl"))

    def _take_sizes(self) -> None:
        self.setFont(fonts.font("text"))
        before = theme.px(_ICON + 8) if self._icon else 0
        after = key_size(self._key).width() + theme.px(6) if self._key else 0
        self.setTextMargins(before, 0, after, 0)
        self.updateGeometry()


class TimeField(LineField):
    """An hour of the day, written as one likes: 9:41, 9h41, 0941. Left, it reads 09:41 or complains."""

    def __init__(self, voice: Voice, hour: str = "") -> None:
        super().__init__()
        self._voice = voice
        self.setText(hour)
        self.setFont(fonts.font("text", tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self.check)
        self.textEdited.connect(self._forgive)

    def minutes(self) -> int | None:
        """Tell the minutes since midnight; None where no hour is written."""
        return minutes_of(self.text())

    def check(self) -> bool:
        """Write the hour as it is written everywhere, or say that it is none. Tell whether it is one."""
        minutes = self.minutes()
        if minutes is None:
            self.set_error(self._voice.say("widget.hour_expected", hour=_EXAMPLE))
            return False
        self.setText(f"{minutes // 60:02}:{minutes % 60:02}")
        self.set_error(None)
        return True

    def sizeHint(self) -> QSize:
        """Have room for an hour."""
        return QSize(theme.px(92), super().sizeHint().height())

    def _forgive(self) -> None:
        if self.fault() and self.minutes() is not None:
            self.set_error(None)


class Choice(QComboBox):
    """A choice among named things: ``chosen`` tells the key of the one that a person took."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]] = (), *, stage: bool = False) -> None:
        super().__init__()
        self._stage = stage
        self.setProperty("radius", _RADIUS)
        if stage:
            self.setProperty("kind", "stage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(6)
        self.set_options(options)
        self.activated.connect(self._tell)
        self.currentTextChanged.connect(self._offer_whole)
        self._take_font()
        theme.signals.changed.connect(self._take_font)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer ``options``, a key and a name each; what was chosen stays where it is still offered."""
        before = self.value()
        self.clear()
        for key, name in options:
            self.addItem(name, key)
        self.choose(before)

    def choose(self, key: str) -> None:
        """Choose by key, without telling anyone; an unknown one leaves the first."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def value(self) -> str:
        """Tell the key of what is chosen; nothing offered is an empty text."""
        key = self.currentData()
        return key if isinstance(key, str) else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the choice, cut with an ellipsis where it lacks room, then the sign that there are others."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        box = QStylePainter(self)
        box.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        box.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        box.end()
        side = theme.px(_ICON)
        place = QRect(self.width() - theme.px(_PADDING) - side, (self.height() - side) // 2, side, side)
        ink = ("sink" if self._stage else "ink") if self.isEnabled() else "ink3"
        icons.paint(QPainter(self), place, "chevron-down", ink)

    def shown_text(self) -> str:
        """Tell what of the choice there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - theme.px(2)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text where it is cut."""
        super().resizeEvent(event)
        self._offer_whole()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a choice is not changed in passing."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Be as high as a button."""
        return QSize(super().sizeHint().width(), theme.px(_HEIGHT))

    def _tell(self) -> None:
        self.chosen.emit(self.value())

    def _offer_whole(self) -> None:
        tip(self, "" if self.shown_text() == self.currentText() else self.currentText())

    def _take_font(self) -> None:
        self.setFont(fonts.font("text", 600 if self._stage else None))
        self.updateGeometry()


class Captioned(QWidget):
    """A field with its caption, above it or before it, and below it the sentence that says what is wrong."""

    def __init__(self, caption: str, field: QWidget, *, before: int = 0) -> None:
        super().__init__()
        self.field, self._before = field, before
        self._caption = Label("text", "ink2" if before else "ink", weight=None if before else 600)
        self._sign = IconLabel("octagon-x", 16, "stop")
        self._fault = Label("detail", "stop")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        if before:
            self._row.addWidget(self._caption)
        else:
            self._column.addWidget(self._caption)
        self._caption.setBuddy(field)
        self._row.addWidget(field, 1)
        self._column.addLayout(self._row)
        self._faults = QHBoxLayout()
        self._faults.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._faults.addWidget(self._fault, 1)
        self._column.addLayout(self._faults)
        self.set_caption(caption)
        self.complain(field.fault() if isinstance(field, LineField) else "")
        if isinstance(field, LineField):
            field.complained.connect(self.complain)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the field on a press on its caption."""
        if self._caption.geometry().contains(event.position().toPoint()):
            self.field.setFocus(Qt.FocusReason.MouseFocusReason)
            event.accept()
            return
        super().mousePressEvent(event)

    def set_caption(self, caption: str) -> None:
        """Name the field."""
        self._caption.setText(caption)
        self.field.setAccessibleName(caption)

    def complain(self, sentence: str) -> None:
        """Say what is wrong under the field; nothing is an empty text."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        self._sign.setVisible(bool(sentence))

    def _take_sizes(self) -> None:
        self._column.setSpacing(theme.px(4))
        self._row.setSpacing(theme.px(8))
        self._faults.setSpacing(theme.px(6))
        if self._before:
            self._caption.setFixedWidth(theme.px(self._before))
            self._faults.setContentsMargins(theme.px(self._before + 8), 0, 0, 0)


def minutes_of(text: str) -> int | None:
    """Read an hour of the day in minutes since midnight, in the ways people write it."""
    found = _HOUR.fullmatch(text)
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2] or found[3] or 0)
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None
