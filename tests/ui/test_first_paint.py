"""What the window needs before it can be seen, counted; and that the home is whole in its first painting."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.home.exercise_card import ExerciseCard
from ui.home.workspace import Workspace
from ui.shell import Shell
from ui.starting import start

pytestmark = pytest.mark.ui

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"sqlalchemy", "sqlcipher3", "reportlab", "pikepdf", "pyqtgraph", "numpy", "babel", "yaml", "secrets"}
MOST = 76
"""Modules of ours: what is there today and a little more; what can wait belongs after the paint."""

PROGRAM = """
import json, sys
from pathlib import Path
from ui import app
app.load()
from PySide6.QtWidgets import QApplication
application = QApplication([])
from ui.starting import start
shell = start(application, Path(sys.argv[1]))
def tell():
    print(json.dumps(sorted(sys.modules)))
    shell.close()
shell.painted.connect(tell)
application.exec()
"""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("kept")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-P", "-c", PROGRAM, str(folder)]
    shown = subprocess.run(program, env=environment, capture_output=True, text=True, check=True)
    return set(json.loads(shown.stdout))


def test_no_database_no_document_and_no_plot_is_loaded(modules: set[str]) -> None:
    assert HEAVY & modules == set()


def test_of_ours_only_what_the_home_needs_is_loaded(modules: set[str]) -> None:
    ours = {name for name in modules if name.split(".")[0] in {"care_desktop", "ui"}}
    later = ("care_desktop.report", "care_desktop.journal.journal", "ui.conduct", "ui.review", "ui.prepare")
    assert not {name for name in ours if name.startswith(later)}
    assert len(ours) <= MOST


def opened(qtbot: QtBot, folder: Path) -> tuple[Shell, Workspace]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    shell = start(application, folder)
    qtbot.addWidget(shell)
    home = shell.view("home")
    assert isinstance(home, Workspace)
    return shell, home


def cards(home: Workspace) -> list[ExerciseCard]:
    return [card for card in home.findChildren(ExerciseCard) if card.isVisible()]


def test_what_was_on_the_shelf_is_in_the_first_painting_and_stays(qtbot: QtBot, tmp_path: Path) -> None:
    shell, home = opened(qtbot, tmp_path)
    assert cards(home) == []
    qtbot.waitUntil(lambda: home.is_whole and shell.has_looked_around)
    before = [card.button.accessibleName() for card in cards(home)]
    shell.close()

    shell, home = opened(qtbot, tmp_path)
    first = cards(home)
    assert [card.button.accessibleName() for card in first] == before != []
    qtbot.waitUntil(lambda: home.is_whole and shell.has_looked_around)
    assert cards(home) == first, "a card that is made anew slips away under a finger"
    assert shell.focusWidget() is first[0].button
    shell.close()
