"""Who was alerted and who was not, and the level of the plan if somebody wrote it down."""

from __future__ import annotations

from care_desktop.exercise import commands as c
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Cell, Mark, Table
from care_desktop.scenario.script import Cell as Team
from care_desktop.scenario.script import Claim, Correspondent, Duty, Function, Point, Script
from care_desktop.scenario.text import Text
from tests.exercise.room import said as typed
from tests.report.afternoon import Afternoon
from tests.report.dossiers import of
from tests.report.numbered import without
from tests.report.test_numbers import said, tables

SCRIPT = Script(
    "orme",
    Text("ORME"),
    functions=(Function("deputy", Text("Directrice de garde")),),
    cells=(Team("it", Text("Technique")),),
    duties=(Duty("cert", Text("Signalement"), to=Text("CERT Santé")),),
    correspondents=(
        Correspondent("samu", Text("SAMU"), (Point("beds", Text("Les lits")),)),
        Correspondent("ars", Text("ARS")),
        Correspondent("cert", Text("CERT Santé"), (), (Claim("cert"),)),
    ),
)


def words(cell: Cell) -> str:
    return said(cell) or " ".join(piece.word for piece in cell if isinstance(piece, Mark))


def alerts(dossier: Dossier) -> Table:
    return tables(compose(dossier))["alerts"]


def told(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    return {words(row[0]): tuple(words(cell) for cell in row[1:]) for row in alerts(dossier).rows}


def test_each_correspondent_has_the_hour_and_the_author_of_its_call_or_that_there_was_none() -> None:
    room = Afternoon(SCRIPT).does(c.Begin()).at(7)
    dossier = of(room.does(c.RecordCall("samu", ("beds",), "it", by="deputy")).at(20).does(c.End()))
    rows = told(dossier)
    assert rows["SAMU"][0].startswith("14:09 ")
    assert rows["SAMU"][2] == "Directrice de garde"
    assert rows["ARS"][0] == "non réalisé"
    assert without(dossier) == []


def test_what_was_reported_without_a_call_is_not_said_to_be_missing() -> None:
    room = Afternoon(SCRIPT).does(c.Begin()).at(3).does(c.SetDutyStart("cert"))
    rows = told(of(room.at(5).does(c.MeetDuty("cert", by="deputy")).at(20).does(c.End())))
    assert rows["CERT Santé"][0].startswith("14:07")
    assert rows["CERT Santé"][2] == "signalé sans appel"


def test_a_duty_that_was_met_without_words_says_that_they_are_not_recorded() -> None:
    room = Afternoon(SCRIPT).does(c.Begin()).at(3).does(c.SetDutyStart("cert"))
    dossier = of(room.at(5).does(c.MeetDuty("cert", by="deputy")).at(20).does(c.End()))
    (row,) = tables(compose(dossier))["duties"].rows
    assert said(row[3]) == "contenu non consigné"


def test_the_level_of_the_plan_is_what_somebody_wrote_or_not_recorded() -> None:
    room = Afternoon(SCRIPT).does(c.Begin()).at(7)
    assert alerts(of(room)).notes[0].text == "non consigné."
    dossier = of(room.does(c.WriteEntry(typed("Plan blanc déclenché."))).at(20).does(c.End()))
    assert "Plan blanc déclenché." in alerts(dossier).notes[0].text
    assert without(dossier) == []
