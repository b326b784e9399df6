"""Play and story time as integers, and the piecewise line that ties one to the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import Struct

from care_desktop.scenario.time import PlayMs, Span, StoryMs


class Instant(Struct, frozen=True, order=True):
    """A moment of the exercise, ordered by play time, then by story time.

    During a jump play time stands still and only the story moves.
    """

    play: PlayMs
    story: StoryMs


START = Instant(PlayMs(0), StoryMs(0))


class Segment(Struct, frozen=True):
    """From ``start`` on, ``num`` story milliseconds pass in ``den`` play milliseconds; both positive."""

    start: Instant
    num: int = 1
    den: int = 1

    def story_at(self, play: int) -> int:
        """The story time at a play time, were there no other segment."""
        return self.start.story + (play - self.start.play) * self.num // self.den

    def play_at(self, story: int) -> int:
        """The first play millisecond at which the story time is reached, were there no other segment."""
        return self.start.play - (self.start.story - story) * self.den // self.num


class StoryLine(Struct, frozen=True):
    """Story time as a function of play time: segments in order, only ever added at the end.

    A change of pace or a jump begins a segment; the past is never rewritten. No float is involved, so the
    two directions agree to the millisecond: ``play_at(s)`` is the first ``p`` with ``story_at(p) >= s``.
    """

    segments: tuple[Segment, ...] = ()

    def story_at(self, play: int) -> StoryMs:
        """The story time at a play time; the line's beginning for any earlier one."""
        segments = self.segments
        if not segments:
            return START.story
        segment = segments[-1]
        if play < segment.start.play:
            at = bisect_right(segments, play, key=lambda one: one.start.play) - 1
            if at < 0:
                return segments[0].start.story
            segment = segments[at]
        return StoryMs(segment.story_at(play))

    def play_at(self, story: int) -> PlayMs:
        """The first play millisecond at which the story time is reached, going on at the last pace."""
        segments = self.segments
        if not segments:
            return START.play
        if story > segments[-1].start.story:
            return PlayMs(segments[-1].play_at(story))
        at = bisect_left(segments, story, key=lambda one: one.start.story)
        following = segments[at].start.play  # where a jump goes past the story time, it is reached there
        return following if at == 0 else PlayMs(min(segments[at - 1].play_at(story), following))

    def after(self, start: Instant, num: int, den: int) -> StoryLine:
        """This line, going on at another pace from ``start``, or from the end of a jump over it."""
        if num < 1 or den < 1:
            raise ValueError("a pace is a positive ratio")
        if self.segments and self.segments[-1].start.story > start.story:
            start = Instant(start.play, self.segments[-1].start.story)
        return StoryLine((*self.segments, Segment(start, num, den)))

    def fact(self, play: PlayMs | None, now: Instant) -> Instant:
        """The instant of a fact whose time was typed by hand; ``now`` where none was."""
        return now if play is None or play == now.play else Instant(play, self.story_at(play))

    @property
    def pace(self) -> tuple[int, int]:
        """The pace at the end of the line, as story milliseconds per play milliseconds."""
        return (self.segments[-1].num, self.segments[-1].den) if self.segments else (1, 1)

    def instant(self, span: Span, now: Instant) -> Instant:
        """When a time on either line comes, not earlier than ``now``."""
        if span.story is not None:
            if span.story <= now.story:
                return now
            return Instant(max(self.play_at(span.story), now.play), span.story)
        play = max(PlayMs(span.ms), now.play)
        return Instant(play, self.story_at(play))
