"""The afternoon of the report's tests, played into a workspace: what the window finds when it looks back."""

from __future__ import annotations

from care_desktop.exercise.commands import Command
from care_desktop.journal.records import CommandId, ExerciseId, Stamp
from care_desktop.journal.store import Store
from care_desktop.scenario.script import Script
from care_desktop.scenario.time import MINUTE, PlayMs
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.published import Sent
from care_desktop.workspace import recents
from care_desktop.workspace.place import Workspace
from care_desktop.workspace.recents import Recent, Recents
from tests.report import afternoon
from tests.report.afternoon import Afternoon
from tests.report.tilleul import TILLEUL
from tests.session.desk import resealed
from ui.review.past import Past

ZERO = Stamp("2026-11-23T13:02:00.000Z", "CET", 60, 5_000_000_000, 9_000_000_000, "boot-1")
EXERCISE = "ab" * 16


class Kept(Afternoon):
    """An afternoon whose commands go to a session, and so to a database."""

    def __init__(self, store: Store, script: Script = TILLEUL) -> None:
        self._clock = LeapingClock(ZERO)
        self._run = open_new(store, script, self._clock, ExerciseId(EXERCISE))
        self._number = 0
        super().__init__(script)

    def at(self, minute: float) -> Kept:
        goes_on = self._run.clock.play_at(self._clock.read())
        self._clock.leap(max(0, round(minute * MINUTE) - goes_on))
        self._run.tick(self._clock.read())
        return self

    def does(self, *given: Command) -> Kept:
        for command in given:
            if command.kind == "open":
                continue
            self._number += 1
            sent = Sent(
                CommandId(f"c{self._number}"),
                resealed(command, self._number),
                "facilitator",
                self._clock.read(),
            )
            told = self._run.carry_out(sent)
            assert told.refusal is None, told.refusal
        return self

    def stands_still(self, minutes: int) -> Kept:
        self._clock.leap(minutes * MINUTE)
        return self


def past(played: Afternoon) -> Past:
    """What the debriefing makes of a play that no database holds."""
    return Past(played.index, played.events, played.stamps)


def keep(workspace: Workspace, script: Script = TILLEUL) -> str:
    """Play the whole afternoon into a workspace; returns the exercise."""
    with Store.open(workspace.database) as store:
        afternoon.whole(Kept(store, script))
    entry = Recent(
        exercise=EXERCISE,
        neutral_name=script.name.fr,
        facility="CH du Val",
        begun=ZERO.wall,
        play=PlayMs(134 * MINUTE),
        status="ended",
        database=str(workspace.database),
        protected=False,
        kind="exercise",
    )
    recents.write(workspace.recents, Recents((entry,)))
    return EXERCISE
