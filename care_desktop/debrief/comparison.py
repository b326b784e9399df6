"""Whether a moment of the exercise may be compared with the hour of the real hospital."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.debrief.played import Played
from care_desktop.debrief.times import at_real_pace, jumps
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import FunctionArrived
from care_desktop.scenario.ids import CellId, MilestoneId
from care_desktop.scenario.time import StoryMs


class NotComparable(StrEnum):
    """Why two hours stand side by side without a difference.

    In this order: no public source gives an hour; it did not happen in this exercise; a jump came before it;
    the story did not pass at the room's pace all the way to it; the team was gathered already at DEBEX,
    whereas the real one had to be called.
    """

    NOTHING_PUBLISHED = "nothing_published"
    NOT_PLAYED = "not_played"
    JUMP = "jump"
    PACE = "pace"
    MOBILISATION = "mobilisation"


class Comparison(Struct, frozen=True):
    """The hour of the real hospital beside that of this exercise, both in story time.

    ``reason`` is None when they are comparable; only then is there a ``difference_ms`` (played minus real).
    Six minutes of talk become twenty-four at pace 4, so an accelerated story compares with nothing.
    """

    milestone: MilestoneId | None = None
    real: StoryMs | None = None
    played: StoryMs | None = None
    reason: NotComparable | None = NotComparable.NOTHING_PUBLISHED

    @property
    def difference_ms(self) -> int | None:
        """How much later than at the real hospital, where that may be said."""
        if self.reason is not None or self.real is None or self.played is None:
            return None
        return self.played - self.real


def compare(
    played: Played, milestone: MilestoneId | None, at: Instant | None, cell: CellId | None
) -> Comparison:
    """What a cell did at an instant (None: it did not) beside a milestone of the real attack."""
    real = next((one.at for one in played.index.script.milestones if one.id == milestone), None)
    if real is None:
        return Comparison(milestone)
    return Comparison(milestone, real, None if at is None else at.story, _reason(played, at, cell))


def _reason(played: Played, at: Instant | None, cell: CellId | None) -> NotComparable | None:
    if at is None:
        return NotComparable.NOT_PLAYED
    if any(jump.at <= at.play and jump.story_to <= at.story for jump in jumps(played)):
        return NotComparable.JUMP
    if not at_real_pace(played, played.start, at):
        return NotComparable.PACE
    return None if _mobilised(played, cell, at) else NotComparable.MOBILISATION


def _mobilised(played: Played, cell: CellId | None, by: Instant) -> bool:
    """Whether somebody came to the cell after DEBEX: the mobilisation was played, not supposed."""
    return any(
        fact.cell == cell and played.start.play < played.when(event, fact.fact_at).play <= by.play
        for event, fact in played.facts(FunctionArrived)
    )
