"""The time of the room: where play time fell on the wall clock, pauses and stops counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from care_desktop.exercise.events import Event
from care_desktop.journal.records import Seq, Stamp


class Anchor(Struct, frozen=True):
    """An event, its play time, and the local wall time at which it was written, in ISO form."""

    seq: Seq
    play: int
    wall: str


def anchors_of(events: Iterable[Event], stamps: Mapping[Seq, Stamp]) -> tuple[Anchor, ...]:
    """The anchors of the events whose stamp is known."""
    return tuple(
        Anchor(event.seq, event.at.play, local(stamps[event.seq]).isoformat())
        for event in events
        if event.seq in stamps
    )


def local(stamp: Stamp) -> datetime:
    """The wall time of a stamp where the exercise was played, without a zone."""
    utc = datetime.fromisoformat(stamp.wall)
    return utc.replace(tzinfo=None) + timedelta(minutes=stamp.offset)


class RoomTime:
    """Wall time of play time. Where no stamp is known, play time counts from midnight of no day."""

    def __init__(self, anchors: tuple[Anchor, ...], begun: Seq | None) -> None:
        self.known = bool(anchors)
        first = datetime(1900, 1, 1)  # noqa: DTZ001 - a day that is never printed
        walls = {one.seq: datetime.fromisoformat(one.wall) for one in anchors}
        self._day = first
        if walls:
            origin = (
                walls.get(begun, next(iter(walls.values()))) if begun is not None else min(walls.values())
            )
            self._day = origin.replace(hour=0, minute=0, second=0, microsecond=0)
        self._walls = {seq: self._ms(wall) for seq, wall in walls.items()}
        held = [one for one in anchors if begun is None or one.seq >= begun]
        self._plays = [one.play for one in held]
        self._at = [self._walls[one.seq] for one in held]

    def _ms(self, wall: datetime) -> int:
        return round((wall - self._day).total_seconds() * 1000)

    def at(self, play: int) -> int:
        """Milliseconds since midnight of the day of DEBEX; during a pause, those of its beginning."""
        if not self._plays:
            return play
        exact = bisect_left(self._plays, play)
        if exact < len(self._plays) and self._plays[exact] == play:
            return self._at[exact]
        before = bisect_right(self._plays, play) - 1
        if before < 0:
            return self._at[0] - (self._plays[0] - play)
        return self._at[before] + play - self._plays[before]

    def of(self, seq: Seq | None, play: int) -> int:
        """The same for an event that was written down, by its own stamp if known."""
        wall = None if seq is None else self._walls.get(seq)
        return self.at(play) if wall is None else wall

    def date(self, ms: int = 0) -> datetime | None:
        """The moment itself, if the day is known."""
        return self._day + timedelta(milliseconds=ms) if self.known else None
