"""Each thing is told once, in its place: at the edge of a jump, on the way back up, in a quiet phase."""

from __future__ import annotations

from care_desktop.exercise import commands as c
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Side
from care_desktop.scenario.conditions import ServiceLevel, StepDone
from care_desktop.scenario.effects import Impair
from care_desktop.scenario.script import Inject, Phase, Risk, Script, Service, Step, Team
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, StoryMs, story
from tests.report.afternoon import Afternoon
from tests.report.dossiers import of
from tests.report.words import section, words

NIGHT, JUMP, MORNING = "Nuit", "Saut, non joué", "Matin"


def out(name: str, level: ServiceLevel, minutes: int, at: int | None = None, of: str = "labo") -> Inject:
    lasts = Impair(of, level, lasts=StoryMs(minutes * MINUTE))
    return Inject(
        name, Text(name), at=None if at is None else story(at), effects=(lasts,), auto=at is not None
    )


def step(name: str) -> Step:
    return Step(
        name, Text(name), "crew", StoryMs(MINUTE), risks=(Risk("spread", Text("Rechute"), StepDone("safe")),)
    )


SCRIPT = Script(
    "orme",
    Text("ORME"),
    phases=(Phase("night", Text(NIGHT), StoryMs(0)), Phase("morning", Text(MORNING), StoryMs(6 * HOUR))),
    services=tuple(Service(one, Text(one.capitalize())) for one in ("labo", "bloc", "radio")),
    injects=(
        out("down", ServiceLevel.DOWN, 2),
        out("again", ServiceLevel.DOWN, 2),
        out("slow", ServiceLevel.DEGRADED, 30),
        out("bloc", ServiceLevel.DOWN, 30, of="bloc"),
        out("radio", ServiceLevel.DOWN, 30, of="radio"),
        out("dawn", ServiceLevel.DOWN, 10, 6 * HOUR),
    ),
    teams=(Team("crew", Text("Équipe"), 9),),
    steps=(Step("safe", Text("safe"), "crew", StoryMs(MINUTE)), step("one"), step("two")),
)


def told(dossier: Dossier) -> list[tuple[str, str]]:
    """What stands beside each heading of the story, in its order."""
    sides = (one for one in section(compose(dossier), "2").blocks if isinstance(one, Side))
    return [(one.head, " ".join(words(one.body).split())) for one in sides]


def night() -> Afternoon:
    return Afternoon(SCRIPT).does(c.Begin()).at(1)


def jumped(afternoon: Afternoon) -> Dossier:
    """To the very hour at which the morning begins."""
    afternoon.does(c.Jump(StoryMs(6 * HOUR), c.OpenDecisions.KEEP))
    return of(afternoon.at(afternoon.engine.state.now.play / MINUTE + 20).does(c.End()))


def test_what_comes_at_the_end_of_a_jump_comes_when_people_play_again() -> None:
    found = dict(told(jumped(night().does(c.Launch("bloc")).at(5))))
    assert found[JUMP] == "Rétablis : Bloc."
    assert "Indisponibles : Labo." in found[MORNING]


def test_each_jump_stands_after_the_phase_that_it_ended() -> None:
    afternoon = night().does(c.Launch("bloc")).at(5).does(c.Jump(StoryMs(6 * HOUR), c.OpenDecisions.KEEP))
    afternoon.at(9).does(c.Launch("radio")).at(10).does(c.Jump(StoryMs(9 * HOUR), c.OpenDecisions.KEEP))
    found = told(of(afternoon.at(12).does(c.End())))
    assert [head for head, _ in found] == [NIGHT, JUMP, MORNING, JUMP]
    assert "Radio" in found[3][1]


def test_a_service_on_its_way_up_is_not_told_to_have_been_degraded() -> None:
    afternoon = night().does(c.Launch("down"), c.Launch("slow")).at(9)
    found = told(of(afternoon.does(c.End())))
    assert found[0][1].count("Labo") == 1
    assert found[0][1].startswith("Indisponibles : Labo.")


def test_a_service_that_fell_twice_in_a_phase_is_named_once() -> None:
    afternoon = night().does(c.Launch("down")).at(5).does(c.Launch("again")).at(6)
    ((_, text),) = told(of(afternoon.does(c.End())))
    assert text.startswith("Indisponibles : Labo.")


def test_the_same_risk_of_two_works_is_told_once() -> None:
    afternoon = night().does(c.BeginStep("one"), c.BeginStep("two")).at(6)
    ((_, text),) = told(of(afternoon.does(c.End())))
    assert text.count("Rechute") == 1


def test_a_phase_that_alone_was_quiet_keeps_its_name() -> None:
    found = told(jumped(night().at(5)))
    assert found[0][0] == NIGHT
    assert found[0][1].startswith("Le journal ne note ni décision")
    assert "Indisponibles : Labo." in dict(found)[MORNING]
