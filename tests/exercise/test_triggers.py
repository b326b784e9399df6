"""Triggers: edges, not levels; once or each time; and time alone can turn a condition."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from care_desktop.exercise import commands as c
from care_desktop.exercise.clock import Instant, StoryLine
from care_desktop.exercise.conditions import holds, next_change
from care_desktop.exercise.events import IndicatorMoved, TriggerFired, TriggerRearmed, TriggerSilenced
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Contribution, InjectState, State
from care_desktop.journal.records import Seq
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
from care_desktop.scenario.effects import Flow, Impair, Move, Restore
from care_desktop.scenario.script import (
    Decision,
    Duty,
    Indicator,
    Inject,
    Option,
    Script,
    Service,
    Step,
    Team,
    Trigger,
)
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, StoryMs, play, story
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import CELLS, DOWN, t
from tests.exercise.room import Room


def watching(*triggers: Trigger) -> Script:
    """A small world in which everything can be turned by hand."""
    return Script(
        "watching",
        t("Veille"),
        cells=CELLS,
        injects=(
            Inject("call", t("Appel")),
            Inject("down", t("Panne"), effects=(Impair("lab", DOWN),)),
            Inject("down_again", t("Panne"), effects=(Impair("lab", DOWN),)),
            Inject("up", t("Réparé"), effects=(Restore("lab"),)),
            Inject("flows", t("Arrivées"), effects=(Flow("beds", 60),)),
        ),
        decisions=(
            Decision("stay", t("Rester ?"), ("it",), (Option("yes", t("Oui")), Option("no", t("Non")))),
        ),
        services=(Service("lab", t("Laboratoire")),),
        teams=(Team("crew", t("Équipe")),),
        steps=(Step("fix", t("Réparer"), "crew", StoryMs(5 * MINUTE)),),
        duties=(Duty("told", t("Signalement")),),
        indicators=(Indicator("beds", t("Lits")), Indicator("fear", t("Inquiétude"))),
        triggers=triggers,
    )


def when(condition: Condition, *, repeat: bool = False) -> Script:
    return watching(Trigger("t", condition, (Move("fear", 1),), repeat))


def fired(room: Room) -> list[float]:
    """At which play minutes the trigger fired."""
    return [event.at.play / MINUTE for event in room.events if isinstance(event.fact, TriggerFired)]


def test_a_trigger_fires_once_however_often_its_condition_comes(open_room: OpenRoom) -> None:
    room = open_room(when(ServiceAtLeast("lab", DOWN))).begins()
    for minute, inject in ((1, "down"), (2, "up"), (3, "down_again")):
        room.at(minute).does(c.Launch(inject))
    assert fired(room) == [1]


def test_a_repeating_trigger_waits_until_its_condition_has_gone(open_room: OpenRoom) -> None:
    room = open_room(when(ServiceAtLeast("lab", DOWN), repeat=True)).begins()
    room.at(1).does(c.Launch("down"))
    room.at(2).does(c.Launch("down_again"))
    assert fired(room) == [1]
    room.at(3).does(c.Launch("up"))
    assert len(room.facts(TriggerRearmed)) == 1


def test_a_repeating_trigger_fires_at_each_new_edge(open_room: OpenRoom) -> None:
    room = open_room(when(ServiceAtLeast("lab", DOWN), repeat=True)).begins()
    for minute, inject in ((1, "down"), (2, "up"), (3, "down_again")):
        room.at(minute).does(c.Launch(inject))
    assert fired(room) == [1, 3]


def test_what_holds_from_the_beginning_fires_at_the_beginning(open_room: OpenRoom) -> None:
    room = open_room(when(Not(InjectSent("call")))).begins()
    assert fired(room) == [0]


def test_a_trigger_names_the_event_that_turned_its_condition(open_room: OpenRoom) -> None:
    room = open_room(when(InjectSent("call"))).begins()
    launch = room.at(4).does(c.Launch("call"))[0]
    assert room.event(TriggerFired).cause == launch.seq
    assert room.event(IndicatorMoved).cause == room.event(TriggerFired).seq


def test_the_story_comes_to_a_time(open_room: OpenRoom) -> None:
    room = open_room(when(StoryReached(StoryMs(10 * MINUTE)))).begins()
    room.at(4).does(c.ChangePace(3, 1))
    room.at(60)
    assert fired(room) == [6]
    assert room.event(TriggerFired).cause is None


def test_what_is_not_done_by_a_time_fires_after_its_last_millisecond(open_room: OpenRoom) -> None:
    room = open_room(when(NotDoneBy(DutyDone("told"), play(10 * MINUTE)))).begins()
    room.at(10)
    assert fired(room) == []
    room.at(11)
    assert room.event(TriggerFired).at.play == 10 * MINUTE + 1


def test_what_is_done_at_the_last_millisecond_is_done_in_time(open_room: OpenRoom) -> None:
    room = open_room(when(NotDoneBy(DutyDone("told"), play(10 * MINUTE)))).begins()
    room.at(10).does(c.MeetDuty("told"))
    room.at(60)
    assert fired(room) == []


def test_what_is_not_done_some_time_after_an_inject_counts_from_its_launch(open_room: OpenRoom) -> None:
    room = open_room(when(NotDoneBy(StepDone("fix"), story(10 * MINUTE), "call"))).begins()
    room.at(30)
    assert fired(room) == []
    room.does(c.Launch("call"))
    room.does(c.Jump(StoryMs(40 * MINUTE)))
    assert fired(room) == []
    room.does(c.Jump(StoryMs(40 * MINUTE + 1)))
    assert fired(room) == [30]


def test_play_time_after_an_inject_does_not_pass_in_a_jump(open_room: OpenRoom) -> None:
    room = open_room(when(NotDoneBy(StepDone("fix"), play(10 * MINUTE), "call"))).begins()
    room.at(3).does(c.Launch("call"))
    room.does(c.Jump(StoryMs(20 * HOUR)))
    assert fired(room) == []
    room.at(14)
    assert room.event(TriggerFired).at.play == 13 * MINUTE + 1


def test_all_and_any_and_not(open_room: OpenRoom) -> None:
    either = Any((StepDone("fix"), DecisionTaken("stay", "yes")))
    room = open_room(when(All((either, Not(ServiceAtLeast("lab", DOWN)))))).begins()
    room.at(1).does(c.Launch("down"))
    room.at(2).does(c.Answer("stay", "it", "no"))
    room.at(3).does(c.Revise("stay", "yes"))
    assert fired(room) == []
    room.at(4).does(c.Launch("up"))
    assert fired(room) == [4]


def test_nothing_in_all_holds_and_nothing_in_any_does_not(open_room: OpenRoom) -> None:
    room = open_room(watching(Trigger("all", All(()), ()), Trigger("any", Any(()), ()))).begins()
    room.at(5)
    assert [fact.trigger for fact in room.facts(TriggerFired)] == ["all"]


def test_two_triggers_of_one_event_fire_as_they_are_written(open_room: OpenRoom) -> None:
    second_first = (Trigger("b", InjectSent("call"), ()), Trigger("a", InjectSent("call"), ()))
    room = open_room(watching(*second_first)).begins()
    room.does(c.Launch("call"))
    assert [fact.trigger for fact in room.facts(TriggerFired)] == ["b", "a"]


def test_what_one_trigger_undoes_another_no_longer_sees(open_room: OpenRoom) -> None:
    script = watching(
        Trigger("repair", ServiceAtLeast("lab", DOWN), (Restore("lab"),)),
        Trigger("complain", ServiceAtLeast("lab", DOWN), (Move("fear", 1),)),
    )
    room = open_room(script).begins()
    room.does(c.Launch("down"))
    assert [fact.trigger for fact in room.facts(TriggerFired)] == ["repair"]
    assert room.state.levels == {}


def counting(bits: int) -> Script:
    """Triggers that count in binary as soon as the call is launched: the first one fires at every odd number.

    Lower triggers come first and are rearmed first, so that two of them alone would soon come to rest.
    """
    names = [f"bit{n}" for n in range(bits)]
    ones = [IndicatorReaches(name, at_least=1) for name in names]
    return Script(
        "counting",
        t("Compter"),
        injects=(Inject("call", t("Appel")), Inject("down", t("Panne"), effects=(Impair("lab", DOWN),))),
        services=(Service("lab", t("Laboratoire")),),
        indicators=tuple(Indicator(name, t(name)) for name in names),
        triggers=tuple(
            Trigger(
                f"count{n}",
                All((InjectSent("call"), *ones[:n], IndicatorReaches(name, at_most=0))),
                (Move(name, 1), *(Move(lower, -1) for lower in names[:n])),
                repeat=True,
            )
            for n, name in enumerate(names)
        ),
    )


def test_a_long_cascade_comes_to_rest_by_itself(open_room: OpenRoom) -> None:
    room = open_room(counting(7)).begins()
    room.at(5).does(c.Launch("call"))
    assert len(room.facts(TriggerFired)) == 127
    assert room.facts(TriggerSilenced) == []


def test_a_trigger_that_turns_beyond_reason_at_one_instant_is_silenced_and_the_exercise_goes_on(
    open_room: OpenRoom,
) -> None:
    room = open_room(counting(11)).begins()
    room.at(5).does(c.Launch("call"))
    assert room.facts(TriggerSilenced) == [TriggerSilenced("count0")]
    turns = [one for one in room.events if one.fact in (TriggerFired("count0"), TriggerRearmed("count0"))]
    assert len(turns) == 1_000
    room.at(6).does(c.Launch("down"))
    assert room.state.level("lab") is DOWN


def test_a_trigger_that_fires_often_is_not_silenced_however_much_time_is_passed_at_once(
    open_room: OpenRoom,
) -> None:
    each_minute = Trigger("t", IndicatorReaches("beds", at_least=1), (Move("beds", -1),), repeat=True)
    room = open_room(watching(each_minute)).begins()
    room.does(c.Launch("flows"))
    room.does(c.Jump(StoryMs(10 * HOUR)))
    assert room.facts(TriggerSilenced) == []
    assert len(room.facts(TriggerFired)) == 600


LINES = st.lists(st.tuples(st.integers(1, 15), st.integers(1, 4), st.integers(1, 3)), max_size=3)
bounds = st.integers(-6, 6)
spans = st.builds(play, st.integers(0, 40)) | st.builds(story, st.integers(0, 60))
leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(lambda bound: IndicatorReaches("beds", at_least=bound), bounds),
    st.builds(lambda bound: IndicatorReaches("beds", at_most=bound), bounds),
    st.builds(lambda at: StoryReached(StoryMs(at)), st.integers(0, 60)),
    st.builds(InjectSent, st.sampled_from(["call", "down"])),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(All, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Any, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
        st.builds(NotDoneBy, inner, spans, st.sampled_from([None, "call", "down"])),
    ),
    max_leaves=6,
)


def world(line: StoryLine, rate: int, delta: int, sent: Instant) -> State:
    """A state with a flow of so many units an hour's worth of milliseconds, and one inject launched."""
    state = State()
    state.line = line
    state.indicators["beds"] = {
        Seq(1): Contribution(delta, rate * HOUR // 4, StoryMs(3)),
        Seq(2): Contribution(0, HOUR // 3, StoryMs(0), StoryMs(2)),
    }
    state.injects["call"] = InjectState(launched=Seq(1), launched_at=sent)
    return state


def every_instant(line: StoryLine, start: Instant, end: int) -> list[Instant]:
    """Each millisecond of play and of story after an instant, in order."""
    told = {Instant(PlayMs(ms), line.story_at(ms)) for ms in range(start.play, end)}
    told |= {Instant(line.play_at(ms), StoryMs(ms)) for ms in range(start.story, line.story_at(end - 1) + 1)}
    return sorted(one for one in told if one > start)


@settings(max_examples=400)
@given(conditions, LINES, st.integers(-5, 5), bounds, st.integers(0, 8))
def test_between_the_changes_that_are_foreseen_no_condition_turns(
    condition: Condition, paces: list[tuple[int, int, int]], rate: int, delta: int, sent: int
) -> None:
    index = ScriptIndex(watching())
    line, at = StoryLine().after(Instant(PlayMs(0), StoryMs(0)), 1, 1), 0
    for wait, num, den in paces:
        at += wait
        line = line.after(Instant(PlayMs(at), line.story_at(at)), num, den)
    start = Instant(PlayMs(at + 5), line.story_at(at + 5))
    state = world(line, rate, delta, Instant(PlayMs(sent), line.story_at(sent)))

    truth = holds(index, state, condition, start)
    change = next_change(index, state, condition, start)
    for instant in every_instant(line, start, at + 90):
        if change is not None and instant >= change:
            assert instant == change, "what is foreseen is an instant of the line"
            truth = holds(index, state, condition, instant)
            change = next_change(index, state, condition, instant)
        assert holds(index, state, condition, instant) is truth
