"""The debrief: every measure of an exercise, from its script and its events."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.debrief.decisions import Decisions
from care_desktop.debrief.duties import DutyCourse
from care_desktop.debrief.indicators import IndicatorCourse
from care_desktop.debrief.injects import Injects
from care_desktop.debrief.log import Log
from care_desktop.debrief.observations import Observations
from care_desktop.debrief.presence import Presences
from care_desktop.debrief.recovery import Recovery
from care_desktop.debrief.services import Services
from care_desktop.debrief.times import Times


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
