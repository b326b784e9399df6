"""A scripted team: it answers as told, works down a plan and jumps where a phase is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise import events as e
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Status
from care_desktop.exercise.tally import lead_of
from care_desktop.scenario.ids import CorrespondentId, DecisionId, DutyId, OptionId, StepId
from care_desktop.scenario.script import Phase, Script
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, StoryMs

LOOKS_EVERY = MINUTE // 4
OVER_AFTER = 3 * MINUTE
"""How long after its last planned inject a phase ends, in play time."""


class Deed(NamedTuple):
    """Something done from a time of the story on: a call with all its points, or a duty."""

    at: StoryMs
    call: CorrespondentId | None = None
    duty: DutyId | None = None


class Team(NamedTuple):
    """What a team does; ``answers`` are taken after ``thinks``, or within two thirds of the time allowed."""

    answers: Mapping[DecisionId, OptionId]
    plan: tuple[StepId, ...] = ()
    deeds: tuple[Deed, ...] = ()
    thinks: int = 4 * MINUTE


def clock(text: str, day: int = 0) -> StoryMs:
    hours, minutes = text.split(":")
    return StoryMs(day * 24 * HOUR + int(hours) * HOUR + int(minutes) * MINUTE)


def phase_ends(script: Script) -> Iterator[tuple[Phase, Phase | None, StoryMs]]:
    """Each phase, the one after it, and when it is over."""
    for phase, following in zip(script.phases, (*script.phases[1:], None), strict=True):
        until = StoryMs(1000 * 24 * HOUR) if following is None else following.starts
        planned = [
            one.at.story
            for one in script.injects
            if one.at is not None and one.at.story is not None and phase.starts <= one.at.story < until
        ]
        yield phase, following, StoryMs(max(planned) + OVER_AFTER * phase.num // phase.den)


class Evening:
    """One exercise, played by a team to FINEX."""

    def __init__(self, script: Script, team: Team) -> None:
        self.index = ScriptIndex(script)
        self.engine = Engine(self.index)
        self.events: list[Event] = []
        self._team = team
        self._at = PlayMs(0)
        self._left = list(team.deeds)

    def play(self) -> Evening:
        self._does(c.Open("digest"))
        self._does(c.Begin())
        for _, following, end in phase_ends(self.index.script):
            while self.engine.state.line.story_at(self._at) < end:
                self._passes()
            if following is not None:
                self._does(c.Jump(following.starts, c.OpenDecisions.APPLY_DEFAULT))
        self._does(c.End())
        return self

    @property
    def ended(self) -> bool:
        return self.engine.state.status is Status.ENDED

    @property
    def lasted(self) -> float:
        return self._at / MINUTE

    def launched(self) -> list[str]:
        return [event.fact.inject for event in self.events if isinstance(event.fact, e.InjectLaunched)]

    def gaps(self) -> list[float]:
        """The minutes of play between one launch and the next, from DEBEX to FINEX."""
        launches = (event.at.play for event in self.events if isinstance(event.fact, e.InjectLaunched))
        return [(b - a) / MINUTE for a, b in pairwise((0, *launches, self._at))]

    def _passes(self) -> None:
        self._at = PlayMs(self._at + LOOKS_EVERY)
        new = self.engine.advance(self._at)
        self.events += new
        self._delivers(new)
        self._launches()
        self._answers()
        self._works()
        self._tells()

    def _delivers(self, new: Iterable[Event]) -> None:
        for event in new:
            if isinstance(event.fact, e.InjectLaunched):
                self._does(c.ConfirmShown(event.fact.inject))

    def _launches(self) -> None:
        """What waits for a hand even where the rest launches itself."""
        now = self.engine.state.line.story_at(self._at)
        for one in self.index.script.injects:
            due = None if one.at is None or one.auto is not False else one.at.story
            if due is not None and due <= now and self.engine.state.inject(one.id).launched is None:
                self._tries(c.Launch(one.id))

    def _answers(self) -> None:
        for decision, one in list(self.engine.state.decisions.items()):
            if one.opened_at is None or one.answers or decision not in self._team.answers:
                continue
            described = self.index.decisions[decision]
            wait = self._team.thinks
            if described.limit is not None:
                instant = self.engine.state.line.instant(one.limit or described.limit, one.opened_at)
                wait = min(wait, (instant.play - one.opened_at.play) * 2 // 3)
            if self._at - one.opened_at.play >= wait:
                self._does(c.Answer(decision, lead_of(described), self._team.answers[decision]))

    def _works(self) -> None:
        for step in self._team.plan:
            if step not in self.engine.state.steps:
                self._tries(c.BeginStep(step))

    def _tells(self) -> None:
        now = self.engine.state.line.story_at(self._at)
        for deed in [deed for deed in self._left if deed.at <= now]:
            self._left.remove(deed)
            if deed.call is not None:
                points = self.index.correspondents[deed.call].points
                self._does(c.RecordCall(deed.call, tuple(point.id for point in points)))
            if deed.duty is not None:
                self._does(c.MeetDuty(deed.duty))

    def _tries(self, command: c.Command) -> None:
        try:
            self._does(command)
        except Refused:
            return

    def _does(self, command: c.Command) -> None:
        new = self.engine.submit(command, self._at)
        self.events += new
        self._delivers(new)
