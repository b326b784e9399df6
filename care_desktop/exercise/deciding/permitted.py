"""Which command is taken in which status: the whole table."""

from __future__ import annotations

from care_desktop.exercise import commands as c
from care_desktop.exercise.state import Status
from care_desktop.language import Message

STANDS: dict[Status, Message] = {
    Status.NEW: Message("refusal.status_new"),
    Status.PREPARED: Message("refusal.status_prepared"),
    Status.RUNNING: Message("refusal.status_running"),
    Status.SUSPENDED: Message("refusal.status_suspended"),
    Status.ENDED: Message("refusal.status_ended"),
}
"""What is said of a command that comes in the wrong status."""

_NEW = frozenset({Status.NEW})
_PREPARED = frozenset({Status.PREPARED})
_RUNNING = frozenset({Status.RUNNING})
_SUSPENDED = frozenset({Status.SUSPENDED})
_LIVE = _RUNNING | _SUSPENDED
_BEFORE_END = _PREPARED | _LIVE
_OPENED = _BEFORE_END | {Status.ENDED}

PERMITTED: dict[type[c.Command], frozenset[Status]] = {
    c.Open: _NEW,
    c.Begin: _PREPARED,
    c.Suspend: _RUNNING,
    c.Resume: _SUSPENDED,
    c.Interrupt: _OPENED,
    c.NoteWallClock: _OPENED,
    c.Advance: _LIVE,
    c.ChangePace: _LIVE,
    c.Jump: _LIVE,
    c.End: _LIVE,
    # What reaches the players waits while the exercise stands still; what they did is always taken down.
    c.Launch: _RUNNING,
    c.ConfirmShown: _LIVE,
    c.MarkDelivered: _LIVE,
    c.MarkNotReached: _LIVE,
    c.SkipInject: _BEFORE_END,
    c.PostponeInject: _BEFORE_END,
    c.ShiftTimeline: _BEFORE_END,
    c.ImproviseInject: _BEFORE_END,
    c.CorrectInject: _BEFORE_END,
    c.Recall: _LIVE,
    c.Answer: _LIVE,
    c.AskInformation: _LIVE,
    c.DecideSpontaneously: _LIVE,
    c.GradeAnswer: _LIVE,
    c.ExtendLimit: _LIVE,
    c.HoldDefault: _LIVE,
    c.ReleaseDefault: _LIVE,
    c.ApplyDefault: _LIVE,
    c.WithdrawDecision: _LIVE,
    c.Revise: _LIVE,
    c.BeginStep: _LIVE,
    c.PauseStep: _LIVE,
    c.AbandonStep: _LIVE,
    c.ValidateCare: _LIVE,
    c.SetDutyStart: _LIVE,
    c.MeetDuty: _LIVE,
    c.RecordCall: _LIVE,
    c.NoteArrival: _BEFORE_END,
    c.NoteDeparture: _BEFORE_END,
    c.HandOver: _BEFORE_END,
    c.WriteEntry: _OPENED,
    c.Amend: _OPENED,
    c.MarkMoment: _OPENED,
    c.Observe: _OPENED,
    c.NoteReview: frozenset({Status.ENDED}),
}
