"""*Sauter*: where to, what that passes over, what becomes of open decisions; then the jump."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.errors import Refused
from care_desktop.exercise.commands import Jump, OpenDecisions
from care_desktop.scenario.time import StoryMs
from ui import theme
from ui.conduct.choice_list import ChoiceList, Named
from ui.conduct.console import Console
from ui.conduct.decision_rows import rows as decisions
from ui.conduct.jumping import Goal, goals, left_out, passed, sentence, typed_time
from ui.conduct.names import moment
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.parts import Foot, Part, Parts
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.widgets.button import Button
from ui.widgets.field import Captioned, LineField
from ui.widgets.pane import IconLabel, Rule
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

_LIST = 260
_FATES = {
    OpenDecisions.KEEP: "conduct.open_keep",
    OpenDecisions.APPLY_DEFAULT: "conduct.open_default",
    OpenDecisions.WITHDRAW: "conduct.open_withdraw",
}


class _Draft(NamedTuple):
    phase: str
    hour: str
    fate: str


class JumpPanel(Panel):
    """Nothing happens before the button says where to."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "redo-2")
        say = self.voice.say
        self.set_title(say("action.conduct.jump"))
        self._goals: dict[str, Goal] = {}
        self.phases = ChoiceList(say("conduct.phases"))
        self.phases.chosen.connect(self._forget_hour)
        self.hour = LineField(say("conduct.jump_hour_hint"))
        self.hour.textEdited.connect(self._look)
        self.hour.returnPressed.connect(self._jump)
        self._name = Label("section")
        self.brings = Label("text", weight=600)
        self.left_out = Label("text", "ink2")
        self._open = Label("text", weight=700)
        self.fate = Segmented(
            [(fate.value, say(key)) for fate, key in _FATES.items()], say("conduct.open_fate")
        )
        self.fate.choose(OpenDecisions.KEEP.value)
        self.fate.chosen.connect(self._look)
        self._recap_head = Label("text", text=say("conduct.recap"), weight=700)
        self._recap = Label("say")
        self._go = Button("primary")
        self._go.clicked.connect(self._jump)
        self._lay_out()
        theme.signals.changed.connect(self._take_widths)
        self._take_widths()

    def begin(self, _what: object) -> None:
        """Offer the phases to come; the next one is chosen, unless another place was."""
        seen = self.console.seen
        if seen is None:
            return
        offered, typed = goals(seen), self.hour.text()
        self._goals = {goal.phase: goal for goal in offered}
        self.phases.offer([Named(goal.phase, goal.name, goal.hour) for goal in offered])
        if offered and not self.phases.value():
            self.phases.choose(offered[0].phase)
        self.hour.setText(typed)

    def draft(self) -> object:
        """Where to, and what becomes of open decisions."""
        return _Draft(self.phases.value(), self.hour.text(), self.fate.value())

    def take_up(self, draft: object) -> None:
        """Hold where to, and what becomes of open decisions."""
        if isinstance(draft, _Draft):
            self.begin(None)
            self.phases.choose(draft.phase)
            self.fate.choose(draft.fate)
            self.hour.setText(draft.hour)

    def refresh(self, seen: Seen) -> None:
        """Look at the jump again."""
        waiting = sum(row.is_open for row in decisions(seen))
        self._open.setText(self.voice.say("conduct.open_decisions", n=waiting))
        for widget in (self._open, self.fate):
            widget.setVisible(waiting > 0)
        to = self._to(seen)
        goal = self._goals.get(self.phases.value()) if not self.hour.text().strip() else None
        self._name.setText("" if to is None else goal.name if goal is not None else moment(seen, to))
        recap = "" if goal is None else goal.recap.strip()
        self._recap.setText(recap)
        for label in (self._recap_head, self._recap):
            label.setVisible(bool(recap))
        self._preview(seen, to)

    def first(self) -> QWidget:
        """The phases, or the hour where there is none to come."""
        return self.phases if self._goals else self.hour

    def is_begun(self) -> bool:
        """An hour was typed."""
        return bool(self.hour.text().strip())

    def submit(self) -> None:
        """Jump, if that is possible: what stands in its way is said."""
        self._jump()

    def _preview(self, seen: Seen, to: StoryMs | None) -> None:
        followed = self.console.context.bridge.followed
        self._go.setEnabled(False)
        self._name_left_out([])
        self._go.setText(self.voice.say("conduct.jump_no"))
        if to is None or followed is None:
            typed = bool(self.hour.text().strip())
            self.brings.setText(self.voice.say("conduct.jump_hour_wrong" if typed else "conduct.jump_where"))
            return
        try:
            events = followed.preview(self._command(to), self.console.context.bridge.stamp())
        except Refused as refused:
            self.brings.setText(self.voice.message(refused.message, seen.index))
            return
        self.brings.setText(sentence(seen, passed(events)))
        self._name_left_out(left_out(seen, events))
        self._go.setEnabled(True)
        self._go.setText(self.voice.say("conduct.jump_go", hour=moment(seen, to)))

    def _name_left_out(self, names: list[str]) -> None:
        self.left_out.setText("\n".join(names))
        self.left_out.setVisible(bool(names))

    def _jump(self) -> None:
        seen = self.console.seen
        to = None if seen is None else self._to(seen)
        if to is not None and self._go.isEnabled():
            self.console.send(self._command(to))
            self.hour.clear()
            self.closed.emit()

    def _command(self, to: StoryMs) -> Jump:
        return Jump(to, OpenDecisions(self.fate.value() or OpenDecisions.KEEP))

    def _to(self, seen: Seen) -> StoryMs | None:
        if self.hour.text().strip():
            return typed_time(self.hour.text(), seen)
        goal = self._goals.get(self.phases.value())
        return None if goal is None else goal.to

    def _forget_hour(self) -> None:
        self.hour.clear()
        self._look()

    def _look(self) -> None:
        seen = self.console.seen
        if seen is not None:
            self.refresh(seen)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.phases, 1)
        left.addWidget(Rule())
        self._typing = QVBoxLayout()
        self._typing.addWidget(Captioned(self.voice.say("conduct.jump_hour"), self.hour))
        left.addLayout(self._typing)
        phases = QWidget()
        phases.setLayout(left)
        column = Column(side=16, spacing=8)
        said = QHBoxLayout()
        said.addWidget(IconLabel("info", 18, "work"))
        said.addWidget(self.brings, 1)
        column.inside.addWidget(self._name)
        column.inside.addLayout(said)
        for widget in (self.left_out, self._open, self.fate, self._recap_head, self._recap):
            column.inside.addWidget(widget)
        column.inside.addStretch(1)
        self.set_body(Parts(Part(phases, _LIST), Part(column), foot=Foot(self._go)))

    def _take_widths(self) -> None:
        side = theme.px(12)
        self._typing.setContentsMargins(side, side, side, side)
