"""Who decided, on whose authority, when, and why in a line."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.scenario.ids import CellId, DecisionId, FunctionId
from care_desktop.scenario.time import PlayMs
from ui import theme
from ui.conduct.console import Console
from ui.conduct.decision_form import functions, usual_authority
from ui.conduct.fact_time import play_of
from ui.conduct.seen import Seen
from ui.widgets.button import Button
from ui.widgets.field import Captioned, Choice, LineField, TimeField
from ui.widgets.text import Label

_CAPTION = 92


class WhoDraft(NamedTuple):
    """What is filled in, in no language."""

    cell: str
    by: str
    authority: str
    hour: str
    offered: tuple[str, PlayMs] | None
    why: str


class DecisionWho(QWidget):
    """The right side of the decision panel; ``wrote`` comes with Enter in the line."""

    wrote = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._voice = console, console.context.voice
        say = self._voice.say
        self._decision: DecisionId | None = None
        self._offered: tuple[str, PlayMs] | None = None
        self._cell, self._by, self._authority = Choice(), Choice(), Choice()
        self._cell.chosen.connect(self._offer_functions)
        self._hour = TimeField(self._voice)
        self._now = Button("quiet", small=True, text=say("conduct.now"))
        self._now.clicked.connect(self.set_now)
        # Whose leave it may be is proposed and never filled in: the report repeats what was written down
        self._proposed = Label("detail", "ink2")
        self._adopt = Button("quiet", small=True, text=say("conduct.adopt_authority"))
        self._adopt.clicked.connect(self._take_proposed)
        self._authority.chosen.connect(self._show_proposed)
        self._why = LineField()
        self._why.returnPressed.connect(self.wrote)
        hour = QWidget()
        row = QHBoxLayout(hour)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Captioned(say("conduct.fact_hour"), self._hour, before=_CAPTION))
        row.addWidget(self._now)
        row.addStretch(1)
        self._proposal = QWidget()
        self._adopting = QHBoxLayout(self._proposal)
        self._adopting.addWidget(self._proposed, 1)
        self._adopting.addWidget(self._adopt)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._which = Captioned(say("conduct.cell"), self._cell, before=_CAPTION)
        for widget in (
            self._which,
            Captioned(say("conduct.who"), self._by, before=_CAPTION),
            Captioned(say("conduct.by_authority"), self._authority, before=_CAPTION),
            self._proposal,
            hour,
            Captioned(say("conduct.why_line"), self._why),
        ):
            self._column.addWidget(widget)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def offer(self, seen: Seen, decision: DecisionId | None, cells: tuple[CellId, ...]) -> None:
        """Offer the cells, and whoever may have decided."""
        anew = decision != self._decision or not self._hour.text()
        if decision != self._decision:
            self._by.choose("")
            self._authority.choose("")
        self._decision = decision
        self._cell.set_options([(cell, self._voice.text(seen.index.cells[cell].name)) for cell in cells])
        self._which.setVisible(len(cells) > 1)
        self._offer_functions()
        if anew:
            self.set_now()

    def set_now(self) -> None:
        """The fact is of this moment."""
        seen = self._console.seen
        if seen is not None:
            self._offered = (self._voice.hour(seen.now.story), seen.now.play)
            self._hour.setText(self._offered[0])
            self._hour.check()

    def check(self) -> bool:
        """Whether the hour is one that has come; complains if not."""
        seen = self._console.seen
        if not self._hour.check() or seen is None:
            return False
        come = play_of(seen, self._hour.text()) is not None
        self._hour.set_error(None if come else self._voice.say("conduct.hour_not_come"))
        return come

    def cell(self) -> str:
        """Which cell decided."""
        return self._cell.value()

    def by(self) -> FunctionId | None:
        """Who decided."""
        return self._by.value() or None

    def authority(self) -> FunctionId | None:
        """On whose authority."""
        return self._authority.value() or None

    def fact_at(self, seen: Seen) -> PlayMs | None:
        """When it was decided: to the millisecond where the hour that was offered is left as it is."""
        if self._offered is not None and self._offered[0] == self._hour.text():
            return self._offered[1]
        asked = None if self._decision is None else seen.decision(self._decision).opened_at
        return play_of(seen, self._hour.text(), asked)

    def reason(self) -> str:
        """Why, in a line."""
        return self._why.text().strip()

    def rest(self) -> None:
        """Offer no hour any more: the next time it is that of then, unless somebody typed one."""
        if self._offered is not None and self._offered[0] == self._hour.text():
            self._hour.clear()

    def draft(self) -> WhoDraft:
        """What is filled in."""
        return WhoDraft(
            self.cell(),
            self._by.value(),
            self._authority.value(),
            self._hour.text(),
            self._offered,
            self._why.text(),
        )

    def take_up(self, draft: WhoDraft) -> None:
        """Hold what was filled in."""
        self._cell.choose(draft.cell)
        self._offer_functions()
        self._by.choose(draft.by)
        self._authority.choose(draft.authority)
        self._offered = draft.offered
        self._hour.setText(draft.hour)
        self._why.setText(draft.why)
        self._show_proposed()

    def clear(self) -> None:
        """Nothing is filled in any more."""
        self._by.choose("")
        self._authority.choose("")
        self._why.clear()
        self._hour.clear()

    def _offer_functions(self) -> None:
        seen = self._console.seen
        if seen is None:
            return
        cell = self._cell.value() or None
        nobody = ("", self._voice.say("conduct.not_said"))
        names = [(one, self._voice.text(seen.index.functions[one].name)) for one in functions(seen, cell)]
        for choice in (self._by, self._authority):
            choice.set_options([nobody, *names])
        self._show_proposed()

    def _usual(self) -> FunctionId | None:
        seen = self._console.seen
        cell = CellId(self._cell.value()) or None
        return None if seen is None else usual_authority(seen, self._decision, cell)

    def _show_proposed(self) -> None:
        seen, usual = self._console.seen, self._usual()
        self._proposal.setVisible(usual is not None and not self._authority.value())
        if seen is not None and usual is not None:
            name = self._voice.text(seen.index.functions[usual].name)
            proposed = self._voice.say("conduct.proposed_authority", function=name)
            self._proposed.setText(proposed)
            self._adopt.setAccessibleName(f"{proposed}, {self._adopt.words()}")

    def _take_proposed(self) -> None:
        self._authority.choose(self._usual() or "")
        self._authority.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_proposed()

    def _take_sizes(self) -> None:
        self._column.setSpacing(theme.px(8))
        self._adopting.setContentsMargins(theme.px(_CAPTION + 8), 0, 0, 0)
