"""What nobody could record, because nobody facilitated, is never told as something that was not done."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Gap, Pause
from care_desktop.language import Language
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.figures.drawing import drawn
from care_desktop.report.figures.pen import WIDTH
from care_desktop.report.figures.scales import played
from care_desktop.report.model import Cell, Mark, Report, Table
from care_desktop.report.plots import DelaysPlot, RecoveryPlot
from care_desktop.scenario.script import Script, Way
from care_desktop.scenario.time import MINUTE
from tests.exercise.room import said as typed
from tests.report.dossiers import made
from tests.report.drawn import figures_of
from tests.report.numbered import without
from tests.report.pages import pages_before
from tests.report.test_numbers import said, tables
from tests.report.unaided import Team, dossier_of, unaided, unaided_script
from tests.report.words import section
from tests.report.words import words as words_of

LANGUAGES: tuple[Language, ...] = ("fr", "en")
in_both = pytest.mark.parametrize("language", LANGUAGES)
UNRECORDED = {"fr": "non consigné", "en": "not recorded"}
TO_FILL = {
    "fr": "Exercice joué sans animateur : les appels et les signalements ne sont pas consignés. "
    "Ce tableau ne dit pas s’ils ont été faits ; à compléter de mémoire.",
    "en": "Played without a facilitator: calls and notifications are not recorded. "
    "This table does not say whether they were made; to be filled in from memory.",
}


def report(language: Language = "fr") -> Report:
    return compose(replace(unaided(), language=language))


def facilitated() -> Dossier:
    """The same play, had somebody facilitated it."""
    return in_way(Way.TABLE)


def in_way(way: Way) -> Dossier:
    return replace(unaided(), script=script_in(way))


def script_in(way: Way) -> Script:
    script = unaided_script()
    return replace(script, options=replace(script.options, way=way))


def plain(part: object) -> str:
    return " ".join(words_of(part).split())


def text(cell: Cell) -> str:
    return said(cell) or " ".join(piece.word for piece in cell if isinstance(piece, Mark))


def reading(table: Table) -> str:
    return " ".join(" ".join(note.text for note in table.notes).split())


@in_both
def test_a_call_or_a_notification_that_nobody_could_tick_is_not_recorded(language: Language) -> None:
    shown = tables(report(language))
    assert {text(row[1]) for row in shown["alerts"].rows} == {UNRECORDED[language]}
    assert [text(row[2]) for row in shown["duties"].rows].count(UNRECORDED[language]) == 4
    assert [reading(shown[key]).startswith(TO_FILL[language]) for key in ("alerts", "duties")] == [True, True]


@in_both
def test_nothing_says_that_it_was_not_done(language: Language) -> None:
    everything = plain(tuple(section(report(language), number) for number in ("", "1", "3", "4", "5", "8")))
    for word in ("non réalisé", "not made", "not done", "Aucun appel sortant", "No outgoing call"):
        assert word not in everything, word


def test_the_same_play_with_a_facilitator_does_say_it() -> None:
    told = plain(compose(facilitated()))
    assert "non réalisé" in told
    assert "Aucun appel sortant n’a été noté." in told
    assert "signalements ou notifications non réalisés pendant l’exercice" in told


def test_what_the_team_had_no_means_of_doing_is_no_improvement_and_no_action() -> None:
    essential, actions = (plain(section(report(), number)) for number in ("", "8"))
    for told in (essential, actions):
        assert "non réalisés pendant l’exercice" not in told
        assert "non revenus en mode normal à la fin" not in told
    assert "Non rétablis" not in essential
    assert "aucune étape de reprise ne peut y être commencée" in plain(section(report(), "6"))


@in_both
def test_its_body_is_ten_to_twelve_pages(language: Language) -> None:
    assert 10 <= pages_before(made(unaided(), language)) <= 12


def test_every_number_that_it_gives_is_in_its_annex() -> None:
    assert without(unaided()) == []


@pytest.mark.parametrize(("way", "ticked"), [(Way.TABLE, 0), (Way.SIMULATION, 1), (Way.UNAIDED, 2)])
def test_the_cover_ticks_the_way_in_which_it_was_played(way: Way, ticked: int) -> None:
    (conduct,) = (fact for fact in compose(in_way(way)).cover.exercise if fact.label == "Conduite")
    assert conduct.boxes is not None
    assert conduct.boxes.words == ("sur table", "simulation", "autonome")
    assert conduct.boxes.ticked == ticked


def test_jumps_from_one_event_to_the_next_are_counted_and_those_between_phases_told() -> None:
    told = plain(section(report(), "1"))
    jumps, phases = unaided().debrief.times.jumps, unaided().script.phases
    assert f"{len(jumps)} sauts de temps, dont {len(phases) - 1} d’une phase à la suivante (" in told
    assert told.count(" min,") == 0
    assert "chaque « Suite » mène à l’événement suivant" in told


def recovery(dossier: Dossier) -> RecoveryPlot:
    plot = figures_of(dossier)["recovery"].plot
    assert isinstance(plot, RecoveryPlot)
    return plot


def test_the_curve_names_the_jumps_between_phases_and_no_other() -> None:
    passages = recovery(unaided()).passages
    jumps = unaided().debrief.times.jumps
    assert sum(one.jump for one in passages) == len(jumps)
    assert sum(bool(one.label) for one in passages) == len(unaided().script.phases) - 1
    assert all(one.label for one in recovery(facilitated()).passages if one.jump)


@pytest.mark.parametrize("way", list(Way))
def test_however_many_jumps_there_are_the_story_is_drawn_from_left_to_right_within_the_page(way: Way) -> None:
    plot = recovery(in_way(way))
    scale = played(plot.passages, 120)
    places = [scale(one.begin) for one in plot.passages]
    assert places == sorted(places)
    assert scale(plot.passages[-1].end) == pytest.approx(WIDTH)
    left, _, right, _ = drawn(plot, str).getBounds()
    assert (left >= -1, right <= WIDTH + 1) == (True, True)


def stopped(way: Way) -> str:
    team = Team(script_in(way))
    team.later().does(c.Suspend(Pause.PAUSE), c.Resume(), c.Interrupt(Gap.STOPPED, 90_000))
    shown = compose(dossier_of(team.later()))
    return plain(section(shown, "1")) + plain(tables(shown)["journal"])


def test_it_was_the_team_that_paused_on_a_computer_of_its_own() -> None:
    told = stopped(Way.UNAIDED)
    assert (told.count("pause de l’équipe"), told.count("arrêt de l’ordinateur")) == (2, 2)
    assert "animation" not in told
    assert "pause de l’animation" in stopped(Way.TABLE)


@in_both
def test_no_decision_is_late_nor_has_a_limit_that_nobody_saw(language: Language) -> None:
    """The page that lifts each limit was slow: the answer came after it."""
    team = Team(unaided_script())
    team.reads_until_asked()
    team.answer("cut")
    team.reads_until_asked()
    opened = team.room.engine.state.decision("stroke").opened_at
    assert opened is not None
    team.room.at(opened.play / MINUTE + 2.5).does(c.Answer("stroke", "care", "here"))
    dossier = replace(dossier_of(team.room), language=language)
    figure = figures_of(dossier)["delays"]
    assert isinstance(figure.plot, DelaysPlot)
    assert [one.late for one in dossier.debrief.decisions.taken] == [False, True]
    assert [one.allowed for one in figure.plot.rows if one.at] == [None, None]
    unlimited = "aucun délai n’était imposé" if language == "fr" else "no time limit was set"
    assert [note.text for note in figure.notes if unlimited in note.text] != []
    assert "barre grise" not in figure.subtitle
    assert "grey bar" not in figure.subtitle
    row = plain(tables(compose(dossier))["decisions"].rows[1])
    assert "postérieure à l’échéance" not in row
    assert "after the deadline" not in row


def test_one_team_answered_for_every_cell_and_that_is_said_once() -> None:
    told = "Une seule équipe a répondu au nom de chaque cellule."
    assert plain(report()).count(told) == 1
    assert told not in plain(compose(facilitated()))


def corrected(way: Way = Way.UNAIDED) -> Dossier:
    """The first answer is put right, words are added to it."""
    team = Team(script_in(way))
    team.reads_until_asked()
    (asked,) = team.asked()
    team.answer(asked)
    one = team.room.engine.state.decision(asked)
    other = team.room.index.decisions[asked].options[1]
    team.later().does(c.Revise(asked, other.id, one.standing[0].cell))
    team.later().does(c.Amend(one.answers[0].seq, typed("avec le SAMU")))
    return dossier_of(team.later().does(c.End()))


def first_row(dossier: Dossier) -> str:
    return " ".join(said(tables(compose(dossier))["decisions"].rows[0][1]).split())


def test_a_corrected_answer_stands_as_it_was_put_right_and_the_first_is_in_the_annex() -> None:
    dossier = corrected()
    first, second = (one.label.fr for one in dossier.script.decisions[0].options[:2])
    assert first_row(dossier).startswith(" ".join(second.split())[:40])
    assert " ".join(first.split())[:40] not in first_row(dossier)
    assert "Corrigée à 14:0" in first_row(dossier)
    assert " ".join(first.split())[:40] in plain(tables(compose(dossier))["journal"])
    assert without(dossier) == []


def test_a_cell_that_changed_its_mind_keeps_what_it_decided_first() -> None:
    row = first_row(corrected(Way.TABLE))
    assert row.startswith(" ".join(corrected().script.decisions[0].options[0].label.fr.split())[:40])
    assert "Révisée à 14:0" in row


@pytest.mark.parametrize("way", list(Way))
def test_words_that_were_added_to_an_answer_stand_under_it(way: Way) -> None:
    assert "Précisé ensuite : « avec le SAMU »" in first_row(corrected(way))
