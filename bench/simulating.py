"""Playing without people: shipped and made-up scripts played to FINEX by a random team, leaping.

The bare baseline puts the same number of happenings on a heap, at the times at which they came, and takes
them off again, with callbacks that do nothing: what any simulator must do at least.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heappop, heappush

from bench import script
from bench.measuring import Line, best
from care_desktop import paths
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulation import play, team
from care_desktop.scenario.reading import read
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.staging import stage
from care_desktop.scenario.time import HOUR, PlayMs

PLAYS = 50
BUDGET_MS = 2_000
"""For a thousand plays of a shipped scenario."""

SHIPPED = "armentieres-2024"


def nothing() -> None:
    """An empty callback."""


def on_a_heap(timelines: Sequence[Sequence[int]]) -> int:
    """Play bare timelines; how many callbacks were called."""
    called = 0
    for times in timelines:
        heap: list[tuple[int, int, Callable[[], None]]] = []
        for number, at in enumerate(times):
            heappush(heap, (at, number, nothing))
        while heap:
            heappop(heap)[2]()
            called += 1
    return called


def shipped() -> tuple[ScriptIndex, PlayMs]:
    scenario, _ = read(paths.scenarios() / SHIPPED / "scenario.yaml")
    assert scenario is not None
    return ScriptIndex(stage(scenario, Facility("Bench"))), scenario.lasts


def line(what: str, index: ScriptIndex, lasts: PlayMs, plays: int, budget: float | None) -> Line:
    """The time of a thousand plays, from so many of them."""

    def ours() -> list[tuple[Event, ...]]:
        return [play(index, team("random", index, seed, lasts)).events for seed in range(plays)]

    timelines = [[event.at.play for event in events] for events in ours()]
    events = sum(map(len, timelines)) // plays
    scale = 1000 / plays
    return Line(
        f"{what}, {events} events each",
        best(ours, of=3) * scale,
        best(lambda: on_a_heap(timelines)) * scale,
        plays,
        "best of 3",
        budget,
    )


def measure() -> list[Line]:
    index, lasts = shipped()
    made_up = ScriptIndex(script.build(150))
    return [
        line("1 000 plays, shipped", index, lasts, PLAYS, BUDGET_MS),
        line("1 000 plays, 150 injects", made_up, PlayMs(3 * HOUR), 5, None),
    ]


if __name__ == "__main__":
    for one in measure():
        print(f"{one.what}: {one.ours:.0f} ms, bare heap {one.baseline:.0f} ms, budget {one.budget}")
