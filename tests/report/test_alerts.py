"""Who was alerted and who was not, and the level of the plan if somebody wrote it down."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Cell, Mark, Side, Table
from care_desktop.scenario.script import Cell as Team
from care_desktop.scenario.script import Claim, Correspondent, Duty, Function, Point, Script
from care_desktop.scenario.text import Text
from tests.exercise.room import said as typed
from tests.report.afternoon import Afternoon
from tests.report.dossiers import of
from tests.report.numbered import without
from tests.report.test_numbers import said, tables
from tests.report.words import section
from tests.report.words import words as words_of

SCRIPT = Script(
    "orme",
    Text("ORME"),
    functions=(Function("deputy", Text("Directrice de garde")),),
    cells=(Team("it", Text("Technique")),),
    duties=(Duty("cert", Text("Signalement"), to=Text("CERT Santé")),),
    correspondents=(
        Correspondent(
            "samu", Text("SAMU"), (Point("beds", Text("Les lits")), Point("help", Text("Un renfort")))
        ),
        Correspondent(
            "ars",
            Text("ARS"),
            (
                Point("level", Text("Le palier atteint", "The step reached"), plan_level=True),
                Point("needs", Text("Ce qui manque", "What is missing")),
                Point("harm", Text("Un dommage", "A harm"), if_any=True),
            ),
        ),
        Correspondent(
            "cert",
            Text("CERT Santé"),
            (Point("what", Text("Ce qui est touché")), Point("help", Text("L’aide voulue"))),
            (Claim("cert", ("what",)),),
        ),
    ),
)


def words(cell: Cell) -> str:
    return said(cell) or " ".join(piece.word for piece in cell if isinstance(piece, Mark))


def alerts(dossier: Dossier) -> Table:
    return tables(compose(dossier))["alerts"]


def alerted(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    return {words(row[0]): tuple(words(cell) for cell in row[1:]) for row in alerts(dossier).rows}


def test_each_correspondent_has_the_hour_and_the_author_of_its_call_or_that_there_was_none() -> None:
    room = Afternoon(SCRIPT).does(c.Begin()).at(7)
    room.does(c.RecordCall("samu", ("beds",), "it", by="deputy")).at(9).does(c.RecordCall("samu", (), "it"))
    dossier = of(room.at(20).does(c.End()))
    rows = alerted(dossier)
    assert rows["SAMU"][0].startswith("14:09 ")
    assert rows["SAMU"][1:] == ("00:07", "Directrice de garde")
    assert rows["ARS"][0] == "non réalisé"
    assert without(dossier) == []


def test_what_was_reported_without_a_call_is_not_said_to_be_missing() -> None:
    room = Afternoon(SCRIPT).does(c.Begin()).at(3).does(c.SetDutyStart("cert"))
    rows = alerted(of(room.at(5).does(c.MeetDuty("cert", by="deputy")).at(20).does(c.End())))
    assert rows["CERT Santé"][0].startswith("14:07")
    assert rows["CERT Santé"][0].endswith("signalé sans appel")


def test_where_no_call_has_its_author_that_is_said_once() -> None:
    room = Afternoon(SCRIPT).does(c.Begin()).at(7).does(c.RecordCall("samu"), c.RecordCall("ars"))
    table = alerts(of(room.at(20).does(c.End())))
    assert [len(row) for row in table.rows] == [len(table.columns)] * 3 == [3] * 3
    assert table.notes[1].text.count("L’auteur des appels n’est pas consigné.") == 1
    signed = alerts(called_ars("needs"))
    assert [len(row) for row in signed.rows] == [4] * 3
    assert "L’auteur des appels" not in signed.notes[1].text


def test_a_duty_that_was_met_without_words_says_that_they_are_not_recorded() -> None:
    room = Afternoon(SCRIPT).does(c.Begin()).at(3).does(c.SetDutyStart("cert"))
    dossier = of(room.at(5).does(c.MeetDuty("cert", by="deputy")).at(20).does(c.End()))
    (row,) = tables(compose(dossier))["duties"].rows
    assert said(row[3]) == "contenu non consigné"


def level(dossier: Dossier) -> str:
    return " ".join(alerts(dossier).notes[0].text.split())


def called_ars(*said: str) -> Dossier:
    """Somebody wrote of a plan, then the ARS was called twice."""
    room = Afternoon(SCRIPT).does(c.Begin(), c.WriteEntry(typed("Plan blanc déclenché."))).at(7)
    room.does(c.RecordCall("ars", said, "it", text=typed("niveau deux"))).at(9)
    return of(room.does(c.RecordCall("ars", ("level",), "it")).at(20).does(c.End()))


def test_the_level_of_the_plan_is_what_a_call_gave_whatever_the_words() -> None:
    dossier = called_ars("needs", "level")
    assert level(dossier).startswith("donné à 14:09 (appel : ARS, journal ")
    assert level(dossier).endswith("« niveau deux »")
    assert level(replace(dossier, language="en")).startswith("given at 14:09 (call: ARS, journal ")
    assert without(dossier) == []


def test_a_call_that_did_not_give_it_gives_none() -> None:
    assert level(called_ars("needs")).startswith("donné à 14:11 ")
    room = Afternoon(SCRIPT).does(c.Begin(), c.WriteEntry(typed("Plan blanc déclenché."))).at(7)
    silent = of(room.does(c.RecordCall("ars", ("needs",), "it")).at(20).does(c.End()))
    assert level(silent) == "aucun appel consigné ne le donne."
    assert level(replace(silent, language="en")) == "no recorded call gives it."


def calls(dossier: Dossier, name: str) -> list[str]:
    """What the journal of the annex says of the calls to somebody."""
    return [
        " ".join(said(row[5]).split())
        for row in tables(compose(dossier))["journal"].rows
        if said(row[3]) == name
    ]


def test_the_points_of_a_call_are_those_that_were_ticked_and_no_other() -> None:
    assert calls(called_ars("needs", "harm"), "ARS") == [
        "Ce qui manque ; Un dommage · « niveau deux »",
        "Le palier atteint",
    ]
    english = replace(called_ars("needs"), language="en")
    assert calls(english, "ARS")[1] == "The step reached"


def test_a_simulated_team_that_ticks_everything_has_not_said_what_may_be_nothing() -> None:
    ticked = called_ars("level", "needs", "harm")
    for language, harm in (("fr", "Un dommage"), ("en", "A harm")):
        dossier = replace(ticked, language=language)
        assert harm in calls(dossier, "ARS")[0]
        assert harm not in calls(replace(dossier, simulated=True), "ARS")[0]


def reported(*each: tuple[str, ...]) -> Dossier:
    """CERT Santé is called again and again, each time with these points."""
    room = Afternoon(SCRIPT).does(c.Begin()).at(3).does(c.SetDutyStart("cert"))
    for minute, points in enumerate(each, 5):
        room.at(minute).does(c.RecordCall("cert", points, "it"))
    return of(room.at(20).does(c.End()))


def raised(dossier: Dossier) -> str:
    (row,) = tables(compose(dossier))["duties"].rows
    return " ".join(said(row[3]).split())


def test_a_duty_has_the_points_said_until_it_was_met() -> None:
    assert raised(reported(("what",))) == "Ce qui est touché"
    assert raised(reported(("help",), ("what",))) == "Ce qui est touché ; L’aide voulue"
    assert raised(reported(("what",), ("help",))) == "Ce qui est touché"


def test_what_was_said_to_another_is_not_among_them() -> None:
    room = Afternoon(SCRIPT).does(c.Begin()).at(3).does(c.SetDutyStart("cert"))
    room.does(c.RecordCall("samu", ("help",), "it"), c.RecordCall("cert", ("what",), "it"))
    assert raised(of(room.at(20).does(c.End()))) == "Ce qui est touché"


def test_the_calls_that_are_counted_are_those_of_the_table_and_of_the_journal() -> None:
    dossier = reported(("help",), ("what",))
    told = [one for one in section(compose(dossier), "3").blocks if isinstance(one, Side)]
    assert "2 appels vers des correspondants simulés : CERT Santé (2)." in " ".join(
        words_of(told[-1].body).split()
    )
    assert len(calls(dossier, "CERT Santé")) == 2
    assert [name for name, row in alerted(dossier).items() if row[0] != "non réalisé"] == ["CERT Santé"]


def test_the_calls_of_a_simulated_team_were_not_recorded_by_facilitators() -> None:
    assert "l’animation" in alerts(called_ars("needs")).subtitle
    assert alerts(replace(called_ars("needs"), simulated=True)).subtitle == "Appels tirés par la simulation"
