"""Simulated teams: they come to FINEX, reach the whole script, and show where a room would be stuck."""

from __future__ import annotations

from functools import reduce
from operator import or_

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    AnswerGiven,
    Begun,
    DecisionRevised,
    DefaultApplied,
    DutyMet,
    Fact,
    FunctionArrived,
    InjectLaunched,
    InjectSkipped,
    RiskStruck,
    StepBegun,
    StoryJumped,
)
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulated.habits import SILENT, by_judgement
from care_desktop.exercise.simulated.team import Written
from care_desktop.exercise.simulation import TEAMS, Coverage, Outcome, coverage, play, team, whole
from care_desktop.exercise.wire import encode
from care_desktop.scenario.background import Judgement, Quality
from care_desktop.scenario.conditions import InjectSent
from care_desktop.scenario.script import Criterion, Decision, Inject, Option, Options, Phase, Script
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs
from care_desktop.scenario.time import play as in_play
from tests.exercise.liseron import LISERON, clock, t

INDEX = ScriptIndex(LISERON)


def facts(outcome: Outcome, kind: type[Fact]) -> list[Fact]:
    return [event.fact for event in outcome.events if isinstance(event.fact, kind)]


def best(script: Script) -> Outcome:
    index = ScriptIndex(script)
    return play(index, team("best", index))


def test_teams_reach_finex_without_a_dead_end_and_use_the_whole_script() -> None:
    outcomes = [play(INDEX, team("random", INDEX, seed)) for seed in range(60)]
    outcomes += [play(INDEX, team(name, INDEX)) for name in ("best", "worst")]
    assert not [outcome for outcome in outcomes if outcome.dead_end]
    reached: Coverage = reduce(or_, [outcome.coverage for outcome in outcomes])
    # The last one fires only where nobody lets the printers print
    assert whole(INDEX) - reached == Coverage(triggers=frozenset({"calm"}))


def test_a_seed_gives_the_same_play_and_another_one_another() -> None:
    first, again, other = (play(INDEX, team("random", INDEX, seed)) for seed in (3, 3, 4))
    assert first.events == again.events
    assert first.events != other.events


def test_the_best_team_works_in_order_and_the_worst_does_not() -> None:
    well, badly = (play(INDEX, team(name, INDEX)) for name in ("best", "worst"))
    assert (facts(well, RiskStruck), bool(facts(badly, RiskStruck))) == ([], True)
    assert (len(facts(well, DutyMet)), facts(badly, DutyMet)) == (2, [])
    assert (facts(well, DefaultApplied), bool(facts(badly, DefaultApplied))) == ([], True)
    assert (len(facts(well, FunctionArrived)), facts(badly, FunctionArrived)) == (4, [])


def test_options_are_tried_by_what_a_guide_says_of_them() -> None:
    def option(name: str, quality: Quality | None) -> Option:
        judged = None if quality is None else Judgement(quality=quality, according_to=t("guide"))
        return Option(name, t(name), judged=judged)

    options = (
        option("risk", Quality.AT_RISK),
        option("unjudged", None),
        option("good", Quality.RECOMMENDED),
    )
    decision = Decision("one", t("?"), ("it",), options, limit=in_play(9 * MINUTE))
    assert [one.id for one in by_judgement(decision)] == ["good", "unjudged", "risk"]
    script = Script(
        "s",
        t(""),
        cells=LISERON.cells,
        decisions=(decision,),
        injects=(Inject("i", t(""), at=in_play(0), asks="one"),),
    )
    index = ScriptIndex(script)
    well, badly = (play(index, team(name, index)) for name in ("best", "worst"))
    assert [(a.option, a.late) for a in facts(well, AnswerGiven) if isinstance(a, AnswerGiven)] == [
        ("good", False)
    ]
    assert [(a.option, a.late) for a in facts(badly, AnswerGiven) if isinstance(a, AnswerGiven)] == [
        ("risk", True)
    ]


def test_finex_comes_when_the_scenario_says_so() -> None:
    outcome = play(INDEX, team("best", INDEX, lasts=PlayMs(75 * MINUTE)))
    assert outcome.ended == 75 * MINUTE


def test_where_nothing_is_left_before_a_far_phase_the_facilitator_jumps_to_it() -> None:
    jumps = facts(play(INDEX, team("best", INDEX)), StoryJumped)
    assert jumps == [StoryJumped(clock("03:30")), StoryJumped(clock("07:00", 2))]


def test_a_phase_that_is_near_is_waited_for() -> None:
    script = Script("s", t(""), phases=(Phase("a", t(""), clock("00:00")), Phase("b", t(""), clock("00:12"))))
    assert facts(best(script), StoryJumped) == []


def test_an_inject_that_no_longer_makes_sense_is_left_out() -> None:
    asks = Inject("mail", t(""), at=in_play(MINUTE), requires=InjectSent("never"))
    script = Script("s", t(""), injects=(asks, Inject("never", t(""))))
    assert [type(fact) for fact in facts(best(script), InjectSkipped)] == [InjectSkipped]


def test_what_launches_by_itself_is_not_launched_twice() -> None:
    script = replace(LISERON, options=Options(auto=True))
    launched = facts(best(script), InjectLaunched)
    assert len(launched) == len({fact.inject for fact in launched if isinstance(fact, InjectLaunched)})


def test_without_a_grace_the_facilitator_applies_the_default() -> None:
    index = ScriptIndex(replace(LISERON, options=Options(grace=None)))
    outcome = play(index, team("worst", index))
    assert outcome.left_open == ()
    assert any(fact.by_hand for fact in facts(outcome, DefaultApplied) if isinstance(fact, DefaultApplied))


def test_a_question_that_nothing_can_close_is_a_dead_end() -> None:
    script = Script(
        "s",
        t(""),
        cells=LISERON.cells,
        injects=(Inject("ask", t(""), at=in_play(MINUTE), asks="what"),),
        decisions=(Decision("what", t("?"), ("it",)),),
    )
    index = ScriptIndex(script)
    outcome = play(index, team("best", index, lasts=PlayMs(HOUR)))
    assert (outcome.no_way_on, outcome.dead_end) == (("what",), True)


def test_a_journey_that_does_not_say_finex_has_not_ended() -> None:
    outcome = play(INDEX, Written(INDEX, [(PlayMs(0), c.Begin())], None))
    assert (outcome.ended, outcome.dead_end) == (None, True)


def test_written_acts_are_done_at_their_time_and_a_facilitator_does_the_rest() -> None:
    acts = [
        (PlayMs(7 * MINUTE), c.Answer("cut_network", "it", "wait")),
        (PlayMs(9 * MINUTE), c.BeginStep("contain")),
    ]
    outcome = play(INDEX, Written(INDEX, acts, SILENT, PlayMs(HOUR)))
    assert outcome.ended == HOUR
    assert [event.at.play for event in outcome.events if isinstance(event.fact, AnswerGiven | StepBegun)] == [
        7 * MINUTE,
        9 * MINUTE,
    ]


def test_a_play_written_down_and_played_again_is_the_same() -> None:
    acts = [(PlayMs(0), c.Begin()), (PlayMs(5 * MINUTE), c.Launch("printers")), (PlayMs(HOUR), c.End())]
    first, again = (play(INDEX, Written(INDEX, acts, None)) for _ in range(2))
    assert first.events == again.events
    assert first.ended == HOUR
    assert [type(event.fact) for event in first.events[:2]][1] is Begun


def test_what_was_reached_is_counted_from_the_events_alone() -> None:
    outcome = play(INDEX, team("best", INDEX))
    assert coverage(outcome.events) == outcome.coverage
    assert outcome.coverage - outcome.coverage == Coverage()
    assert not Coverage()


def test_observers_mark_what_the_script_asks_them_to_look_for() -> None:
    script = Script("s", t(""), criteria=(Criterion("a", t("")), Criterion("b", t(""))))
    kinds = [event.fact.kind for event in best(script).events]
    assert kinds[-3:] == ["observation.marked", "observation.marked", "exercise.ended"]


@pytest.mark.parametrize("name", TEAMS)
def test_every_team_comes_to_finex_and_plays_alike_for_a_seed(name: str) -> None:
    first, again = (play(INDEX, team(name, INDEX, 7)) for _ in range(2))
    assert not first.dead_end
    assert [encode(event) for event in first.events] == [encode(event) for event in again.events]


def test_a_prompt_team_is_seldom_late_a_slow_one_often_and_a_silent_one_says_nothing() -> None:
    def answers(name: str) -> list[bool]:
        told = [
            fact for seed in range(12) for fact in facts(play(INDEX, team(name, INDEX, seed)), AnswerGiven)
        ]
        return [fact.late for fact in told if isinstance(fact, AnswerGiven)]

    quick, late = answers("prompt"), answers("slow")
    assert sum(quick) / len(quick) < 0.2 < sum(late) / len(late)
    assert answers("silent") == []
    silent = play(INDEX, team("silent", INDEX))
    assert (facts(silent, DutyMet), facts(silent, StepBegun)) == ([], [])
    assert bool(facts(silent, DefaultApplied))


def test_a_contrary_team_goes_back_on_what_it_decided_and_an_absent_minded_one_forgets() -> None:
    def plays(name: str) -> list[Outcome]:
        return [play(INDEX, team(name, INDEX, seed)) for seed in range(12)]

    assert any(facts(one, DecisionRevised) for one in plays("contrary"))
    forgetful = plays("absent-minded")
    assert any(facts(one, DefaultApplied) for one in forgetful)
    assert any(facts(one, AnswerGiven) for one in forgetful)
    assert not any(facts(one, DecisionRevised) for one in forgetful)
