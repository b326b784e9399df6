"""What a line of the journal says of each kind of event."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from care_desktop.exercise import events as e
from care_desktop.exercise.words import Words
from ui.conduct.names import (
    cell_named,
    cells_named,
    channel_of,
    dated,
    decision_code,
    function_named,
    hour_after_day,
    inject_code,
    inject_title,
    service_named,
)
from ui.conduct.seen import Seen
from ui.conduct.signs import CHANNEL_ICONS


class Sort(StrEnum):
    """What the pane can be narrowed to."""

    ALL = "all"
    WRITTEN = "written"
    INJECTS = "injects"
    DECISIONS = "decisions"
    CALLS = "calls"


Told = tuple[Sort, str, str, str]
"""Sort, icon, what it is about, what happened."""
Teller = Callable[[Seen, Any], Told]


def told_of(seen: Seen, fact: e.Fact) -> Told | None:
    """What there is to say of a fact; None for what the world did by itself."""
    teller = _TELLERS.get(type(fact))
    return None if teller is None else teller(seen, fact)


def _words(words: Words | None) -> str:
    return "" if words is None else (words.text or "")


def _then(*parts: str) -> str:
    said = [part for part in parts if part]
    # What a person typed may end as a sentence does, and something comes after it
    return ", ".join([*(part.rstrip(" .") for part in said[:-1]), *said[-1:]])


def _exercise(icon: str, key: str) -> Teller:
    def told(seen: Seen, fact: Any) -> Told:  # noqa: ANN401 - a teller is called with its own kind of fact
        return Sort.ALL, icon, seen.speaker.say(key), _words(getattr(fact, "text", None))

    return told


def _inject(key: str, icon: str = "") -> Teller:
    def told(seen: Seen, fact: Any) -> Told:  # noqa: ANN401
        inject = fact.inject
        text = seen.speaker.say(key, title=inject_title(seen, inject))
        shown = icon or CHANNEL_ICONS[channel_of(seen, inject)]
        typed = _words(getattr(fact, "text", None))
        return Sort.INJECTS, shown, inject_code(seen, inject), _then(text, typed)

    return told


def _delivered(seen: Seen, fact: e.InjectDelivered) -> Told:
    said = seen.speaker.say("conduct.log_delivered", cell=cell_named(seen, fact.recipient))
    return Sort.INJECTS, "check", inject_code(seen, fact.inject), said


def _missed(seen: Seen, fact: e.DeliveryFailed) -> Told:
    said = seen.speaker.say("conduct.log_not_reached", cell=cell_named(seen, fact.recipient))
    return Sort.INJECTS, "phone-missed", inject_code(seen, fact.inject), _then(said, _words(fact.text))


def _decision(key: str, icon: str) -> Teller:
    def told(seen: Seen, fact: Any) -> Told:  # noqa: ANN401
        return Sort.DECISIONS, icon, decision_code(seen, fact.decision), seen.speaker.say(key)

    return told


def _answered(seen: Seen, fact: e.AnswerGiven | e.DecisionRevised) -> Told:
    option = None if fact.option is None else seen.index.options[fact.decision, fact.option]
    chosen = "" if option is None else seen.speaker.text(option.label)
    how = ""
    if isinstance(fact, e.DecisionRevised):
        how = seen.speaker.say("conduct.log_revised")
    elif fact.anticipated:
        how = seen.speaker.say("conduct.log_anticipated")
    who = function_named(seen, fact.authority or fact.by) or cell_named(seen, fact.cell)
    text = _then(chosen, _words(fact.text), how, who)
    return Sort.DECISIONS, "gavel", decision_code(seen, fact.decision), text


def _informed(seen: Seen, fact: e.InformationAsked) -> Told:
    said = seen.speaker.say("conduct.log_information", cell=cell_named(seen, fact.cell))
    return Sort.DECISIONS, "circle-help", decision_code(seen, fact.decision), _then(said, _words(fact.text))


def _spontaneous(seen: Seen, fact: e.SpontaneousDecisionTaken) -> Told:
    who = function_named(seen, fact.authority or fact.by) or cell_named(seen, fact.cell)
    about = seen.speaker.say("conduct.log_spontaneous")
    return Sort.DECISIONS, "sparkle", about, _then(_words(fact.text), who)


def _called(seen: Seen, fact: e.CorrespondentCalled) -> Told:
    one = seen.index.correspondents[fact.correspondent]
    who, count = seen.speaker.text(one.name), len(fact.said)
    said = seen.speaker.say("conduct.log_called", who=who, total=len(one.points), n=count)
    return Sort.CALLS, "phone-call", seen.speaker.say("conduct.log_call"), _then(said, _words(fact.text))


def _duty(key: str, icon: str) -> Teller:
    def told(seen: Seen, fact: Any) -> Told:  # noqa: ANN401
        name = seen.speaker.text(seen.index.duties[fact.duty].name)
        return Sort.CALLS, icon, name, _then(seen.speaker.say(key), _words(getattr(fact, "text", None)))

    return told


def _written(seen: Seen, fact: e.EntryWritten) -> Told:
    about = cell_named(seen, fact.cell) or seen.speaker.say("conduct.log_note")
    return Sort.WRITTEN, "message-square-text", about, _words(fact.text)


def _amended(seen: Seen, fact: e.RecordAmended) -> Told:
    amended = seen.event(fact.of)
    at = seen.view.line.fact(getattr(amended.fact, "fact_at", None), amended.at).story
    about = seen.speaker.say("conduct.log_amended", hour=hour_after_day(seen, at))
    return Sort.WRITTEN, "pencil", about, _words(fact.text)


def _observed(seen: Seen, fact: e.ObservationMarked) -> Told:
    criterion = "" if fact.criterion is None else seen.speaker.text(seen.index.criteria[fact.criterion].name)
    about = seen.speaker.say("conduct.log_observation")
    return Sort.WRITTEN, "eye", about, _then(criterion, _words(fact.text))


def _marked(seen: Seen, fact: e.MomentMarked) -> Told:
    return Sort.WRITTEN, "flag", seen.speaker.say("conduct.log_marked"), _words(fact.text)


def _presence(key: str) -> Teller:
    def told(seen: Seen, fact: Any) -> Told:  # noqa: ANN401
        function = function_named(seen, getattr(fact, "function", None) or getattr(fact, "to", None))
        said = seen.speaker.say(key, function=function, cell=cell_named(seen, getattr(fact, "cell", None)))
        about = seen.speaker.say("conduct.log_presence")
        return Sort.WRITTEN, "user-check", about, _then(said, _words(getattr(fact, "text", None)))

    return told


def _step(key: str, icon: str = "wrench") -> Teller:
    def told(seen: Seen, fact: Any) -> Told:  # noqa: ANN401
        name = seen.speaker.text(seen.index.steps[fact.step].name)
        return Sort.ALL, icon, seen.speaker.say("conduct.log_step"), seen.speaker.say(key, step=name)

    return told


def _struck(seen: Seen, fact: e.RiskStruck) -> Told:
    name = seen.speaker.text(seen.index.risks[fact.step, fact.risk].name)
    return Sort.ALL, "triangle-alert", seen.speaker.say("conduct.log_step"), name


def _service(key: str, icon: str) -> Teller:
    def told(seen: Seen, fact: Any) -> Told:  # noqa: ANN401
        return Sort.ALL, icon, service_named(seen, fact.service), seen.speaker.say(key)

    return told


def _improvised(seen: Seen, fact: e.InjectImprovised) -> Told:
    to = cells_named(seen, fact.recipients)
    text = _then(seen.speaker.say("conduct.log_improvised", cells=to), _words(fact.text))
    return Sort.INJECTS, CHANNEL_ICONS[fact.channel], inject_code(seen, fact.inject), text


def _jumped(seen: Seen, fact: e.StoryJumped) -> Told:
    said = seen.speaker.say("conduct.log_jumped", hour=dated(seen, fact.to))
    return Sort.ALL, "redo-2", seen.speaker.say("conduct.log_time"), said


def _phase(seen: Seen, fact: e.PhaseEntered) -> Told:
    name = seen.speaker.text(seen.index.phases[fact.phase].name)
    return Sort.ALL, "book-open", seen.speaker.say("conduct.log_phase"), name


def _recalled(seen: Seen, fact: e.CauseVoided) -> Told:
    launched = seen.event(fact.of).fact
    code = inject_code(seen, launched.inject) if isinstance(launched, e.InjectLaunched) else ""
    return Sort.INJECTS, "undo-2", code, seen.speaker.say("conduct.log_recalled")


def _shifted(seen: Seen, fact: e.TimelineShifted) -> Told:
    time = seen.speaker.duration(fact.by_ms)
    said = seen.speaker.say("conduct.log_shifted", time=time, n=len(fact.injects))
    return Sort.INJECTS, "clock", seen.speaker.say("conduct.log_time"), said


_TELLERS: dict[type[e.Fact], Teller] = {
    e.AnswerGiven: _answered,
    e.AuthorityHandedOver: _presence("conduct.log_handed_over"),
    e.Begun: _exercise("play", "conduct.log_begun"),
    e.CareValidated: _service("conduct.log_validated", "badge-check"),
    e.CauseVoided: _recalled,
    e.CorrespondentCalled: _called,
    e.DecisionOpened: _decision("conduct.log_asked", "circle-dot"),
    e.DecisionRevised: _answered,
    e.DecisionWithdrawn: _decision("conduct.log_withdrawn", "x"),
    e.DefaultApplied: _decision("conduct.log_default", "hourglass"),
    e.DeliveryFailed: _missed,
    e.DutyMet: _duty("conduct.log_duty_met", "phone-call"),
    e.DutyOverdue: _duty("conduct.log_duty_overdue", "hourglass"),
    e.Ended: _exercise("octagon-alert", "conduct.log_ended"),
    e.EntryWritten: _written,
    e.FunctionArrived: _presence("conduct.log_arrived"),
    e.FunctionLeft: _presence("conduct.log_left"),
    e.HoldEnded: _service("conduct.log_hold_ended", "triangle-alert"),
    e.InformationAsked: _informed,
    e.InjectCorrected: _inject("conduct.log_corrected", "pencil"),
    e.InjectDelivered: _delivered,
    e.InjectImprovised: _improvised,
    e.InjectLaunched: _inject("conduct.log_launched"),
    e.InjectPostponed: _inject("conduct.log_postponed", "clock"),
    e.InjectSkipped: _inject("conduct.log_skipped", "skip-forward"),
    e.Interrupted: _exercise("circle-pause", "conduct.log_interrupted"),
    e.LimitReached: _decision("conduct.log_limit", "hourglass"),
    e.MomentMarked: _marked,
    e.ObservationMarked: _observed,
    e.PhaseEntered: _phase,
    e.RecordAmended: _amended,
    e.Resumed: _exercise("play", "conduct.log_resumed"),
    e.RiskStruck: _struck,
    e.ShownInRoom: _inject("conduct.log_shown", "presentation"),
    e.SpontaneousDecisionTaken: _spontaneous,
    e.StepAbandoned: _step("conduct.log_step_abandoned", "x"),
    e.StepBegun: _step("conduct.log_step_begun"),
    e.StepFinished: _step("conduct.log_step_finished", "check"),
    e.StepPaused: _step("conduct.log_step_paused", "pause"),
    e.StoryJumped: _jumped,
    e.Suspended: _exercise("circle-pause", "conduct.log_suspended"),
    e.TimelineShifted: _shifted,
}
