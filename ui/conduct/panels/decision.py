"""*Décision*: what a cell decided, who, on whose authority, when, and why in a line."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.exercise.commands import Command, HoldDefault, ReleaseDefault
from care_desktop.scenario.ids import CellId, DecisionId, OptionId
from ui import theme
from ui.conduct.console import Console
from ui.conduct.decision_form import Form, Kind, cells, command, follows, is_revision, subjects
from ui.conduct.decision_rows import rows
from ui.conduct.names import decision_code, joined
from ui.conduct.panels.decision_who import DecisionWho, WhoDraft
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.parts import Part, Parts
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.conduct.signs import STAGES
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.field import Choice, LineField
from ui.widgets.pane import IconLabel, Rule
from ui.widgets.reading_order import tab_as_one_reads
from ui.widgets.text import Label
from ui.widgets.tick import OptionCard

_WHO = 344
_OTHER, _INFORMATION = " other", " information"
"""What is chosen besides the options; no option has a space in its name."""


class _Draft(NamedTuple):
    decision: DecisionId | None
    held: DecisionId | None
    chosen: str
    words: str
    who: WhoDraft


class DecisionPanel(Panel):
    """As it is opened a default waits; as it is left, it no longer does."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "gavel")
        say = self.voice.say
        self._decision: DecisionId | None = None
        self._held: DecisionId | None = None
        self._cards: dict[str, OptionCard] = {}
        self._group = QButtonGroup(self)
        self._chip = Chip()
        self.add_beside_title(self._chip)
        self._subject = Choice()
        self._subject.setAccessibleName(say("conduct.which_decision"))
        self._subject.chosen.connect(self._take_subject)
        self._question = Label("text", "ink2")
        self._options = Column(side=16, spacing=8)
        self.other = LineField(say("conduct.what_was_decided"))
        self.other.setAccessibleName(say("conduct.what_was_decided"))
        self.other.returnPressed.connect(self.record)
        self.who = DecisionWho(console)
        self.who.wrote.connect(self.record)
        self._follows = Label("detail", "ink2")
        self._record = Button("primary", text=say("conduct.record_decision"))
        self._record.set_key(self.voice.key("Return"))
        self._record.clicked.connect(self.record)
        self._lay_out()
        theme.signals.changed.connect(self._take_widths)
        self._take_widths()

    def begin(self, what: object) -> None:
        """About a decision, about the one that was begun, or about the first that is open."""
        seen = self.console.seen
        if seen is None:
            return
        offered = subjects(seen)
        listed = [(one.decision, one.name) for one in offered]
        kept = self._decision or DecisionId("")
        wanted = kept if self._is_filled() and kept in dict(listed) else offered[0].decision
        if isinstance(what, str):
            wanted = DecisionId(what)
        if wanted and wanted not in dict(listed):
            name = f"{decision_code(seen, wanted)} · {self.voice.text(seen.index.decisions[wanted].question)}"
            listed.insert(0, (wanted, self.voice.say("conduct.subject_revised", decision=name)))
        self._subject.set_options(listed)
        self._subject.choose(wanted)
        for widget in (self._subject, self._under_subject):
            widget.setVisible(not isinstance(what, str))
        self._take_subject(wanted)

    def draft(self) -> object:
        """What is filled in."""
        return _Draft(self._decision, self._held, self._chosen(), self.other.text(), self.who.draft())

    def take_up(self, draft: object) -> None:
        """Hold what was filled in; a default that waits goes on waiting."""
        seen = self.console.seen
        if not isinstance(draft, _Draft) or seen is None:
            return
        self._decision, self._held = draft.decision, draft.held
        self._offer_options(seen)
        self.who.offer(seen, self._decision, cells(seen, self._decision))
        self.who.take_up(draft.who)
        self.other.setText(draft.words)
        if draft.chosen in self._cards:  # what could be chosen may have become another since
            self._cards[draft.chosen].setChecked(True)

    def refresh(self, seen: Seen) -> None:
        """Show how it stands; what was filled in stays."""
        row = next((one for one in rows(seen) if self._decision and one.decision == self._decision), None)
        self._chip.setVisible(row is not None)
        if row is not None:
            sign = STAGES[row.stage]
            self._chip.show_state(sign.tone, sign.icon, self.voice.say(sign.word))

    def left(self) -> None:
        """The default no longer waits; an hour that was only offered is offered anew the next time."""
        self.who.rest()
        self._let_run()

    def _let_run(self) -> None:
        held, self._held = self._held, None
        if held is not None and self.console.refusal(ReleaseDefault(held)) is None:
            self.console.send(ReleaseDefault(held))

    def first(self) -> QWidget:
        """The first option."""
        return next(iter(self._cards.values()), self.other)

    def is_begun(self) -> bool:
        """It is a form from the moment it is opened: what is missing of it is said."""
        return True

    def record(self) -> None:
        """Write the decision down, or lead to what is missing."""
        seen = self.console.seen
        made = None if seen is None else self._made(seen)
        if made is None:
            words = self._needs_words()
            (self.other if words else self.first()).setFocus()
            self._warn(
                self.voice.say("conduct.write_what_was_decided" if words else "conduct.choose_decided")
            )
            return
        if not self.who.check():
            return
        refusal = self.console.refusal(made)
        if refusal is not None:
            self._warn(self.voice.message(refusal, None if seen is None else seen.index))
            return
        self.console.send(made)
        self.other.clear()
        self.who.clear()
        self._decision = None
        self.closed.emit()

    def _warn(self, why: str) -> None:
        self._follows.setText(why)
        self._follows.set_tone("warn")

    def _made(self, seen: Seen) -> Command | None:
        chosen = self._chosen()
        kind = {_OTHER: Kind.OTHER, _INFORMATION: Kind.INFORMATION}.get(chosen, Kind.OPTION)
        form = Form(
            self._decision,
            CellId(self.who.cell()),
            kind,
            OptionId(chosen) if kind is Kind.OPTION and chosen else None,
            self.who.by(),
            self.who.authority(),
            self.who.fact_at(seen),
        )
        reason = self.who.reason()
        typed = self.other.text().strip() if self._needs_words() else ""
        if self._needs_words() and not typed:
            return None
        return command(seen, form, self.console.words(" — ".join(filter(None, (typed, reason)))))

    def _is_filled(self) -> bool:
        asked = self._decision is not None and self._chosen()
        return bool(asked or self.other.text().strip() or self.who.reason())

    def _needs_words(self) -> bool:
        return self._decision is None or self._chosen() in (_OTHER, _INFORMATION)

    def _chosen(self) -> str:
        return next((key for key, card in self._cards.items() if card.isChecked()), "")

    def _take_subject(self, decision: str) -> None:
        seen = self.console.seen
        if seen is None:
            return
        anew = (decision or None) != self._decision or not self._cards
        self._decision = DecisionId(decision) if decision else None
        self._name(seen)
        if anew:
            self._offer_options(seen)
        self.who.offer(seen, self._decision, cells(seen, self._decision))
        self._hold()
        self.refresh(seen)
        self._look()

    def _name(self, seen: Seen) -> None:
        say = self.voice.say
        if self._decision is None:
            self.set_title(say("conduct.subject_spontaneous"))
            self._question.setText("")
        else:
            question = self.voice.text(seen.index.decisions[self._decision].question)
            self.set_title(joined(decision_code(seen, self._decision), say("action.conduct.decide")))
            self._question.setText(question)
        self._question.setVisible(self._decision is not None)
        revision = is_revision(seen, self._decision)
        self._record.setText(say("conduct.record_revision" if revision else "conduct.record_decision"))

    def _offer_options(self, seen: Seen) -> None:
        for card in self._cards.values():
            self._group.removeButton(card)
            self._options.inside.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {}
        if self._decision is None:
            return
        say = self.voice.say
        for option in seen.index.decisions[self._decision].options:
            self._add(option.id, self.voice.text(option.label), self.voice.text(option.price).strip())
        if not is_revision(seen, self._decision):
            self._add(_OTHER, say("conduct.other_decision"), "")
            if seen.decision(self._decision).opened is not None:
                self._add(_INFORMATION, say("conduct.asks_information"), "")
        tab_as_one_reads(self)

    def _add(self, key: str, text: str, detail: str) -> None:
        card = OptionCard(text, detail)
        card.toggled.connect(self._look)
        if key in (_OTHER, _INFORMATION):
            card.clicked.connect(self._lead_to_words)
        self._group.addButton(card)
        self._options.inside.insertWidget(2 + len(self._cards), card)
        self._cards[key] = card

    def _look(self) -> None:
        """Show what the choice needs and brings."""
        seen = self.console.seen
        self.other.setVisible(self._needs_words())
        if seen is None:
            return
        self._follows.set_tone("ink2")
        chosen = self._chosen()
        known = self._decision is not None and (self._decision, chosen) in seen.index.options
        self._follows.setText(follows(seen, self._decision, OptionId(chosen)) if known else "")

    def _lead_to_words(self) -> None:
        """What no option says is written at once: the line comes in sight."""
        QTimer.singleShot(0, self.other, self.other.setFocus)

    def _hold(self) -> None:
        """A default does not apply while its answer is being written down."""
        if self._held != self._decision:
            self._let_run()
        if self._decision is not None and self._held is None:
            hold = HoldDefault(self._decision)
            if self.console.refusal(hold) is None:
                self.console.send(hold)
                self._held = self._decision

    def _lay_out(self) -> None:
        say = self.voice.say
        inside = self._options.inside
        inside.addWidget(Label("text", text=say("conduct.what_the_cell_decided"), weight=700))
        inside.addWidget(self._question)
        inside.addWidget(self.other)
        inside.addStretch(1)
        self._hidden = QHBoxLayout()
        self._hidden.addWidget(IconLabel("eye-off", 16, "ink2"))
        self._hidden.addWidget(Label("detail", "ink2", text=say("conduct.never_shown"), wrap=False))
        hidden = QWidget()
        hidden.setLayout(self._hidden)
        self._hidden.setContentsMargins(0, 0, 0, 0)
        self.add_before_close(hidden)
        who = Column(side=16)
        who.inside.addWidget(self.who)
        who.inside.addStretch(1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        # What is filled in scrolls where it is low; what records it is always in sight
        beside.addWidget(who, 1)
        self._margins = QVBoxLayout()
        self._margins.addWidget(self._follows)
        self._margins.addWidget(self._record)
        beside.addLayout(self._margins)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.addWidget(self._subject)
        self._under_subject = Rule()
        column.addLayout(self._top)
        column.addWidget(self._under_subject)
        column.addWidget(self._options, 1)
        self.set_body(Parts(Part(left), Part(right, _WHO)))

    def _take_widths(self) -> None:
        side = theme.px(16)
        self._margins.setContentsMargins(side, theme.px(4), side, theme.px(12))
        self._margins.setSpacing(theme.px(8))
        self._top.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._hidden.setSpacing(theme.px(6))
