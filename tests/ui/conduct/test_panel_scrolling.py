"""Panels with large text: what lacks room scrolls, and the band stays whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conduct.conftest import Animer
from tests.ui.conduct.panels import opened
from ui.conduct.panels.recovery import RecoveryPanel

pytestmark = pytest.mark.ui


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
