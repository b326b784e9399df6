"""What is filled in lasts: over Escape, and over another language while a panel is open or was."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    AnswerGiven,
    CorrespondentCalled,
    DefaultHeld,
    DefaultReleased,
    InjectCorrected,
    InjectImprovised,
)
from care_desktop.scenario.time import MINUTE
from tests.ui.conduct.conftest import Animer
from tests.ui.conduct.panels import asks, half_written, opened, pick, press
from tests.ui.frame.keys import write
from ui.conduct.panels.amend import AmendPanel
from ui.conduct.panels.call import CallPanel
from ui.conduct.panels.correct import CorrectPanel
from ui.conduct.panels.decision import DecisionPanel
from ui.conduct.panels.improvise import ImprovisePanel
from ui.conduct.panels.jump import JumpPanel
from ui.conduct.panels.recovery import RecoveryPanel
from ui.conduct.panels.reserve import ReservePanel

pytestmark = pytest.mark.ui


def speak(animer: Animer, language: str) -> None:
    animer.shell.context.settings.set("language", language)
    animer.shell.take_settings()


def test_a_decision_half_written_goes_on_in_another_language_and_its_default_waits(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    running.comes(DefaultHeld)
    pick(panel, "Couper")
    panel.who._by.choose("director")  # noqa: SLF001 - what a person would choose
    panel.who._hour.setText("02:00")  # noqa: SLF001
    panel.who._why.setText("trop tard sinon")  # noqa: SLF001
    speak(running, "en")
    assert opened(running, DecisionPanel) is not panel
    running.settles()
    assert running.facts(DefaultReleased) == []
    press(running, "Note the decision")
    running.comes(AnswerGiven)
    (answer,) = running.facts(AnswerGiven)
    assert (answer.option, answer.by, answer.fact_at) == ("cut", "director", 0)
    assert answer.text is not None
    assert answer.text.text == "trop tard sinon"


def test_what_nobody_asked_and_is_half_written_is_there_again_after_escape(running: Animer) -> None:
    asks(running)
    panel = half_written(running, "Doubler la garde")
    running.presses("Esc")
    running.presses("Ctrl+D")
    assert panel.other.isVisible()
    assert (panel._subject.value(), panel.other.text()) == ("", "Doubler la garde")  # noqa: SLF001


def test_a_call_under_way_goes_on_in_another_language(running: Animer) -> None:
    running.waits(3)
    running.presses("Ctrl+I")
    panel = opened(running, CallPanel)
    panel.names.choose("cert_sante")
    pick(panel, "Ce qui est touché")
    panel.line.setText("Rappellent")
    running.waits(2)
    speak(running, "en")
    press(running, "Note the call")
    running.comes(CorrespondentCalled)
    (call,) = running.facts(CorrespondentCalled)
    assert (call.correspondent, call.said, call.fact_at) == ("cert_sante", ("what",), 3 * MINUTE)
    assert call.text is not None
    assert call.text.text == "Rappellent"


def test_a_name_that_was_looked_for_in_one_language_stays_chosen_in_the_other(running: Animer) -> None:
    running.presses("Ctrl+I")
    panel = opened(running, CallPanel)
    panel.names.choose("cert_sante")
    pick(panel, "Ce qui est touché")
    panel._find.setText("un nom qui n’est qu’en français")  # noqa: SLF001
    speak(running, "en")
    again = opened(running, CallPanel)
    assert (again.names.value(), again.is_begun()) == ("cert_sante", True)


def test_words_typed_in_a_panel_that_was_closed_are_kept_as_well(running: Animer) -> None:
    running.view.console.open("improvise")
    panel = opened(running, ImprovisePanel)
    write(running.shell, "La climatisation lâche")
    pick(panel, "Cellule technique")
    running.presses("Esc")
    speak(running, "en")
    running.view.console.open("improvise")
    press(running, "Add, make it the next one")
    running.comes(InjectImprovised)
    (made,) = running.facts(InjectImprovised)
    assert (made.recipients, made.text.text) == (("it",), "La climatisation lâche")


def test_words_that_were_changed_stay_and_others_come_in_the_language_of_now(running: Animer) -> None:
    running.view.console.open("correct", "printers")
    panel = opened(running, CorrectPanel)
    panel.text.setPlainText("Autre texte")
    speak(running, "en")
    press(running, "Replace the text")
    running.comes(InjectCorrected)
    (corrected,) = running.facts(InjectCorrected)
    assert corrected.text.text == "Autre texte"


def test_a_correction_a_jump_a_search_and_a_view_are_kept(running: Animer) -> None:
    running.does(c.WriteEntry(running.bridge.words("Trois lits")))
    running.view.console.open("amend", running.events[-1].seq)
    amend = opened(running, AmendPanel)
    amend.text.setPlainText("Quatre lits")
    running.view.console.open("jump")
    jump = opened(running, JumpPanel)
    jump.hour.setText("2h20")
    running.view.console.open("reserve")
    write(running.shell, "cuisine")
    running.view.console.open("recovery", "steps")
    speak(running, "en")
    recovery = opened(running, RecoveryPanel)
    assert recovery.view.value() == "steps"
    running.view.console.open("reserve")
    reserve = opened(running, ReservePanel)
    assert reserve._find.text() == "cuisine"  # noqa: SLF001
    running.view.console.open("jump")
    jump = opened(running, JumpPanel)
    assert jump.hour.text() == "2h20"
    running.view.console.open("amend", running.events[-1].seq)
    amend = opened(running, AmendPanel)
    assert amend.text.toPlainText() == "Quatre lits"
