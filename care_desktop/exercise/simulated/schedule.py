"""How much of the time a facilitator means to give to each phase."""

from __future__ import annotations

from collections.abc import Mapping

from care_desktop.exercise.index import ScriptIndex
from care_desktop.scenario.ids import PhaseId
from care_desktop.scenario.time import MINUTE, PlayMs

AFTERTALK = 8 * MINUTE
"""What a room needs after the last inject of a phase, to decide upon it."""


def planned_ends(index: ScriptIndex, lasts: PlayMs) -> Mapping[PhaseId, PlayMs]:
    """When each phase should be over, in play time.

    Each needs the time up to its last planned inject, at its own pace, and some talk; what is left of the
    exercise, or is missing, is shared in proportion.
    """
    phases = [one for one in index.script.phases if one.starts >= index.script.starts]
    needs = []
    for place, phase in enumerate(phases):
        until = phases[place + 1].starts if place + 1 < len(phases) else None
        due = [
            inject.at.story
            for inject in index.script.injects
            if inject.at is not None
            and inject.at.story is not None
            and inject.at.story >= phase.starts
            and (until is None or inject.at.story < until)
        ]
        told = max(due, default=phase.starts) - phase.starts
        needs.append(told * phase.den // phase.num + AFTERTALK)
    whole = sum(needs)
    ends: dict[PhaseId, PlayMs] = {}
    needed = 0
    for phase, need in zip(phases, needs, strict=True):
        needed += need
        ends[phase.id] = PlayMs(lasts * needed // whole)
    return ends
