"""The page of Autonome: it tells, waits for the team, notes what it says, and leads on to the end."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from care_desktop.exercise import commands as c
from care_desktop.exercise.state import Status
from care_desktop.scenario.ids import DecisionId, InjectId, OptionId
from care_desktop.scenario.time import PlayMs, StoryMs
from care_desktop.session.published import Published
from ui import theme
from ui.alone.band import AloneBand
from ui.alone.body import Body
from ui.alone.foot import Foot
from ui.alone.story import (
    Place,
    Step,
    corrected,
    holds,
    hour_of,
    is_untouched,
    onward,
    to_answer,
    unhurried,
    where,
)
from ui.alone.telling import Noted, Scene, asked_again, followed, scene
from ui.conduct.console import Console
from ui.conduct.face import Piece
from ui.conduct.gestures import SCOPE
from ui.conduct.names import channel_of
from ui.conduct.running_order import to_reach
from ui.conduct.seen import Seen


class AlonePage(QWidget):
    """A ``Face``. What stands on it is read off the exercise; a page stays until a key leaves it."""

    scopes = (SCOPE,)
    harmless = frozenset({"refusal.inject_launched"})

    def __init__(self, console: Console) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._console, voice = console, console.context.voice
        self.band, self.body, self.foot = AloneBand(voice), Body(voice), Foot(voice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.body, 1)
        column.addWidget(self.foot)
        self.foot.forward.clicked.connect(self.go_on)
        self.foot.pause.clicked.connect(console.suspend_or_resume)
        self.foot.again.clicked.connect(self._read_again)
        self.foot.noted.connect(self._note)
        self.body.asked.connect(self._do)
        theme.signals.changed.connect(self._show_anew)
        self.begin_anew()

    @property
    def fills(self) -> bool:
        """Nothing to get lost in: *Pause* is the way out, but where nothing can be done."""
        return not self._console.context.bridge.only_reads

    @property
    def top(self) -> QWidget:
        """The band."""
        return self.band

    @property
    def below(self) -> QWidget:
        """Body and foot."""
        return self

    def begin_anew(self) -> None:
        """Another exercise begins: nothing was read or chosen."""
        self.place = Place(Step.BEGIN)
        self.scene: Scene | None = None
        self._read: set[InjectId] = set()
        self._since: dict[InjectId, PlayMs] = {}
        self._noted: Noted | None = None
        self._arrived: Place | None = None
        self._last: InjectId | None = None
        self._rereads = self._leads_on = False
        self._introduced = self._corrects = False
        self._hour: StoryMs | None = None
        self._unhurried: set[c.Command] = set()
        self._drafts: dict[DecisionId, tuple[OptionId | None, str] | None] = {}
        self._asked: DecisionId | None = None
        self._sent = 0

    @property
    def is_idle(self) -> bool:
        """Whether all that was sent has been carried out."""
        return self._sent == 0

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.foot.retranslate()
        self._show_anew()

    def follow(self, told: Published) -> None:
        """Take note that something sent was carried out."""
        if told.command is not None:
            self._sent = max(0, self._sent - 1)

    def refresh(self, seen: Seen) -> None:
        """Show where the team stands; what is on the page stays as it is while it is about the same."""
        self.place = self._where(seen)
        if self._leads_on and not self._sent and self.place.step is Step.WAIT:
            self._leads_on = False
            self._send(onward(seen, self.place))
            return
        self._leads_on = self._leads_on and self.place.step is Step.WAIT
        self._take_note(seen)
        self.band.refresh(seen, self._hour_shown(seen))
        self._show(self._told(seen))

    def tick(self, seen: Seen) -> None:
        """The hour is that of what is read: it moves with the page."""

    def pieces(self) -> Iterator[Piece]:
        """The page is one piece."""
        yield "alone", self.refresh

    def come(self) -> None:
        """Give the focus to what goes on."""
        self.foot.forward.setFocus()

    def write(self) -> None:
        """Open the line of the journal."""
        self.foot.write()

    def open(self, panel: str, what: object) -> None:
        """There is nothing to open here: one page holds all."""

    def leave(self) -> None:
        """Close the line of the journal; leave a correction that was begun."""
        self.foot.leave()
        if self._corrects:
            self._corrects = False
            self._show_anew()

    def fit(self, width: int, height: int) -> None:
        """The page wraps and scrolls by itself."""

    def go_on(self) -> None:
        """Do what the primary button says."""
        seen = self._console.seen
        if seen is None or self._sent:
            return
        if self._rereads:
            self._read_again()
            return
        match self.place.step:
            case Step.EVENT:
                self._heard(seen)
            case Step.CHOICE:
                self._answer(seen)
            case Step.BEGIN:
                self._send(c.Begin())
            case Step.PAUSED:
                self._send(c.Resume())
            case Step.OVER:
                self._finish(seen)
            case Step.JUMP:
                self._arrived = self.place
                self._send(onward(seen, self.place))
            case _:
                self._noted = self._arrived = None
                self._introduced = self._leads_on = True
                self.refresh(seen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, or presses the button that has the focus; the page keys scroll."""
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if event.isAutoRepeat():
                return
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.go_on()
        elif event.key() in pages:
            self.body.leaf(pages[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _where(self, seen: Seen) -> Place:
        now = where(seen, self._read)
        if now.step in (Step.PAUSED, Step.BEGIN) or seen.view.status is Status.ENDED:
            return now
        if not self._introduced and is_untouched(seen):
            return Place(Step.OPENING)
        if self._noted is not None:
            return Place(Step.CHOICE if self._corrects else Step.AFTER, decision=self._noted.decision)
        if holds(seen, self.place, self._read):
            return self.place
        if self._arrived is not None and self._arrived.goal is not None:
            if seen.now.story < self._arrived.goal.to:
                return now
            return Place(Step.ARRIVED, goal=self._arrived.goal)
        return now

    def _take_note(self, seen: Seen) -> None:
        """Remember since when an event is read; no question is pressed for by a limit that nobody sees."""
        inject = self.place.inject
        if self.place.step is Step.EVENT and inject is not None:
            self._since.setdefault(inject, seen.now.play)
            self._last = inject
        for command in unhurried(seen):
            if command not in self._unhurried:
                self._unhurried.add(command)
                self._send(command)

    def _hour_shown(self, seen: Seen) -> StoryMs:
        """The hour of the page; a page without one keeps that of the page before."""
        hour = hour_of(seen, self.place)
        if self._hour is None:
            self._hour = seen.now.story if hour is None else hour
        elif hour is not None:
            self._hour = max(self._hour, hour)
        return self._hour

    def _told(self, seen: Seen) -> Scene:
        if self._rereads and self._last is not None:
            told = scene(seen, Place(Step.EVENT, inject=self._last))
            return structs.replace(told, forward=seen.speaker.say("alone.back"), question="", hint="")
        if self._noted is not None and self.place.step is Step.AFTER:
            return followed(seen, self._noted)
        if self._noted is not None and self._corrects and self.place.step is Step.CHOICE:
            return asked_again(seen, self._noted)
        return scene(seen, self.place)

    def _show(self, told: Scene) -> None:
        say = self._console.context.voice.say
        self.foot.pause.setEnabled(self._console.suspend_refusal() is None)
        self.foot.again.setText(say("alone.again"))
        self.foot.again.setEnabled(self._last is not None and self.place.step is not Step.EVENT)
        if told == self.scene:
            return
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.foot.forward.setText(told.forward)
        if self.body.choices is not None and self._asked is not None:
            self._drafts[self._asked] = self.body.choices.begun()
        self._asked = None if told.choices is None else self.place.decision
        self.body.show_scene(told, None if self._asked is None else self._drafts.get(self._asked))
        self.scene = told
        if inside and not self.foot.field.isVisible():
            choices = self.body.choices
            (self.foot.forward if choices is None else choices.first()).setFocus()

    def _show_anew(self) -> None:
        self.scene = None
        seen = self._console.seen
        if seen is not None:
            self.refresh(seen)

    def _read_again(self) -> None:
        self._rereads = not self._rereads
        self._show_anew()

    def _heard(self, seen: Seen) -> None:
        inject = self.place.inject
        if inject is None:
            return
        self._read.add(inject)
        self._leads_on = True
        for cell in to_reach(seen, inject):
            self._send(c.MarkDelivered(inject, cell, channel_of(seen, inject), self._since.get(inject)))
        if not self._sent:
            self.refresh(seen)

    def _answer(self, seen: Seen) -> None:
        decision, choices = self.place.decision, self.body.choices
        chosen = None if choices is None else choices.chosen()
        if decision is None or chosen is None:
            return
        option, typed = chosen
        before = self._noted
        self._noted = self._noted_as(seen, decision, option, typed)
        if before is None:
            for cell in to_answer(seen, decision):
                self._send(c.Answer(decision, cell, option, self._console.words(typed)))
            return
        self._corrects = False
        if (option, typed) != (before.option, "" if before.option else before.label):
            for command in corrected(seen, decision, option, self._console.words(typed)):
                self._send(command)
        self.refresh(seen)

    def _noted_as(self, seen: Seen, decision: DecisionId, option: OptionId | None, typed: str) -> Noted:
        written = None if option is None else seen.index.options[decision, option]
        text, amends = seen.speaker.text, self._noted is not None and written is None
        price = seen.speaker.say("alone.amended") if amends else ""
        return Noted(
            decision,
            option,
            typed if written is None else text(written.label),
            price if written is None else text(written.price).strip(),
            dict(seen.view.levels) if self._noted is None else self._noted.levels,
        )

    def _do(self, gesture: str) -> None:
        match gesture:
            case "correct":
                self._corrects = True
                self._show_anew()
            case "end":
                self._console.open("end")
            case _:
                self._console.context.shell.go("home")

    def _finish(self, seen: Seen) -> None:
        if seen.view.status is Status.ENDED:
            self._console.context.shell.go("review")
        else:
            self._send(c.End())

    def _note(self, text: str) -> None:
        words = self._console.words(text)
        if words is not None:
            self._send(c.WriteEntry(words))

    def _send(self, command: c.Command | None) -> None:
        if command is not None:
            self._sent += 1
            self._console.send(command)
