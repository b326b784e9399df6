"""Play time, counted on the clock that stops while the machine sleeps. Pure: stamps in, milliseconds out."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.journal.records import Stamp
from care_desktop.scenario.time import PlayMs
from care_desktop.session.clock_source import wall_ms

_MS = 1_000_000

NOTICED_MS = 2_000
"""Shorter sleeps and smaller steps of the wall clock are not worth a word."""


class PlayClock(Struct, frozen=True):
    """Play time as it stood at some moment, and whether it goes on since then.

    ``played_ns`` is exact, so that no pause loses a fraction of a millisecond; ``since_ns`` is the awake
    clock when play last went on, None while it stands still.
    """

    played_ns: int = 0
    since_ns: int | None = None

    @classmethod
    def standing_at(cls, play: PlayMs) -> PlayClock:
        """A clock that stands still at a play time."""
        return cls(play * _MS)

    def play_at(self, stamp: Stamp) -> PlayMs:
        """Play time at a stamp of the same start of the machine."""
        return PlayMs(self._ns_at(stamp) // _MS)

    def going_on(self, stamp: Stamp) -> PlayClock:
        """This clock, running from a stamp on."""
        return PlayClock(self._ns_at(stamp), stamp.awake_ns)

    def standing_still(self, stamp: Stamp) -> PlayClock:
        """This clock, stopped at a stamp."""
        return PlayClock(self._ns_at(stamp))

    def _ns_at(self, stamp: Stamp) -> int:
        if self.since_ns is None:
            return self.played_ns
        return self.played_ns + max(0, stamp.awake_ns - self.since_ns)


def slept_ms(before: Stamp, after: Stamp) -> int:
    """How long the machine slept between two stamps of one start: what only one monotonic clock counted."""
    total = after.total_ns - before.total_ns
    awake = after.awake_ns - before.awake_ns
    return max(0, total - awake) // _MS


def wall_step_ms(before: Stamp, after: Stamp) -> int:
    """How far the wall clock was set between two stamps of one start, forward or (negative) back."""
    passed = (after.total_ns - before.total_ns) // _MS
    return wall_ms(after.wall) - wall_ms(before.wall) - passed


def gap_ms(before: Stamp, after: Stamp) -> int:
    """How much time passed between two stamps; by the wall clock where the machine was started anew."""
    if before.boot == after.boot and after.total_ns >= before.total_ns:
        return (after.total_ns - before.total_ns) // _MS
    return max(0, wall_ms(after.wall) - wall_ms(before.wall))
