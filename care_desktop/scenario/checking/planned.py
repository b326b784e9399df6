"""The planned stimuli at the times of the exercise at which they come, as far as the file tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from care_desktop.scenario.ids import CellId, FunctionId
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.script import Inject, Phase
from care_desktop.scenario.time import PlayMs, Span, StoryMs

MOST_CELLS = 50
"""No exercise has as many; a file that has is not counted through for each of them."""


class Planned(NamedTuple):
    """A stimulus that comes by itself, and whom it reaches or asks for a decision."""

    inject: Inject
    play: PlayMs
    story: StoryMs
    phase: int
    cells: frozenset[CellId]


class Plan:
    """The planned stimuli in the order in which they come.

    ``length`` is how long they take when the facilitator jumps from each phase to the next one as soon as its
    last stimulus has come: no play can be shorter. Those that are optional do not lengthen it.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._phases = _in_order(scenario)
        self._asked = {one.id: one.cells[:MOST_CELLS] for one in scenario.decisions}
        self._expecting: dict[FunctionId, list[CellId]] = defaultdict(list)
        for cell in scenario.cells[:MOST_CELLS]:
            for function in cell.functions:
                self._expecting[function].append(cell.id)
        self._starts = [max(one.starts, scenario.starts) for one in self._phases]
        self._natural = self._without_jumps()
        self._slowest = max(self._phases, key=lambda one: Fraction(one.den, one.num))
        self.stimuli, self.length = self._lined_up()

    def phase(self, at: Span) -> int:
        """The phase that a time is in, by its place; where nothing is jumped for a time of the exercise."""
        begins: Sequence[int] = self._starts if at.play is None else self._natural
        return max(bisect_right(begins, at.ms) - 1, 0)

    def phase_of(self, inject: Inject) -> Phase | None:
        """The phase that an inject is planned in."""
        return None if inject.at is None else self._phases[self.phase(inject.at)]

    def at_most(self, stretch: Span) -> int:
        """How long it lasts in play, where it is of the story at the slowest pace there is."""
        if stretch.play is not None:
            return stretch.play
        return _played(self._slowest, stretch.ms)

    def _without_jumps(self) -> list[int]:
        begins = [0]
        for phase, start, end in zip(self._phases, self._starts, self._starts[1:], strict=False):
            begins.append(begins[-1] + _played(phase, max(end - start, 0)))
        return begins

    def _lined_up(self) -> tuple[tuple[Planned, ...], PlayMs]:
        begins = [0]
        told = [0] * len(self._phases)
        injects = [(one, one.at) for one in self._scenario.injects if one.at is not None]
        for inject, at in injects:
            if not inject.optional:
                number = self.phase(at)
                told[number] = max(told[number], self._since(number, at))
        for each in told:
            begins.append(begins[-1] + each)
        stimuli = [self._one(inject, at, begins) for inject, at in injects]
        return tuple(sorted(stimuli, key=lambda one: one.play)), PlayMs(begins[-1])

    def _since(self, number: int, at: Span) -> int:
        """The play time from the beginning of the phase on."""
        if at.play is not None:
            return max(at.play - self._natural[number], 0)
        return _played(self._phases[number], max(at.ms - self._starts[number], 0))

    def _one(self, inject: Inject, at: Span, begins: list[int]) -> Planned:
        number = self.phase(at)
        since = self._since(number, at)
        phase = self._phases[number]
        story = at.story if at.story is not None else self._starts[number] + since * phase.num // phase.den
        meant = (cell for function in inject.functions for cell in self._expecting.get(function, ()))
        asked = self._asked.get(inject.asks, ()) if inject.asks is not None else ()
        besides = (cell for other in inject.others for cell in other.recipients)
        cells = frozenset((*inject.recipients, *meant, *asked, *besides))
        return Planned(inject, PlayMs(begins[number] + since), StoryMs(story), number, cells)


def _in_order(scenario: Scenario) -> tuple[Phase, ...]:
    """The phases, as far as a clock could go through them; the whole story is one where none is written."""
    whole = [one for one in scenario.phases if one.num > 0 and one.den > 0]
    whole.sort(key=lambda one: one.starts)
    return tuple(whole) or (Phase("", scenario.name, scenario.starts),)


def _played(phase: Phase, story: int) -> int:
    return story * phase.den // phase.num
