"""A night of LISERON at a facility, from the chair of its facilitator; the laptop may die."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from care_desktop.exercise import indicators
from care_desktop.exercise.commands import Command
from care_desktop.exercise.events import Event, Fact
from care_desktop.exercise.fold import fold
from care_desktop.exercise.state import Status
from care_desktop.exercise.view import View
from care_desktop.journal.records import ExerciseId, Seq, Stamp
from care_desktop.journal.store import Store
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new, resume
from care_desktop.session.run import Run
from tests.exercise.liseron import LISERON
from tests.session.desk import ZERO, Desk, resealed

F = TypeVar("F", bound=Fact)
EXERCISE = ExerciseId("night")


class Night:
    """One exercise; minutes are minutes of play since DEBEX."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "exercises.db"
        self._clock = LeapingClock(ZERO)
        self._store = Store.open(self._path)
        self._desk = Desk(open_new(self._store, LISERON, self._clock, EXERCISE), self._clock)
        self._given = 0
        self.told: list[Event] = []

    @property
    def run(self) -> Run:
        return self._desk.run

    @property
    def view(self) -> View:
        return self.run.snapshot().view

    @property
    def story(self) -> str:
        """What time it is in the story: day, hour and minute."""
        ms = self.view.line.story_at(self.run.clock.play_at(self._clock.read()))
        return f"J+{ms // (24 * HOUR)} {ms // HOUR % 24:02d}:{ms // MINUTE % 60:02d}"

    def at(self, minute: float) -> Night:
        """Wait until this minute; ``told`` holds what happens from here on."""
        self.told = []
        left = round(minute * MINUTE) - self.run.clock.play_at(self._clock.read())
        for published in self._desk.waits(left, tick=10_000):
            self.told += published.events
        return self

    def does(self, command: Command) -> Night:
        """Give a command, which must be taken."""
        self._given += 1
        published = self._desk.does(resealed(command, self._given))
        assert published.refusal is None, published.refusal
        self.told += published.events
        return self

    def refuses(self, command: Command) -> str:
        """Why a command is not taken now."""
        refusal = self._desk.does(resealed(command, 1_000 + self._given)).refusal
        assert refusal is not None
        return refusal.id

    def foresees(self, command: Command) -> list[str]:
        """The kinds of what a command would bring."""
        return [event.fact.kind for event in self.run.preview(command, self._clock.read())]

    def stands(self, status: Status) -> bool:
        """Whether this is where the exercise stands."""
        return self.view.status is status

    def happened(self, kind: type[F]) -> list[F]:
        """The facts of a kind since ``at`` was last called."""
        return [event.fact for event in self.told if isinstance(event.fact, kind)]

    def seq_of(self, kind: type[Fact]) -> Seq:
        """The last event of a kind in the whole exercise."""
        return next(event.seq for event in reversed(self.run.events) if isinstance(event.fact, kind))

    def indicator(self, name: str) -> int:
        """The value of an indicator now."""
        state = fold(self.run.index, self.run.events)
        return indicators.value(self.run.index, state, name, self.view.line.story_at(self._play()))

    def dies_for(self, minutes: int) -> Night:
        """The laptop goes out without a word, is started again, and the exercise is opened."""
        gone = self._clock.read()
        self._store.close()
        wall = f"2026-11-24T09:{minutes:02d}:00.000Z"
        self._clock = LeapingClock(Stamp(wall, gone.zone, gone.offset, 1, 1, "boot-2"))
        self._store = Store.open(self._path)
        self.told = []
        self._desk = Desk(resume(self._store.journal(EXERCISE), self._clock), self._clock)
        self.told = self.run.events[-1:]
        return self

    def ends(self) -> None:
        """Close the laptop."""
        self._store.close()

    def _play(self) -> PlayMs:
        return self.run.clock.play_at(self._clock.read())
