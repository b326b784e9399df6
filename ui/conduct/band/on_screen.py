"""*À l'écran*: the wall as it is, and the hand on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui import theme
from ui.conduct.band.fitting import FittingRow
from ui.conduct.console import Console
from ui.conduct.decision_rows import rows as decisions
from ui.conduct.names import decision_code, inject_code, inject_named
from ui.conduct.seen import Seen
from ui.room.miniature import Miniature
from ui.widgets.button import Button
from ui.widgets.pane import IconLabel
from ui.widgets.text import ElidedLabel, Label

_MOST_SEEN = 6
_RADIUS, _SIDE = 10, 12


class OnScreen(QWidget):
    """A live miniature; freeze, black, and what to show."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._voice, self._room = console, console.context.voice, console.context.room
        self._mark = IconLabel("presentation", 16, "sink2")
        self._word = Label("detail", "sink2", weight=700, wrap=False)
        self._what = ElidedLabel("detail", "sink2", tabular=True)
        self.miniature = Miniature(self._room, self._voice)
        self.freeze, self.black, self.view = Button("stage"), Button("stage"), Button("stage")
        for button, action in ((self.freeze, "conduct.freeze"), (self.black, "conduct.black")):
            button.setCheckable(True)
            button.clicked.connect(partial(self._trigger, action))
        self.view.set_icon(None, "chevron-down")
        self.view.clicked.connect(self._offer)
        self._head, self._hands = QHBoxLayout(), FittingRow()
        for widget in (self._mark, self._word):
            self._head.addWidget(widget)
        self._head.addWidget(self._what, 1)
        for button in (self.freeze, self.black):
            self._hands.row.addWidget(button)
        self._hands.row.addWidget(self.view, 1)
        self._hands.row.addStretch(0)
        self._alone = False
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.miniature, 1)
        self._column.addWidget(self._hands)
        self._room.changed.connect(self._look)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()
        self.retranslate()

    def stand(self, *, alone: bool) -> None:
        """Out of the band, have a dark ground of its own: it is drawn for that ground alone."""
        self._alone = alone
        self._hands.row.setStretchFactor(self.view, 0 if alone else 1)
        self._hands.row.setStretch(self._hands.row.count() - 1, int(alone))
        self._take_sizes()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, where it is not that of the band."""
        super().paintEvent(event)
        if self._alone:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            half = theme.px(1) / 2
            painter.setPen(QPen(theme.color("stageL"), theme.px(1)))
            painter.setBrush(theme.color("stage"))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(half, half, -half, -half), theme.px(_RADIUS), theme.px(_RADIUS)
            )

    def refresh(self, seen: Seen) -> None:
        """Say what is on the wall, and since when."""
        self._what.setText(self._said(seen))
        self._look()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        say = self._voice.say
        self._word.setText(say("conduct.on_screen_word"))
        self.freeze.setText(say("action.conduct.freeze"))
        self.black.setText(say("action.conduct.black"))
        self.view.setText(say("conduct.view"))
        key = self._console.context.actions.key("conduct.black")
        self._hands.set_levels(partial(self.black.set_key, key), partial(self.black.set_key, ""))

    def views_menu(self) -> QMenu:
        """What can be put on the wall."""
        room, say, seen = self._room, self._voice.say, self._console.seen
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("conduct.view_situation"), room.show_situation)
        menu.addAction(say("conduct.view_recovery"), room.show_recovery)
        if seen is not None:
            self._add_seen(menu, seen)
        menu.addSeparator()
        actions = self._console.context.actions
        for action in ("conduct.next_page", "conduct.previous_page", "conduct.light_room"):
            offered = menu.addAction(actions.text(action), partial(actions.trigger, action))
            offered.setEnabled(actions.refusal(action) is None)
        menu.addSeparator()
        if room.is_open:
            menu.addAction(say("conduct.close_room"), room.close)
        for name in room.screen_names():
            menu.addAction(say("conduct.open_room", screen=name), partial(room.open, name))
        return menu

    def _add_seen(self, menu: QMenu, seen: Seen) -> None:
        launched = [
            (one.launched, inject) for inject, one in seen.view.injects.items() if one.launched is not None
        ]
        for _, inject in sorted(launched, reverse=True)[:_MOST_SEEN]:
            menu.addAction(_plain(inject_named(seen, inject)), partial(self._room.show_inject, inject))
        for row in decisions(seen):
            if row.is_open and row.decision is not None:
                text = f"{decision_code(seen, row.decision)}, {row.title}"
                menu.addAction(_plain(text), partial(self._room.show_decision, row.decision))

    def _said(self, seen: Seen) -> str:
        inject = self._room.inject
        launched = None if inject is None else seen.inject(inject).launched_at
        if inject is None or launched is None:
            return ""
        since = self._voice.duration(max(0, seen.now.play - launched.play))
        said = self._voice.say("conduct.since", what=inject_code(seen, inject), time=since)
        if self._room.pages < 2:
            return said
        return self._voice.say("conduct.page_of", what=said, n=self._room.page + 1, of=self._room.pages)

    def _look(self) -> None:
        self.freeze.setChecked(self._room.is_frozen)
        self.black.setChecked(self._room.is_black)

    def _trigger(self, action: str) -> None:
        self._console.context.actions.trigger(action)
        self._look()

    def _offer(self) -> None:
        self.views_menu().popup(self.view.mapToGlobal(self.view.rect().bottomLeft()))

    def _take_sizes(self) -> None:
        side = theme.px(_SIDE) if self._alone else 0
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.px(6))
        self._head.setSpacing(theme.px(6))
        self._hands.row.setSpacing(theme.px(6))


def _plain(text: str) -> str:
    return text.replace("&", "&&")
