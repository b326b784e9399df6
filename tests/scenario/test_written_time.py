"""Times as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_desktop.scenario import written_time
from care_desktop.scenario.time import DAY, HOUR, MINUTE
from care_desktop.scenario.written_time import duration, play_moment, story_moment


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("30 s", 30_000),
        ("10 min", 10 * MINUTE),
        ("3 h", 3 * HOUR),
        ("1 h 30", 90 * MINUTE),
        ("1 h 05 min", 65 * MINUTE),
        ("2 d", 2 * DAY),
        ("2 j", 2 * DAY),
        ("1 d 6 h", 30 * HOUR),
        ("72 h", 72 * HOUR),
        ("90 min", 90 * MINUTE),
        ("10\u00a0min", 10 * MINUTE),
        ("2 min 30 s", 150_000),
        ("250 ms", 250),
        ("0 min", 0),
    ],
)
def test_a_duration_is_read(text: str, ms: int) -> None:
    assert duration(text) == ms


@pytest.mark.parametrize(
    "text", ["", "10", "h", "-1 h", "1.5 h", "1 h 75", "30 min 1 h", "1 h 30 20 min", "\u0661 h"]
)
def test_what_is_no_duration_is_not_read(text: str) -> None:
    assert duration(text) is None


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("J+0 02:05", 2 * HOUR + 5 * MINUTE),
        ("J+1 07:30", DAY + 7 * HOUR + 30 * MINUTE),
        ("J-1 22:00", -2 * HOUR),
        ("J+0 00:00:30", 30_000),
    ],
)
def test_a_moment_of_the_story_is_read(text: str, ms: int) -> None:
    assert story_moment(text) == ms


@pytest.mark.parametrize(
    "text", ["", "02:05", "J+0", "J+0 24:00", "J+0 02:60", "J 0 02:05", "D+0 02:05", "T+0:45"]
)
def test_what_is_no_moment_of_the_story_is_not_read(text: str) -> None:
    assert story_moment(text) is None


def test_a_moment_of_the_exercise_is_hours_and_minutes() -> None:
    assert play_moment("T+0:45") == 45 * MINUTE
    assert play_moment("T+1:30") == 90 * MINUTE


@pytest.mark.parametrize("text", ["T+2", "T+0:75", "T-0:10", "0:45", "T+:45", "T+0:5"])
def test_what_is_no_moment_of_the_exercise_is_not_read(text: str) -> None:
    assert play_moment(text) is None


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (90 * MINUTE, "1 h 30"),
        (65 * MINUTE, "1 h 05"),
        (72 * HOUR, "72 h"),
        (30 * DAY, "30 d"),
        (30 * DAY + HOUR, "30 d 1 h"),
        (0, "0 min"),
        (90_000, "1 min 30 s"),
    ],
)
def test_a_duration_is_written_as_it_is_said(ms: int, text: str) -> None:
    assert written_time.write_duration(ms) == text


@given(st.integers(0, 200 * DAY))
def test_what_is_written_is_read_again(ms: int) -> None:
    assert duration(written_time.write_duration(ms)) == ms
    assert story_moment(written_time.write_story_moment(ms)) == ms
    assert story_moment(written_time.write_story_moment(-ms)) == -ms


@given(st.integers(0, 100 * HOUR - 1))
def test_a_moment_of_the_exercise_is_read_again(ms: int) -> None:
    assert play_moment(written_time.write_play_moment(ms)) == ms
