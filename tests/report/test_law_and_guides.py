"""Who grades an option, and in whose words a delay is told: no more than guides and laws say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.language import Language
from care_desktop.report.compose import compose
from care_desktop.report.model import Cell
from care_desktop.report.voice import Voice
from care_desktop.scenario.background import Basis, Judgement, Milestone, Quality, Source
from care_desktop.scenario.law_book import by_law, law_book
from care_desktop.scenario.script import Cell as Team
from care_desktop.scenario.script import Decision, Duty, Inject, Option, Script
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, StoryMs, story
from tests.report.afternoon import Afternoon
from tests.report.dossiers import of
from tests.report.test_numbers import said, tables

GRADES = re.compile("recommandée|défendable|à discuter|à risque")
ACCORDING = 2


def texts(cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(said(cell).replace("  ", " ") for cell in cells)


def row(judged: Judgement | None, milestone: str | None = None, feedback: str = "") -> tuple[str, ...]:
    """What the report tells of a decision whose option is judged so."""
    options = (
        Option("cut", Text("Couper"), judged=judged, feedback=Text(feedback)),
        Option("wait", Text("Attendre"), feedback=Text("Personne ne l’a dit.")),
    )
    script = Script(
        "orme",
        Text("ORME"),
        cells=(Team("it", Text("Technique")),),
        injects=(Inject("alert", Text("Une alerte"), recipients=("it",), asks="cut"),),
        decisions=(Decision("cut", Text("Coupez-vous\u202f?"), ("it",), options, milestone=milestone),),
        milestones=(Milestone("off", StoryMs(HOUR), Text("Le réseau est coupé."), ("press",)),),
        sources=(Source("press", "Un article", "Un journal", "2024"),),
    )
    room = Afternoon(script).does(c.Begin()).at(1).goes_out("alert")
    room.at(4).does(c.Answer("cut", "it", "cut")).at(9).does(c.End())
    (cells,) = tables(compose(of(room)))["decisions"].rows
    return texts(cells)


def judged(basis: Basis | None, text: str, quality: Quality | None = Quality.RECOMMENDED) -> Judgement:
    return Judgement(basis=basis, according_to=Text(text), quality=quality, sources=("press",))


@pytest.mark.parametrize("basis", [Basis.GUIDE, Basis.LAW])
def test_a_guide_or_a_law_grades_and_is_named(basis: Basis) -> None:
    told = row(judged(basis, "le guide G : couper d’abord."))
    assert told[ACCORDING] == "recommandée selon le guide G : couper d’abord. [S1]"


def test_what_another_hospital_did_is_told_as_a_public_reference_and_grades_nothing() -> None:
    told = row(judged(Basis.PUBLIC_REFERENCE, "L’hôpital H a coupé à 3 h."))
    assert told[ACCORDING] == "L’hôpital H a coupé à 3 h. [S1]"
    assert not GRADES.search(" ".join(told))


def test_what_another_hospital_did_stands_before_what_is_published_of_the_real_one() -> None:
    told = row(judged(Basis.PUBLIC_REFERENCE, "L’hôpital H aussi."), "off")
    assert told[ACCORDING].startswith("L’hôpital H aussi. [S1] Le réseau est coupé, soit H+1")


def test_a_guide_and_what_is_published_stand_in_one_cell_the_guide_first() -> None:
    told = row(judged(Basis.GUIDE, "le guide G."), "off")
    assert told[ACCORDING].startswith("recommandée selon le guide G. [S1] Le réseau est coupé, soit H+1")


def test_where_nothing_is_cited_it_is_said_once() -> None:
    assert row(None)[ACCORDING] == "aucun guide, texte ni référence publique cité"


def test_a_guide_that_grades_nothing_is_cited_all_the_same() -> None:
    assert row(judged(Basis.GUIDE, "le guide G", None))[ACCORDING] == "selon le guide G [S1]"


def test_a_judgement_of_which_nobody_knows_on_what_it_rests_grades_nothing() -> None:
    told = row(judged(None, "quelqu’un"))
    assert told[ACCORDING] == "selon quelqu’un [S1]"
    assert not GRADES.search(" ".join(told))


def duties(*given: Duty, language: Language = "fr") -> list[tuple[str, ...]]:
    """The rows of the table of reports and notifications."""
    room = Afternoon(Script("orme", Text("ORME"), duties=given)).does(c.Begin()).at(5).does(c.End())
    report = compose(replace(of(room), language=language))
    return [texts(cells) for cells in tables(report)["duties"].rows]


def when(told: str) -> str:
    return told.removesuffix(" T0 non atteint").removesuffix(" T0 not reached")


def test_a_delay_is_told_in_the_words_of_its_text_or_else_as_its_duration() -> None:
    words = Text("sans délai", "without delay")
    given = (
        Duty("cert", Text("CERT Santé"), delay=words),
        Duty("cnil", Text("CNIL"), deadline=story(72 * HOUR), delay=Text("72 h si possible")),
        Duty("plainte", Text("Plainte"), deadline=story(72 * HOUR)),
        Duty("autre", Text("Autre"), content=Text("sans délai")),
    )
    assert [when(told[1]) for told in duties(*given)] == [
        "sans délai",
        "72 h si possible",
        "72\u00a0h",
        "aucun délai dans le scénario\u00a0: voir le texte",
    ]
    assert when(duties(given[0], language="en")[0][1]) == "without delay"


def test_what_the_scenario_has_to_say_of_what_was_taken_stands_behind_guide_and_reference() -> None:
    told = row(judged(Basis.GUIDE, "le guide G."), feedback="Le standard l’a payé.")
    assert told[ACCORDING] == (
        "recommandée selon le guide G. [S1] Le scénario en dit\u00a0: Le standard l’a payé."
    )
    assert row(None, feedback="Voilà.")[ACCORDING] == "Le scénario en dit\u00a0: Voilà."
    assert "Le scénario en dit" not in row(judged(Basis.GUIDE, "le guide G."))[ACCORDING]


def test_each_article_stands_with_the_day_of_its_law() -> None:
    article = Text("RGPD, art. 34")
    dated, undated, none = duties(
        Duty("a", Text("A"), article=article, as_of="2026-11-23"),
        Duty("b", Text("B"), article=article),
        Duty("c", Text("C"), as_of="2026-11-23"),
    )
    assert dated[4] == "RGPD, art. 34 état du droit au 23 novembre 2026"
    assert undated[4] == "RGPD, art. 34 état du droit non daté"
    assert none[4] == "texte non cité"


def test_a_duty_of_the_catalogue_is_told_with_the_day_of_the_catalogue() -> None:
    (told,) = duties(by_law(Duty("told", law="cnil")))
    day = Voice("fr").day(date.fromisoformat(law_book().as_of)).replace("\u00a0", " ")
    assert told[4] == f"RGPD, art. 33 état du droit au {day}"
