"""The wall under the animator's hand: what goes up by itself, what holds it back, when it counts as shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Pause
from care_desktop.scenario.ids import CellId, InjectId
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Channel, Script, Way
from care_desktop.scenario.time import StoryMs
from care_desktop.session.leaping import LeapingClock
from care_desktop.workspace.place import Workspace
from tests.session.desk import ZERO
from tests.ui.room.conftest import shipped
from ui import fonts, theme
from ui.bridge import Bridge
from ui.room import painter
from ui.room.miniature import Miniature
from ui.room.scene import Alert, Black, End, Question, RealIncident, Recovery, Sheet, Situation, Spoken
from ui.room.scene import Suspended as SuspendedCard
from ui.room.screen import RoomScreen
from ui.room.window import RoomWindow
from ui.voice import Voice

pytestmark = pytest.mark.ui


class Theatre:
    """A real exercise, on its thread, with the room's screen."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        fonts.load()
        self.qtbot = qtbot
        self.clock = LeapingClock(ZERO)
        self.voice = Voice()
        self.bridge = Bridge(Workspace.open(folder), self.clock)
        self.screen = RoomScreen(self.bridge, self.voice)

    def open(self, script: Script | None = None) -> Theatre:
        """Open an exercise and give DEBEX."""
        with self.qtbot.waitSignal(self.bridge.opened):
            self.bridge.open_new(script or shipped(), Facility("Hôpital du Val"))
        return self.does(c.Begin())

    def does(self, *commands: c.Command) -> Theatre:
        for command in commands:
            with self.qtbot.waitSignal(self.bridge.told):
                self.bridge.send(command)
        return self

    def launches(self, *injects: str) -> Theatre:
        return self.does(*(c.Launch(InjectId(inject)) for inject in injects))

    def shown(self, inject: str) -> bool:
        assert self.bridge.followed is not None
        state = self.bridge.followed.view.injects.get(InjectId(inject))
        return state is not None and state.shown is not None

    def window(self) -> QWidget:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, RoomWindow)]
        return next(one for one in windows if one.isVisible())


@pytest.fixture
def theatre(qtbot: QtBot, tmp_path: Path) -> Iterator[Theatre]:
    made = Theatre(qtbot, tmp_path)
    yield made
    made.screen.close()
    made.bridge.close()


def image(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_without_an_exercise_the_wall_is_black_and_says_exercise(theatre: Theatre) -> None:
    assert isinstance(theatre.screen.scene, Black)
    assert theatre.screen.scene.strip.left == "EXERCICE"


def test_what_is_launched_goes_on_the_wall(theatre: Theatre) -> None:
    theatre.open()
    assert isinstance(theatre.screen.scene, Situation)
    theatre.launches("printers")
    assert isinstance(theatre.screen.scene, Sheet)
    assert theatre.screen.inject == "printers"


def test_apart_a_call_to_one_cell_does_not(theatre: Theatre) -> None:
    theatre.open(shipped(Way.SIMULATION)).launches("restart")
    assert isinstance(theatre.screen.scene, Situation)
    theatre.screen.show_inject("restart")
    assert isinstance(theatre.screen.scene, Spoken)


def test_an_inject_counts_as_shown_once_the_window_has_painted_it(theatre: Theatre) -> None:
    theatre.open()
    theatre.screen.open()
    told: list[str] = []
    theatre.screen.painted.connect(told.append)
    theatre.launches("printers")
    theatre.qtbot.waitUntil(lambda: theatre.shown("printers"))
    theatre.screen.show_situation()
    theatre.screen.show_inject("printers")
    QApplication.processEvents()
    assert told == ["printers"]


def test_without_a_window_nothing_counts_as_shown(theatre: Theatre) -> None:
    theatre.open().launches("printers")
    miniature = Miniature(theatre.screen, theatre.voice)
    theatre.qtbot.addWidget(miniature)
    miniature.show()
    image(miniature)
    QApplication.processEvents()
    theatre.does(c.MarkMoment())
    assert not theatre.shown("printers")


@pytest.mark.parametrize("held", ["black", "frozen"])
def test_behind_a_dark_or_frozen_wall_nothing_counts_as_shown(theatre: Theatre, held: str) -> None:
    theatre.open()
    theatre.screen.open()
    on, switch = True, {"black": theatre.screen.set_black, "frozen": theatre.screen.set_frozen}[held]
    switch(on)
    theatre.launches("printers").does(c.MarkMoment())
    image(theatre.window())
    QApplication.processEvents()
    assert not theatre.shown("printers")
    switch(not on)
    theatre.qtbot.waitUntil(lambda: theatre.shown("printers"))


def test_a_recalled_inject_leaves_the_wall(theatre: Theatre) -> None:
    theatre.open().launches("restart").does(c.Recall(InjectId("restart")))
    assert isinstance(theatre.screen.scene, Situation)
    assert theatre.screen.scene.facts == ()


def test_after_a_jump_the_wall_shows_the_situation(theatre: Theatre) -> None:
    theatre.open().launches("restart")
    dawn = shipped().phases[1]
    theatre.does(c.Jump(StoryMs(dawn.starts), c.OpenDecisions.KEEP))
    assert isinstance(theatre.screen.scene, Situation)
    assert theatre.screen.scene.facts == tuple(dawn.recap.fr.split("\n"))


def test_black_frozen_and_what_goes_before_what(theatre: Theatre) -> None:
    theatre.open().launches("printers")
    screen = theatre.screen
    screen.set_frozen(True)
    theatre.launches("supervision")
    assert isinstance(screen.scene, Sheet)
    theatre.does(c.Suspend())
    assert isinstance(screen.scene, SuspendedCard)
    theatre.does(c.Resume())
    assert isinstance(screen.scene, Sheet)
    screen.set_frozen(False)
    assert isinstance(screen.scene, Alert)
    screen.set_black(True)
    theatre.does(c.Suspend())
    assert isinstance(screen.scene, Black)
    theatre.does(c.Resume(), c.Suspend(Pause.REAL_INCIDENT))
    assert isinstance(screen.scene, RealIncident)
    theatre.does(c.Resume())
    assert isinstance(screen.scene, Black)


def test_the_end_card_stays_when_the_exercise_is_put_away(theatre: Theatre) -> None:
    theatre.open().does(c.End())
    assert isinstance(theatre.screen.scene, End)
    assert theatre.screen.scene.strip.right == "09:00"
    theatre.bridge.close()
    assert isinstance(theatre.screen.scene, End)


def test_the_animator_puts_a_question_or_care_on_the_wall(theatre: Theatre) -> None:
    theatre.open().launches("supervision").does(c.ConfirmShown(InjectId("supervision")))
    theatre.screen.show_decision("cut")
    assert isinstance(theatre.screen.scene, Question)
    theatre.screen.show_recovery()
    assert isinstance(theatre.screen.scene, Recovery)
    theatre.screen.show_decision("stroke")
    assert isinstance(theatre.screen.scene, Situation)


def test_pages_are_turned_and_begin_anew_with_what_is_shown(theatre: Theatre) -> None:
    text = "Une phrase qui se répète sur toute la page. " * 60
    theatre.open().does(c.ImproviseInject(Channel.NOTICE, (CellId("direction"),), theatre.bridge.words(text)))
    assert theatre.bridge.followed is not None
    improvised = list(theatre.bridge.followed.view.injects)[-1]
    theatre.launches(improvised)
    screen = theatre.screen
    assert (screen.page, screen.pages) == (0, 3)
    screen.next_page()
    screen.next_page()
    screen.next_page()
    assert screen.page == 2
    screen.previous_page()
    assert screen.page == 1
    screen.show_situation()
    assert (screen.page, screen.pages) == (0, 1)


def test_the_hour_on_the_wall_goes_on(theatre: Theatre) -> None:
    theatre.open()
    changed: list[None] = []
    theatre.screen.changed.connect(lambda: changed.append(None))
    theatre.clock.leap(61_000)
    theatre.qtbot.waitUntil(lambda: bool(changed))
    assert isinstance(theatre.screen.scene, Situation)
    assert theatre.screen.scene.hour == "02:01"


def test_the_wall_changes_its_language(theatre: Theatre) -> None:
    theatre.open().launches("printers")
    theatre.voice.switch("en")
    assert theatre.screen.scene.strip.left == "EXERCISE"


def test_the_window_never_takes_the_focus(theatre: Theatre) -> None:
    console = QWidget()
    theatre.qtbot.addWidget(console)
    field = QLineEdit(console)
    with theatre.qtbot.waitActive(console):
        console.show()
        console.activateWindow()
    field.setFocus()
    theatre.open()
    theatre.screen.open()
    theatre.launches("printers")
    theatre.qtbot.waitUntil(lambda: theatre.shown("printers"))
    theatre.qtbot.waitUntil(field.hasFocus)
    window = theatre.window()
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_with_a_single_screen_the_window_floats_and_covers_a_corner_only(theatre: Theatre) -> None:
    theatre.screen.open()
    window = theatre.window()
    free = window.screen().availableGeometry()
    assert not window.isFullScreen()
    assert free.contains(window.geometry())
    assert window.width() * window.height() < free.width() * free.height() / 2


def test_the_cursor_goes_away_and_comes_back_with_the_mouse(theatre: Theatre) -> None:
    theatre.screen.open()
    window = theatre.window()
    theatre.qtbot.waitUntil(lambda: window.cursor().shape() == Qt.CursorShape.BlankCursor, timeout=4_000)
    at = QPointF(5, 5)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, at, at, none, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, moved)
    assert window.cursor().shape() != Qt.CursorShape.BlankCursor


def test_what_cannot_be_drawn_leaves_the_last_good_frame_and_is_reported_once(
    theatre: Theatre, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("drawn wrong")

    theatre.open()
    theatre.screen.open()
    theatre.launches("printers")
    theatre.qtbot.waitUntil(lambda: theatre.shown("printers"))
    before = image(theatre.window())
    reported: list[str] = []

    def report(_: type[BaseException], error: BaseException, __: TracebackType | None) -> Any:  # noqa: ANN401
        reported.append(str(error))

    monkeypatch.setattr("sys.excepthook", report)
    monkeypatch.setattr(painter, "_KINDS", painter._KINDS | {Alert: fail})  # noqa: SLF001 - nothing else makes a drawing fail
    miniature = Miniature(theatre.screen, theatre.voice)
    theatre.qtbot.addWidget(miniature)
    miniature.show()
    theatre.launches("supervision")
    after = image(theatre.window())
    image(miniature)
    QApplication.processEvents()
    assert isinstance(theatre.screen.scene, Alert)
    assert after == before
    assert reported == ["drawn wrong"]
    assert not theatre.shown("supervision")


def test_the_miniature_is_the_wall_small_and_can_be_read_aloud(theatre: Theatre) -> None:
    theatre.open().launches("printers")
    miniature = Miniature(theatre.screen, theatre.voice)
    theatre.qtbot.addWidget(miniature)
    miniature.resize(320, 180)
    miniature.show()
    wall = theatre.screen.picture()
    drawn = QImage(QSize(320, 180), QImage.Format.Format_RGB32)
    assert not drawn.isNull()
    assert "IMPORTANT" in miniature.accessibleDescription()
    assert image(miniature).pixelColor(160, 30).lightness() > 200
    assert wall.pages == 1


def test_a_rehearsal_says_so(theatre: Theatre) -> None:
    with theatre.qtbot.waitSignal(theatre.bridge.opened):
        script = replace(shipped(), id="rehearsed")
        theatre.bridge.open_new(script, Facility("Hôpital du Val"), rehearsal=True)
    assert theatre.screen.scene.strip.left == "EXERCICE · RÉPÉTITION"


def test_the_miniature_stands_in_the_middle_of_its_place(theatre: Theatre) -> None:
    theatre.open().launches("printers")
    miniature = Miniature(theatre.screen, theatre.voice)
    theatre.qtbot.addWidget(miniature)
    miniature.resize(246, 98)
    miniature.show()
    across = [image(miniature).pixelColor(x, 60) for x in range(246)]
    around = theme.color("stage2")
    left = next(x for x in range(2, 246) if across[x] != around)
    right = next(x for x in range(243, 0, -1) if across[x] != around)
    assert abs(left - (245 - right)) <= 1
    assert left > 30
