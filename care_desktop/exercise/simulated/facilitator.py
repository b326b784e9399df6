"""A simulated facilitator: launches what is due, delivers it, jumps where nothing is left, says FINEX."""

from __future__ import annotations

from functools import partial

from care_desktop.exercise import commands as c
from care_desktop.exercise import events as e
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.conditions import holds
from care_desktop.exercise.events import Event
from care_desktop.exercise.folding.timing import launches_itself, waits
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulated.habits import Habits
from care_desktop.exercise.simulated.intentions import Intentions, told
from care_desktop.exercise.simulated.schedule import planned_ends
from care_desktop.exercise.state import State
from care_desktop.exercise.tally import open_cells
from care_desktop.scenario.script import Channel, Inject, Phase
from care_desktop.scenario.time import MINUTE, PlayMs, Span

SHOWN = frozenset(
    {
        Channel.EMAIL,
        Channel.SMS,
        Channel.PRESS,
        Channel.BROADCAST,
        Channel.SOCIAL,
        Channel.RANSOM_NOTE,
        Channel.NOTICE,
    }
)
"""The channels that the room's screen shows; by the others somebody speaks or hands something over."""

LOOKS_EVERY = 2 * MINUTE
"""How often the facilitator looks whether there is anything left to wait for."""

WORTH_A_JUMP = 10 * MINUTE
"""A phase nearer than that, in play time, is waited for."""

PATIENCE = 30 * MINUTE
"""How long an open question may hold up a jump; where the exercise runs late, none does."""

LONGEST = 12 * 60 * MINUTE
"""FINEX comes then at the latest, whatever is left."""


class Facilitator:
    """One who runs the script as written, with the delays of its habits; ``lasts`` is when FINEX comes."""

    def __init__(
        self, index: ScriptIndex, habits: Habits, intentions: Intentions, lasts: PlayMs | None
    ) -> None:
        self._index = index
        self._habits = habits
        self._means = intentions
        self._lasts = lasts
        self._ends = {} if lasts is None else planned_ends(index, lasts)
        self._busy_until = 0

    def notice(self, state: State, event: Event) -> None:
        """Take note of an event."""
        now = event.at.play
        match event.fact:
            case e.ExerciseOpened():
                self._means.put(now, told(c.Begin()))
            case e.Begun():
                self._plan(state)
            case e.InjectCalledUp(inject) | e.InjectPostponed(inject):
                self._mean_to_launch(state, self._index.injects.get(inject))
            case e.TimelineShifted(injects=moved):
                for inject in moved:
                    self._mean_to_launch(state, self._index.injects.get(inject))
            case e.InjectLaunched(inject) if inject in self._index.injects:
                self._mean_to_deliver(now, self._index.injects[inject])
            case e.LimitReached(decision) if self._index.script.options.grace is None:
                self._means.put(now + MINUTE, told(c.ApplyDefault(decision)))
            case _:
                return

    def _plan(self, state: State) -> None:
        for inject in self._index.injects.values():
            if inject.at is not None:
                self._mean_to_launch(state, inject)
            elif inject.when is None:
                after = self._habits.pulls_at(inject)
                if after is not None:
                    self._means.put(after, partial(self._pull, inject))
        self._means.put(LOOKS_EVERY, self._look)
        if self._lasts is not None:
            self._mean_to_end(self._lasts)

    def _mean_to_launch(self, state: State, inject: Inject | None) -> None:
        due = None if inject is None else state.inject(inject.id).due
        if inject is None or due is None or launches_itself(self._index, inject.id):
            return
        wait = self._habits.launches_after(inject)
        self._means.put_after(due, wait or 0, partial(self._launch, inject, due, skips=wait is None))

    def _launch(
        self, inject: Inject, due: Span, state: State, at: Instant, *, skips: bool
    ) -> c.Command | None:
        one = state.inject(inject.id)
        if not waits(state, inject.id) or one.due != due:
            return None
        if inject.requires is not None and not holds(self._index, state, inject.requires, at):
            return c.SkipInject(inject.id)
        return c.SkipInject(inject.id) if skips else c.Launch(inject.id)

    def _pull(self, inject: Inject, state: State, at: Instant) -> c.Command | None:
        """Launch from reserve what still makes sense; what an effect called up comes by itself."""
        one = state.inject(inject.id)
        if one.called is not None or not waits(state, inject.id):
            return None
        if inject.requires is not None and not holds(self._index, state, inject.requires, at):
            return None
        return c.Launch(inject.id)

    def _mean_to_deliver(self, now: PlayMs, inject: Inject) -> None:
        at = now + self._habits.delivers_after(inject)
        self._busy_until = max(self._busy_until, at)
        if inject.channel in SHOWN or not inject.recipients:
            self._means.put(at, told(c.ConfirmShown(inject.id)))
        else:
            for cell in inject.recipients:
                self._means.put(at, told(c.MarkDelivered(inject.id, cell, inject.channel)))

    def _look(self, state: State, at: Instant) -> c.Command | None:
        """Whether there is anything left to wait for, here or at all."""
        self._means.put(at.play + LOOKS_EVERY, self._look)
        following = next((one for one in self._index.script.phases if one.starts > at.story), None)
        behind = state.phase is not None and at.play >= self._ends.get(state.phase, at.play + 1)
        if self._waits_for_an_inject(state, following) or (self._busy_until > at.play and not behind):
            return None
        waiting = self._open_since(state)
        if following is not None and self._is_far(state, at, following):
            if waiting is None:
                return c.Jump(following.starts)
            patient = not behind and at.play - waiting <= PATIENCE
            return None if patient else c.Jump(following.starts, c.OpenDecisions.KEEP)
        if self._lasts is None and (at.play > LONGEST or (following is None and waiting is None)):
            self._mean_to_end(PlayMs(at.play + MINUTE))
            self._lasts = at.play
        return None

    def _waits_for_an_inject(self, state: State, before: Phase | None) -> bool:
        """Whether an inject is planned before a phase begins, or at all."""
        for inject, one in state.injects.items():
            due = one.due
            if due is None or (before is not None and due.play is None and due.ms >= before.starts):
                continue
            if waits(state, inject):
                return True
        return False

    def _is_far(self, state: State, at: Instant, phase: Phase) -> bool:
        return bool(phase.recap.fr) or state.line.play_at(phase.starts) - at.play > WORTH_A_JUMP

    def _open_since(self, state: State) -> PlayMs | None:
        opened = (
            one.opened_at.play
            for decision, one in state.decisions.items()
            if one.opened_at is not None and open_cells(self._index, state, decision)
        )
        return min(opened, default=None)

    def _mean_to_end(self, at: PlayMs) -> None:
        """Ask the observers, then say FINEX."""
        for criterion in self._index.script.criteria:
            mark = self._habits.marks()
            if mark is not None:
                self._means.put(at, told(c.Observe(mark, criterion.id)))
        self._means.put(at, told(c.End()))
