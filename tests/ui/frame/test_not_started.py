"""What a user sees of a window that cannot start, or that starts without all that it brings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from care_desktop.__main__ import main
from care_desktop.errors import UserError
from care_desktop.workspace.place import Workspace
from tests.ui.frame import faults
from tests.ui.frame.keys import press
from ui import theme
from ui.frame.not_started import NotStarted
from ui.shell import Shell
from ui.voice import Voice
from ui.widgets.text import Label

pytestmark = [
    pytest.mark.ui,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folders of XDG"),
]

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def no_profile(qapp: QApplication, user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user in whose folder nothing can be kept."""
    data = user_folder / "data"
    shutil.rmtree(data)
    data.write_bytes(b"")
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    hook = sys.excepthook
    yield data
    sys.excepthook = hook
    for window in qapp.topLevelWidgets():
        if isinstance(window, Shell):
            window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp, theme.make("light"))


def once_open(act: Callable[[NotStarted], None]) -> int:
    """Start the program, and do something in the small window; its exit code."""

    def look() -> None:
        (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, NotStarted))
        act(window)

    QTimer.singleShot(0, look)
    return main([])


def test_a_profile_that_cannot_be_written_is_told_in_a_window_in_three_sentences(no_profile: Path) -> None:
    said: list[str] = []

    def read(window: NotStarted) -> None:
        said.extend(window.words.splitlines())
        wrong = [*faults.unnamed(window), *faults.cut(window), *faults.outside(window)]
        said.extend(wrong)
        window.leave.click()

    assert once_open(read) == 2
    assert len(said) == 3
    assert str(no_profile) in said[0]


def test_another_folder_is_chosen_there_and_the_window_opens(no_profile: Path, tmp_path: Path) -> None:
    shown: list[Shell] = []

    def choose(window: NotStarted) -> None:
        window.try_in(no_profile)
        assert str(no_profile) in window.words
        window.try_in(tmp_path / "clé")
        assert isinstance(window.started, Shell)
        shown.append(window.started)
        shown[0].painted.connect(shown[0].close)

    assert once_open(choose) == 0
    assert shown[0].context.workspace == Workspace(tmp_path / "clé")
    assert Workspace.open() == Workspace(tmp_path / "clé")


def test_the_folder_is_asked_for_without_stopping_anything(
    qtbot: QtBot, no_profile: Path, tmp_path: Path
) -> None:
    tried: list[Path] = []

    def choose(window: NotStarted) -> None:
        window.other.click()
        dialog = window.asking
        assert isinstance(dialog, QFileDialog)
        said = {button.text().replace("&", "") for button in dialog.findChildren(QPushButton)}
        assert "Annuler" in said
        (line,) = dialog.findChildren(QLineEdit)
        line.setText(str(tmp_path))
        press(line, "Return")
        qtbot.waitUntil(lambda: window.started is not None)
        assert isinstance(window.started, Shell)
        tried.append(window.started.context.workspace.folder)
        window.started.close()

    assert once_open(choose) == 0
    assert tried == [tmp_path]


PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from pathlib import Path
from care_desktop.errors import UserError
from ui.starting import start
try:
    shell = start(application, Path(sys.argv[1]))
except UserError as error:
    print(error.code)
    sys.exit()
while not shell.has_looked_around:
    application.processEvents()
shell._status.remarks_asked.emit()
print(shell.banner.sentence())
shell.close()
"""


def without_faces(tmp_path: Path, **environment: str) -> str:
    """What the program says of itself where its faces are gone; two processes cannot share Qt's fonts."""
    for package in ("care_desktop", "ui"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, tmp_path / "program" / package, ignore=ignored)
    data = tmp_path / "program" / "care_desktop" / "_data"
    shutil.copytree(ROOT / "resources", data / "resources", ignore=shutil.ignore_patterns("*.ttf"))
    shutil.copytree(ROOT / "scenarios", data / "scenarios")
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, str(tmp_path / "kept")],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(tmp_path / "program"),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_without_its_faces_it_opens_in_those_of_the_computer_and_says_so(tmp_path: Path) -> None:
    assert without_faces(tmp_path).startswith("Les caractères livrés avec le logiciel")


def test_where_there_is_no_face_at_all_no_empty_window_opens(tmp_path: Path) -> None:
    nothing = tmp_path / "fonts.conf"
    nothing.write_text("<?xml version='1.0'?><fontconfig/>", encoding="utf-8")
    assert without_faces(tmp_path, FONTCONFIG_FILE=str(nothing)) == "window.no_font"


@pytest.mark.parametrize("folders", [1, 4, 9])
@pytest.mark.parametrize("percent", [100, 200])
def test_however_long_the_path_no_word_of_it_is_cut(qtbot: QtBot, folders: int, percent: int) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.make("light", percent))
    path = "/home/marie" + "/partage de la direction" * folders
    window = NotStarted(UserError("workspace.not_writable", path=path), lambda _: QWidget(), Voice())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    theme.apply(application, theme.make("light"))
    assert path in window.words
    for label in window.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
