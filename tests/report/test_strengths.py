"""What held, by sure rules: calls made, work no risk struck, what observers saw, services back for good."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Mark
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Points
from care_desktop.report.sections.proposed import improvements
from care_desktop.report.sections.strengths import strengths
from care_desktop.scenario.conditions import ServiceLevel, StepDone
from care_desktop.scenario.effects import Impair
from care_desktop.scenario.script import (
    Cell,
    Correspondent,
    Criterion,
    Duty,
    Inject,
    Objective,
    Risk,
    Script,
    Service,
    Step,
    Team,
)
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import MINUTE, StoryMs
from tests.exercise.room import said
from tests.report.afternoon import Afternoon
from tests.report.dossiers import made, of
from tests.report.pages import pages_before
from tests.report.test_proposed import heads, written_by
from tests.report.words import section, words


def step(name: str, *risks: Risk) -> Step:
    return Step(name, Text(name), "crew", StoryMs(MINUTE), risks=risks)


SCRIPT = Script(
    "orme",
    Text("ORME"),
    cells=(Cell("it", Text("Technique")),),
    correspondents=tuple(Correspondent(one, Text(one)) for one in ("samu", "ars", "cert")),
    teams=(Team("crew", Text("Équipe"), 9),),
    steps=(step("first"), step("second"), step("rash", Risk("spread", Text("Rechute"), StepDone("first")))),
    objectives=(Objective("calm", Text("Garder son calme")),),
    criteria=tuple(Criterion(one, Text(one), "calm") for one in ("a", "b", "c")),
    services=tuple(Service(one, Text(one)) for one in ("lingerie", "cuisine")),
    injects=(
        *(
            Inject(
                f"{one}-{n}", Text(one), effects=(Impair(one, ServiceLevel.DOWN, lasts=StoryMs(5 * MINUTE)),)
            )
            for one in ("lingerie", "cuisine")
            for n in (1, 2)
        ),
        Inject("for good", Text("Pour de bon"), effects=(Impair("cuisine", ServiceLevel.DOWN),)),
    ),
    duties=(Duty("cnil", Text("CNIL")),),
)


def ended(*given: c.Command, later: tuple[c.Command, ...] = ()) -> Dossier:
    return of(Afternoon(SCRIPT).does(c.Begin()).at(2).does(*given).at(20).does(*later).at(40).does(c.End()))


def held(dossier: Dossier) -> list[str]:
    return heads(strengths(written_by(dossier)))


def missing(dossier: Dossier) -> list[str]:
    return heads(improvements(written_by(dossier)))


def calls(*each: str) -> tuple[c.Command, ...]:
    return tuple(c.RecordCall(one, (), "it") for one in each)


def test_half_of_those_outside_called_is_a_strength_and_less_is_none() -> None:
    assert held(ended(*calls("samu", "cert", "samu"))) == ["2 correspondants sur 3 appelés"]
    assert held(ended(*calls("samu", "samu"))) == []


def test_the_first_call_to_each_is_the_one_that_is_named() -> None:
    dossier = ended(*calls("samu", "cert", "samu"))
    (found,) = strengths(written_by(dossier))
    first = [one.seq for one in dossier.debrief.log.calls[:2]]
    assert found.more == "samu et cert."
    assert found.reference == "journal " + ", ".join(f"{seq:04d}" for seq in first)


def test_work_that_no_risk_struck_is_a_strength_beside_work_that_one_did() -> None:
    both = ended(*(c.BeginStep(one) for one in ("rash", "first", "second")))
    assert held(both) == ["2 travaux de reprise sur 3 achevés sans qu’un risque se réalise."]
    assert "1 travail de reprise commencé hors ordre, avec un risque réalisé" in missing(both)


def test_as_much_work_struck_as_not_is_no_strength() -> None:
    assert held(ended(c.BeginStep("rash"), c.BeginStep("second"))) == []


def marked(*marks: Mark) -> Dossier:
    return ended(*(c.Observe(mark, one) for mark, one in zip(marks, "abc", strict=False)))


def test_what_observers_saw_is_a_strength_if_it_is_half_of_what_they_looked_at() -> None:
    assert held(marked(Mark.SEEN, Mark.NOT_SEEN)) == ["1 critère constaté sur 2 regardés."]
    assert held(marked(Mark.SEEN, Mark.NOT_SEEN, Mark.PARTLY)) == []
    assert held(marked()) == []


def test_a_service_that_came_back_and_stayed_is_a_strength_and_one_that_fell_again_is_none() -> None:
    again = (c.Launch("cuisine-2"),)
    dossier = ended(c.Launch("lingerie-1"), c.Launch("cuisine-1"), later=again)
    (found,) = strengths(written_by(dossier))
    assert (found.text, found.more) == (
        "1 service sur 2 revenu en mode normal, sans rechute\u00a0:",
        "lingerie.",
    )


def test_a_service_that_is_not_back_at_the_end_is_to_improve() -> None:
    assert missing(ended(c.Launch("for good"))) == ["1 service sur 2 non revenu en mode normal à la fin"]
    assert missing(ended(c.Launch("cuisine-1"))) == []


def test_what_was_reported_without_its_content_is_to_improve() -> None:
    silent = "1 signalement ou notification fait sans que son contenu soit consigné"
    assert missing(ended(c.SetDutyStart("cnil"), c.MeetDuty("cnil"))) == [silent]
    assert missing(ended(c.SetDutyStart("cnil"), c.MeetDuty("cnil", said("72 h")))) == []


def demonstration(dossier: Dossier) -> Dossier:
    return replace(dossier, simulated=True)


def points(dossier: Dossier) -> tuple[Points, ...]:
    return tuple(one for one in section(compose(dossier), "").blocks if isinstance(one, Points))


@pytest.mark.parametrize("place", [0, 1])
def test_where_nothing_is_sure_it_is_said_and_people_have_lines_to_fill(place: int) -> None:
    shown = points(ended())[place]
    assert shown.sub.startswith("Le journal seul n’en montre aucun avec certitude")
    assert [one.blank for one in shown.items] == [True, True, True]


@pytest.mark.parametrize("place", [0, 1])
def test_a_demonstration_says_it_in_place_of_lines_that_nobody_fills(place: int) -> None:
    shown = points(demonstration(ended()))[place]
    assert words(shown.items).strip("– ").startswith("Le journal seul n’en montre aucun avec certitude")
    assert [one.blank for one in shown.items] == [False]


def test_a_demonstration_with_one_does_not_promise_three() -> None:
    shown, _ = points(demonstration(ended(*calls("samu", "cert"))))
    assert (shown.head, [one.blank for one in shown.items]) == ("Points forts", [False])


def test_the_essential_is_one_page_however_many_services_did_not_come_back() -> None:
    names = [f"service-{n}" for n in range(60)]
    script = Script(
        "orme",
        Text("ORME"),
        services=tuple(Service(one, Text(f"Unité de soins et de rééducation {one}")) for one in names),
        injects=(
            Inject("fall", Text("Panne"), effects=tuple(Impair(one, ServiceLevel.DOWN) for one in names)),
        ),
    )
    content = made(of(Afternoon(script).does(c.Begin(), c.Launch("fall")).at(60).does(c.End())))
    assert pages_before(content, 2) == 2
