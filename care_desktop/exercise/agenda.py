"""What falls due: a dictionary of live items, with two heaps to find the first one fast."""

from __future__ import annotations

from enum import IntEnum
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from care_desktop.exercise.clock import Instant, StoryLine
from care_desktop.scenario.time import Span


class Rank(IntEnum):
    """Which of the things that fall due at one instant comes first."""

    PHASE = 0
    EFFECT = 1
    STEP = 2
    IMPAIRMENT = 3
    HOLD = 4
    DUTY = 5
    CROSSING = 6
    LIMIT = 7
    DEFAULT = 8
    UNDONE = 9
    INJECT = 10


class Item(NamedTuple):
    """A thing that falls due: rank, then document index (or ``seq`` of a cause), then place in it."""

    rank: Rank
    number: int
    place: int = 0


class Agenda:
    """Things that fall due, each once, on either time line.

    Only ``due`` is what it says; the heaps may hold stale entries and are never compared.
    """

    __slots__ = ("_play", "_story", "due")

    def __init__(self) -> None:
        self.due: dict[Item, Span] = {}
        self._play: list[tuple[int, Item]] = []
        self._story: list[tuple[int, Item]] = []

    def put(self, item: Item, span: Span) -> None:
        """Let an item fall due at a time, instead of any earlier wish for it."""
        self.due[item] = span
        if span.story is not None:
            heappush(self._story, (span.story, item))
        else:
            heappush(self._play, (span.ms, item))

    def drop(self, item: Item) -> None:
        """Forget an item, if it is there."""
        self.due.pop(item, None)

    def clear(self) -> None:
        """Forget everything."""
        self.due.clear()

    def first(self, line: StoryLine, now: Instant) -> tuple[Instant, Item] | None:
        """The earliest item and when it comes, in the total order (play, story, rank, index)."""
        self._clean()
        heads = [
            (line.instant(self.due[item], now), item)
            for heap in (self._story, self._play)
            for _, item in heap[:1]
        ]
        return min(heads, default=None)

    def _clean(self) -> None:
        due = self.due
        for heap, on_story in ((self._story, True), (self._play, False)):
            while heap:
                ms, item = heap[0]
                span = due.get(item)
                if span is not None and (span.story if on_story else span.play) == ms:
                    break
                heappop(heap)

    def copy(self) -> Agenda:
        """An independent agenda with the same items."""
        other = Agenda()
        other.due = self.due.copy()
        other._story = [(s.story, item) for item, s in other.due.items() if s.story is not None]
        other._play = [(s.play, item) for item, s in other.due.items() if s.play is not None]
        heapify(other._story)
        heapify(other._play)
        return other

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Agenda) and other.due == self.due

    __hash__ = None  # type: ignore[assignment]
