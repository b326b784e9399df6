"""How it plays: cells with nothing to do or too much, calls one upon the other, a plan that is too long."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from itertools import pairwise

from care_desktop.scenario.checking.planned import Planned
from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding, Params
from care_desktop.scenario.ids import CellId
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import MINUTE
from care_desktop.scenario.written_time import write_duration, write_story_moment

IDLE = 20 * MINUTE
"""A room that waits for longer talks of something else: a proposal, as the others here."""
CROWD, CROWDED = 3, 5 * MINUTE
"""So many stimuli in so much time are not taken in any more."""
CALLS = 3 * MINUTE
"""A telephone call takes that long, and one person plays both."""


def check(subject: Subject) -> Iterator[Finding]:
    """What the planned stimuli ask of those who receive and of those who play them."""
    stimuli = subject.plan.stimuli
    received: dict[CellId, list[Planned]] = defaultdict(list)
    for one in stimuli:
        for cell in one.cells:
            received[cell].append(one)
    for cell in dict.fromkeys(one.id for one in subject.scenario.cells):
        own = received.get(cell, [])
        yield from _idle(cell, own, stimuli)
        yield from _crowded(cell, [one for one in own if not one.inject.optional])
    yield from _calls(stimuli)
    lasts, length = subject.scenario.lasts, subject.plan.length
    if 0 < lasts < length and not any(_after(one, lasts) for one in stimuli):
        params = {"lasts": write_duration(lasts), "length": write_duration(-(-length // MINUTE) * MINUTE)}
        yield at(("lasts",), "finding.too_long", params)


def _after(one: Planned, lasts: int) -> bool:
    """Whether it is planned for a time of the exercise after the end, which is told already."""
    return one.inject.at is not None and one.inject.at.play is not None and one.inject.at.play >= lasts


def _idle(cell: CellId, own: list[Planned], everybody: tuple[Planned, ...]) -> Iterator[Finding]:
    """Stretches without a stimulus, up to the last one that anybody receives."""
    if not own:
        return
    times = [(0, ""), *((one.play, one.inject.id) for one in own), (everybody[-1].play, "")]
    for (before, last), (after, _) in pairwise(times):
        if after - before > IDLE:
            path = ("injects", last) if last else ("cells", cell)
            params: Params = {"cell": cell, "minutes": (after - before) // MINUTE}
            yield at(path, "finding.cell_idle", params)


def _crowded(cell: CellId, own: list[Planned]) -> Iterator[Finding]:
    """Only inside a phase: between two there is talk. Each crowd is told once, where it is complete."""
    crowd: deque[Planned] = deque()
    for one in own:
        while crowd and (crowd[0].phase != one.phase or one.play - crowd[0].play > CROWDED):
            crowd.popleft()
        crowd.append(one)
        if len(crowd) == CROWD:
            params: Params = {"cell": cell, "n": CROWD, "from": write_story_moment(crowd[0].story)}
            yield at(("injects", one.inject.id), "finding.crowded", params)


def _calls(stimuli: tuple[Planned, ...]) -> Iterator[Finding]:
    """Calls of one animator or of one caller before the one before can be over.

    Where no animator is written, a cell is held to be called by one person at a time.
    """
    latest: dict[tuple[str, str], Planned] = {}
    for one in stimuli:
        inject = one.inject
        if inject.channel is not Channel.CALL or inject.optional:
            continue
        ends = [("cell", cell) for cell in inject.recipients]
        if inject.animator is not None:
            ends = [("animator", inject.animator)]
        if inject.correspondent is not None:
            ends.append(("caller", inject.correspondent))
        before = max((latest[end] for end in ends if end in latest), key=lambda call: call.play, default=None)
        if before is not None and before.phase == one.phase and one.play - before.play < CALLS:
            params = {"name": inject.id, "before": before.inject.id}
            yield at(("injects", inject.id), "finding.two_calls", params)
        latest.update(dict.fromkeys(ends, one))
