"""Two panes side by side where there is room for both, as tabs where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QTabWidget, QWidget

from ui import fonts, theme
from ui.widgets.text import kept_fonts

_LEFT, _RIGHT, _SLACK = 560, 372, 24


class Columns(QWidget):
    """The same two panes, moved between a splitter and tabs."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._panes = (left, right)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._names = ("", "")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self.tabs)
        for pane in self._panes:
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(0, 1)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    @property
    def are_tabs(self) -> bool:
        """Whether only one pane is in sight."""
        return self._stack.currentWidget() is self.tabs

    def set_names(self, left: str, right: str) -> None:
        """Name the tabs."""
        self._names = (left, right)
        for place in range(self.tabs.count()):
            self.tabs.setTabText(place, self._names[place])

    def show_pane(self, pane: QWidget) -> None:
        """Bring a pane into sight."""
        if self.are_tabs:
            self.tabs.setCurrentWidget(pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between columns and tabs."""
        super().resizeEvent(event)
        self._choose()

    def _take_sizes(self) -> None:
        self.splitter.setHandleWidth(theme.px(10))
        self._panes[1].setMinimumWidth(theme.px(300))
        self.tabs.tabBar().setFont(fonts.font("text", 600))
        self._choose()

    def _choose(self) -> None:
        needs = theme.px(_LEFT + _RIGHT)
        if self.are_tabs:
            needs += theme.px(_SLACK)
        narrow = self.width() < needs
        if narrow != self.are_tabs:
            with kept_fonts(self):
                self._move(narrow=narrow)
        if not narrow:
            right = theme.px(_RIGHT)
            self.splitter.setSizes([self.width() - right - self.splitter.handleWidth(), right])

    def _move(self, *, narrow: bool) -> None:
        if narrow:
            for pane, name in zip(self._panes, self._names, strict=True):
                self.tabs.addTab(pane, name)
            self._stack.setCurrentWidget(self.tabs)
            return
        for pane in self._panes:
            self.splitter.addWidget(pane)
            pane.show()
        self._stack.setCurrentWidget(self.splitter)
