"""The laws of the engine, tried on random plays."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise import wire
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Event
from care_desktop.exercise.fold import fold
from care_desktop.exercise.index import ScriptIndex
from care_desktop.journal.records import Kept
from care_desktop.scenario.time import PlayMs
from tests.exercise.acts import Act, Play
from tests.exercise.plays import BY_HAND, commands, indexes, played, plays
from tests.exercise.wandering import wandering

many = settings(max_examples=300)


def test_random_plays_reach_every_kind_of_fact() -> None:
    """Else the laws below would be tried on less than the engine can do."""
    kinds = {e.fact.kind for seed in range(250) for e in played(BY_HAND, wandering(BY_HAND, seed)).events}
    assert set(wire.FACTS) - kinds == {"trigger.silenced"}


@many
@given(indexes, plays, st.integers(0, 2**32))
def test_how_often_time_is_looked_at_changes_nothing(index: ScriptIndex, play: Play, seed: int) -> None:
    def ticks(start: int, end: int) -> list[int]:
        random = Random(seed + start)
        return sorted(random.randint(start, end) for _ in range(random.randint(0, 6)))

    assert played(index, play, ticks).events == played(index, play).events


@many
@given(indexes, plays)
def test_the_fold_of_the_events_is_the_state_of_the_engine(index: ScriptIndex, play: Play) -> None:
    result = played(index, play)
    assert fold(index, result.events).differences(result.engine.state) == {}


@many
@given(indexes, plays)
def test_an_engine_made_anew_at_any_batch_goes_on_alike(index: ScriptIndex, play: Play) -> None:
    result = played(index, play)
    events: list[Event] = []
    for at, command, brought in result.batches:
        engine = Engine(index, fold(index, events))
        assert engine.submit(command, at) == brought
        events.extend(brought)


@many
@given(indexes, plays)
def test_no_event_is_earlier_than_the_one_before_it(index: ScriptIndex, play: Play) -> None:
    events = played(index, play).events
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert all(before.at <= after.at for before, after in pairwise(events))
    assert all(event.cause is None or event.cause < event.seq for event in events)


@many
@given(indexes, plays, st.lists(st.builds(Act, st.integers(0, 60_000), commands), max_size=8))
def test_a_refused_command_leaves_no_event(index: ScriptIndex, play: Play, tried: Play) -> None:
    engine = played(index, play).engine
    at = PlayMs(sum(act.wait for act in play))
    for _, command in tried:
        before = engine.state.copy()
        asked = engine.refusal(command, at)
        try:
            engine.submit(command, at)
            refused = None
        except Refused as why:
            refused = why.message
            assert engine.advance(at) == ()
            assert engine.state.differences(before) == {}
        assert asked == refused


@many
@given(indexes, plays)
def test_stored_events_come_back_as_they_were(index: ScriptIndex, play: Play) -> None:
    for event in played(index, play).events:
        row, sealed = wire.encode(event)
        texts = {one.digest: Kept(one.seq, one.salt, one.text, None) for one in sealed}
        assert wire.decode(row, texts) == event
        assert wire.decode(row, {}) == event
        assert wire.encode(wire.decode(row, texts)) == (row, sealed)


@many
@given(st.integers(0, 10**7).map(PlayMs), commands)
def test_stored_commands_come_back_as_they_were(at: PlayMs, command: c.Command) -> None:
    stored = wire.encode_command(command, at)
    texts = {one.digest: Kept(0, one.salt, one.text, None) for one in wire.sealed_in(command, 0)}
    assert wire.decode_command(command.kind, stored, texts) == (command, at)
    assert wire.encode_command(wire.decode_command(command.kind, stored, {})[0], at) == stored


@many
@given(indexes, plays)
def test_stored_commands_played_again_bring_the_same_bytes(index: ScriptIndex, play: Play) -> None:
    engine = Engine(index)
    for at, command, brought in played(index, play).batches:
        again, when = wire.decode_command(command.kind, wire.encode_command(command, at), {})
        assert [wire.encode(e)[0] for e in engine.submit(again, when)] == [wire.encode(e)[0] for e in brought]


@many
@given(indexes, plays, commands)
def test_a_preview_changes_nothing_and_tells_the_truth(
    index: ScriptIndex, play: Play, command: c.Command
) -> None:
    engine = played(index, play).engine
    at = PlayMs(sum(act.wait for act in play) + 1_000)
    before = engine.state.copy()
    try:
        foreseen = engine.preview(command, at)
    except Refused:
        return
    assert engine.state.differences(before) == {}
    assert engine.submit(command, at) == foreseen


@many
@given(indexes, plays)
def test_nothing_falls_due_before_it_was_announced(index: ScriptIndex, play: Play) -> None:
    engine = played(index, play).engine
    due = engine.next_due()
    at = PlayMs(sum(act.wait for act in play))
    if due is not None and due > at:
        assert engine.advance(PlayMs(due - 1)) == ()
        assert engine.advance(due) or engine.next_due() != due
