"""The panel of a decision: what a cell decided, who, on whose authority, when and why."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    AnswerGiven,
    DecisionRevised,
    DefaultHeld,
    DefaultReleased,
    InformationAsked,
    SpontaneousDecisionTaken,
)
from care_desktop.scenario.time import MINUTE
from tests.ui.conduct.conftest import Animer
from tests.ui.conduct.panels import asks, half_written, opened, pick, press, shown
from tests.ui.frame.keys import focused, write
from ui.conduct.panels.decision import DecisionPanel
from ui.widgets.tick import OptionCard

pytestmark = pytest.mark.ui


def test_a_decision_is_written_down_from_its_pane(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    running.comes(DefaultHeld)
    pick(panel, "Couper")
    press(running, "Noter la décision")
    running.comes(AnswerGiven)
    (answer,) = running.facts(AnswerGiven)
    assert (answer.decision, answer.cell, answer.option) == ("cut_network", "direction", "cut")
    assert running.desk.panes.panel is None


def test_why_and_when_are_kept_and_enter_in_the_line_writes_it(running: Animer) -> None:
    asks(running)
    running.waits(6)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    pick(panel, "Couper")
    panel.who._hour.setText("2h04")  # noqa: SLF001 - where a person would type
    panel.who._why.setFocus()  # noqa: SLF001
    write(running.shell, "trop tard sinon")
    running.presses("Return")
    running.comes(AnswerGiven)
    (answer,) = running.facts(AnswerGiven)
    assert answer.fact_at == 4 * MINUTE
    assert answer.text is not None
    assert answer.text.text == "trop tard sinon"


def test_a_decision_noted_with_the_hour_it_offers_is_of_the_moment_at_which_its_form_was_opened(
    running: Animer,
) -> None:
    running.waits(0.7)
    asks(running)
    running.waits(0.1)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    pick(panel, "Couper")
    running.waits(1)
    press(running, "Noter la décision")
    running.comes(AnswerGiven)
    (answer,) = running.facts(AnswerGiven)
    assert answer.fact_at == 0.8 * MINUTE


def test_an_hour_that_has_not_come_is_not_taken(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    pick(panel, "Couper")
    panel.who._hour.setText("05:00")  # noqa: SLF001
    press(running, "Noter la décision")
    running.settles()
    assert running.facts(AnswerGiven) == []
    assert running.desk.panes.panel is panel


def test_other_words_and_a_wish_to_know_more_need_their_words(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    pick(panel, "Demande une information avant de décider")
    press(running, "Noter la décision")
    assert focused(running.shell) is panel.other
    write(running.shell, "Combien de postes ?")
    running.presses("Return")
    running.comes(InformationAsked)
    running.presses("Ctrl+D")
    pick(panel, "Autre décision")
    panel.other.setFocus()
    write(running.shell, "Couper un bâtiment")
    running.presses("Return")
    running.comes(AnswerGiven)
    (answer,) = running.facts(AnswerGiven)
    assert answer.option is None


def test_what_is_missing_of_a_decision_is_said_and_its_line_is_led_to(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    press(running, "Noter la décision")
    assert "Choisissez d’abord ce que la cellule a décidé." in shown(panel)
    pick(panel, "Autre décision")
    assert isinstance(panel, DecisionPanel)
    running.qtbot.waitUntil(lambda: focused(running.shell) is panel.other)
    press(running, "Noter la décision")
    assert "Écrivez d’abord, en une ligne, ce qui a été dit." in shown(panel)


def test_a_spontaneous_decision_and_one_beforehand(running: Animer) -> None:
    panel = half_written(running, "Doubler la garde")
    running.presses("Return")
    running.comes(SpontaneousDecisionTaken)
    running.view.console.open("decision", "divert")
    pick(panel, "Réorienter")
    press(running, "Noter la décision")
    running.comes(AnswerGiven)
    assert running.facts(AnswerGiven)[0].anticipated


def test_what_was_decided_can_be_revised(running: Animer) -> None:
    running.does(c.Answer("cut_network", "it", "cut"))
    running.view.console.open("decision", "cut_network")
    panel = opened(running, DecisionPanel)
    pick(panel, "Attendre")
    press(running, "Noter la révision")
    running.comes(DecisionRevised)


def test_escape_closes_keeps_the_draft_lets_the_default_go_on_and_gives_the_focus_back(
    running: Animer,
) -> None:
    asks(running)
    before = running.desk.panes.order.list
    before.setFocus()
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    running.comes(DefaultHeld)
    pick(panel, "Couper")
    running.presses("Esc")
    running.comes(DefaultReleased)
    assert running.desk.panes.panel is None
    assert focused(running.shell) is before
    running.presses("Ctrl+D")
    (card,) = [one for one in panel.findChildren(OptionCard) if one.isChecked()]
    assert card.text() == "Couper"


def test_the_question_of_a_decision_stands_once_beside_the_choice_of_another(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    assert panel.accessibleName() == "D1 · Noter une décision"
    assert len([one for one in shown(panel) if "Coupez-vous le réseau" in one]) == 1


def test_whose_leave_it_may_be_is_proposed_and_never_filled_in(running: Animer) -> None:
    asks(running)
    running.does(c.HandOver("direction", "director"))
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    pick(panel, "Couper")
    assert panel.who.authority() is None
    assert "Prévu\u00a0: Direction" in shown(panel)
    press(running, "reprendre")
    assert panel.who.authority() == "director"
    running.presses("Esc")
    running.presses("Ctrl+D")
    assert panel.who.authority() == "director"
    press(running, "Noter la décision")
    running.comes(AnswerGiven)
    (answer,) = running.facts(AnswerGiven)
    assert (answer.by, answer.authority) == (None, "director")
    running.view.console.open("decision", "divert")
    assert panel.who.authority() is None


def test_an_hour_that_nobody_typed_is_offered_anew_when_the_form_opens_again(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    pick(panel, "Couper")
    running.presses("Esc")
    running.waits(5)
    running.presses("Ctrl+D")
    assert panel.who.draft().hour == "02:05"
    panel.who._hour.setText("02:03")  # noqa: SLF001 - what a person types
    running.presses("Esc")
    running.waits(2)
    running.presses("Ctrl+D")
    assert panel.who.draft().hour == "02:03"
