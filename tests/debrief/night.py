"""Small exercises to measure: a room without a journal, and what was measured of it."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.debrief.debrief import Debrief, debrief
from care_desktop.debrief.decisions import Decided
from care_desktop.debrief.duties import DutyCourse
from care_desktop.debrief.injects import InjectCourse
from care_desktop.debrief.services import ServiceCourse
from care_desktop.exercise import commands as c
from care_desktop.scenario.background import Milestone
from care_desktop.scenario.script import Channel, Criterion, Objective, Script
from tests.exercise.liseron import LISERON, clock, t
from tests.exercise.room import Room

REAL = replace(
    LISERON,
    milestones=(Milestone("cut", clock("02:25"), t("Réseau coupé"), ()),),
    decisions=tuple(
        replace(one, milestone="cut") if one.id == "cut_network" else one for one in LISERON.decisions
    ),
    objectives=(Objective("trace", t("Tracer")),),
    criteria=(
        Criterion("log_kept", t("La main courante est tenue"), "trace"),
        Criterion("hours", t("Les heures y sont"), "trace"),
        Criterion("facts", t("Faits et hypothèses y sont distincts"), "trace"),
    ),
)


def a_night(script: Script = REAL) -> Room:
    """An exercise that has begun."""
    return Room(script, lambda _index, _events: None).begins()


def asked_to_cut(night: Room, *, launched: float = 5, delivered: float = 6) -> Room:
    """The printers have spoken: « Coupez-vous le réseau ? »."""
    night.at(launched).does(c.Launch("printers"))
    night.at(delivered).does(c.MarkDelivered("printers", "direction", Channel.IN_PERSON))
    return night


def measured(night: Room) -> Debrief:
    return debrief(night.index, night.events)


def inject(night: Room, name: str) -> InjectCourse:
    return next(one for one in measured(night).injects.courses if one.inject == name)


def decision(night: Room, name: str) -> Decided:
    return next(one for one in measured(night).decisions.taken if one.decision == name)


def service(night: Room, name: str) -> ServiceCourse:
    return next(one for one in measured(night).services.courses if one.service == name)


def duty(night: Room, name: str) -> DutyCourse:
    return next(one for one in measured(night).duties if one.duty == name)
