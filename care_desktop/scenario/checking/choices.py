"""Decisions: a real choice, a price for each way, and a way on when time is over."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.background import Quality
from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.script import Decision

_DEFENSIBLE = (Quality.RECOMMENDED, Quality.DEFENSIBLE)


def check(subject: Subject) -> Iterator[Finding]:
    """Decisions that are none, that cost nothing or that lead nowhere."""
    for decision in subject.scenario.decisions:
        yield from _decision(decision)


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
