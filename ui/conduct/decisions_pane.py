"""The decisions as a pane: those that wait on top."""

from __future__ import annotations

from functools import partial

from care_desktop.exercise import commands as c
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import DecisionId
from ui.conduct.console import Console
from ui.conduct.decision_entry import DecisionEntry
from ui.conduct.decision_rows import Row, rows
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.widgets.button import ActionButton
from ui.widgets.empty import Empty
from ui.widgets.pane import Pane
from ui.widgets.reading_order import tab_as_one_reads

_MOST = 40


class DecisionsPane(Pane):
    """What cells were asked and have decided, as it comes."""

    def __init__(self, console: Console) -> None:
        super().__init__("gavel")
        self._console, self._voice = console, console.context.voice
        self._shown: list[Row] = []
        self._entries: dict[DecisionId | Seq, DecisionEntry] = {}
        self._write = ActionButton(
            console.context.actions, self._voice, "conduct.decide", icon="plus", small=True
        )
        self.set_action(self._write)
        self._nothing = Empty("")
        column = Column()
        self._entries_column = column.inside
        self._entries_column.addWidget(self._nothing)
        self._entries_column.addStretch(1)
        self.set_body(column)
        self.retranslate()

    def refresh(self, seen: Seen) -> None:
        """Show the decisions as they stand; those that stand as before are left alone."""
        shown = rows(seen)[:_MOST]
        if shown == self._shown:
            return
        before = {_key(row): row for row in self._shown}
        self._shown = shown
        self._drop({_key(row) for row in shown})
        for place, row in enumerate(shown):
            entry = self._entry(row)
            if self._entries_column.indexOf(entry) != place + 1:
                self._entries_column.insertWidget(place + 1, entry)
            if before.get(_key(row)) != row:
                entry.show_row(row)
        self._nothing.setVisible(not shown)
        tab_as_one_reads(self)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.set_title(self._voice.say("conduct.decisions"))
        self._nothing.set_words(self._voice.say("conduct.no_decision"))
        self._shown = []
        seen = self._console.seen
        if seen is not None:
            self.refresh(seen)

    def _entry(self, row: Row) -> DecisionEntry:
        key = _key(row)
        if key not in self._entries:
            entry = DecisionEntry(self._voice)
            entry.wanted.connect(partial(self._do, row.decision))
            self._entries[key] = entry
        return self._entries[key]

    def _drop(self, kept: set[DecisionId | Seq]) -> None:
        for key in [key for key in self._entries if key not in kept]:
            entry = self._entries.pop(key)
            self._entries_column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()

    def _do(self, decision: DecisionId | None, gesture: str) -> None:
        if decision is None:
            return
        match gesture:
            case "write":
                self._console.open("decision", decision)
            case "default":
                self._console.send(c.ApplyDefault(decision))
            case "let_run":
                self._console.send(c.ExtendLimit(decision))
            case "withdraw":
                self._console.send(c.WithdrawDecision(decision))


def _key(row: Row) -> DecisionId | Seq:
    return row.seq if row.decision is None else row.decision
