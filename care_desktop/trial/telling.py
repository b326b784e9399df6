"""What a trial found, line by line, for the one who wrote the scenario: dead ends first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from care_desktop.language import Catalogue, Message
from care_desktop.scenario.time import HOUR, MINUTE
from care_desktop.trial.faults import DEAD_ENDS, Found, Kind
from care_desktop.trial.figures import Figures, Spread, figures
from care_desktop.trial.reasons import Reasons
from care_desktop.trial.trying import Trial

_HEADINGS = {
    Kind.NO_END: "trial.no_end",
    Kind.NO_WAY_ON: "trial.no_way_on",
    Kind.ENDLESS_LOOP: "trial.endless_loop",
    Kind.SERVICE_LOST: "trial.service_lost",
    Kind.IMPOSSIBLE_TARGET: "trial.impossible_target",
    Kind.INJECT: "trial.inject_never_played",
    Kind.DECISION: "trial.decision_never_asked",
    Kind.OPTION: "trial.option_never_taken",
    Kind.LIMIT: "trial.limit_never_passed",
    Kind.CORRESPONDENT: "trial.correspondent_never_called",
    Kind.DUTY: "trial.duty_never_done",
    Kind.CONDITION: "trial.condition_never_met",
    Kind.CONSTANT: "trial.condition_always_met",
    Kind.OBJECTIVE: "trial.objective_never_shown",
    Kind.STEP: "trial.step_never_finished",
    Kind.SERVICE_LATE: "trial.service_never_back",
}


def tell(trial: Trial, things: tuple[Found, ...], catalogue: Catalogue) -> Iterator[str]:
    """The whole report in lines."""
    numbers, text = figures(trial), catalogue.text
    name = trial.index.script.name.in_language(catalogue.language)
    yield text(Message("trial.title", {"name": name, "seed": trial.seed}))
    yield text(Message("trial.plays", {"n": numbers.plays}))
    if numbers.driven:
        yield text(Message("trial.driven", {"n": numbers.driven}))
    if not any(one.kind in DEAD_ENDS for one in things):
        yield ""
        yield text(Message("trial.no_dead_end"))
    for kind, group in groupby(things, key=lambda one: one.kind):
        own = list(group)
        yield ""
        yield text(Message(_HEADINGS[kind], {"n": len(own)}))
        for one in own:
            yield f"  – {_named(one, catalogue)}"
            yield f"      {one.why}"
    yield from _numbers(trial, numbers, catalogue)


def _named(one: Found, catalogue: Catalogue) -> str:
    if not one.name or one.name == one.id:
        return one.id
    if one.kind in (Kind.OPTION, Kind.CONDITION, Kind.CONSTANT):  # these are named with quotes of their own
        return f"{one.name} [{one.id}]"
    return catalogue.text(Message("trial.named", {"name": one.name, "id": one.id}))


def _numbers(trial: Trial, numbers: Figures, catalogue: Catalogue) -> Iterator[str]:
    text, reasons = catalogue.text, Reasons(trial, catalogue)
    yield ""
    yield text(Message("trial.reached"))
    for part, share in numbers.coverage.items():
        if share.of:
            what = text(Message(_PARTS[part]))
            told = Message("trial.share", {"what": what, "reached": share.reached, "of": share.of})
            yield "  " + text(told)
    if not numbers.plays:
        return
    yield ""
    yield text(Message("trial.by_chance", {"n": numbers.plays}))
    if numbers.duration_ms is not None:
        yield "  " + text(Message("trial.duration", _clocks(numbers.duration_ms)))
    yield "  " + text(Message("trial.ends", {"ended": numbers.ended, "open": numbers.left_open}))
    for decision, one in numbers.decisions.items():
        asked = {"asked": one.asked, "taken": one.taken, "late": one.undecided}
        yield f"  {reasons.name('decision', decision)}"
        yield "      " + text(Message("trial.asked", asked))
        for option in trial.index.decisions[decision].options:
            times = numbers.options[f"{decision}.{option.id}"]
            yield f"      {times:>5} × {reasons.name('option', decision, option.id)}"
    yield from _world(reasons, numbers)


def _world(reasons: Reasons, numbers: Figures) -> Iterator[str]:
    """Duties, services, indicators, a line each."""
    for duty, done in numbers.duties.items():
        told = {"begun": done.begun, "done": done.done, "overdue": done.overdue}
        yield "  " + reasons.say("trial.duty", {"name": reasons.name("duty", duty), **told})
    for service, hurt in numbers.services.items():
        counts = {"impaired": hurt.impaired, "back": hurt.back}
        line = reasons.say("trial.service", {"name": reasons.name("service", service), **counts})
        if hurt.away_ms is not None:
            away = {"median": reasons.span(hurt.away_ms.median)}
            line += reasons.say("trial.away", away)
        yield "  " + line
    for indicator, reach in numbers.indicators.items():
        bounds = {"least": reach.least, "most": reach.most, "end": reach.end.median}
        yield "  " + reasons.say("trial.indicator", {"name": reasons.name("indicator", indicator), **bounds})


def _clocks(spread: Spread) -> dict[str, int | str]:
    def clock(ms: int) -> str:
        return f"{ms // HOUR}:{ms % HOUR // MINUTE:02d}"

    return {"least": clock(spread.least), "median": clock(spread.median), "most": clock(spread.most)}


_PARTS = {
    "injects": "trial.injects",
    "decisions": "trial.decisions",
    "options": "trial.options",
    "correspondents": "trial.correspondents",
    "duties": "trial.duties",
    "steps": "trial.steps",
    "triggers": "trial.triggers",
    "conditions": "trial.conditions",
}
