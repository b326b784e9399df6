"""A DMIA of the facility's own is told apart from a default of the scenario, and every service is named."""

from __future__ import annotations

from care_desktop.exercise import commands as c
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.plots import RecoveryPlot
from care_desktop.report.sections.proposed import improvements
from care_desktop.report.sections.strengths import strengths
from care_desktop.scenario.background import Kind, Track
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Impair
from care_desktop.scenario.script import Inject, Script, Service, Step, Team
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, StoryMs
from tests.report.afternoon import Afternoon
from tests.report.dossiers import of
from tests.report.test_numbers import figures, said, tables
from tests.report.test_proposed import written_by
from tests.report.words import section, words


def services(own: int) -> tuple[Service, ...]:
    """Two servers, then two wards; the first ``own`` of each have a DMIA that the facility set."""
    target = StoryMs(10 * MINUTE)
    return tuple(
        Service(
            f"{name}-{n}",
            Text(f"{name} {n}"),
            target=target,
            kind=kind,
            degraded=Text("Sur papier."),
            defaults=() if n <= own else ("target", "degraded"),
        )
        for name, kind in (("serveur", Kind.SOFTWARE), ("service", Kind.CARE))
        for n in (1, 2)
    )


def all_down(own: int) -> Dossier:
    """All of them are down for an hour."""
    each = services(own)
    fall = Inject(
        "fall", Text("Tout tombe"), effects=tuple(Impair(one.id, ServiceLevel.DOWN) for one in each)
    )
    script = Script("orme", Text("ORME"), services=each, injects=(fall,))
    return of(Afternoon(script).does(c.Begin(), c.Launch("fall")).at(HOUR / MINUTE).does(c.End()))


def mixed(*, default: bool = False) -> Dossier:
    """One is down for long, one for a minute, one never; ``default``: the first has its DMIA by default."""
    target = StoryMs(10 * MINUTE)
    each = tuple(
        Service(name, Text(name), target=target, defaults=("target",) if default and name == "long" else ())
        for name in ("long", "court", "jamais")
    )
    effects = tuple(
        Impair(name, ServiceLevel.DOWN, lasts=StoryMs(lasts * MINUTE))
        for name, lasts in (("long", 50), ("court", 1))
    )
    script = Script(
        "orme", Text("ORME"), services=each, injects=(Inject("fall", Text("Panne"), effects=effects),)
    )
    return of(Afternoon(script).does(c.Begin(), c.Launch("fall")).at(HOUR / MINUTE).does(c.End()))


def opening(dossier: Dossier) -> str:
    return " ".join(words(section(compose(dossier), "6").blocks[0]).split())


def test_both_are_counted_apart_and_every_service_is_named_care_first() -> None:
    assert opening(all_down(1)).endswith(
        "Deux DMIA de l’établissement sur deux dépassées : service 1 et serveur 1 ; "
        "deux sur deux par défaut du scénario : service 2 et serveur 2."
    )


def test_where_the_facility_set_none_nothing_is_said_of_its_own() -> None:
    assert "de l’établissement" not in opening(all_down(0))
    assert "Quatre DMIA sur quatre, par défaut du scénario, dépassées : service 1, " in opening(all_down(0))


def test_what_was_kept_or_never_tried_is_not_said_to_be_passed() -> None:
    assert opening(mixed()).endswith("Une DMIA de l’établissement sur trois dépassée : long.")


def test_that_none_of_its_own_was_passed_is_said_before_the_defaults() -> None:
    assert opening(mixed(default=True)).endswith(
        "Aucune des 2 DMIA fixées par l’établissement n’a été dépassée ; "
        "une DMIA sur une, par défaut du scénario, dépassée : long."
    )


def test_only_a_dmia_of_its_own_that_was_kept_is_a_strength() -> None:
    (kept,) = (one for one in strengths(written_by(mixed())) if "DMIA" in one.text)
    assert kept.more == "court."
    short = services(0)[2]
    fall = Inject(
        "fall", Text("Panne"), effects=(Impair(short.id, ServiceLevel.DOWN, lasts=StoryMs(MINUTE)),)
    )
    script = Script("orme", Text("ORME"), services=(short,), injects=(fall,))
    by_default = of(Afternoon(script).does(c.Begin(), c.Launch("fall")).at(60).does(c.End()))
    assert by_default.debrief.services.courses[0].target_met
    assert [one for one in strengths(written_by(by_default)) if "DMIA" in one.text] == []


def test_a_default_is_no_finding_to_improve() -> None:
    (passed,) = (one for one in improvements(written_by(all_down(1))) if "DMIA" in one.text)
    assert passed.more == "service 1 et serveur 1."
    assert [one for one in improvements(written_by(all_down(0))) if "DMIA" in one.text] == []


def test_the_figure_has_another_tick_for_a_default() -> None:
    plot = figures(compose(all_down(1)))["recovery"].plot
    assert isinstance(plot, RecoveryPlot)
    assert {row.name: row.by_default for row in plot.services} == {
        "serveur 1": False,
        "serveur 2": True,
        "service 1": False,
        "service 2": True,
    }


def test_a_procedure_that_the_scenario_wrote_has_its_star() -> None:
    rows = tables(compose(all_down(1)))["services"].rows
    assert [words(row[2]).strip() for row in rows] == ["Sur papier.", "* Sur papier."] * 2


def test_of_services_that_came_back_at_the_same_time_the_weightiest_stands_first() -> None:
    light, heavy = Service("light", Text("Courrier")), Service("heavy", Text("Urgences"), weight=3)
    script = Script("orme", Text("ORME"), services=(light, heavy))
    dossier = of(Afternoon(script).does(c.Begin()).at(5).does(c.End()))
    assert [said(row[0]) for row in tables(compose(dossier))["returns"].rows] == ["Urgences", "Courrier"]


def test_work_for_care_that_goes_on_is_told_apart_from_work_for_the_systems() -> None:
    steps = (
        Step("paper", Text("Monter le circuit papier"), "it", StoryMs(HOUR), track=Track.CONTINUITY),
        Step("core", Text("Rebâtir l’annuaire"), "it", StoryMs(HOUR)),
    )
    script = Script("orme", Text("ORME"), teams=(Team("it", Text("Technique"), 2),), steps=steps)
    room = Afternoon(script).does(c.Begin(), c.BeginStep("paper"), c.BeginStep("core")).at(5).does(c.End())
    stages = [said(row[2]) for row in tables(compose(of(room)))["works"].rows]
    assert ["continuité des soins" in one for one in stages] == [True, False]
