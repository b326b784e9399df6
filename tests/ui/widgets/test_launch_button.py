"""LANCER: six states, one press at a time, and never the space bar."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.voice import Voice
from ui.widgets.launch_button import LaunchButton, LaunchState

pytestmark = [pytest.mark.ui, pytest.mark.usefixtures("look")]


@pytest.fixture
def button(qtbot: QtBot, voice: Voice) -> Iterator[LaunchButton]:
    window = QWidget()
    qtbot.addWidget(window)
    window.setProperty("role", "page")
    button = LaunchButton(voice)
    column = QVBoxLayout(window)
    column.setContentsMargins(60, 60, 60, 60)  # away from where the pointer happens to be
    column.addWidget(button)
    window.resize(300, 230)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield button
    window.close()


def name(button: LaunchButton) -> str:
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def colour_inside(button: LaunchButton) -> str:
    return button.grab().toImage().pixelColor(20, 20).name().upper()


def test_a_press_of_the_mouse_launches_once_at_its_release(qtbot: QtBot, button: LaunchButton) -> None:
    launched: list[None] = []
    button.launched.connect(lambda: launched.append(None))
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert launched == []
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert launched == [None]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select])
def test_no_key_presses_it_though_it_has_the_focus(qtbot: QtBot, button: LaunchButton, key: Qt.Key) -> None:
    button.setFocus()
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, key)
    assert not button.isDown()


def test_whoever_hears_the_window_can_press_it(qtbot: QtBot, button: LaunchButton) -> None:
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() is QAccessible.Role.Button
    with qtbot.waitSignal(button.launched):
        button.click()


def test_it_does_not_repeat(button: LaunchButton) -> None:
    assert not button.autoRepeat()


def test_it_is_named_by_what_it_would_launch(button: LaunchButton) -> None:
    button.set_subject("S12, Le SAMU demande si vous recevez")
    assert name(button) == "LANCER S12, Le SAMU demande si vous recevez"


def test_armed_it_is_the_bright_thing(button: LaunchButton) -> None:
    assert colour_inside(button) == theme.color("go").name().upper()


@pytest.mark.parametrize("state", [state for state in LaunchState if state is not LaunchState.ARMED])
def test_in_every_other_state_it_is_not_filled_and_says_another_thing(
    button: LaunchButton, state: LaunchState
) -> None:
    armed = (button.lines(), button.grab().toImage())
    button.set_state(state, "Déjà lancé à 09:43:12" if state is LaunchState.REFUSED else "")
    assert colour_inside(button) == theme.color("stage").name().upper()
    assert button.lines() != armed[0]
    assert button.grab().toImage() != armed[1]


def test_a_refusal_is_said_in_its_own_words(button: LaunchButton) -> None:
    button.set_state(LaunchState.REFUSED, "Déjà lancé à 09:43:12")
    assert name(button) == "Déjà lancé à 09:43:12"


@pytest.mark.parametrize("state", [LaunchState.ARMED, LaunchState.LOCKED, LaunchState.REFUSED])
def test_a_press_too_many_is_heard_so_that_it_can_be_refused(
    qtbot: QtBot, button: LaunchButton, state: LaunchState
) -> None:
    button.set_state(state)
    with qtbot.waitSignal(button.launched):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("state", "says"), [(LaunchState.SUSPENDED, "resumed"), (LaunchState.EXHAUSTED, "ended")]
)
def test_a_press_that_would_launch_nothing_says_so(
    qtbot: QtBot, button: LaunchButton, state: LaunchState, says: str
) -> None:
    button.set_state(state)
    with qtbot.assertNotEmitted(button.launched), qtbot.waitSignal(getattr(button, says)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_pointing_and_pressing_show(qtbot: QtBot, button: LaunchButton) -> None:
    before = colour_inside(button)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert colour_inside(button) != before


def test_it_speaks_the_language_chosen(voice: Voice, button: LaunchButton) -> None:
    voice.switch("en")
    assert button.lines() == ("LAUNCH", "Ctrl+Enter or F9")
    assert name(button) == "LAUNCH"


def test_it_is_never_small(button: LaunchButton) -> None:
    hint = button.minimumSizeHint()
    assert (hint.width(), hint.height()) == (theme.px(160), theme.px(72))
