"""The pure clock of play time, against a plain count: no error, whatever happens to the machine."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from care_desktop.journal.records import Stamp
from care_desktop.session.play_clock import PlayClock, gap_ms, slept_ms, wall_step_ms
from tests.session.desk import ZERO

MS = 1_000_000
happenings = st.lists(
    st.tuples(
        st.sampled_from(["wait", "sleep", "pause", "go on", "set the clock", "kill"]),
        st.integers(0, 5_000 * MS),
    ),
    max_size=40,
)


def after(stamp: Stamp, awake: int, total: int) -> Stamp:
    return Stamp(
        stamp.wall, stamp.zone, stamp.offset, stamp.awake_ns + awake, stamp.total_ns + total, stamp.boot
    )


@settings(max_examples=600)
@given(happenings)
def test_play_time_is_the_sum_of_the_running_waits(story: list[tuple[str, int]]) -> None:
    clock, stamp = PlayClock(), ZERO
    counted, running = 0, False
    for what, ns in story:
        if what == "wait":
            stamp = after(stamp, ns, ns)
            counted += ns if running else 0
        elif what == "sleep":
            stamp = after(stamp, 0, ns)
        elif what == "pause":
            clock, running = clock.standing_still(stamp), False
        elif what == "go on":
            clock, running = clock.going_on(stamp), True
        elif what == "set the clock":
            stamp = Stamp("2020-01-01T00:00:00.000Z", "UTC", 0, stamp.awake_ns, stamp.total_ns, stamp.boot)
        else:
            kept = clock.play_at(stamp)
            stamp = Stamp(stamp.wall, stamp.zone, stamp.offset, ns, 3 * ns, "another start")
            clock, running, counted = PlayClock.standing_at(kept), False, counted // MS * MS
        assert clock.play_at(stamp) == counted // MS


@settings(max_examples=200)
@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(-(10**8), 10**8))
def test_sleep_and_a_set_clock_are_told_apart(awake: int, asleep: int, stepped: int) -> None:
    before = ZERO
    wall_seconds, wall_rest = divmod(8 * 3_600_000 + awake + asleep + stepped, 1_000)
    days, seconds = divmod(wall_seconds, 86_400)
    time = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{wall_rest:03d}"
    wall = f"2026-11-{24 + days:02d}T{time}Z"
    now = after(before, awake * MS, (awake + asleep) * MS)
    now = Stamp(wall, now.zone, now.offset, now.awake_ns, now.total_ns, now.boot)
    assert slept_ms(before, now) == asleep
    assert wall_step_ms(before, now) == stepped
    assert gap_ms(before, now) == awake + asleep


def test_after_a_new_start_the_gap_is_read_off_the_wall_and_never_negative() -> None:
    restarted = Stamp("2026-11-24T08:10:00.000Z", "CET", 60, 1, 2, "boot-2")
    assert gap_ms(ZERO, restarted) == 600_000
    assert gap_ms(restarted, ZERO) == 0
