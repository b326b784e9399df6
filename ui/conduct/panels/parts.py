"""The parts of a panel: side by side where there is room, else one under another in a column that scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui import theme
from ui.conduct.scrolling import Column
from ui.widgets.pane import Rule
from ui.widgets.text import kept_fonts

_WIDE, _HIGH, _LIST = 560, 160, 140


class Part(NamedTuple):
    """A part and its width at 100 %; 0 takes what is left."""

    widget: QWidget
    width: int = 0


class Foot(QWidget):
    """What a form does when it is filled in, at the right below its parts."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.addStretch(1)
        for button in buttons:
            self._line.addWidget(button)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def _take_sizes(self) -> None:
        side, above = theme.px(16), theme.px(10)
        self._line.setContentsMargins(side, above, side, above)
        self._line.setSpacing(theme.px(8))


class Parts(QWidget):
    """Parts from left to right, with a foot below those after the first one that has no width of its own."""

    def __init__(self, *parts: Part, foot: QWidget | None = None) -> None:
        super().__init__()
        self._parts, self._foot = parts, foot
        self._stacked: bool | None = None
        self._beside, self._under = QWidget(), Column()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._beside)
        self._pages.addWidget(self._under)
        self._row = QHBoxLayout(self._beside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        theme.signals.changed.connect(self._stand)
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        super().resizeEvent(event)
        stacked = self.width() < theme.px(_WIDE) or self.height() < theme.px(_HIGH)
        if stacked != self._stacked:
            self._stacked = stacked
            self._stand()

    def _stand(self) -> None:
        stacked = bool(self._stacked)
        with kept_fonts(self):
            for part in self._parts:
                self._let_grow(part, stacked=stacked)
            _empty(self._row)
            _empty(self._under.inside)
            if stacked:
                self._put_under()
            else:
                self._put_beside()
        self._pages.setCurrentIndex(int(stacked))

    def _put_under(self) -> None:
        for part in self._parts:
            self._under.inside.addWidget(part.widget)
            self._under.inside.addWidget(Rule())
        if self._foot is not None:
            self._under.inside.addWidget(self._foot)
        self._under.inside.addStretch(1)

    def _put_beside(self) -> None:
        fixed: list[Part] = []
        rest = list(self._parts)
        while self._foot is not None and rest and rest[0].width:
            fixed.append(rest.pop(0))
        for part in fixed:
            self._row.addWidget(part.widget)
            self._row.addWidget(Rule(vertical=True))
        if self._foot is None:
            self._put_row(self._row, rest)
            return
        column = QVBoxLayout()
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._put_row(row, rest)
        column.addLayout(row, 1)
        column.addWidget(Rule())
        column.addWidget(self._foot)
        self._row.addLayout(column, 1)

    @staticmethod
    def _put_row(row: QHBoxLayout, parts: Sequence[Part]) -> None:
        for number, part in enumerate(parts):
            if number:
                row.addWidget(Rule(vertical=True))
            row.addWidget(part.widget, 0 if part.width else 1)

    @staticmethod
    def _let_grow(part: Part, *, stacked: bool) -> None:
        widget = part.widget
        widget.setMinimumWidth(0 if stacked or not part.width else theme.px(part.width))
        widget.setMaximumWidth(_ENDLESS if stacked or not part.width else theme.px(part.width))
        inner = [widget, *widget.findChildren(QWidget)]
        for one in inner:
            if isinstance(one, Column):
                one.unroll(whole=stacked)
            elif isinstance(one, QAbstractItemView):
                one.setMaximumHeight(theme.px(_LIST) if stacked else _ENDLESS)
                one.setMinimumHeight(theme.px(_LIST) if stacked else 0)


_ENDLESS = 16_777_215


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    """Take everything out; rules go, parts stay for their next place."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if isinstance(inner, QHBoxLayout | QVBoxLayout):
            _empty(inner)
            inner.deleteLater()
        widget = item.widget()
        if isinstance(widget, Rule):
            widget.hide()
            widget.deleteLater()
