"""Panels with large text: what lacks room scrolls, and the band stays whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.conduct.conftest import Animer
from tests.ui.conduct.panels import asks, opened
from ui.conduct.panels.recovery import RecoveryPanel
from ui.widgets.button import Button
from ui.widgets.field import Choice, LineField
from ui.widgets.text import Label
from ui.widgets.tick import TickBox

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
    bar = panel.steps.verticalScrollBar()
    running.qtbot.waitUntil(lambda: bar.maximum() > 0)
    panel.view.setFocus()
    QTest.keyClick(panel, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(panel, Qt.Key.Key_PageUp)
    assert bar.value() == 0


@pytest.mark.parametrize("name", ["decision", "call", "correct", "presence", "jump", "reserve", "improvise"])
def test_a_panel_that_was_closed_has_the_text_of_now_when_it_opens_again(running: Animer, name: str) -> None:
    asks(running)
    running.view.console.open(name)
    panel = running.desk.panes.panel
    assert panel is not None
    before = {id(one): one.font().pixelSize() for one in panel.findChildren(QWidget) if worded(one)}
    running.presses("Esc")
    running.shell.context.settings.set("text_percent", 150)
    running.shell.take_settings()
    running.view.console.open(name)
    running.qtbot.waitUntil(panel.isVisible)
    small = [one for one in panel.findChildren(QWidget) if one.font().pixelSize() <= before.get(id(one), 0)]
    assert small == []


def worded(widget: QWidget) -> bool:
    return isinstance(widget, Label | Button | LineField | Choice | TickBox)
