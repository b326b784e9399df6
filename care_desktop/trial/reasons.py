"""Why something never came about: the script read backwards against what was reached, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from care_desktop.exercise.simulation import Coverage
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.conditions import (
    All,
    Any,
    Condition,
    DecisionTaken,
    DutyDone,
    IndicatorReaches,
    InjectSent,
    Not,
    NotDoneBy,
    ServiceAtLeast,
    StepDone,
    StoryReached,
)
from care_desktop.scenario.ids import CorrespondentId, DecisionId, DutyId, InjectId, OptionId, StepId
from care_desktop.scenario.needs import earliest_ends
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE
from care_desktop.scenario.written_time import write_story_moment
from care_desktop.trial.causes import Cause, Causes
from care_desktop.trial.trying import Trial

_DAYS_FROM = 72
MOST = 3
"""How many causes a reason names."""

_CAUSES = {
    "inject": "trial.cause_inject",
    "option": "trial.cause_option",
    "limit": "trial.cause_limit",
    "step": "trial.cause_step",
    "risk": "trial.cause_risk",
    "hold": "trial.cause_hold",
    "trigger": "trial.cause_trigger",
    "duty": "trial.cause_duty",
}


class Reasons:
    """The reasons of a trial, with the names of things in one language."""

    def __init__(self, trial: Trial, catalogue: Catalogue) -> None:
        self.trial = trial
        self.causes = Causes(trial.index)
        self.ends = earliest_ends(trial.index.steps.values())
        self.reached: Coverage = trial.reached
        self.catalogue = catalogue

    def name(self, kind: str, of: str, part: str = "") -> str:
        """What a thing is called, or its identifier where it has no name."""
        index = self.trial.index
        named: Text | None = None
        match kind:
            case "inject":
                named = index.injects[of].title
            case "decision" | "limit":
                named = index.decisions[of].question
            case "option":
                named = index.options[of, part].label
            case "risk":
                named = index.risks[of, part].name
            case "step":
                named = index.steps[of].name
            case "service" | "hold":
                named = index.services[of].name
            case "duty":
                named = index.duties[of].name
            case "correspondent":
                named = index.correspondents[of].name
            case "indicator":
                named = index.indicators[of].name
            case _:
                named = None
        return (named.in_language(self.catalogue.language) if named is not None else "") or part or of

    def say(self, code: str, params: Mapping[str, int | str] | None = None) -> str:
        """A text of the catalogue."""
        return self.catalogue.text(Message(code, params or {}))

    def span(self, ms: int) -> str:
        """A length of story time, in minutes, hours, or days and hours."""
        days, hours, minutes = ms // (24 * HOUR), ms // HOUR, ms // MINUTE
        if hours < _DAYS_FROM:
            return self.say("trial.hours", {"hours": hours, "minutes": f"{minutes % 60:02d}"})
        return self.say("trial.days", {"days": days, "hours": hours % 24})

    def inject(self, inject: InjectId) -> str:
        """Why an inject was never played."""
        one, trial = self.trial.index.injects[inject], self.trial
        if one.requires is not None and not trial.showed(one.requires, side=True):
            return self.say("trial.why_requires", {"why": self.condition(one.requires)})
        if one.at is not None:
            if any(inject in play.jumped_over for play in trial.all):
                return self.say("trial.why_jumped_over")
            return self.say("trial.why_after_finex")
        if one.when is not None:
            return self.condition(one.when)
        callers = self.causes.sending(inject)
        return self.unmet(callers) if callers else self.say("trial.why_nothing_sends")

    def decision(self, decision: DecisionId) -> str:
        """Why a decision was never asked."""
        askers = self.causes.asking(decision)
        return self.unmet(askers) if askers else self.say("trial.why_nothing_asks")

    def option(self, decision: DecisionId) -> str:
        """Why an option was never taken."""
        return self._once_asked(decision, "trial.why_not_taken")

    def limit(self, decision: DecisionId) -> str:
        """Why the limit of a decision never passed."""
        return self._once_asked(decision, "trial.why_no_limit")

    def _once_asked(self, decision: DecisionId, why: str) -> str:
        if decision not in self.reached.decisions:
            return self.say("trial.why_never_asked", {"why": self.decision(decision)})
        return self.say(why)

    def duty(self, duty: DutyId) -> str:
        """Why a duty was never done."""
        if any(duty in one.started for one in self.trial.all):
            return self.say("trial.why_duty_unmet")
        starts = self.trial.index.duties[duty].starts
        if starts is not None:
            return self.condition(starts)
        starters = self.causes.starting(duty)
        return self.unmet(starters) if starters else self.say("trial.why_nothing_starts")

    def step(self, step: StepId) -> str:
        """Why a recovery step was never finished."""
        needed = [one for one in self.trial.index.steps[step].needs if one not in self.reached.steps]
        if needed:
            return self.say("trial.why_step_needs", {"name": self.name("step", needed[0])})
        effort = self.span(self.ends[step])
        return self.say("trial.why_step_long", {"effort": effort})

    def condition(self, condition: Condition) -> str:
        """Why a condition never held: the first part of it that never did."""
        match condition:
            case All(of):
                lacking = [one for one in of if not self.trial.showed(one, side=True)]
                return self.condition(lacking[0]) if lacking else self.say("trial.why_never_together")
            case Any(of) if of:
                return self.condition(of[0])
            case Not(of):
                return self.say("trial.why_always", {"what": self._leaf(of)})
            case NotDoneBy(done, _, after) if after is not None and after not in self.reached.injects:
                return self.say("trial.why_leaf", {"what": self._leaf(InjectSent(after))})
            case NotDoneBy(done):
                return self.say("trial.why_in_time", {"what": self._leaf(done)})
            case _:
                return self.say("trial.why_leaf", {"what": self._leaf(condition)})

    def correspondent(self, correspondent: CorrespondentId) -> str:
        """Why a correspondent was never called."""
        claims = self.trial.index.correspondents[correspondent].claims
        waiting = [one.duty for one in claims if not any(one.duty in play.started for play in self.trial.all)]
        if claims and len(waiting) == len(claims):
            duty = {"name": self.name("duty", waiting[0]), "why": self.duty(waiting[0])}
            return self.say("trial.why_no_duty", duty)
        return self.say("trial.why_not_called")

    def cause_option(self, decision: DecisionId, option: OptionId) -> str:
        """What an option of a decision is called."""
        return self.cause(Cause("option", decision, option))

    def of_condition(self, key: str) -> str:
        """What a condition is for, named by its key."""
        kind, of, *part = key.split(".", 2)
        return self.cause(Cause("inject" if kind == "requires" else kind, of, *part))

    def _leaf(self, leaf: Condition) -> str:
        match leaf:
            case DecisionTaken(decision, None):
                return self.say("trial.leaf_decided", {"name": self.name("decision", decision)})
            case DecisionTaken(decision, str(option)):
                names = {
                    "name": self.name("decision", decision),
                    "option": self.name("option", decision, option),
                }
                return self.say("trial.leaf_option", names)
            case InjectSent(inject):
                return self.say("trial.leaf_inject", {"name": self.name("inject", inject)})
            case StepDone(step):
                return self.say("trial.leaf_step", {"name": self.name("step", step)})
            case DutyDone(duty):
                return self.say("trial.leaf_duty", {"name": self.name("duty", duty)})
            case ServiceAtLeast(service):
                return self.say("trial.leaf_service", {"name": self.name("service", service)})
            case IndicatorReaches(name, at_least, at_most):
                bound = {"name": self.name("indicator", name), **self._range(name)}
                if at_least is not None:
                    return self.say("trial.leaf_at_least", {**bound, "bound": at_least})
                return self.say("trial.leaf_at_most", {**bound, "bound": at_most or 0})
            case StoryReached(at):
                return self.say("trial.leaf_story", {"at": write_story_moment(at)})
            case _:
                return self.say("trial.leaf_other")

    def _range(self, indicator: str) -> dict[str, int | str]:
        ranges = [one.ranges[indicator] for one in self.trial.all if indicator in one.ranges]
        least, most = min((r.least for r in ranges), default=0), max((r.most for r in ranges), default=0)
        return {"least": least, "most": most}

    def unmet(self, causes: tuple[Cause, ...]) -> str:
        """That none of the causes came about; why, where there is but one and it is a trigger."""
        if len(causes) == 1 and causes[0].kind == "trigger" and not self._came_about(causes[0]):
            return self.condition(self.trial.index.triggers[causes[0].of].when)
        if any(self._came_about(one) for one in causes):
            return self.say("trial.why_too_late")
        told = ", ".join(self.cause(one) for one in causes[:MOST])
        return self.say("trial.why_causes", {"causes": told + (" …" if len(causes) > MOST else "")})

    def _came_about(self, cause: Cause) -> bool:
        kind, of, part = cause
        plays = self.trial.all
        match kind:
            case "inject":
                return of in self.reached.injects
            case "option":
                return (of, part) in self.reached.options
            case "limit":
                return any(of in one.undecided for one in plays)
            case "step":
                return of in self.reached.steps
            case "risk":
                return any((of, part) in one.struck for one in plays)
            case "hold":
                return any(of in one.exhausted for one in plays)
            case _:
                return of in self.reached.triggers

    def cause(self, cause: Cause) -> str:
        """What a cause is called: « inject … », « option … of … »."""
        kind, of, part = cause
        names: dict[str, int | str] = {"name": self.name(kind, of, part)}
        if kind in ("option", "risk"):
            names["of"] = self.name("decision" if kind == "option" else "step", of)
        return self.say(_CAUSES[kind], names)
