"""Random plays of LISERON: sequences of waits and commands, sensible and senseless ones alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Entry, Event, Gap, Mark, Pause
from care_desktop.exercise.index import ScriptIndex
from care_desktop.journal.records import Seq
from care_desktop.scenario.script import Backlog, Channel, Options
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, Span
from tests.exercise.acts import Act, Play
from tests.exercise.liseron import LISERON, clock
from tests.exercise.room import said
from tests.exercise.wandering import wandering

BY_HAND = ScriptIndex(LISERON)
BY_ITSELF = ScriptIndex(
    replace(
        LISERON,
        options=Options(auto=True, grace=PlayMs(30_000), seed=11),
        services=tuple(
            replace(one, backlog=Backlog("paper_hours", 6)) if one.id in ("record", "phones") else one
            for one in LISERON.services
        ),
    )
)


def _one_of(parts: tuple[Any, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([part.id for part in parts])


injects = _one_of(LISERON.injects) | st.just("improvised-9")
decisions = _one_of(LISERON.decisions)
cells = _one_of(LISERON.cells)
functions = _one_of(LISERON.functions)
words = st.sampled_from([said(text) for text in ("oui", "on attend", "", "É\u202f!")])
fact_times = st.none() | st.integers(0, 90 * MINUTE)
options = st.sampled_from(["cut", "wait", "divert", "keep", "silence", "facts", "recall", "hold_on"])

time_commands = st.one_of(
    st.builds(c.Suspend, st.sampled_from(Pause), st.none() | words),
    st.just(c.Resume()),
    st.just(c.Resume()),
    st.builds(c.Interrupt, st.sampled_from(Gap), st.none() | st.integers(0, HOUR)),
    st.builds(c.NoteWallClock, st.integers(-HOUR, HOUR)),
    st.builds(c.ChangePace, st.integers(1, 7), st.integers(1, 5)),
    st.builds(
        c.Jump,
        st.sampled_from(
            [clock("02:20"), clock("03:30"), clock("05:00"), clock("07:00", 1), clock("07:00", 2)]
        ),
        st.none() | st.sampled_from(c.OpenDecisions),
    ),
)
inject_commands = st.one_of(
    st.builds(c.Launch, injects),
    st.builds(c.Launch, injects),
    st.builds(c.ConfirmShown, injects),
    st.builds(c.MarkDelivered, injects, cells, st.sampled_from(Channel), fact_times),
    st.builds(c.MarkNotReached, injects, cells, st.none() | words),
    st.builds(c.SkipInject, injects, st.none() | words),
    st.builds(
        c.PostponeInject,
        injects,
        st.builds(Span, play=st.integers(0, HOUR)) | st.builds(Span, story=st.integers(0, 12 * HOUR)),
    ),
    st.builds(c.ShiftTimeline, injects, st.integers(-10 * MINUTE, 20 * MINUTE)),
    st.builds(c.ImproviseInject, st.sampled_from(Channel), st.lists(cells, max_size=2).map(tuple), words),
    st.builds(c.CorrectInject, injects, words),
    st.builds(c.Recall, injects),
)
decision_commands = st.one_of(
    st.builds(c.Answer, decisions, cells, options, by=st.none() | functions, fact_at=fact_times),
    st.builds(c.Answer, decisions, cells, options),
    st.builds(c.Answer, decisions, cells, text=words),
    st.builds(c.AskInformation, decisions, cells, words),
    st.builds(c.DecideSpontaneously, cells, words, st.none() | functions),
    st.builds(c.GradeAnswer, st.integers(1, 30).map(Seq), st.none() | options),
    st.builds(c.ExtendLimit, decisions, st.none() | st.integers(0, HOUR)),
    st.builds(c.HoldDefault, decisions),
    st.builds(c.ReleaseDefault, decisions),
    st.builds(c.ApplyDefault, decisions),
    st.builds(c.WithdrawDecision, decisions),
    st.builds(c.Revise, decisions, options, st.none() | cells),
)
conduct_commands = st.one_of(
    st.builds(c.BeginStep, _one_of(LISERON.steps)),
    st.builds(c.BeginStep, _one_of(LISERON.steps)),
    st.builds(c.PauseStep, _one_of(LISERON.steps)),
    st.builds(c.AbandonStep, _one_of(LISERON.steps)),
    st.builds(c.ValidateCare, _one_of(LISERON.services), st.none() | functions),
    st.builds(c.SetDutyStart, _one_of(LISERON.duties), fact_times),
    st.builds(c.MeetDuty, _one_of(LISERON.duties), st.none() | words),
    st.builds(
        c.RecordCall,
        _one_of(LISERON.correspondents),
        st.lists(st.sampled_from(["what", "since", "ransom"]), max_size=2).map(tuple),
        st.none() | cells,
    ),
    st.builds(c.NoteArrival, functions, cells, fact_times),
    st.builds(c.NoteDeparture, functions),
    st.builds(c.HandOver, cells, functions),
    st.builds(c.WriteEntry, words, st.sampled_from(Entry), st.none() | cells),
    st.builds(c.Amend, st.integers(0, 30).map(Seq), words),
    st.builds(c.MarkMoment, st.none() | words),
    st.builds(c.Observe, st.sampled_from(Mark), st.none() | st.just("log_kept"), text=st.none() | words),
    st.builds(c.NoteReview, st.just("hot"), words),
)
commands: st.SearchStrategy[c.Command] = st.one_of(
    time_commands, inject_commands, inject_commands, decision_commands, decision_commands, conduct_commands
)
waits = st.sampled_from([0, 0, 1, 250, 999]) | st.integers(0, 4 * MINUTE) | st.integers(0, 40 * MINUTE)
senseless: st.SearchStrategy[Play] = st.lists(st.builds(Act, waits, commands), max_size=25)
sensible = st.builds(wandering, st.just(BY_HAND), st.integers(0, 2**32))
plays = senseless | sensible
indexes = st.sampled_from([BY_HAND, BY_ITSELF])


Batch = tuple[PlayMs, c.Command, tuple[Event, ...]]
Ticks = Callable[[int, int], list[int]]
"""At which play times, between two, time is looked at besides."""


class Played(NamedTuple):
    """What came of a play."""

    engine: Engine
    events: tuple[Event, ...]
    batches: tuple[Batch, ...]


def played(index: ScriptIndex, play: Play, ticks: Ticks | None = None) -> Played:
    """Play from an opened and begun exercise; ``ticks(from, to)`` says when else time is looked at."""
    engine = Engine(index)
    batches: list[Batch] = []
    at = 0
    for wait, command in [Act(0, c.Open("digest")), Act(0, c.Begin()), *play]:
        for tick in ticks(at, at + wait) if ticks else ():
            _keep(batches, PlayMs(tick), c.Advance(), engine.advance(PlayMs(tick)))
        at += wait
        try:
            _keep(batches, PlayMs(at), command, engine.submit(command, PlayMs(at)))
        except Refused:
            _keep(batches, PlayMs(at), c.Advance(), engine.advance(PlayMs(at)))
    return Played(engine, tuple(e for _, _, events in batches for e in events), tuple(batches))


def _keep(
    batches: list[Batch],
    at: PlayMs,
    command: c.Command,
    events: tuple[Event, ...],
) -> None:
    if events:
        batches.append((at, command, events))
