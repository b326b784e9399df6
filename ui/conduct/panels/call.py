"""*Appel extérieur*: who outside is called or calls, what they know now, what the players said."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.exercise.commands import RecordCall, WriteEntry
from care_desktop.scenario.ids import CorrespondentId, PointId
from care_desktop.scenario.time import PlayMs
from ui import theme
from ui.conduct.call_card import Card, card, names, what_it_records
from ui.conduct.choice_list import ChoiceList, Named
from ui.conduct.console import Console
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.parts import Part, Parts
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.conduct.signs import OUTSIDER_ICONS
from ui.widgets.button import Button
from ui.widgets.field import Captioned, Choice, LineField
from ui.widgets.pane import IconLabel
from ui.widgets.reading_order import tab_as_one_reads
from ui.widgets.text import Label
from ui.widgets.tick import TickBox

OTHER = ""
_NAMES, _SAID = 206, 252


class _Draft(NamedTuple):
    begun: PlayMs
    looked_for: str
    of: str | None
    said: frozenset[PointId]
    cell: str
    line: str


class CallPanel(Panel):
    """The card of an outsider, and what of the call is noted."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "phone-call")
        say = self.voice.say
        self.set_title(say("action.conduct.call"))
        self._begun: PlayMs | None = None
        self._card: Card | None = None
        self._ticks: dict[PointId, TickBox] = {}
        self._find = LineField(say("conduct.who_calls"), icon="search")
        self._find.setAccessibleName(say("conduct.who_calls"))
        self._find.textEdited.connect(self._offer)
        self.names = ChoiceList(say("conduct.correspondents"))
        self.names.chosen.connect(self._choose)
        self._texts = _Texts(console)
        self._said = Column(side=16, spacing=10)
        self._cell = Choice()
        self._note = _Note()
        self.line = LineField(say("conduct.call_line"))
        self.line.setAccessibleName(say("conduct.call_line"))
        self.line.returnPressed.connect(self.record)
        # Enter on a name has chosen it: what was said comes next, nothing is noted yet
        self.names.entered_row.connect(lambda _row: self.line.setFocus())
        self._missed, self._record = Button(text=say("conduct.not_through")), Button("primary")
        self._missed.clicked.connect(self._not_through)
        self._record.setText(say("conduct.record_call"))
        self._record.set_key(self.voice.key("Return"))
        self._record.clicked.connect(self.record)
        self._lay_out()
        theme.signals.changed.connect(self._take_widths)
        self._take_widths()

    def begin(self, what: object) -> None:
        """A call begins now, unless one that was begun is taken up again."""
        seen = self.console.seen
        if seen is None:
            return
        if self._begun is None:
            self._begun = seen.now.play
        self._offer()
        if isinstance(what, str) and what:
            self.names.choose(what)
        elif not self.names.currentIndex().isValid():
            self.names.setCurrentIndex(self.names.rows_model.index(0))

    def draft(self) -> object:
        """The call that is begun: since when, with whom, what was said."""
        if self._begun is None:
            return None
        ticked = frozenset(point for point, box in self._ticks.items() if box.isChecked())
        of = self.names.value() if self.names.currentIndex().isValid() else None
        return _Draft(self._begun, self._find.text(), of, ticked, self._cell.value(), self.line.text())

    def take_up(self, draft: object) -> None:
        """Hold the call that was begun."""
        if not isinstance(draft, _Draft):
            return
        self._begun = draft.begun
        self._find.setText(draft.looked_for)
        self._offer()
        if draft.of is not None:
            self.names.choose(draft.of)
            if self.names.value() != draft.of:
                # In another language what was typed may not be found in the name any more
                self._find.clear()
                self._offer()
                self.names.choose(draft.of)
        for point in draft.said:
            self._ticks[point].setChecked(True)
        self._cell.choose(draft.cell)
        self.line.setText(draft.line)

    def refresh(self, seen: Seen) -> None:
        """What they know, and what was said before, as of now."""
        if self._begun is not None:
            hour = self.voice.hour(seen.view.line.story_at(self._begun))
            online = self.voice.duration(max(0, seen.now.play - self._begun))
            self.set_detail(self.voice.say("conduct.call_since", hour=hour, time=online))
        self._show(seen)

    def first(self) -> QWidget:
        """The names: arrows choose, Tab leads to what was said."""
        return self.names

    def is_begun(self) -> bool:
        """A line was typed, or a point ticked."""
        return bool(self.line.text().strip()) or any(box.isChecked() for box in self._ticks.values())

    def record(self) -> None:
        """Note the call and what was said in it."""
        self._send(self.line.text(), tuple(point for point, box in self._ticks.items() if box.isChecked()))

    def _not_through(self) -> None:
        typed = ", ".join(filter(None, (self.voice.say("conduct.not_through"), self.line.text().strip())))
        self._send(typed, ())

    def _send(self, text: str, said: tuple[PointId, ...]) -> None:
        words, of = self.console.words(text), self.names.value()
        cell = self._cell.value() or None
        if of == OTHER:
            if words is None:
                self.line.setFocus()
                return
            self.console.send(WriteEntry(words, cell=cell, fact_at=self._begun))
        else:
            self.console.send(RecordCall(CorrespondentId(of), said, cell, words, fact_at=self._begun))
        self._begun, self._card = None, None
        self.line.clear()
        self.names.setCurrentIndex(self.names.rootIndex())
        self.closed.emit()

    def _offer(self) -> None:
        seen = self.console.seen
        if seen is None:
            return
        say = self.voice.say
        known = seen.index.correspondents
        rows = [
            Named(of, name, "", OUTSIDER_ICONS[known[of].kind]) for of, name in names(seen, self._find.text())
        ]
        self.names.offer(
            [*rows, Named(OTHER, say("conduct.other_call"), say("conduct.to_improvise"), "plus")]
        )
        before = self._cell.value()
        cells = [(cell.id, self.voice.text(cell.name)) for cell in seen.index.script.cells]
        self._cell.set_options([("", say("conduct.no_cell")), *cells])
        self._cell.choose(before)

    def _choose(self) -> None:
        self._card = None
        seen = self.console.seen
        if seen is not None:
            self._show(seen)

    def _show(self, seen: Seen) -> None:
        of = self.names.value()
        shown = card(seen, CorrespondentId(of)) if of in seen.index.correspondents else None
        if shown != self._card or shown is None:
            if shown is None or self._card is None or shown.correspondent != self._card.correspondent:
                self._tick_anew(shown)
            self._card = shown
            self._texts.show_card(shown)
        self._tell(seen)

    def _tick_anew(self, shown: Card | None) -> None:
        for box in self._ticks.values():
            self._said.inside.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._ticks = {}
        for place, (point, text) in enumerate(shown.points if shown is not None else ()):
            box = TickBox(
                text, self.voice.say("conduct.said_before") if shown and point in shown.said else ""
            )
            box.toggled.connect(self._tell_now)
            self._said.inside.insertWidget(place + 1, box)
            self._ticks[point] = box
        tab_as_one_reads(self)

    def _tell_now(self) -> None:
        seen = self.console.seen
        if seen is not None:
            self._tell(seen)

    def _tell(self, seen: Seen) -> None:
        """Say what noting the call will bring, before it is noted."""
        lines: list[str] = []
        if self._card is not None:
            ticked = frozenset(point for point, box in self._ticks.items() if box.isChecked())
            lines = what_it_records(seen, self._card.correspondent, ticked)
        self._note.say("\n".join(lines))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        self._filter = QVBoxLayout()
        self._filter.addWidget(self._find)
        left.addLayout(self._filter)
        left.addWidget(self.names, 1)
        names = QWidget()
        names.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        said = self._said.inside
        said.addWidget(Label("text", text=self.voice.say("conduct.they_said"), weight=700))
        said.addWidget(self._note)
        said.addWidget(Captioned(self.voice.say("conduct.which_cell"), self._cell))
        said.addStretch(1)
        foot = QWidget()
        self._foot = QHBoxLayout(foot)
        self._foot.addWidget(self.line, 1)
        self._foot.addWidget(self._missed)
        self._foot.addWidget(self._record)
        self.set_body(Parts(Part(names, _NAMES), Part(self._texts), Part(self._said, _SAID), foot=foot))

    def _take_widths(self) -> None:
        side = theme.px(10)
        self._filter.setContentsMargins(side, side, side, side)
        self._foot.setContentsMargins(theme.px(16), side, theme.px(16), side)
        self._foot.setSpacing(theme.px(8))


class _Texts(Column):
    """What the one who plays the outsider reads."""

    def __init__(self, console: Console) -> None:
        super().__init__(side=16, spacing=4)
        say = console.context.voice.say
        self._say = say
        self._name = Label("section")
        self._tone = Label("detail", "ink2")
        self._parts = {
            "knows": _Part(say("conduct.knows_now")),
            "answers": _Part(say("conduct.may_answer"), aloud=True),
            "asks": _Part(say("conduct.asks_back")),
            "refuses": _Part(say("conduct.will_not_say")),
        }
        for widget in (self._name, self._tone, *self._parts.values()):
            self.inside.addWidget(widget)
        self.inside.addStretch(1)

    def show_card(self, shown: Card | None) -> None:
        """Show a card; without one, that the call is improvised."""
        if shown is None:
            self._name.setText(self._say("conduct.other_call"))
            self._tone.setText(self._say("conduct.other_call_hint"))
            for part in self._parts.values():
                part.show_text("")
            return
        self._name.setText(shown.name)
        self._tone.setText(self._say("conduct.tone", tone=shown.tone) if shown.tone else "")
        self._tone.setVisible(bool(shown.tone))
        self._parts["knows"].show_text("\n".join(shown.knows))
        self._parts["answers"].show_text(shown.answers)
        self._parts["asks"].show_text(shown.asks)
        self._parts["refuses"].show_text(shown.refuses)


class _Part(QWidget):
    def __init__(self, title: str, *, aloud: bool = False) -> None:
        super().__init__()
        self._text = Label("say" if aloud else "text", "ink" if aloud else "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(Label("text", text=title, weight=700))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        if aloud:
            bar = QFrame()
            bar.setProperty("role", "accent")
            bar.setFixedWidth(theme.px(3))
            row.addWidget(bar)
        row.addWidget(self._text, 1)
        column.addLayout(row)

    def show_text(self, text: str) -> None:
        """Show a text; nothing without one."""
        self._text.setText(text.strip())
        self.setVisible(bool(text.strip()))


class _Note(QFrame):
    """What a call will record, in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._text = Label("detail", "work", weight=500)
        row = QHBoxLayout(self)
        row.addWidget(IconLabel("info", 16, "work"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Say it, or nothing."""
        self._text.setText(text)
        self.setVisible(bool(text))
