"""Decisions: a real choice, a price for each way, and a way on when time is over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from care_desktop.scenario.background import Quality
from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.script import Decision, Option

MANY = 3
"""From so many decisions on, a habit can be seen."""
_PAYS = re.compile(
    r"\b(?:payer|payez|payons|paie|paye|verser|versez|régler|réglez)\b[^.?!]{0,40}"
    r"\b(?:rançon|attaquants?|pirates?|hackers?)\b",
    re.IGNORECASE,
)
_DEFENSIBLE = (Quality.RECOMMENDED, Quality.DEFENSIBLE)


def check(subject: Subject) -> Iterator[Finding]:
    """Decisions that are none, that cost nothing or that lead nowhere."""
    for decision in subject.scenario.decisions:
        yield from _decision(decision)
    yield from _guessable(subject.scenario.decisions)
    yield from _ransom(subject)


def _decision(decision: Decision) -> Iterator[Finding]:
    path = ("decisions", decision.id)
    if not decision.cells:
        yield at((*path, "cells"), "finding.decision_to_nobody", {"name": decision.id})
    elif decision.lead is not None and decision.lead not in decision.cells:
        yield at((*path, "lead"), "finding.lead_not_asked", {"name": decision.lead})
    if len(decision.options) < 2:
        yield at((*path, "options"), "finding.single_option", {"name": decision.id})
    if decision.limit is not None and decision.default is None and not decision.at_limit:
        yield at((*path, "limit"), "finding.limit_without_way_on", {"name": decision.id})
    for option in decision.options:
        if not option.price.fr.strip():
            yield at((*path, "options", option.id), "finding.option_without_price", {"name": option.id})
    qualities = [option.judged.quality for option in decision.options if option.judged is not None]
    if len(qualities) == len(decision.options) > 1 and None not in qualities:
        defensible = sum(quality in _DEFENSIBLE for quality in qualities)
        if defensible < 2:
            yield at((*path, "options"), "finding.one_defensible", {"name": decision.id})


def _guessable(decisions: tuple[Decision, ...]) -> Iterator[Finding]:
    """Where the recommended option is the longest one each time, nobody has to know anything."""
    right = [
        [option.judged is not None and option.judged.quality is Quality.RECOMMENDED for option in options]
        for options in (_longest_first(one) for one in decisions)
    ]
    told = [one for one in right if any(one)]
    if len(told) >= MANY and all(one[0] for one in told):
        yield at(("decisions",), "finding.longest_is_right", {"n": len(told)})


def _longest_first(decision: Decision) -> list[Option]:
    return sorted(decision.options, key=lambda option: -len(option.label.fr))


def _ransom(subject: Subject) -> Iterator[Finding]:
    """A public hospital has no ransom to pay: the choice would train for what is not its to decide."""
    kinds = subject.scenario.facilities
    if kinds and FacilityKind.HOSPITAL not in kinds:
        return
    for decision in subject.scenario.decisions:
        said = (decision.question, *(option.label for option in decision.options))
        if any(_PAYS.search(text.fr) for text in said):
            yield at(("decisions", decision.id), "finding.ransom_offered", {"name": decision.id})
