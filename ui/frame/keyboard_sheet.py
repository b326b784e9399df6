"""The sheet of keys: what can be done by key here, in columns, in place of the panes."""

from __future__ import annotations

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

_COLUMNS = 3
_NARROW = 760
_HEADING = 2
"""How many lines the name of a group is worth."""


class KeyboardSheet(Pane):
    """Made anew each time it opens, from the actions at hand; Escape closes it and gives the focus back."""

    closed = Signal()

    def __init__(self, window: QWidget, actions: Actions, voice: Voice) -> None:
        super().__init__("keyboard", opened=True)
        self.setParent(window)
        self._window, self._actions, self._voice = window, actions, voice
        self._before: QWidget | None = None
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
        self._before = self.window().focusWidget()
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
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
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
            self._before = None
            self.hide()
            self.closed.emit()

    def _sheet(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "paper")
        row = QHBoxLayout(page)
        margin = theme.px(20)
        row.setContentsMargins(margin, theme.px(14), margin, margin)
        row.setSpacing(theme.px(36))
        columns = [QVBoxLayout() for _ in range(_COLUMNS if self.width() > theme.px(_NARROW) else 1)]
        lengths = [0] * len(columns)
        placed: list[list[tuple[str, list[Action]]]] = [[] for _ in columns]
        for group, own in sorted(self._groups(), key=lambda one: -len(one[1])):
            place = lengths.index(min(lengths))
            placed[place].append((group, own))
            lengths[place] += len(own) + _HEADING
        for column, groups in zip(columns, sorted(placed, key=_first), strict=True):
            for group, own in sorted(groups, key=lambda one: list(GROUPS).index(one[0])):
                column.addLayout(self._group(group, own))
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


def _first(groups: list[tuple[str, list[Action]]]) -> int:
    """Where in the order of reading a column begins."""
    return min((list(GROUPS).index(group) for group, _ in groups), default=len(GROUPS))
