"""Whether a moment of the exercise may be compared with the hour of the real hospital."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.scenario.ids import MilestoneId
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
