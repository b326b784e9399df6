"""The exercise in time: phases, jumps, and where it stood still."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.exercise.clock import Instant, Segment
from care_desktop.exercise.events import Gap, Pause
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import PhaseId
from care_desktop.scenario.time import PlayMs, StoryMs


class PhasePlayed(Struct, frozen=True):
    """A phase from its beginning in play to the next one or to FINEX.

    ``real_pace`` is true when the story passed as fast as the room's time in all of it, with no jump inside.
    """

    phase: PhaseId
    start: Instant
    end: Instant
    num: int
    den: int
    real_pace: bool


class Jump(Struct, frozen=True):
    """A stretch of the story that nobody lived through: play time stood still at ``at``."""

    seq: Seq
    at: PlayMs
    story_from: StoryMs
    story_to: StoryMs


class Standstill(Struct, frozen=True):
    """Play time stood still from event ``seq`` until event ``resumed``, both at play time ``at``.

    How long that was in the real world, only the stamps of the two events say; ``gap_ms`` is what the
    program knew of a stop or a sleep.
    """

    seq: Seq
    at: Instant
    why: Pause | Gap
    resumed: Seq | None
    gap_ms: int | None = None
    text: Words | None = None


class Times(Struct, frozen=True):
    """From DEBEX to FINEX, or to the last event where there is no FINEX yet.

    ``begun`` and ``ended`` are the events; ``segments`` tie story time to play time, for drawing either axis.
    Durations: ``end.play - start.play`` is what the room lived through, pauses excluded; the story's length
    counts what was jumped.
    """

    begun: Seq | None
    ended: Seq | None
    start: Instant
    end: Instant
    segments: tuple[Segment, ...]
    phases: tuple[PhasePlayed, ...]
    jumps: tuple[Jump, ...]
    standstills: tuple[Standstill, ...]
