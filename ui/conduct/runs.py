"""Text in several weights and colours, painted and never parsed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import fonts, theme

_LEADING = 1.36
_ENDLESS = 100_000
_MORE = "\N{HORIZONTAL ELLIPSIS}"


class Run(NamedTuple):
    """A stretch of text with its weight and the token of its colour."""

    text: str
    weight: int = 400
    tone: str = "ink"


class Laid(NamedTuple):
    """Text laid out in lines of one height."""

    layout: QTextLayout
    lines: int
    cut: bool
    line_height: int
    tone: str

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the lines; after the last one, that there is more."""
        for number in range(self.lines):
            self.layout.lineAt(number).draw(painter, QPointF(at.x(), at.y() + number * self.line_height))
        if self.cut:
            last, top = self.layout.lineAt(self.lines - 1), (self.lines - 1) * self.line_height
            painter.setFont(self.layout.font())
            painter.setPen(theme.color(self.tone))
            painter.drawText(QPointF(at.x() + last.naturalTextWidth(), at.y() + top + last.ascent()), _MORE)


def lay_out(runs: Sequence[Run], font: QFont, width: int, most: int = 0) -> Laid:
    """Lay runs out in lines of ``width``; no more than ``most`` of them, where that is given."""
    layout = QTextLayout("".join(run.text for run in runs), font)
    formats, start = [], 0
    for run in runs:
        part = QTextLayout.FormatRange()
        part.start, part.length = start, len(run.text)
        part.format = QTextCharFormat()
        part.format.setFontWeight(run.weight)
        part.format.setForeground(theme.color(run.tone))
        formats.append(part)
        start += len(run.text)
    layout.setFormats(formats)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    # What may be the last line leaves room for the sign that there is more
    kept = QFontMetrics(font).horizontalAdvance(_MORE)
    while (line := layout.createLine()).isValid():
        narrower = kept if most > 1 and layout.lineCount() == most else 0
        line.setLineWidth(max(width - narrower, 1))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    lines = layout.lineCount()
    shown = min(lines, most) if most else lines
    return Laid(
        layout, shown, shown < lines, round(font.pixelSize() * _LEADING), runs[-1].tone if runs else "ink"
    )


class RunsLabel(QLabel):
    """A label of runs; its text is read aloud whole."""

    def __init__(self, role: str = "text", most: int = 0) -> None:
        super().__init__()
        self._role, self._most = role, most
        self._runs: tuple[Run, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.signals.changed.connect(self.updateGeometry)

    def show_runs(self, *runs: Run) -> None:
        """Show other runs."""
        if runs != self._runs:
            self._runs = runs
            self.setAccessibleName("".join(run.text for run in runs))
            self.updateGeometry()
            self.update()

    def is_cut(self) -> bool:
        """Tell whether there is more than is shown."""
        return self._laid(self.width()).cut

    def hasHeightForWidth(self) -> bool:
        """Be as high as the text needs."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Be as high as the text needs."""
        laid = self._laid(width)
        return max(1, laid.lines) * laid.line_height

    def sizeHint(self) -> QSize:
        """Ask for a readable width; for its own where there is one line."""
        width = theme.px(240)
        if self._most == 1:
            width = math.ceil(self._laid(_ENDLESS).layout.maximumWidth()) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow column."""
        return QSize(theme.px(80), self._laid(theme.px(80)).line_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        self._laid(self.width()).paint(QPainter(self), QPointF(0, 0))

    def _laid(self, width: int) -> Laid:
        return lay_out(self._runs, fonts.font(self._role, tabular=True), width, self._most)
