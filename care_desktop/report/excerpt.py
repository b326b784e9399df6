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
_CITED: tuple[type[e.Fact], ...] = (
    e.AnswerGiven,
    e.SpontaneousDecisionTaken,
    e.DecisionRevised,
    e.DutyMet,
    e.ObservationMarked,
    e.HoldEnded,
)
"""What the report gives the number of: never left out, however many there are."""
_IF_ROOM: tuple[type[e.Fact], ...] = (
    e.PhaseEntered,
    e.EntryWritten,
    e.LimitReached,
    e.StepFinished,
    e.DeliveryFailed,
    e.InjectDelivered,
    e.ServiceImpaired,
)


def noteworthy(events: Sequence[e.Event], most: int = MOST) -> tuple[e.Event, ...]:
    """The events to print, in their order; what was taken back is left out.

    Where there are too many, whole kinds are left out, from the last of the list, so that what is printed
    of a kind is all of it; only then the excerpt is cut, but for what the report cites.
    """
    voided = {seq for event in events if isinstance(event.fact, e.CauseVoided) for seq in event.fact.voided}
    valid = [event for event in events if event.seq not in voided]
    kinds = list(dict.fromkeys((*_ALWAYS, *_CITED)))
    for kind in _IF_ROOM:
        if sum(isinstance(event.fact, (*kinds, kind)) for event in valid) > most:
            break
        kinds.append(kind)
    shown = [event for event in valid if isinstance(event.fact, tuple(kinds))]
    cited = [event for event in shown if isinstance(event.fact, _CITED)]
    others = [event for event in shown if not isinstance(event.fact, _CITED)][: max(most - len(cited), 0)]
    return tuple(sorted((*cited, *others), key=lambda event: event.seq))
