"""Whoever follows what is published knows as much as the session itself."""

from __future__ import annotations

import pytest

from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import InjectLaunched
from care_desktop.language import Message
from care_desktop.scenario.time import HOUR, MINUTE, StoryMs
from care_desktop.session.followed import Followed
from care_desktop.session.published import Published
from tests.session.desk import Desk


def following(desk: Desk) -> Followed:
    return Followed(desk.run.opened())


def does(desk: Desk, followed: Followed, command: c.Command) -> Published:
    told = desk.does(command)
    followed.follow(told)
    return told


def test_it_shows_what_was_published_and_when_it_is(desk: Desk) -> None:
    followed = following(desk)
    does(desk, followed, c.Begin())
    for told in desk.waits(3 * MINUTE):
        followed.follow(told)
    assert followed.view == desk.run.snapshot().view
    assert followed.events == desk.run.events
    assert followed.now(desk.clock.read()).play == 3 * MINUTE


def test_it_knows_when_each_event_was_recorded(desk: Desk) -> None:
    followed = following(desk)
    desk.clock.leap(MINUTE)
    does(desk, followed, c.Begin())
    desk.waits(MINUTE)
    assert followed.stamps == {
        seq: stamp for seq, stamp in desk.run.opened().stamps.items() if seq in followed.stamps
    }
    assert (
        followed.stamps[followed.events[-1].seq].awake_ns - followed.stamps[followed.events[0].seq].awake_ns
        == MINUTE * 1_000_000
    )


def test_while_the_exercise_stands_still_so_does_its_time(desk: Desk) -> None:
    followed = following(desk)
    does(desk, followed, c.Begin())
    desk.clock.leap(MINUTE)
    does(desk, followed, c.Suspend())
    desk.clock.leap(HOUR)
    assert followed.now(desk.clock.read()).play == MINUTE


def test_it_refuses_what_the_session_would_refuse(desk: Desk) -> None:
    followed = following(desk)
    stamp = desk.clock.read()
    assert followed.refusal(c.Launch("cook"), stamp) == Message("refusal.status_prepared")
    does(desk, followed, c.Begin())
    assert followed.refusal(c.Launch("cook"), stamp) is None
    told = does(desk, followed, c.Launch("cook"))
    again = followed.refusal(c.Launch("cook"), desk.clock.read())
    assert again is not None
    assert again == desk.run.refusal(c.Launch("cook"), desk.clock.read())
    assert any(isinstance(event.fact, InjectLaunched) for event in told.events)


def test_a_preview_brings_nothing_about(desk: Desk) -> None:
    followed = following(desk)
    does(desk, followed, c.Begin())
    jump = c.Jump(StoryMs(followed.now(desk.clock.read()).story + 2 * HOUR), c.OpenDecisions.KEEP)
    before = followed.view
    foreseen = followed.preview(jump, desk.clock.read())
    assert followed.view == before
    assert foreseen == does(desk, followed, jump).events


def test_a_preview_of_what_would_be_refused_is_refused(desk: Desk) -> None:
    followed = following(desk)
    with pytest.raises(Refused):
        followed.preview(c.Launch("cook"), desk.clock.read())
