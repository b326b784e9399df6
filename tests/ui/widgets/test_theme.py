"""The look reaches the whole application, at once and again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import fonts, icons, style, theme
from ui.tokens import TABLES
from ui.widgets.button import Button
from ui.widgets.text import Label

pytestmark = [pytest.mark.ui, pytest.mark.usefixtures("look")]


def test_fusion_lies_under_the_style_sheet(qapp: QApplication) -> None:
    assert TABLES["light"].panel in qapp.styleSheet()
    qapp.setStyleSheet("")  # as long as there is one, the style below has no name
    assert qapp.style().name() == "fusion"


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_look_gives_its_tokens_to_palette_sheet_and_colours(qapp: QApplication, name: str) -> None:
    theme.apply(qapp, theme.make(name))
    tokens = theme.current().tokens
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == tokens.bg
    assert theme.color("acc").name().upper() == tokens.acc
    assert f"background: {tokens.stage}" in qapp.styleSheet()


def test_an_unknown_name_follows_the_system() -> None:
    assert theme.make("sepia").name == "system"


@pytest.mark.parametrize(
    ("scheme", "contrast", "expected"),
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast"),
    ],
)
def test_the_system_chooses_the_scheme(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, expected: str
) -> None:
    assert theme.scheme_of(scheme, contrast) == expected


def test_what_the_system_says_later_is_followed(qapp: QApplication) -> None:
    theme.apply(qapp, theme.make("system")._replace(scheme="dark", tokens=TABLES["dark"]))
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert theme.current().scheme == theme.make("system").scheme
    assert theme.current().tokens.bg in qapp.styleSheet()


def test_a_chosen_scheme_stays_whatever_the_system_says(qapp: QApplication) -> None:
    theme.apply(qapp, theme.make("contrast"))
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current().scheme == "contrast"


@pytest.mark.parametrize(
    ("percent", "width", "base"),
    [(100, 1366, 14), (100, 1600, 15), (150, 1366, 21), (200, 1366, 28), (50, 0, 14), (900, 0, 28)],
)
def test_the_base_follows_width_and_size_of_text(percent: int, width: int, base: float) -> None:
    assert theme.make("light", percent, width).base == base


def test_pixels_follow_the_base_and_a_line_never_vanishes(qapp: QApplication) -> None:
    theme.apply(qapp, theme.make("light", 150))
    assert (theme.px(34), theme.px(1), theme.px(0), theme.px(0.2)) == (51, 2, 0, 1)


def test_another_size_reaches_fonts_sheet_and_controls_that_are_shown(
    qapp: QApplication, qtbot: QtBot
) -> None:
    label, button = Label("section", text="Déroulé"), Button(text="Suspendre", icon="pause")
    for widget in (label, button):
        qtbot.addWidget(widget)
    before = button.sizeHint()
    with qtbot.waitSignal(theme.signals.changed):
        theme.apply(qapp, theme.make("light", 200))
    assert label.font().pixelSize() == 36
    assert qapp.font().pixelSize() == 28
    assert button.sizeHint().height() == 2 * before.height()
    assert "border-radius: 20px" in qapp.styleSheet()


def test_another_look_forgets_the_icons_drawn_in_the_last(qapp: QApplication) -> None:
    drawn = icons.pixmap("phone")
    theme.apply(qapp, theme.make("light"))
    assert icons.pixmap("phone").cacheKey() != drawn.cacheKey()


def test_no_token_is_left_unwritten_in_the_sheet() -> None:
    for tokens in TABLES.values():
        assert "@" not in style.sheet(tokens, 1.0)


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_window_is_set_in_its_own_face(weight: int) -> None:
    assert fonts.font("text", weight).families()[0] == fonts.FAMILY
