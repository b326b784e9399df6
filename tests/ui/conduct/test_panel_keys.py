"""Ctrl+Entrée and Enter over a panel: a form that is begun takes them, LANCER is never far."""

from __future__ import annotations

import pytest

from care_desktop.exercise.events import (
    AnswerGiven,
    CorrespondentCalled,
    InjectCorrected,
    InjectImprovised,
    InjectLaunched,
)
from tests.ui.conduct.conftest import Animer
from tests.ui.conduct.panels import asks, opened, pick, shown
from tests.ui.frame.keys import focused, write
from ui.conduct.launching import LaunchGuard
from ui.conduct.panels.call import CallPanel
from ui.conduct.panels.decision import DecisionPanel
from ui.widgets.button import Button
from ui.widgets.tick import TickBox

pytestmark = pytest.mark.ui


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


def test_enter_on_a_name_leads_to_what_was_said_and_in_a_box_it_notes_the_call(running: Animer) -> None:
    running.presses("Ctrl+I")
    panel = opened(running, CallPanel)
    panel.names.choose("cert_sante")
    panel.names.setFocus()
    running.presses("Return")
    assert focused(running.shell) is panel.line
    assert running.facts(CorrespondentCalled) == []
    next(one for one in panel.findChildren(TickBox) if one.isVisible()).setFocus()
    running.presses("Return")
    running.comes(CorrespondentCalled)
    assert len(running.facts(CorrespondentCalled)) == 1


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


def test_tab_leads_through_a_decision_as_one_reads_it(running: Animer) -> None:
    asks(running)
    running.presses("Ctrl+D")
    panel = opened(running, DecisionPanel)
    running.presses("Space")
    who, led = panel.who, []
    for _ in range(6):
        running.presses("Tab")
        led.append(focused(running.shell))
    assert led == [who._cell, who._by, who._authority, who._hour, who._now, who._why]  # noqa: SLF001


def test_tab_leads_from_a_name_to_what_was_said_then_to_the_line(running: Animer) -> None:
    running.presses("Ctrl+I")
    panel = opened(running, CallPanel)
    panel.names.choose("cert_sante")
    boxes = [box for box in panel.findChildren(TickBox) if box.isVisible()]
    led = []
    for _ in range(4):
        running.presses("Tab")
        led.append(focused(running.shell))
    assert led == [*boxes, panel._cell, panel.line]  # noqa: SLF001
