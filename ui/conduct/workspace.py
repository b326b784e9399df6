"""Animer: the console while an exercise runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Pause
from care_desktop.language import Message
from care_desktop.scenario.ids import InjectId
from care_desktop.scenario.script import Way
from care_desktop.session.published import Published
from ui import theme
from ui.alone.page import AlonePage
from ui.bugs import guarded
from ui.conduct.ask_strip import AskStrip
from ui.conduct.band.band import Band
from ui.conduct.console import Console
from ui.conduct.gestures import SCOPE, actions
from ui.conduct.panes import Panes
from ui.conduct.relayout import Arrangement, arrange
from ui.conduct.running_order import Standing, standing
from ui.conduct.turns import Turns
from ui.context import Context
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.empty import Empty
from ui.widgets.text import kept_fonts

_SECOND = 1_000
_LOW = 400
HARMLESS = frozenset({"refusal.default_held", "refusal.default_not_held", "refusal.already_shown"})
"""Refusals of what is so already: nobody has to be told."""


class Workspace(QWidget):
    """The band over the panes. It redraws from what is published, and sends what people want."""

    id = "conduct"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = context
        self.console = Console(context, self)
        context.actions.add(*actions(self.console, self))
        self.band = Band(self.console)
        self.asking, self.notice = AskStrip(context.voice), Banner()
        self.panes = Panes(self.console)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        self._between = QVBoxLayout()
        self._between.setSpacing(0)
        self._between.addWidget(self.asking)
        self._between.addWidget(self.notice)
        column.addLayout(self._between)
        column.addWidget(self.panes, 1)
        self.alone = AlonePage(self.console)
        column.addWidget(self.alone, 1)
        self._home = ActionButton(context.actions, context.voice, "go_home", "primary", show_key=False)
        self._empty = Empty("", self._home, icon="circle-play")
        column.addWidget(self._empty, 1)
        self._arrangement: Arrangement | None = None
        self._stands: tuple[Arrangement, QWidget | None, bool] = (Arrangement.COLUMNS, None, False)
        self.turns = Turns(self)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._tick)
        self._connect()
        self._stand_empty()
        self.refresh()

    def shown(self) -> None:
        """Come to the front: the list has the focus, on the next one; without an exercise, the way home."""
        self._stand_empty()
        if self.console.seen is None:
            self._home.setFocus()
            return
        self._clock.start()
        self.band.launcher.watch(self.window().windowHandle())
        self.refresh()
        self.panes.order.centre()
        if self.is_alone:
            self.alone.lead()
            return
        focused = QApplication.focusWidget()
        if focused is None or not self.panes.isAncestorOf(focused):
            self.panes.order.list.setFocus()

    @property
    def is_alone(self) -> bool:
        """Whether the team plays by itself: then one page stands in place of the console."""
        followed = self.context.bridge.followed
        return followed is not None and followed.index.script.options.way is Way.UNAIDED

    def banner_place(self) -> QVBoxLayout:
        """Where the banner of the window opens: below the band, so that LANCER never moves."""
        return self._between

    def band_bottom(self) -> int:
        """Where the band ends in the window; nowhere without an exercise."""
        if self.band.isHidden():
            return 0
        return self.band.mapTo(self.window(), self.band.rect().bottomLeft()).y() + 1

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._stand_empty()
        self.asking.retranslate()
        guarded(self.band.retranslate)
        self.panes.retranslate()
        guarded(self.alone.retranslate)
        self.refresh()

    def refresh(self) -> None:
        """Show the exercise as it is; what fails in one part keeps no other from it."""
        seen = self.console.seen
        if seen is None:
            return
        self.turns.forget()
        if self.is_alone:
            guarded(lambda: self.alone.refresh(seen))
            return
        following = self.console.following
        self.band.refresh(seen, following)
        self.panes.refresh(seen, following, self.context.room.inject)

    def refresh_soon(self) -> None:
        """Show the exercise as it is, a part a turn: the wall is painted before."""
        if self.is_alone:
            self.turns.ask("alone", lambda: self._show(self.alone.refresh, with_next=False))
            self.turns.ask("actions", self.context.actions.changed.emit)
            return
        self.turns.ask("band", lambda: self._show(self.band.refresh, with_next=True))
        for name, part in self.panes.parts():
            self.turns.ask(name, partial(self._show, part, with_next=name == "order"))
        self.turns.ask("actions", self.context.actions.changed.emit)

    def _show(self, part: Callable[..., None], *, with_next: bool) -> None:
        seen = self.console.seen
        if seen is not None:
            part(seen, *((self.console.following,) if with_next else ()))

    def press_launch(self) -> None:
        """LANCER, by its keys; where the team plays by itself they go on.

        With a form begun, Ctrl+Enter is what the main button of the form says.
        """
        panel = self.panes.panel
        by_enter = self.band.launcher.take_enter()
        if self.is_alone:
            self.alone.go_on()
        elif by_enter and panel is not None and panel.is_begun():
            panel.submit()
            self.band.launcher.rest()
        else:
            self.band.launcher.press_key()

    def offer_postponing(self) -> None:
        """Ask by how much the next one is postponed."""
        self.band.next.gestures.offer_postponing()

    def centre(self) -> None:
        """Bring the next one to the middle of the list."""
        self.panes.order.centre()

    def search(self) -> None:
        """Open the line that narrows the list."""
        self.panes.show_pane("order")
        self.panes.order.search()

    def write(self) -> None:
        """Lead to the line of the journal."""
        self.panes.show_pane("journal")
        self.panes.journal.write()

    def next_pane(self, by: int) -> None:
        """Lead to the next pane, or the one before."""
        self.panes.step_focus(by)

    def to_mark(self) -> InjectId | None:
        """What a mark of delivery would be about: the selected row, else the last launched that wants one."""
        seen = self.console.seen
        if seen is None:
            return None
        wanted = (Standing.UNDER_WAY, Standing.NOT_REACHED)
        selected = self.panes.order.current()
        if selected is not None and standing(seen, selected) in wanted:
            return selected
        launched = [
            (one.launched, inject)
            for inject, one in seen.view.injects.items()
            if one.launched is not None and standing(seen, inject) in wanted
        ]
        return max(launched)[1] if launched else None

    def mark(self, *, reached: bool) -> None:
        """Note that what was launched reached whom it had not reached yet, or did not."""
        inject = self.to_mark()
        if inject is not None:
            (self.console.deliver if reached else self.console.miss)(inject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is opened over the panes; it never stops the exercise."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.asking.isHidden():
                self.asking.leave()
            else:
                self.panes.close_panel()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        super().resizeEvent(event)
        self._relayout()

    def _connect(self) -> None:
        bridge = self.context.bridge
        bridge.opened.connect(self._begin)
        bridge.told.connect(self._follow)
        bridge.closed.connect(self._clock.stop)
        bridge.closed.connect(self._stand_empty)
        self.console.moved.connect(self.refresh)
        self.console.opened.connect(self._open)
        self.context.room.changed.connect(self.refresh_soon)
        self.context.actions.refused.connect(self._refuse)
        theme.signals.changed.connect(self._relayout)

    def _begin(self) -> None:
        self.console.forget()
        self.panes.begin_anew()
        self.alone.begin_anew()
        self._stand_empty()
        self._clock.start()
        self.refresh()

    def _stand_empty(self) -> None:
        """Without an exercise there is nothing to press: a sentence, and the way home."""
        there = self.console.seen is not None
        self._empty.set_words(self.context.voice.say("conduct.no_exercise"))
        self._empty.setVisible(not there)
        for part in (self.band, self.panes):
            part.setVisible(there and not self.is_alone)
        self.alone.setVisible(there and self.is_alone)
        if not there:
            self.asking.leave()
            self.notice.unsay()

    def _follow(self, told: Published) -> None:
        self.console.follow(told)
        self.alone.follow(told)
        if told.refusal is not None and told.refusal.id not in HARMLESS:
            self._tell(told.refusal)
        elif told.command is not None and told.refusal is None:
            self.notice.unsay()
        self.refresh_soon()

    def _tick(self) -> None:
        seen = self.console.seen
        if seen is not None and self.isVisible():
            if self.is_alone:
                self.alone.tick(seen)
                return
            self.band.tick(seen)
            self.panes.tick(seen)

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
        elif not self.is_alone:
            self.panes.open(panel, what)

    def _relayout(self) -> None:
        now = arrange(self.width(), theme.current().base, self._arrangement)
        with kept_fonts(self):
            self._stand(now)

    def _stand(self, now: Arrangement) -> None:
        self.band.fold(self.width(), self.height(), now)
        wall = None if self.band.holds_wall else self.band.on_screen
        low = now is Arrangement.TABS or self.height() - self.band.height() < theme.px(_LOW)
        if (now, wall, low) != self._stands:
            self._arrangement, self._stands = now, (now, wall, low)
            self.panes.stand(now, wall, low=low)


_ASKED = {"end": "conduct.ask_end", "real_incident": "conduct.ask_real_incident"}
_YES = {"end": "conduct.yes_end", "real_incident": "conduct.yes_real_incident"}
