"""The axis of play time that lanes and curve share. No Qt."""

from __future__ import annotations

from typing import NamedTuple


class Scale(NamedTuple):
    """From play time 0 at ``left`` to ``end`` at ``left + width``, in pixels."""

    left: int
    width: int
    end: int

    def x(self, play: int) -> int:
        """Where a play time is."""
        return self.left + round(self.width * min(max(play, 0), self.end) / max(1, self.end))

    def play_at(self, x: int) -> int:
        """The play time at a place."""
        inside = min(max(x - self.left, 0), self.width)
        return inside * self.end // max(1, self.width)
