"""Keeping an eye on the script's conditions: only those are looked at that an event may have turned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

from care_desktop.exercise import events as e
from care_desktop.exercise.agenda import Item
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.conditions import holds, next_change
from care_desktop.exercise.falling_due import Happening, deadline_of
from care_desktop.exercise.index import ScriptIndex, Subject, Watch
from care_desktop.exercise.state import State
from care_desktop.journal.records import Seq
from care_desktop.scenario.script import Duty, Inject, Trigger

CASCADE = 1_000
"""How often one trigger may fire at one instant before it is cut off."""

_TURNS_EVERYTHING = (
    e.Begun,
    e.StoryJumped,
    e.PaceChanged,
    e.PhaseEntered,
    e.CauseVoided,
    e.DecisionRevised,
)


class Watcher:
    """The conditions of a script and when each next wants attention: derived from the state, never stored.

    Only ``_due`` is what it says; the heap finds the first of it fast, and may hold stale entries.
    """

    def __init__(self, index: ScriptIndex, state: State) -> None:
        self._index = index
        self._state = state
        self._due: dict[int, tuple[Instant, Seq | None]] = {}
        self._order: list[tuple[Instant, Item]] = []
        self._bursts: dict[int, int] = {}
        self._bursts_at = state.now
        self._own = {(type(watch.about), watch.about.id): n for n, watch in enumerate(index.watches)}
        self._refresh(range(len(index.watches)), None)

    def first(self) -> tuple[Instant, Item] | None:
        """The earliest condition that wants attention."""
        order = self._order
        while order:
            at, item = order[0]
            due = self._due.get(item.number)
            if due is not None and due[0] == at:
                return order[0]
            heappop(order)
        return None

    def settle_anew(self) -> None:
        """Forget how often triggers fired: a command is carried out, or time is looked at."""
        self._bursts.clear()

    def look_again(self, event: e.Event) -> None:
        """Take note of an event."""
        if isinstance(event.fact, _TURNS_EVERYTHING):
            self._refresh(range(len(self._index.watches)), event.seq)
            return
        for about in _subjects(self._index, event.fact):
            self._refresh(self._index.watched.get(about, ()), event.seq)
        own = self._watch_of(event.fact)
        if own is not None:
            self._refresh((own,), event.seq)

    def happenings(self, item: Item, at: Instant) -> Iterator[Happening]:
        """What a condition brings, if it holds when its time has come."""
        number = item.number
        watch = self._index.watches[number]
        _, cause = self._due.pop(number)
        if holds(self._index, self._state, watch.condition, at) is not self._wanted(watch):
            self._wait(number, watch, at)
            return
        if at != self._bursts_at:
            self._bursts.clear()
            self._bursts_at = at
        self._bursts[number] = self._bursts.get(number, 0) + 1
        yield self._fact(watch, number, at), cause

    def _fact(self, watch: Watch, number: int, at: Instant) -> e.Fact:
        about = watch.about
        if isinstance(about, Inject):
            return e.InjectCalledUp(about.id)
        if isinstance(about, Duty):
            return e.DutyStarted(about.id, deadline_of(self._index, about.id, at))
        if self._bursts[number] > CASCADE:
            return e.TriggerSilenced(about.id)
        if about.id in self._state.fired:
            return e.TriggerRearmed(about.id)
        return e.TriggerFired(about.id)

    def _refresh(self, numbers: Iterable[int], cause: Seq | None) -> None:
        now = self._state.now
        for number in numbers:
            watch = self._index.watches[number]
            self._due.pop(number, None)
            if self._spent(watch):
                continue
            if holds(self._index, self._state, watch.condition, now) is self._wanted(watch):
                self._want(number, watch, now, cause)
            else:
                self._wait(number, watch, now)

    def _wait(self, number: int, watch: Watch, at: Instant) -> None:
        change = next_change(self._index, self._state, watch.condition, at)
        if change is not None:
            self._want(number, watch, change, None)

    def _want(self, number: int, watch: Watch, at: Instant, cause: Seq | None) -> None:
        self._due[number] = (at, cause)
        heappush(self._order, (at, Item(watch.rank, number)))

    def _wanted(self, watch: Watch) -> bool:
        """The truth that is waited for: for a repeating trigger that has fired, that it ceases to hold."""
        return not (isinstance(watch.about, Trigger) and watch.about.id in self._state.fired)

    def _spent(self, watch: Watch) -> bool:
        about = watch.about
        if isinstance(about, Trigger):
            return about.id in self._state.silenced or (about.id in self._state.fired and not about.repeat)
        if isinstance(about, Duty):
            return self._state.duty(about.id).started is not None
        one = self._state.inject(about.id)
        return any(seq is not None for seq in (one.called, one.launched, one.skipped, one.recalled))

    def _watch_of(self, fact: e.Fact) -> int | None:
        match fact:
            case e.TriggerFired(trigger) | e.TriggerRearmed(trigger) | e.TriggerSilenced(trigger):
                return self._own.get((Trigger, trigger))
            case e.DutyStarted(duty):
                return self._own.get((Duty, duty))
            case e.InjectCalledUp(inject) | e.InjectLaunched(inject) | e.InjectSkipped(inject):
                return self._own.get((Inject, inject))
            case _:
                return None


def _subjects(index: ScriptIndex, fact: e.Fact) -> Iterator[Subject]:
    """What a fact changes, as conditions name it."""
    match fact:
        case e.InjectLaunched(inject):
            yield ("inject", inject)
        case e.DecisionSettled(decision) | e.DefaultApplied(decision) | e.AnswerGraded(decision):
            yield ("decision", decision)
        case e.StepFinished(step):
            yield ("step", step)
            if index.steps[step].island:
                yield from _services(index)
        case e.DutyMet(duty):
            yield ("duty", duty)
        case e.IndicatorMoved(indicator):
            yield ("indicator", indicator)
        case e.ServiceImpaired() | e.ImpairmentEnded():
            yield from _services(index)
        case _:
            return


def _services(index: ScriptIndex) -> Iterator[Subject]:
    """The services, and the indicators that grow or not by how these do."""
    yield ("service", "")
    for indicator in index.backlogs:
        yield ("indicator", indicator)
