"""Which events of the journal are printed in the annex: what people will look up, not every tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from care_desktop.exercise import events as e
from care_desktop.journal.records import Seq

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
    e.ObservationMarked,
    e.HoldEnded,
)
_IF_ROOM: tuple[type[e.Fact], ...] = (
    e.PhaseEntered,
    e.EntryWritten,
    e.LimitReached,
    e.StepFinished,
    e.DeliveryFailed,
    e.InjectDelivered,
    e.ServiceImpaired,
)


def noteworthy(
    events: Sequence[e.Event], cited: Collection[Seq] = (), most: int = MOST
) -> tuple[e.Event, ...]:
    """The events to print, in their order; what was taken back is left out, but for what the report cites.

    Where there are too many, whole kinds are left out, from the last of the list, so that what is printed
    of a kind is all of it; only then the excerpt is cut. What is ``cited`` is always there.
    """
    named = {event.seq for event in events if event.seq in cited}
    voided = {seq for event in events if isinstance(event.fact, e.CauseVoided) for seq in event.fact.voided}
    valid = [event for event in events if event.seq not in voided]
    kinds = list(_ALWAYS)
    for kind in _IF_ROOM:
        if len(named | {event.seq for event in valid if isinstance(event.fact, (*kinds, kind))}) > most:
            break
        kinds.append(kind)
    others = [event.seq for event in valid if isinstance(event.fact, tuple(kinds)) and event.seq not in named]
    shown = named | set(others[: max(most - len(named), 0)])
    return tuple(event for event in events if event.seq in shown)
