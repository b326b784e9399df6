"""The guard of LANCER, on a clock that is moved by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.conduct.launching import DEAD_MS, LaunchGuard

pytestmark = pytest.mark.ui


class Hand:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.ms = 10_000

    def __call__(self) -> int:
        return self.ms


def test_one_press_launches_and_the_next_only_a_second_later_with_the_key_up() -> None:
    hand = Hand()
    guard = LaunchGuard(hand)
    assert guard.press()
    guard.release()
    hand.ms += DEAD_MS - 1
    assert (guard.press(), guard.locked_ms()) == (False, 1)
    hand.ms += 1
    assert guard.press()


def test_a_key_that_is_held_launches_once_however_long() -> None:
    hand = Hand()
    guard = LaunchGuard(hand)
    assert guard.press()
    for _ in range(50):
        hand.ms += 100
        assert not guard.press(repeated=True)
    assert not guard.press()
    guard.release()
    assert guard.press()


@given(st.lists(st.tuples(st.integers(0, 89), st.booleans()), min_size=1, max_size=9))
def test_a_burst_within_a_second_launches_exactly_once(burst: list[tuple[int, bool]]) -> None:
    hand = Hand()
    guard = LaunchGuard(hand)
    launched = 0
    for wait, repeated in [(0, False), *burst]:
        hand.ms += wait
        launched += guard.press(repeated=repeated)
        guard.release()
    assert launched == 1
