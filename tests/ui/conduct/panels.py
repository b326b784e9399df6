"""A hand on the panels that open in place of panes."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from care_desktop.exercise import commands as c
from care_desktop.scenario.script import Channel
from tests.ui.conduct.conftest import Animer
from tests.ui.frame.keys import write
from ui.conduct.panels.decision import DecisionPanel
from ui.conduct.panels.panel import Panel
from ui.widgets.button import Button
from ui.widgets.text import Label
from ui.widgets.tick import OptionCard, TickBox

Kind = TypeVar("Kind", bound=Panel)


def opened(animer: Animer, kind: type[Kind]) -> Kind:
    """The panel that is open, which is of this kind."""
    panel = animer.desk.panes.panel
    assert isinstance(panel, kind)
    return panel


def half_written(animer: Animer, words: str) -> DecisionPanel:
    """The panel of decisions, with the words of one that nobody asked for in it."""
    animer.presses("Ctrl+D")
    panel = opened(animer, DecisionPanel)
    panel._subject.choose("")  # noqa: SLF001
    panel._subject.chosen.emit("")  # noqa: SLF001
    panel.other.setFocus()
    write(animer.shell, words)
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
