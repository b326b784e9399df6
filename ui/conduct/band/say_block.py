"""What to say: two lines of it, and the rest one gesture away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import fonts, theme
from ui.conduct.runs import Laid, Run, lay_out
from ui.voice import Voice

_BAR, _INDENT = 3, 13
_LEADING = 1.36


class SayBlock(QAbstractButton):
    """The words for the players, then the advice for the animator; a press opens the whole sheet."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._runs: tuple[Run, ...] = ()
        self._lines = 2
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.signals.changed.connect(self.updateGeometry)

    def show_words(self, words: str, advice: str) -> None:
        """Show what to say and what to mind."""
        said = (
            words
            if not words or words.startswith(("«", "“"))
            else self._voice.say("conduct.quoted", words=words)
        )
        self._runs = (Run(said, 400, "sink"), Run(f" {advice}" if said and advice else advice, 400, "sink2"))
        self.setAccessibleName(
            "".join(run.text for run in self._runs) or self._voice.say("conduct.open_sheet")
        )
        self.update()

    def set_lines(self, lines: int) -> None:
        """Have room for some lines."""
        self._lines = lines
        self.updateGeometry()

    def is_cut(self) -> bool:
        """Tell whether there is more than is shown."""
        return self._laid().cut

    def sizeHint(self) -> QSize:
        """Be as high as its lines."""
        return QSize(theme.px(200), self._lines * self._line_height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow column."""
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar, the lines, and that there is more."""
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, theme.px(_BAR), self.height()), theme.color("go"))
        laid = self._laid()
        if not laid.cut:
            laid.paint(painter, QPointF(theme.px(_INDENT), 0))
            return
        self._paint_cut(painter, laid)

    def _paint_cut(self, painter: QPainter, laid: Laid) -> None:
        """Paint the last line short, so that « lire la suite » has room after it."""
        left = theme.px(_INDENT)
        more = self._voice.say("conduct.read_on")
        font = fonts.font("say")
        width = QFontMetrics(font).horizontalAdvance(more)
        whole, last = "".join(run.text for run in self._runs), laid.lines - 1
        for number in range(last):
            laid.layout.lineAt(number).draw(painter, QPointF(left, number * laid.line_height))
        start = laid.layout.lineAt(last).textStart()
        room = self.width() - left - width - theme.px(10)
        shown = QFontMetrics(font).elidedText(whole[start:], Qt.TextElideMode.ElideRight, room)
        line = QRect(left, last * laid.line_height, room, laid.line_height)
        painter.setFont(font)
        painter.setPen(theme.color("sink" if start < len(self._runs[0].text) else "sink2"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        end = left + QFontMetrics(font).horizontalAdvance(shown) + theme.px(8)
        painter.setPen(theme.color("go"))
        painter.drawText(
            QRect(end, line.top(), width + 2, line.height()), Qt.AlignmentFlag.AlignVCenter, more
        )

    def _laid(self) -> Laid:
        return lay_out(self._runs, fonts.font("say"), self.width() - theme.px(_INDENT), self._lines)

    def _line_height(self) -> int:
        return round(fonts.font("say").pixelSize() * _LEADING)
