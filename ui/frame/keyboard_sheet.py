"""The sheet of keys: what can be done by key here, in columns, in place of the panes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.actions import GROUPS, Action, Actions
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.key import KeyCap
from ui.widgets.pane import Pane, Rule
from ui.widgets.text import Label
from ui.widgets.way_back import WayBack

_COLUMNS = 3
_NARROW = 760
_HEADING, _NOTE = 1.6, 1.6
"""How many lines the name of a group is worth, and the note that ends the last column."""


class KeyboardSheet(Pane):
    """Made anew each time it opens, from the actions at hand; Escape closes it and gives the focus back."""

    closed = Signal()

    def __init__(self, window: QWidget, actions: Actions, voice: Voice) -> None:
        super().__init__("keyboard", opened=True)
        self.setParent(window)
        self._window, self._actions, self._voice = window, actions, voice
        self._back = WayBack()
        self._close = Button("quiet")
        self._close.clicked.connect(self.close_up)
        self.set_action(self._close)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_body(self._scroll)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        voice.changed.connect(self._fill_anew)
        theme.signals.changed.connect(self._fill_anew)

    def open(self) -> None:
        """Show the keys that live now."""
        self._back.remember(self.window().focusWidget())
        self._fill()
        self.show()
        self.raise_()
        self._scroll.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        self.set_title(self._voice.say("frame.sheet"))
        self._close.setText(self._voice.say("frame.close"))
        self._close.set_key(self._voice.key("Esc"))
        self._scroll.setWidget(self._sheet())
        self._scroll.setAccessibleName(self._voice.say("frame.sheet"))

    def _fill_anew(self) -> None:
        if self.isVisible():
            self._fill()

    def close_up(self) -> None:
        """Go, and give the focus back."""
        self.hide()
        self._back.go()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            return
        super().keyPressEvent(event)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Go when the focus comes to what lies below: it must be to be seen."""
        window = self._window
        if now is None or not self.isVisible() or self.isAncestorOf(now) or not window.isAncestorOf(now):
            return
        if self.geometry().contains(now.mapTo(window, now.rect().center())):
            self._back.forget()
            self.hide()
            self.closed.emit()

    def _sheet(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "paper")
        row = QHBoxLayout(page)
        margin = theme.px(20)
        row.setContentsMargins(margin, theme.px(14), margin, theme.px(10))
        row.setSpacing(theme.px(36))
        columns = [QVBoxLayout() for _ in range(_COLUMNS if self.width() > theme.px(_NARROW) else 1)]
        groups = self._groups()
        lengths = [len(own) + _HEADING for _, own in groups]
        for (group, own), place in zip(groups, shares(lengths, len(columns)), strict=True):
            columns[place].addLayout(self._group(group, own))
        for column in columns:
            column.setSpacing(theme.px(18))
            column.addStretch(1)
            row.addLayout(column, 1)
        columns[-1].insertWidget(
            columns[-1].count() - 1, Label("detail", "ink2", text=self._voice.say("frame.sheet_note"))
        )
        return page

    def _groups(self) -> list[tuple[str, list[Action]]]:
        keyed = [action for action in self._actions.at_hand() if action.keys]
        groups = [(group, [one for one in keyed if one.group == group]) for group in GROUPS]
        return [(group, own) for group, own in groups if own]

    def _group(self, group: str, own: list[Action]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(Label("text", "acc", text=self._voice.say(GROUPS[group]), weight=700))
        for action in own:
            line = QHBoxLayout()
            line.setSpacing(theme.px(6))
            line.addWidget(Label("text", text=self._actions.text(action.id)), 1)
            for key in dict.fromkeys(map(self._voice.key, action.keys)):
                line.addWidget(KeyCap(key))
            column.addLayout(line)
            column.addWidget(Rule())
        return column


def shares(lengths: Sequence[float], columns: int) -> tuple[int, ...]:
    """The column of each group, so that the longest column is as short as can be."""
    ways = product(range(columns), repeat=len(lengths))
    return min(ways, key=lambda way: sorted(_heights(lengths, way, columns), reverse=True))


def _heights(lengths: Sequence[float], way: Sequence[int], columns: int) -> list[float]:
    heights = [0.0] * columns
    for length, place in zip(lengths, way, strict=True):
        heights[place] += length
    heights[-1] += _NOTE
    return heights
