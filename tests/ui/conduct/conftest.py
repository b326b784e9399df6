"""A console without a window: an exercise of LISERON under way, and what is seen of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Event, Fact
from care_desktop.exercise.words import Words
from care_desktop.journal.store import Store
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Script
from care_desktop.scenario.time import MINUTE
from care_desktop.session.followed import Followed
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.published import Published
from tests.exercise.liseron import LISERON
from tests.exercise.room import said
from tests.session.desk import ZERO, Desk, resealed
from tests.ui.conduct.speaking import PlainSpeaker
from ui import theme
from ui.conduct.desk import HARMLESS
from ui.conduct.desk import Desk as Facilitating
from ui.conduct.seen import Seen
from ui.conduct.workspace import Workspace
from ui.shell import Shell
from ui.starting import start

F = TypeVar("F", bound=Fact)


class Console:
    """What a facilitator does, and what they see."""

    def __init__(self, store: Store, script: Script) -> None:
        clock = LeapingClock(ZERO)
        self.desk = Desk(open_new(store, script, clock), clock)
        self.followed = Followed(self.desk.run.opened())
        self._sealed = 0

    def does(self, *commands: c.Command) -> None:
        """Carry commands out now."""
        for command in commands:
            self._sealed += 1
            told = self.desk.does(resealed(command, self._sealed))
            assert told.refusal is None, told.refusal
            self.followed.follow(told)

    def waits(self, minutes: float) -> Console:
        for told in self.desk.waits(round(minutes * MINUTE), tick=MINUTE):
            self.followed.follow(told)
        return self

    @property
    def seen(self) -> Seen:
        return Seen.of(self.followed, self.desk.clock.read(), PlainSpeaker())


def words(text: str) -> Words:
    return said(text)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "exercises.db") as opened:
        yield opened


@pytest.fixture
def prepared(store: Store) -> Console:
    """LISERON before DEBEX."""
    return Console(store, LISERON)


@pytest.fixture
def console(prepared: Console) -> Console:
    """LISERON, just begun."""
    prepared.does(c.Begin())
    return prepared


def _answered(answers: list[Published]) -> bool:
    return any(one.command is not None for one in answers)


class Animer:
    """The console in its window, an exercise of LISERON under way, and a hand on the clock."""

    def __init__(self, qtbot: QtBot, shell: Shell, clock: LeapingClock) -> None:
        self.qtbot, self.shell, self.clock = qtbot, shell, clock
        self.bridge = shell.context.bridge
        self.bridge.open_new(LISERON, Facility("Hôpital du Val"))
        qtbot.waitUntil(lambda: self.bridge.followed is not None)
        shell.go("conduct")
        view = shell.findChild(Workspace)
        assert isinstance(view, Workspace)
        self.view: Workspace = view
        with qtbot.waitActive(shell):
            shell.activateWindow()

    @property
    def desk(self) -> Facilitating:
        """Band and panes."""
        assert isinstance(self.view.face, Facilitating)
        return self.view.face

    @property
    def events(self) -> list[Event]:
        assert self.bridge.followed is not None
        return self.bridge.followed.events

    def facts(self, kind: type[F]) -> list[F]:
        return [event.fact for event in self.events if isinstance(event.fact, kind)]

    def does(self, *commands: c.Command) -> None:
        """Carry commands out, and wait until the window was told."""
        for command in commands:
            answers: list[Published] = []
            self.bridge.told.connect(answers.append)
            self.bridge.send(command)
            self.qtbot.waitUntil(partial(_answered, answers))
            self.bridge.told.disconnect(answers.append)
            refused = [one.refusal for one in answers if one.refusal is not None]
            assert [one for one in refused if one.id not in HARMLESS] == []
        self._is_shown()

    def comes(self, kind: type[Fact], count: int = 1) -> None:
        """Wait until so many facts of a kind have come."""
        self.qtbot.waitUntil(lambda: len(self.facts(kind)) >= count)
        self._is_shown()

    def _is_shown(self) -> None:
        """Wait until all parts of the console show it."""
        self.qtbot.waitUntil(lambda: self.view.turns.is_idle)

    def settles(self) -> None:
        """Let everything that was sent be carried out: what is sent last is told last."""
        self.does(c.MarkMoment())

    def waits(self, minutes: float) -> None:
        """Let time pass, a minute at most at once."""
        left = round(minutes * MINUTE)
        while left > 0:
            step = min(left, MINUTE)
            self.clock.leap(step)
            left -= step
        self.settles()

    def presses(self, key: str) -> None:
        """Press and let go of a key, as the window system tells of it."""
        combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
        QTest.keyClick(self.shell.windowHandle(), combination.key(), combination.keyboardModifiers())


@pytest.fixture
def animer(qtbot: QtBot, tmp_path: Path) -> Iterator[Animer]:
    """LISERON in the window, before DEBEX."""
    hook = sys.excepthook
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    clock = LeapingClock(ZERO)
    shell = start(application, tmp_path / "kept", clock)
    qtbot.addWidget(shell)
    shell.resize(1366, 736)
    with qtbot.waitActive(shell):
        shell.activateWindow()
    qtbot.waitUntil(lambda: shell.has_looked_around)
    yield Animer(qtbot, shell, clock)
    shell.close()
    theme.apply(application, theme.make("light"))
    sys.excepthook = hook


@pytest.fixture
def running(animer: Animer) -> Animer:
    """LISERON in the window, just begun."""
    animer.does(c.Begin())
    return animer
