"""Figure, table and text say the same of a decision: not asked, left in a jump, revised."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Figure
from care_desktop.report.plots import DelayRow, DelaysPlot
from care_desktop.scenario.script import Cell, Decision, Inject, Option, Script
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, Span, StoryMs
from tests.report.afternoon import Afternoon
from tests.report.dossiers import of
from tests.report.drawn import figures_of, texts_of
from tests.report.numbered import without
from tests.report.test_numbers import said, tables
from tests.report.words import section, words

SCRIPT = Script(
    "orme",
    Text("ORME"),
    cells=(Cell("it", Text("Technique")),),
    injects=tuple(Inject(one, Text(one), recipients=("it",), asks=one) for one in ("cut", "call", "open")),
    decisions=tuple(
        Decision(
            name,
            Text(question),
            ("it",),
            (Option("yes", Text("Oui")), Option("no", Text("Pas encore"))),
            limit=Span(story=StoryMs(20 * MINUTE)),
            default="no",
        )
        for name, question in (
            ("cut", "Coupez-vous ?"),
            ("call", "Appelez-vous ?"),
            ("open", "Rouvrez-vous ?"),
        )
    ),
)


def room() -> Afternoon:
    return Afternoon(SCRIPT).does(c.Begin()).at(1)


def figure(dossier: Dossier) -> Figure:
    return figures_of(dossier)["delays"]


def drawn(dossier: Dossier) -> dict[str, DelayRow]:
    plot = figure(dossier).plot
    assert isinstance(plot, DelaysPlot)
    return {one.key: one for one in plot.rows}


def rows(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """The cells of the table, by the key of the decision."""
    told = [
        tuple(" ".join(said(cell).split()) for cell in row)
        for row in tables(compose(dossier))["decisions"].rows
    ]
    return {cells[0].partition(" ")[0]: cells for cells in told}


def text(dossier: Dossier, number: str) -> str:
    return " ".join(words(section(compose(dossier), number)).split())


def asked_once() -> Dossier:
    return of(room().goes_out("call").at(4).does(c.Answer("call", "it", "yes")).at(9).does(c.End()))


def test_a_decision_that_was_never_asked_has_its_line_and_its_row_in_the_order_of_the_script() -> None:
    dossier = asked_once()
    found = drawn(dossier)
    assert [(key, one.told) for key, one in found.items()] == [
        ("D1", "non posée"),
        ("D2", "3\u00a0min"),
        ("D3", "non posée"),
    ]
    assert (found["D1"].at, found["D1"].allowed) == (None, None)
    assert "non posée" in texts_of(figure(dossier))
    assert list(rows(dossier)) == ["D1", "D2", "D3"]
    assert rows(dossier)["D3"][0] == "D3 –"
    assert "Non posée pendant l’exercice." in rows(dossier)["D3"][1]
    assert "D1 et D3 n’ont pas été demandées." in text(dossier, "3")


def test_a_decision_that_was_never_asked_is_counted_nowhere_as_left_open() -> None:
    told = text(asked_once(), "3")
    assert "sans décision" not in told
    assert "Encore ouverte" not in told


def left_in_a_jump(kept: c.OpenDecisions) -> Dossier:
    afternoon = room().goes_out("cut").at(2).does(c.Jump(StoryMs(2 * HOUR), kept))
    return of(afternoon.at(3).at(9).does(c.End()))


@pytest.mark.parametrize(
    ("kept", "applied"),
    [(c.OpenDecisions.APPLY_DEFAULT, "14:04"), (c.OpenDecisions.KEEP, "14:05")],
)
def test_a_deadline_that_fell_in_a_jump_is_told_so_by_figure_table_and_text(
    kept: c.OpenDecisions, applied: str
) -> None:
    dossier = left_in_a_jump(kept)
    assert drawn(dossier)["D1"].told == "sans décision, échéance dans un saut"
    assert "Sans décision : échéance dans un saut, non joué." in rows(dossier)["D1"][1]
    assert f"suite du déroulé à {applied}" in rows(dossier)["D1"][0]
    assert "Sans décision à l’échéance : D1 (échéance dans un saut)." in text(dossier, "2")
    assert without(dossier) == []


def test_one_that_was_open_over_a_jump_has_the_time_of_its_story_everywhere() -> None:
    afternoon = room().goes_out("cut").at(2).does(c.Jump(StoryMs(15 * MINUTE), c.OpenDecisions.KEEP))
    dossier = of(afternoon.at(4).does(c.Answer("cut", "it", "yes")).at(9).does(c.End()))
    told = "16 min de récit, dont saut 13 min"
    assert " ".join(drawn(dossier)["D1"].told.split()) == told
    assert drawn(dossier)["D1"].at == 3
    assert told in rows(dossier)["D1"][0]
    assert "1 ouverte pendant un saut, hors de la médiane" in text(dossier, "3")
    assert "pendant un saut" not in text(asked_once(), "3")


def test_a_script_without_phases_is_told_as_a_whole() -> None:
    told = text(asked_once(), "2")
    assert "Récit Décidé : D2 « Oui » (14:06)." in told
    assert "n’a pas commencé" not in told


def test_a_default_that_fell_due_in_play_is_not_said_to_be_in_a_jump() -> None:
    afternoon = room().goes_out("cut").at(40).does(c.Jump(StoryMs(2 * HOUR), c.OpenDecisions.KEEP))
    dossier = of(afternoon.at(45).does(c.End()))
    assert drawn(dossier)["D1"].told == "sans décision"
    assert "Sans décision à l’échéance." in rows(dossier)["D1"][1]
    assert "saut" not in text(dossier, "3").partition("D1")[2].partition("Comparable")[0]


def test_the_row_of_a_decision_that_was_revised_has_the_option_that_holds() -> None:
    afternoon = room().goes_out("cut").at(4).does(c.Answer("cut", "it", "yes")).at(6)
    afternoon.does(c.Revise("cut", "no")).at(7).does(c.Revise("cut", "yes")).at(8)
    dossier = of(afternoon.does(c.Revise("cut", "no")).at(9).does(c.End()))
    told = rows(dossier)["D1"][1]
    assert told.startswith("Oui ")
    assert "Révisée à 14:10 : « Pas encore »" in told


def test_all_were_taken_is_said_so_and_some_are_counted() -> None:
    both = room().goes_out("cut").goes_out("call").at(4).does(c.Answer("cut", "it", "yes"))
    some = of(Afternoon(SCRIPT).does(c.Begin()).at(1).goes_out("cut").goes_out("call").at(4).does(c.End()))
    every = of(both.does(c.Answer("call", "it", "yes")).at(9).does(c.End()))
    assert "Les deux décisions demandées ou anticipées ont toutes été prises." in text(every, "3")
    assert "aucune n’a été prise" in text(some, "3")
    assert "The two decisions asked or anticipated were all taken." in text(
        replace(every, language="en"), "3"
    )
