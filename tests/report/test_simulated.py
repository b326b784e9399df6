"""A play by a simulated team is a demonstration: the report says so everywhere, and nobody signs it."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from pikepdf import Pdf

from care_desktop.language import Language
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Points, Report, Table
from tests.report.afternoon import Afternoon, full, played
from tests.report.dossiers import made, of
from tests.report.pdf.reading import read
from tests.report.words import section, words

BY_NOBODY = "Démonstration\u00a0: équipe simulée, personne n’a joué"


def demonstration(dossier: Dossier, language: Language = "fr") -> Report:
    return compose(replace(dossier, simulated=True, language=language))


@pytest.fixture(scope="module")
def unwritten() -> Dossier:
    """What the journal alone says of the afternoon."""
    return of(played())


def test_the_cover_says_it_and_has_no_line_to_sign(unwritten: Dossier) -> None:
    cover = demonstration(unwritten).cover
    assert cover.genre == "Exemple de rapport, tiré d’une démonstration"
    assert cover.occasion == BY_NOBODY
    assert cover.visas == ()


def test_the_cover_names_no_standing_and_no_way_of_playing_that_people_chose() -> None:
    cover = demonstration(full()).cover
    (standing,) = (one for one in cover.document if one.value == "sans objet\u00a0: démonstration")
    assert standing.boxes is None
    assert any(one.value.startswith("équipe simulée par le logiciel") for one in cover.exercise)
    assert "sur table" not in words(cover.exercise)


def test_every_page_says_it_at_its_foot() -> None:
    report = demonstration(full())
    assert report.footer == "Démonstration\u00a0: équipe simulée"
    assert report.disclaimer.startswith(BY_NOBODY)
    assert "ne vaut ni compte rendu d’exercice ni preuve" in report.disclaimer


@pytest.mark.parametrize("written", [False, True])
def test_the_essential_begins_with_it_whoever_wrote_the_summary(unwritten: Dossier, *, written: bool) -> None:
    essential = section(demonstration(full() if written else unwritten), "")
    assert words(essential.blocks[0]).startswith(f"{BY_NOBODY}.")


def test_no_decision_is_asked_of_a_direction(unwritten: Dossier) -> None:
    def asked(report: Report) -> list[str]:
        return [one.head for one in section(report, "").blocks if isinstance(one, Points)]

    assert asked(demonstration(unwritten)) == asked(compose(unwritten))[:2]


def test_no_day_is_called_the_day_of_an_exercise(unwritten: Dossier) -> None:
    assert "Exercice joué le" in words(section(compose(unwritten), ""))
    essential = words(section(demonstration(unwritten), ""))
    assert "Exercice joué le" not in essential
    assert "Simulation du 23\u00a0novembre 2026" in essential


def test_presences_findings_and_levels_are_those_of_a_simulation(unwritten: Dossier) -> None:
    report = demonstration(unwritten)
    assert "Présences tirées par la simulation" in words(section(report, "1"))
    assert "ils ne disent rien de l’établissement" in words(section(report, "1"))
    assert "aucun niveau n’est à arrêter" in words(section(report, "7"))
    (objectives,) = (one for one in section(report, "7").blocks if isinstance(one, Table))
    assert "à arrêter" not in words(objectives.rows)
    assert "sans objet\u00a0: démonstration" in words(objectives.rows)


def test_it_is_no_account_of_an_exercise_and_shown_to_nobody_in_its_limits_too(unwritten: Dossier) -> None:
    limits = words(section(demonstration(unwritten), "9").blocks[0])
    assert "ne vaut ni compte rendu d’exercice ni preuve" in limits
    assert "établi par l’établissement" not in limits
    assert "établi par l’établissement" in words(section(compose(unwritten), "9").blocks[0])


def test_an_english_reader_is_told_too(unwritten: Dossier) -> None:
    report = demonstration(unwritten, "en")
    places = (report.footer, report.disclaimer, words(report.cover), words(section(report, "")))
    assert [place for place in places if "demonstration" not in place.lower()] == []


def test_it_is_said_before_anything_was_played() -> None:
    report = demonstration(of(Afternoon()))
    assert (report.cover.occasion, report.cover.visas) == (BY_NOBODY, ())


@pytest.mark.parametrize("written", [False, True])
def test_nothing_of_it_is_said_where_people_played(unwritten: Dossier, *, written: bool) -> None:
    report = compose(full() if written else unwritten)
    said = words((report, report.cover, report.sections)).lower()
    assert [word for word in ("démonstration", "équipe simulée", "n’a joué") if word in said] == []
    assert len(report.cover.visas) == 3


def test_no_page_can_be_shown_without_it(unwritten: Dossier) -> None:
    content = made(replace(unwritten, simulated=True))
    with Pdf.open(BytesIO(content)) as pdf:
        pages = len(pdf.pages)
    assert read(content).artifacts.count("équipe simulée") >= pages > 5
    assert "équipe simulée, personne n’a joué" in " ".join(read(content).words)
