"""How late the exercise is, and when it will end, by the plan that the script makes of play time."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from care_desktop.exercise.index import ScriptIndex
from care_desktop.scenario.script import Phase
from care_desktop.scenario.time import MINUTE


class Stretch(Struct, frozen=True):
    """A phase as planned: the play time at which it begins, and how much of it is played before the next."""

    starts: int
    begins_at: int
    lasts: int
    num: int
    den: int


class Plan(Struct, frozen=True):
    """What the script makes of play time: phase after phase, each as long as there is something to come."""

    stretches: tuple[Stretch, ...]
    lasts: int

    def played(self, story: int) -> int:
        """How much play time the plan gives to come so far in the story."""
        current = self.stretches[0]
        for stretch in self.stretches:
            if stretch.starts <= story:
                current = stretch
        gone = (story - current.starts) * current.den // current.num
        return current.begins_at + min(max(0, gone), current.lasts)


def plan(index: ScriptIndex) -> Plan:
    """The plan of a script. In each phase play goes on to its last planned inject, and a little beyond."""
    script = index.script
    phases = sorted(script.phases, key=lambda one: one.starts) or [_whole(index)]
    times = [one.at for one in script.injects if one.at is not None]
    planned = sorted(at.story for at in times if at.story is not None)
    stretches: list[Stretch] = []
    begins_at = 0
    for number, phase in enumerate(phases):
        starts = max(phase.starts, script.starts)
        ends = phases[number + 1].starts if number + 1 < len(phases) else None
        own = [at for at in planned if at >= phase.starts and (ends is None or at < ends)]
        lasts = _lasts(phase, starts, own, ends)
        stretches.append(Stretch(starts, begins_at, lasts, phase.num, phase.den))
        begins_at += lasts
    by_play = [at.play for at in times if at.play is not None]
    return Plan(tuple(stretches), max((begins_at, *(at + TAIL for at in by_play))))


TAIL = 3 * MINUTE
"""Play time that is left after the last inject of a phase for it to be dealt with."""


def late_by(made: Plan, play: int, story: int, due_in: int | None) -> int:
    """By how much play is behind the plan: a jump not made, or an inject that waits for LANCER."""
    behind = play - made.played(story)
    return behind if due_in is None or due_in >= 0 else max(behind, -due_in)


class Ends(Struct, frozen=True):
    """When the exercise was to end and will, in milliseconds of a day of the room; how late that is."""

    planned: int
    estimated: int
    late: int


def ends(made: Plan, began: int | None, wall: int, story: int) -> Ends:
    """The two ends. ``began`` and ``wall`` are local wall times of DEBEX and of now, in milliseconds."""
    estimated = wall + max(0, made.lasts - made.played(story))
    planned = estimated if began is None else began + made.lasts
    return Ends(planned, estimated, estimated - planned)


def _lasts(phase: Phase, starts: int, planned: Sequence[int], ends: int | None) -> int:
    last = planned[-1] if planned else starts
    tail = TAIL * phase.num // phase.den
    end = last + tail if ends is None else min(last + tail, ends)
    return (end - starts) * phase.den // phase.num


def _whole(index: ScriptIndex) -> Phase:
    return Phase("", index.script.name, index.script.starts)
