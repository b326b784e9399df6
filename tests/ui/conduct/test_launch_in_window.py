"""LANCER in the window: its keys, its guard, its refusals; nothing else launches or moves the next one."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Begun, InjectLaunched, MomentMarked
from care_desktop.scenario.script import Channel
from tests.ui.conduct.conftest import Animer
from tests.ui.frame.keys import focused, write
from ui.conduct.launching import LaunchGuard
from ui.widgets.launch_button import LaunchState

pytestmark = pytest.mark.ui


class Hand:
    """The clock of the guard, moved by hand."""

    def __init__(self, animer: Animer) -> None:
        self.ms = 0
        animer.desk.band.launcher.guard = LaunchGuard(lambda: self.ms)


def launched(animer: Animer) -> list[str]:
    animer.settles()
    return [fact.inject for fact in animer.facts(InjectLaunched)]


def state(animer: Animer) -> LaunchState:
    return animer.desk.band.launcher.button.state()


def test_before_debex_it_begins_the_exercise(animer: Animer) -> None:
    assert animer.desk.band.launcher.button.lines()[0] == "DEBEX"
    animer.presses("F9")
    animer.comes(Begun)
    assert animer.facts(InjectLaunched) == []


@pytest.mark.parametrize("key", ["F9", "Ctrl+Return"])
def test_its_keys_launch_the_next_one_from_anywhere(running: Animer, key: str) -> None:
    running.presses("Ctrl+J")
    write(running.shell, "en pleine phrase")
    running.presses(key)
    assert launched(running) == ["printers"]
    assert running.desk.panes.journal.field.text() == "en pleine phrase"


def test_a_press_on_it_launches(running: Animer) -> None:
    QTest.mouseClick(running.desk.band.launcher.button, Qt.MouseButton.LeftButton)
    assert launched(running) == ["printers"]


def test_a_second_press_within_a_second_is_refused_in_words(running: Animer) -> None:
    hand = Hand(running)
    running.presses("F9")
    hand.ms = 999
    running.presses("F9")
    assert state(running) is LaunchState.REFUSED
    assert running.desk.band.launcher.button.lines()[1].startswith("Déjà lancé à")
    assert launched(running) == ["printers"]
    hand.ms = 1_000
    running.presses("F9")
    assert launched(running) == ["printers", "biologist"]


def test_the_lock_ends_by_itself_and_not_before_its_time(running: Animer) -> None:
    hand = Hand(running)
    running.presses("F9")
    running.comes(InjectLaunched)
    hand.ms = 990
    running.view.refresh()
    running.qtbot.wait(50)  # the timer of the lock has fired by now, too early
    assert state(running) is LaunchState.LOCKED
    hand.ms = 1_000
    running.qtbot.waitUntil(lambda: state(running) is LaunchState.ARMED)


def test_a_key_that_is_held_launches_once_and_says_so(running: Animer) -> None:
    hand = Hand(running)
    window = running.shell.windowHandle()
    QTest.keyPress(window, Qt.Key.Key_F9)
    for _ in range(20):
        hand.ms += 200
        override, none = QEvent.Type.ShortcutOverride, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(window, QKeyEvent(override, Qt.Key.Key_F9, none, "", autorep=True))
    assert state(running) is LaunchState.REFUSED
    assert launched(running) == ["printers"]
    QTest.keyRelease(window, Qt.Key.Key_F9)
    running.presses("F9")
    assert launched(running) == ["printers", "biologist"]


def test_while_suspended_it_says_so_and_launches_nothing(running: Animer) -> None:
    running.does(c.Suspend())
    assert state(running) is LaunchState.SUSPENDED
    running.presses("F9")
    assert state(running) is LaunchState.REFUSED
    assert launched(running) == []


def test_with_nothing_left_it_offers_the_end(running: Animer) -> None:
    running.does(*(c.SkipInject(one) for one in ("printers", "biologist", "samu", "alert", "monday")))
    assert state(running) is LaunchState.EXHAUSTED
    QTest.mouseClick(running.desk.band.launcher.button, Qt.MouseButton.LeftButton)
    assert running.view.asking.isVisible()


@pytest.mark.parametrize("letters", [" ", "« a b ? 1 ! »", "lancer"])
def test_what_is_typed_in_a_field_launches_nothing(running: Animer, letters: str) -> None:
    running.presses("Ctrl+J")
    write(running.shell, letters)
    QTest.keyClick(focused(running.shell), Qt.Key.Key_Space)
    assert launched(running) == []
    assert len(running.facts(MomentMarked)) == 1


def _wheel(at: QWidget) -> None:
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(at, event)


def test_nothing_but_launching_moves_the_next_one_or_launches(running: Animer) -> None:
    """A seeded hand that selects, types, scrolls, tabs, opens panels and leaves them."""
    running.does(c.Launch("printers"), c.MarkDelivered("printers", "care", Channel.IN_PERSON))
    order = running.desk.panes.order
    acts = random.Random(7)
    for _ in range(400):
        match acts.randrange(8):
            case 0:
                order.list.setCurrentIndex(order.model.index(acts.randrange(5)))
            case 1:
                write(running.shell, acts.choice(["s", "é", " ", "12", "Le SAMU"]))
            case 2:
                _wheel(order.list.viewport())
            case 3:
                QTest.keyClick(focused(running.shell), Qt.Key.Key_Tab)
            case 4:
                QTest.keyClick(order.list, acts.choice([Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End]))
            case 5:
                running.view.resize(acts.choice([1000, 1282]), 700)
            case 6:
                running.presses(acts.choice(["Ctrl+I", "Ctrl+D", "Ctrl+B", "Ctrl+F", "F6", "Ctrl+J"]))
            case _:
                QTest.keyClick(focused(running.shell), Qt.Key.Key_Escape)
        assert running.view.console.following == "biologist"
    assert launched(running) == ["printers"]


def test_an_explicit_gesture_moves_the_next_one(running: Animer) -> None:
    running.presses("Alt+Down")
    assert running.view.console.following == "biologist"
    running.presses("Alt+Up")
    assert running.view.console.following == "printers"
    running.presses("Alt+Down")
    running.presses("F9")
    assert launched(running) == ["biologist"]
    assert running.view.console.following == "printers"
