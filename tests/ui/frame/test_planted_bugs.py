"""A bug in any part of the window: the exercise goes on and is recorded, and so do the other parts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Event, InjectLaunched
from care_desktop.session.leaping import LeapingClock
from tests.log_fail import ExpectWarning
from tests.ui.frame.hands import Hands
from tests.ui.frame.spoken import written_in
from tests.ui.frame.tour import Tour
from ui.conduct.band.clocks import Clocks
from ui.conduct.band.launcher import Launcher
from ui.conduct.band.next_card import NextCard
from ui.conduct.band.on_screen import OnScreen
from ui.conduct.decisions_pane import DecisionsPane
from ui.conduct.desk import Desk
from ui.conduct.journal_pane import JournalPane
from ui.conduct.order_pane import OrderPane
from ui.conduct.panels.call import CallPanel
from ui.conduct.panels.decision import DecisionPanel
from ui.conduct.panels.jump import JumpPanel
from ui.conduct.panels.presence import PresencePanel
from ui.conduct.panels.recovery import RecoveryPanel
from ui.conduct.panels.reserve import ReservePanel
from ui.conduct.panels.sheet import SheetPanel
from ui.conduct.services_pane import ServicesPane
from ui.conduct.watch_pane import WatchPane
from ui.conduct.workspace import Workspace as Conduct
from ui.frame.status_line import StatusLine
from ui.home.workspace import Workspace as Home
from ui.review.lanes_view import Lanes
from ui.review.workspace import Workspace as Review
from ui.room.painter import RoomPainter
from ui.shell import Shell

pytestmark = pytest.mark.ui

TYPED = "le nom d’une patiente"


class Planted(NamedTuple):
    """Where a bug is planted, and the panel or the workspace in which it is met."""

    kind: type
    method: str = "refresh"
    panel: str = ""
    place: str = "conduct"

    def __str__(self) -> str:
        return f"{self.kind.__module__.removeprefix('ui.')}.{self.kind.__name__}"


PARTS = [
    *(Planted(kind) for kind in (Clocks, Launcher, NextCard, OnScreen)),
    *(Planted(kind) for kind in (OrderPane, DecisionsPane, JournalPane, ServicesPane, WatchPane)),
    Planted(CallPanel, panel="call"),
    Planted(DecisionPanel, panel="decision"),
    Planted(JumpPanel, panel="jump"),
    Planted(PresencePanel, panel="presence"),
    Planted(RecoveryPanel, panel="recovery"),
    Planted(ReservePanel, panel="reserve"),
    Planted(SheetPanel, panel="sheet"),
    Planted(Home, "_refresh", place="home"),
    Planted(Lanes, "show_exercise", place="review"),
    Planted(RoomPainter, "picture"),
    Planted(StatusLine, "show_saved"),
]


class Room:
    """An exercise at the real window, in which something stumbles."""

    def __init__(self, tour: Tour, hands: Hands) -> None:
        self.tour, self.hands, self.shell = tour, hands, tour.shell
        tour.begin()
        view = self.shell.view("conduct")
        assert isinstance(view, Conduct)
        assert isinstance(view.face, Desk)
        self.desk = view.face

    def plant(self, monkeypatch: pytest.MonkeyPatch, part: Planted) -> None:
        """Let a part stumble whenever it is shown, and show it."""
        if part.panel:
            self.tour.open(part.panel)

        def stumble(*_given: object, **_named: object) -> None:
            raise ValueError(TYPED, self.tour.shell.context.bridge.exercise)

        monkeypatch.setattr(part.kind, part.method, stumble)
        if part.place != "conduct":
            self.shell.go(part.place)
            self.hands.until(self.shell.banner.sentence)
            self.shell.go("conduct")
        self.tour.settle()

    def launches(self) -> set[str]:
        """Press LANCER, wait until it is told, and say all that was launched."""
        before = self.hands.launched()
        self.hands.until(lambda: self.desk.band.launcher.guard.locked_ms() == 0)
        self.hands.press("F9")
        self.hands.until(lambda: len(self.hands.launched()) > len(before))
        self.tour.settle()
        return self.hands.launched()

    def rows(self) -> dict[type, object]:
        """What other parts show of it."""
        panes = self.desk.panes
        return {
            JournalPane: panes.journal.list.model().rowCount(),
            Launcher: self.desk.band.launcher.button.accessibleName(),
            NextCard: self.desk.band.next.title.text(),
        }


@pytest.fixture
def room(qtbot: QtBot, tour: Tour, clock: LeapingClock) -> Room:
    return Room(tour, Hands(qtbot, tour.shell, clock))


@pytest.mark.parametrize("part", PARTS, ids=str)
def test_the_exercise_goes_on_and_the_other_parts_too(
    room: Room, part: Planted, monkeypatch: pytest.MonkeyPatch, expect_warning: ExpectWarning
) -> None:
    expect_warning("ui.bugs", "a bug")
    room.plant(monkeypatch, part)
    before = room.rows()
    assert len(room.launches()) == 1
    after = room.rows()
    still = {kind.__name__ for kind in before if before[kind] == after[kind]}
    assert still <= {part.kind.__name__}


@pytest.mark.parametrize("part", PARTS, ids=str)
def test_it_is_told_once_and_its_report_holds_nothing_of_the_exercise(
    room: Room, part: Planted, monkeypatch: pytest.MonkeyPatch, expect_warning: ExpectWarning
) -> None:
    expect_warning("ui.bugs", "a bug")
    room.plant(monkeypatch, part)
    room.launches()
    assert room.shell.banner.sentence() == room.shell.context.voice.say("frame.bug")
    room.shell.unwarn()
    room.launches()
    assert room.shell.banner.sentence() == ""
    room.shell.context.actions.trigger("copy_bug")
    report = QApplication.clipboard().text()
    assert "stumble" in report
    assert [word for word in words_of(room) if word in report] == []


def test_what_was_launched_beside_a_bug_is_recorded(
    room: Room, monkeypatch: pytest.MonkeyPatch, expect_warning: ExpectWarning
) -> None:
    expect_warning("ui.bugs", "a bug")
    for part in PARTS:
        if part.place == "conduct" and not part.panel:
            room.plant(monkeypatch, part)
    launched = room.launches() | room.launches()
    exercise = room.shell.context.bridge.exercise
    room.shell.context.bridge.close()
    monkeypatch.undo()
    assert {
        event.fact.inject for event in taken_up(room, exercise) if isinstance(event.fact, InjectLaunched)
    } == (launched)


def test_in_the_debriefing_the_moments_are_told_where_no_lane_can_be_drawn(
    room: Room, monkeypatch: pytest.MonkeyPatch, expect_warning: ExpectWarning
) -> None:
    expect_warning("ui.bugs", "a bug")
    room.launches()
    room.tour.send(c.MarkMoment())
    room.plant(monkeypatch, Planted(Lanes, "show_exercise", place="review"))
    review = room.shell.view("review")
    assert isinstance(review, Review)
    assert review.moments.moment is not None


def taken_up(room: Room, exercise: str) -> list[Event]:
    """The exercise as the disk has it."""
    bridge = room.shell.context.bridge
    bridge.resume(exercise)
    room.hands.until(lambda: bridge.followed is not None)
    return room.hands.followed.events


def words_of(room: Room) -> set[str]:
    """Words that belong to the exercise, to the person or to the machine."""
    bridge, script = room.shell.context.bridge, room.hands.followed.index.script
    authored = written_in(script, "fr") | written_in(script, "en")
    folder = room.shell.context.workspace.folder
    return {TYPED, "patiente", bridge.exercise, str(folder), str(Path.home()), *authored}


def test_the_words_that_are_looked_for_are_those_of_the_exercise(room: Room, shell: Shell) -> None:
    assert "Des feuilles dans les bacs" in words_of(room)
    assert len(words_of(room)) > 200
    assert shell.banner.sentence() == ""
