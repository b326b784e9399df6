"""The page of Autonome: it tells, waits for the team, notes what it says, and leads on to the end."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from care_desktop.exercise.state import Status
from care_desktop.scenario.ids import DecisionId, OptionId
from care_desktop.session.published import Published
from ui import theme
from ui.alone.band import AloneBand
from ui.alone.body import Body
from ui.alone.course import Course
from ui.alone.foot import Foot
from ui.alone.story import Place, Step
from ui.alone.telling import Scene
from ui.bugs import guarded
from ui.conduct.console import Console
from ui.conduct.face import Piece
from ui.conduct.gestures import SCOPE
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
        self.foot.again.clicked.connect(self._reread)
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
        self.course = Course(self._console)
        self.scene: Scene | None = None
        self._drafts: dict[DecisionId, tuple[OptionId | None, str] | None] = {}
        self._asked: DecisionId | None = None

    @property
    def place(self) -> Place:
        """Where the team stands."""
        return self.course.place

    @property
    def is_idle(self) -> bool:
        """Whether all that was sent has been carried out."""
        return self.course.is_idle

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.foot.retranslate()
        self._show_anew()

    def follow(self, told: Published) -> None:
        """Take note that something sent was carried out."""
        if told.command is not None:
            self.course.carried_out()

    def refresh(self, seen: Seen) -> None:
        """Show where the team stands; what is on the page stays as it is while it is about the same."""
        if self.course.look(seen):
            guarded(lambda: self.band.refresh(seen, self.course.hour(seen)))
            self._show(self.course.told(seen), self.course.can_reread(seen))

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
        """Close the line of the journal; leave what is read again, and a correction that was begun."""
        self.foot.leave()
        if self.course.corrects or self.course.rereads:
            self.course.corrects = False
            self._return_to_page()

    def fit(self, width: int, height: int) -> None:
        """The page wraps and scrolls by itself."""

    def go_on(self) -> None:
        """Do what the primary button says."""
        seen = self._console.seen
        if seen is None or not self.course.is_idle:
            return
        if self.course.rereads:
            self._return_to_page()
        elif self.place.step is Step.CHOICE:
            self._answer(seen)
        elif seen.view.status is Status.ENDED:
            self._console.context.shell.go("review")
        else:
            self.course.go_on(seen)
            self._look_on(seen)

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

    def _look_on(self, seen: Seen) -> None:
        """Show what comes where nothing had to be sent for it."""
        if self.course.is_idle:
            self.refresh(seen)

    def _show(self, told: Scene, can_reread: bool) -> None:
        say = self._console.context.voice.say
        stands_still = self.place.step is Step.PAUSED
        self.foot.pause.setEnabled(not stands_still and self._console.suspend_refusal() is None)
        self.foot.again.setText(say("alone.earlier" if self.course.rereads else "alone.again"))
        self.foot.again.setEnabled(can_reread)
        if told == self.scene:
            return
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.foot.forward.setText(told.forward)
        self.foot.said.setText("")
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

    def _reread(self) -> None:
        seen = self._console.seen
        if seen is not None:
            self.course.reread(seen)
            self._show_anew()

    def _return_to_page(self) -> None:
        self.course.return_to_page()
        self._show_anew()

    def _answer(self, seen: Seen) -> None:
        choices = self.body.choices
        chosen = None if choices is None else choices.chosen()
        if chosen is not None:
            self.course.answer(seen, *chosen)
            self._look_on(seen)

    def _note(self, text: str) -> None:
        self.course.write(text)

    def _do(self, gesture: str) -> None:
        match gesture:
            case "correct":
                self.course.corrects = True
                self._show_anew()
            case "end":
                self._console.open("end")
            case _:
                self._console.context.shell.go("home")
