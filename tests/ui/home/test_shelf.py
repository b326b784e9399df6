"""Scenarios are read after the window was painted, one at a time, and once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

import care_desktop
from care_desktop import paths
from ui.home import remembered
from ui.home.shelf import Shelf
from ui.settings import Settings

pytestmark = pytest.mark.ui

ROOT = Path(__file__).parents[3]
WRITTEN = "format: 1\nid: {0}\nname: {1}\n"


def add(folder: Path, name: str) -> Path:
    path = folder / name / "scenario.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(WRITTEN.format(name, name.upper()), encoding="utf-8")
    return path


def read_all(shelf: Shelf, qtbot: QtBot) -> list[str]:
    shelf.read()
    qtbot.waitUntil(lambda: shelf.is_read)
    return [card.name.fr for card in shelf.cards]


def test_nothing_is_read_before_the_event_loop_has_turned(qtbot: QtBot, tmp_path: Path) -> None:
    add(tmp_path, "a")
    shelf = Shelf(tmp_path)
    shelf.read()
    assert shelf.cards == ()
    qtbot.waitUntil(lambda: len(shelf.cards) == 1)


def test_each_is_shown_as_soon_as_it_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        add(tmp_path, name)
    shelf = Shelf(tmp_path)
    counts: list[int] = []
    shelf.changed.connect(lambda: counts.append(len(shelf.cards)))
    read_all(shelf, qtbot)
    assert counts == [1, 2, 3, 3]


def test_the_users_own_come_after_those_that_are_shipped(qtbot: QtBot, tmp_path: Path) -> None:
    add(tmp_path, "mine")
    assert read_all(Shelf(paths.scenarios(), tmp_path, tmp_path / "none"), qtbot)[-1] == "MINE"


def test_only_what_has_changed_is_read_again(qtbot: QtBot, tmp_path: Path) -> None:
    first, _ = add(tmp_path, "a"), add(tmp_path, "b")
    shelf = Shelf(tmp_path)
    read_all(shelf, qtbot)
    spy = QSignalSpy(shelf.changed)
    first.write_text(WRITTEN.format("a", "CHANGED"), encoding="utf-8")
    assert read_all(shelf, qtbot) == ["CHANGED", "B"]
    assert spy.count() == 2


def test_what_an_earlier_start_read_is_there_at_once_and_not_read_again(qtbot: QtBot, tmp_path: Path) -> None:
    add(tmp_path, "a")
    earlier = Shelf(tmp_path)
    read_all(earlier, qtbot)
    shelf = Shelf(tmp_path, known=earlier.known)
    spy = QSignalSpy(shelf.changed)
    assert [card.name.fr for card in shelf.cards] == ["A"]
    assert read_all(shelf, qtbot) == ["A"]
    assert spy.count() == 1


def test_what_became_of_the_files_since_an_earlier_start_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    changed, gone = add(tmp_path, "a"), add(tmp_path, "b")
    earlier = Shelf(tmp_path)
    read_all(earlier, qtbot)
    changed.write_text(WRITTEN.format("a", "CHANGED"), encoding="utf-8")
    gone.unlink()
    add(tmp_path, "c")
    assert read_all(Shelf(tmp_path, known=earlier.known), qtbot) == ["CHANGED", "C"]


def test_folders_that_are_no_longer_looked_in_show_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    add(tmp_path / "old", "a")
    earlier = Shelf(tmp_path / "old")
    read_all(earlier, qtbot)
    assert Shelf(tmp_path / "new", known=earlier.known).cards == ()


@pytest.mark.parametrize(
    "kept", [{"seen": 3}, {"version": care_desktop.__version__, "seen": [{"path": 1}]}, []]
)
def test_a_damaged_memory_is_none(tmp_path: Path, kept: object) -> None:
    settings = Settings(tmp_path / "window.json")
    settings.set(remembered.CARDS, kept)
    assert remembered.cards(settings) == {}


def test_another_version_reads_for_itself(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, "a")
    shelf = Shelf(tmp_path)
    read_all(shelf, qtbot)
    settings = Settings(tmp_path / "window.json")
    remembered.keep_cards(settings, shelf.known)
    settings.keep()
    assert remembered.cards(Settings(tmp_path / "window.json")) == shelf.known
    monkeypatch.setattr(care_desktop, "__version__", "0.0.0")
    assert remembered.cards(settings) == {}


def test_one_that_was_taken_away_is_no_longer_shown(qtbot: QtBot, tmp_path: Path) -> None:
    add(tmp_path, "a")
    gone = add(tmp_path, "b")
    shelf = Shelf(tmp_path)
    read_all(shelf, qtbot)
    gone.unlink()
    assert read_all(shelf, qtbot) == ["A"]


def test_what_cannot_be_understood_is_named_and_hides_nothing_else(qtbot: QtBot, tmp_path: Path) -> None:
    add(tmp_path, "a")
    broken = add(tmp_path, "b")
    broken.write_bytes(b"\0\0")
    shelf = Shelf(tmp_path)
    assert read_all(shelf, qtbot) == ["A"]
    assert shelf.unreadable == (broken,)


def test_the_home_is_imported_without_what_reads_scenarios() -> None:
    program = (
        "import sys, ui.home.workspace;"
        "print(*sorted({'yaml', 'sqlalchemy', 'reportlab', 'numpy', 'babel'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout == "\n"
