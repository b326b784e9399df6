"""What a room would feel is told before: the edge of each rule, and the pace that it is counted at."""

from __future__ import annotations

import pytest

from care_desktop.scenario.checking import check
from tests.scenario.felt import FELT, FOLLOW_UP, rewritten
from tests.scenario.written import changed, codes, scenario


@pytest.mark.parametrize("mistake", FELT)
def test_what_a_room_would_feel_is_all_that_is_found(mistake: str) -> None:
    content, code = FELT[mistake]
    assert set(codes(check(scenario(content)))) == {code}


def test_twenty_minutes_are_not_too_long() -> None:
    assert codes(check(scenario(changed("at: T+0:12", "at: T+0:25")))) == []


def test_a_cell_waits_from_debex_on() -> None:
    found = check(scenario(changed("at: J+0 02:05", "at: J+0 02:21")))
    assert {(one.code, one.place.path) for one in found} == {("CX-CELL-IDLE", "cells.direction")}


def test_a_wait_is_counted_at_the_pace_of_its_phase_and_a_jump_leaves_none() -> None:
    # Five minutes of the night, then 88 of the morning that is four times as fast
    assert codes(check(scenario(changed("at: T+0:12", "at: J+0 04:28")))) == ["CX-CELL-IDLE"] * 2
    assert codes(check(scenario(changed("at: T+0:12", "at: J+0 04:20")))) == []


def test_three_stimuli_in_more_than_five_minutes_are_read() -> None:
    content = rewritten((FOLLOW_UP, "    at: T+0:07\n"), ("    optional: true\n", "    at: T+0:10:01\n"))
    assert codes(check(scenario(content))) == []


def test_what_is_optional_crowds_nobody() -> None:
    content = rewritten(
        (FOLLOW_UP, "    at: T+0:07\n"), ("    optional: true\n", "    optional: true\n    at: T+0:09\n")
    )
    assert codes(check(scenario(content))) == []


def test_a_second_call_after_three_minutes_can_be_played() -> None:
    call = ("in_person\n    recipients: [direction]", "call\n    recipients: [it]")
    assert codes(check(scenario(rewritten(call, (FOLLOW_UP, "    at: T+0:15\n"))))) == []


def test_calls_of_one_caller_for_two_cells_are_played_by_one_person() -> None:
    caller = "    correspondent: cert-sante\n"
    content = rewritten(
        (
            "    channel: in_person\n    recipients: [direction]\n" + FOLLOW_UP,
            f"    recipients: [direction]\n    at: T+0:14\n{caller}",
        ),
        ("    sender: {fr: Biologiste de garde, en: Biologist on duty}\n", caller),
    )
    (finding,) = check(scenario(content))
    assert (finding.code, finding.place.path) == ("CX-TWO-CALLS", "injects.colleague")


def played_by(first: str, second: str) -> bytes:
    """Two calls for one cell within three minutes, each with its animator."""
    return rewritten(
        (
            "in_person\n    recipients: [direction]\n" + FOLLOW_UP,
            f"call\n    recipients: [it]\n    at: T+0:14\n    animator: {second}\n",
        ),
        ("    at: T+0:12\n", f"    at: T+0:12\n    animator: {first}\n"),
        (
            "\nphases:",
            "\nanimators:\n  one: {name: {fr: A1, en: A1}}\n  two: {name: {fr: A2, en: A2}}\n\nphases:",
        ),
    )


def test_two_calls_are_too_many_for_one_animator_and_not_for_two() -> None:
    assert codes(check(scenario(played_by("one", "one")))) == ["CX-TWO-CALLS"]
    assert codes(check(scenario(played_by("one", "two")))) == []


def test_the_shortest_play_is_told() -> None:
    (finding,) = check(scenario(FELT["more than fits"][0]))
    assert finding.message.params == {"lasts": "17 min", "length": "18 min"}


def test_a_limit_of_the_story_is_read_at_the_slowest_pace() -> None:
    assert codes(check(scenario(changed("limit: {play: 10 min}", "limit: {story: 5 s}")))) == [
        "CX-LIMIT-UNREADABLE"
    ]
    assert codes(check(scenario(changed("limit: {play: 10 min}", "limit: {story: 10 min}")))) == []
