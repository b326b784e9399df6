"""The frame around the workspaces: where one goes, what is always there, what is remembered."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from care_desktop.language import Message
from care_desktop.workspace.lock import Outcome, WorkspaceLock
from care_desktop.workspace.place import Workspace
from tests.log_fail import ExpectWarning
from tests.ui.frame.keys import press
from ui import theme
from ui.bugs import guarded
from ui.frame.keyboard_sheet import KeyboardSheet, shares
from ui.frame.rail import Rail, RailItem
from ui.frame.status_line import StatusLine
from ui.settings import Settings
from ui.shell import Shell
from ui.widgets.key import KeyCap
from ui.widgets.text import Label

pytestmark = pytest.mark.ui


def item(shell: Shell, text: str) -> RailItem:
    (rail,) = shell.findChildren(Rail)
    return next(one for one in rail.findChildren(RailItem) if one.text() == text)


def test_a_key_goes_to_each_workspace_and_the_rail_shows_where_one_is(shell: Shell) -> None:
    press(shell, "Alt+S")
    assert shell.front == "scenarios"
    assert item(shell, "Scénarios").isChecked()
    press(shell, "Alt+A")
    assert shell.front == "home"
    assert item(shell, "Accueil").isChecked()


def test_the_rail_is_walked_with_the_arrows_and_enter_goes_there(shell: Shell) -> None:
    item(shell, "Accueil").setFocus()
    for _ in range(3):
        press(shell, "Down")
    assert shell.focusWidget() is item(shell, "Scénarios")
    press(shell, "Return")
    assert shell.front == "scenarios"


def test_the_language_is_another_at_once_and_remembered(shell: Shell, tmp_path: Path) -> None:
    shell.context.settings.set("language", "en")
    shell.take_settings()
    assert item(shell, "Home").isChecked()
    shell.close()
    assert Settings(tmp_path / "kept" / "window.json").get("language", "fr") == "en"


def test_what_the_banner_says_is_said_in_the_other_language_too(shell: Shell) -> None:
    shell.warn(Message("frame.bug"), action="copy_bug")
    shell.context.voice.switch("en")
    assert shell.banner.sentence() == shell.context.voice.say("frame.bug")
    assert "défaut" not in shell.banner.sentence()


def test_nothing_less_stands_in_place_of_what_is_grave(shell: Shell) -> None:
    shell.warn(Message("frame.bug"), tone="stop")
    shell.warn(Message("frame.bug_copied"), tone="ok")
    (status,) = shell.findChildren(StatusLine)
    assert shell.warned == Message("frame.bug")
    status.remarks_asked.emit()
    assert shell.warned == Message("frame.bug_copied")


def test_text_grows_by_key_and_not_beyond_its_largest(shell: Shell) -> None:
    for _ in range(10):
        press(shell, "Ctrl++")
    assert theme.current().percent == theme.LARGEST_PERCENT
    press(shell, "Ctrl+-")
    assert theme.current().percent < theme.LARGEST_PERCENT
    for key in ("Ctrl+0", "Ctrl+À"):  # the same key, on an American and on a French keyboard
        press(shell, "Ctrl++")
        press(shell, key)
        assert theme.current().percent == theme.SMALLEST_PERCENT


def test_the_sheet_lists_every_key_that_lives_here(shell: Shell) -> None:
    press(shell, "F1")
    (sheet,) = shell.findChildren(KeyboardSheet)
    told = {label.text() for label in sheet.findChildren(Label)}
    keyed = {shell.context.actions.text(one.id) for one in shell.context.actions.at_hand() if one.keys}
    assert keyed <= told
    press(shell, "Esc")
    assert not sheet.isVisible()


def test_the_sheet_shows_a_key_once_and_needs_no_scrolling_sideways(shell: Shell) -> None:
    press(shell, "Alt+C")
    press(shell, "F1")
    (sheet,) = shell.findChildren(KeyboardSheet)
    caps = [cap.text() for cap in sheet.findChildren(KeyCap)]
    assert caps.count("Ctrl+Entrée") == 1
    assert "Ctrl+Enter" not in caps
    (page,) = sheet.findChildren(QScrollArea)
    assert page.horizontalScrollBar().maximum() == 0 or not page.horizontalScrollBar().isVisible()


def test_the_columns_of_the_sheet_are_as_even_as_can_be() -> None:
    assert shares((2, 7, 6, 4, 8, 3), 3) == (0, 1, 2, 1, 0, 2)
    assert shares((5, 1, 1), 1) == (0, 0, 0)


def test_the_sheet_goes_when_the_focus_comes_to_what_it_covers(shell: Shell) -> None:
    press(shell, "F1")
    (sheet,) = shell.findChildren(KeyboardSheet)
    item(shell, "Accueil").setFocus()
    assert sheet.isVisible()
    press(shell, "Tab")
    while isinstance(shell.focusWidget(), RailItem):
        press(shell, "Tab")
    assert not sheet.isVisible()


def test_a_held_key_acts_once(shell: Shell) -> None:
    before = theme.current().percent
    QTest.keyPress(shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    grown = theme.current().percent
    for shortcuts in shell.context.actions.shortcuts():
        assert not shortcuts.autoRepeat()
    assert grown > before


def test_with_no_exercise_the_status_line_says_where_everything_stays(shell: Shell) -> None:
    (status,) = shell.findChildren(StatusLine)
    assert status.kept.text() == "Tout reste sur cet ordinateur"


def test_a_bug_is_told_and_its_report_holds_nothing_that_was_typed(
    shell: Shell, expect_warning: ExpectWarning
) -> None:
    expect_warning("ui.bugs", "a bug")

    def stumble() -> None:
        raise ValueError("le nom d’une patiente")

    guarded(stumble)
    assert "défaut du programme" in shell.banner.sentence()
    shell.context.actions.trigger("copy_bug")
    report = QApplication.clipboard().text()
    assert "ValueError" in report
    assert "stumble" in report
    assert "patiente" not in report
    assert str(Path.home()) not in report


def test_the_same_bug_is_told_once(shell: Shell, expect_warning: ExpectWarning) -> None:
    expect_warning("ui.bugs", "a bug")

    def stumble() -> None:
        raise ValueError

    guarded(stumble)
    shell.unwarn()
    guarded(stumble)
    assert shell.banner.sentence() == ""


def test_what_is_worth_a_look_is_counted_and_shown_on_demand(shell: Shell) -> None:
    shell.remark(Message("workspace.on_network", {"path": "/mnt/serveur"}))
    (status,) = shell.findChildren(StatusLine)
    status.remarks_asked.emit()
    assert "/mnt/serveur" in shell.banner.sentence()


def test_a_second_window_on_the_same_folder_may_look_and_not_play(shell: Shell, tmp_path: Path) -> None:
    other = WorkspaceLock(Workspace.open(tmp_path / "kept").lock)
    assert other.acquire() is Outcome.TAKEN_BY_ANOTHER
    shell.read_only(other.taken())
    failed: list[object] = []
    shell.context.bridge.failed.connect(failed.append)
    shell.context.bridge.resume("whatever")
    assert len(failed) == 1
    assert "regarder" in shell.banner.sentence()


def test_a_room_screen_that_fills_none_is_said_to_be_in_a_window(shell: Shell) -> None:
    (status,) = shell.findChildren(StatusLine)
    shell.room.open()
    assert status.room.text() == "Écran de salle\u00a0: dans une fenêtre"
    status.show_room("HDMI-1")
    assert status.room.text() == "Écran de salle\u00a0: HDMI-1"
    shell.room.close()
    assert status.room.text() == ""


def test_what_qt_itself_remembers_lies_with_all_the_rest(shell: Shell) -> None:
    kept = QSettings(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "QtProject").fileName()
    if sys.platform.startswith("linux"):
        assert Path(kept).parent == shell.context.workspace.folder
