"""A trial: plays by several teams from one seed, and what they add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulation import Coverage, team
from care_desktop.scenario.conditions import Condition, parts_of
from care_desktop.scenario.ids import DecisionId
from care_desktop.scenario.time import PlayMs
from care_desktop.trial.causes import conditions
from care_desktop.trial.witness import Played, Sides, witnessed

PROFILES = ("prompt", "slow", "absent-minded", "contrary", "silent")
"""The teams that try a scenario unless others are named."""

Progress = Callable[[int, int], None]
"""Told how many plays are done of how many."""


class Trial:
    """All plays of one scenario so far, in their order.

    ``plays`` are left to chance, ``driven`` went after what those had not met. ``reached`` is what came about
    in any, the numbers count ``plays``. The same script, teams and seed give the same trial.
    """

    def __init__(self, index: ScriptIndex, lasts: PlayMs | None, seed: int) -> None:
        self.index = index
        self.lasts = lasts
        self.seed = seed
        self.conditions: dict[str, Condition] = dict(conditions(index))
        self.sides: Sides = {
            part: set() for condition in self.conditions.values() for part in parts_of(condition)
        }
        self.plays: list[Played] = []
        self.driven: list[Played] = []
        self.reached = Coverage()

    def play(self, teams: Sequence[str], number: int, progress: Progress) -> None:
        """Play so many times, the teams in turn, each play with a seed of its own."""
        for n in range(number):
            progress(n, number)
            name, seed = teams[n % len(teams)], self.seed + n
            policy = team(name, self.index, seed, self.lasts)
            played = witnessed(self.index, name, seed, policy, self.sides)
            self.plays.append(played)
            self.reached |= played.coverage
        progress(number, number)

    @property
    def all(self) -> tuple[Played, ...]:
        """The plays of both sorts."""
        return (*self.plays, *self.driven)

    def add(self, played: Played) -> None:
        """Count a play that went after something."""
        self.driven.append(played)
        self.reached |= played.coverage

    def count(self, of: Callable[[Played], Iterable[object]]) -> Counter[object]:
        """In how many of the plays left to chance each came about."""
        return Counter(name for one in self.plays for name in of(one))

    def passed_limit(self, decision: DecisionId) -> bool:
        """Whether the limit of a decision ever passed."""
        return any(decision in one.undecided for one in self.all)

    def showed(self, condition: Condition, side: bool) -> bool:
        """Whether a condition ever held, or ever did not."""
        return side in self.sides[condition]
