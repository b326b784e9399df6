"""What can be wrong where exercises are kept, as the window tells it: in its banner, or worth a look."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Begin, End, MarkMoment
from care_desktop.exercise.events import Event, WallClockChanged
from care_desktop.language import Message
from care_desktop.scenario.scenario import Facility
from care_desktop.session.leaping import LeapingClock
from care_desktop.workspace.place import Workspace
from tests.exercise.liseron import LISERON
from tests.session.desk import ZERO
from tests.ui.frame.opened import opened
from ui.frame.status_line import StatusLine
from ui.shell import Shell

pytestmark = pytest.mark.ui


class SetBack(LeapingClock):
    """A clock whose wall somebody sets back by an hour."""

    def set_back(self) -> None:
        self._stamp = replace(self._stamp, wall="2026-11-24T07:00:00.000Z")


def facts(shell: Shell) -> list[Event]:
    followed = shell.context.bridge.followed
    return [] if followed is None else list(followed.events)


def remarks(shell: Shell) -> list[str]:
    """What each click on the status line shows, until it begins again."""
    (status,) = shell.findChildren(StatusLine)
    shown: list[str] = []
    while True:
        status.remarks_asked.emit()
        said = shell.banner.sentence()
        if said in shown:
            return shown
        shown.append(said)


def test_a_folder_that_is_synchronised_is_worth_a_look(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path / "Nextcloud" / "exercices") as shell:
        (said,) = remarks(shell)
        assert said.startswith("Vos exercices sont dans un dossier synchronisé (Nextcloud)")


def test_a_folder_that_cannot_say_who_has_it_open_is_told_with_what_to_do(
    qtbot: QtBot, tmp_path: Path
) -> None:
    Workspace.open(tmp_path).lock.mkdir()
    with opened(qtbot, tmp_path) as shell:
        assert str(tmp_path) in shell.banner.sentence()
        assert "Choisissez pour vos exercices" in shell.banner.sentence()


def test_each_click_shows_another_of_what_is_worth_a_look(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path / "Dropbox") as shell:
        shell.remark(Message("workspace.on_network", {"path": "/mnt/serveur"}))
        first, second = remarks(shell)
        assert "(Dropbox)" in first
        assert "/mnt/serveur" in second


def test_a_clock_that_is_set_back_is_told_and_time_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    clock = SetBack(ZERO)
    with opened(qtbot, tmp_path, clock) as shell:
        bridge = shell.context.bridge
        bridge.open_new(LISERON, Facility("A"))
        qtbot.waitUntil(lambda: bridge.followed is not None)
        bridge.send(Begin())
        qtbot.waitUntil(lambda: bridge.now().play == 0)
        clock.leap(60_000)
        clock.set_back()
        bridge.send(MarkMoment())
        qtbot.waitUntil(lambda: any(isinstance(one.fact, WallClockChanged) for one in facts(shell)))
        (said,) = remarks(shell)
        assert said.startswith("L’heure de l’ordinateur a été changée")
        assert bridge.now().play == 60_000


def test_the_way_home_lets_go_of_what_is_no_longer_recorded(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as shell:
        bridge = shell.context.bridge
        assert shell.context.actions.refusal("let_go") == Message("frame.records")
        bridge.open_new(LISERON, Facility("A"))
        qtbot.waitUntil(lambda: bridge.followed is not None)
        bridge.problem = UserError("journal.disk_full")
        shell.context.actions.trigger("let_go")
        assert (shell.front, bridge.followed) == ("home", None)


def test_a_copy_that_cannot_be_made_is_told_with_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as shell:
        bridge = shell.context.bridge
        bridge.open_new(LISERON, Facility("A"))
        qtbot.waitUntil(lambda: bridge.followed is not None)
        (tmp_path / "backups").rmdir()
        bridge.send(Begin())
        bridge.send(End())
        qtbot.waitUntil(lambda: shell.warned is not None)
        assert shell.banner.sentence().startswith("La copie de sauvegarde")
        assert "puis recommencez" in shell.banner.sentence()
