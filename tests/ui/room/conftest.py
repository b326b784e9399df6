"""The shipped scenario as the room sees it: played event by event, without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import Begun, DecisionOpened, Event, ExerciseOpened, Fact, InjectLaunched
from care_desktop.exercise.fold import apply
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.exercise.variants import chosen_variant
from care_desktop.exercise.view import view_of
from care_desktop.journal.records import ExerciseId, Head, Seq
from care_desktop.language import Language
from care_desktop.scenario.reading import read, read_facility
from care_desktop.scenario.script import Options, Script, Way
from care_desktop.scenario.staging import stage
from care_desktop.scenario.time import PlayMs
from care_desktop.session.followed import Followed
from care_desktop.session.play_clock import PlayClock
from care_desktop.session.published import Opened, Published
from tests.session.desk import ZERO
from ui.room.outlook import Outlook
from ui.voice import Voice

SCENARIOS = Path(__file__).resolve().parents[3] / "scenarios"


@cache
def shipped(way: Way = Way.TABLE) -> Script:
    """TILLEUL at the Hôpital du Val."""
    scenario, _ = read(SCENARIOS / "armentieres-2024" / "scenario.yaml")
    facility, _ = read_facility(SCENARIOS / "facilities" / "hopital-du-val.yaml")
    assert scenario is not None
    assert facility is not None
    return stage(scenario, facility, Options(way=way))


class Seat:
    """A seat in the room: facts happen, the wall is looked at."""

    def __init__(self, script: Script, language: Language = "fr", *, rehearsal: bool = False) -> None:
        self.index = ScriptIndex(script)
        self.voice = Voice(language)
        self._state = State()
        self._rehearsal = rehearsal
        self.followed = Followed(Opened(self.index, self._published(()), {}))

    def happen(self, event: Event) -> None:
        """Let an event be published."""
        apply(self.index, self._state, event)
        self.followed.follow(self._published((event,)))

    def facts(self, *facts: Fact, at: Instant | None = None) -> Seat:
        """Let facts happen now, or at an instant."""
        for fact in facts:
            seq = Seq(len(self.followed.events) + 1)
            self.happen(Event(seq, at or max(self._state.now, self._start()), None, fact))
        return self

    @property
    def outlook(self) -> Outlook:
        """What the room sees."""
        return Outlook(self.followed, self.voice, self._state.now.story, self._rehearsal)

    def _start(self) -> Instant:
        return Instant(PlayMs(0), self.index.script.starts)

    def _published(self, events: Iterable[Event]) -> Published:
        clock = PlayClock.standing_at(self._state.now.play)
        head = Head(ExerciseId("exercise"), self._state.seq, b"")
        return Published(tuple(events), view_of(self._state), clock, head, stamp=ZERO)


Seated = Callable[..., Seat]


@pytest.fixture
def seated() -> Seated:
    """Sit down in an exercise that has begun."""

    def sit(script: Script | None = None, language: Language = "fr", *, rehearsal: bool = False) -> Seat:
        seat = Seat(script or shipped(), language, rehearsal=rehearsal)
        return seat.facts(ExerciseOpened("digest", 1, 0), Begun())

    return sit


def told_everything(seat: Seat) -> Seat:
    """Launch every inject and ask every question, whatever the story says."""
    for inject in seat.index.injects:
        variant = chosen_variant(seat.index, 0, inject)
        seat.facts(InjectLaunched(inject, by_hand=True, variant=variant))
    return seat.facts(*(DecisionOpened(decision) for decision in seat.index.decisions))
