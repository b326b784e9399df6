"""Fields take what people write, and say what is wrong with it in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.voice import Voice
from ui.widgets.field import Captioned, Choice, LineField, TimeField, minutes_of

pytestmark = [pytest.mark.ui, pytest.mark.usefixtures("look")]


def write(field: LineField, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        *((text, 581) for text in ("09:41", "9:41", "9h41", "9 h 41", "0941", "941", " 9.41 ")),
        *(("14h", 840), ("14", 840), ("0:00", 0), ("23:59", 1439)),
        *((text, None) for text in ("24:00", "25h61", "9:60", "", "midi", "9:4", "-1")),
    ],
)
def test_an_hour_is_read_however_it_is_written(written: str, minutes: int | None) -> None:
    assert minutes_of(written) == minutes


def test_a_choice_that_lacks_room_ends_with_an_ellipsis_and_offers_the_whole(qtbot: QtBot) -> None:
    choice = Choice([("crisis", "Cellule de crise hospitalière, au premier étage")])
    qtbot.addWidget(choice)
    choice.show()
    choice.resize(120, choice.sizeHint().height())
    assert choice.shown_text().endswith("…")
    assert choice.toolTip() == "Cellule de crise hospitalière, au premier étage"
    choice.resize(600, choice.sizeHint().height())
    assert (choice.shown_text(), choice.toolTip()) == (choice.currentText(), "")


def test_an_hour_left_is_written_as_everywhere(qtbot: QtBot, voice: Voice) -> None:
    field = TimeField(voice, "9h41")
    qtbot.addWidget(field)
    assert field.check()
    assert (field.text(), field.fault()) == ("09:41", "")


def test_what_is_no_hour_is_said_under_the_field_and_to_who_hears_it(qtbot: QtBot, voice: Voice) -> None:
    field = TimeField(voice, "25h61")
    captioned = Captioned("Heure du fait", field)
    qtbot.addWidget(captioned)
    field.check()
    interface = QAccessible.queryAccessibleInterface(field)
    assert field.fault() == "Heure attendue, comme 09:41"
    assert interface.text(QAccessible.Text.Name) == "Heure du fait"
    assert interface.text(QAccessible.Text.Description) == field.fault()
    assert field.text() == "25h61"


def test_a_fault_goes_as_soon_as_it_is_mended(qtbot: QtBot, voice: Voice) -> None:
    field = TimeField(voice, "25h")
    qtbot.addWidget(field)
    field.check()
    field.clear()
    write(field, "9h41")
    assert field.fault() == ""


def test_a_field_in_error_has_a_thick_border_in_its_colour(qtbot: QtBot) -> None:
    field = LineField()
    qtbot.addWidget(field)
    field.show()
    before = field.grab().toImage().pixelColor(0, field.height() // 2)
    field.set_error("Un nom est attendu.")
    after = field.grab().toImage()
    assert before == theme.color("ctl")
    assert after.pixelColor(0, field.height() // 2) == theme.color("stop")
    assert after.pixelColor(1, field.height() // 2) == theme.color("stop")
    assert field.height() == theme.px(34)


def test_a_caption_shows_the_fault_only_while_there_is_one(qtbot: QtBot) -> None:
    field = LineField()
    captioned = Captioned("Nom", field)
    qtbot.addWidget(captioned)
    captioned.show()
    without = captioned.sizeHint().height()
    field.set_error("Un nom est attendu.")
    assert captioned.sizeHint().height() > without
    field.set_error(None)
    QApplication.sendPostedEvents()
    assert captioned.sizeHint().height() == without


def test_accents_and_marks_are_kept_as_written(qtbot: QtBot) -> None:
    field = LineField("Écrire au journal", icon="plus", key="Ctrl+J")
    qtbot.addWidget(field)
    write(field, "Réa <b>pleine</b> & fermée")
    assert field.text() == "Réa <b>pleine</b> & fermée"


def test_a_choice_tells_the_key_that_a_person_takes(qtbot: QtBot) -> None:
    choice = Choice([("a", "Une rançon"), ("b", "Plus d’ordinateur")])
    qtbot.addWidget(choice)
    choice.show()
    choice.setFocus()
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert told.args == ["b"]


def test_a_choice_keeps_what_was_chosen_when_its_names_change(qtbot: QtBot) -> None:
    choice = Choice([("a", "Une rançon"), ("b", "Un vol")])
    qtbot.addWidget(choice)
    choice.choose("b")
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_options([("a", "A ransom"), ("b", "A theft")])
    assert (choice.value(), choice.currentText()) == ("b", "A theft")


def test_the_wheel_scrolls_the_page_and_changes_no_choice(qtbot: QtBot) -> None:
    choice = Choice([("a", "Une rançon"), ("b", "Un vol")])
    qtbot.addWidget(choice)
    choice.show()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == "a"
    assert not wheel.isAccepted()


def test_a_choice_is_read_as_a_combo_box(qtbot: QtBot) -> None:
    choice = Choice([("a", "Une rançon")])
    captioned = Captioned("Que craignez-vous", choice, before=170)
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(captioned)
    interface = QAccessible.queryAccessibleInterface(choice)
    labels = [other.text(QAccessible.Text.Name) for other, _ in interface.relations()]
    assert interface.role() is QAccessible.Role.ComboBox
    assert labels == ["Que craignez-vous"]  # its name is what is chosen, on some systems


def test_a_press_on_a_caption_leads_to_its_field(qtbot: QtBot) -> None:
    field = LineField()
    captioned = Captioned("Pourquoi, en une ligne", field)
    qtbot.addWidget(captioned)
    with qtbot.waitActive(captioned):
        captioned.show()
        captioned.activateWindow()
    captioned.setFocus()
    QTest.mouseClick(captioned, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert captioned.focusWidget() is field
