"""TILLEUL by keyboard alone: from the home to the report, shortened by jumps."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from care_desktop.exercise.state import Status
from care_desktop.scenario.ids import PhaseId
from care_desktop.session.leaping import LeapingClock
from tests.ui.frame.hands import Hands
from ui.room.scene import End
from ui.shell import Shell

pytestmark = pytest.mark.ui


@pytest.fixture
def hands(qtbot: QtBot, shell: Shell, clock: LeapingClock) -> Hands:
    return Hands(qtbot, shell, clock)


def has_left(hands: Hands, phase: PhaseId | None) -> bool:
    return hands.view.phase != phase


def test_from_the_home_to_the_report_by_keyboard(hands: Hands, tmp_path: Path) -> None:
    hands.begin()
    hands.note("La cadre de nuit prévient l’administrateur de garde.")
    hands.until(lambda: any(event.fact.kind == "log.written" for event in hands.followed.events))
    while not hands.asks():
        hands.launch()
        hands.press("Ctrl+L")
        hands.time_passes(60_000)
    (decision, *_) = hands.asks()
    hands.press("Ctrl+D")
    hands.press("Space")
    hands.tab_to(lambda widget: widget.accessibleName() == "Pourquoi, en une ligne")
    hands.write("On protège d’abord les sauvegardes.")
    hands.press("Return")
    hands.until(lambda: hands.view.decisions[decision].standing)
    hands.press("F8")
    hands.until(lambda: hands.view.status is Status.SUSPENDED)
    hands.go_on()
    phases = [phase.id for phase in hands.followed.index.script.phases]
    while hands.view.phase != phases[-1]:
        before = hands.view.phase
        hands.command("sauter")
        hands.push_primary()
        hands.until(partial(has_left, hands, before))
    hands.end()
    assert hands.view.status is Status.ENDED
    assert isinstance(hands.shell.room.scene, End)
    report = tmp_path / "retex.pdf"
    hands.report(report)
    assert report.read_bytes().startswith(b"%PDF-")
