"""Two columns where there is room, one below the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui import theme

SIDE = 392
# A window of 1180 without its rail
_ENOUGH = 1096
# Not to change its mind at each pixel
_MARGIN = 24


class Columns(QWidget):
    """``main`` takes what is left, ``side`` a width of its own; one column where there is little room."""

    def __init__(self, main: QWidget, side: QWidget) -> None:
        super().__init__()
        self._main, self._side = main, side
        self.is_single = False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(main, 1)
        self._box.addWidget(side)
        main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the wider of the two: below that they stand one below the other."""
        hint = super().minimumSizeHint()
        width = max(self._main.minimumSizeHint().width(), self._side.minimumSizeHint().width())
        return QSize(min(hint.width(), width), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between the two."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        enough = theme.px(_ENOUGH - 2 * 28) + (theme.px(_MARGIN) if self.is_single else 0)
        single = self.width() < enough
        if single == self.is_single:
            return
        self.is_single = single
        self._take_sizes()

    def _take_sizes(self) -> None:
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if self.is_single else directions.LeftToRight)
        self._box.setSpacing(theme.px(20))
        if self.is_single:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.maximumWidth())
        else:
            self._side.setFixedWidth(theme.px(SIDE))
        self.updateGeometry()
