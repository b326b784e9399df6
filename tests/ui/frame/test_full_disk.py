"""A disk that fills: nothing is told that was not recorded, and once there is room the exercise goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec.json import decode

from tests.crash.recording import ROOT, build, no_recorder, surroundings

pytestmark = [pytest.mark.ui, pytest.mark.crash]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the window said before, while and after the disk was full."""
    reason = no_recorder()
    if reason is not None:
        pytest.skip(reason)
    recorder = build(tmp_path_factory.mktemp("recorder"))
    folder = tmp_path_factory.mktemp("kept")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.frame.full_disk_child", str(folder)],
        env={**surroundings(recorder, folder), "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = decode(done.stdout)
    return found


def test_an_exercise_that_cannot_begin_says_that_the_disk_is_full(said: dict[str, Any]) -> None:
    assert said["refused"] == "journal.no_room"


def test_in_its_middle_the_banner_says_what_happened_what_is_safe_and_what_to_do(
    said: dict[str, Any],
) -> None:
    assert said["banner"].startswith("Le disque est plein")
    assert "l’est toujours" in said["banner"]
    assert "reprenez l’exercice depuis l’accueil" in said["banner"]
    assert said["saved"].startswith("Non enregistré")


def test_what_was_not_recorded_is_not_shown_and_what_was_told_is_there(said: dict[str, Any]) -> None:
    assert said["written"] == ["Avant."]
    assert said["lost"] == []


def test_there_is_a_way_back_to_the_home_until_then(said: dict[str, Any]) -> None:
    assert said["ways"] == [True, False]


def test_with_room_again_it_goes_on_from_the_home(said: dict[str, Any]) -> None:
    assert said["after"] == ["Avant.", "Après."]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_disk_that_is_full_at_the_start_is_told_in_a_window(tmp_path: Path) -> None:
    program = """
import resource, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from care_desktop.__main__ import main
from ui.frame.not_started import NotStarted
application = QApplication([])
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
def look():
    (window,) = (one for one in application.topLevelWidgets() if isinstance(one, NotStarted))
    sys.stdout.write(window.words)
    window.close()
QTimer.singleShot(0, look)
sys.exit(main([]))
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], env=environment, stdout=subprocess.PIPE, text=True, check=False
    )
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 3
    assert "place sur le disque" in done.stdout
