"""A whole simulated team: cells and facilitator with the same habits, or acts that are written down."""

from __future__ import annotations

from collections.abc import Iterable

from care_desktop.exercise.commands import Command
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulated.cells import Cells
from care_desktop.exercise.simulated.facilitator import Facilitator
from care_desktop.exercise.simulated.habits import Habits
from care_desktop.exercise.simulated.intentions import Intentions, told
from care_desktop.exercise.state import State
from care_desktop.scenario.time import PlayMs


class Team:
    """Cells and facilitator; ``lasts`` is the play time at which FINEX is said."""

    def __init__(self, index: ScriptIndex, habits: Habits, lasts: PlayMs | None = None) -> None:
        self._means = Intentions()
        self._cells = Cells(index, habits, self._means)
        self._facilitator = Facilitator(index, habits, self._means, lasts)

    def notice(self, state: State, event: Event) -> None:
        """Take note of an event."""
        self._cells.notice(state, event)
        self._facilitator.notice(state, event)

    def next(self, state: State, until: PlayMs | None) -> tuple[PlayMs, Command] | None:
        """What is done next before ``until``."""
        return self._means.next(state, until)


class Written:
    """Acts that are written down, each at its play time; a facilitator does the rest unless they do it all.

    ``habits`` are those of the facilitator; None: the acts are a whole journey, DEBEX and FINEX included.
    """

    def __init__(
        self,
        index: ScriptIndex,
        acts: Iterable[tuple[PlayMs, Command]],
        habits: Habits | None,
        lasts: PlayMs | None = None,
    ) -> None:
        self._means = Intentions()
        self._facilitator = None if habits is None else Facilitator(index, habits, self._means, lasts)
        self._acts = tuple(acts)

    def notice(self, state: State, event: Event) -> None:
        """Take note of an event."""
        if self._facilitator is not None:
            self._facilitator.notice(state, event)
        if event.seq == 1:
            for at, command in self._acts:
                self._means.put(at, told(command))

    def next(self, state: State, until: PlayMs | None) -> tuple[PlayMs, Command] | None:
        """What is done next before ``until``."""
        return self._means.next(state, until)
