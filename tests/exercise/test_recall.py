"""Taking an inject back where other causes, time and hands were at work besides."""

from __future__ import annotations

from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    CauseVoided,
    DutyStarted,
    HoldEnded,
    InjectLaunched,
    ServiceImpaired,
    TriggerFired,
)
from care_desktop.exercise.state import State
from care_desktop.scenario.conditions import InjectSent, ServiceAtLeast, StoryReached
from care_desktop.scenario.effects import Ask, Impair, Move, Restore, Send, StartDuty
from care_desktop.scenario.script import (
    Decision,
    Dependency,
    Duty,
    Indicator,
    Inject,
    Option,
    Options,
    Script,
    Service,
    Trigger,
)
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, StoryMs, story
from tests.exercise.acts import Play
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import CELLS, DEGRADED, DOWN, LISERON, clock, t
from tests.exercise.plays import BY_ITSELF, played, plays
from tests.exercise.room import Room, said
from tests.exercise.test_voiding import world

NIGHT = Script(
    "night",
    t("La nuit"),
    starts=clock("02:00"),
    options=Options(auto=True),
    cells=CELLS,
    injects=(
        Inject("outage", t("Panne"), effects=(Impair("record", DOWN),)),
        Inject("blip", t("Coupure"), effects=(Impair("record", DOWN, lasts=StoryMs(HOUR)),)),
        Inject("cured", t("Rétabli"), effects=(Restore("record"),)),
        Inject("also_cured", t("Rétabli aussi"), effects=(Restore("record"),)),
        Inject("alarm", t("Alarme"), effects=(Send("press"), Ask("line"), StartDuty("told"))),
        Inject("siren", t("Sirène"), effects=(Send("press"), Ask("line"), StartDuty("told"))),
        Inject("cook", t("La cuisine")),
        Inject("press", t("Un journaliste"), at=story(clock("03:00"))),
        Inject("family", t("Une famille"), when=ServiceAtLeast("record", DOWN), auto=True),
        Inject("first_call", t("Premier appel"), asks="beds", auto=False),
        Inject("second_call", t("Second appel"), asks="beds", auto=False),
    ),
    decisions=(
        Decision("line", t("Que dire ?"), ("direction",), (Option("facts", t("Les faits")),)),
        Decision("beds", t("Combien de lits ?"), ("direction",), (Option("two", t("Deux")),)),
    ),
    services=(
        Service("record", t("Dossier"), hold=StoryMs(30 * MINUTE), at_hold=(Move("fear", 5),)),
        Service("care", t("Soins"), (Dependency("record"),)),
    ),
    duties=(Duty("told", t("Signalement"), InjectSent("press")),),
    indicators=(Indicator("fear", t("Inquiétude")),),
    triggers=(
        Trigger("record_out", ServiceAtLeast("record", DEGRADED), (Move("fear", 1),), repeat=True),
        Trigger("blip_seen", ServiceAtLeast("care", DOWN), (Move("fear", 1),)),
    ),
)


def fear(state: State) -> int:
    return sum(one.delta for one in state.indicators.get("fear", {}).values())


def test_a_temporary_impairment_ends_in_time_although_its_early_end_was_recalled(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(1).does(c.Launch("blip"))
    room.at(5).does(c.Launch("cured"))
    room.does(c.Recall("cured"))
    room.at(60.9)
    assert room.state.level("record") is DOWN
    room.at(61.1)
    assert room.state.level("record") == 0


def test_a_hold_that_has_ended_does_not_end_twice_because_a_restoring_inject_is_recalled(
    open_room: OpenRoom,
) -> None:
    room = open_room(NIGHT).begins()
    room.at(1).does(c.Launch("outage"))
    room.at(40).does(c.Launch("cured"))
    assert len(room.facts(HoldEnded)) == 1
    room.does(c.Recall("cured"))
    room.at(90)
    assert len(room.facts(HoldEnded)) == 1
    assert room.state.holds["record"].since.play == MINUTE


def test_a_hold_goes_on_from_its_first_minute_when_a_restoring_inject_is_recalled(
    open_room: OpenRoom,
) -> None:
    room = open_room(NIGHT).begins()
    room.at(1).does(c.Launch("outage"))
    room.at(20).does(c.Launch("cured"))
    room.does(c.Recall("cured"))
    room.at(31)
    assert room.event(HoldEnded).at.play == 31 * MINUTE


def test_a_trigger_that_a_recalled_inject_had_rearmed_does_not_fire_again(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(1).does(c.Launch("outage"))
    before = fear(room.state)
    room.at(5).does(c.Launch("cured"))
    room.does(c.Recall("cured"))
    room.at(6)
    assert fear(room.state) == before
    assert "record_out" in room.state.fired
    room.does(c.Launch("also_cured"))
    assert "record_out" not in room.state.fired


def test_an_inject_that_a_recalled_one_had_called_up_comes_at_its_own_time(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(5).does(c.Launch("alarm"))
    assert room.facts(InjectLaunched)[-1].inject == "press"
    room.does(c.Recall("alarm"))
    assert room.state.inject("press").launched is None
    room.at(61)
    assert room.event(InjectLaunched).at.play == 60 * MINUTE


def test_an_inject_that_was_postponed_and_then_called_up_keeps_its_later_time_after_a_recall(
    open_room: OpenRoom,
) -> None:
    room = open_room(NIGHT).begins()
    room.at(1).does(c.PostponeInject("press", story(clock("04:00"))))
    room.at(5).does(c.Launch("alarm"))
    room.does(c.Recall("alarm"))
    assert room.state.inject("press").due == story(clock("04:00"))


def test_a_conditional_inject_that_went_with_a_recalled_one_still_waits_for_its_condition(
    open_room: OpenRoom,
) -> None:
    room = open_room(NIGHT).begins()
    room.at(5).does(c.Launch("outage"))
    assert room.state.inject("family").launched is not None
    room.does(c.Recall("outage"))
    assert room.state.inject("family").launched is None
    room.at(10).does(c.Launch("outage"))
    assert room.state.inject("family").launched is not None


def test_a_duty_that_was_started_by_hand_outlives_the_recall_of_an_inject(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(5).does(c.Launch("cook"))
    room.does(c.SetDutyStart("told"))
    room.does(c.Recall("cook"))
    assert room.state.duty("told").started == room.event(DutyStarted).seq


def test_a_trigger_whose_condition_came_and_went_by_itself_outlives_the_recall_of_an_inject(
    open_room: OpenRoom,
) -> None:
    room = open_room(NIGHT).begins()
    room.at(5).does(c.Launch("cook"))
    room.does(c.Launch("outage"))
    room.does(c.Launch("cured"))
    fired = [event.seq for event in room.events if isinstance(event.fact, TriggerFired)]
    room.does(c.Recall("cook"))
    assert room.state.voided.isdisjoint(fired)
    assert fear(room.state) == 2


def test_what_two_causes_wanted_stays_when_the_first_is_recalled(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(5).does(c.Launch("alarm"))
    room.at(5.1).does(c.Launch("siren"))
    room.does(c.Recall("alarm"))
    assert room.state.inject("press").launched is not None
    assert room.state.duty("told").started is not None
    assert room.state.decision("line").opened is not None


def test_a_question_that_two_injects_bring_stays_open_when_the_first_is_recalled(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    for minute, inject in ((5, "first_call"), (5.1, "second_call")):
        room.at(minute).does(c.Launch(inject))
        room.does(c.ConfirmShown(inject))
    room.does(c.Recall("first_call"))
    assert room.state.decision("beds").opened is not None


def test_a_validation_that_a_recalled_inject_had_undone_stands_again(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(1).does(c.ValidateCare("record"))
    room.at(5).does(c.Launch("outage"))
    assert "record" not in room.state.validated
    room.does(c.Recall("outage"))
    assert "record" in room.state.validated


def test_an_impairment_that_was_ended_by_another_cause_can_still_be_recalled(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(5).does(c.Launch("outage"))
    room.does(c.Launch("cured"))
    room.does(c.Recall("outage"))
    assert room.state.impairments == {}
    assert room.state.holds == {}
    voided = room.event(CauseVoided).fact
    assert isinstance(voided, CauseVoided)
    assert room.event(ServiceImpaired).seq in voided.voided


def test_a_recalled_inject_keeps_its_correction_and_forgets_who_it_had_reached(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(5).does(c.CorrectInject("cook", said("troisième étage")))
    room.does(c.Launch("cook"))
    room.does(c.ConfirmShown("cook"))
    room.does(c.Recall("cook"))
    assert room.state.inject("cook").corrected == said("troisième étage")
    assert room.state.inject("cook").shown is None


def test_what_is_recalled_cannot_be_marked_as_delivered(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(5).does(c.Launch("cook"))
    room.does(c.Recall("cook"))
    assert room.refuses(c.ConfirmShown("cook")) == "refusal.inject_not_launched"
    assert room.refuses(c.Recall("cook")) == "refusal.inject_not_launched"


def test_a_recall_is_taken_while_the_exercise_stands_still(open_room: OpenRoom) -> None:
    room = open_room(NIGHT).begins()
    room.at(5).does(c.Launch("outage"))
    room.does(c.Suspend())
    room.does(c.Recall("outage"))
    assert room.state.levels == {}


def test_a_condition_that_names_a_recalled_inject_no_longer_holds(open_room: OpenRoom) -> None:
    after = Trigger("after_cook", InjectSent("cook"), (Move("fear", 3),))
    both = Trigger("late", StoryReached(clock("02:30")), (Move("fear", 1),))
    script = Script(
        "one",
        t("Un"),
        starts=clock("02:00"),
        injects=(Inject("cook", t("La cuisine")),),
        indicators=(Indicator("fear", t("Inquiétude")),),
        triggers=(after, both),
    )
    room = open_room(script).begins()
    room.at(5).does(c.Launch("cook"))
    assert fear(room.state) == 3
    room.does(c.Recall("cook"))
    room.at(40)
    assert fear(room.state) == 1
    assert set(room.state.fired) == {"late"}


@settings(max_examples=300)
@given(plays, st.sampled_from([one.id for one in LISERON.injects]), st.integers(0, 15_000), st.booleans())
def test_where_injects_launch_by_themselves_too_a_recall_leaves_the_world_as_it_would_have_been(
    play: Play, inject: str, wait: int, shown: bool
) -> None:
    launched = played(BY_ITSELF, play).engine
    without = launched.fork()
    start = PlayMs(sum(act.wait for act in play))
    assume(without.advance(PlayMs(start + wait)) == ())
    try:
        launched.submit(c.Launch(inject), start)
        if shown:
            launched.submit(c.ConfirmShown(inject), start)
        launched.submit(c.Recall(inject), PlayMs(start + wait))
    except Refused:
        reject()
    at = PlayMs(start + wait)
    assert world(launched, at, inject) == world(without, at, inject)


def test_an_inject_is_not_recalled_once_the_story_has_jumped(room: Room) -> None:
    room.at(5).does(c.Launch("biologist"))
    room.does(c.Jump(clock("06:00")))
    assert room.refuses(c.Recall("biologist")) == "refusal.recall_jumped"
