"""The line between play time and story time, against the plainest possible count."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from care_desktop.exercise.clock import Instant, Segment, StoryLine
from care_desktop.scenario.time import PlayMs, Span, StoryMs

# Waits, then a pace, then how far the story jumps.
stretches = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 9), st.integers(1, 9), st.integers(0, 40)), max_size=6
)


def line_of(parts: list[tuple[int, int, int, int]]) -> StoryLine:
    line = StoryLine((Segment(Instant(PlayMs(0), StoryMs(1_000))),))
    play = 0
    for wait, num, den, jump in parts:
        play += wait
        line = line.after(Instant(PlayMs(play), StoryMs(line.story_at(play) + jump)), num, den)
    return line


def counted(line: StoryLine, play: int) -> int:
    """The story time at a play time, one segment after the other, each from its own beginning."""
    begun = [segment for segment in line.segments if segment.start.play <= play]
    last = begun[-1]
    return last.start.story + sum(
        1 for ms in range(1, (play - last.start.play) * last.num + 1) if ms % last.den == 0
    )


@settings(max_examples=400)
@given(stretches, st.integers(0, 400))
def test_the_story_time_is_counted_without_error(parts: list[tuple[int, int, int, int]], play: int) -> None:
    line = line_of(parts)
    assert line.story_at(play) == counted(line, play)


@settings(max_examples=400)
@given(stretches, st.integers(900, 2_000))
def test_a_story_time_is_reached_at_the_first_millisecond_that_has_it(
    parts: list[tuple[int, int, int, int]], story: int
) -> None:
    line = line_of(parts)
    reached = line.play_at(story)
    assert line.story_at(reached) >= story
    assert reached == 0 or line.story_at(reached - 1) < story


@settings(max_examples=200)
@given(stretches, stretches, st.integers(0, 300))
def test_what_comes_later_never_rewrites_the_past(
    parts: list[tuple[int, int, int, int]], more: list[tuple[int, int, int, int]], play: int
) -> None:
    before, after = line_of(parts), line_of(parts + more)
    if play < sum(wait for wait, *_ in parts):
        assert before.story_at(play) == after.story_at(play)


def test_a_jump_passes_story_time_while_play_time_stands() -> None:
    line = StoryLine((Segment(Instant(PlayMs(0), StoryMs(0))),))
    line = line.after(Instant(PlayMs(100), StoryMs(5_000)), 1, 1)
    assert line.play_at(3_000) == 100
    assert line.instant(Span(story=StoryMs(3_000)), Instant(PlayMs(100), StoryMs(100))) == Instant(
        PlayMs(100), StoryMs(3_000)
    )
    assert line.story_at(99) == 99
    assert line.story_at(101) == 5_001
