"""Laws of services, crews and revisions, in scripts that are made up anew each time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from care_desktop.exercise import commands as c
from care_desktop.exercise.fold import apply
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.indicators import value
from care_desktop.exercise.services import own_level
from care_desktop.exercise.state import State, Work
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Effect, Impair, Move, Restore
from care_desktop.scenario.script import (
    Cell,
    Decision,
    Dependency,
    Indicator,
    Inject,
    Option,
    Script,
    Service,
    Step,
    Team,
)
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, Span, StoryMs
from tests.exercise.acts import Act, Play
from tests.exercise.liseron import t
from tests.exercise.plays import played

SERVICES, INJECTS, STEPS = range(6), range(4), range(4)
OPTIONS = ("one", "two", "three")
many = settings(max_examples=300)

services = st.sampled_from([f"s{n}" for n in SERVICES])
levels = st.sampled_from([ServiceLevel.DEGRADED, ServiceLevel.DOWN])
later = st.builds(Span, story=st.sampled_from([StoryMs(MINUTE), StoryMs(HOUR)]))


def effects(after: st.SearchStrategy[Span | None]) -> st.SearchStrategy[tuple[Effect, ...]]:
    lasts = st.sampled_from([None, StoryMs(10 * MINUTE)])
    one: st.SearchStrategy[Effect] = (
        st.builds(Impair, services, levels, lasts, after)
        | st.builds(Restore, services, after)
        | st.builds(Move, st.just("fear"), st.integers(-3, 3), after)
    )
    return st.lists(one, max_size=4).map(tuple)


at_any_time = effects(st.none() | later)
not_at_once = effects(later)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """Services that need those before them, and who impairs, restores and puts them on an island."""
    capacity = draw(st.integers(1, 3))
    return Script(
        "random",
        t("Hasard"),
        cells=(Cell("crisis", t("Cellule")),),
        services=tuple(
            Service(
                f"s{n}",
                t("S"),
                tuple(Dependency(f"s{m}", draw(st.booleans())) for m in range(n) if draw(st.booleans())),
            )
            for n in SERVICES
        ),
        injects=tuple(
            Inject(f"i{n}", t("I"), recipients=("crisis",), effects=draw(at_any_time), asks=asks)
            for n, asks in zip(INJECTS, ["what", None, None, None], strict=True)
        ),
        decisions=(
            Decision(
                "what",
                t("Que faire ?"),
                cells=("crisis",),
                options=tuple(Option(one, t("O"), effects=draw(not_at_once)) for one in OPTIONS),
            ),
        ),
        indicators=(Indicator("fear", t("Inquiétude")),),
        teams=(Team("it", t("Informatique"), capacity),),
        steps=tuple(
            Step(
                f"t{n}",
                t("T"),
                "it",
                StoryMs(draw(st.sampled_from([5, 40])) * MINUTE),
                crew=draw(st.integers(1, capacity)),
                effects=draw(at_any_time),
                island=tuple(draw(st.lists(services, max_size=2, unique=True))),
            )
            for n in STEPS
        ),
    )


injects = st.sampled_from([f"i{n}" for n in INJECTS])
steps = st.sampled_from([f"t{n}" for n in STEPS])
options = st.sampled_from(OPTIONS)
acts: st.SearchStrategy[Play] = st.lists(
    st.builds(
        Act,
        st.sampled_from([0, 1_000, 14_000, 6 * MINUTE, 41 * MINUTE]),
        st.builds(c.Launch, injects)
        | st.builds(c.ConfirmShown, injects)
        | st.builds(c.Recall, injects)
        | st.builds(c.BeginStep, steps)
        | st.builds(c.BeginStep, steps)
        | st.builds(c.PauseStep, steps)
        | st.builds(c.AbandonStep, steps)
        | st.builds(c.Answer, st.just("what"), st.just("crisis"), options)
        | st.builds(c.Revise, st.just("what"), options),
    ),
    max_size=25,
)


def unheld(index: ScriptIndex, state: State) -> list[str]:
    """Services that are better than what they cannot do without lets them be."""
    most = {
        one.id: ServiceLevel.DEGRADED if one.id in state.islands else ServiceLevel.DOWN for one in _of(index)
    }
    return [
        service.id
        for service in _of(index)
        for need in service.needs
        if need.hard and state.level(service.id) < min(most[service.id], state.level(need.service))
    ]


def _of(index: ScriptIndex) -> tuple[Service, ...]:
    return index.script.services


def unfounded(index: ScriptIndex, state: State) -> list[str]:
    """Services on an island that are down though nothing has taken them down themselves."""
    return [
        one.id
        for one in _of(index)
        if one.id in state.islands
        and state.level(one.id) is ServiceLevel.DOWN
        and own_level(state.impairments.get(one.id, {}).values()) is not ServiceLevel.DOWN
    ]


@many
@given(scripts(), acts)
def test_after_no_event_is_a_service_nominal_while_it_needs_one_that_is_down(
    script: Script, play: Play
) -> None:
    index, state = ScriptIndex(script), State()
    for event in played(index, play).events:
        apply(index, state, event)
        assert unheld(index, state) == []
        assert unfounded(index, state) == []


@many
@given(scripts(), acts)
def test_after_no_event_are_more_people_at_work_than_a_team_has(script: Script, play: Play) -> None:
    index, state = ScriptIndex(script), State()
    for event in played(index, play).events:
        apply(index, state, event)
        at_work = [index.steps[name].crew for name, one in state.steps.items() if one.work is Work.UNDER_WAY]
        assert sum(at_work) <= index.teams["it"].capacity


@many
@given(scripts(), acts, options, options, st.integers(0, 10_000))
def test_a_revision_before_anything_followed_is_as_if_the_other_option_had_been_taken_at_once(
    script: Script, play: Play, first: str, then: str, wait: int
) -> None:
    index = ScriptIndex(script)
    asked = [*(act for act in play if act.command.kind in _BEFORE), Act(0, c.Launch("i0"))]
    before = played(index, [*asked, Act(0, c.ConfirmShown("i0"))]).engine
    at = PlayMs(sum(act.wait for act in asked))
    if before.refusal(c.Answer("what", "crisis", then), at) is not None or first == then:
        return
    straight = before.fork()
    before.submit(c.Answer("what", "crisis", first), at)
    before.submit(c.Revise("what", then), at)
    straight.submit(c.Answer("what", "crisis", then), at)
    for later in (0, wait, 2 * HOUR):
        for engine in (before, straight):
            engine.advance(PlayMs(at + later))
        assert before.state.levels == straight.state.levels
        fears = [value(index, one.state, "fear", one.state.now.story) for one in (before, straight)]
        assert fears[0] == fears[1]


_BEFORE = {"launch", "begin_step", "pause_step"}
