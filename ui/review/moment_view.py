"""One moment in words: who decided what, the question, the extract, what may be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui import theme
from ui.review.signs import GRADES
from ui.review.telling import QUALITIES
from ui.widgets.chip import Chip
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label

if TYPE_CHECKING:
    from ui.review.extract import Row
    from ui.review.moments import Appraisal, Beside, Moment
    from ui.voice import Voice


class MomentView(QWidget):
    """Written anew for each moment."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_moment(self, moment: Moment) -> None:
        """Write a moment."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for part in self._parts(moment):
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._column.addWidget(content)

    def _parts(self, moment: Moment) -> list[QWidget | QLayout]:
        parts: list[QWidget | QLayout] = [Label("section", text=moment.title)]
        parts += [Label(tone="ink2", text=told) for told in moment.told]
        if moment.question:
            parts.append(_Quote(self._voice.say("review.question", text=moment.question)))
        # Above what is long: what was just noted is seen to be there
        parts += [
            Label(text=self._voice.say("review.finding_told", text=finding)) for finding in moment.findings
        ]
        if moment.rows:
            parts.append(self._extract(moment.rows))
        if moment.appraisal is not None:
            parts.append(self._appraisal(moment.appraisal))
        if moment.beside is not None:
            parts.append(_beside(moment.beside))
        if moment.feedback:
            parts.append(Label("detail", "ink2", text=moment.feedback))
        return parts

    def _extract(self, rows: tuple[Row, ...]) -> QLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for line, row in enumerate(rows):
            grid.addWidget(
                Label("detail", "ink2", text=self._voice.play(row.play), tabular=True, wrap=False),
                line,
                0,
                top,
            )
            grid.addWidget(Label("detail", text=row.text), line, 1)
        return grid

    def _appraisal(self, appraisal: Appraisal) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        if appraisal.grade is not None:
            tone, icon = GRADES[appraisal.grade]
            word = self._voice.say(QUALITIES[appraisal.grade])
            row.addWidget(Chip(tone, icon, word[:1].upper() + word[1:]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label("detail", "ink2", text=appraisal.according), 1)
        return row


class _Quote(QFrame):
    """The question, with a bar at its left."""

    def __init__(self, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        bar = QFrame()
        bar.setProperty("role", "accent")
        bar.setFixedWidth(theme.px(3))
        row.addWidget(bar)
        row.addWidget(Label("say", text=text), 1)


def _beside(beside: Beside) -> QFrame:
    """The reference and our hour in a box of their own, and what may be made of them."""
    box = QFrame()
    box.setProperty("role", "note")
    row = QHBoxLayout(box)
    row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
    row.setSpacing(theme.px(10))
    row.addWidget(IconLabel("info", 16, "ink2"), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(theme.px(4))
    for text in beside.lines:
        column.addWidget(Label("detail", "ink2", text=text))
    row.addLayout(column, 1)
    return box
