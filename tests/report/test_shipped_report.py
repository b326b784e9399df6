"""The report of the shipped scenario: ten to twelve pages, none of them half empty, no label cut."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from care_desktop.language import Language
from care_desktop.report.compose import compose
from care_desktop.report.figures.drawing import drawn
from care_desktop.report.figures.pen import WIDTH
from care_desktop.report.model import Fact, Points, Report, State
from care_desktop.report.plots import TimelinePlot
from care_desktop.report.voice import Voice
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.text import Text
from tests.report.dossiers import made
from tests.report.drawn import figures_of, texts_of
from tests.report.numbered import without
from tests.report.pages import heights, pages_before
from tests.report.shipped import NONE, played_by, report_of
from tests.report.test_numbers import tables
from tests.report.words import section, words

LANGUAGES: tuple[Language, ...] = ("fr", "en")
PLAYS: tuple[tuple[str, str, Language], ...] = (
    ("best", "hopital-du-val", "fr"),
    ("worst", "hopital-du-val", "fr"),
    ("best", "hopital-du-val", "en"),
    ("worst", "hopital-du-val", "en"),
    ("best", "hopital-des-iles", "fr"),
    *((name, NONE, language) for name in ("best", "worst", "random") for language in LANGUAGES),
)
plays = pytest.mark.parametrize(("team", "facility", "language"), PLAYS)
_EMPTY = 1 / 2


@plays
def test_the_body_has_ten_to_twelve_pages_and_none_is_half_empty(
    team: str, facility: str, language: Language
) -> None:
    content = report_of(team, facility, language)
    body = pages_before(content)
    assert 10 <= body <= 12
    assert [page for page, share in enumerate(heights(content)[: body - 1], 1) if share < _EMPTY] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("team", ["best", "worst", "random"])
def test_it_is_no_longer_when_people_have_played_and_written_nothing_yet(
    team: str, language: Language
) -> None:
    content = made(played_by(team, simulated=False), language)
    assert pages_before(content) <= 12
    assert pages_before(content, 2) == 2


@plays
def test_no_label_of_a_figure_is_cut(team: str, facility: str, language: Language) -> None:
    dossier = replace(played_by(team, facility), language=language)
    figures = figures_of(dossier).values()
    assert len(figures) == 4
    assert [text for figure in figures for text in texts_of(figure) if "…" in text] == []


def flat(text: Text) -> str:
    return " ".join(text.fr.split())


@pytest.mark.parametrize("team", ["best", "worst"])
def test_what_stands_beside_a_decision_or_a_stimulus_is_a_whole_text(team: str) -> None:
    dossier = played_by(team)
    script = dossier.script
    texts = [option.label for one in script.decisions for option in one.options]
    whole = {flat(one) for one in (*texts, *(one.question for one in script.decisions), Text(""))}
    titles = {flat(one.title) for one in script.injects}
    plot = figures_of(dossier)["timeline"].plot
    assert isinstance(plot, TimelinePlot)
    assert {mark.label for lane in plot.lanes for mark in lane.marks} <= whole
    assert {one.label.partition(" ")[2] for one in plot.stimuli if one.played} <= titles


@pytest.mark.parametrize("team", ["best", "worst"])
def test_nothing_is_drawn_outside_its_figure(team: str) -> None:
    for figure in figures_of(played_by(team)).values():
        left, _, right, _ = drawn(figure.plot, str).getBounds()
        assert (left >= -1, right <= WIDTH + 1) == (True, True), figure.key


@pytest.mark.parametrize("team", ["best", "worst", "random"])
def test_every_number_that_it_gives_is_in_its_annex(team: str) -> None:
    assert without(played_by(team)) == []


def test_a_demonstration_says_so_in_its_header_and_its_title() -> None:
    report = compose(played_by("best"))
    assert report.header == "Exercice TILLEUL · exemple de rapport, démonstration"
    assert report.title == "Exercice TILLEUL – exemple de rapport, démonstration"
    assert "RETEX" not in report.header


def test_the_report_of_people_is_a_rapport_de_retex() -> None:
    assert compose(played_by("best", simulated=False)).header == "Exercice TILLEUL · rapport de RETEX"


def test_a_rehearsal_says_so_on_its_first_page_in_its_essential_and_at_the_foot_of_every_page() -> None:
    report = compose(replace(played_by("best", simulated=False), rehearsal=True))
    assert report.footer.startswith("Répétition · ")
    assert report.cover.occasion.startswith("Répétition jouée le ")
    assert report.cover.occasion.endswith("elle ne compte pas comme exercice")
    assert facts_of(report)["Type"].value == "répétition d’un exercice de crise d’origine cyber"
    assert str(report.sections[0]).count("Répétition jouée le") == 1


def facts_of(report: Report) -> dict[str, Fact]:
    return {one.label: one for one in report.cover.exercise}


def facts(*, simulated: bool) -> dict[str, Fact]:
    return facts_of(compose(played_by("best", simulated=simulated)))


def test_the_box_says_what_kind_of_exercise_it_was_and_has_the_rest_ticked() -> None:
    found = facts(simulated=False)
    assert found["Type"].value == "exercice de crise d’origine cyber"
    assert [one.words for label in ("Conduite", "Niveau") if (one := found[label].boxes)] == [
        ("sur table", "simulation", "autonome"),
        ("débutant", "intermédiaire", "confirmé"),
    ]


def test_a_demonstration_has_no_level_and_nothing_to_tick() -> None:
    found = facts(simulated=True)
    assert found["Niveau"].value == "sans objet"
    assert [one for one in found.values() if one.boxes] == []


def test_the_box_says_which_version_of_the_scenario_was_played() -> None:
    digest = played_by("best").script.source_digest[:8]
    expected = f"TILLEUL, version d’empreinte {digest}"
    assert facts(simulated=False)["Scénario"].value == expected


@pytest.mark.parametrize("team", ["best", "worst", "random"])
def test_strengths_come_first_and_no_block_of_the_essential_is_empty(team: str) -> None:
    first, second = (
        one for one in section(compose(played_by(team, NONE)), "").blocks if isinstance(one, Points)
    )
    heads = {"Trois points forts", "Points forts"}, {"Trois axes d’amélioration", "Axes d’amélioration"}
    assert [one.head in known for one, known in zip((first, second), heads, strict=True)] == [True, True]
    for shown in (first, second):
        assert 1 <= len(shown.items) <= 3
        assert [one for one in shown.items if one.blank] == []


def test_the_worst_team_has_strengths_that_are_true_and_none_that_a_guide_calls_a_risk() -> None:
    dossier = played_by("worst", NONE)
    first = next(one for one in section(compose(dossier), "").blocks if isinstance(one, Points))
    told = " ".join(words(first).split())
    steps = [one for one in dossier.debrief.recovery.steps if one.order is not None]
    sound = [one for one in steps if one.finished is not None and not one.struck]
    assert f"{len(sound)} travaux de reprise sur {len(steps)} achevés sans qu’un risque se réalise." in told
    assert "à risque" not in told
    assert re.search(r"\bD\d", told) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("team", ["best", "worst", "random"])
def test_stimuli_are_counted_once_and_told_alike_everywhere(team: str, language: Language) -> None:
    dossier = replace(played_by(team, NONE), language=language)
    report = compose(dossier)
    (cover,) = (one.value for one in report.cover.exercise if one.label in ("Stimuli", "Injects"))
    timeline = figures_of(dossier)["timeline"]
    assert isinstance(timeline.plot, TimelinePlot)
    assert cover.startswith(timeline.plot.stimuli_head[1])
    told = (words(section(report, "").blocks[0]), tables(report)["injects"].title, timeline.notes[-1].text)
    assert [one for one in told if cover not in one] == []
    injects = dossier.debrief.injects
    added = injects.from_reserve + injects.improvised
    numbers = [injects.launched, injects.planned, *([added] if added else [])]
    assert [int(one) for one in re.findall(r"\d+", cover)] == numbers
    assert len([one for one in timeline.plot.stimuli if one.played]) == injects.launched + added


def test_a_team_that_leaves_some_out_and_adds_others_is_counted_so() -> None:
    injects = played_by("random", NONE).debrief.injects
    assert injects.launched < injects.planned
    assert injects.from_reserve


@pytest.mark.parametrize("team", ["best", "worst", "random"])
def test_the_same_count_is_the_same_on_every_page(team: str) -> None:
    dossier = played_by(team, NONE)
    report, debrief = compose(dossier), dossier.debrief
    essential = " ".join(words(section(report, "").blocks[0]).split())
    levels = [one.spells[-1].level for one in debrief.services.courses]
    normal = levels.count(ServiceLevel.NOMINAL)
    ends = [piece for row in tables(report)["returns"].rows for piece in row[-1] if isinstance(piece, State)]
    assert [one.level for one in ends].count(ServiceLevel.NOMINAL) == normal
    assert f"À la fin, {normal} services sur {len(levels)}" in essential
    assert f"{normal} services sur {len(levels)}" in " ".join(figures_of(dossier)["recovery"].title.split())
    spelled = Voice("fr").spelled(normal)
    assert f"sur douze services : {spelled} services" in " ".join(
        words(section(report, "6").blocks[0]).split()
    )
    opening = " ".join(words(section(report, "3").blocks[0]).split())
    (decisions,) = re.findall(
        r"(?:Sur|Les) \w+ décisions .*?prises?\.(?: \w+ sans décision[^.]*\.)?", essential
    )
    assert opening.startswith(decisions)
    called = {one.correspondent for one in debrief.log.calls}
    rows = tables(report)["alerts"].rows
    assert sum("non réalisé" not in words(row) and "signalé sans" not in words(row) for row in rows) == len(
        called
    )
