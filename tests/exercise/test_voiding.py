"""Taking a cause back equals never having had it, where nobody acted on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise import indicators
from care_desktop.exercise.agenda import Rank
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import (
    CauseVoided,
    IndicatorMoved,
    InjectLaunched,
    ServiceImpaired,
    TriggerFired,
)
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.time import PlayMs, StoryMs
from tests.exercise.acts import Play
from tests.exercise.liseron import LISERON
from tests.exercise.plays import BY_HAND, played, plays
from tests.exercise.room import Room


def world(engine: Engine, at: PlayMs, but: str) -> dict[str, Any]:
    """All that is so in the exercise, without the numbers of the events that made it so."""
    state, now = engine.state, engine.moment(at)
    return {
        "levels": state.levels,
        "holds": {service: (hold.since, hold.ended is None) for service, hold in state.holds.items()},
        "indicators": {
            one.id: [
                indicators.value(BY_HAND, state, one.id, StoryMs(now.story + later))
                for later in (0, 10**6, 10**8)
            ]
            for one in LISERON.indicators
        },
        "steps": state.steps,
        "duties": {
            name: (one.started_at, one.deadline, one.met) for name, one in state.duties.items() if one.started
        },
        "decisions": {
            name: (
                one.opened_at,
                one.limit,
                one.answers,
                [s.option for s in one.standing],
                one.withdrawn is None,
            )
            for name, one in state.decisions.items()
        },
        "injects": {
            name: (one.due, one.launched_at, one.shown, len(one.deliveries), one.skipped is None)
            for name, one in ((name, state.inject(name)) for name in {*BY_HAND.injects, *state.injects})
        },
        "fired": set(state.fired),
        "due": sorted(
            (item.rank, at.play or 0, at.story or 0)
            for item, at in state.agenda.due.items()
            if (item.rank, item.number) != (Rank.INJECT, BY_HAND.place["injects", but])
        ),
        "presence": state.presence,
    }


@settings(max_examples=1500)
@given(plays, st.sampled_from([one.id for one in LISERON.injects]), st.integers(0, 15_000), st.booleans())
def test_a_recalled_inject_leaves_the_world_as_if_it_had_never_been(
    play: Play, inject: str, wait: int, shown: bool
) -> None:
    launched = played(BY_HAND, play).engine
    without = launched.fork()
    start = PlayMs(sum(act.wait for act in play))
    at = PlayMs(start + wait)
    assume(without.advance(at) == ())
    try:
        launched.submit(c.Launch(inject), start)
        if shown:
            launched.submit(c.ConfirmShown(inject), start)
        launched.submit(c.Recall(inject), at)
    except Refused:
        reject()
    assert world(launched, at, inject) == world(without, at, inject)


def test_two_causes_no_longer_undo_each_other(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.does(c.ConfirmShown("printers"))
    room.at(6).does(c.Answer("cut_network", "it", "cut"))
    room.at(7).does(c.Launch("biologist"))
    room.does(c.Recall("biologist"))
    assert room.state.level("files") is ServiceLevel.DOWN
    assert room.state.level("phones") is ServiceLevel.DOWN


def test_what_a_recalled_inject_had_triggered_goes_with_it(open_room: Callable[[], Room]) -> None:
    room = open_room().begins()
    room.at(8)
    for inject in ("press", "biologist"):
        room.does(c.Launch(inject))
    room.does(c.ConfirmShown("press"))
    room.does(c.Answer("press_line", "direction", "silence"))
    room.at(9).does(c.Launch("samu"))
    room.does(c.ConfirmShown("samu"))
    room.does(c.Answer("divert", "direction", "divert"))
    room.does(c.Answer("divert", "care", "divert"))
    assert room.facts(TriggerFired) == []
    room.at(10).does(c.Launch("printers"))
    voided = room.event(CauseVoided) if room.does(c.Recall("printers")) else None
    assert voided is not None
    assert isinstance(voided.fact, CauseVoided)
    kinds = {type(event.fact) for event in room.events if event.seq in set(voided.fact.voided)}
    assert kinds >= {InjectLaunched, ServiceImpaired, IndicatorMoved}


def test_an_inject_that_somebody_acted_on_is_not_recalled(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.does(c.ConfirmShown("printers"))
    room.does(c.Answer("cut_network", "direction", "wait"))
    assert room.refuses(c.Recall("printers")) == "refusal.recall_acted_upon"


def test_an_inject_is_not_recalled_after_fifteen_seconds(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.at(5.25)
    assert room.engine.refusal(c.Recall("printers"), room.clock) is None
    room.at(5.251)
    assert room.refuses(c.Recall("printers")) == "refusal.recall_late"


def test_a_recalled_inject_can_be_launched_again(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.does(c.Recall("printers"))
    room.at(6).does(c.Launch("printers"))
    assert room.state.level("files") is ServiceLevel.DOWN
    assert len(room.state.impairments["files"]) == 1
