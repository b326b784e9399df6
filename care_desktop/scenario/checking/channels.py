"""Ways by which stimuli come, and what can cut them before."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Effect, Impair
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.ids import DecisionId, ServiceId
from care_desktop.scenario.needs import hard_needs, with_all_needed
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.script import Channel


class _Cut(NamedTuple):
    """A stretch of the story in which a service may be down."""

    since: int
    until: int
    service: ServiceId


def check(subject: Subject) -> Iterator[Finding]:
    """Planned stimuli by a channel that may be cut when they come, and that do not say what then.

    A cut lasts as long as its effect says, for nobody knows when players restore it.
    """
    cuts = sorted(_cuts(subject))
    carried = {channel for service in subject.scenario.services for channel in service.carries}
    for channel in (one for one in Channel if one in carried):
        needed = _needed(subject.scenario, channel)
        own = [one for one in cuts if one.service in needed]
        begins = [one.since for one in own]
        lasting = list(accumulate(own, _longer))
        for one in subject.plan.stimuli:
            before = bisect_left(begins, one.story)
            if one.inject.channel is not channel or one.inject.requires is not None or not before:
                continue
            if lasting[before - 1].until > one.story:
                params = {"name": one.inject.id, "service": lasting[before - 1].service}
                yield at(("injects", one.inject.id), "finding.channel_cut", params)


def _longer(one: _Cut, other: _Cut) -> _Cut:
    return one if one.until >= other.until else other


def _needed(scenario: Scenario, channel: Channel) -> set[ServiceId]:
    """What carries the channel, and what that cannot do without."""
    carrying = (one.id for one in scenario.services if channel in one.carries)
    return set(with_all_needed(carrying, hard_needs(scenario.services)))


def _cuts(subject: Subject) -> Iterator[_Cut]:
    """When each service may go down by itself, as far as times are written."""
    scenario = subject.scenario
    asked: dict[DecisionId, int] = {}
    for one in subject.plan.stimuli:
        yield from _down(one.story, one.inject.effects)
        if one.inject.asks is not None:
            asked.setdefault(one.inject.asks, one.story)
    for decision in scenario.decisions:
        if decision.id in asked:
            for effects in (decision.at_limit, *(option.effects for option in decision.options)):
                yield from _down(asked[decision.id], effects)
    for step in scenario.steps:
        yield from _down(scenario.starts + step.effort, step.effects)


def _down(story: int, effects: Iterable[Effect]) -> Iterator[_Cut]:
    for one in effects:
        if isinstance(one, Impair) and one.level is ServiceLevel.DOWN:
            later = 0 if one.after is None or one.after.story is None else one.after.story
            until = sys.maxsize if one.lasts is None else story + later + one.lasts
            yield _Cut(story + later, until, one.service)
