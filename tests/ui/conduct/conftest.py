"""A console without a window: an exercise of LISERON under way, and what is seen of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise.words import Words
from care_desktop.journal.store import Store
from care_desktop.scenario.script import Script
from care_desktop.scenario.time import MINUTE
from care_desktop.session.followed import Followed
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from tests.exercise.liseron import LISERON
from tests.exercise.room import said
from tests.session.desk import ZERO, Desk, resealed
from tests.ui.conduct.speaking import PlainSpeaker
from ui.conduct.seen import Seen


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
