"""What the scenario has happen to patients is told, with its number, and that nothing of it was played."""

from __future__ import annotations

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import InjectImprovised
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Report, Side
from care_desktop.scenario.conditions import InjectSent
from care_desktop.scenario.script import Cell, Channel, Duty, Inject, Script
from care_desktop.scenario.text import Text
from tests.exercise.room import said
from tests.report.afternoon import Afternoon
from tests.report.dossiers import of
from tests.report.numbered import texts_of, without
from tests.report.shipped import played_by

HARM = Text("Un patient reçoit l’insuline de son voisin.")
SCRIPT = Script(
    "orme",
    Text("ORME"),
    cells=(Cell("care", Text("Soins")),),
    injects=(
        Inject("wrong", Text("La gestionnaire"), recipients=("care",), harm=HARM),
        Inject("call", Text("Un appel"), recipients=("care",)),
    ),
    duties=(
        Duty("eigs", Text("Déclaration d’EIGS"), starts=InjectSent("wrong")),
        Duty("cert", Text("Signalement au CERT"), starts=InjectSent("call")),
    ),
)


def patients(report: Report) -> str:
    """What stands beside « Ce qui est arrivé aux patients »; nothing where that is not there."""
    sides = [one for section in report.sections for one in section.blocks if isinstance(one, Side)]
    return " ".join(text for one in sides if "aux patients" in one.head for text in texts_of(one.body))


def room(*launched: str) -> Dossier:
    afternoon = Afternoon(SCRIPT).does(c.Begin()).at(4)
    for name in launched:
        afternoon.goes_out(name)
    return of(afternoon.at(9).does(c.End()))


def test_what_happened_stands_with_its_hour_its_number_and_what_was_not_declared() -> None:
    dossier = room("wrong")
    (harmed,) = [one for one in dossier.debrief.injects.courses if one.harm]
    told = patients(compose(dossier))
    for part in (
        "14:06",
        "00:04 en temps fictif",
        "l’insuline de son voisin",
        f"journal {harmed.launched:04d}",
        "Déclaration d’EIGS",
    ):
        assert part in told
    assert "non réalisé pendant l’exercice" in told
    assert without(dossier) == []


def test_the_page_that_is_read_alone_says_it_too() -> None:
    told = "Un événement fictif où un patient subit un dommage"
    assert told in " ".join(texts_of(compose(room("wrong")).sections[0].blocks))
    assert "subit un dommage" not in " ".join(texts_of(compose(room("call")).sections[0].blocks))


def test_only_what_had_to_be_declared_because_of_it_stands_with_it() -> None:
    told = patients(compose(room("wrong", "call")))
    assert "Déclaration d’EIGS" in told
    assert "Signalement au CERT" not in told


def test_what_was_declared_is_said_to_be_done() -> None:
    afternoon = Afternoon(SCRIPT).does(c.Begin()).at(4).goes_out("wrong").at(6).does(c.MeetDuty("eigs"))
    told = " ".join(patients(compose(of(afternoon.at(9).does(c.End())))).split())
    assert "Déclaration d’EIGS : fait, " in told
    assert "non réalisé" not in told


def test_that_what_was_improvised_is_not_counted_is_said_only_where_something_was() -> None:
    told = "Les stimuli improvisés n’y sont pas comptés."
    afternoon = Afternoon(SCRIPT).does(c.Begin()).at(4).goes_out("wrong")
    afternoon.does(c.ImproviseInject(Channel.CALL, ("care",), said("une chute")))
    (improvised,) = (one.fact.inject for one in afternoon.events if isinstance(one.fact, InjectImprovised))
    afternoon.does(c.Launch(improvised))
    assert told in patients(compose(of(afternoon.at(9).does(c.End()))))
    assert told not in patients(compose(room("wrong", "call")))


def test_that_none_was_played_is_said_only_where_the_scenario_has_one() -> None:
    assert "Aucun des événements" in patients(compose(room("call")))
    bare = Script("orme", Text("ORME"), cells=SCRIPT.cells, injects=SCRIPT.injects[1:])
    assert patients(compose(of(Afternoon(bare).does(c.Begin()).at(4).does(c.End())))) == ""


def test_the_worst_team_of_the_shipped_scenario_reads_of_the_insulin() -> None:
    assert "insuline" in patients(compose(played_by("worst")))
    assert "Aucun des événements" in patients(compose(played_by("best")))
