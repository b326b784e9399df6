"""*Réserve*: what comes only by a hand or a condition; one of it can be made the next one."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from care_desktop.scenario.ids import InjectId
from ui import theme
from ui.conduct.choice_list import ChoiceList, Named
from ui.conduct.console import Console
from ui.conduct.names import cells_named, channel_of, inject_code, inject_title, joined, recipients_of
from ui.conduct.panels.inject_words import InjectWords
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.parts import Foot, Part, Parts
from ui.conduct.running_order import reserve, waits
from ui.conduct.seen import Seen
from ui.conduct.signs import CHANNEL_ICONS
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.field import LineField

_LIST = 300


class _Draft(NamedTuple):
    looked_for: str
    chosen: str


class ReservePanel(Panel):
    """A list that narrows as one types, and the sheet of what is chosen."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "archive")
        say = self.voice.say
        self.set_title(say("action.conduct.reserve"))
        self._find = LineField(say("conduct.reserve_search"), icon="search")
        self._find.setAccessibleName(say("conduct.reserve_search"))
        self._find.textEdited.connect(self._narrow)
        self._find.returnPressed.connect(self._take)
        self.list = ChoiceList(say("action.conduct.reserve"))
        self.list.chosen.connect(self._show)
        self.list.entered_row.connect(self._take)
        improvise = Button(text=say("action.conduct.improvise"))
        improvise.clicked.connect(lambda: console.open("improvise"))
        self._empty = Empty(
            say("conduct.reserve_hint"), improvise, icon="archive", title=say("conduct.reserve_empty")
        )
        self._words = InjectWords(console)
        self._choose = Button("primary", text=say("conduct.make_next"))
        self._choose.clicked.connect(self._take)
        self._lay_out()
        theme.signals.changed.connect(self._take_widths)
        self._take_widths()

    def begin(self, what: object) -> None:
        """Offer all of it."""
        if isinstance(what, str):
            self.list.choose(what)

    def draft(self) -> object:
        """What is looked for, and what is chosen."""
        return _Draft(self._find.text(), self.list.value())

    def take_up(self, draft: object) -> None:
        """Hold what was looked for, and what was chosen."""
        seen = self.console.seen
        if isinstance(draft, _Draft) and seen is not None:
            self._find.setText(draft.looked_for)
            self.refresh(seen)
            self.list.choose(draft.chosen)

    def refresh(self, seen: Seen) -> None:
        """Offer what is in reserve now."""
        wanted = self._find.text().strip().casefold()
        rows = [
            Named(
                inject,
                inject_title(seen, inject),
                joined(inject_code(seen, inject), cells_named(seen, recipients_of(seen, inject))),
                CHANNEL_ICONS[channel_of(seen, inject)],
            )
            for inject in reserve(seen)
            if waits(seen, inject)
        ]
        self.set_detail(self.voice.say("conduct.reserve_count", n=len(rows)))
        shown = [row for row in rows if wanted in f"{row.name} {row.detail}".casefold()]
        self.list.offer(shown)
        if shown and not self.list.value():
            self.list.choose(shown[0].key)
        self._empty.setVisible(not rows)
        self._inside.setVisible(bool(rows))
        self._choose.setEnabled(bool(shown))

    def first(self) -> QWidget:
        """The line that narrows."""
        return self._find if self._inside.isVisibleTo(self) else super().first()

    def _narrow(self) -> None:
        seen = self.console.seen
        if seen is not None:
            self.refresh(seen)

    def _show(self) -> None:
        seen, inject = self.console.seen, self.list.value()
        if seen is not None and inject:
            self._words.show_inject(seen, InjectId(inject))

    def _take(self) -> None:
        inject = self.list.value()
        if inject:
            self._find.clear()
            self.console.choose(InjectId(inject))
            self.closed.emit()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        self._filter = QVBoxLayout()
        self._filter.addWidget(self._find)
        left.addLayout(self._filter)
        left.addWidget(self.list, 1)
        injects = QWidget()
        injects.setLayout(left)
        self._inside = Parts(Part(injects, _LIST), Part(self._words), foot=Foot(self._choose))
        self.body.addWidget(self._inside, 1)
        self.body.addWidget(self._empty, 1)

    def _take_widths(self) -> None:
        side = theme.px(10)
        self._filter.setContentsMargins(side, side, side, side)
