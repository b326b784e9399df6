"""Animer: what is seen and done while an exercise runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Pause
from care_desktop.language import Message
from care_desktop.session.published import Published
from ui import theme
from ui.bugs import guarded
from ui.conduct.ask_strip import AskStrip
from ui.conduct.console import Console
from ui.conduct.face import Face
from ui.conduct.faces import Faces
from ui.conduct.gestures import SCOPE, for_everybody
from ui.conduct.seen import Seen
from ui.conduct.turns import Turns
from ui.context import Context
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.empty import Empty

_SECOND = 1_000


class Workspace(QWidget):
    """A face of the exercise, and what is said across it. It redraws from what is published."""

    id = "conduct"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = context
        self.console = Console(context, self)
        context.actions.add(*for_everybody(self.console, self._go_on, self._write))
        self.asking, self.notice = AskStrip(context.voice), Banner()
        self._between = QVBoxLayout()
        self._between.setSpacing(0)
        self._between.addWidget(self.asking)
        self._between.addWidget(self.notice)
        self._home = ActionButton(context.actions, context.voice, "go_home", "primary", show_key=False)
        self._empty = Empty("", self._home, icon="circle-play")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._between)
        column.addWidget(self._empty, 1)
        self._faces = Faces(self.console, column)
        self.turns = Turns(self)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._tick)
        self._connect()
        self._stand()
        self.refresh()

    @property
    def face(self) -> Face | None:
        """What is shown of the exercise; None without one."""
        return None if self.context.bridge.followed is None else self._faces.now

    @property
    def fills(self) -> bool:
        """Whether it wants the whole window."""
        return self.face is not None and self.face.fills

    @property
    def scopes(self) -> tuple[str, ...]:
        """The keys that live while this is in front."""
        return (SCOPE,) if self.face is None else self.face.scopes

    def shown(self) -> None:
        """Come to the front; without an exercise, the way home has the focus."""
        self._stand()
        face = self.face
        if face is None:
            self._home.setFocus()
            return
        self._clock.start()
        self.refresh()
        face.come()

    def banner_place(self) -> QVBoxLayout:
        """Where the banner of the window opens: below the band, so that LANCER never moves."""
        return self._between

    def band_bottom(self) -> int:
        """Where the band ends in the window; nowhere without an exercise."""
        face = self.face
        if face is None:
            return 0
        return face.top.mapTo(self.window(), face.top.rect().bottomLeft()).y() + 1

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._stand()
        self.asking.retranslate()
        self._faces.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show the exercise as it is; what fails in one part keeps no other from it."""
        seen, face = self.console.seen, self.face
        if seen is not None and face is not None:
            self.turns.forget()
            guarded(face.refresh, seen)

    def refresh_soon(self) -> None:
        """Show the exercise as it is, a part a turn: the wall is painted before."""
        face = self.face
        if face is not None:
            for name, part in face.pieces():
                self.turns.ask(name, partial(self._show, part))
            self.turns.ask("actions", self.context.actions.changed.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is opened over the rest; it never stops the exercise."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.asking.isHidden():
            self.asking.leave()
        elif self.face is not None:
            self.face.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        bridge = self.context.bridge
        bridge.opened.connect(self._begin)
        bridge.told.connect(self._follow)
        bridge.closed.connect(self._clock.stop)
        bridge.closed.connect(self._stand)
        self.console.moved.connect(self.refresh)
        self.console.opened.connect(self._open)
        self.context.room.changed.connect(self.refresh_soon)
        self.context.actions.refused.connect(self._refuse)
        theme.signals.changed.connect(self._fit)

    def _begin(self) -> None:
        self._stand()
        self._clock.start()
        self.refresh()

    def _stand(self) -> None:
        """Take the face of the exercise; without one there is a sentence, and the way home."""
        self._faces.take(self.context.bridge.followed)
        there = self.face is not None
        self._empty.set_words(self.context.voice.say("conduct.no_exercise"))
        self._empty.setVisible(not there)
        self._fit()
        if not there:
            self.asking.leave()
            self.notice.unsay()

    def _fit(self) -> None:
        if self.face is not None:
            self.face.fit(self.width(), self.height())

    def _follow(self, told: Published) -> None:
        self.console.follow(told)
        harmless = frozenset[str]()
        if self.face is not None:
            self.face.follow(told)
            harmless = self.face.harmless
        if told.refusal is not None and told.refusal.id not in harmless:
            self._tell(told.refusal)
        elif told.command is not None and told.refusal is None:
            self.notice.unsay()
        self.refresh_soon()

    def _tick(self) -> None:
        seen, face = self.console.seen, self.face
        if seen is not None and face is not None and self.isVisible():
            face.tick(seen)

    def _show(self, part: Callable[[Seen], object]) -> None:
        seen = self.console.seen
        if seen is not None:
            part(seen)

    def _go_on(self) -> None:
        if self.face is not None:
            self.face.go_on()

    def _write(self) -> None:
        if self.face is not None:
            self.face.write()

    def _refuse(self, action: str, why: Message) -> None:
        if action.startswith(f"{SCOPE}."):
            self._tell(why)

    def _tell(self, why: Message) -> None:
        """Say why something was not done; it stays until something is."""
        seen = self.console.seen
        self.notice.say(self.context.voice.message(why, None if seen is None else seen.index))

    def _open(self, panel: str, what: object) -> None:
        send: dict[str, Callable[[], None]] = {
            "end": lambda: self.console.send(c.End()),
            "real_incident": lambda: self.console.send(c.Suspend(Pause.REAL_INCIDENT)),
        }
        if panel in send:
            self.asking.ask(_ASKED[panel], _YES[panel], send[panel])
        elif self.face is not None:
            self.face.open(panel, what)


_ASKED = {"end": "conduct.ask_end", "real_incident": "conduct.ask_real_incident"}
_YES = {"end": "conduct.yes_end", "real_incident": "conduct.yes_real_incident"}
