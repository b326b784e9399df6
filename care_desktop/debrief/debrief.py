"""The debrief: every measure of an exercise, from its script and its events."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from care_desktop.debrief.decided import decisions
from care_desktop.debrief.decisions import Decisions
from care_desktop.debrief.duties import DutyCourse, duties
from care_desktop.debrief.indicators import IndicatorCourse, indicators
from care_desktop.debrief.injects import Injects, injects
from care_desktop.debrief.log import Log, log
from care_desktop.debrief.observations import Observations, observations
from care_desktop.debrief.played import Played
from care_desktop.debrief.presence import Presences, presence
from care_desktop.debrief.recovery import Recovery, recovery
from care_desktop.debrief.services import Services, services
from care_desktop.debrief.times import Times, times
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex


class Debrief(Struct, frozen=True):
    """What can be said of an exercise without a person's opinion.

    Ids, whole numbers and typed words only: texts come from the script, real times from the stamps of the
    journal, by ``seq``. What was taken back counts as never having been, except as recalled.
    """

    times: Times
    injects: Injects
    decisions: Decisions
    services: Services
    recovery: Recovery
    duties: tuple[DutyCourse, ...]
    indicators: tuple[IndicatorCourse, ...]
    observations: Observations
    presence: Presences
    log: Log


def debrief(index: ScriptIndex, events: Iterable[Event]) -> Debrief:
    """Measure an exercise, ended or under way, from the events of its journal."""
    played = Played(index, events)
    return Debrief(
        times(played),
        injects(played),
        decisions(played),
        services(played),
        recovery(played),
        duties(played),
        indicators(played),
        observations(played),
        presence(played),
        log(played),
    )
