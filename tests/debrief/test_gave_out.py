"""A degraded procedure gives out each time that it does not hold until its service is back."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.debrief.services import GaveOut, ServiceCourse
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import HoldEnded
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Impair
from care_desktop.scenario.script import Inject, Service
from care_desktop.scenario.time import HOUR, StoryMs
from tests.debrief.night import REAL, a_night, measured, service
from tests.exercise.liseron import clock, t
from tests.exercise.room import Room

HOLD = StoryMs(2 * HOUR)
"""How long the paper of the kitchen is said to hold."""


def fall(name: str, hours: int) -> Inject:
    """What puts the kitchen's screens out for some hours."""
    lasts = StoryMs(hours * HOUR)
    return Inject(
        name, t("La cuisine n'a plus d'écrans"), effects=(Impair("kitchen", ServiceLevel.DOWN, lasts=lasts),)
    )


KITCHEN = replace(
    REAL,
    services=(*REAL.services, Service("kitchen", t("Cuisine"), hold=HOLD)),
    injects=(*REAL.injects, fall("long", 5), fall("short", 1), fall("again", 3)),
)


def a_kitchen() -> Room:
    """A night that begins at 02:00."""
    return a_night(KITCHEN)


def kitchen(night: Room) -> ServiceCourse:
    return service(night, "kitchen")


def goes_to(night: Room, hour: str) -> Room:
    """Jump to an hour of the story."""
    night.does(c.Jump(clock(hour), c.OpenDecisions.KEEP))
    return night


def hours(one: GaveOut) -> tuple[float, float | None, float]:
    """When it gave out, when the service was back, how long it was without; in hours of the story."""
    back = None if one.back is None else one.back.story / HOUR
    return (one.at.story / HOUR, back, one.without_ms / HOUR)


def test_a_procedure_that_holds_until_the_service_is_back_has_not_given_out() -> None:
    night = a_kitchen()
    night.does(c.Launch("short"))
    course = kitchen(goes_to(night, "09:00"))
    assert (course.gave_out, course.hold_ended) == ((), None)
    assert course.back_at is not None


def test_one_that_does_not_leaves_its_service_without_until_it_is_back() -> None:
    night = a_kitchen()
    night.does(c.Launch("long"))
    (once,) = kitchen(goes_to(night, "09:00")).gave_out
    assert hours(once) == (4.0, 7.0, 3.0)


def test_one_that_is_not_back_at_the_end_is_without_until_then() -> None:
    night = a_kitchen()
    night.does(c.Launch("long"))
    goes_to(night, "05:30").does(c.End())
    (once,) = kitchen(night).gave_out
    assert hours(once) == (4.0, None, 1.5)


def test_a_service_that_falls_again_is_told_again() -> None:
    night = a_kitchen()
    night.does(c.Launch("long"))
    goes_to(night, "10:00").does(c.Launch("again"))
    goes_to(night, "15:00")
    assert [hours(one) for one in kitchen(night).gave_out] == [(4.0, 7.0, 3.0), (12.0, 13.0, 1.0)]


def test_each_time_names_its_line_of_the_journal() -> None:
    night = a_kitchen()
    night.does(c.Launch("long"))
    goes_to(night, "09:00")
    (once,) = kitchen(night).gave_out
    (event,) = (one for one in night.events if one.seq == once.seq)
    assert (type(event.fact), event.at) == (HoldEnded, once.at)
    assert kitchen(night).hold_ended == once.at


def test_a_service_without_a_procedure_gives_nothing_out() -> None:
    script = replace(KITCHEN, services=tuple(replace(one, hold=None) for one in KITCHEN.services))
    night = a_night(script)
    night.does(c.Launch("long"))
    goes_to(night, "09:00")
    assert [one.gave_out for one in measured(night).services.courses if one.gave_out] == []


def test_what_is_taken_back_did_not_give_out() -> None:
    moments = StoryMs(5_000)
    script = replace(KITCHEN, services=(*REAL.services, Service("kitchen", t("Cuisine"), hold=moments)))
    night = a_night(script)
    night.does(c.Launch("long"))
    night.at(10 / 60)
    assert len(kitchen(night).gave_out) == 1
    night.does(c.Recall("long"))
    assert kitchen(night).gave_out == ()
