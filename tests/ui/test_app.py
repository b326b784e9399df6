"""The window opens, or says in words why it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from care_desktop.__main__ import main
from care_desktop.errors import UserError
from ui.display import assert_shown

pytestmark = pytest.mark.ui

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_screen(platform: str) -> None:
    assert_shown({}, platform)


def test_whoever_names_a_platform_of_qt_is_believed() -> None:
    assert_shown({"QT_QPA_PLATFORM": "offscreen"}, "linux")


@linux
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"WAYLAND_DISPLAY": ""}])
def test_without_a_screen_it_is_said(environment: dict[str, str]) -> None:
    with pytest.raises(UserError) as failure:
        assert_shown(environment, "linux")
    assert failure.value.code == "window.no_display"


def alone(program: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process of a user who has no screen."""
    screens = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    inherited = {name: value for name, value in os.environ.items() if name not in screens}
    return subprocess.run(
        [sys.executable, program, *arguments],
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@linux
@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":9753"}, {"WAYLAND_DISPLAY": "wayland-9753"}])
def test_without_a_screen_or_with_one_that_does_not_answer_the_shipped_exercise_is_played_and_reported(
    user_folder: Path, screen: dict[str, str]
) -> None:
    alone("-m", "care_desktop", **screen)
    ended = alone("-m", "care_desktop", **screen)  # its own report is there
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("La fenêtre ne peut pas s’ouvrir")
    (report,) = user_folder.rglob("*.pdf")
    assert str(report) in ended.stdout
    assert report.read_bytes().startswith(b"%PDF")


@linux
def test_where_nothing_can_be_kept_the_report_lies_in_a_folder_of_its_own(
    user_folder: Path, tmp_path: Path
) -> None:
    (user_folder / "no folder").touch()
    ended = alone("-m", "care_desktop", XDG_DATA_HOME=str(user_folder / "no folder"), TMPDIR=str(tmp_path))
    assert (ended.returncode, ended.stderr) == (0, "")
    (report,) = tmp_path.rglob("*.pdf")
    assert str(report) in ended.stdout


@linux
def test_a_library_that_the_screen_needs_is_named_before_qt_would_end_the_process(tmp_path: Path) -> None:
    (tmp_path / "libxcb.so.1").write_bytes(b"no library")
    ended = alone("-m", "care_desktop", DISPLAY=":0", LD_LIBRARY_PATH=str(tmp_path))
    said = ended.stderr.splitlines()
    assert (ended.returncode, len(said)) == (2, 3)
    assert "libxcb.so.1" in said[0]


def test_without_qt_or_the_libraries_it_needs_three_sentences_that_name_the_missing_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    assert main([]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert "PySide6.QtWidgets" in said[0]


@pytest.mark.usefixtures("qapp")
def test_the_window_opens_with_its_name_and_ends_the_program_when_closed() -> None:
    titles: list[str] = []

    def look_and_close() -> None:
        titles.extend(window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible())
        QApplication.closeAllWindows()

    QTimer.singleShot(0, look_and_close)
    assert main([]) == 0
    assert titles == ["CaRE Desktop"]
