"""The screen of the room: what is on the wall, and how it gets there. The animator's hand on it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal

from care_desktop.exercise.commands import ConfirmShown
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import InjectId
from care_desktop.session.published import Published
from ui.room.outlook import Outlook
from ui.room.painter import RoomPainter
from ui.room.painting.ground import DARK, LIGHT, PAPER
from ui.room.painting.picture import Picture
from ui.room.scene import Black, End, Scene, Strip
from ui.room.wall import CARD, RECOVERY, SITUATION, Shown, Subject, Wall

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.room.window import RoomWindow
    from ui.voice import Voice

USUAL_SIZE = QSizeF(1920, 1080)
"""What is laid out for as long as no window says better."""

_SECOND = 1_000


class _LaidOut(NamedTuple):
    scene: Scene
    page: int
    light: bool
    area: QSizeF
    picture: Picture


class RoomScreen(QObject):
    """What the room sees, whether or not there is a window to see it in.

    ``painted`` tells that the window of the room has really painted an inject, ``screen_lost`` and
    ``screen_back`` that its screen was unplugged and is there again.
    """

    changed = Signal()
    painted = Signal(str)
    screen_lost = Signal(str)
    screen_back = Signal(str)

    def __init__(self, bridge: Bridge, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._voice = bridge, voice
        self._window: RoomWindow | None = None
        self._wall = Wall()
        self._page = 0
        self._light = False
        self._confirmed: set[tuple[InjectId, Seq]] = set()
        self._hour = ""
        self._shown = self._nothing()
        self._laid_out: _LaidOut | None = None
        self._reported: Scene | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._look_at_clock)
        bridge.opened.connect(self._begin)
        bridge.told.connect(self._follow)
        bridge.closed.connect(self.refresh)
        voice.changed.connect(self.refresh)
        self._begin()

    @property
    def scene(self) -> Scene:
        """What is on the wall."""
        return self._shown.scene

    @property
    def inject(self) -> InjectId | None:
        """The inject that is on the wall."""
        return InjectId(self._shown.of.id) if self._shown.of.kind == "inject" else None

    @property
    def page(self) -> int:
        """The page that is on the wall, from 0."""
        return self.picture().page

    @property
    def pages(self) -> int:
        """How many pages what is on the wall has."""
        return self.picture().pages

    @property
    def is_black(self) -> bool:
        """Whether the wall was darkened."""
        return self._wall.black

    @property
    def is_frozen(self) -> bool:
        """Whether the wall keeps what it shows."""
        return self._wall.frozen is not None

    @property
    def is_light(self) -> bool:
        """Whether the ground is that of a light room."""
        return self._light

    def show_situation(self) -> None:
        """Put the situation on the wall."""
        self._choose(SITUATION)

    def show_inject(self, inject: str) -> None:
        """Put an inject that was launched on the wall, again or for the first time."""
        self._choose(Subject("inject", inject))

    def show_decision(self, decision: str) -> None:
        """Put a question that was asked on the wall."""
        self._choose(Subject("decision", decision))

    def show_recovery(self) -> None:
        """Put the services of care on the wall."""
        self._choose(RECOVERY)

    def set_black(self, black: bool) -> None:
        """Darken the wall, or not any more."""
        self._wall.black = black
        self._look_again()

    def set_frozen(self, frozen: bool) -> None:
        """Keep what was chosen on the wall, whatever comes; then show what came."""
        outlook = self._outlook()
        self._wall.frozen = self._wall.chosen(outlook) if frozen and outlook is not None else None
        self._look_again()

    def set_light(self, light: bool) -> None:
        """Use the ground of a light room."""
        self._light = light
        self.changed.emit()

    def next_page(self) -> None:
        """Turn to the next page, if there is one."""
        self._turn(self.page + 1)

    def previous_page(self) -> None:
        """Turn back."""
        self._turn(self.page - 1)

    @property
    def area(self) -> QSizeF:
        """The size for which the wall is laid out."""
        return USUAL_SIZE if self._window is None else self._window.area()

    @property
    def is_laid_out(self) -> bool:
        """Whether the picture is that of the scene; else it is the last good one."""
        return self._laid_out is not None and self._laid_out.scene == self.scene

    def picture(self) -> Picture:
        """The page that is on the wall; where it cannot be laid out, the last one that could."""
        area, last = self.area, self._laid_out
        wanted = (self.scene, self._page, self._light, area)
        if last is not None and wanted == last[:-1]:
            return last.picture
        try:
            painter = RoomPainter(area, LIGHT if self._light else DARK)
            self._laid_out = _LaidOut(*wanted, painter.picture(self.scene, self._page))
        except Exception:  # noqa: BLE001 - players never see an error
            self.report()
            return last.picture if last is not None else Picture(area, PAPER.black, (), 0, 1)
        return self._laid_out.picture

    def report(self) -> None:
        """Report the exception under way as any bug is, once for what is on the wall."""
        if self._reported != self.scene:
            self._reported = self.scene
            sys.excepthook(*sys.exc_info())

    @property
    def is_open(self) -> bool:
        """Whether there is a window of the room to be seen."""
        return self._window is not None and self._window.isVisible()

    @property
    def screen_name(self) -> str:
        """The screen that the window of the room is on; none where it is not open."""
        return self._window.screen().name() if self._window is not None and self.is_open else ""

    @property
    def floats(self) -> bool:
        """Whether the window of the room lies on the screen like any other, filling none."""
        return self._window is not None and self.is_open and not self._window.isFullScreen()

    @property
    def lost_screen(self) -> str:
        """The name of the screen that was unplugged and is waited for."""
        return "" if self._window is None else self._window.lost_screen

    def screen_names(self) -> list[str]:
        """The screens of this machine."""
        from ui.room.window import screen_names

        return screen_names()

    def open(self, screen_name: str | None = None) -> None:
        """Open the window of the room: on this screen, or on one that is free; floating if there is none."""
        if self._window is None:
            from ui.room.window import RoomWindow

            self._window = RoomWindow(self, self._voice)
            self._window.painted.connect(self._confirm)
            self._window.screen_lost.connect(self.screen_lost)
            self._window.screen_back.connect(self.screen_back)
            self._window.moved.connect(self.changed)
        self._window.open_on(screen_name)

    def close(self) -> None:
        """Close the window of the room; what is on the wall stays what it is."""
        if self._window is not None:
            window, self._window = self._window, None
            window.close()
            window.deleteLater()
            self.changed.emit()

    def refresh(self) -> None:
        """Look again at what is to be seen."""
        outlook = self._outlook()
        if outlook is None:
            shown = self._shown if isinstance(self.scene, End) else self._nothing()
        else:
            self._hour = self._voice.hour(outlook.now)
            shown = self._wall.shown(outlook)
        runs = outlook is not None and outlook.runs
        if runs != self._clock.isActive():
            self._clock.start() if runs else self._clock.stop()
        if shown == self._shown:
            return
        if shown.of != self._shown.of:
            self._page = 0
        self._shown = shown
        self.changed.emit()

    def _begin(self) -> None:
        self._wall = Wall()
        self._confirmed.clear()
        self._page = 0
        self.refresh()

    def _follow(self, told: Published) -> None:
        outlook = self._outlook()
        if outlook is not None and told.events:
            self._wall.follow(outlook, told.events)
            self.refresh()

    def _look_at_clock(self) -> None:
        outlook = self._outlook()
        if outlook is not None and self._hour != self._voice.hour(outlook.now):
            self.refresh()

    def _choose(self, subject: Subject) -> None:
        self._wall.subject = subject
        self.refresh()

    def _look_again(self) -> None:
        """After a switch: who shows its position is told even where the wall stays the same."""
        before = self._shown
        self.refresh()
        if before == self._shown:
            self.changed.emit()

    def _turn(self, page: int) -> None:
        page = min(max(page, 0), self.pages - 1)
        if page != self._page:
            self._page = page
            self.changed.emit()

    def _outlook(self) -> Outlook | None:
        followed = self._bridge.followed
        if followed is None:
            return None
        return Outlook(followed, self._voice, self._bridge.now().story, self._bridge.is_rehearsal)

    def _nothing(self) -> Shown:
        return Shown(Black(Strip(self._voice.say("room.exercise"))), CARD)

    def _confirm(self, inject: str) -> None:
        """The wall has really shown an inject: the first time counts."""
        followed = self._bridge.followed
        state = None if followed is None else followed.view.injects.get(InjectId(inject))
        if state is None or state.launched is None or state.shown is not None:
            return
        once = (InjectId(inject), state.launched)
        if once not in self._confirmed:
            self._confirmed.add(once)
            self.painted.emit(inject)
            self._bridge.send(ConfirmShown(InjectId(inject)))
