"""The two times of an exercise, each its own type, in whole milliseconds."""

from __future__ import annotations

from typing import NewType

from msgspec import Struct

PlayMs = NewType("PlayMs", int)
"""Milliseconds since DEBEX, pauses excluded (*temps d'exercice*). People are timed in it."""

StoryMs = NewType("StoryMs", int)
"""Milliseconds since the scenario's midnight of the first day (*temps fictif*). The world lives in it."""

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Span(Struct, frozen=True):
    """A time or a duration on one of the two lines: exactly one of ``play`` and ``story`` is set."""

    play: PlayMs | None = None
    story: StoryMs | None = None

    def __post_init__(self) -> None:
        if (self.play is None) == (self.story is None):
            raise ValueError("a span is either in play time or in story time")

    @property
    def ms(self) -> int:
        """The milliseconds, on whichever line."""
        return self.play if self.play is not None else int(self.story or 0)

    def later(self, by: int) -> Span:
        """The same line, ``by`` milliseconds later."""
        if self.play is not None:
            return Span(play=PlayMs(self.play + by))
        return Span(story=StoryMs(self.ms + by))


def play(ms: int) -> Span:
    """A span in play time."""
    return Span(play=PlayMs(ms))


def story(ms: int) -> Span:
    """A span in story time."""
    return Span(story=StoryMs(ms))
