"""What a trial found: dead ends first, then what never came about, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from care_desktop.exercise.simulation import whole
from care_desktop.language import Catalogue
from care_desktop.scenario.conditions import All
from care_desktop.scenario.effects import Impair
from care_desktop.scenario.ids import ServiceId
from care_desktop.scenario.needs import hard_needs, with_all_needed
from care_desktop.scenario.script import Service
from care_desktop.scenario.time import StoryMs
from care_desktop.trial.reasons import Reasons
from care_desktop.trial.trying import Trial
from care_desktop.trial.witness import BEYOND_REASON


class Kind(StrEnum):
    """What sort of thing was found, the gravest first."""

    NO_END = "no_end"
    NO_WAY_ON = "no_way_on"
    ENDLESS_LOOP = "endless_loop"
    SERVICE_LOST = "service_lost"
    IMPOSSIBLE_TARGET = "impossible_target"
    INJECT = "inject_never_played"
    DECISION = "decision_never_asked"
    OPTION = "option_never_taken"
    LIMIT = "limit_never_passed"
    CORRESPONDENT = "correspondent_never_called"
    DUTY = "duty_never_done"
    CONDITION = "condition_never_met"
    CONSTANT = "condition_always_met"
    OBJECTIVE = "objective_never_shown"
    STEP = "step_never_finished"
    SERVICE_LATE = "service_never_back"


DEAD_ENDS = frozenset({Kind.NO_END, Kind.NO_WAY_ON, Kind.ENDLESS_LOOP, Kind.SERVICE_LOST})
"""What a room would stand before, and no team could do anything about."""


class Found(Struct, frozen=True):
    """One thing that was found: its kind, its identifier and name, and why."""

    kind: Kind
    id: str
    name: str
    why: str


def found(trial: Trial, catalogue: Catalogue) -> tuple[Found, ...]:
    """All that a trial found, in the order of ``Kind`` and of the document."""
    reasons = Reasons(trial, catalogue)
    told = (*_stuck(reasons), *_never(reasons))
    order = list(Kind)
    return tuple(sorted(told, key=lambda one: order.index(one.kind)))


def _stuck(reasons: Reasons) -> Iterator[Found]:
    trial, index = reasons.trial, reasons.trial.index
    endless = [one for one in trial.all if one.ended is None]
    if endless:
        played: dict[str, int | str] = {"team": endless[0].team, "seed": endless[0].seed}
        yield Found(Kind.NO_END, index.script.id, "", reasons.say("trial.why_no_end", played))
    for decision in index.decisions:
        if any(decision in one.no_way_on for one in trial.all):
            name = reasons.name("decision", decision)
            yield Found(Kind.NO_WAY_ON, decision, name, reasons.say("trial.why_no_way_on"))
    for trigger in index.triggers:
        if any(trigger in one.runaway for one in trial.all):
            yield Found(
                Kind.ENDLESS_LOOP,
                trigger,
                trigger,
                reasons.say("trial.why_endless", {"times": BEYOND_REASON}),
            )
    yield from _services(reasons)


def _services(reasons: Reasons) -> Iterator[Found]:
    trial = reasons.trial
    for service in trial.index.services.values():
        name = reasons.name("service", service.id)
        courses = [one.away[service.id] for one in trial.all if service.id in one.away]
        if not courses:
            continue
        if all(one is None for one in courses):
            yield _never_back(reasons, service.id, name)
        least = _shortest(reasons, service)
        if service.target is not None and least is not None and least > service.target:
            told = {"target": reasons.span(service.target), "least": reasons.span(least)}
            yield Found(Kind.IMPOSSIBLE_TARGET, service.id, name, reasons.say("trial.why_target", told))


def _never_back(reasons: Reasons, service: ServiceId, name: str) -> Found:
    """A service that nothing brings back, or that no play saw back before FINEX."""
    needed = with_all_needed((service,), hard_needs(reasons.trial.index.services.values()))
    lost = next((one for one in needed if _is_lost(reasons, one)), None)
    if lost == service:
        return Found(Kind.SERVICE_LOST, service, name, reasons.say("trial.why_lost"))
    if lost is not None:
        of_need = {"name": reasons.name("service", lost)}
        return Found(Kind.SERVICE_LOST, service, name, reasons.say("trial.why_lost_need", of_need))
    restoring = next(filter(None, map(reasons.causes.restoring, needed)), ())
    why = reasons.unmet(restoring) if restoring else reasons.say("trial.why_late")
    return Found(Kind.SERVICE_LATE, service, name, why)


def _is_lost(reasons: Reasons, service: ServiceId) -> bool:
    """Whether something impairs a service for good and nothing at all restores it."""
    effects = (one for _, one in reasons.causes.effects if isinstance(one, Impair))
    for_good = any(one.service == service and one.lasts is None for one in effects)
    return for_good and not reasons.causes.restoring(service)


def _shortest(reasons: Reasons, service: Service) -> StoryMs | None:
    """The least work that brings a service back; None where something else than work does as well."""
    restoring = reasons.causes.restoring(service.id)
    if not restoring or any(cause.kind != "step" for cause in restoring):
        return None
    return min(reasons.ends[cause.of] for cause in restoring)


def _never(reasons: Reasons) -> Iterator[Found]:
    trial = reasons.trial
    lacking = whole(trial.index) - reasons.reached
    for kind, what, ids, why in (
        (Kind.INJECT, "inject", lacking.injects, reasons.inject),
        (Kind.DECISION, "decision", lacking.decisions, reasons.decision),
        (Kind.CORRESPONDENT, "correspondent", lacking.correspondents, reasons.correspondent),
        (Kind.DUTY, "duty", lacking.duties, reasons.duty),
        (Kind.STEP, "step", lacking.steps, reasons.step),
    ):
        for one in getattr(trial.index, _TABLES[what]):
            if one in ids:
                yield Found(kind, one, reasons.name(what, one), why(one))
    for decision, option in trial.index.options:
        if (decision, option) in lacking.options:
            name = reasons.cause_option(decision, option)
            yield Found(Kind.OPTION, f"{decision}.{option}", name, reasons.option(decision))
    for decided in trial.index.decisions.values():
        if decided.limit is not None and not trial.passed_limit(decided.id):
            name = reasons.name("decision", decided.id)
            yield Found(Kind.LIMIT, decided.id, name, reasons.limit(decided.id))
    yield from _conditions(reasons)
    yield from _objectives(reasons)


_TABLES = {
    "inject": "injects",
    "decision": "decisions",
    "correspondent": "correspondents",
    "duty": "duties",
    "step": "steps",
}


def _conditions(reasons: Reasons) -> Iterator[Found]:
    trial = reasons.trial
    for name, condition in trial.conditions.items():
        if condition == All(()):
            continue
        if not trial.showed(condition, side=True):
            yield Found(Kind.CONDITION, name, reasons.of_condition(name), reasons.condition(condition))
        elif not trial.showed(condition, side=False):
            why = reasons.say("trial.why_constant")
            yield Found(Kind.CONSTANT, name, reasons.of_condition(name), why)


def _objectives(reasons: Reasons) -> Iterator[Found]:
    """Objectives that no criterion and no reaction to an inject that was played can show."""
    script = reasons.trial.index.script
    shown = {one.objective for one in script.criteria}
    shown |= {
        reaction.objective
        for inject in script.injects
        if inject.id in reasons.reached.injects
        for reaction in inject.reactions
    }
    written = {reaction.objective for inject in script.injects for reaction in inject.reactions}
    for objective in script.objectives:
        if objective.id not in shown:
            why = "trial.why_objective_unplayed" if objective.id in written else "trial.why_objective_bare"
            name = objective.name.in_language(reasons.catalogue.language)
            yield Found(Kind.OBJECTIVE, objective.id, name, reasons.say(why))
