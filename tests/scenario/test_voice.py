"""How a scenario speaks: names, words, the wall; and choices that give themselves away."""

from __future__ import annotations

import pytest

from care_desktop.scenario.checking import check
from tests.scenario.felt import thrice
from tests.scenario.written import changed, codes, scenario


@pytest.mark.parametrize(
    "said", ["La cadre de nuit", "Mme B.", "M. le directeur", "Le Dr de garde", "Mme la sous-préfète"]
)
def test_a_function_or_an_initial_is_nobodys_name(said: str) -> None:
    assert codes(check(scenario(changed("Personne n’a dormi.", f"{said} a dormi.")))) == []


@pytest.mark.parametrize(
    "said", ["M. Durand", "Dr\u00a0Martin", "Professeur de Villiers", "Madame DUPONT-Roy"]
)
def test_a_title_and_a_name_are_somebodys(said: str) -> None:
    (finding,) = check(scenario(changed("Personne n’a dormi.", f"{said} a dormi.")))
    assert finding.message.params["found"] == said


def test_what_people_say_in_a_stimulus_is_theirs() -> None:
    content = changed("Vos fichiers sont chiffrés.", "Les pirates font fermer les urgences.")
    assert codes(check(scenario(content))) == []


def test_what_is_better_said_is_told() -> None:
    (finding,) = check(scenario(changed("Une nuit, les f", "Des pirates, la nuit, les f")))
    assert finding.remedy.params["put"] == "attaquants"


def test_a_hospital_has_patients() -> None:
    assert codes(check(scenario(changed("Personne n’a dormi.", "Les patients ont dormi.")))) == []


def test_twelve_lines_are_a_page() -> None:
    line = "        Vos fichiers sont chiffrés.\n"
    assert codes(check(scenario(changed(line, line * 11)))) == []


def test_a_right_option_that_is_once_the_shortest_gives_nothing_away() -> None:
    assert codes(check(scenario(thrice()))) == []


@pytest.mark.parametrize("asked", ["Répondez-vous aux attaquants", "Qui annonce la demande de rançon"])
def test_what_is_answered_is_not_what_is_paid(asked: str) -> None:
    assert codes(check(scenario(changed("Isolez-vous le réseau", asked)))) == []


def test_a_clinic_may_have_to_talk_of_it() -> None:
    text = changed("[hospital, clinic]", "[clinic]").decode()
    assert codes(check(scenario(changed("Isolez-vous le réseau", "Payez-vous la rançon", text)))) == []
