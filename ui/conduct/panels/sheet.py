"""The sheet of an inject: all there is to say, and whom it reached."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.scenario.ids import CellId, InjectId
from ui import theme
from ui.conduct.console import Console
from ui.conduct.names import cell_named, inject_code, recipients_of
from ui.conduct.panels.inject_words import InjectWords
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.parts import Part, Parts
from ui.conduct.running_order import waits
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.text import Label

_MARKS = 300


class SheetPanel(Panel):
    """Words at the left, recipients at the right: each is marked by itself."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "scroll-text")
        self._inject: InjectId | None = None
        self._words = InjectWords(console)
        self._marks = Column(side=16, spacing=10)
        self._recipients: dict[CellId, _Recipient] = {}
        say = self.voice.say
        self._head = Label("text", text=say("conduct.recipients"), weight=700)
        self._next, self._wall = (
            Button(text=say("conduct.make_next")),
            Button(text=say("conduct.show_in_room")),
        )
        self._next.clicked.connect(self._choose)
        self._wall.clicked.connect(self._show_in_room)
        self._marks.inside.addWidget(self._head)
        self._marks.inside.addStretch(1)
        for button in (self._wall, self._next):
            self._marks.inside.addWidget(button)
        self.set_body(Parts(Part(self._words), Part(self._marks, _MARKS)))

    def begin(self, what: object) -> None:
        """About an inject."""
        self._inject = what if isinstance(what, str) else self.console.following
        for mark in self._recipients.values():
            self._marks.inside.removeWidget(mark)
            mark.hide()
            mark.deleteLater()
        self._recipients = {}

    def refresh(self, seen: Seen) -> None:
        """Show it as it is now."""
        inject = self._inject
        if inject is None:
            return
        self.set_title(self.voice.say("conduct.sheet_of", code=inject_code(seen, inject)))
        self._words.show_inject(seen, inject)
        launched = seen.inject(inject).launched is not None
        cells = recipients_of(seen, inject)
        self._head.setVisible(bool(cells))
        for place, cell in enumerate(cells):
            mark = self._recipients.get(cell)
            if mark is None:
                mark = self._recipients[cell] = _Recipient(self.console, inject, cell)
                self._marks.inside.insertWidget(place + 1, mark)
            mark.refresh(seen)
        self._next.setVisible(waits(seen, inject) and self.console.following != inject)
        self._wall.setVisible(launched)

    def first(self) -> QWidget:
        """The first mark that can be made."""
        for mark in self._recipients.values():
            if mark.reached.isEnabled() and mark.reached.isVisibleTo(self):
                return mark.reached
        return self._next if self._next.isVisibleTo(self) else super().first()

    def _choose(self) -> None:
        if self._inject is not None:
            self.console.choose(self._inject)

    def _show_in_room(self) -> None:
        if self._inject is not None:
            self.console.context.room.show_inject(self._inject)


class _Recipient(QWidget):
    def __init__(self, console: Console, inject: InjectId, cell: CellId) -> None:
        super().__init__()
        self._voice, self._inject, self._cell = console.context.voice, inject, cell
        say = self._voice.say
        self._name = Label("text", weight=500)
        self._chip = Chip()
        self.reached = Button(icon="check", text=say("conduct.reached"))
        self.missed = Button(icon="phone-missed", text=say("conduct.missed"))
        self.reached.clicked.connect(partial(console.deliver, inject, [cell]))
        self.missed.clicked.connect(partial(console.miss, inject, [cell]))
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._chip)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        buttons.addWidget(self.reached)
        buttons.addWidget(self.missed)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addLayout(buttons)

    def refresh(self, seen: Seen) -> None:
        """Show whether it reached them."""
        one, say = seen.inject(self._inject), self._voice.say
        name = cell_named(seen, self._cell)
        self._name.setText(name)
        tries = [delivery for delivery in one.deliveries if delivery.recipient == self._cell]
        at = next((delivery.at for delivery in tries if delivery.at is not None), None)
        self._chip.setVisible(bool(tries))
        if at is not None:
            hour = self._voice.hour(seen.view.line.story_at(at))
            self._chip.show_state("ok", "check", say("conduct.delivered_at", hour=hour))
        elif tries:
            self._chip.show_state("warn", "phone-missed", say("conduct.not_reached"))
        for button in (self.reached, self.missed):
            button.setVisible(one.launched is not None and at is None)
            button.setAccessibleName(f"{button.words()}, {name}")
