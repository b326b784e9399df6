"""Looking back: the view at any moment of an exercise, without an engine."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from care_desktop.exercise.events import Event
from care_desktop.exercise.fold import apply
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.exercise.view import View, view_of
from care_desktop.journal.records import Seq
from care_desktop.scenario.time import PlayMs

STRIDE = 500
"""Events between two kept states: a seek folds at most that many."""


class Replay:
    """A cursor over the events of an exercise, in their order and without a gap from ``seq`` 1."""

    def __init__(self, index: ScriptIndex, events: Sequence[Event]) -> None:
        self._index = index
        self._events = events
        self._plays = [event.at.play for event in events]
        self._kept = [State()]

    def at(self, play: PlayMs) -> View:
        """How things stood at a play time, all that happened at that millisecond included."""
        return self.after(Seq(bisect_right(self._plays, play)))

    def after(self, seq: Seq) -> View:
        """How things stood after an event; 0 is before the first."""
        if not 0 <= seq <= len(self._events):
            raise ValueError(f"event {seq} of {len(self._events)}")
        self._keep_up_to(seq)
        state = self._kept[seq // STRIDE].copy()
        self._fold(state, seq)
        return view_of(state)

    def _keep_up_to(self, seq: int) -> None:
        while len(self._kept) <= seq // STRIDE:
            state = self._kept[-1].copy()
            self._fold(state, len(self._kept) * STRIDE)
            self._kept.append(state)

    def _fold(self, state: State, up_to: int) -> None:
        for event in self._events[state.seq : up_to]:
            apply(self._index, state, event)
