"""Which events of the journal are printed in the annex: what people will look up, not every tick."""

from __future__ import annotations

from collections.abc import Sequence

from care_desktop.exercise import events as e

MOST = 60

_ALWAYS: tuple[type[e.Fact], ...] = (
    e.Begun,
    e.Ended,
    e.Suspended,
    e.Resumed,
    e.Interrupted,
    e.StoryJumped,
    e.AnswerGiven,
    e.SpontaneousDecisionTaken,
    e.DecisionRevised,
    e.DefaultApplied,
    e.InformationAsked,
    e.DutyMet,
    e.CorrespondentCalled,
    e.FunctionArrived,
    e.FunctionLeft,
    e.AuthorityHandedOver,
    e.RiskStruck,
    e.CareValidated,
    e.RecordAmended,
)
_IF_ROOM: tuple[type[e.Fact], ...] = (
    e.PhaseEntered,
    e.EntryWritten,
    e.ObservationMarked,
    e.LimitReached,
    e.StepFinished,
    e.HoldEnded,
    e.DeliveryFailed,
    e.InjectDelivered,
    e.ServiceImpaired,
)


def noteworthy(events: Sequence[e.Event], most: int = MOST) -> tuple[e.Event, ...]:
    """The events to print, in their order; what was taken back is left out.

    Where there are too many, whole kinds are left out, from the last of the list, so that what is printed
    of a kind is all of it; only then the excerpt is cut.
    """
    voided = {seq for event in events if isinstance(event.fact, e.CauseVoided) for seq in event.fact.voided}
    valid = [event for event in events if event.seq not in voided]
    kinds = list(_ALWAYS)
    for kind in _IF_ROOM:
        if sum(isinstance(event.fact, (*kinds, kind)) for event in valid) > most:
            break
        kinds.append(kind)
    return tuple(event for event in valid if isinstance(event.fact, tuple(kinds)))[:most]
