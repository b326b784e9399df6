"""The panels in place of panes: what is filled in becomes a command."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    CareValidated,
    CorrespondentCalled,
    DutyMet,
    EntryWritten,
    FunctionArrived,
    FunctionLeft,
    InjectCorrected,
    InjectDelivered,
    InjectImprovised,
    InjectLaunched,
    RecordAmended,
    StepBegun,
    StoryJumped,
)
from care_desktop.scenario.time import MINUTE
from tests.exercise.liseron import clock
from tests.ui.conduct.conftest import Animer
from tests.ui.conduct.panels import asks, opened, pick, press, shown
from tests.ui.frame.keys import focused, write
from ui.conduct.panels.amend import AmendPanel
from ui.conduct.panels.call import CallPanel
from ui.conduct.panels.correct import CorrectPanel
from ui.conduct.panels.improvise import ImprovisePanel
from ui.conduct.panels.jump import JumpPanel
from ui.conduct.panels.presence import PresencePanel
from ui.conduct.panels.recovery import RecoveryPanel
from ui.conduct.panels.reserve import ReservePanel
from ui.conduct.panels.sheet import SheetPanel
from ui.widgets.button import Button
from ui.widgets.tick import TickBox

pytestmark = pytest.mark.ui


def test_a_call_is_noted_with_what_was_said_and_meets_its_duty(running: Animer) -> None:
    running.waits(3)
    running.presses("Ctrl+I")
    panel = opened(running, CallPanel)
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
    panel.names.setCurrentIndex(panel.names.rows_model.index(2))
    press(running, "Noter l’appel")
    assert focused(running.shell) is panel.line
    write(running.shell, "Le maire demande des nouvelles")
    running.presses("Return")
    running.comes(EntryWritten)


def test_a_jump_is_previewed_and_made_only_by_its_button(running: Animer) -> None:
    running.view.console.open("jump")
    panel = opened(running, JumpPanel)
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


def test_a_typed_line_is_corrected_from_the_journal_and_stays_in_it(running: Animer) -> None:
    running.does(c.WriteEntry(running.bridge.words("Trois lits")))
    journal = running.desk.panes.journal
    journal.list.setFocus()
    journal.list.setCurrentIndex(journal.model.index(0))
    running.presses("Return")
    panel = opened(running, AmendPanel)
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


def test_no_row_moves_under_the_hand_that_ticks_who_is_there(running: Animer) -> None:
    running.view.console.open("presence")
    panel = opened(running, PresencePanel)
    boxes = panel.findChildren(TickBox)
    before = [box.geometry() for box in boxes]
    running.does(c.NoteArrival("head_nurse", "direction"))
    told = [box.accessibleDescription() for box in boxes]
    assert told == ["", "depuis 02:00", "", "dans\u00a0: Cellule décisionnelle", ""]
    assert [box.geometry() for box in boxes] == before
