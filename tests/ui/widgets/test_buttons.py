"""Buttons say what they do, to eyes, ears and hands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from care_desktop.language import Message
from ui import theme
from ui.actions import Action, Actions
from ui.voice import Voice
from ui.widgets.button import ActionButton, Button
from ui.widgets.segmented import Segmented
from ui.widgets.tick import OptionCard, TickBox

pytestmark = [pytest.mark.ui, pytest.mark.usefixtures("look")]

OPTIONS = [("few", "3 à 6"), ("some", "7 à 15"), ("many", "Plus de 15")]


def read(widget: QWidget) -> tuple[QAccessible.Role, str, str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return (
        interface.role(),
        interface.text(QAccessible.Text.Name),
        interface.text(QAccessible.Text.Description),
    )


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_a_button_is_read_with_its_words_and_its_key(qtbot: QtBot) -> None:
    button = Button("primary", "phone", text="R&D <b>", key="Ctrl+I")
    qtbot.addWidget(button)
    role, name, description = read(button)
    assert role is QAccessible.Role.Button
    assert (name, description) == ("R&D <b>", "Ctrl+I")
    assert button.shortcut().isEmpty()


def test_an_icon_alone_has_a_name_and_a_tooltip(qtbot: QtBot) -> None:
    button = Button("quiet", "x", small=True)
    qtbot.addWidget(button)
    button.alone("Fermer")
    assert read(button)[1] == button.toolTip() == "Fermer"


@pytest.mark.parametrize(
    ("button", "height"),
    [
        (lambda: Button(text="a"), 34),
        (lambda: Button(small=True, text="a"), 28),
        (lambda: Button(big=True), 42),
    ],
)
def test_buttons_have_the_heights_of_the_look(qtbot: QtBot, button: type[Button], height: int) -> None:
    made = button()
    qtbot.addWidget(made)
    _window = shown(qtbot, made)
    assert made.height() == height


def test_a_button_never_cuts_its_words(qtbot: QtBot) -> None:
    button = Button(icon="plus", text="Noter une décision", key="Ctrl+D")
    qtbot.addWidget(button)
    words = button.fontMetrics().horizontalAdvance("Noter une décision")
    assert button.minimumSizeHint().width() > words + theme.px(16)


def test_the_ground_of_a_primary_button_is_the_accent(qtbot: QtBot) -> None:
    button = Button("primary", text="Lancer")
    _window = shown(qtbot, button)
    assert button.grab().toImage().pixelColor(8, button.height() // 2) == theme.color("acc")


def test_space_presses_a_button(qtbot: QtBot) -> None:
    button = Button(text="Suspendre")
    _window = shown(qtbot, button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.fixture
def actions(qtbot: QtBot, voice: Voice) -> Iterator[Actions]:
    window = QWidget()
    qtbot.addWidget(window)
    yield Actions(window, voice)
    window.close()


def test_the_button_of_an_action_does_it_and_shows_its_key(
    qtbot: QtBot, actions: Actions, voice: Voice
) -> None:
    done: list[str] = []
    actions.add(Action("palette", "search", ("Ctrl+K",), lambda: done.append("palette")))
    button = ActionButton(actions, voice, "palette")
    qtbot.addWidget(button)
    button.click()
    assert done == ["palette"]
    assert button.words() == voice.say("action.palette")
    assert read(button)[2] == "Ctrl+K"


def test_a_refused_action_is_greyed_with_the_reason(qtbot: QtBot, actions: Actions, voice: Voice) -> None:
    reasons: list[Message] = []
    actions.add(Action("palette", "search", (), lambda: None, lambda: reasons[0] if reasons else None))
    button = ActionButton(actions, voice, "palette")
    qtbot.addWidget(button)
    assert button.isEnabled()
    reasons.append(Message("refusal.decision_not_open"))
    actions.changed.emit()
    assert not button.isEnabled()
    assert button.toolTip() == read(button)[2] == voice.message(reasons[0])


def test_the_button_of_an_action_changes_its_language(qtbot: QtBot, actions: Actions, voice: Voice) -> None:
    actions.add(Action("palette", "search", ("Ctrl+K",), lambda: None))
    button = ActionButton(actions, voice, "palette")
    qtbot.addWidget(button)
    french = button.words()
    voice.switch("en")
    assert button.words() == voice.say("action.palette") != french


def test_a_choice_in_sight_is_read_as_radio_buttons(qtbot: QtBot) -> None:
    choice = Segmented(OPTIONS, "Combien serez-vous")
    _window = shown(qtbot, choice)
    choice.choose("some")
    row = QAccessible.queryAccessibleInterface(choice)
    children = [row.child(place) for place in range(row.childCount())]
    assert row.text(QAccessible.Text.Name) == "Combien serez-vous"
    assert [child.text(QAccessible.Text.Name) for child in children] == ["3 à 6", "7 à 15", "Plus de 15"]
    assert [child.role() for child in children] == [QAccessible.Role.RadioButton] * 3
    assert [bool(child.state().checked) for child in children] == [False, True, False]


def test_arrows_choose_and_tell(qtbot: QtBot) -> None:
    choice = Segmented(OPTIONS)
    _window = shown(qtbot, choice)
    choice.choose("few")
    told: list[str] = []
    choice.chosen.connect(told.append)
    choice.findChildren(QWidget)[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(choice.window().windowHandle(), key)
    assert told == ["some", "many", "some"]
    assert choice.value() == "some"


@pytest.mark.parametrize(("may_be_none", "told"), [(True, ["few", "", "some"]), (False, ["few", "some"])])
def test_where_it_may_be_none_a_choice_taken_once_more_is_taken_back(
    qtbot: QtBot, may_be_none: bool, told: list[str]
) -> None:
    choice = Segmented(OPTIONS, may_be_none=may_be_none)
    _window = shown(qtbot, choice)
    heard: list[str] = []
    choice.chosen.connect(heard.append)
    few, some, _ = choice.findChildren(QRadioButton)
    for segment in (few, few, some):
        QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert heard == told
    assert choice.value() == "some"


def test_a_choice_made_by_the_program_is_told_to_nobody(qtbot: QtBot) -> None:
    choice = Segmented(OPTIONS)
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose("many")
    assert choice.value() == "many"


def test_a_row_of_segments_is_one_stop_of_the_tab_key(qtbot: QtBot) -> None:
    first, choice, last = Button(text="a"), Segmented(OPTIONS), Button(text="b")
    _window = shown(qtbot, first, choice, last)
    choice.choose("some")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    inside = QApplication.focusWidget()
    assert inside in choice.findChildren(QWidget)
    QTest.keyClick(inside, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is last


@pytest.mark.parametrize(
    ("kind", "role"), [(TickBox, QAccessible.Role.CheckBox), (OptionCard, QAccessible.Role.RadioButton)]
)
def test_boxes_are_read_with_their_detail(
    qtbot: QtBot, kind: type[TickBox] | type[OptionCard], role: QAccessible.Role
) -> None:
    box = kind("Reporter & prévenir", "payé par : 11 patients")
    qtbot.addWidget(box)
    assert read(box) == (role, "Reporter & prévenir", "payé par : 11 patients")


@pytest.mark.parametrize("kind", [TickBox, OptionCard])
def test_words_of_a_box_wrap_and_a_press_on_them_counts(
    qtbot: QtBot, kind: type[TickBox] | type[OptionCard]
) -> None:
    box = kind("Les équipes ont annoncé « EXERCICE » trois fois avant de donner la nature de l’incident")
    qtbot.addWidget(box)
    assert box.heightForWidth(200) > 2 * box.heightForWidth(2000)
    box.resize(200, box.heightForWidth(200))
    box.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().bottomRight() / 2)
    assert box.isChecked()
