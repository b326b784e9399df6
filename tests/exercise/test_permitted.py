"""Which command is taken in which status: the whole table, written out a second time."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise.deciding.permitted import PERMITTED, STANDS
from care_desktop.exercise.deciding.registry import DECIDERS
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Gap
from care_desktop.exercise.state import Status
from care_desktop.exercise.wire import COMMANDS
from care_desktop.journal.records import Seq
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import PlayMs, play
from tests.exercise.liseron import clock
from tests.exercise.plays import BY_HAND
from tests.exercise.room import said

STATUSES = (Status.NEW, Status.PREPARED, Status.RUNNING, Status.SUSPENDED, Status.ENDED)

# A letter for each status in which the command is taken: New, Prepared, Running, Suspended, Ended.
TABLE: tuple[tuple[c.Command, str], ...] = (
    (c.Open("digest"), "N----"),
    (c.Begin(), "-P---"),
    (c.Suspend(), "--R--"),
    (c.Resume(), "---S-"),
    (c.Interrupt(Gap.STOPPED), "-PRSE"),
    (c.NoteWallClock(3_600_000), "-PRSE"),
    (c.Advance(), "--RS-"),
    (c.ChangePace(2, 1), "--RS-"),
    (c.Jump(clock("06:00")), "--RS-"),
    (c.End(), "--RS-"),
    (c.Launch("cook"), "--R--"),
    (c.MarkDelivered("press", "direction", Channel.CALL), "--RS-"),
    (c.MarkNotReached("press", "direction"), "--RS-"),
    (c.ConfirmShown("press"), "--RS-"),
    (c.SkipInject("cook"), "-PRS-"),
    (c.PostponeInject("cook", play(60_000_000)), "-PRS-"),
    (c.ShiftTimeline("monday", 1), "-PRS-"),
    (c.ImproviseInject(Channel.CALL, (), said("allô")), "-PRS-"),
    (c.CorrectInject("cook", said("troisième étage")), "-PRS-"),
    (c.Recall("press"), "--RS-"),
    (c.Answer("cut_network", "it", "wait"), "--RS-"),
    (c.AskInformation("press_line", "care", said("quoi")), "--RS-"),
    (c.DecideSpontaneously("it", said("on coupe")), "--RS-"),
    (c.GradeAnswer(Seq(3), None), "--RS-"),
    (c.ExtendLimit("press_line", None), "--RS-"),
    (c.HoldDefault("press_line"), "--RS-"),
    (c.ReleaseDefault("press_line"), "--RS-"),
    (c.ApplyDefault("press_line"), "--RS-"),
    (c.WithdrawDecision("press_line"), "--RS-"),
    (c.Revise("press_line", "facts"), "--RS-"),
    (c.BeginStep("contain"), "--RS-"),
    (c.PauseStep("contain"), "--RS-"),
    (c.AbandonStep("contain"), "--RS-"),
    (c.ValidateCare("record"), "--RS-"),
    (c.SetDutyStart("cnil"), "--RS-"),
    (c.MeetDuty("cnil"), "--RS-"),
    (c.RecordCall("police"), "--RS-"),
    (c.NoteArrival("director", "direction"), "-PRS-"),
    (c.NoteDeparture("director"), "-PRS-"),
    (c.HandOver("direction", "head_nurse"), "-PRS-"),
    (c.WriteEntry(said("une ligne")), "-PRSE"),
    (c.Amend(Seq(1), said("plutôt")), "-PRSE"),
    (c.MarkMoment(), "-PRSE"),
    (c.Observe(criterion="log_kept"), "-PRSE"),
    (c.NoteReview("hot", said("bien")), "----E"),
)


def engine_in(status: Status) -> Engine:
    """An engine brought to a status by the shortest way."""
    engine = Engine(BY_HAND)
    way: dict[Status, tuple[c.Command, ...]] = {
        Status.NEW: (),
        Status.PREPARED: (c.Open("digest"),),
        Status.RUNNING: (c.Open("digest"), c.Begin(), c.Launch("press")),
        Status.SUSPENDED: (c.Open("digest"), c.Begin(), c.Launch("press"), c.Suspend()),
        Status.ENDED: (c.Open("digest"), c.Begin(), c.End()),
    }
    for command in way[status]:
        engine.submit(command, PlayMs(0))
    assert engine.state.status is status
    return engine


def test_the_table_has_a_line_for_every_command() -> None:
    assert {type(command) for command, _ in TABLE} == set(COMMANDS.values())
    assert set(PERMITTED) == set(DECIDERS) == set(COMMANDS.values())


@pytest.mark.parametrize(("command", "letters"), TABLE, ids=lambda part: getattr(part, "kind", part))
@pytest.mark.parametrize("status", STATUSES)
def test_a_command_is_taken_in_its_statuses_only(command: c.Command, letters: str, status: Status) -> None:
    engine = engine_in(status)
    wrong_status = engine.refusal(command, PlayMs(0)) == STANDS[status]
    assert wrong_status is (letters[STATUSES.index(status)] == "-")
