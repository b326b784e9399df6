"""Labels say exactly what they were given, and say it whole somewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui import fonts, theme
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.key import KeyCap
from ui.widgets.pane import IconLabel
from ui.widgets.text import ElidedLabel, Label, tip

pytestmark = [pytest.mark.ui, pytest.mark.usefixtures("look")]

MARKS = "<b>CHU</b> & Cie <img src=x>"


def name_of(widget: QLabel) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("kind", [Label, ElidedLabel])
def test_marks_are_text(qtbot: QtBot, kind: type[Label]) -> None:
    label = kind(text=MARKS)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert name_of(label) == MARKS


def test_a_label_wraps_and_asks_for_lines_that_read_well(qtbot: QtBot) -> None:
    label = Label(text="mot " * 200)
    qtbot.addWidget(label)
    assert label.sizeHint().width() <= theme.px(600)
    assert label.sizeHint().height() > 5 * label.fontMetrics().height()


def test_a_short_label_asks_for_one_line(qtbot: QtBot) -> None:
    label = Label(text="L’écran de salle a été débranché.")
    qtbot.addWidget(label)
    assert label.sizeHint().height() < 2 * label.fontMetrics().height()
    assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(label.text())


def test_another_tone_is_another_colour(qtbot: QtBot) -> None:
    label = Label(tone="ink2", text="x")
    qtbot.addWidget(label)
    label.ensurePolished()
    label.set_tone("stop")
    assert label.palette().color(label.foregroundRole()) == theme.color("stop")


def test_a_label_with_room_shows_all_and_has_no_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(text="Le SAMU demande si vous recevez")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_a_cut_label_has_the_whole_in_its_tooltip_and_its_name(qtbot: QtBot) -> None:
    label = ElidedLabel(text="Le SAMU demande si vous recevez")
    qtbot.addWidget(label)
    label.resize(90, 20)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == name_of(label) == "Le SAMU demande si vous recevez"


def test_a_tooltip_shows_marks_as_they_were_written(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    tip(label, MARKS)
    assert label.toolTip() == "<qt>&lt;b&gt;CHU&lt;/b&gt; &amp; Cie &lt;img src=x&gt;</qt>"


def test_chips_and_keys_are_read_by_their_words(qtbot: QtBot) -> None:
    for widget in (Chip("warn", "flag", MARKS), KeyCap(MARKS)):
        qtbot.addWidget(widget)
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.role() is QAccessible.Role.StaticText
        assert interface.text(QAccessible.Text.Name) == MARKS


def test_a_chip_is_as_large_as_its_words_and_follows_the_size_of_text(qtbot: QtBot) -> None:
    short, long = Chip("ok", "check", "Prise"), Chip("ok", "check", "Sans décision à l’échéance")
    for chip in (short, long):
        qtbot.addWidget(chip)
    assert short.sizeHint().width() < long.sizeHint().width()
    assert short.sizeHint().height() == 22


def test_an_icon_label_is_painted(qtbot: QtBot) -> None:
    label = IconLabel("phone", 18, "stop")
    qtbot.addWidget(label)
    image = label.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(18) for y in range(18)}
    assert theme.color("stop").name() in colours


def test_what_is_polished_anew_keeps_its_font(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    button = Button("normal", text="Saisir")
    qtbot.addWidget(button)
    button.show()
    theme.apply(application, theme.make("light", 150))
    large = button.font().pixelSize()
    assert large == fonts.font("text").pixelSize()
    for kind in ("quiet", "normal"):
        button.set_kind(kind)
        assert button.font().pixelSize() == large
    theme.apply(application, theme.make("light"))
