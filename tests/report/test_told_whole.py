"""What comforts a reader is never told alone: harm, what was left, what was replaced, how late."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Side
from care_desktop.scenario.conditions import InjectSent, ServiceLevel
from care_desktop.scenario.effects import Impair
from care_desktop.scenario.script import Cell, Decision, Duty, Inject, Option, Phase, Script, Service
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import DAY, StoryMs
from tests.report.afternoon import Afternoon
from tests.report.dossiers import of
from tests.report.test_numbers import said, tables
from tests.report.words import section, words

SCRIPT = Script(
    "orme",
    Text("ORME"),
    cells=(Cell("care", Text("Soins")),),
    phases=(Phase("night", Text("La nuit"), StoryMs(0)), Phase("later", Text("Après"), StoryMs(14 * DAY))),
    services=(Service("record", Text("Dossier patient")),),
    injects=(
        Inject(
            "wrong",
            Text("La gestionnaire"),
            recipients=("care",),
            effects=(Impair("record", ServiceLevel.DOWN),),
            harm=Text("Un patient reçoit l’insuline de son voisin."),
        ),
        Inject("ask", Text("Un appel"), recipients=("care",), asks="open"),
    ),
    decisions=(
        Decision(
            "open",
            Text("Rouvrez-vous ?"),
            ("care",),
            (Option("no", Text("Pas encore")), Option("yes", Text("Par étapes"))),
        ),
    ),
    duties=(Duty("eigs", Text("Déclaration d’EIGS"), starts=InjectSent("wrong")),),
)


def room() -> Afternoon:
    """At 14:06 a patient comes to harm, and the record is down from then on."""
    return Afternoon(SCRIPT).does(c.Begin()).at(4).goes_out("wrong")


def phase(dossier: Dossier, name: str) -> str:
    sides = [one for one in section(compose(dossier), "2").blocks if isinstance(one, Side)]
    (told,) = (one for one in sides if one.head == name)
    return " ".join(words(told.body).split())


def essential(dossier: Dossier) -> str:
    return " ".join(words(section(compose(dossier), "")).split())


def test_the_story_of_a_phase_tells_that_a_patient_came_to_harm() -> None:
    dossier = of(room().at(9).does(c.End()))
    assert "Dommage fictif à un patient : 14:06 (section 4)." in phase(dossier, "La nuit")
    unharmed = of(Afternoon(SCRIPT).does(c.Begin()).at(9).does(c.End()))
    assert "Dommage" not in words(section(compose(unharmed), "2"))


@pytest.mark.parametrize("harmed", [True, False])
def test_a_phase_tells_what_was_asked_in_it_and_never_decided(harmed: bool) -> None:
    begun = room() if harmed else Afternoon(SCRIPT).does(c.Begin())
    told = phase(of(begun.at(6).goes_out("ask").at(9).does(c.End())), "La nuit")
    assert told.count("Sans décision à la fin : D1.") == 1


def test_a_decision_that_was_replaced_is_told_with_what_replaced_it() -> None:
    asked = room().at(6).goes_out("ask").at(8).does(c.Answer("open", "care", "no"))
    told = phase(of(asked.at(20).does(c.Revise("open", "yes")).at(30).does(c.End())), "La nuit")
    assert "D1 « Pas encore » (14:10), révisée à 14:22 : « Par étapes »" in told


def declared_late() -> Dossier:
    """Two weeks of the story later, after a jump."""
    jumped = room().at(10).does(c.Jump(StoryMs(14 * DAY)))
    return of(jumped.at(12).does(c.MeetDuty("eigs")).at(20).does(c.End()))


def test_what_was_declared_two_weeks_late_says_so_wherever_it_is_said_to_be_done() -> None:
    dossier = declared_late()
    (row,) = tables(compose(dossier))["duties"].rows
    assert " ".join(said(row[2]).split()).startswith("335 h 58 après T0")
    assert "fait, 335 h 58 après T0" in " ".join(words(section(compose(dossier), "4")).split())


def test_the_longest_outage_says_how_much_of_it_nobody_played() -> None:
    told = "Plus longue indisponibilité : Dossier patient, 336 h 06 (335 h 50 non jouées)."
    assert told in essential(declared_late())
    played = essential(of(room().at(9).does(c.End())))
    assert "Plus longue indisponibilité : Dossier patient, 5 min." in played


def test_that_a_simulated_team_wrote_nothing_is_no_improvement() -> None:
    dossier = declared_late()
    silent = "sans que leur contenu soit consigné"
    assert silent in essential(dossier).replace("son contenu", "leur contenu")
    assert silent not in essential(replace(dossier, simulated=True)).replace("son contenu", "leur contenu")
