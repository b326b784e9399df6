"""Every screen for everybody: named, reached by Tab, whole on a small laptop, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from care_desktop.exercise.events import InjectLaunched
from tests.ui.frame import faults
from tests.ui.frame.keys import focused, press, write
from tests.ui.frame.tour import PANELS, Tour
from ui.frame.palette import Palette
from ui.shell import Shell
from ui.widgets.launch_button import LaunchButton
from ui.widgets.text import Label

pytestmark = pytest.mark.ui

SMALL = (1366, 728)
TYPED = "« a b é ? 1 ! »"
KEEPS_TAB = "palette"
"""The palette takes Tab as it takes the arrows, and goes with Escape."""
LOOKS = [("fr", 100), ("en", 100), ("fr", 150), ("en", 150)]


def met(tour: Tour, look_for: Callable[[QWidget], list[str]], *but: str) -> list[str]:
    """What is found wrong on all screens, but on some."""
    return [f"{stop}: {fault}" for stop in tour.stops() if stop not in but for fault in look_for(tour.shell)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_control_has_a_name_and_a_role(tour: Tour, language: str) -> None:
    tour.look(language=language)
    assert met(tour, faults.unnamed) == []


def test_tab_reaches_every_control_goes_round_and_is_always_to_be_seen(tour: Tour) -> None:
    assert met(tour, faults.unreached, KEEPS_TAB) == []


@pytest.mark.parametrize(("language", "percent"), LOOKS)
def test_no_words_are_cut_and_nothing_is_outside(tour: Tour, language: str, percent: int) -> None:
    tour.look(language=language, text_percent=percent)
    assert met(tour, lambda window: faults.cut(window) + faults.outside(window)) == []


@pytest.mark.parametrize(("language", "percent"), LOOKS)
def test_the_window_fits_on_a_small_laptop(tour: Tour, language: str, percent: int) -> None:
    tour.look(language=language, text_percent=percent)
    needs = {stop: tour.shell.minimumSizeHint().toTuple() for stop in tour.stops()}
    assert {stop: size for stop, size in needs.items() if size[0] > SMALL[0] or size[1] > SMALL[1]} == {}


def test_what_keeps_somebody_out_would_be_found(tour: Tour) -> None:
    tour.go("preferences")
    view = tour.shell.view("preferences")
    label = Label(text="Beaucoup trop long pour ce qui lui est donné")
    label.setParent(view)
    label.setFixedSize(20, 8)
    label.move(view.width() - 5, 0)
    label.show()
    assert faults.cut(tour.shell) != []
    assert faults.outside(tour.shell) != []


def strays(tour: Tour) -> list[str]:
    """What typing into each field on a screen did beside writing."""
    shell, went = tour.shell, list[str]()
    shortcuts = shell.context.actions.shortcuts()
    for shortcut in shortcuts:
        shortcut.activated.connect(lambda key=shortcut: went.append(key.key().toString()))
    for field in faults.fields(shell):
        field.setFocus()
        field.clear()
        before = (shell.front, tour.facts())
        write(shell, TYPED)
        for letter in "ab?1! ":
            QTest.keyClicks(focused(shell), letter)
        if faults.written(field) != TYPED + "ab?1! " or (shell.front, tour.facts()) != before:
            went.append(faults.told(field))
    return went


def test_typing_in_any_field_writes_and_does_nothing_else(tour: Tour) -> None:
    assert {stop: done for stop in tour.stops() if (done := strays(tour))} == {}


def test_enter_in_any_field_launches_nothing(tour: Tour) -> None:
    tour.begin()
    for panel in PANELS:
        tour.open(panel)
        for field in [one for one in faults.fields(tour.shell) if one.isVisible()]:
            tour.open(panel)
            field.setFocus()
            field.clear()
            write(tour.shell, TYPED)
            press(tour.shell, "Return")
            tour.settle()
    assert [fact for fact in tour.facts() if fact == InjectLaunched.kind] == []


@pytest.mark.parametrize("key", ["Space", "Return", "Enter"])
def test_no_plain_key_on_lancer_launches(tour: Tour, shell: Shell, key: str) -> None:
    tour.begin()
    (button,) = shell.findChildren(LaunchButton)
    button.setFocus()
    press(shell, key)
    tour.settle()
    assert shell.focusWidget() is button
    assert InjectLaunched.kind not in tour.facts()


def test_the_palette_is_left_by_escape(tour: Tour, shell: Shell) -> None:
    tour.begin()
    before = shell.focusWidget()
    press(shell, "Ctrl+K")
    press(shell, "Tab")
    assert isinstance(focused(shell).parentWidget(), Palette)
    press(shell, "Esc")
    assert shell.focusWidget() is before
