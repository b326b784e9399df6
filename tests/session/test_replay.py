"""Looking back at an exercise shows what stood there at the time."""

from __future__ import annotations

import pytest

from care_desktop.exercise.fold import fold
from care_desktop.exercise.view import view_of
from care_desktop.journal.records import Seq
from care_desktop.scenario.time import PlayMs
from care_desktop.session import replay
from care_desktop.session.replay import Replay
from tests.exercise.plays import BY_ITSELF, played
from tests.exercise.wandering import wandering

EVENTS = played(BY_ITSELF, wandering(BY_ITSELF, seed=3, acts=120)).events


def test_every_moment_is_shown_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "STRIDE", 7)
    looking = Replay(BY_ITSELF, EVENTS)
    for seq in (0, 1, 6, 7, 8, len(EVENTS) - 1, len(EVENTS), 3):
        assert looking.after(Seq(seq)) == view_of(fold(BY_ITSELF, EVENTS[:seq]))


def test_a_play_time_shows_all_that_happened_up_to_it() -> None:
    last = EVENTS[40]
    up_to = [event for event in EVENTS if event.at.play <= last.at.play]
    assert Replay(BY_ITSELF, EVENTS).at(PlayMs(last.at.play)).seq == len(up_to)


def test_there_is_nothing_after_the_end() -> None:
    with pytest.raises(ValueError, match="event"):
        Replay(BY_ITSELF, EVENTS).after(Seq(len(EVENTS) + 1))
