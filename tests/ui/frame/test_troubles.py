"""What can be wrong where exercises are kept, as the window tells it: in its banner, or worth a look."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from care_desktop.language import Message
from care_desktop.workspace.place import Workspace
from tests.ui.frame.opened import opened
from ui.frame.status_line import StatusLine
from ui.shell import Shell

pytestmark = pytest.mark.ui


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
