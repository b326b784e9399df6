"""Simulated crisis cells: they decide, call, report, work on recovery and confirm what is back."""

from __future__ import annotations

from functools import partial

from care_desktop.exercise import commands as c
from care_desktop.exercise import events as e
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.conditions import holds
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulated.habits import Habits
from care_desktop.exercise.simulated.intentions import Intentions, told
from care_desktop.exercise.state import State, Work
from care_desktop.exercise.tally import lead_of
from care_desktop.scenario.background import Kind
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import CellId, FunctionId, ServiceId, StepId
from care_desktop.scenario.script import Correspondent, Decides, Decision, Step
from care_desktop.scenario.time import MINUTE, PlayMs

BETWEEN_CALLS = 12 * MINUTE
"""How far apart the calls are that no duty asks for."""


class Cells:
    """All cells of a script, with the habits of one team."""

    def __init__(self, index: ScriptIndex, habits: Habits, intentions: Intentions) -> None:
        self._index = index
        self._habits = habits
        self._means = intentions
        self._hurt: set[ServiceId] = set()
        self._looks_at_work = False
        self._here: set[FunctionId] = set()
        self._expected = {
            function: cell.id for cell in reversed(index.script.cells) for function in cell.functions
        }
        self._claimed: dict[str, list[Correspondent]] = {}
        for one in index.correspondents.values():
            for claim in one.claims:
                self._claimed.setdefault(claim.duty, []).append(one)

    def notice(self, state: State, event: Event) -> None:
        """Take note of an event."""
        now = event.at.play
        match event.fact:
            case e.ExerciseOpened() | e.PhaseEntered():
                self._come(state, now)
            case e.Begun():
                self._mean_to_call(now)
            case e.DecisionOpened(decision, limit):
                allowed = None
                if limit is not None:
                    over = limit.play if limit.play is not None else state.line.play_at(limit.ms)
                    allowed = over - now
                self._mean_to_answer(now, self._index.decisions[decision], allowed)
            case e.DecisionSettled():
                self._mean_to_revise(now, event.fact)
                self._mean_to_work(now)
            case e.DutyStarted(duty):
                self._mean_to_report(now, duty)
            case e.ServiceImpaired():
                self._hurt |= state.levels.keys()
                self._mean_to_work(now)
            case e.StepBegun() | e.StepFinished():
                self._mean_to_work(now)
            case e.ImpairmentEnded():
                self._mean_to_confirm(now)
            case _:
                return

    def _come(self, state: State, now: PlayMs) -> None:
        """Let those come whom the story's phase has awake; with none named, all who are expected."""
        phase = None if state.phase is None else self._index.phases[state.phase]
        awake = phase.functions if phase is not None and phase.functions else tuple(self._index.functions)
        for function in awake:
            cell = self._expected.get(function)
            if cell is None or function in self._here:
                continue
            self._here.add(function)
            if self._habits.comes():
                self._mean(now, c.NoteArrival(function, cell))

    def _mean(self, at: int, command: c.Command) -> None:
        self._means.put(at, told(command))

    def _mean_to_answer(self, now: PlayMs, decision: Decision, allowed: int | None) -> None:
        cells = decision.cells
        if decision.decides is Decides.LEAD:
            cells = (lead_of(decision),)
        elif decision.decides is Decides.FIRST:
            cells = cells[:1]
        for cell in cells:
            answer = self._habits.answers(decision, allowed)
            if answer is not None:
                after, option = answer
                self._mean(
                    now + after,
                    c.Answer(decision.id, cell, option, by=self._speaker(cell), authority=decision.authority),
                )

    def _speaker(self, cell: CellId) -> FunctionId | None:
        return next((one for one in self._index.cells[cell].functions if one in self._index.functions), None)

    def _mean_to_revise(self, now: PlayMs, settled: e.DecisionSettled) -> None:
        if settled.option is None:
            return
        change = self._habits.changes_mind(self._index.decisions[settled.decision], settled.option)
        if change is not None:
            after, option = change
            self._mean(now + after, c.Revise(settled.decision, option, settled.cell))

    def _mean_to_call(self, now: PlayMs) -> None:
        """Call those too whom no duty asks for, one after the other."""
        claimed = {one.id for own in self._claimed.values() for one in own}
        others = [one for one in self._index.correspondents.values() if one.id not in claimed]
        for place, one in enumerate(others, start=1):
            self._mean_call(now + place * BETWEEN_CALLS, one)

    def _mean_call(self, now: int, correspondent: Correspondent) -> bool:
        call = self._habits.calls(correspondent)
        if call is not None:
            after, said = call
            self._mean(now + after, c.RecordCall(correspondent.id, said))
        return call is not None

    def _mean_to_report(self, now: PlayMs, duty: str) -> None:
        for correspondent in self._claimed.get(duty, ()):
            self._mean_call(now, correspondent)
        after = None if duty in self._claimed else self._habits.meets_after()
        if after is not None:
            self._mean(now + after, c.MeetDuty(duty))

    def _mean_to_work(self, now: PlayMs) -> None:
        after = self._habits.begins_after()
        if after is not None and self._hurt and not self._looks_at_work:
            self._looks_at_work = True
            self._means.put(now + after, self._work)

    def _work(self, state: State, at: Instant) -> c.Command | None:
        """Begin a step for which hands are free."""
        self._looks_at_work = False
        safe: list[StepId] = []
        risky: list[StepId] = []
        for step in self._index.steps.values():
            if self._can_begin(state, step):
                rests = all(holds(self._index, state, risk.unless, at) for risk in step.risks)
                (safe if rests else risky).append(step.id)
        chosen = self._habits.picks(safe, risky)
        return None if chosen is None else c.BeginStep(chosen)

    def _can_begin(self, state: State, step: Step) -> bool:
        if step.id in state.steps:
            return False
        if any(need not in state.steps or state.steps[need].work is not Work.DONE for need in step.needs):
            return False
        busy = sum(
            self._index.steps[name].crew
            for name, one in state.steps.items()
            if one.work is Work.UNDER_WAY and self._index.steps[name].team == step.team
        )
        return busy + step.crew <= self._index.teams[step.team].capacity

    def _mean_to_confirm(self, now: PlayMs) -> None:
        after = self._habits.confirms_after()
        if after is not None:
            for service in self._index.services.values():
                if service.id in self._hurt and service.kind is not Kind.INFRASTRUCTURE:
                    self._means.put(now + after, partial(self._confirm, service.id))

    def _confirm(self, service: ServiceId, state: State, _at: Instant) -> c.Command | None:
        back = state.level(service) is ServiceLevel.NOMINAL and service not in state.validated
        return c.ValidateCare(service) if back else None
