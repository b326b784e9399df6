"""The panels in place of panes: what is filled in becomes a command; Escape keeps it, the focus goes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    AnswerGiven,
    CareValidated,
    CorrespondentCalled,
    DecisionRevised,
    DefaultHeld,
    DefaultReleased,
    DutyMet,
    EntryWritten,
    FunctionArrived,
    FunctionLeft,
    InformationAsked,
    InjectCorrected,
    InjectDelivered,
    InjectImprovised,
    InjectLaunched,
    RecordAmended,
    SpontaneousDecisionTaken,
    StepBegun,
    StoryJumped,
)
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import MINUTE
from tests.exercise.liseron import clock
from tests.ui.conduct.conftest import Animer
from tests.ui.frame.keys import focused, write
from ui.conduct.launching import LaunchGuard
from ui.conduct.panels.amend import AmendPanel
from ui.conduct.panels.call import CallPanel
from ui.conduct.panels.correct import CorrectPanel
from ui.conduct.panels.decision import DecisionPanel
from ui.conduct.panels.improvise import ImprovisePanel
from ui.conduct.panels.jump import JumpPanel
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.presence import PresencePanel
from ui.conduct.panels.recovery import RecoveryPanel
from ui.conduct.panels.reserve import ReservePanel
from ui.conduct.panels.sheet import SheetPanel
from ui.widgets.button import Button
from ui.widgets.text import Label
from ui.widgets.tick import OptionCard, TickBox

pytestmark = pytest.mark.ui


def opened(animer: Animer, kind: type[Panel]) -> Panel:
    panel = animer.desk.panes.panel
    assert isinstance(panel, kind)
    return panel


def press(animer: Animer, words: str) -> None:
    """Press the button that says so."""
    panel = animer.desk.panes.panel
    assert panel is not None
    (button,) = [one for one in panel.findChildren(Button) if one.words() == words and one.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(panel: Panel, words: str) -> None:
    """Choose the card, or tick the box, that says so."""
    every = [*panel.findChildren(OptionCard), *panel.findChildren(TickBox)]
    (card,) = [one for one in every if one.text() == words]
    card.click()


def shown(panel: Panel) -> list[str]:
    return [one.text() for one in panel.findChildren(Label) if one.isVisible()]


def asks(animer: Animer) -> None:
    animer.does(c.Launch("printers"), c.MarkDelivered("printers", "care", Channel.IN_PERSON))


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
    assert isinstance(panel, DecisionPanel)
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


def test_an_hour_that_has_not_come_is_not_taken(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    assert isinstance(panel, DecisionPanel)
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
    assert isinstance(panel, DecisionPanel)
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


def test_enter_on_an_option_writes_the_decision_and_on_close_it_does_not(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    running.presses("Space")
    (close,) = [one for one in panel.findChildren(Button) if one.words() == "Fermer"]
    close.setFocus()
    running.presses("Return")
    running.settles()
    assert running.facts(AnswerGiven) == []
    panel.first().setFocus()
    running.presses("Return")
    running.comes(AnswerGiven)
    assert len(running.facts(AnswerGiven)) == 1


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


def test_enter_on_a_name_leads_to_what_was_said_and_in_a_box_it_notes_the_call(running: Animer) -> None:
    running.presses("Ctrl+I")
    panel = opened(running, CallPanel)
    assert isinstance(panel, CallPanel)
    panel.names.choose("cert_sante")
    panel.names.setFocus()
    running.presses("Return")
    assert focused(running.shell) is panel.line
    assert running.facts(CorrespondentCalled) == []
    next(one for one in panel.findChildren(TickBox) if one.isVisible()).setFocus()
    running.presses("Return")
    running.comes(CorrespondentCalled)
    assert len(running.facts(CorrespondentCalled)) == 1


def test_a_spontaneous_decision_and_one_beforehand(running: Animer) -> None:
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    assert isinstance(panel, DecisionPanel)
    panel._subject.choose("")  # noqa: SLF001
    panel._subject.chosen.emit("")  # noqa: SLF001
    panel.other.setFocus()
    write(running.shell, "Doubler la garde")
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


def test_a_call_is_noted_with_what_was_said_and_meets_its_duty(running: Animer) -> None:
    running.waits(3)
    running.presses("Ctrl+I")
    panel = opened(running, CallPanel)
    assert isinstance(panel, CallPanel)
    panel.names.choose("cert_sante")
    pick(panel, "Ce qui est touché")
    pick(panel, "Depuis quand")
    assert panel._note.isVisible()  # noqa: SLF001
    running.waits(2)
    panel.line.setFocus()
    write(running.shell, "Rappellent dans l’heure")
    running.presses("Return")
    running.comes(CorrespondentCalled)
    (call,) = running.facts(CorrespondentCalled)
    assert (call.correspondent, call.said, call.fact_at) == ("cert_sante", ("what", "since"), 3 * MINUTE)
    assert running.facts(DutyMet)[0].duty == "cert"


def test_a_call_to_nobody_in_the_script_goes_into_the_journal(running: Animer) -> None:
    running.presses("Ctrl+I")
    panel = opened(running, CallPanel)
    assert isinstance(panel, CallPanel)
    panel.names.setCurrentIndex(panel.names.rows_model.index(2))
    press(running, "Noter l’appel")
    assert focused(running.shell) is panel.line
    write(running.shell, "Le maire demande des nouvelles")
    running.presses("Return")
    running.comes(EntryWritten)


def test_a_jump_is_previewed_and_made_only_by_its_button(running: Animer) -> None:
    running.view.console.open("jump")
    panel = opened(running, JumpPanel)
    assert isinstance(panel, JumpPanel)
    assert panel.brings.text() == "Ce saut passe 3 stimuli."
    named = panel.left_out.text().splitlines()
    assert named[0] == "S01, Les imprimantes impriment une demande de rançon"
    assert f"passe {len(named)} stimuli" in panel.brings.text()
    running.settles()
    assert running.facts(StoryJumped) == []
    press(running, "Sauter à 03:30")
    running.comes(StoryJumped)
    assert running.facts(StoryJumped)[0].to == clock("03:30")


def test_a_jump_with_a_decision_open_says_what_becomes_of_it(running: Animer) -> None:
    asks(running)
    running.view.console.open("jump")
    panel = opened(running, JumpPanel)
    assert isinstance(panel, JumpPanel)
    assert panel.fate.isVisible()
    panel.hour.setFocus()
    write(running.shell, "2h20")
    assert panel.brings.text().startswith("Ce saut")
    write(running.shell, "x")
    assert panel.brings.text().startswith("Heure attendue")


def test_one_of_the_reserve_becomes_the_next_one(running: Animer) -> None:
    running.presses("Ctrl+B")
    opened(running, ReservePanel)
    write(running.shell, "cuisine")
    running.presses("Return")
    assert running.view.console.following == "cook"
    assert running.desk.panes.panel is None


def test_an_improvised_inject_becomes_the_next_one(running: Animer) -> None:
    running.view.console.open("improvise")
    panel = opened(running, ImprovisePanel)
    write(running.shell, "La climatisation lâche")
    pick(panel, "Cellule technique")
    press(running, "Ajouter, en faire le prochain")
    running.comes(InjectImprovised)
    running.presses("F9")
    running.comes(InjectLaunched)
    assert running.facts(InjectLaunched)[0].inject == running.facts(InjectImprovised)[0].inject


def test_the_words_of_the_next_one_can_be_corrected(running: Animer) -> None:
    running.view.console.open("correct")
    panel = opened(running, CorrectPanel)
    assert isinstance(panel, CorrectPanel)
    panel.text.setPlainText("Autre texte")
    press(running, "Remplacer le texte")
    running.comes(InjectCorrected)
    assert running.desk.band.next.say.accessibleName().startswith("«\u00a0Autre texte")


def test_on_its_sheet_an_inject_is_marked_for_one_recipient(running: Animer) -> None:
    running.does(c.Launch("printers"))
    running.view.console.open("sheet", "printers")
    panel = opened(running, SheetPanel)
    first = panel.first()
    assert isinstance(first, Button)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    running.comes(InjectDelivered)
    assert [fact.recipient for fact in running.facts(InjectDelivered)] == ["direction"]


def test_a_step_is_begun_and_care_staff_confirm_what_it_brought_back(running: Animer) -> None:
    running.view.console.open("recovery", "steps")
    panel = opened(running, RecoveryPanel)
    assert [one for one in shown(panel) if one.startswith("remet en service")] == [
        "remet en service\u00a0: Dossier, Réseau, Fichiers"
    ]
    first = panel.first()
    assert isinstance(first, Button)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    running.comes(StepBegun)
    assert running.facts(StepBegun)[0].step == "contain"
    assert running.facts(CareValidated) == []


def test_who_arrives_is_ticked_and_who_leaves_is_not(running: Animer) -> None:
    running.view.console.open("presence")
    panel = opened(running, PresencePanel)
    pick(panel, "Direction")
    running.comes(FunctionArrived)
    running.settles()
    pick(panel, "Direction")
    running.comes(FunctionLeft)


@pytest.mark.parametrize("panel", ["call", "recovery", "jump", "reserve", "sheet", "improvise"])
def test_over_any_panel_launching_goes_on(running: Animer, panel: str) -> None:
    running.view.console.open(panel)
    running.presses("Ctrl+Return")
    running.comes(InjectLaunched)
    assert running.desk.panes.panel is not None


def test_ctrl_enter_over_a_form_is_for_the_form_and_f9_still_launches(running: Animer) -> None:
    seconds = [0]
    running.desk.band.launcher.guard = LaunchGuard(lambda: seconds[0] * 1_000)
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    running.presses("Ctrl+Return")
    running.settles()
    assert "Choisissez d’abord ce que la cellule a décidé." in shown(panel)
    pick(panel, "Couper")
    running.presses("Ctrl+Return")
    running.comes(AnswerGiven)
    running.settles()
    assert [one.inject for one in running.facts(InjectLaunched)] == ["printers"]
    running.presses("Ctrl+D")
    seconds[0] += 1
    running.presses("F9")
    running.comes(InjectLaunched, 2)


def test_ctrl_enter_notes_the_call_that_was_begun_and_a_second_one_launches_nothing(running: Animer) -> None:
    running.presses("Ctrl+I")
    panel = opened(running, CallPanel)
    assert isinstance(panel, CallPanel)
    panel.line.setFocus()
    write(running.shell, "rappellera")
    running.presses("Ctrl+Return")
    running.presses("Ctrl+Return")
    running.comes(CorrespondentCalled)
    running.settles()
    assert running.facts(InjectLaunched) == []


@pytest.mark.parametrize("name", ["improvise", "correct"])
def test_ctrl_enter_sends_the_words_that_were_typed_in_a_panel(running: Animer, name: str) -> None:
    running.view.console.open(name)
    write(running.shell, "Plus de papier")
    running.presses("Ctrl+Return")
    running.comes(InjectImprovised if name == "improvise" else InjectCorrected)
    running.settles()
    assert running.facts(InjectLaunched) == []


def test_a_typed_line_is_corrected_from_the_journal_and_stays_in_it(running: Animer) -> None:
    running.does(c.WriteEntry(running.bridge.words("Trois lits")))
    journal = running.desk.panes.journal
    journal.list.setFocus()
    journal.list.setCurrentIndex(journal.model.index(0))
    running.presses("Return")
    panel = opened(running, AmendPanel)
    assert isinstance(panel, AmendPanel)
    assert panel.text.toPlainText() == "Trois lits"
    panel.text.selectAll()
    write(running.shell, "Quatre lits")
    running.presses("Ctrl+Return")
    running.comes(RecordAmended)
    running.settles()
    assert [row.text for row in journal.model.rows()][1:3] == ["Quatre lits", "Trois lits"]
    assert running.desk.panes.panel is None


def test_what_the_exercise_recorded_by_itself_offers_no_correction(running: Animer) -> None:
    running.does(c.WriteEntry(running.bridge.words("Trois lits")), c.Launch("printers"))
    journal = running.desk.panes.journal
    (correct,) = [one for one in journal.findChildren(Button) if one.words() == "Corriger"]
    journal.list.setCurrentIndex(journal.model.index(0))
    assert not correct.isVisible()
    journal.list.setCurrentIndex(journal.model.index(1))
    assert correct.isVisible()


def test_with_text_of_200_percent_panels_and_what_is_told_leave_the_band_whole(running: Animer) -> None:
    running.shell.context.settings.set("text_percent", 200)
    running.shell.take_settings()
    running.presses("Ctrl+L")
    view, desk = running.view, running.desk
    assert view.notice.isVisible()
    for name in ("recovery", "correct"):
        view.console.open(name)
        panel = desk.panes.panel
        assert panel is not None
        running.qtbot.waitUntil(panel.isVisible)
        assert desk.band.geometry().bottom() < view.notice.geometry().top()
        assert view.notice.geometry().bottom() < desk.panes.geometry().top()
        assert desk.band.height() == desk.band.minimumHeight()


def test_page_down_scrolls_a_panel_wherever_its_focus_is(running: Animer) -> None:
    running.shell.context.settings.set("text_percent", 200)
    running.shell.take_settings()
    running.view.console.open("recovery", "steps")
    panel = opened(running, RecoveryPanel)
    assert isinstance(panel, RecoveryPanel)
    bar = panel.steps.verticalScrollBar()
    running.qtbot.waitUntil(lambda: bar.maximum() > 0)
    panel.view.setFocus()
    QTest.keyClick(panel, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(panel, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_the_question_of_a_decision_stands_once_beside_the_choice_of_another(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    assert panel.accessibleName() == "D1 · Noter une décision"
    assert len([one for one in shown(panel) if "Coupez-vous le réseau" in one]) == 1
