"""Labels whose text is always plain, in the roles and tones of the look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from shiboken6 import isValid

from ui import fonts, theme

# A line that is read holds at most some 75 characters
_LONGEST_LINE, _LEAST = 560, 40


def repolish(widget: QWidget) -> None:
    """Have the style sheet looked at again after a property that it selects by has changed.

    What has a font of its own keeps it: Qt gives it back the one that it had before an earlier style sheet.
    """
    font, own = widget.font(), widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    if own and widget.font() != font:
        widget.setFont(font)
    widget.update()


@contextmanager
def kept_fonts(widget: QWidget) -> Iterator[None]:
    """Have all inside ``widget`` keep its font while parts are given to other parents.

    Under a style sheet Qt gives what moves the font that it had the last time it was given to a parent.
    """
    own = Qt.WidgetAttribute.WA_SetFont
    before = [(one, one.font()) for one in widget.findChildren(QWidget) if one.testAttribute(own)]
    yield
    for one, font in before:
        if isValid(one) and one.font() != font:
            one.setFont(font)


def tip(widget: QWidget, text: str) -> None:
    """Give ``widget`` a tooltip that is never taken for rich text."""
    if "<" not in text and "&" not in text:
        widget.setToolTip(text)
        return
    from html import escape  # hardly ever needed

    widget.setToolTip(f"<qt>{escape(text, quote=False)}</qt>")  # what Qt might take for marks, inside marks


def breakable(path: object) -> str:
    """Write a path that may break after each of its folders; no space shows it."""
    return re.sub(r"([/\\])", "\\1\u200b", str(path))


def unbroken(text: str) -> str:
    """The same without the places where it may break: to be spoken, or copied."""
    return text.replace("\u200b", "")


class Label(QLabel):
    """Plain text in a role (its size and weight) and a tone (the token of its colour); it wraps."""

    def __init__(
        self,
        role: str = "text",
        tone: str = "ink",
        *,
        text: str = "",
        weight: int | None = None,
        tabular: bool = False,
        wrap: bool = True,
    ) -> None:
        super().__init__()
        self._role, self._weight, self._tabular = role, weight, tabular
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("tone", tone)
        self._take_font()
        self.setText(text)
        theme.signals.changed.connect(self._take_font)

    def set_tone(self, tone: str) -> None:
        """Take another colour: the name of a token."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            repolish(self)

    def set_weight(self, weight: int | None) -> None:
        """Take another weight; None is that of the role."""
        self._weight = weight
        self._take_font()

    def sizeHint(self) -> QSize:
        """Ask for the whole text on a line, up to the length that reads well."""
        if not self.wordWrap() or not self.text():
            return super().sizeHint()
        margins = self.contentsMargins()
        around = margins.left() + margins.right() + 2 * self.margin()
        metrics = self.fontMetrics()
        natural = max(metrics.horizontalAdvance(line) for line in self.text().split("\n")) + 2
        width = min(natural, theme.px(_LONGEST_LINE)) + around
        return QSize(width, self.heightForWidth(width))

    def _take_font(self) -> None:
        self.setFont(fonts.font(self._role, self._weight, tabular=self._tabular))
        self.updateGeometry()


class ElidedLabel(Label):
    """Plain text on one line, cut with an ellipsis where it lacks room; the tooltip then has it whole.

    ``least`` is the width, in pixels at 100 %, below which it is not cut further.
    """

    def __init__(
        self,
        role: str = "text",
        tone: str = "ink",
        *,
        text: str = "",
        weight: int | None = None,
        tabular: bool = False,
        least: int = _LEAST,
    ) -> None:
        super().__init__(role, tone, text=text, weight=weight, tabular=tabular, wrap=False)
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._offer_whole()

    def shown_text(self) -> str:
        """Tell what there is room for."""
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters, or with as much as it must keep."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.px(self._least)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what there is room for."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.color(self.property("tone")))
        painter.drawText(
            self.contentsRect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, self.shown_text()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text where it is cut."""
        super().resizeEvent(event)
        self._offer_whole()

    def changeEvent(self, event: QEvent) -> None:
        """Offer the whole text where it is cut."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._offer_whole()

    def _offer_whole(self) -> None:
        tip(self, "" if self.shown_text() == self.text() else self.text())
