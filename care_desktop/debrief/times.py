"""The exercise in time: phases, jumps, and where it stood still."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from care_desktop.debrief.played import Played
from care_desktop.exercise.clock import Instant, Segment, StoryLine
from care_desktop.exercise.events import (
    Gap,
    Interrupted,
    Pause,
    PhaseEntered,
    Resumed,
    StoryJumped,
    Suspended,
)
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import PhaseId
from care_desktop.scenario.time import PlayMs, StoryMs


class PhasePlayed(Struct, frozen=True):
    """A phase from its beginning in play to the next one or to FINEX.

    ``real_pace`` is true when the story passed as fast as the room's time in all of it that was played, with
    no jump in its midst; one that ends the phase is not in its midst.
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

    def covers(self, at: Instant) -> bool:
        """Whether something that is dated so fell due in the stretch, so that nobody could act on it."""
        return at.play == self.at and self.story_from < at.story <= self.story_to


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

    def story_at(self, play: int) -> StoryMs:
        """The story time at a play time."""
        return StoryLine(self.segments).story_at(play)

    def play_at(self, story: int) -> PlayMs:
        """When a time of the story came in play, or would have come; the end where it never did."""
        return min(StoryLine(self.segments).play_at(story), self.end.play)


def times(played: Played) -> Times:
    """The exercise in time."""
    return Times(
        played.begun,
        played.ended,
        played.start,
        played.end,
        played.line.segments,
        tuple(_phases(played)),
        jumps(played),
        _standstills(played),
    )


def jumps(played: Played) -> tuple[Jump, ...]:
    """The stretches of the story that were passed over."""
    return tuple(
        Jump(event.seq, event.at.play, event.at.story, fact.to) for event, fact in played.facts(StoryJumped)
    )


def _phases(played: Played) -> Iterator[PhasePlayed]:
    if played.begun is None:
        return
    script = played.index.script
    entered = [
        (phase.id, phase.num, phase.den, played.start)
        for phase in script.phases
        if phase.starts <= script.starts
    ][-1:]
    entered += [(fact.phase, fact.num, fact.den, event.at) for event, fact in played.facts(PhaseEntered)]
    ends = [start for *_, start in entered[1:]] + ([played.end] if entered else [])
    for (phase, num, den, start), end in zip(entered, ends, strict=True):
        real = num == den and at_real_pace(played, start, end) and not _jumped_amid(played, start, end)
        yield PhasePlayed(phase, start, end, num, den, real)


def at_real_pace(played: Played, start: Instant, end: Instant) -> bool:
    """Whether the story passed as fast as the room's time from one instant to the other."""
    segments = played.line.segments
    ends = [following.start.play for _, following in pairwise(segments)] + [played.end.play]
    return all(
        segment.num == segment.den
        for segment, until in zip(segments, ends, strict=True)
        if max(segment.start.play, start.play) < min(until, end.play)
    )


def _jumped_amid(played: Played, start: Instant, end: Instant) -> bool:
    """Whether the story was cut within what was played, or nothing of it was."""
    amid = any(start.play < jump.at < end.play for jump in jumps(played))
    return amid or start.play == end.play


def _standstills(played: Played) -> tuple[Standstill, ...]:
    found: list[Standstill] = []
    still: list[Standstill] = []
    for event in played.events(Suspended, Interrupted, Resumed):
        fact = event.fact
        if isinstance(fact, Resumed):
            found += [replace(one, resumed=event.seq) for one in still]
            still = []
        elif isinstance(fact, Suspended):
            still.append(Standstill(event.seq, event.at, fact.why, None, text=fact.text))
        elif isinstance(fact, Interrupted):
            still.append(Standstill(event.seq, event.at, fact.why, None, fact.gap_ms))
    return (*found, *still)
