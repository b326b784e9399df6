"""Rows that leave something out where they lack room, in an order that is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.reading_order import laid_out

Level = Callable[[], None]


class FittingRow(QWidget):
    """A row that shows the first of its levels that fits: each sets what is shown, the last is the least."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self._levels: Sequence[Level] = ()
        self._fitting = False

    def set_levels(self, *levels: Level) -> None:
        """Say what may be left out."""
        self._levels = levels
        self.fit()

    def fit(self) -> None:
        """Show as much as there is room for."""
        if self._fitting:
            return
        self._fitting = True
        for level in self._levels:
            level()
            if self._needed() <= self.width():
                break
        self.row.invalidate()
        self.row.activate()
        self._fitting = False

    def minimumSizeHint(self) -> QSize:
        """Be content with what is always shown."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again at what fits."""
        super().resizeEvent(event)
        self.fit()

    def _needed(self) -> int:
        shown = [widget for widget in self._widgets() if not widget.isHidden()]
        wide = sum(max(widget.sizeHint().width(), widget.minimumWidth()) for widget in shown)
        return wide + self.row.spacing() * max(0, len(shown) - 1)

    def _widgets(self) -> list[QWidget]:
        return [part for part in laid_out(self.row) if isinstance(part, QWidget)]
