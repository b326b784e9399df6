"""The story of a phase that nobody has told: plain sentences by sure rules, each thing in its phase."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Side
from care_desktop.scenario.conditions import ServiceLevel
from tests.exercise.liseron import clock
from tests.exercise.room import said
from tests.report.afternoon import Afternoon, full, played
from tests.report.dossiers import bare_script, of
from tests.report.words import section, words

BETWEEN = "Saut, non joué"


def story(dossier: Dossier) -> dict[str, str]:
    """What is told of each phase."""
    sides = (one for one in section(compose(dossier), "2").blocks if isinstance(one, Side))
    return {one.head: words(one.body) for one in sides if one.head != BETWEEN}


def passed_over(dossier: Dossier) -> list[str]:
    """What is told of each stretch that nobody played."""
    sides = (one for one in section(compose(dossier), "2").blocks if isinstance(one, Side))
    return [words(one.body) for one in sides if one.head == BETWEEN]


def test_the_story_time_of_a_phase_stands_under_its_name(dossier: Dossier) -> None:
    sides = [one for one in section(compose(dossier), "2").blocks if isinstance(one, Side)]
    sides = [one for one in sides if one.head != BETWEEN]
    assert [one.sub[:2] for one in sides] == ["J\u00a0", "J\u00a0", "J\u00a0", "J+"]
    assert sides[0].sub == "J\u00a002:00 – J\u00a002:45"


def sentence(told: str, begins: str) -> str:
    """The sentence that begins like this, without its typography; nothing if there is none."""
    plain = " ".join(told.split())
    _, found, rest = plain.partition(f"{begins} : ")
    return rest.partition(". ")[0].rstrip(". ") if found else ""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """What the journal alone says of the afternoon."""
    return of(played())


@pytest.fixture(scope="module")
def told(dossier: Dossier) -> dict[str, str]:
    return story(dossier)


def test_every_phase_that_was_played_is_told(told: dict[str, str]) -> None:
    assert list(told) == ["La nuit", "L'aube", "Le dimanche", "La réouverture"]


def test_no_service_that_was_out_is_left_out(dossier: Dossier, told: dict[str, str]) -> None:
    names = {one.id: one.name.fr for one in dossier.script.services}
    fell = " ".join(sentence(one, "Indisponibles") for one in told.values())
    out = [
        names[one.service]
        for one in dossier.debrief.services.courses
        if any(spell.level is ServiceLevel.DOWN for spell in one.spells)
    ]
    assert out
    assert [name for name in out if name not in fell] == []


def test_a_service_is_told_in_the_phase_in_which_it_fell(told: dict[str, str]) -> None:
    assert "Urgences" in sentence(told["La nuit"], "En mode dégradé")
    assert sentence(told["L'aube"], "Indisponibles") == "Urgences"
    assert "Urgences" in sentence(told["La réouverture"], "Rétablis")


def test_decisions_are_told_with_their_option_and_the_hour_of_the_room(told: dict[str, str]) -> None:
    decided = sentence(told["La nuit"], "Décidé")
    assert "D1 « Ouvrir la cellule de crise hospitalière » (14:16)" in decided
    assert "D2 « Couper tous les postes du réseau » (14:19)" in decided
    assert "Sp1 « isoler deux postes au laboratoire" in decided
    assert sentence(told["La réouverture"], "Décidé") == "D9 « Rouvrir les urgences » (16:05)"


def test_each_decision_is_told_once(dossier: Dossier, told: dict[str, str]) -> None:
    everything = " ".join(sentence(one, "Décidé") for one in told.values())
    keys = [f"D{number} " for number in (1, 2, 3, 4, 5, 6, 7, 9)]
    assert [everything.count(key) for key in keys] == [1] * 8


def test_a_question_left_open_and_a_duty_done_are_told(told: dict[str, str]) -> None:
    assert sentence(told["Le dimanche"], "Sans décision à l’échéance") == "D8"
    assert sentence(told["Le dimanche"], "Fait") == "Dépôt de plainte"
    assert [phase for phase, one in told.items() if sentence(one, "Sans décision à l’échéance")] == [
        "Le dimanche"
    ]


OVER = "Procédure dégradée au-delà de sa durée"


def test_what_fell_due_while_nobody_played_stands_under_no_phase(
    dossier: Dossier, told: dict[str, str]
) -> None:
    first, second = passed_over(dossier)
    assert sentence(first, OVER) == "Pharmacie (H+8:20)"
    assert sentence(second, OVER) == "Imagerie (H+24:20) et Maternité (H+36:20)"
    assert "Urgences (H+18:20)" in sentence(told["Le dimanche"], OVER)
    assert [one for one in told.values() if "H+8:20" in one or "H+24:20" in one] == []


def test_a_risk_that_struck_is_told_where_it_did(told: dict[str, str]) -> None:
    struck = {phase: sentence(one, "Risques réalisés") for phase, one in told.items()}
    assert {phase: one for phase, one in struck.items() if one} == {
        "Le dimanche": "« Réinfection d'un serveur »"
    }


def test_what_people_told_stands_in_place_of_it() -> None:
    told = story(full())
    assert told["Le dimanche"].startswith("Les consultations et le bloc programmé du lundi sont reportés.")
    assert "Décidé" not in told["Le dimanche"]
    assert "Décidé" in told["La réouverture"]


def test_a_phase_in_which_nothing_happened_says_so_and_invents_nothing() -> None:
    (told,) = story(bare_script()).values()
    assert told.endswith("Le journal ne note ni décision ni changement d’état d’un service.")


def test_several_phases_in_which_nothing_happened_share_one_line() -> None:
    """What the journal notes falls into the jumps: the names stand together, once."""
    afternoon = Afternoon().does(c.Begin()).at(5)
    afternoon.does(c.DecideSpontaneously("it", said("couper le laboratoire"))).at(9)
    afternoon.does(c.Jump(clock("05:30"), c.OpenDecisions.KEEP)).at(10)
    afternoon.does(c.Jump(clock("14:00"), c.OpenDecisions.KEEP)).at(11)
    quiet = [
        one
        for one in section(compose(of(afternoon.does(c.End()))), "2").blocks
        if isinstance(one, Side) and one.head == "Phases sans fait noté"
    ]
    assert [one.sub for one in quiet] == ["L'aube et Le dimanche"]


def test_a_long_option_is_shortened_at_a_word() -> None:
    afternoon = Afternoon().does(c.Begin()).at(5)
    text = "mettre deux postes du laboratoire hors du réseau pour éditer les résultats urgents"
    told = story(of(afternoon.does(c.DecideSpontaneously("it", said(text))).at(9).does(c.End())))
    assert "Sp1 « mettre deux postes du laboratoire hors du réseau pour éditer " in sentence(
        told["La nuit"], "Décidé"
    )
    assert "résultats urgents" not in told["La nuit"]


def test_what_happened_at_the_very_end_is_told() -> None:
    afternoon = Afternoon().does(c.Begin()).at(3).goes_out("night_nurse").at(10)
    told = story(of(afternoon.does(c.Answer("open_cell", "direction", "open"), c.End())))
    assert "D1" in sentence(told["La nuit"], "Décidé")


def test_before_debex_there_is_nothing_to_tell() -> None:
    assert len(story(of(Afternoon()))) == 1
