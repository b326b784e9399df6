"""The console of a facilitator: the band with LANCER over the panes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from care_desktop.scenario.ids import InjectId
from care_desktop.session.published import Published
from ui import theme
from ui.bugs import guarded
from ui.conduct.band.band import Band
from ui.conduct.console import Console
from ui.conduct.face import Piece
from ui.conduct.gestures import DESK, SCOPE, at_the_desk
from ui.conduct.panes import Panes
from ui.conduct.relayout import Arrangement, arrange
from ui.conduct.running_order import Standing, standing
from ui.conduct.seen import Seen
from ui.widgets.text import kept_fonts

_LOW = 400
HARMLESS = frozenset({"refusal.default_held", "refusal.default_not_held", "refusal.already_shown"})


class Desk(QObject):
    """A ``Face``: the next one and how to launch it, and all that a facilitator looks at."""

    fills = False
    scopes = (SCOPE, DESK)
    harmless = HARMLESS

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._console = console
        console.context.actions.add(*at_the_desk(console, self))
        self.band, self.panes = Band(console), Panes(console)
        self._arrangement: Arrangement | None = None
        self._stands: tuple[Arrangement, QWidget | None, bool] = (Arrangement.COLUMNS, None, False)

    @property
    def top(self) -> QWidget:
        """The band."""
        return self.band

    @property
    def below(self) -> QWidget:
        """The panes."""
        return self.panes

    def begin_anew(self) -> None:
        """No panel stays open, no draft is kept."""
        self.panes.begin_anew()

    def come(self) -> None:
        """The list has the focus, on the next one."""
        self.band.launcher.watch(self.band.window().windowHandle())
        self.panes.order.centre()
        focused = QApplication.focusWidget()
        if focused is None or not self.panes.isAncestorOf(focused):
            self.panes.order.list.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        guarded(self.band.retranslate)
        self.panes.retranslate()

    def refresh(self, seen: Seen) -> None:
        """Show band and panes."""
        following = self._console.following
        self.band.refresh(seen, following)
        self.panes.refresh(seen, following, self._console.context.room.inject)

    def pieces(self) -> Iterator[Piece]:
        """The band, then each pane."""
        yield "band", lambda seen: self.band.refresh(seen, self._console.following)
        for name, part in self.panes.parts():
            yield name, partial(self._show_order, part) if name == "order" else part

    def tick(self, seen: Seen) -> None:
        """Show the time."""
        self.band.tick(seen)
        self.panes.tick(seen)

    def follow(self, told: Published) -> None:
        """Everything is read off the exercise."""

    def go_on(self) -> None:
        """LANCER, by its keys; with a form begun, Ctrl+Enter is what the main button of the form says."""
        panel, launcher = self.panes.panel, self.band.launcher
        if launcher.take_enter() and panel is not None and panel.is_begun():
            panel.submit()
            launcher.rest()
        else:
            launcher.press_key()

    def write(self) -> None:
        """Lead to the line of the journal."""
        self.panes.show_pane("journal")
        self.panes.journal.write()

    def open(self, panel: str, what: object) -> None:
        """Open a panel in place of panes."""
        self.panes.open(panel, what)

    def leave(self) -> None:
        """Close the panel."""
        self.panes.close_panel()

    def fit(self, width: int, height: int) -> None:
        """Stand in columns or in tabs, with what the band has room for."""
        now = arrange(width, theme.current().base, self._arrangement)
        with kept_fonts(self.band), kept_fonts(self.panes):
            self._stand(now, width, height)

    def search(self) -> None:
        """Open the line that narrows the list."""
        self.panes.show_pane("order")
        self.panes.order.search()

    def centre(self) -> None:
        """Bring the next one to the middle of the list."""
        self.panes.order.centre()

    def next_pane(self, by: int) -> None:
        """Lead to the next pane, or the one before."""
        self.panes.step_focus(by)

    def offer_postponing(self) -> None:
        """Ask by how much the next one is postponed."""
        self.band.next.gestures.offer_postponing()

    def to_mark(self) -> InjectId | None:
        """What a mark of delivery would be about: the selected row, else the last launched that wants one."""
        seen = self._console.seen
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
            (self._console.deliver if reached else self._console.miss)(inject)

    def _show_order(self, part: Callable[..., None], seen: Seen) -> None:
        part(seen, self._console.following)

    def _stand(self, now: Arrangement, width: int, height: int) -> None:
        self.band.fold(width, height, now)
        wall = None if self.band.holds_wall else self.band.on_screen
        low = now is Arrangement.TABS or height - self.band.height() < theme.px(_LOW)
        if (now, wall, low) != self._stands:
            self._arrangement, self._stands = now, (now, wall, low)
            self.panes.stand(now, wall, low=low)
