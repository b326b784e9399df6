"""The focus ring: for those who use keys, and in fields for all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QListView, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.button import Button
from ui.widgets.field import LineField
from ui.widgets.focus_ring import FocusRing

pytestmark = [pytest.mark.ui, pytest.mark.usefixtures("look")]


def window_with(qtbot: QtBot, *widgets: QWidget) -> tuple[QWidget, FocusRing]:
    window = QWidget()
    qtbot.addWidget(window)
    window.setProperty("role", "page")
    column = QVBoxLayout(window)
    column.setSpacing(20)
    for widget in widgets:
        column.addWidget(widget)
    ring = FocusRing(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window, ring


def around(window: QWidget, control: QWidget) -> QColor:
    """Tell the colour just outside the left border of ``control``."""
    corner = control.mapTo(window, QPoint(0, control.height() // 2))
    return window.grab().toImage().pixelColor(corner - QPoint(3, 0))


def test_a_button_reached_by_tab_is_ringed_two_pixels_away(qtbot: QtBot) -> None:
    first, second = Button(text="Passer"), Button(text="Reporter")
    window, ring = window_with(qtbot, first, second)
    first.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert ring.ringed() is second
    assert around(window, second) == theme.color("focus")
    assert around(window, first) == theme.color("bg")


def test_a_clicked_button_is_not_ringed(qtbot: QtBot) -> None:
    button, other = Button(text="Passer"), Button(text="Reporter")
    window, ring = window_with(qtbot, button, other)
    place = button.mapTo(window, button.rect().center())
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert button.hasFocus()
    assert ring.ringed() is None


def test_a_clicked_field_is_ringed(qtbot: QtBot) -> None:
    field, other = LineField(), Button(text="Noter")
    window, ring = window_with(qtbot, field, other)
    place = field.mapTo(window, field.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert ring.ringed() is field


def test_on_the_band_the_ring_is_bright(qtbot: QtBot) -> None:
    band, button, other = QFrame(), Button("stage", text="Suspendre"), Button(text="Noter")
    band.setProperty("role", "stage")
    QVBoxLayout(band).addWidget(button)
    window, _ring = window_with(qtbot, other, band)
    other.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert around(window, button) == theme.color("go")


def test_the_ring_follows_what_moves_and_goes_with_what_is_hidden(qtbot: QtBot) -> None:
    field, above = LineField(), Button(text="Noter")
    window, ring = window_with(qtbot, above, field)
    field.setFocus()
    before = field.mapTo(window, QPoint(0, 0))
    above.hide()
    QApplication.sendPostedEvents()
    assert field.mapTo(window, QPoint(0, 0)) != before
    assert around(window, field) == theme.color("focus")
    field.hide()
    assert ring.ringed() is None


def test_in_a_scrolled_page_the_ring_scrolls_along_and_is_cut_with_it(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    fields = [LineField() for _ in range(20)]
    column = QVBoxLayout(page)
    for field in fields:
        column.addWidget(field)
    area.setWidget(page)
    area.setWidgetResizable(True)
    window, _ring = window_with(qtbot, area)
    window.resize(400, 300)
    fields[2].setFocus()
    ring = next(child for child in area.viewport().children() if type(child).__name__ == "_Ring")
    before = ring.property("pos").y()
    area.verticalScrollBar().setValue(30)
    assert ring.property("pos").y() == before - 30


def test_a_list_rings_its_own_row(qtbot: QtBot) -> None:
    rows = QListView()
    window, ring = window_with(qtbot, Button(text="Noter"), rows)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    rows.setFocus()
    assert ring.is_by_key()
    assert ring.ringed() is None


def test_a_larger_text_puts_the_ring_further_away(qtbot: QtBot, qapp: QApplication) -> None:
    field = LineField()
    window, _ring = window_with(qtbot, field)
    field.setFocus()
    theme.apply(qapp, theme.make("light", 200))
    QApplication.sendPostedEvents()
    left = field.mapTo(window, QPoint(0, field.height() // 2))
    image = window.grab().toImage()
    assert image.pixelColor(left - QPoint(6, 0)) == theme.color("focus")
    assert image.pixelColor(left - QPoint(2, 0)) == theme.color("bg")


def test_the_ring_takes_no_press_from_what_it_goes_around(qtbot: QtBot) -> None:
    field = LineField()
    window, _ring = window_with(qtbot, field)
    field.setFocus()
    corner = field.mapTo(window, QPoint(-3, field.height() // 2))
    assert window.childAt(corner) is None


def test_what_gets_the_focus_from_outside_is_scrolled_to(qtbot: QtBot) -> None:
    before, area, page = Button(text="Passer"), QScrollArea(), QWidget()
    window, _ring = window_with(qtbot, before, area)
    column = QVBoxLayout(page)
    buttons = [Button(text=f"Bouton {number}") for number in range(40)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(page)
    page.show()
    QApplication.processEvents()
    before.setFocus()
    buttons[-1].setFocus()
    assert area.viewport().rect().contains(buttons[-1].mapTo(area.viewport(), buttons[-1].rect().center()))
    assert window.focusWidget() is buttons[-1]
